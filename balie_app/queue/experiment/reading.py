"""The four files of a recorded day, read and checked: tickets, counters, service, matters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from balie_app.queue.experiment.columns import Row, read_rows
from balie_app.queue.experiment.mistakes import FileMistakes, Mistake, Place
from balie_app.queue.experiment.realday import CONTACT_TYPES, Matter, Measured, RealDay, Ticket

MATTER_COLUMNS = ("queue", "matter", "english", "dutch_product", "contact_type")
TICKET_COLUMNS = ("queue", "matter", "number", "arrived", "called")
COUNTER_COLUMNS = ("queue", "matter", "time", "open_counters")
SERVICE_COLUMNS = ("queue", "matter", "mean_service_minutes", "calls_while_people_waited")
SHORTEST, LONGEST = 0.1, 240.0
"""Mean lengths of a conversation in minutes that can be true."""
MOST_COUNTERS, MOST_CALLS, HIGHEST_NUMBER = 500, 100_000, 999_999
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Key = tuple[str, str]
"""Letter and name of a matter, as they stand in each file."""


@dataclass(frozen=True, slots=True)
class DayFiles:
    """Where a day stands."""

    tickets: Path
    counters: Path
    service: Path
    matters: Path

    @property
    def day(self) -> str:
        """The date in the name of the file of tickets, or that name."""
        found = DAY.search(self.tickets.name) or DAY.search(str(self.tickets.parent.name))
        return found[0] if found else self.tickets.stem


def read_day(files: DayFiles, source: str = "") -> RealDay:
    """A checked day. Raises FileMistakes with everything that is wrong, OSError for a file that cannot be opened."""
    reader = _Reader(files)
    day = reader.read(source)
    if reader.mistakes:
        raise FileMistakes(reader.mistakes)
    return day


class _Reader:
    """Reads one file after the other; what is wrong gathers in ``mistakes``."""

    def __init__(self, files: DayFiles) -> None:
        self.files = files
        self.mistakes: list[Mistake] = []
        self._known: dict[Key, Matter] = {}
        self._opens: int | None = None
        self._rows: dict[Path, list[Row]] = {}

    def read(self, source: str) -> RealDay:
        self._matters()
        counters = self._counters() if self._known else {}
        measured = self._service() if self._known else {}
        tickets = self._tickets() if self._known else []
        if self._known:
            self._everybody_can_be_helped()
        if tickets and not self.mistakes and all(each.called is None for each in tickets):
            problem = "op deze dag is niemand opgeroepen. Er valt niets na te spelen."
            self.mistakes.append(Mistake(Place(self.files.tickets.name, None, "called"), problem))
        tickets.sort(key=lambda each: (each.arrived, each.queue, each.number))
        return RealDay(
            self.files.day,
            {each.queue: each for each in self._known.values()},
            tuple(tickets),
            {queue: tuple(steps) for queue, steps in counters.items()},
            measured,
            source,
        )

    def _read(self, path: Path, columns: tuple[str, ...]) -> list[Row]:
        self._rows[path] = read_rows(path, columns, self.mistakes)
        return self._rows[path]

    # -- each file ---------------------------------------------------------------------------------

    def _matters(self) -> None:
        rows = self._read(self.files.matters, MATTER_COLUMNS)
        letters = Counter(row.cells["queue"] for row in rows)
        for row in rows:
            letter, name, kind = row.text("queue"), row.text("matter"), row.cells["contact_type"]
            if kind not in CONTACT_TYPES:
                row.wrong("contact_type", f"'{kind}' is geen soort contact. Kies uit: {', '.join(CONTACT_TYPES)}.")
            if letter is None or name is None:
                continue
            if (letter, name) in self._known:
                row.wrong("queue", f"rij {letter} met deze zaak staat er al.")
                continue
            label = letter if letters[letter] == 1 else f"{letter} {name}"
            self._known[letter, name] = Matter(label, name, row.cells["english"], row.cells["dutch_product"], kind)

    def _counters(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row in self._read(self.files.counters, COUNTER_COLUMNS):
            queue, at, open_now = self._queue(row), row.clock("time"), row.whole("open_counters", MOST_COUNTERS)
            if at is None or queue is None or open_now is None:
                continue
            if found[queue] and at <= found[queue][-1][0]:
                row.wrong("time", f"{row.cells['time']} is niet later dan de vorige regel van rij {queue}.")
                continue
            found[queue].append((at, open_now))
        self._opens = min((steps[0][0] for steps in found.values()), default=None)
        return dict(found)

    def _service(self) -> dict[str, Measured]:
        found: dict[str, Measured] = {}
        for row in self._read(self.files.service, SERVICE_COLUMNS):
            queue, calls = self._queue(row), row.whole("calls_while_people_waited", MOST_CALLS)
            given = row.cells["mean_service_minutes"]
            mean = row.minutes("mean_service_minutes", SHORTEST, LONGEST) if given else None
            if queue is None or calls is None or (given and mean is None):
                continue
            if queue in found:
                row.wrong("queue", f"rij {queue} staat er twee keer.")
                continue
            found[queue] = Measured(mean, calls)
        if found and all(each.mean is None for each in found.values()):
            place = Place(self.files.service.name, None, "mean_service_minutes")
            self.mistakes.append(Mistake(place, "nergens staat een gespreksduur. Vul er ten minste één in."))
        return found

    def _tickets(self) -> list[Ticket]:
        found: list[Ticket] = []
        lines: dict[tuple[str, int], int] = {}
        for row in self._read(self.files.tickets, TICKET_COLUMNS):
            ticket = self._ticket(row)
            if ticket is None:
                continue
            earlier = lines.setdefault((ticket.queue, ticket.number), row.line)
            if earlier != row.line:
                row.wrong("number", f"nummer {ticket.number} van rij {ticket.queue} staat ook op regel {earlier}.")
                continue
            found.append(ticket)
        return found

    def _ticket(self, row: Row) -> Ticket | None:
        queue, number = self._queue(row), row.whole("number", HIGHEST_NUMBER)
        arrived = row.clock("arrived")
        called = row.clock("called") if row.cells["called"] else None
        if arrived is not None and called is not None and called < arrived:
            row.wrong("called", f"opgeroepen om {row.cells['called']}, vóór de aankomst om {row.cells['arrived']}.")
            return None
        if arrived is not None and self._opens is not None and arrived < self._opens:
            opened = f"{self._opens // 60:02}:{self._opens % 60:02}"
            row.wrong("arrived", f"{row.cells['arrived']} is voor de opening om {opened} ({self.files.counters.name}).")
            return None
        if queue is None or number is None or arrived is None or (row.cells["called"] and called is None):
            return None
        return Ticket(queue, number, arrived, called)

    # -- between the files -------------------------------------------------------------------------

    def _queue(self, row: Row) -> str | None:
        letter, name = row.text("queue"), row.text("matter")
        if letter is None or name is None:
            return None
        matter = self._known.get((letter, name))
        if matter is not None:
            return matter.queue
        same = [known for each, known in self._known if each == letter]
        if same:
            row.wrong("matter", f"'{name}' hoort niet bij rij {letter}. In {self.files.matters.name}: '{same[0]}'.")
        else:
            row.wrong("queue", f"rij '{letter}' staat niet in {self.files.matters.name}.")
        return None

    def _everybody_can_be_helped(self) -> None:
        """Every queue where people were called needs counters and a line with its length (which may be empty)."""
        tickets, counters, service = (
            _by_matter(self._rows[path]) for path in (self.files.tickets, self.files.counters, self.files.service)
        )
        called = {key for key, rows in tickets.items() if any(row.cells["called"] for row in rows)}
        for key in (each for each in tickets if each in self._known and each in called):
            first, queue = tickets[key][0], self._known[key].queue
            if counters and key not in counters:
                first.wrong("queue", f"rij {queue} heeft bezoekers, maar staat niet in {self.files.counters.name}.")
            elif counters and not any(each.cells["open_counters"].strip("0") for each in counters[key]):
                problem = f"rij {queue} heeft bezoekers, maar de hele dag geen open balie."
                counters[key][0].wrong("open_counters", problem)
            if service and key not in service:
                first.wrong("queue", f"rij {queue} heeft bezoekers, maar staat niet in {self.files.service.name}.")


def _by_matter(rows: Iterable[Row]) -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.cells["queue"], row.cells["matter"]].append(row)
    return found

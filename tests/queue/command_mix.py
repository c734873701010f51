"""Random commands of every kind, for stations that press anything. Loaded by path: tests are no package.

A command is made from the names of its fields, and of a name that is not known here from its type, so that a new kind
of command is in the mix by itself.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from balie_app.queue import commands as c
from balie_app.queue.desk import USE_CASES
from balie_app.queue.desk.paper import NEXT_STATES
from balie_app.queue.money.commands import Wish
from balie_app.queue.rules.hall import HallConfig, Intake
from balie_app.queue.rules.money import Method, Payment, Receipt, Tariff
from balie_app.queue.rules.paper import Paper
from balie_app.queue.rules.visit import ContactState, Promise
from balie_app.queue.views import HallView

KINDS: tuple[type[c.Command], ...] = tuple(sorted(USE_CASES, key=lambda kind: kind.__name__))
OFTEN: dict[type[c.Command], int] = {c.Issue: 60, c.CheckIn: 12, c.OpenCounter: 10, c.CloseCounter: 1, c.CloseDay: 1}
"""How often a kind is drawn without looking; others 3 times."""
SENSIBLE: dict[str, tuple[type[c.Command], ...]] = {
    "": (c.CallNext, c.CallNext, c.CallNext, c.CallTicket, c.Resume, c.Ready, c.Undo, c.OpenCounter),
    "called": (c.Start, c.Start, c.Start, c.Start, c.NotThere, c.Recall, c.Undo),
    "serving": (c.Finish, c.Finish, c.Finish, c.Park, c.Produce, c.Transfer, c.AddContact, c.Undo, c.MakePromise),
}
"""By what goes on at the station's own counter: what its clerk is likely to do."""
_MISTAKE = 0.05
"""How often a name is drawn that this hall does not have."""


@dataclass(slots=True)
class Seen:
    """What a station knows of the hall: what it can point at."""

    at: datetime
    config: HallConfig
    labels: dict[str, list[str]] = field(default_factory=dict)
    """By state of the contact."""
    codes: list[str] = field(default_factory=list)
    jobs: list[tuple[str, str]] = field(default_factory=list)
    at_counters: dict[int, str] = field(default_factory=dict)
    """By counter: the state of who is there."""


def seen(view: HallView) -> Seen:
    """What a picture shows."""
    labels: dict[str, list[str]] = {}
    for each in view.contacts:
        labels.setdefault(each.state.value, []).append(each.label)
    codes = [each.code for each in view.appointments]
    jobs = [(each.id, each.state) for each in view.print_jobs]
    there = {each.counter: each.state.value for each in view.contacts if each.counter is not None}
    return Seen(view.read_at, view.config, labels, codes, jobs, there)


_OF_STATE = {c.Resume: ContactState.PARKED, c.Ready: ContactState.PRODUCING, c.Return: ContactState.MISSED}


class Mix:
    """Draws commands for the station at ``counter``."""

    def __init__(self, draw: random.Random, counter: int, known: Seen) -> None:
        self.draw = draw
        self.counter = counter
        self.known = known
        self.receipts: list[str] = []
        self.promises: list[str] = []

    def any(self, key: str | None = None) -> c.Command:
        """Any command: half of them what makes sense at this counter, the others whatever there is."""
        if self.draw.random() < 0.5:
            likely = SENSIBLE.get(self.known.at_counters.get(self.counter, ""), ())
            return self.of(self.draw.choice(likely or KINDS), key)
        return self.of(self.draw.choices(KINDS, [OFTEN.get(each, 3) for each in KINDS])[0], key)

    def of(self, kind: type[c.Command], key: str | None = None) -> c.Command:
        """A command of that kind."""
        values = {each.name: self._value(kind, each) for each in fields(kind) if each.name != "key"}
        return kind(**values, key=key)

    def _value(self, kind: type[c.Command], about: Any) -> Any:
        usual = about.default if about.default_factory is MISSING else about.default_factory()
        if usual is not MISSING and self.draw.random() < 0.3:
            return usual
        made: Callable[[type[c.Command]], Any] | None = getattr(self, f"_{about.name}", None)
        return self._typed(get_type_hints(kind)[about.name]) if made is None else made(kind)

    def _typed(self, hint: Any) -> Any:
        """Some value of that type."""
        if isinstance(hint, UnionType):
            return self._typed(self.draw.choice(get_args(hint)))
        if get_origin(hint) is tuple:
            return tuple(self._typed(get_args(hint)[0]) for _ in range(self.draw.randint(0, 2)))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.draw.choice(list(hint))
        if is_dataclass(hint):
            kinds = get_type_hints(hint)
            return hint(**{each.name: self._typed(kinds[each.name]) for each in fields(hint)})
        simple = {str: "iets", int: self.draw.randint(0, 3), float: 0.5, bool: True, type(None): None}
        return {**simple, datetime: self.known.at, date: self.known.at.date()}[hint]

    def _one(self, known: list[Any], mistake: Any) -> Any:
        return mistake if not known or self.draw.random() < _MISTAKE else self.draw.choice(known)

    # -- one method for each name of a field ---------------------------------------------------------------------

    def _counter(self, kind: type[c.Command]) -> int:
        if self.draw.random() < 0.85:
            return self.counter
        return int(self._one([each.number for each in self.known.config.counters], 99))

    def _to_counter(self, kind: type[c.Command]) -> int | None:
        return self._counter(kind) if self.draw.random() < 0.3 else None

    def _paper(self, kind: type[c.Command]) -> Paper:
        return Paper(header={"nl": "Publiekshal"})

    def _clerk(self, kind: type[c.Command]) -> str:
        everybody = [each.code for each in self.known.config.clerks]
        own = everybody[(self.counter - 1) % len(everybody)] if everybody else ""
        return own if self.draw.random() < 0.8 else str(self._one(everybody, "niemand"))

    def _officer(self, kind: type[c.Command]) -> str | None:
        return self._clerk(kind) if self.draw.random() < 0.3 else None

    def _products(self, kind: type[c.Command]) -> tuple[str, ...]:
        every = self.known.config.products
        known = [each.slug for each in every if each.intake in {Intake.BOTH, Intake.WALK_IN} or kind is not c.Issue]
        return tuple({str(self._one(known, "niets")) for _ in range(self.draw.choice((1, 1, 1, 2)))})

    def _contact_type(self, kind: type[c.Command]) -> str | None:
        known = [each.code for each in self.known.config.contact_types]
        return str(self._one(known, "anders")) if self.draw.random() < 0.4 else None

    def _label(self, kind: type[c.Command]) -> str:
        wanted = self.known.labels.get(_OF_STATE.get(kind, ContactState.WAITING).value, [])
        other = [label for labels in self.known.labels.values() for label in labels]
        return str(self._one(wanted or other, "K999"))

    def _number(self, kind: type[c.Command]) -> int | None:
        if kind is c.Issue and self.draw.random() < 0.9:
            return None
        return self.draw.randint(1, 30) if self.draw.random() < 0.9 else 0

    def _roll(self, kind: type[c.Command]) -> bool:
        return self.draw.random() < 0.1

    def _exclude(self, kind: type[c.Command]) -> tuple[str, ...]:
        waiting = self.known.labels.get("waiting", [])
        return tuple(self.draw.sample(waiting, min(len(waiting), 2)))

    def _code(self, kind: type[c.Command]) -> str:
        return str(self._one(self.known.codes, "XXXXXX"))

    def _start(self, kind: type[c.Command]) -> datetime:
        return self.known.at + timedelta(minutes=self.draw.choice((-30, -5, 0, 5, 40, 600, 1500)))

    def _minutes(self, kind: type[c.Command]) -> int:
        return self.draw.choice((5, 10, 45))

    def _language(self, kind: type[c.Command]) -> str:
        return self.draw.choice(("nl", "en", "ar"))

    def _party(self, kind: type[c.Command]) -> int:
        return self.draw.choice((1, 2, 4, 50, 0))

    def _needs(self, kind: type[c.Command]) -> tuple[str, ...]:
        return self.draw.choice(((), ("wheelchair",), ("help", "quiet"), ("interpreter",)))

    def _via(self, kind: type[c.Command]) -> str:
        return self.draw.choice(("reception", "kiosk", "dispenser"))

    def _printer(self, kind: type[c.Command]) -> str:
        return "bon"

    def _quantity(self, kind: type[c.Command]) -> int:
        return self.draw.randint(1, 3)

    def _initials(self, kind: type[c.Command]) -> str:
        return "S. de V."

    def _year(self, kind: type[c.Command]) -> int:
        return self.known.at.year - self.draw.choice((0, 1, 8, 9, 5000))

    # money: a small table of tariffs, lines that are paid exactly or for nothing, receipts that were made here

    def _tariffs(self, kind: type[c.Command]) -> tuple[Tariff, ...]:
        year, prices = self.known.at.year, {"PAS": 8325, "UIT": 1550}
        return tuple(Tariff(f"{year}/{code}", year, code, "1.2", code, cents) for code, cents in prices.items())

    def _lines(self, kind: type[c.Command]) -> tuple[Wish, ...]:
        free = self.draw.choice(("", "vrijgesteld"))
        return tuple(Wish(code, 1, free) for code in self.draw.choice((("PAS",), ("UIT",), ("PAS", "UIT"), ())))

    def _payments(self, kind: type[c.Command]) -> tuple[Payment, ...]:
        cents = self.draw.choice((8325, 1550, 9875, -8325, -1550, -9875, 0))
        return (Payment(self.draw.choice(list(Method)), cents),) if cents else ()

    def _receipt(self, kind: type[c.Command]) -> str:
        return str(self._one(self.receipts, "9999-000001"))

    def _pieces(self, kind: type[c.Command]) -> tuple[int, ...]:
        return self.draw.choice(((1,), (1, 1), (0, 1)))

    def _till(self, kind: type[c.Command]) -> int:
        return self.draw.choice((1, 1, 1, self.counter))

    def _cents(self, kind: type[c.Command]) -> int:
        return self.draw.choice((-500, 0, 2000))

    def _float_cents(self, kind: type[c.Command]) -> int:
        return self.draw.choice((0, 10_000))

    def remember(self, result: object) -> None:
        """What a step answered, when later ones can be about it."""
        if isinstance(result, Receipt):
            self.receipts.append(result.number)
        if isinstance(result, Promise):
            self.promises.append(result.id)

    def _due_at(self, kind: type[c.Command]) -> datetime:
        return self.known.at + timedelta(minutes=self.draw.choice((-5, 60, 3000)))

    def _promise(self, kind: type[c.Command]) -> str:
        return str(self._one(self.promises, "geen"))

    # -- and more names of fields --------------------------------------------------------------------------------

    def _topic(self, kind: type[c.Command]) -> str:
        return self.draw.choice(("openingstijden", "route", "é ✓"))

    def _reason(self, kind: type[c.Command]) -> str:
        return self.draw.choice(("", "spoed", "op verzoek"))

    def _note(self, kind: type[c.Command]) -> str:
        return self.draw.choice(("", "zie stuk\nen bel", "foto"))

    def _detail(self, kind: type[c.Command]) -> str:
        return self.draw.choice(("", "papier op"))

    def _outcome(self, kind: type[c.Command]) -> str:
        return self.draw.choice(("done", "no-show", "terugbellen"))

    def _came_back_because(self, kind: type[c.Command]) -> str:
        return self.draw.choice(("", "papieren"))

    def _depth(self, kind: type[c.Command]) -> int:
        return self.draw.randint(0, 3)

    def _position(self, kind: type[c.Command]) -> str:
        return self.draw.choice(("arrival", "first", "last", "ergens"))

    def _confirm(self, kind: type[c.Command]) -> bool:
        return self.draw.random() < 0.5

    def _job(self, kind: type[c.Command]) -> str:
        job, _ = self._one(self.known.jobs, ("geen", ""))
        return str(job)

    def _state(self, kind: type[c.Command]) -> str:
        return self.draw.choice([*NEXT_STATES, "printed"])

    def _at(self, kind: type[c.Command]) -> datetime | None:
        return self.known.at + timedelta(seconds=self.draw.choice((-60, 1, 90)))

    def _speed(self, kind: type[c.Command]) -> float:
        return 0.0

    def _config(self, kind: type[c.Command]) -> HallConfig:
        """Mostly the same hall with other numbers; now and then one without its last counter."""
        now = self.known.config
        limits = replace(now.settings, recall_limit=self.draw.choice((1, 2)), strictness=self.draw.random())
        some = now.counters[:-1] if len(now.counters) > 2 and self.draw.random() < _MISTAKE else now.counters
        return replace(now, settings=limits, counters=some)

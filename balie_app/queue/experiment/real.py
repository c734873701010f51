"""``balie simulate real``: recorded days of an office with departments, and the same days by kind of contact."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from itertools import repeat
from pathlib import Path

from balie_app.paths import resource
from balie_app.queue.experiment.byrule import compare
from balie_app.queue.experiment.fitting import HALVINGS, fitted
from balie_app.queue.experiment.lines import (
    SEEDS,
    Parser,
    WrongLine,
    add_output,
    bar,
    checked_picture,
    hours,
    number,
    save,
    seeds,
)
from balie_app.queue.experiment.mistakes import FileMistakes, Mistake
from balie_app.queue.experiment.page import fill
from balie_app.queue.experiment.picture import by_day
from balie_app.queue.experiment.reading import DayFiles, read_day
from balie_app.queue.experiment.realday import RealDay
from balie_app.queue.experiment.remarks import prepared
from balie_app.queue.experiment.report import csv_text, document, table
from balie_app.queue.experiment.rules import RULES
from balie_app.queue.experiment.staffing import Degree, desks

USAGE = """\
Een echte dag: zoals gemeten, per afdeling nagespeeld, en naar soort contact.

  balie simulate real --tickets BESTAND --counters BESTAND --service BESTAND --matters BESTAND

Dezelfde bezoekers, hetzelfde werk, evenveel open balies per minuut; alleen wie wie helpt is anders.
Zonder bestanden is het de dag die bij Balie hoort. Meer dagen tegelijk: geef na elk woord meer bestanden,
in dezelfde volgorde (--matters één keer).

  --competences MATE   same (ieder het eigen werk), neighbours (één zaak erbij), generalists (het hele soort);
                       zonder dit woord alle drie
  --seeds VAN-TOT      zo vaak wordt de dag nagespeeld, met andere gespreksduren (zonder dit woord 1-20)
  --longer FACTOR      alle gesprekken zoveel keer zo lang, zoals 1.1
  --fit                de gespreksduur per rij zo kiezen dat de afdelingen hun gemeten wachttijd krijgen
  --open VAN-TOT       balies roepen alleen tussen deze tijden op, zoals 09:00-15:00
  --rule REGEL, --strictness 0-1   wie er voorgaat (zie 'balie simulate hall --help'). In een verslag zonder
                       afspraken geeft elke regel hetzelfde: wie het langst wacht
  --series             in de JSON ook hoeveel mensen er per rij wachten, door de dag heen
  --page PAGINA#DEEL ...   de tabellen in een Markdown-pagina bijwerken, tussen <!-- DEEL --> en <!-- /DEEL -->
  --json, --csv, --picture BESTAND   de uitkomst bewaren; een grafiek is .svg of .pdf
"""
DEMO_FOLDER = ("demo", "praga-poludnie-2020-01-14")
DEMO_SOURCE = "City of Warsaw, district office Praga-Południe"
WORDS = ("tickets", "counters", "service")


def main(argv: list[str]) -> int:
    """Compare; prints a table per day."""
    given = _parser().parse_args(argv)
    checked_picture(given.picture)
    repeats = seeds(given.seeds)
    strictness, longer = number("--strictness", given.strictness, 0, 1), number("--longer", given.longer, 0.1, 10)
    opened, policy = hours(given.open), RULES[given.rule][0]
    days = _read_all(given)
    ready = [prepared(day, days) for day in days]
    _everybody_can_be_called(ready, opened)
    degrees = tuple(Degree) if given.competences is None else (Degree(given.competences),)
    each = len(repeats) * (1 + len(degrees) + (HALVINGS if given.fit else 0))
    with bar(each * len(ready), "Naspelen") as progress:
        factors: dict[str, dict[str, float]] | None = {} if given.fit else None
        if factors is not None:
            ready = [_fit(day, repeats, strictness, factors, progress.update) for day in ready]
        found = [compare(day, repeats, strictness, longer, degrees, opened, progress.update, policy) for day in ready]
    for target in given.page:
        fill(target, found, factors)
    told = save(given, document(found, factors, given.series), csv_text(found), lambda: by_day(found))
    sys.stdout.write("".join(table(each) for each in found) + "".join(f"{line}\n" for line in told))
    return 0


def _everybody_can_be_called(days: list[RealDay], opened: tuple[int, int] | None) -> None:
    for day in days:
        there = {queue for each in desks(day, Degree.SAME, opened) if each.open for queue in each.does}
        missing = [queue for queue in day.queues if queue not in there]
        if missing:
            raise WrongLine(f"Met --open is op {day.name} voor rij {', '.join(missing)} geen balie open.")


def _fit(
    day: RealDay,
    repeats: tuple[int, ...],
    strictness: float,
    factors: dict[str, dict[str, float]],
    tick: Callable[[], object],
) -> RealDay:
    day, factors[day.name] = fitted(day, repeats, strictness, tick)
    return day


def _parser() -> argparse.ArgumentParser:
    parser = Parser("real", USAGE)
    for word in WORDS:
        parser.add_argument(f"--{word}", type=Path, nargs="+", default=[])
    parser.add_argument("--matters", type=Path, default=None)
    parser.add_argument("--seeds", default=SEEDS)
    parser.add_argument("--strictness", default="0.5")
    parser.add_argument("--longer", default="1")
    parser.add_argument("--rule", choices=list(RULES), default="index")
    parser.add_argument("--open", default=None)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--series", action="store_true")
    parser.add_argument("--competences", choices=[str(each) for each in Degree], default=None)
    parser.add_argument("--page", nargs="+", default=[])
    add_output(parser)
    return parser


def _read_all(given: argparse.Namespace) -> list[RealDay]:
    """All days, or every mistake in all of their files."""
    days: list[RealDay] = []
    mistakes: list[Mistake] = []
    for files, source in _files(given):
        try:
            days.append(read_day(files, source))
        except FileMistakes as error:
            mistakes += [each for each in error.mistakes if each not in mistakes]
    if mistakes:
        raise FileMistakes(mistakes)
    names = [day.name for day in days]
    if len(set(names)) < len(names):
        raise WrongLine("Dezelfde dag staat er twee keer. Geef elke dag één keer.")
    return days


def _files(given: argparse.Namespace) -> list[tuple[DayFiles, str]]:
    lists: list[list[Path]] = [getattr(given, word) for word in WORDS]
    if not any(lists) and given.matters is None:
        return [(demo_files(), DEMO_SOURCE)]
    missing = [f"--{word}" for word in (*WORDS, "matters") if not getattr(given, word)]
    if missing:
        raise WrongLine(f"{' en '.join(missing)} ontbreekt. Een dag bestaat uit vier bestanden.")
    if len({len(each) for each in lists}) > 1:
        raise WrongLine(
            "--tickets, --counters en --service hebben niet evenveel bestanden. Geef er van elk één per dag."
        )
    return [(DayFiles(*each), "") for each in zip(*lists, repeat(given.matters), strict=False)]


def demo_files() -> DayFiles:
    """The day that ships with the product."""
    folder = resource(*DEMO_FOLDER)
    return DayFiles(*(folder / f"{word}.csv" for word in (*WORDS, "matters")))

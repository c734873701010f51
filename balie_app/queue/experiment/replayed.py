"""``balie simulate day``: a day out of a hall's journal, as it went and under other rules."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from datetime import date

from balie_app import settings
from balie_app.queue.experiment.journalday import TRAINING, JournalDay, desks, journal_day
from balie_app.queue.experiment.lines import Parser, WrongLine, add_output, bar, checked_picture, hours, number, save
from balie_app.queue.experiment.picture import by_rule
from balie_app.queue.experiment.playing import Floor, staying, welcome
from balie_app.queue.experiment.rules import RULES, Kept, Outcome, chosen, csv_text, kept, table
from balie_app.queue.hall import open_hall

USAGE = f"""\
Een dag uit het logboek van een hal: dezelfde bezoekers, gesprekken en balies onder andere regels.

  balie simulate day --date DATUM [--hall HAL]

HAL is een bestand (zoals hal.db) of postgresql://server/naam. Zonder --hall is het de hal van dit station.
DATUM is jaar-maand-dag, zoals 2026-11-23.

  --rule REGEL ...     {", ".join(RULES)}
                       (zonder dit woord alle)
  --strictness 0-1     hoe streng afspraken voorgaan (zonder dit woord: zoals de hal is ingesteld)
  --competences MATE   own (wat ieder mag), kinds (het hele soort contact waar iemand iets van doet), all (alles)
  --open VAN-TOT       balies roepen alleen tussen deze tijden, zoals 09:00-16:00
  --json, --csv, --picture BESTAND   de uitkomst bewaren; een grafiek is .svg of .pdf
"""
AS_IT_WENT = "recorded"
NAMES = {AS_IT_WENT: "zoals het die dag ging", **{word: name for word, (_, name) in RULES.items()}}


def main(argv: list[str]) -> int:
    """Compare; prints a table."""
    given = _parser().parse_args(argv)
    checked_picture(given.picture)
    day, opened = _date(given.date), hours(given.open)
    slider = None if given.strictness is None else number("--strictness", given.strictness, 0, 1)
    with closing(open_hall(given.hall or settings.own_hall())) as hall:
        config = hall.config()
        with hall.reading() as connection:
            held = journal_day(connection, config, day)
    if not held.visitors:
        raise WrongLine(f"Op {day} is in deze hal geen gesprek afgerond. Kies een andere dag.", 1)
    strictness = config.settings.strictness if slider is None else slider
    found = _compared(held, given, opened, strictness)
    title = f"{config.name}, {day}"
    told = save(given, _document(given, held, found, strictness), csv_text(found), lambda: by_rule(title, found, NAMES))
    remarks = "".join(f"  {line}\n" for line in held.remarks)
    sys.stdout.write(table(title, found, NAMES) + remarks + "".join(f"{line}\n" for line in told))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser("day", USAGE)
    parser.add_argument("--date", required=True)
    parser.add_argument("--hall", default=None)
    parser.add_argument("--rule", nargs="+", default=[])
    parser.add_argument("--strictness", default=None)
    parser.add_argument("--competences", choices=TRAINING, default=TRAINING[0])
    parser.add_argument("--open", default=None)
    add_output(parser)
    return parser


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongLine(f"--date {text} is geen datum. Schrijf jaar-maand-dag, zoals 2026-11-23.") from None


def _compared(
    held: JournalDay, given: argparse.Namespace, opened: tuple[int, int] | None, strictness: float
) -> dict[str, Kept]:
    """The record, and each rule on the same day."""
    day = held.day if opened is None else welcome(held.day, opened[1])
    if not day.comes.any():
        raise WrongLine("--open laat niemand binnen: iedereen kwam later.", 1)
    rules = chosen(given.rule, strictness)
    places = staying(desks(held, given.competences, opened), day, held.kinds)
    found = {AS_IT_WENT: kept([Outcome(held.day, held.called)])}
    with bar(len(rules), "Naspelen") as progress:
        for word, rule in rules.items():
            found[word] = kept([Outcome(day, Floor(places, held.kinds, rule).played(day).start)])
            progress.update()
    return found


def _document(
    given: argparse.Namespace, held: JournalDay, found: dict[str, Kept], strictness: float
) -> dict[str, object]:
    return {
        "format": "balie simulate day 1",
        "day": given.date,
        "settings": {"strictness": strictness, "competences": given.competences, "open": given.open},
        "remarks": list(held.remarks),
        "rules": {word: each.plain() for word, each in found.items()},
    }

"""``balie simulate hall``: invented days of a small, middle or large hall under several rules."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from balie_app.queue.dispatch.beliefs import believe
from balie_app.queue.dispatch.day import Day, Played, Staffing
from balie_app.queue.dispatch.halls import KINDS, MEAN, NAMES, OPEN_MINUTES, SIGMA, SyntheticHall
from balie_app.queue.dispatch.kernel import NOBODY
from balie_app.queue.dispatch.lookahead import LookAhead
from balie_app.queue.dispatch.player import Table, play_choosing
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
from balie_app.queue.experiment.picture import by_rule
from balie_app.queue.experiment.playing import Floor, welcome
from balie_app.queue.experiment.rules import RULES, Kept, Outcome, chosen, csv_text, kept, table
from balie_app.queue.experiment.staffing import ALWAYS, Desk, somebody_stays

LOOK_AHEAD = "look-ahead"
USAGE = f"""\
Verzonnen dagen van een hal, met dezelfde bezoekers onder elke regel.

  balie simulate hall small|mid|large [--load DRUKTE] [--seeds VAN-TOT]

small heeft 3 balies, mid 10, large 40.

  --load DRUKTE        deel van wat de balies hoogstens aankunnen, van 0.1 tot 1.2 (zonder dit woord 0.9)
  --seeds VAN-TOT      welke dagen; elk getal is één dag (zonder dit woord 1-20)
  --rule REGEL ...     {", ".join(RULES)}
                       (zonder dit woord alle); of {LOOK_AHEAD}: Balie kijkt vooruit (rekent langer)
  --strictness 0-1     hoe streng de regel van Balie afspraken laat voorgaan (zonder dit woord 0.5)
  --competences MATE   own (elke balie de eigen soorten contact) of all (elke balie alles)
  --open VAN-TOT       andere openingstijd van de balies, zoals 09:00-16:00 (zonder dit woord 08:30-17:00)
  --json, --csv, --picture BESTAND   de uitkomst bewaren; een grafiek is .svg of .pdf
"""
DOORS = 8 * 60 + 30
"""The minute since midnight at which the generator's day begins."""
HALLS = {"small": "Kleine hal (3 balies)", "mid": "Middelgrote hal (10 balies)", "large": "Grote hal (40 balies)"}
ALL_RULES = {**{word: name for word, (_, name) in RULES.items()}, LOOK_AHEAD: "Balie: vooruitkijken"}


def main(argv: list[str]) -> int:
    """Compare; prints a table."""
    given = _parser().parse_args(argv)
    checked_picture(given.picture)
    load, slider = number("--load", given.load, 0.1, 1.2), number("--strictness", given.strictness, 0, 1)
    days, rules = seeds(given.seeds), chosen([word for word in given.rule if word != LOOK_AHEAD], slider)
    words = given.rule or list(rules)
    if LOOK_AHEAD in words and given.open is not None:
        raise WrongLine(f"--rule {LOOK_AHEAD} kan hier niet samen met --open. Laat een van beide weg.")
    hall, opened = SyntheticHall(given.hall, load), hours(given.open)
    outcomes: dict[str, list[Outcome]] = {word: [] for word in words}
    with bar(len(days) * len(words), "Naspelen") as progress:
        for seed in days:
            day = _welcome(hall.day(seed), opened)
            desks = _desks(hall, given.competences, opened, day)
            for word in words:
                called = (
                    _look_ahead(hall, desks, day)
                    if word == LOOK_AHEAD
                    else Floor(desks, KINDS, rules[word]).played(day)
                )
                outcomes[word].append(Outcome(day, called.start))
                progress.update()
    found = {word: kept(each) for word, each in outcomes.items()}
    busy = f"{load:g}".replace(".", ",")
    title = f"{HALLS[given.hall]}, drukte {busy}: {len(days)} {'dag' if len(days) == 1 else 'dagen'} ({given.seeds})"
    told = save(given, _document(given, found), csv_text(found), lambda: by_rule(title, found, ALL_RULES))
    sys.stdout.write(table(title, found, ALL_RULES) + "".join(f"{line}\n" for line in told))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser("hall", USAGE)
    parser.add_argument("hall", choices=NAMES)
    parser.add_argument("--load", default="0.9")
    parser.add_argument("--seeds", default=SEEDS)
    parser.add_argument("--rule", nargs="+", default=[])
    parser.add_argument("--strictness", default="0.5")
    parser.add_argument("--competences", choices=("own", "all"), default="own")
    parser.add_argument("--open", default=None)
    add_output(parser)
    return parser


def _welcome(day: Day, opened: tuple[int, int] | None) -> Day:
    """Who comes after closing finds the door shut."""
    if opened is None:
        return day
    welcomed = welcome(day, opened[1] - DOORS)
    if not welcomed.comes.any():
        raise WrongLine("--open laat niemand binnen. De dag loopt van 08:30 tot 17:00.", 1)
    return welcomed


def _desks(hall: SyntheticHall, competences: str, opened: tuple[int, int] | None, day: Day) -> list[Desk]:
    begin, end = (-OPEN_MINUTES, ALWAYS) if opened is None else (opened[0] - DOORS, opened[1] - DOORS)
    made = [
        Desk("", index, ((float(begin), float(end)),), _does(row, competences))
        for index, row in enumerate(hall.staffing.eligible[0].tolist())
    ]
    here = day.comes
    last = {kind: float(day.arrival[here & (day.kind == number)].max(initial=0.0)) for number, kind in enumerate(KINDS)}
    return made if opened is None else somebody_stays(made, last)


def _look_ahead(hall: SyntheticHall, desks: Sequence[Desk], day: Day) -> Played:
    """Each day begins with the same chances, so that its result does not depend on the days before it."""
    staffing = Staffing([[kind in desk.does for kind in KINDS] for desk in desks])
    ahead = LookAhead(staffing, believe(MEAN, SIGMA, hall.walk_in_rates, OPEN_MINUTES))

    def choose(table: Table, counter: int) -> int:
        scene, here = table.scene()
        found = ahead.advise(scene, counter).visitor
        return NOBODY if found == NOBODY else int(here[found])

    return play_choosing(day, staffing, choose)


def _does(row: list[bool], competences: str) -> tuple[str, ...]:
    return tuple(kind for kind, able in zip(KINDS, row, strict=True) if able or competences == "all")


def _document(given: argparse.Namespace, found: dict[str, Kept]) -> dict[str, object]:
    words = ("hall", "load", "seeds", "strictness", "competences", "open")
    settings = {word: getattr(given, word) for word in words}
    return {
        "format": "balie simulate hall 1",
        "settings": settings,
        "rules": {word: held.plain() for word, held in found.items()},
    }

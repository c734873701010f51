"""``balie simulate norm``: which kind of contact breaks its norm day after day, and which one competence repairs it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from balie_app import settings
from balie_app.queue.dispatch.day import Rule
from balie_app.queue.dispatch.kernel import INDEX
from balie_app.queue.experiment.journalday import OWN, JournalDay, desks, journal_day
from balie_app.queue.experiment.lines import Parser, WrongLine, bar, number
from balie_app.queue.experiment.playing import Floor, staying
from balie_app.queue.hall import open_hall
from balie_app.queue.rules.choose import strictness
from balie_app.queue.rules.eligible import needs_privacy
from balie_app.queue.rules.hall import Clerk, ContactType, HallConfig
from balie_app.queue.store import tables

USAGE = """\
Welk soort contact haalt de norm dag na dag niet, en welke ene bevoegdheid erbij zou dat herstellen.
De laatste dagen van een hal worden nagespeeld: zoals het was, en met elke mogelijke bevoegdheid erbij.

  balie simulate norm [--hall HAL] [--days AANTAL]

HAL is een bestand (zoals hal.db) of postgresql://server/naam. Zonder --hall is het de hal van dit station.
AANTAL is hoeveel dagen met bezoekers meetellen, de laatste het eerst (zonder dit woord 20).
"""
DAYS, MOST_DAYS = 20, 250
FEWEST = 3
"""Conversations of a kind on a day, for that day to say something about the kind."""
AGAIN_AND_AGAIN = 0.5
"""A kind that breaks its norm on this share of its days does so day after day."""
BOOKED, SHORT, LONG = "appointment", "walk-in-short", "walk-in-long"
"""The norms of calling in time."""
SHORT_MINUTES = 15
USUAL_SHARE = 0.9

Yes = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Weak:
    """A kind of contact that breaks its norm day after day."""

    kind: str
    days: int
    broken: int
    recorded: float
    """Share that was called in time, on all its days."""
    repairs: tuple[Repair, ...]
    """The best first; empty when no clerk could learn it."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One clerk who would learn one kind of contact."""

    clerk: str
    before: float
    """Share in time in the days played again as they were."""
    after: float
    """The same, when the clerk also did this kind."""
    others: float
    """How much the share of all other kinds changes."""


def main(argv: list[str]) -> int:
    """Prints what was found; answers the exit code."""
    given = _parser().parse_args(argv)
    wanted = int(number("--days", given.days, 1, MOST_DAYS))
    with closing(open_hall(given.hall or settings.own_hall())) as hall, hall.reading() as connection:
        config = hall.config().on(hall.now().date())
        held = [journal_day(connection, config, day) for day in last_days(connection, wanted)]
    known = [each for each in held if each.visitors]
    if not known:
        raise WrongLine("In deze hal is nog geen gesprek afgerond. Probeer het na een dag met bezoekers.", 1)
    found = weak_kinds(known, config)
    sys.stdout.write("".join(f"{line}\n" for line in told(found, len(known), config)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser("norm", USAGE)
    parser.add_argument("--hall", default=None)
    parser.add_argument("--days", default=str(DAYS))
    return parser


def last_days(connection: Connection, count: int) -> list[date]:
    """The last days with contacts, newest first."""
    day = tables.contact.c.day
    return list(connection.execute(select(day).distinct().order_by(day.desc()).limit(count)).scalars())


def weak_kinds(held: Sequence[JournalDay], config: HallConfig) -> list[Weak]:
    """Every kind of contact that breaks its norm day after day, with the competences that would help."""
    rule = Rule(INDEX, strictness(config.settings.strictness))
    before = [_in_time(each, each.config, rule) for each in held]
    weak = [(kind, days) for kind in config.contact_types if (days := _broken_days(held, kind, config))]
    tries = [(kind, clerk) for kind, _ in weak for clerk in _learners(held, kind, config)]
    repairs: dict[str, list[Repair]] = {}
    with bar(len(tries), "Naspelen") as progress:
        for kind, clerk in tries:
            repairs.setdefault(kind.code, []).append(_repair(held, before, kind, clerk, rule))
            progress.update()
    return [
        Weak(
            kind.code,
            *_counted(held, kind, days),
            tuple(sorted(repairs.get(kind.code, ()), key=lambda each: (-each.after, -each.others, each.clerk))),
        )
        for kind, days in weak
    ]


def _of_kind(held: JournalDay, kind: str) -> Yes:
    return np.array([contact.contact_type == kind for contact, _ in held.visitors], dtype=bool)


def _recorded(held: JournalDay) -> Yes:
    return held.called <= held.day.due_at


def _share(yes: Sequence[Yes]) -> float:
    every = np.concatenate(yes) if yes else np.empty(0)
    return float(every.mean()) if len(every) else 1.0


def _broken_days(held: Sequence[JournalDay], kind: ContactType, config: HallConfig) -> list[JournalDay]:
    """The days on which this kind broke a promise; none when that is not most of its days."""
    counted = [each for each in held if _of_kind(each, kind.code).sum() >= FEWEST]
    broken = [each for each in counted if _breaks(each, kind.code, config)]
    return broken if counted and len(broken) >= AGAIN_AND_AGAIN * len(counted) else []


def _breaks(held: JournalDay, kind: str, config: HallConfig) -> bool:
    mine, booked, kept = _of_kind(held, kind), held.day.is_booked, _recorded(held)
    short = config.contact_type_by_code[kind].norm_minutes <= SHORT_MINUTES
    promised = ((mine & ~booked, SHORT if short else LONG), (mine & booked, BOOKED))
    return any(bool(those.any()) and kept[those].mean() < _promise(config, norm) for those, norm in promised)


def _promise(config: HallConfig, code: str) -> float:
    norm = config.norm_on(code)
    return USUAL_SHARE if norm is None else norm.share


def _counted(held: Sequence[JournalDay], kind: ContactType, broken: Sequence[JournalDay]) -> tuple[int, int, float]:
    counted = [each for each in held if _of_kind(each, kind.code).sum() >= FEWEST]
    return len(counted), len(broken), _share([_recorded(each)[_of_kind(each, kind.code)] for each in counted])


def _learners(held: Sequence[JournalDay], kind: ContactType, config: HallConfig) -> Iterator[Clerk]:
    """Clerks who sat at a counter that suits this kind, and do not do all of it yet."""
    suits = {
        counter.number
        for counter in config.counters
        if counter.type in kind.counter_types and (counter.private or not needs_privacy(kind))
    }
    sat = {seat.clerk for each in held for seat in each.seats if seat.counter in suits}
    yield from (clerk for clerk in config.clerks if clerk.code in sat and not clerk.competences & {"*", kind.code})


def _repair(held: Sequence[JournalDay], before: Sequence[Yes], kind: ContactType, clerk: Clerk, rule: Rule) -> Repair:
    taught = replace(clerk, competences=clerk.competences | {kind.code})
    config = held[0].config
    more = replace(config, clerks=tuple(taught if each.code == clerk.code else each for each in config.clerks))
    after = [_in_time(each, more, rule) for each in held]
    mine = [_of_kind(each, kind.code) for each in held]
    was, now = ([yes[those] for yes, those in zip(every, mine, strict=True)] for every in (before, after))
    rest_was, rest_now = ([yes[~those] for yes, those in zip(every, mine, strict=True)] for every in (before, after))
    return Repair(clerk.code, _share(was), _share(now), _share(rest_now) - _share(rest_was))


def _in_time(held: JournalDay, config: HallConfig, rule: Rule) -> Yes:
    """Who is called in time when the day is played again with the clerks of ``config``."""
    places = staying(desks(replace(held, config=config), OWN, None), held.day, held.kinds)
    return Floor(places, held.kinds, rule).played(held.day).start <= held.day.due_at + 1e-6


# -- telling -------------------------------------------------------------------------------------------


def told(found: Sequence[Weak], days: int, config: HallConfig) -> Iterator[str]:
    """The outcome in sentences."""
    yield f"{config.name}, {'de laatste dag' if days == 1 else f'de laatste {days} dagen'} met bezoekers."
    if not found:
        yield "Geen soort contact haalt de norm dag na dag niet."
    for weak in found:
        name = config.contact_type_by_code[weak.kind].labels.get("nl", weak.kind)
        yield ""
        yield f"{name}: op {weak.broken} van de {weak.days} dagen niet gehaald; {_percent(weak.recorded)} op tijd."
        yield from _advice(weak, config)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _advice(weak: Weak, config: HallConfig) -> Iterator[str]:
    best = weak.repairs[0] if weak.repairs else None
    if best is None:
        yield "  Niemand kan dit er nog bij leren: wie op een geschikte plek zat, doet dit al. Open vaker een plek."
    elif best.after - best.before < 0.005:
        yield "  Eén bevoegdheid erbij helpt niet. Open vaker een plek voor dit soort contact."
    else:
        name = config.clerk_by_code[best.clerk].name
        before, after = _percent(best.before), _percent(best.after)
        yield f"  Leert {name} dit erbij, dan is {after} op tijd (nagespeeld zonder: {before})."
        others = f"{100 * best.others:+.1f}".replace(".", ",")
        yield f"  De andere soorten contact samen: {others} procentpunt."

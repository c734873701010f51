"""Slips about papers: proof of what was handed in, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator

from balie_app.printing.documents import Document, Line, Part, Rule
from balie_app.printing.slip_parts import listed, listed_under, made, matter, note, number, sheet
from balie_app.printing.stationery import GAP, tongue, with_dutch
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.slips import Slip


def papers_in_document(config: HallConfig, slip: Slip, *, copy: bool = False) -> Document:
    """Which papers the municipality has now, since when, and who took them in."""
    return sheet(config, slip, "papers_in", _papers_in(config, slip), copy=copy)


def papers_missing_document(config: HallConfig, slip: Slip, *, copy: bool = False) -> Document:
    """What to bring next time."""
    return sheet(config, slip, "papers_missing", _papers_missing(config, slip), copy=copy)


def _papers_in(config: HallConfig, slip: Slip) -> Iterator[Part]:
    spoken = tongue(config, slip.language)
    yield from number(slip, spoken)
    yield from made(config, slip, spoken)
    yield from matter(slip, spoken)
    yield GAP
    yield from with_dutch(spoken, "papers_in_list")
    yield from listed(slip.things, spoken)
    yield from note(slip, spoken)
    yield from (GAP, Rule(), GAP)
    yield Line(spoken.say("papers_in_keep"))


def _papers_missing(config: HallConfig, slip: Slip) -> Iterator[Part]:
    spoken = tongue(config, slip.language)
    yield from listed(slip.things, spoken)
    yield GAP
    yield from with_dutch(spoken, "papers_missing_next")
    yield from listed_under("papers_missing_again", slip.again, spoken)
    yield from note(slip, spoken)
    yield from matter(slip, spoken)
    yield GAP
    yield from number(slip, spoken)
    yield from made(config, slip, spoken)

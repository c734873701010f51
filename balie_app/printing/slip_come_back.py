"""The come-back-at slip: the time very large, and that the number keeps its place."""

from __future__ import annotations

from collections.abc import Iterator

from balie_app.printing.documents import Code, Document, Line, Number, Part, Size
from balie_app.printing.slip_parts import local, matter, number, sheet
from balie_app.printing.stationery import GAP, WIDE, tongue, with_dutch
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.slips import Slip


def come_back_document(config: HallConfig, slip: Slip, *, copy: bool = False) -> Document:
    """When to come back."""
    return sheet(config, slip, "come_back", _parts(config, slip), copy=copy)


def _parts(config: HallConfig, slip: Slip) -> Iterator[Part]:
    spoken = tongue(config, slip.language)
    at = local(config, slip.when or slip.at)
    yield Number(spoken.time(at))
    yield Line(spoken.date(at), Size.LARGE, bold=True)
    yield GAP
    yield from number(slip, spoken)
    yield from matter(slip, spoken)
    yield GAP
    yield from with_dutch(spoken, "come_back_keeps")
    yield Line(spoken.say("come_back_early"))
    yield WIDE
    yield Code(slip.code)

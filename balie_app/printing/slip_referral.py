"""The referral slip: where else the visitor can go, with what the clerk wrote along."""

from __future__ import annotations

from collections.abc import Iterator

from balie_app.printing.documents import Document, Part
from balie_app.printing.slip_parts import both, made, matter, note, number, sheet
from balie_app.printing.stationery import GAP, tongue
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.slips import Slip


def referral_document(config: HallConfig, slip: Slip, *, copy: bool = False) -> Document:
    """Where to go for what this hall does not do."""
    return sheet(config, slip, "referral", _parts(config, slip), copy=copy)


def _parts(config: HallConfig, slip: Slip) -> Iterator[Part]:
    spoken = tongue(config, slip.language)
    if slip.place is not None:
        yield from both(slip.place, spoken, bold=True)
    yield from note(slip, spoken)
    yield from matter(slip, spoken, "referral_for")
    yield GAP
    yield from number(slip, spoken)
    yield from made(config, slip, spoken)

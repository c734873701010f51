"""The confirmation of an appointment: date, time, where, what for, what to bring, and the code to check in with.

Who receives the visitor is not on it: an officer's code means nothing to a visitor, and a name does not belong there.
"""

from __future__ import annotations

from collections.abc import Iterator

from balie_app.printing.documents import Code, Document, Line, Part, Rule, Size, clean
from balie_app.printing.money_receipt import address
from balie_app.printing.slip_parts import listed_under, local, matter, sheet
from balie_app.printing.stationery import GAP, WIDE, tongue, with_dutch
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.slips import Slip


def confirmation_document(config: HallConfig, slip: Slip, *, copy: bool = False) -> Document:
    """When and where the visitor is expected."""
    return sheet(config, slip, "confirmation", _parts(config, slip), copy=copy)


def _parts(config: HallConfig, slip: Slip) -> Iterator[Part]:
    spoken = tongue(config, slip.language)
    at = local(config, slip.when or slip.at)
    yield Line(spoken.date(at), Size.LARGE, bold=True)
    yield Line(spoken.time(at), Size.LARGE, bold=True)
    yield from _where(config)
    yield from matter(slip, spoken)
    yield from listed_under("bring_along", slip.things, spoken)
    yield from (GAP, Rule(), GAP)
    yield from with_dutch(spoken, "confirmation_code", code=clean(slip.code))
    yield Line(spoken.say("confirmation_use"))
    yield WIDE
    yield Code(slip.code)


def _where(config: HallConfig) -> Iterator[Part]:
    yield GAP
    yield Line(clean(config.name))
    for line in address(config):
        yield Line(clean(line), Size.SMALL)

"""The words about paper for visitors: later today, slips, the report of a day, and printing again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from balie_app.queue import commands as c
from balie_app.queue.ctl import fields as f
from balie_app.queue.ctl import shapes
from balie_app.queue.ctl.fields import Fields
from balie_app.queue.ctl.lines import bad
from balie_app.queue.ctl.shapes import Json
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.slips import SlipKind
from balie_app.queue.store.records import PrintRecord
from balie_app.queue.store.work import Work

PRINTER = f.text(40)
NOTE = f.text(5000, empty=True, lines=True)
THING = f.text(400)


def _later(fields: Fields) -> c.Command:
    label, at = fields.need("ticket", f.ticket), fields.need("back_at", f.moment)
    return c.ComeLater(label, at, fields.may("printer", PRINTER))


def _slip(fields: Fields) -> c.Command:
    return c.PrintSlip(
        kind=SlipKind(fields.need("kind", f.word(*SlipKind))),
        printer=fields.need("printer", PRINTER),
        label=fields.has("ticket", f.ticket, ""),
        code=fields.has("code", f.NAME, ""),
        products=fields.has("products", f.texts(f.NAME, empty=True), ()),
        things=fields.has("things", f.texts(THING, empty=True), ()),
        place=fields.has("place", f.SENTENCE, ""),
        note=fields.has("note", NOTE, ""),
        counter=fields.may("counter", f.whole()),
        language=fields.may("language", f.language),
    )


def _day(place: str, value: Any) -> date:
    found = f.edge(place, value)
    if len(str(value)) != len("2026-03-02"):
        raise bad(place, "een dag, zoals 2026-03-02")
    return found


def _report(fields: Fields) -> c.Command:
    return c.PrintDayReport(fields.need("printer", PRINTER), fields.may("day", _day))


def _again(fields: Fields) -> c.Command:
    """A ticket by its number, any other paper by its job."""
    label, job = fields.may("ticket", f.ticket), fields.may("job", f.NAME)
    printer = fields.need("printer", PRINTER)
    if (label is None) == (job is None):
        raise bad("ticket", "een nummer, of in plaats daarvan job")
    return c.PrintAgain(job, printer) if job is not None else c.Reprint(label or "", printer)


def _away(work: Work, command: c.ComeLater, _result: Any) -> Json:
    back = work.contact(command.label).comes_back_at
    return {"ticket": shapes.ticket(work, command.label), "back_at": shapes.time(work, back)}


def _job(_work: Work, _command: Any, result: PrintRecord | None) -> Json:
    if result is None:
        raise Refused("no-such-job", job="")
    return {"job": job(result)}


def job(found: PrintRecord) -> Json:
    """A piece of paper on its way; not what stands on it."""
    names = ("printer", "kind", "state", "copy")
    return {"job": found.id, "ticket": found.label or None, **{name: getattr(found, name) for name in names}}


CHANGES: dict[str, tuple[Callable[[Fields], c.Command], Callable[[Work, Any, Any], Json]]] = {
    "later": (_later, _away),
    "print-slip": (_slip, _job),
    "print-day-report": (_report, _job),
    "reprint": (_again, _job),
}
"""Word → how it is read, how it is answered."""

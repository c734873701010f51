"""The questions: commands that only look. Each reads its fields first and then the hall, in one picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from balie_app.queue.config import document
from balie_app.queue.ctl import fields as f
from balie_app.queue.ctl import money, shapes
from balie_app.queue.ctl.explain import explain
from balie_app.queue.ctl.fields import Fields
from balie_app.queue.ctl.lines import bad
from balie_app.queue.ctl.shapes import Json
from balie_app.queue.desk.intake import contact_type_of
from balie_app.queue.figures import BY, figures, span
from balie_app.queue.rules.eligible import obstacles, offered
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState, CounterWork
from balie_app.queue.store import journal, tables
from balie_app.queue.store.expected import expected_wait
from balie_app.queue.store.picture import read_view
from balie_app.queue.store.records import load
from balie_app.queue.store.work import Work
from balie_app.queue.views import HallView

Look = Callable[[Work], Json]
MOST_ENTRIES = 10_000
ZONE = f.text(64, empty=True)


def _hall(_fields: Fields) -> Look:
    return lambda work: {"hall": document(work.whole)}


def _ticket(fields: Fields) -> Look:
    label = fields.need("ticket", f.ticket)
    return lambda work: {"ticket": shapes.ticket(work, label)}


def _view(work: Work) -> HallView:
    return read_view(work.connection, work.head, work.config, work.wall)


def _waiting(fields: Fields) -> Look:
    number = fields.may("counter", f.whole())

    def look(work: Work) -> Json:
        view = _view(work)
        queue = [each for each in _here(view) if not _busy(view, each)]
        if number is not None:
            queue = [each for each in queue if _callable(work, view, each, work.counter(number))]
        every = _contacts_of(work, {each.visit for each in queue})
        first = {each.visit: each for each in reversed(queue)}
        shown = [each for each in queue if first[each.visit] is each]
        return {
            "waiting": [
                shapes.ticket_of(work, view.visits[each.visit], every[each.visit], each, view.waits.get(each.id))
                for each in shown
            ]
        }

    return look


def _here(view: HallView) -> list[Contact]:
    """Who waits, without those who come back later today."""
    return [each for each in view.contacts if each.state is ContactState.WAITING and not each.is_away(view.read_at)]


def _busy(view: HallView, contact: Contact) -> bool:
    """Whether the visitor is at a counter with another question."""
    return any(each.visit == contact.visit and each.state in AT_COUNTER for each in view.contacts)


def _callable(work: Work, view: HallView, contact: Contact, found: CounterWork) -> bool:
    """Whether this counter may call the contact now; a counter without a clerk is asked for its place only."""
    place, clerk = work.config.counter_by_number[found.number], work.config.clerk_by_code.get(found.clerk or "")
    personal = set() if clerk else {"not-competent", "for-another-clerk"}
    stands = obstacles(contact, view.visits[contact.visit].needs, place, clerk, work.config)
    return offered(contact, work.now) and not set(stands) - personal


def _contacts_of(work: Work, visits: set[str]) -> dict[str, list[Contact]]:
    """All contacts of these visits, by visit, in their order."""
    table, found = tables.contact, {key: list[Contact]() for key in visits}
    mine = select(table.c.visit).where(table.c.day == work.day, tables.WAITING)
    for row in work.connection.execute(select(table).where(table.c.visit.in_(mine)).order_by(table.c.ordinal)):
        contact = load(Contact, row)
        if contact.visit in found:
            found[contact.visit].append(contact)
    return found


def _counters(fields: Fields) -> Look:
    zone = fields.may("zone", ZONE)

    def look(work: Work) -> Json:
        numbers = [each.number for each in work.config.counters if zone in {None, each.zone}]
        return {"counters": [shapes.counter(work, work.counter(number)) for number in numbers]}

    return look


def _screen(fields: Fields) -> Look:
    zone = fields.may("zone", ZONE)
    return lambda work: {"screen": _screen_of(work, _view(work), zone)}


def _screen_of(work: Work, view: HallView, zone: str | None) -> Json:
    zones = {each.number: each.zone for each in work.config.counters}
    fresh = {each.call_seq for each in view.contacts if each.state is ContactState.CALLED}
    calls = [call for call in view.calls if zone in {None, zones.get(call.counter)}]
    waiting = _here(view)
    return {
        "at": shapes.time(work, view.read_at),
        "calls": [
            {
                "label": each.label,
                "counter": each.counter,
                "at": shapes.time(work, each.at),
                "new": each.seq in fresh,
            }
            for each in calls
        ],
        "waiting": {code: _of_type(view, waiting, code) for code in work.config.contact_type_by_code},
    }


def _of_type(view: HallView, waiting: Iterable[Contact], code: str) -> Json:
    wait = shapes.forecast(view.type_waits.get(code)) or {"p50": None, "p90": None}
    count = sum(each.contact_type == code for each in waiting)
    return {"count": count, "p50": wait["p50"], "p90": wait["p90"]}


def _forecast(fields: Fields) -> Look:
    slugs = fields.need("products", f.texts(f.NAME))

    def look(work: Work) -> Json:
        kind = contact_type_of(work, slugs)
        due = work.now + timedelta(minutes=kind.norm_minutes)
        start = ContactState.WAITING
        probe = Contact("", "", work.day, "\uffff", start, kind.code, slugs, work.now, due, waiting_since=work.now)
        return {"forecast": shapes.forecast(expected_wait(work, probe, ()))}

    return look


def _promises(_fields: Fields) -> Look:
    return lambda work: {"promises": [shapes.promise(work, each) for each in _view(work).promises]}


def _explain(fields: Fields) -> Look:
    number = fields.need("counter", f.whole())
    return lambda work: {"explain": explain(work, number)}


def _figures(fields: Fields) -> Look:
    first, last = fields.need("from", f.edge), fields.need("to", f.edge)
    by = fields.may("by", f.word(*BY))

    def look(work: Work) -> Json:
        start, end = span(first, last, ZoneInfo(work.config.timezone))
        if start >= end:
            raise bad("to", "een dag of tijd na from")
        return {"figures": figures(work.connection, work.config, start, end, by)}

    return look


def _journal(fields: Fields) -> Look:
    since = fields.has("since", f.whole(0, 2**62), 0)
    limit = fields.has("limit", f.whole(0, MOST_ENTRIES), 1000)

    def look(work: Work) -> Json:
        found: Any = journal.entries(work.connection, since, limit)
        return {"entries": [shapes.entry(work, each) for each in found]}

    return look


QUESTIONS: dict[str, Callable[[Fields], Look]] = {
    "hall": _hall,
    "ticket": _ticket,
    "waiting": _waiting,
    "counters": _counters,
    "screen": _screen,
    "forecast": _forecast,
    "promises": _promises,
    "explain": _explain,
    "figures": _figures,
    "journal": _journal,
    **money.QUESTIONS,
}
"""Every command of the contract that only looks."""

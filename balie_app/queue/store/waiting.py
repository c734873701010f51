"""The heads of the waiting lists that a counter may take, without loading the lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Row, Select, exists, select, union_all

from balie_app.queue.rules.choose import Candidate
from balie_app.queue.rules.hall import Counter
from balie_app.queue.rules.visit import AT_COUNTER, Contact
from balie_app.queue.store import tables
from balie_app.queue.store.work import Work

HEADS = 25
"""Contacts read of each kind; only when none of these suits (competence, needs) are all read."""

_contact = tables.contact
_other = tables.contact.alias("other")


def candidates_for(work: Work, counter: Counter, exclude: tuple[str, ...] = ()) -> list[Candidate]:
    """The most urgent waiting contacts of each kind that this counter's type may take."""
    kinds = [kind.code for kind in work.config.contact_types if counter.type in kind.counter_types]
    mine = _contact.c.contact_type.in_(kinds)
    heads = [_head(_contact.c.contact_type == code, booked) for code in kinds for booked in (False, True)]
    heads += [
        _head(mine & (_contact.c.position == "first"), False),
        _head(_contact.c.only_counter == counter.number, False),
    ]
    limited = [_waiting(work, exclude, head).subquery() for head in heads]
    return _candidates(work, union_all(*(select(each) for each in limited)))


def all_candidates(work: Work, exclude: tuple[str, ...] = ()) -> list[Candidate]:
    """Everybody who waits: for the rare counter that none of the heads suits."""
    return _candidates(work, _waiting(work, exclude, None))


@dataclass(frozen=True, slots=True)
class _Head:
    which: ColumnElement[bool]
    order: ColumnElement[Any]


def _head(which: ColumnElement[bool], booked: bool) -> _Head:
    kept = _contact.c.appointment_at.is_not(None) if booked else _contact.c.appointment_at.is_(None)
    return _Head(which & kept, _contact.c.due_at if booked else _contact.c.arrived_at)


def _waiting(work: Work, exclude: tuple[str, ...], head: _Head | None) -> Select[Any]:
    elsewhere = exists().where(_other.c.visit == _contact.c.visit, _other.c.state.in_(AT_COUNTER))
    visit = tables.visit
    query = (
        select(*_contact.c, visit.c.needs.label("visit_needs"), visit.c.language.label("visit_language"))
        .join(visit, visit.c.id == _contact.c.visit)
        .where(_contact.c.day == work.day, tables.WAITING, ~elsewhere, _contact.c.label.not_in(exclude))
    )
    return query if head is None else query.where(head.which).order_by(head.order, _contact.c.label).limit(HEADS)


def _candidates(work: Work, query: Select[Any] | CompoundSelect[Any]) -> list[Candidate]:
    found = {row.id: row for row in work.connection.execute(query)}
    return [_candidate(work, row) for row in found.values()]


def _candidate(work: Work, row: Row[Any]) -> Candidate:
    record = dict(row._mapping)
    needs, language = record.pop("visit_needs"), record.pop("visit_language")
    return Candidate(work.known(Contact(**record)), needs, language)

"""The heads of the waiting lists that a counter may take, without loading the lists."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Row, Select, bindparam, exists, select, union_all

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
    kinds = tuple(kind.code for kind in work.config.contact_types if counter.type in kind.counter_types)
    rows = work.connection.execute(_heads(kinds), {"day": work.day, "counter": counter.number})
    return _candidates(work, rows, exclude)


def all_candidates(work: Work, exclude: tuple[str, ...] = ()) -> list[Candidate]:
    """Everybody who waits: for the rare counter that none of the heads suits."""
    return _candidates(work, work.connection.execute(_everybody(), {"day": work.day}), exclude)


@cache
def _heads(kinds: tuple[str, ...]) -> CompoundSelect[Any]:
    """The statement, built once for each set of kinds: building it costs more than running it."""
    heads = [_head(_contact.c.contact_type == code, booked) for code in kinds for booked in (False, True)]
    heads.append(_head(_contact.c.contact_type.in_(kinds) & (_contact.c.position == "first"), False))
    heads.append(_head(_contact.c.only_counter == bindparam("counter"), False))
    return union_all(*(select(head.subquery()) for head in heads))


def _head(which: ColumnElement[bool], booked: bool) -> Select[Any]:
    kept = _contact.c.appointment_at.is_not(None) if booked else _contact.c.appointment_at.is_(None)
    order = _contact.c.due_at if booked else _contact.c.arrived_at
    return _everybody().where(which, kept).order_by(order, _contact.c.label).limit(HEADS)


@cache
def _everybody() -> Select[Any]:
    """Waiting contacts of the day whose visitor is not at a counter."""
    elsewhere = exists().where(_other.c.visit == _contact.c.visit, _other.c.state.in_(AT_COUNTER))
    visit = tables.visit
    return (
        select(*_contact.c, visit.c.needs.label("visit_needs"), visit.c.language.label("visit_language"))
        .join(visit, visit.c.id == _contact.c.visit)
        .where(_contact.c.day == bindparam("day"), tables.WAITING, ~elsewhere)
    )


def _candidates(work: Work, rows: Any, exclude: tuple[str, ...]) -> list[Candidate]:
    found = {row.id: row for row in rows if row.label not in exclude}
    return [_candidate(work, row) for row in found.values()]


def _candidate(work: Work, row: Row[Any]) -> Candidate:
    record = dict(row._mapping)
    needs, language = record.pop("visit_needs"), record.pop("visit_language")
    return Candidate(work.known(Contact(**record)), needs, language)

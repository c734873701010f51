"""Changing how the hall is set up: a new version of the configuration, or back to the one before."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select

from balie_app.queue import commands as c
from balie_app.queue.config import document, parse
from balie_app.queue.config.differences import differences, lines
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import AT_COUNTER, AppointmentState, Contact, CounterState, CounterWork
from balie_app.queue.store import tables
from balie_app.queue.store.versions import CONFIGURED, document_of, versions
from balie_app.queue.store.work import Work

TOLD = 5
"""Changes of somebody else that a refusal names."""


def configure(work: Work, command: c.Configure) -> int:
    """A new version of the hall's configuration, and its number; earlier versions stay."""
    _demand_base(work, command.base)
    return _set_up(work, command.config, document(command.config))


def undo_configure(work: Work, command: c.UndoConfigure) -> int:
    """The configuration before the last change, as a new version. Once more: the one before that."""
    _demand_base(work, command.base)
    known = {each.number: each for each in versions(work.connection)}
    now = known[work.head.config_version].content
    if now - 1 not in known:
        raise Refused("no-earlier-setup")
    back = known[now - 1].content
    found = document_of(work.connection, back)
    return _set_up(work, parse(found), found, undoes=now, same_as=back)


def _demand_base(work: Work, base: int | None) -> None:
    """Nobody's change is lost: who started from an older version is told what happened since."""
    if base is None or base == work.head.config_version:
        return
    every = versions(work.connection)
    made = [each for each in every if each.number > base]
    if not made or len(made) == len(every):
        raise Refused("no-such-setup", base=base, version=work.head.config_version)
    changed = differences(document_of(work.connection, base), document_of(work.connection, work.head.config_version))
    raise Refused(
        "set-up-meanwhile",
        version=made[-1].number,
        base=base,
        by=made[-1].actor or made[-1].station,
        at=work.local(made[-1].at).isoformat(timespec="minutes"),
        changed="; ".join(lines(changed[:TOLD])) + (" …" if len(changed) > TOLD else ""),
    )


def _set_up(work: Work, config: HallConfig, found: dict[str, Any], **about: Any) -> int:
    today = config.on(work.day)
    _demand_nobody_lost(work, today)
    _demand_booked_products(work, config)
    _close_what_went(work, today)
    before = document_of(work.connection, work.head.config_version)
    version = max(each.number for each in versions(work.connection)) + 1
    text = json.dumps(found, ensure_ascii=False, default=str)
    row = {"version": version, "valid_from": work.now, "document": text}
    work.connection.execute(insert(tables.configuration).values(row))
    work.hall_values["config_version"] = version
    plain = json.loads(text)
    changed = differences(before, plain)
    work.say(CONFIGURED, version=version, changed=changed, document=plain, **about)
    return version


def _demand_nobody_lost(work: Work, today: HallConfig) -> None:
    """A counter with a visitor, and a kind of contact that somebody waits for, cannot be taken away."""
    table = tables.contact
    for row in work.connection.execute(select(table).where(table.c.day == work.day, tables.OPEN)):
        contact = work.seen(Contact, row)
        if contact.state in AT_COUNTER and (
            contact.counter not in today.counter_by_number or contact.clerk not in today.clerk_by_code
        ):
            raise Refused("counter-busy", counter=contact.counter, ticket=contact.label)
        if contact.contact_type not in today.contact_type_by_code:
            raise Refused("contact-type-in-use", contact_type=contact.contact_type, ticket=contact.label)


def _demand_booked_products(work: Work, config: HallConfig) -> None:
    """What somebody has an appointment for stays; with intake "none" nobody new comes for it."""
    slugs, table = {product.slug for product in config.products}, tables.appointment.c
    booked = (table.day >= work.day) & (table.state == AppointmentState.BOOKED)
    for row in work.connection.execute(select(table.products, table.start).where(booked).order_by(table.start)):
        gone = next((slug for slug in row.products if slug not in slugs), None)
        if gone is not None:
            raise Refused("product-booked", product=gone, start=work.local(row.start).isoformat(timespec="minutes"))


def _close_what_went(work: Work, today: HallConfig) -> None:
    """A counter that is no more, or whose clerk is no more, closes."""
    table = tables.counter
    for row in work.connection.execute(select(table).where(table.c.state != CounterState.CLOSED)).all():
        found = work.seen(CounterWork, row)
        if found.number not in today.counter_by_number or found.clerk not in today.clerk_by_code:
            work.put(replace(found, state=CounterState.CLOSED, clerk=None, since=work.now))

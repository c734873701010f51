"""At the counter: finishing, parking, sending on, asking something else, making a product."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from balie_app.queue import commands as c
from balie_app.queue.desk.intake import contact_type_of, products_of
from balie_app.queue.rules import lifecycle
from balie_app.queue.rules.hall import ContactType
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Contact, ContactState, Visit
from balie_app.queue.store.work import Work

POSITIONS = ("arrival", "first", "last")
TRANSFERRED = "transferred"


def finish(work: Work, command: c.Finish) -> Contact:
    """The conversation is over."""
    contact = work.occupied(command.counter)
    if command.products is not None:
        products_of(work, command.products)
        contact = replace(contact, products=command.products)
    done = lifecycle.finish(contact, command.outcome, command.depth, command.came_back_because, work.now)
    facts = {"outcome": command.outcome, "came_back_because": command.came_back_because}
    work.say("finished", done.label, command.counter, **facts)
    return work.put(done)


def park(work: Work, command: c.Park) -> Contact:
    """Wait for something; the counter is free."""
    contact = work.put(lifecycle.park(work.occupied(command.counter), command.note))
    work.say("parked", contact.label, command.counter)
    return contact


def resume(work: Work, command: c.Resume) -> Contact:
    """What was waited for is there: the visitor waits again, with the original arrival time."""
    work.counter(command.counter)
    parked = _in_state(work, command.label, ContactState.PARKED)
    contact = work.put(lifecycle.resume(parked, work.now))
    work.say("resumed", contact.label, by_counter=command.counter)
    return contact


def _in_state(work: Work, label: str, state: ContactState) -> Contact:
    every = work.contacts(work.visit(label))
    return next((each for each in every if each.state is state), every[-1])


def produce(work: Work, command: c.Produce) -> Contact:
    """The product is being made; the counter is free."""
    contact = work.put(lifecycle.produce(work.occupied(command.counter)))
    work.say("produced", contact.label, command.counter)
    return contact


def ready(work: Work, command: c.Ready) -> Contact:
    """The product is ready: the same ticket waits for its second call."""
    contact = work.put(lifecycle.ready(_in_state(work, command.label, ContactState.PRODUCING), work.now))
    work.say("ready", contact.label)
    return contact


def add_contact(work: Work, command: c.AddContact) -> Contact:
    """The visitor asks for something else as well: a second conversation under the same ticket."""
    current = work.occupied(command.counter)
    if current.state is not ContactState.SERVING:
        raise Refused("not-serving", ticket=current.label, state=current.state.value)
    kind = contact_type_of(work, command.products)
    contact = work.put(_next_contact(work, current, kind, command.products))
    work.say("contact-added", contact.label, command.counter, products=list(command.products))
    return contact


def _next_contact(work: Work, current: Contact, kind: ContactType, products: tuple[str, ...]) -> Contact:
    visit = work.get(Visit, current.visit)
    ordinal = 1 + max(each.ordinal for each in work.contacts(visit)) if visit else current.ordinal + 1
    return Contact(
        id=work.new_id(),
        visit=current.visit,
        day=current.day,
        label=current.label,
        state=ContactState.WAITING,
        contact_type=kind.code,
        products=products,
        arrived_at=current.arrived_at,
        due_at=work.now + timedelta(minutes=kind.norm_minutes),
        waiting_since=work.now,
        ordinal=ordinal,
        referrals=current.referrals,
    )


def transfer(work: Work, command: c.Transfer) -> Contact:
    """Done here; a new contact waits elsewhere with the same ticket, arrival time and the note."""
    current = work.occupied(command.counter)
    _demand_target(work, command)
    _demand_first_referral(current, command)
    done = work.put(lifecycle.finish(current, TRANSFERRED, None, "", work.now))
    products = command.products or current.products
    given = command.contact_type or (None if command.products else current.contact_type)
    waiting = _next_contact(work, done, contact_type_of(work, products, given), products)
    sent = replace(
        waiting,
        referrals=current.referrals + 1,
        note=command.note,
        position=command.position,
        only_counter=command.to_counter,
        only_clerk=command.officer,
    )
    facts = {"to": _target(command), "position": command.position, "reason": command.reason}
    work.say("transferred", sent.label, command.counter, **facts)
    return work.put(sent)


def _demand_target(work: Work, command: c.Transfer) -> None:
    if _target(command) is None:
        raise Refused("no-target")
    if command.position not in POSITIONS:
        raise Refused("wrong-position", position=command.position)
    if command.to_counter is not None:
        work.counter(command.to_counter)
    if command.officer is not None and command.officer not in work.config.clerk_by_code:
        raise Refused("no-such-clerk", clerk=command.officer)


def _target(command: c.Transfer) -> str | int | None:
    return command.contact_type or ",".join(command.products) or command.to_counter or command.officer


def _demand_first_referral(current: Contact, command: c.Transfer) -> None:
    """At most one referral a visit: a second one needs a confirmation with a reason."""
    if current.referrals >= 1 and not (command.confirm and command.reason):
        raise Refused("second-referral", ticket=current.label)

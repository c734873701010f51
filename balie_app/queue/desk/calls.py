"""Calling people to a counter."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from zoneinfo import ZoneInfo

from balie_app.queue import commands as c
from balie_app.queue.rules import lifecycle
from balie_app.queue.rules.choose import Candidate, Choice, Reason, choose, instead, why_not
from balie_app.queue.rules.eligible import obstacles
from balie_app.queue.rules.leave import Desk, just_came
from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState, Visit
from balie_app.queue.store.advice import Advice, advice
from balie_app.queue.store.desks import other_desks
from balie_app.queue.store.waiting import candidates_for
from balie_app.queue.store.work import Work

REASON_HELPS = frozenset({"counter-not-private", "wrong-counter-type", "for-another-counter", "for-another-clerk"})
"""Obstacles that a person may set aside with a reason."""


def call_next(work: Work, command: c.CallNext) -> Contact | None:
    """Call the most urgent contact that this counter may take; None when there is none."""
    counter, clerk = _free_counter(work, command.counter)
    place, person = work.config.counter_by_number[counter], work.config.clerk_by_code.get(clerk)

    @cache
    def others() -> tuple[Desk, ...]:
        return other_desks(work, counter)

    def suits(each: Candidate) -> bool:
        # who may be left to another counter does not count, so that the list is read on behind him
        alone = not just_came(each.contact, work.config, work.now) or not others()
        return alone and why_not(each, place, person, work.config, work.now, others) is None

    candidates = candidates_for(work, place, person, suits, command.exclude)
    choice = choose(candidates, place, person, work.config, work.now, others)
    if choice is not None:

        def why_not_here(each: Candidate) -> str | None:
            return why_not(each, place, person, work.config, work.now, others)

        choice = _advised(work, choice, command, why_not_here)
    contact = None if choice is None else work.get(Contact, choice.contact.id)
    if choice is None or contact is None:
        return None
    called = work.put(lifecycle.call(contact, counter, clerk, choice.reason.text, work.next_seq, work.now))
    passed = {"excluded": list(command.exclude)} if command.exclude else {}
    work.say("called", called.label, counter, **_about(choice.reason), **passed)
    return called


def foresee(work: Work, command: c.CallNext) -> Advice | None:
    """In a look before the step: whom looking ahead would call."""
    return advice(work, command.counter)


def _advised(
    work: Work, choice: Choice, command: c.CallNext, why_not_here: Callable[[Candidate], str | None]
) -> Choice:
    """Follow the advice where nothing changed that matters: its contact can be called, nobody new is more urgent.

    Who was put first, and who was left to another counter, are for the rule alone.
    """
    found = work.foreseen
    if not isinstance(found, Advice) or found.contact == choice.contact.id or choice.contact.position == "first":
        return choice
    contact = work.get(Contact, found.contact)
    if contact is None or choice.contact.id not in found.known or contact.label in command.exclude:
        return choice
    visit = work.get(Visit, contact.visit)
    if visit is None or contact.state is not ContactState.WAITING or _elsewhere(work, visit):
        return choice
    left = choice.reason.blocked.get(contact.label) is not None
    if left or why_not_here(Candidate(contact, visit.needs, visit.language)) is not None:
        return choice
    return instead(choice, contact, work.now, ZoneInfo(work.config.timezone))


def _elsewhere(work: Work, visit: Visit) -> Contact | None:
    """The conversation of this visit that is at a counter now."""
    return next((each for each in work.contacts(visit) if each.state in AT_COUNTER), None)


def _about(reason: Reason) -> dict[str, object]:
    """The reason as the journal keeps it. The whole comparison can be made again from the journal itself."""
    about = {"rule": reason.rule, "runner_up": reason.runner_up, "considered": reason.considered}
    return {"why": reason.text, **about}


def _free_counter(work: Work, number: int) -> tuple[int, str]:
    found = work.open_counter(number)
    there = work.at_counter(number)
    if there is not None:
        raise Refused("counter-busy", counter=number, ticket=there.label)
    return number, found.clerk or ""


def call_ticket(work: Work, command: c.CallTicket) -> Contact:
    """Call this very ticket; what stands in the way needs a reason, or is refused."""
    counter, clerk = _free_counter(work, command.counter)
    contact = work.contact(command.label)
    elsewhere = _elsewhere(work, work.visit(command.label))
    if elsewhere is not None:
        raise Refused("already-called", ticket=contact.label, counter=elsewhere.counter)
    _demand_allowed(work, contact, command, clerk)
    text = f"{shown(contact.label)}: door de medewerker gekozen" + (
        f", omdat: {command.reason}." if command.reason else "."
    )
    called = work.put(lifecycle.call(contact, counter, clerk, text, work.next_seq, work.now))
    work.say("called", called.label, counter, rule="chosen", why=text, reason=command.reason)
    return called


def _demand_allowed(work: Work, contact: Contact, command: c.CallTicket, clerk: str) -> None:
    if contact.state is not ContactState.WAITING:
        raise Refused("not-waiting", ticket=contact.label, state=contact.state.value, counter=contact.counter)
    place, person = work.config.counter_by_number[command.counter], work.config.clerk_by_code.get(clerk)
    visit = work.get(Visit, contact.visit)
    for code in obstacles(contact, visit.needs if visit else (), place, person, work.config):
        if not (code in REASON_HELPS and command.reason):
            raise Refused(code, ticket=contact.label, counter=command.counter)


def recall(work: Work, command: c.Recall) -> Contact:
    """Call the same visitor once more."""
    contact = work.put(lifecycle.recall(work.occupied(command.counter), work.next_seq, work.now))
    work.say("recalled", contact.label, command.counter, calls=contact.calls)
    return contact


def start(work: Work, command: c.Start) -> Contact:
    """The visitor is there."""
    contact = work.put(lifecycle.start(work.occupied(command.counter), work.now))
    work.say("started", contact.label, command.counter)
    return contact


def not_there(work: Work, command: c.NotThere) -> Contact:
    """Nobody came: back to waiting for a while, or missed."""
    contact = work.put(lifecycle.not_there(work.occupied(command.counter), work.config.settings, work.now))
    missed = contact.state is ContactState.MISSED
    work.say("missed" if missed else "not-there", contact.label, command.counter, calls=contact.calls)
    return contact

"""What a counter sees and may do, without a window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from balie_app.queue.rules.visit import Contact, ContactState, CounterState, CounterWork, Visit
from balie_app.queue.views import HallView
from balie_app.ui.counter.situation import PRIMARY, SLIPS, Lateness, No, Situation, Step, lateness, situation, why_not

Make = Callable[..., Any]


def seen(view: HallView, counter: int = 3, online: bool = True, clerk: str | None = "anna") -> Situation:
    found = situation(view, counter, clerk, view.read_at, online)
    assert found is not None
    return found


def with_state(view: HallView, number: int, state: CounterState) -> HallView:
    works = tuple(CounterWork(number, state) if work.number == number else work for work in view.counters)
    return replace(view, counters=works)


def without_current(view: HallView, number: int = 3) -> HallView:
    return replace(view, contacts=tuple(contact for contact in view.contacts if contact.counter != number))


def test_a_counter_that_does_not_exist_has_no_situation(sample_view: HallView) -> None:
    assert situation(sample_view, 99, None, sample_view.read_at, True) is None


def test_only_those_this_counter_could_take_are_waiting_for_it(sample_view: HallView) -> None:
    kinds = {contact.contact_type for contact in seen(sample_view).waiting}
    assert kinds == {"counter", "pickup"}


def test_the_next_one_is_whom_the_rule_would_call(sample_view: HallView) -> None:
    here = seen(without_current(sample_view))
    assert here.next is not None
    assert here.next.label == "A012"


def test_somebody_who_was_not_there_a_moment_ago_is_not_next(sample_view: HallView) -> None:
    view = without_current(sample_view)
    away = tuple(
        replace(c, not_before=view.read_at + timedelta(minutes=2), calls=1) if c.label == "A012" else c
        for c in view.contacts
    )
    here = seen(replace(view, contacts=away))
    assert here.next is not None
    assert here.next.label != "A012"
    assert "A012" in {contact.label for contact in here.waiting}


def test_a_second_question_of_somebody_at_a_counter_is_not_offered(sample_view: HallView, make_contact: Make) -> None:
    at_counter = next(contact for contact in sample_view.contacts if contact.counter == 3)
    second = replace(make_contact("A011", "verhuizen", 12), id="second", visit=at_counter.visit)
    here = seen(replace(sample_view, contacts=(second, *sample_view.contacts)), counter=2, clerk="driss")
    assert "second" not in {contact.id for contact in here.waiting}


PHASES = [
    ("closed", {Step.OPEN}),
    ("paused", {Step.RESUME, Step.CLOSE}),
    ("idle", {Step.NEXT, Step.PAUSE, Step.CLOSE, Step.TICKET}),
    ("called", {Step.RECALL, Step.START, Step.NOT_THERE, Step.PAUSE}),
    ("serving", {Step.DONE, Step.OUTCOME, Step.TRANSFER, Step.PARK, Step.PRODUCE, Step.SECOND, Step.PAUSE} | SLIPS),
]


MONEY = {Step.PAY, Step.TILL, Step.RECEIPTS}
"""Possible at every counter that somebody opened."""


def in_phase(view: HallView, phase: str) -> HallView:
    view = replace(view, undoable={}, contacts=tuple(c for c in view.contacts if c.state is not ContactState.PARKED))
    if phase == "closed":
        return with_state(without_current(view), 3, CounterState.CLOSED)
    if phase == "paused":
        return with_state(without_current(view), 3, CounterState.PAUSED)
    if phase == "idle":
        return without_current(view)
    state = ContactState(phase)
    return replace(view, contacts=tuple(replace(c, state=state) if c.counter == 3 else c for c in view.contacts))


@pytest.mark.parametrize(("phase", "possible"), PHASES)
def test_only_what_the_phase_allows_is_possible(sample_view: HallView, phase: str, possible: set[Step]) -> None:
    here = seen(in_phase(sample_view, phase))
    assert here.phase == phase
    assert {step for step in Step if why_not(here, step) is None} == possible | (MONEY if phase != "closed" else set())
    assert PRIMARY[phase] in possible


@pytest.mark.parametrize("step", list(Step))
def test_nothing_is_possible_without_the_hall(sample_view: HallView, step: Step) -> None:
    assert why_not(seen(sample_view, online=False), step) is No.OFFLINE


def test_a_counter_is_not_opened_without_a_clerk(sample_view: HallView) -> None:
    view = with_state(without_current(sample_view), 3, CounterState.CLOSED)
    assert why_not(seen(view, clerk=None), Step.OPEN) is No.NO_CLERK


def test_own_parked_visitors_come_before_those_of_colleagues(sample_view: HallView, make_contact: Make) -> None:
    mine = make_contact("U020", "verhuizen", 3, state=ContactState.PARKED, clerk="anna")
    here = seen(replace(sample_view, contacts=(*sample_view.contacts, mine)))
    assert [contact.label for contact in here.parked] == ["U020", "U005"]


def appointment(make_contact: Make, now: datetime, arrived: float, called: float | None) -> tuple[Contact, Visit]:
    """An appointment at ``now``: arrival and call in minutes from it."""
    contact = make_contact("A050", "paspoort", 0, appointment=0)
    moment = None if called is None else now + timedelta(minutes=called)
    visit = Visit("v", now.date(), "A050", "x", arrived_at=now + timedelta(minutes=arrived))
    return replace(contact, first_called_at=moment), visit


@pytest.mark.parametrize(
    ("arrived", "called", "level", "minutes"),
    [
        (-5, -2, Lateness.NONE, 0),
        (-5, 2.9, Lateness.NONE, 2),
        (-5, 3, Lateness.AMBER, 3),
        (-5, 4.9, Lateness.AMBER, 4),
        (-5, 5, Lateness.RED, 5),
        (4, 6, Lateness.NONE, 2),  # the visitor came late: counted from the check-in
    ],
)
def test_lateness_counts_from_the_later_of_appointment_and_check_in(
    make_contact: Make, sample_view: HallView, arrived: float, called: float, level: Lateness, minutes: int
) -> None:
    now = sample_view.read_at
    contact, visit = appointment(make_contact, now, arrived, called)
    assert lateness(contact, visit, now) == (level, minutes)


def test_lateness_of_somebody_who_waits_goes_on_with_the_clock(make_contact: Make, sample_view: HallView) -> None:
    now = sample_view.read_at
    contact, visit = appointment(make_contact, now, -5, None)
    assert lateness(contact, visit, now + timedelta(minutes=7)) == (Lateness.RED, 7)


def test_a_walk_in_is_never_late(make_contact: Make, sample_view: HallView) -> None:
    assert lateness(make_contact("U050", "paspoort", 90), None, sample_view.read_at) == (Lateness.NONE, 0)

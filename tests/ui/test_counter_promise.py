"""At a second referral the panel offers a promise instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.rules.hall import Opening
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Contact, ContactState
from balie_app.queue.views import HallView
from balie_app.ui.counter.promise import due, promises
from balie_app.ui.counter.situation import Situation
from balie_app.ui.counter.transfer import TransferPanel


def here(view: HallView, referrals: int = 1) -> Situation:
    """At counter 3 anna serves A011, who was referred before."""
    contact = next(each for each in view.contacts if each.label == "A011")
    serving: Contact = replace(contact, state=ContactState.SERVING, referrals=referrals)
    counter = view.config.counter_by_number[3]
    work = next(each for each in view.counters if each.number == 3)
    clerk = view.config.clerk_by_code["anna"]
    return Situation(view, counter, work, clerk, serving, (), None, (), (), online=True)


@pytest.fixture
def panel(qtbot: Any, sample_view: HallView) -> TransferPanel:
    made = TransferPanel(here(sample_view))
    qtbot.addWidget(made)
    return made


def names(panel: TransferPanel) -> list[str]:
    return [row.name for row in panel.list.rows.rows]


def test_the_first_referral_offers_no_promise(qtbot: Any, sample_view: HallView) -> None:
    made = TransferPanel(here(sample_view, referrals=0))
    qtbot.addWidget(made)
    assert not any("contact op" in name for name in names(made))
    made.refused(Refused("second-referral", ticket="A011"))
    assert names(made)[0] == "Anna neemt contact op"


def test_a_promise_is_offered_first_and_by_who_sits_here_first(panel: TransferPanel) -> None:
    assert names(panel)[:2] == ["Anna neemt contact op", "Bram neemt contact op"]
    assert len([name for name in names(panel) if "contact op" in name]) == 3
    panel.search.setText("els")
    assert "Els neemt contact op" in names(panel)
    assert panel.explanation.text() == "Al een keer doorverwezen. Spreek liever af wie wanneer belt."


def test_a_promise_needs_no_reason_and_takes_the_note_along(panel: TransferPanel) -> None:
    panel.search.setText("bram")
    panel.list.choose("promise:bram")
    panel.note.setText("belt over de akte")
    assert panel.command() == c.MakePromise(3, "bram", datetime(2026, 11, 24, 16, 0, tzinfo=UTC), "belt over de akte")


def test_a_referral_still_needs_its_reason(panel: TransferPanel) -> None:
    panel.list.choose("kind:pickup")
    assert panel.command() is None
    panel.reason.setText("verkeerd begrepen")
    assert panel.command() == c.Transfer(3, contact_type="pickup", confirm=True, reason="verkeerd begrepen")


def test_a_promise_is_due_when_the_hall_closes_on_its_next_day(sample_view: HallView) -> None:
    hours = {"mon": ((time(9), time(12)),), "wed": ((time(9), time(12)), (time(13), time(16, 30)))}
    view = replace(sample_view, config=replace(sample_view.config, opening=Opening(hours)))
    assert due(here(view)).isoformat() == "2026-11-25T16:30:00+01:00"
    assert promises(here(view))[0].tail == "uiterlijk 25-11 om 16:30"

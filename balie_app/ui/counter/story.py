"""The history of one visit, as far as the hall's picture tells it: moments and what happened."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from balie_app.queue.rules.visit import Contact, ContactState
from balie_app.ui.counter import words
from balie_app.ui.counter.situation import Situation

translate = QCoreApplication.translate
Story = list[tuple[datetime, str]]


def story(contact: Contact, here: Situation) -> Story:
    """What happened so far, in order."""
    found = _arrival(contact, here)
    if contact.referrals:
        found.append((contact.waiting_since, translate("Counter", "doorverwezen vanaf een andere plek")))
    if contact.note:
        found.append((contact.waiting_since, translate("Counter", "notitie: %1").replace("%1", contact.note)))
    if contact.first_called_at:
        found.append((contact.first_called_at, translate("Counter", "geroepen")))
    if contact.calls > 1 and contact.called_at and contact.called_at != contact.first_called_at:
        again = translate("Counter", "opnieuw geroepen (%1 keer in totaal)").replace("%1", str(contact.calls))
        found.append((contact.called_at, again))
    if contact.started_at:
        found.append((contact.started_at, translate("Counter", "gesprek begonnen")))
    found.extend((other.waiting_since, _sibling(other, here)) for other in here.siblings(contact))
    return sorted(found, key=lambda step: step[0])


def _arrival(contact: Contact, here: Situation) -> Story:
    visit = here.visit(contact)
    if visit is None:
        return [(contact.arrived_at, translate("Counter", "nummer gekregen"))]
    via = words.came_via(visit.via)
    text = translate("Counter", "aangemeld") if visit.appointment else translate("Counter", "nummer gekregen")
    found: Story = [(visit.arrived_at, f"{text} {via}".strip())]
    if visit.told_low is not None and visit.told_high is not None:
        told = translate("Counter", "gezegd: wachttijd %1 tot %2 min")
        told = told.replace("%1", str(visit.told_low)).replace("%2", str(visit.told_high))
        if visit.told_high == 0:
            told = translate("Counter", "gezegd: bijna meteen")
        found.append((visit.arrived_at, told))
    return found


def _sibling(other: Contact, here: Situation) -> str:
    about = words.subject(other, here.config)
    state = {
        ContactState.WAITING: translate("Counter", "wacht"),
        ContactState.PARKED: translate("Counter", "geparkeerd"),
        ContactState.PRODUCING: translate("Counter", "in de maak"),
    }.get(other.state, "")
    return translate("Counter", "ook: %1 (%2)").replace("%1", about).replace("%2", state).replace(" ()", "")

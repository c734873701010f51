"""Ticket numbers and how a number and a place are shown."""

from __future__ import annotations

import re

from balie_app.queue.rules.hall import Counter

SERIES_SIZE = 999
PLACES = {
    "nl": ("Balie", "Kamer"),
    "en": ("Counter", "Room"),
    "de": ("Schalter", "Raum"),
    "fr": ("Guichet", "Salle"),
    "ar": ("شباك", "غرفة"),
    "tr": ("Gişe", "Oda"),
    "pl": ("Okienko", "Pokój"),
    "uk": ("Віконце", "Кабінет"),
}
"""By language: what a counter and what a room is called."""


def label(letter: str, number: int) -> str:
    """The label of the ``number``-th ticket of a series: "A012"; past 999 a fourth digit."""
    return f"{letter}{number:03d}"


def shown(ticket: str) -> str:
    """How people see a label: "A012" becomes "A 012"."""
    letters = ticket.rstrip("0123456789")
    return f"{letters} {ticket[len(letters) :]}" if letters != ticket else ticket


def typed(text: str) -> str:
    """What somebody typed or scanned as a label, in its stored form: "a 12" becomes "A012"."""
    found = re.fullmatch(r"\s*([A-Za-z]{1,3})[\s.-]*(\d{1,5})\s*", text)
    return label(found[1].upper(), int(found[2])) if found else text.strip().upper()


def place(counter: Counter, language: str = "nl") -> str:
    """What a visitor is told: "Balie 4" or "Kamer 2"."""
    desk, room = PLACES.get(language, PLACES["nl"])
    return f"{room if counter.is_room else desk} {counter.number}"

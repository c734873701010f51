"""How a municipality's paper looks: what a hall may choose about tickets, slips and receipts.

The order of the lines is fixed, the number itself cannot be left out, and what makes a receipt a formal notice stays.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

LOGO_NARROWEST, LOGO_WIDEST = 64, 552
"""Dots of 1/8 mm: from 8 mm to the whole width between the margins of paper of 80 mm."""

MOST_ROWS = 6
"""Lines of a header or footer: each is 4 mm of paper on every number."""


class TicketLine(StrEnum):
    """What a ticket may leave out, in the order of the paper."""

    MUNICIPALITY = "municipality"
    KIND = "kind"
    MOMENT = "moment"
    WAIT = "wait"
    BEFORE = "before"
    PLACE = "place"
    BRING = "bring"
    CODE = "code"


class PaperLanguage(StrEnum):
    """In which languages paper for visitors speaks."""

    BOTH = "both"
    """The visitor's, with the Dutch line kept where staff have to read it too."""
    VISITOR = "visitor"
    DUTCH = "dutch"


class LogoPlace(StrEnum):
    """Where the logo stands. Start is left, and right in a language that is read from right to left."""

    START = "start"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Paper:
    """The choices of one hall; as they are here, paper has no logo and shows every line."""

    header: dict[str, str] = field(default_factory=dict)
    """By language: lines below the name of the municipality."""
    footer: dict[str, str] = field(default_factory=dict)
    """By language: lines below everything; empty: the text "ticket_footer"."""
    logo: bytes = b""
    """A PNG, found right by ``queue/config/logo.py``; empty: none."""
    logo_width: int = 240
    """Dots of 1/8 mm."""
    logo_place: LogoPlace = LogoPlace.START
    language: PaperLanguage = PaperLanguage.BOTH
    hide: tuple[TicketLine, ...] = ()
    """Lines that tickets leave out, in the order of the paper."""

    def shows(self, line: TicketLine) -> bool:
        """Whether tickets have this line."""
        return line not in self.hide

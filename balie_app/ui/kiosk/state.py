"""What the kiosk knows of the visitor before it. All of it is forgotten when the visitor leaves."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import datetime

from balie_app.queue.rules.visit import Visit


def new_key() -> str:
    """A key for one wish, so that pressing twice gives one number."""
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Aids:
    """How the visitor wants the kiosk to be."""

    low: bool = False
    """All controls in the lower half."""
    large: bool = False
    contrast: bool = False
    aloud: bool = False
    """Every page is read aloud."""


@dataclass(frozen=True, slots=True)
class State:
    """One moment of one visitor."""

    page: str = "start"
    language: str = "nl"
    aids: Aids = field(default_factory=Aids)
    event: str = ""
    """The life event that was chosen."""
    product: str = ""
    typed: str = ""
    note: str = ""
    """Code of what went wrong with what was typed."""
    code: str = ""
    """Code of the appointment to check in."""
    at: datetime | None = None
    """Time of the appointment that was pointed at, or that a refusal names."""
    wheelchair: bool = False
    visit: Visit | None = None
    paper: bool = False
    """Whether a ticket was sent to a printer."""
    key: str = field(default_factory=new_key)

    def to(self, page: str, **changes: object) -> State:
        """The next page, with a key of its own."""
        return replace(self, **{"page": page, "typed": "", "note": "", "key": new_key(), **changes})  # type: ignore[arg-type]

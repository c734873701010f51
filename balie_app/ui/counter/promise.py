"""Instead of a second referral: choosing who lets the visitor know, before the end of the next day that is open."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from balie_app.queue.rules.opening import hours, next_opening
from balie_app.ui.counter import words
from balie_app.ui.counter.choices import Choice
from balie_app.ui.counter.search import begins
from balie_app.ui.counter.situation import Situation
from balie_app.ui.counter.words import translate

PROMISE = "promise:"
OFFERED = 3
"""People that are offered before anything is typed: the list is for referrals too."""
USUAL_END = time(17)
"""For a hall that never closes."""


def promises(here: Situation, typed: str = "") -> list[Choice]:
    """Everybody who can promise something; who sits here first."""
    own = here.clerk.code if here.clerk else ""
    at = due(here)
    before = translate("Panel", "uiterlijk %1 om %2").replace("%1", f"{at.day}-{at.month}").replace("%2", f"{at:%H:%M}")
    people = sorted(here.config.clerks, key=lambda clerk: clerk.code != own)
    title = translate("Panel", "%1 neemt contact op")
    return [
        Choice(PROMISE + clerk.code, title.replace("%1", clerk.name), translate("Panel", "afspreken"), before)
        for clerk in (people if typed.strip() else people[:OFFERED])
        if begins(typed, clerk.name)
    ]


def due(here: Situation) -> datetime:
    """Local time at which the hall closes on its next day."""
    local = words.local(here.view.read_at, here.config)
    tonight = local.replace(hour=23, minute=59, second=0, microsecond=0)
    at = next_opening(here.config.opening, tonight) or tonight + timedelta(days=1)
    ends = [end for _, end in hours(here.config.opening, at) or ()]
    last = max(ends, default=USUAL_END)
    return at.replace(hour=last.hour, minute=last.minute, second=0, microsecond=0)

"""The call displays: what is called at each counter, on whichever line its display is."""

from __future__ import annotations

from balie_app.devices.driver import Clear, Request, Show
from balie_app.devices.paper import Desk
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState
from balie_app.queue.views import HallView


class Boards:
    """Follows the hall. The lines' drivers keep the newest state and show it when their line is there."""

    def __init__(self, desk: Desk, displays: dict[str, dict[int, int]]) -> None:
        """``displays``: line → counter → address."""
        self._desk = desk
        self._displays = displays
        self._sent: dict[tuple[str, int], tuple[str, int, bool] | None] = {}

    def look(self, view: HallView) -> None:
        """Send what changed since the last look."""
        current = {contact.counter: contact for contact in view.contacts if contact.state in AT_COUNTER}
        for line, counters in self._displays.items():
            for counter, address in counters.items():
                self._update(line, address, counter, current.get(counter))

    def _update(self, line: str, address: int, counter: int, contact: Contact | None) -> None:
        called = contact is not None and contact.state is ContactState.CALLED
        wanted = (contact.label, contact.calls, called) if contact else None
        key = (line, counter)
        before = self._sent.get(key)
        if wanted == before and key in self._sent:
            return
        self._sent[key] = wanted
        self._desk.submit(line, _request(address, wanted, before))


def _request(address: int, wanted: tuple[str, int, bool] | None, before: tuple[str, int, bool] | None) -> Request:
    if wanted is None:
        return Clear(address)
    new_call = wanted[2] and (before is None or wanted[:2] != before[:2])
    return Show(address, wanted[0], attention=new_call)

"""The call displays: what is called at each counter, on whichever line its display is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from balie_app.devices.driver import Clear, Request, Show
from balie_app.devices.paper import Desk
from balie_app.queue.rules.visit import AT_COUNTER, ContactState


class AtCounter(Protocol):
    """What a display needs to know of a contact (`balie_app.queue.rules.visit.Contact` is one)."""

    @property
    def label(self) -> str: ...
    @property
    def counter(self) -> int | None: ...
    @property
    def state(self) -> ContactState: ...
    @property
    def call_seq(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class _Wanted:
    label: str
    call: int
    called: bool


class Boards:
    """Follows the hall. The lines' drivers keep the newest state and show it when their line is there."""

    def __init__(self, desk: Desk, displays: dict[str, dict[int, int]]) -> None:
        """``displays``: line → counter → address."""
        self._desk = desk
        self._displays = displays
        self._sent: dict[tuple[str, int], _Wanted | None] = {}

    def forget(self, line: str) -> None:
        """A line begins anew: tell it everything again at the next look."""
        self._sent = {key: wanted for key, wanted in self._sent.items() if key[0] != line}

    def adopt(self, displays: dict[str, dict[int, int]]) -> None:
        """These are the displays from now on; of those that changed, `forget` what they were told."""
        self._displays = displays

    def look(self, contacts: Iterable[AtCounter]) -> None:
        """Send what changed since the last look; calls in the order in which they were made."""
        current = {contact.counter: contact for contact in contacts if contact.state in AT_COUNTER}
        news: list[tuple[int, str, Request]] = []
        for line, counters in self._displays.items():
            for counter, address in counters.items():
                wanted = _wanted(current.get(counter))
                key = (line, counter)
                before = self._sent.get(key)
                if key in self._sent and wanted == before:
                    continue
                self._sent[key] = wanted
                news.append((wanted.call if wanted else 0, line, _request(address, counter, wanted, before)))
        for _, line, request in sorted(news, key=lambda each: each[0]):
            self._desk.submit(line, request)


def _wanted(contact: AtCounter | None) -> _Wanted | None:
    if contact is None:
        return None
    return _Wanted(contact.label, contact.call_seq or 0, contact.state is ContactState.CALLED)


def _request(address: int, counter: int, wanted: _Wanted | None, before: _Wanted | None) -> Request:
    """A call draws attention once: when its place in the journal is new, whoever it is for."""
    if wanted is None:
        return Clear(address)
    new_call = wanted.called and (before is None or wanted.call != before.call)
    return Show(address, wanted.label, attention=new_call, counter=counter)

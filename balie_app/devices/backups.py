"""A printer of this station takes over from one that does not work, wherever in the hall that one is."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from balie_app.devices.paper import Desk
from balie_app.devices.states import USABLE
from balie_app.queue.commands import TakeOver
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import DeviceState, HallView

log = logging.getLogger("balie.devices")


class Backups:
    """The station of the backup acts: it surely is there and knows that its printer works; the other station may
    be switched off. Two printers that back each other up and both fail leave the paper where it is.

    How long a printer does not work is measured by this machine's own clock; a line that is opened again does not start
    the count anew.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._down: dict[str, float] = {}
        self._helped: set[str] = set()
        self._due_at: float | None = None

    def due(self, now: float) -> bool:
        """Whether the hall should be looked at: a printer was away long enough."""
        return self._due_at is not None and now >= self._due_at

    @property
    def hurry(self) -> bool:
        """Whether that moment is near."""
        return self._due_at is not None

    def look(self, view: HallView, usable: frozenset[str], now: float) -> None:
        """The hall changed, or time passed; ``usable`` are the printers of this station that work now."""
        self._due_at = None
        queued = {job.printer for job in view.print_jobs if job.state == "queued"}
        for device in self._of(view.devices, usable):
            if device.state in USABLE:
                self._is_back(device.name)
                continue
            at = self._down.setdefault(device.name, now) + device.backup_after_s
            if now >= at and device.name in queued:
                self._take_over(device)
            elif now < at:
                self._due_at = at if self._due_at is None else min(at, self._due_at)

    def _of(self, devices: Iterable[DeviceState], usable: frozenset[str]) -> list[DeviceState]:
        """Printers that have a working backup here."""
        return [each for each in devices if each.backup in usable and each.name != each.backup]

    def _take_over(self, device: DeviceState) -> None:
        try:
            self._desk.perform(TakeOver(device.name, device.backup))
        except Trouble:  # the hall is away: at the next look
            return
        if device.name not in self._helped:
            self._helped.add(device.name)
            log.warning("%s werkt niet: %s print nu zijn bonnen.", device.name, device.backup)

    def _is_back(self, name: str) -> None:
        self._down.pop(name, None)
        if name in self._helped:
            self._helped.discard(name)
            log.info("%s print zijn bonnen weer zelf.", name)

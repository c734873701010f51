"""Scanners without a window: a scanned appointment is checked in, and the beep says whether it was found."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass

from balie_app.devices.config_model import LineConfig
from balie_app.devices.driver import Event, Settle
from balie_app.devices.paper import Desk
from balie_app.queue.commands import CheckIn
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Visit
from balie_app.queue.trouble import Trouble

log = logging.getLogger("balie.devices")


def code_in(scanned: str) -> str:
    """The code of an appointment in what was scanned: alone, or at the end of a web address."""
    parts = [part for part in re.split(r"[/=?#&\s]+", scanned.strip()) if part]
    return parts[-1].upper() if parts else ""


@dataclass(frozen=True, slots=True)
class Scans:
    """One scan, one attempt to check in."""

    desk: Desk
    scanners: dict[str, LineConfig]
    new_key: Callable[[], str]

    def handle(self, line: str, event: Event) -> None:
        """What a scanner's driver says."""
        if event.kind != "scan":
            return
        command = CheckIn(
            code=code_in(str(event.facts["text"])),
            via="scanner",
            printer=self.scanners[line].printer,
            key=self.new_key(),
        )
        self.desk.submit(line, self._tried(line, command))

    def _tried(self, line: str, command: CheckIn) -> Settle:
        """What was scanned never stands in the log: somebody may hold up a passport."""
        try:
            visit = self.desk.perform(command)
        except (Refused, Trouble) as error:
            log.info("niet aangemeld bij %s: %s", line, error.code)
            return Settle(accepted=False)
        return Settle(accepted=True, label=visit.label if isinstance(visit, Visit) else "")

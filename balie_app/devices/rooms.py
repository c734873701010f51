"""What a station does with its lines: paper, call displays, buttons and scans, each in a room of its own."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from balie_app.devices.backups import Backups
from balie_app.devices.boards import Boards
from balie_app.devices.buttons import Buttons
from balie_app.devices.config_model import LineConfig, StationConfig
from balie_app.devices.driver import Event
from balie_app.devices.health import Health
from balie_app.devices.making import clean_start, maker_of
from balie_app.devices.paper import Desk, PaperWork
from balie_app.devices.scans import Scans
from balie_app.devices.states import Status
from balie_app.queue.views import HallView


def new_key() -> str:
    """A key that makes a press or a scan safe to repeat."""
    return f"press-{uuid.uuid4().hex}"


class Rooms:
    """Hands each event to the room it is for. All on the service's thread."""

    def __init__(self, desk: Desk, config: StationConfig, on_status: Callable[[Status], None]) -> None:
        self._desk = desk
        self.health = Health(config.lines, lambda: datetime.now(UTC), on_status)
        self.paper = PaperWork(desk, {})
        self._backups = Backups(desk)
        self.boards = Boards(desk, {})
        self.buttons = Buttons(desk, {}, new_key, self.health.handle)
        self._share_out(config, ())

    def _share_out(self, config: StationConfig, ended: Iterable[str]) -> None:
        """Each room its own lines."""

        def of(kind: str) -> dict[str, LineConfig]:
            return {line.name: line for line in config.lines if line.kind == kind}

        self._kinds = {line.name: line.kind for line in config.lines}
        printers = of("printer")
        makers = {name: maker_of(line) for name, line in printers.items()}
        self.paper.adopt(makers, {name: clean_start(line) for name, line in printers.items()})
        self.boards.adopt({name: line.counters for name, line in of("display").items()})
        self.buttons.adopt(of("dispenser"), ended)
        self._scans = Scans(self._desk, of("scanner"), new_key)
        self.has_displays, self.has_printers = bool(of("display")), bool(of("printer"))

    def adopt(self, config: StationConfig, ended: Iterable[str]) -> None:
        """These are the lines from now on; those in ``ended`` are gone, or begin anew."""
        for name in ended:
            self.paper.given_up(name, "stopped")
            self.boards.forget(name)
        self.health.adopt(config.lines, ended)
        self._share_out(config, ended)

    @property
    def hurry(self) -> bool:
        """Whether something waits for the clock or the database."""
        return self.paper.unrecorded or self.buttons.hurry or self._backups.hurry

    def look_due(self, now: float) -> bool:
        """Whether the hall should be looked at though nothing was heard of it."""
        return self.paper.unrecorded or self._backups.due(now)

    def handle(self, line: str, event: Event, now: float) -> bool:
        """What a line says; True when the hall should be looked at after it."""
        self.health.handle(line, event)
        kind = self._kinds[line]
        if kind == "printer":
            self.paper.handle(line, event)
        elif kind == "dispenser":
            self.buttons.handle(line, event, now)
        elif kind == "scanner":
            self._scans.handle(line, event)
        return kind == "printer" or event.kind in {
            "press",
            "scan",
        }  # its outcome may be there already

    def begin_anew(self, line: str, cause: str, detail: str, now: float) -> None:
        """A line was given up; its successor knows nothing."""
        self.paper.given_up(line, cause)
        self.handle(line, Event("lost", {"cause": cause, "detail": detail}), now)
        self.boards.forget(line)

    def look_at_paper(self, view: HallView, now: float) -> None:
        """The whole picture: what is to be printed, and for which other printers."""
        self.paper.look(view)
        self._backups.look(view, self.paper.usable, now)

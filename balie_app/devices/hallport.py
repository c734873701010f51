"""What the device service needs of a hall."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from balie_app.devices.boards import AtCounter
from balie_app.queue.commands import By, Command
from balie_app.queue.views import HallView


class HallPort(Protocol):
    """A hall (`balie_app.queue.hall.Hall`), as far as devices go."""

    def perform(self, command: Command, by: By) -> object: ...
    def view(self) -> HallView: ...
    def at_counters(self) -> Iterable[AtCounter]: ...
    def close(self) -> None: ...


class Follower(Protocol):
    """The change feed."""

    def start(self) -> None: ...
    def stop(self) -> None: ...


Follow = Callable[[str, Callable[[], None], Callable[[bool], None]], Follower]

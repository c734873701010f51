"""Starting the window of devices, or ``balie devices`` itself, as processes of their own."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from balie_app.ui.setup.stations import Station


@dataclass(frozen=True, slots=True)
class DevicesStation(Station):
    """``balie devices`` for one file, to be started like any station."""

    file: str = ""

    def arguments(self, hall: str, theme: str, language: str, *more: str) -> list[str]:
        """The command that starts it."""
        del theme, language
        return [sys.executable, "-m", "balie_app", "devices", "--hall", hall, "--station", self.file, *more]


@dataclass(frozen=True, slots=True)
class WindowStation(Station):
    """The window of devices itself, opened from another window."""

    def arguments(self, hall: str, theme: str, language: str, *more: str) -> list[str]:
        """The command that starts it."""
        start = [sys.executable, "-m", "balie_app", "devices", "window", "--hall", hall]
        return [*start, "--theme", theme, "--language", language, *more]


WINDOW = "devices-window"
"""Name of the window among this computer's stations: there is one at a time."""


def window_station() -> WindowStation:
    """What opens the window of devices."""
    return WindowStation("devices", WINDOW)

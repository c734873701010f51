"""``balie kiosk``: the kiosk at the entrance."""

from __future__ import annotations

from balie_app.ui import station
from balie_app.ui.kiosk.window import build


def main(argv: list[str]) -> int:
    """Open the kiosk; answers the exit code."""
    return station.run(argv, "kiosk", build)

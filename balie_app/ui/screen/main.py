"""Start the waiting screen: ``balie screen``."""

from __future__ import annotations

from balie_app.ui import station
from balie_app.ui.screen.window import build


def main(argv: list[str]) -> int:
    """Run the waiting screen until it is closed; the exit code."""
    return station.run(argv, "screen", build)

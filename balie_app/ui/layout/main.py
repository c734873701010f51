"""``balie layout``: how the paper of a hall looks."""

from __future__ import annotations

from balie_app.ui import station
from balie_app.ui.layout.window import build


def main(argv: list[str]) -> int:
    """Open the window; answers the exit code."""
    return station.run(argv, "layout", build)

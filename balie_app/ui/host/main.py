"""``balie host``: the reception."""

from __future__ import annotations

from balie_app.ui import station
from balie_app.ui.host.window import build


def main(argv: list[str]) -> int:
    """Open the host desk; answers the exit code."""
    return station.run(argv, "host", build)

"""``balie counter``: one counter of the hall in its own process."""

from __future__ import annotations

from balie_app.ui.counter.window import build
from balie_app.ui.station import run


def main(argv: list[str]) -> int:
    """Start the counter panel; answers the exit code."""
    return run(argv, "counter", build)

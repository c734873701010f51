"""``balie devices``: the service without a window; ``balie devices simulate …``: devices that are not there."""

from __future__ import annotations

from balie_app.devices import simulate


def main(argv: list[str]) -> int:
    """Run one of the two; answers the exit code."""
    return simulate.main(argv[1:])

"""How a state looks: never by colour alone."""

from __future__ import annotations

from balie_app.devices.states import State

RED = frozenset({State.HELP, State.SILENT, State.GONE, State.MISCONFIGURED})


def sign(state: str) -> tuple[str, str]:
    """Icon and colour of a state."""
    if state in RED:
        return ("warning", "red")
    if state == State.ATTENTION:
        return ("warning", "amber")
    return ("check", "green") if state in {State.READY, State.BUSY} else ("dot", "text_quiet")

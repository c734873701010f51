"""``balie ctl``: the hall without a window, one JSON object a line (`docs/ctl.md`)."""

from __future__ import annotations

from balie_app.queue.ctl.main import main

__all__ = ["main"]

"""Reading bytes back into paper: see :mod:`balie_app.printing.paper`."""

from __future__ import annotations

from balie_app.printing.paper import Paper, paper_from_bytes

__all__ = ["Paper", "paper_from_bytes"]

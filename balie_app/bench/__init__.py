"""Measurements on this machine, as ratios: ``balie bench``."""

from __future__ import annotations

from balie_app.bench.main import main

__all__ = ["main"]

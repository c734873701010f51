"""What the panel remembers of a clerk's wishes between two days: on top, wide, whether to ask the outcome."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

import tomli_w

from balie_app.paths import config_folder


@dataclass(frozen=True, slots=True)
class Wishes:
    """How this panel is used."""

    on_top: bool = False
    wide: bool = False
    ask_outcome: bool = False


def _file(station: str) -> Path:
    return config_folder() / f"panel-{station}.toml"


def recall_wishes(station: str) -> Wishes:
    """The wishes of last time; the usual ones when there are none that can be read."""
    try:
        found = tomllib.loads(_file(station).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Wishes()
    usual = asdict(Wishes())
    return Wishes(**{name: bool(found.get(name, value)) for name, value in usual.items()})


def keep_wishes(station: str, wishes: Wishes) -> bool:
    """Write the wishes down; False when that failed (the panel goes on all the same)."""
    path = _file(station)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tomli_w.dumps(asdict(wishes)), encoding="utf-8")
    except OSError:
        return False
    return True

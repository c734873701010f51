"""The fonts we bring ourselves: a machine without any font still shows every text."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from balie_app import paths

FAMILIES = ("IBM Plex Sans", "IBM Plex Sans Arabic")
FILES = (
    "IBMPlexSans-Regular.ttf",
    "IBMPlexSans-SemiBold.ttf",
    "IBMPlexSansArabic-Regular.ttf",
    "IBMPlexSansArabic-SemiBold.ttf",
)
BOLD = frozenset({"heading", "title", "number", "display"})
_log = logging.getLogger(__name__)
_loaded: dict[Path, tuple[str, ...]] = {}


def load(own: tuple[Path, ...] = ()) -> tuple[str, ...]:
    """Register our fonts, and a municipality's ``own``; answers the families to use, best first."""
    for name in FILES:
        _register(paths.resource("fonts", name))
    first = [family for path in own for family in _register(path)]
    return (*dict.fromkeys(first), *FAMILIES)


def _register(path: Path) -> tuple[str, ...]:
    if path not in _loaded:
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            _log.warning("font cannot be used: %s", path)
        _loaded[path] = tuple(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else ()
    return _loaded[path]


def make(families: tuple[str, ...], role: str, px: int) -> QFont:
    """A font of our families in ``px``; headings and numbers are semi-bold, numbers have even figures."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.DemiBold if role in BOLD else QFont.Weight.Normal)
    if role in {"number", "display"}:
        # Plex has figures of one width by itself; a municipality's own font may need to be asked.
        font.setFeature(QFont.Tag("tnum"), 1)
    return font

"""How large and in which colours the kiosk is drawn: from the window, the screen, and what the visitor asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QSize

from balie_app.ui import look

TARGET_MM = 15.0
"""A finger that trembles still hits this."""
TARGET_PX = 60
"""When the screen does not tell its real size, or tells nonsense."""
LARGE = 1.3
"""Large text is this much larger."""
BELIEVABLE_DPI = (40.0, 400.0)

HIGH_CONTRAST = {
    "background": "#000000",
    "surface": "#000000",
    "raised": "#000000",
    "sunken": "#1A1A1A",
    "text": "#FFFFFF",
    "text_quiet": "#FFFFFF",
    "text_disabled": "#B8B8B8",
    "line": "#FFFFFF",
    "line_strong": "#FFFFFF",
    "accent": "#FFE14D",
    "accent_pressed": "#FFF3B0",
    "accent_text": "#000000",
    "accent_surface": "#333300",
    "focus": "#5CE1FF",
    "brand": "#000000",
    "brand_text": "#FFFFFF",
}
"""What changes for who asks for high contrast: white and yellow on black."""


@dataclass(frozen=True, slots=True)
class Dress:
    """Sizes and colours for one rendering of the kiosk."""

    size: QSize
    scale: float
    """1.0 on a screen of 1024 × 768."""
    text: float
    """Extra for large text."""
    target: int
    """The least height and width of anything to press, in px."""
    low: bool
    high_contrast: bool

    @property
    def portrait(self) -> bool:
        """Whether the window is higher than wide."""
        return self.size.height() > self.size.width()

    @property
    def key(self) -> tuple[object, ...]:
        """Two dresses with the same key look the same."""
        return (self.size.toTuple(), self.text, self.target, self.low, self.high_contrast, look.tokens().theme)

    def px(self, length: float) -> int:
        """A length of the drawing for 1024 × 768, on this screen."""
        return round(length * self.scale)

    def type(self, size: float) -> float:
        """A text size of that drawing, in px on this screen and for this visitor."""
        return size * self.scale * self.text

    def colour(self, name: str) -> str:
        """A colour of the theme as "#RRGGBB"."""
        own = HIGH_CONTRAST.get(name) if self.high_contrast else None
        return own or look.tokens().colour[name]


def measure(size: QSize, dpi: float, *, low: bool, large: bool, contrast: bool) -> Dress:
    """The dress for a window of this size on a screen with so many px an inch."""
    short, long = sorted((size.width(), size.height()))
    scale = min(4.0, max(0.55, min(short / 768, long / 1024)))
    return Dress(size, scale, LARGE if large else 1.0, target(dpi), low, contrast)


@cache
def target(dpi: float) -> int:
    """The least size of a target in px."""
    low, high = BELIEVABLE_DPI
    return round(TARGET_MM * dpi / 25.4) if low <= dpi <= high else TARGET_PX

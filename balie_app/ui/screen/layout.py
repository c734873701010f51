"""Where everything hangs, for any size and shape of screen.

One unit is a hundredth of the window's height: text that can be read at ten metres on a small
screen can be read on a large one.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize

TALL_BELOW = 1.2
"""Windows narrower than this (width : height) stack the parts."""


@dataclass(frozen=True, slots=True)
class Places:
    """The rectangle of each part in pixels, and the unit."""

    unit: float
    tall: bool
    header: QRect
    call: QRect
    earlier: QRect
    waits: QRect
    message: QRect

    @property
    def welcome(self) -> QRect:
        """The place of call and earlier calls together."""
        return self.call.united(self.earlier)


def arrange(size: QSize) -> Places:
    """The places in a window of this size."""
    unit = max(size.height(), 1) / 100
    width = size.width() / unit
    return _tall(unit, width) if width < 100 * TALL_BELOW else _wide(unit, width)


def _wide(unit: float, width: float) -> Places:
    side = 4.0
    inner = width - 2 * side
    gap = 4.0
    left = (inner - gap) * 0.62
    right = inner - gap - left
    return Places(
        unit=unit,
        tall=False,
        header=_px(0, 0, width, 12, unit),
        call=_px(side, 15.5, left, 56, unit),
        earlier=_px(side + left + gap, 15.5, right, 56, unit),
        waits=_px(side, 75, left, 21.5, unit),
        message=_px(side + left + gap, 75, right, 21.5, unit),
    )


def _tall(unit: float, width: float) -> Places:
    side = min(2.5, width * 0.04)
    inner = width - 2 * side
    return Places(
        unit=unit,
        tall=True,
        header=_px(0, 0, width, 7, unit),
        call=_px(side, 9, inner, 42, unit),
        earlier=_px(side, 53.5, inner, 21.5, unit),
        waits=_px(side, 77.5, inner, 11, unit),
        message=_px(side, 90, inner, 8, unit),
    )


def _px(left: float, top: float, width: float, height: float, unit: float) -> QRect:
    return QRectF(left * unit, top * unit, width * unit, height * unit).toRect()

"""Drawing with Qt: lines a printer has no letters for, and pictures of paper.

The one file of this room that may use Qt: it shapes and orders Arabic, and knows the house fonts.
Drawing needs a QGuiApplication; a program without windows gets one that needs no display.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QImage, QPainter

from balie_app.paths import resource
from balie_app.printing.bitmap import Bitmap
from balie_app.printing.documents import Size
from balie_app.printing.flow import BLACK, PAPER, Bar, Dots, Glyphs, Item, Text
from balie_app.printing.wrapping import wrap
from balie_app.queue.trouble import Trouble

PIXELS = {Size.SMALL: 21, Size.NORMAL: 27, Size.LARGE: 46}
"""Height of a drawn line's letters, in dots, beside the printer's own characters of 17, 24 and 48."""

_FAMILIES = ["IBM Plex Sans", "IBM Plex Sans Arabic", "DejaVu Sans"]
_CELL_FAMILIES = ["IBM Plex Mono", "DejaVu Sans Mono", "Liberation Mono", *_FAMILIES]

LOGO_HIGHEST = 400
"""Dots: a logo never takes more than 5 cm of paper."""
_BLACKEST, _WHITEST = 128, 244
"""Grey up to the one is full black, from the other on white: dark colours print solid, and edges stay sharp."""
_LEVELS = bytes(min(255, max(0, round((value - _BLACKEST) * 255 / (_WHITEST - _BLACKEST)))) for value in range(256))

_BLACK_OR_WHITE = bytes(ord("1") if value < 144 else ord("0") for value in range(256))
"""Grey becomes black a little past the middle: thin strokes survive the thermal head."""

_own: list[QGuiApplication] = []


def ready() -> None:
    """Make sure Qt can draw, on any thread; but the first time in a program without windows on its main thread.

    Trouble "drawing-not-ready" when it is not: an application made on another thread crashes at the end.
    """
    if QGuiApplication.instance() is None:
        if threading.current_thread() is not threading.main_thread():
            raise Trouble("drawing-not-ready")
        _own.append(QGuiApplication(["balie", "-platform", "offscreen"]))
    _load_fonts()


@cache
def _load_fonts() -> None:
    for path in sorted(resource("fonts").glob("*.[to]tf")):
        QFontDatabase.addApplicationFont(str(path))


def font(pixels: float, *, bold: bool = False, cell: bool = False) -> QFont:
    """The house font; ``cell``: a font whose letters are all as wide, as on a thermal printer."""
    made = QFont(_CELL_FAMILIES if cell else _FAMILIES)
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def text_width(text: str, pixels: float, *, bold: bool = False) -> float:
    """How wide this text is, in dots."""
    ready()
    return QFontMetricsF(font(pixels, bold=bold)).horizontalAdvance(text)


@lru_cache(maxsize=256)
def text_bitmap(
    text: str, size: Size, dots: int, *, bold: bool = False, right: bool = False, centre: bool = False
) -> Bitmap:
    """The text as dots, wrapped to ``dots`` wide; no wider than it needs, so that little is sent.

    Most lines of a ticket are those of the ticket before: they are drawn once.
    """
    ready()
    pixels = PIXELS[size]
    metrics = QFontMetricsF(font(pixels, bold=bold))
    rows = wrap(text, dots - 8, metrics.horizontalAdvance)
    width = min(dots // 8 * 8, -(-int(max(map(metrics.horizontalAdvance, rows), default=0) + 4) // 8) * 8)
    height = round(metrics.ascent() + metrics.descent())
    image = _blank(width, height * len(rows))
    painter = _painter(image)
    painter.setFont(font(pixels, bold=bold))
    flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    for index, row in enumerate(rows):
        box = QRectF(1, index * height, width - 2, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter if centre else flag | Qt.AlignmentFlag.AlignAbsolute, row)
    painter.end()
    return _dots(image)


@lru_cache(maxsize=8)
def logo_dots(png: bytes, width: int) -> Bitmap | None:
    """A PNG as dots, ``width`` wide, on white; shades become a pattern of dots (Floyd-Steinberg). None: no picture.

    Needs no application: Qt reads and scales pictures without one.
    """
    found = QImage.fromData(png)
    if found.isNull():
        return None
    wide = min(width, LOGO_HIGHEST * found.width() // found.height()) // 8 * 8 or 8
    high = max(1, round(wide * found.height() / found.width()))
    image = _blank(wide, min(high, LOGO_HIGHEST))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    smooth = Qt.TransformationMode.SmoothTransformation
    painter.drawImage(0, 0, found.scaled(image.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
    painter.end()
    return _dithered(image)


def _dithered(image: QImage) -> Bitmap:
    step = image.bytesPerLine()
    grey = bytes(image.constBits()).translate(_LEVELS)
    level = QImage(grey, image.width(), image.height(), step, QImage.Format.Format_Grayscale8)
    flags = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.DiffuseDither
    mono = level.convertToFormat(QImage.Format.Format_Mono, flags)
    black = mono.color(1) & 0xFFFFFF == 0
    bits, step, across = bytes(mono.constBits()), mono.bytesPerLine(), mono.width() // 8
    if not black:
        bits = bits.translate(bytes(range(255, -1, -1)))
    return Bitmap(mono.width(), tuple(bits[y * step : y * step + across] for y in range(mono.height())))


def picture_png(width: int, height: int, items: Sequence[Item], scale: float = 1.0) -> bytes:
    """Paper of this size in dots with these things on it, as PNG."""
    ready()
    image = _blank(round(width * scale), round(height * scale))
    image.fill(QColor(PAPER))
    painter = _painter(image)
    painter.scale(scale, scale)
    paint(painter, items)
    painter.end()
    return png(image)


def paint(painter: QPainter, items: Iterable[Item]) -> None:
    """These things on whatever is being painted, in dots of the painter's own scale."""
    ready()
    for item in items:
        _draw(painter, item)


def png(image: QImage) -> bytes:
    """The image as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def _draw(painter: QPainter, item: Item) -> None:
    if isinstance(item, Bar):
        # without soft edges: they would show between the bars of a code that is drawn smaller
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(item.x, item.y, item.width, item.height), QColor(item.colour))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    elif isinstance(item, Text):
        painter.setPen(QColor(item.colour))
        painter.setFont(font(item.pixels, bold=item.bold))
        painter.drawText(QRectF(item.x, item.y, item.width, item.pixels * 1.6), _alignment(item), item.text)
    elif isinstance(item, Dots):
        painter.drawImage(QPointF(item.x, item.y), _image(item.bitmap))
    else:
        _draw_glyphs(painter, item)


def _image(bitmap: Bitmap) -> QImage:
    """Dots as an image; white is transparent."""
    image = QImage(b"".join(bitmap.rows), bitmap.width, bitmap.height, bitmap.width // 8, QImage.Format.Format_Mono)
    image.setColorTable([0x00FFFFFF, 0xFF000000])
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _alignment(item: Text) -> Qt.AlignmentFlag:
    across = {
        "left": Qt.AlignmentFlag.AlignLeft,
        "centre": Qt.AlignmentFlag.AlignHCenter,
        "right": Qt.AlignmentFlag.AlignRight,
    }[item.align]
    return across | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop


def _draw_glyphs(painter: QPainter, item: Glyphs) -> None:
    """Characters in the cells of a thermal printer, stretched as it stretches them."""
    letters = font(item.cell_height * 0.82, bold=item.bold, cell=True)
    metrics = QFontMetricsF(letters)
    painter.setPen(QColor(BLACK))
    painter.setFont(letters)
    for index, sign in enumerate(item.text):
        wide = metrics.horizontalAdvance(sign)
        squeeze = min(1.0, item.cell_width / max(1.0, wide))
        painter.save()
        painter.translate(item.x + index * item.cell_width * item.across, item.y)
        painter.scale(item.across, item.down)
        painter.translate((item.cell_width - wide * squeeze) / 2, 0)
        painter.scale(squeeze, 1)
        painter.drawText(0, round(item.cell_height * 0.8), sign)
        painter.restore()


def _blank(width: int, height: int) -> QImage:
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_Grayscale8)
    image.fill(255)
    return image


def _painter(image: QImage) -> QPainter:
    painter = QPainter(image)
    hints = QPainter.RenderHint
    painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing | hints.SmoothPixmapTransform)
    painter.setPen(QColor(BLACK))
    return painter


def _dots(image: QImage) -> Bitmap:
    pixels = bytes(image.constBits())
    step, wide = image.bytesPerLine(), image.width() // 8
    rows = []
    for y in range(image.height()):
        row = pixels[y * step : y * step + image.width()]
        rows.append(int(row.translate(_BLACK_OR_WHITE), 2).to_bytes(wide, "big"))
    return Bitmap(wide * 8, tuple(rows))

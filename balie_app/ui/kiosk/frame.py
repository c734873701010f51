"""What stands around every page: the hall's name, the heading, the row at the bottom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from balie_app.ui import look
from balie_app.ui.kiosk.dress import Dress
from balie_app.ui.kiosk.pages.page import Page
from balie_app.ui.kiosk.parts import Block, Prose, Tile
from balie_app.ui.kiosk.state import Aids
from balie_app.ui.kiosk.words import translate
from balie_app.ui.screen.paint import fitted

MARGIN = 28
SHARES = {"back": 4, "cross": 5, "person": 7}
"""How wide the tiles at the bottom are, by their sign."""


class Band(QWidget):
    """The municipality's colour, the hall's name and the time."""

    def __init__(self, dress: Dress, hall: str, time: str) -> None:
        super().__init__()
        self.dress, self.hall, self.time = dress, hall, time
        self.setFixedHeight(dress.px(52))
        look.name(self, f"{hall} {time}".strip())

    def show_time(self, time: str) -> None:
        if time != self.time:
            self.time = time
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.dress.colour("brand")))
        painter.setPen(QColor(self.dress.colour("brand_text")))
        pad = self.dress.px(MARGIN)
        inner = QRectF(self.rect()).adjusted(pad, 0, -pad, 0)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setFont(fitted("heading", self.hall, inner.width() * 0.75, 20 * self.dress.scale))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | middle), self.hall)
        painter.setFont(fitted("number", self.time, inner.width() * 0.25, 20 * self.dress.scale))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | middle), self.time)
        painter.end()


@dataclass(frozen=True, slots=True)
class Ways:
    """What the row at the bottom does."""

    back: Callable[[], None]
    restart: Callable[[], None]
    help: Callable[[], None]
    aids: Callable[[Aids], None]


class Footer(QWidget):
    """Back, stop, somebody to speak to; and how the kiosk should be for this visitor."""

    def __init__(self, dress: Dress, page: Page, ways: Ways, *, voice: bool) -> None:
        super().__init__()
        self.dress = dress
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        moves = self._moves(page, ways)
        aids = self._aids(page.state.aids, ways, voice=voice)
        box = QVBoxLayout(self) if dress.portrait else QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(dress.px(6))
        for tiles, share in ((moves, 6), (aids, 4)):
            if not tiles and dress.portrait:
                continue
            row = QHBoxLayout()
            row.setSpacing(dress.px(6))
            for tile in tiles:
                tile.setFixedHeight(max(dress.target, dress.px(62 if dress.low else 76)))
                row.addWidget(tile, SHARES.get(tile.sign, 5))
            if not tiles:
                row.addStretch(1)
            box.addLayout(row, share)

    def sizeHint(self) -> QSize:
        return QSize(self.dress.px(900), super().sizeHint().height())

    def _moves(self, page: Page, ways: Ways) -> list[Tile]:
        def tile(text: str, then: Callable[[], None], icon: str) -> Tile:
            return Tile(self.dress, text, lambda *_: then(), kind="quiet", icon=icon)

        moves = []
        if page.nav:
            moves.append(tile(translate("kiosk", "Terug"), ways.back, "back"))
            moves.append(tile(translate("kiosk", "Stoppen"), ways.restart, "cross"))
        if page.helps:
            moves.append(tile(translate("kiosk", "Ik wil iemand spreken"), ways.help, "person"))
        return moves

    def _aids(self, aids: Aids, ways: Ways, *, voice: bool) -> list[Tile]:
        offered = [
            ("wheelchair", translate("kiosk", "Lager"), aids.low, replace(aids, low=not aids.low)),
            ("text_size", translate("kiosk", "Groter"), aids.large, replace(aids, large=not aids.large)),
            ("contrast", translate("kiosk", "Contrast"), aids.contrast, replace(aids, contrast=not aids.contrast)),
        ]
        if voice:
            aloud = translate("kiosk", "Voorlezen")
            offered.append(("speaker", aloud, aids.aloud, replace(aids, aloud=not aids.aloud)))
        tiles = []
        for icon, text, on, then in offered:
            tile = Tile(self.dress, text, lambda *_, wanted=then: ways.aids(wanted), kind="aid", icon=icon)
            tile.setCheckable(True)
            tile.setChecked(on)
            tiles.append(tile)
        return tiles


def sheet(dress: Dress, page: Page, band: Band, footer: Footer | None) -> QWidget:
    """Everything of one page together; in low mode all that can be pressed is in the lower half."""
    whole = QWidget()
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(band)
    head = Prose(dress, _heading(page))
    head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    head.setFixedHeight(round(dress.type(84 if page.intro else 54)))
    upper, lower = _part(), _part()
    upper_box, lower_box = _lay(upper, dress), _lay(lower, dress)
    upper_box.addWidget(head)
    if page.info is not None:
        fixed = page.info.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Fixed
        upper_box.addWidget(page.info, 0 if fixed else 1)
        if fixed and dress.low:
            upper_box.addStretch(1)
    elif dress.low:
        upper_box.addStretch(1)
    if page.controls is None or not page.controls_share:
        lower_box.addStretch(1)  # few controls stand low, near the hand
    if page.controls is not None:
        lower_box.addWidget(page.controls, 1 if page.controls_share else 0)
    if footer is not None:
        lower_box.addWidget(footer, 0, Qt.AlignmentFlag.AlignBottom)
    _share(dress, page, box, upper, lower)
    return whole


def _share(dress: Dress, page: Page, box: QVBoxLayout, upper: QWidget, lower: QWidget) -> None:
    """How the height is divided."""
    if dress.low:
        if page.controls_share:
            lower.setFixedHeight(dress.size.height() // 2)
        box.addWidget(upper, 1)
        box.addWidget(lower)
        return
    fixed = page.info is not None and page.info.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Fixed
    above = 0 if page.info is None or fixed else 1
    below = page.controls_share
    if not above and below:
        upper.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.addWidget(upper, above)
    box.addWidget(lower, below)


def _heading(page: Page) -> list[Block]:
    return [Block(page.heading, 40, bold=True), Block(page.intro, 22, colour="text_quiet", gap=2)]


def _part() -> QWidget:
    part = QWidget()
    part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return part


def _lay(part: QWidget, dress: Dress) -> QVBoxLayout:
    layout = QVBoxLayout(part)
    side = dress.px(MARGIN)
    layout.setContentsMargins(side, dress.px(6 if dress.low else 14), side, dress.px(8))
    layout.setSpacing(dress.px(4 if dress.low else 12))
    return layout

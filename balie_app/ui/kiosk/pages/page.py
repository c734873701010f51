"""What every page of the kiosk has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from balie_app.queue.views import HallView
from balie_app.ui.kiosk.dress import Dress
from balie_app.ui.kiosk.parts import Block, Prose, Tile
from balie_app.ui.kiosk.patience import IDLE_SECONDS, SLOW_IDLE_SECONDS, Limit

if TYPE_CHECKING:
    from balie_app.ui.kiosk.window import Kiosk


class Page:
    """One question: a heading, something to read (``info``), something to press (``controls``)."""

    heading = ""
    intro = ""
    nav = True
    """Whether one can go back."""
    helps = True
    """Whether the button to speak to somebody is there."""
    scans = True
    """Whether a scanned code checks in."""
    controls_share = 0
    """Stretch of the controls; 0: only what they need. The rest is for ``info``."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk, self.state = kiosk, kiosk.state
        self.dress: Dress = kiosk.dress
        self.language = kiosk.state.language
        self.info: QWidget | None = None
        self.controls: QWidget | None = None
        self.first: QWidget | None = None
        self.make()

    def make(self) -> None:
        """Fill in what the page has."""

    @property
    def limit(self) -> Limit:
        """How long the page waits for the visitor."""
        aids = self.state.aids
        return Limit(SLOW_IDLE_SECONDS if aids.large or aids.aloud else IDLE_SECONDS)

    def take(self, view: HallView) -> None:
        """The hall changed."""

    def tick(self) -> None:
        """A second passed."""

    def typed(self, text: str) -> bool:
        """A letter came in; False: the page has no use for it."""
        return False

    def erase(self) -> None:
        """The last letter goes."""

    def enter(self) -> bool:
        """Enter after letters from a keyboard; False: it is for the button with the focus."""
        return False

    def spoken(self) -> list[str]:
        """What is read aloud: the text, then what can be pressed."""
        prose = [part for part in self._parts(Prose) if isinstance(part, Prose)]
        tiles = [tile for tile in self._parts(Tile) if isinstance(tile, Tile) and tile.kind != "key"]
        said = [sentence for part in prose for sentence in part.spoken]
        return [*said, *(tile.accessibleName() for tile in tiles)]

    def _parts(self, kind: type[QWidget]) -> list[QWidget]:
        roots = [root for root in (self.info, self.controls) if root is not None]
        found = [part for root in roots for part in ([root] if isinstance(root, kind) else root.findChildren(kind))]
        return [part for part in found if not part.isHidden()]

    # -- small helpers ---------------------------------------------------------------------------

    def tile(self, text: str, then: object, **how: str) -> Tile:
        """A tile in this page's dress; ``then`` is called without arguments."""
        return Tile(self.dress, text, lambda *_: then(), **how)  # type: ignore[operator]

    def row(self, parts: Sequence[QWidget], *, upright: bool = False, stretch: Sequence[int] = ()) -> QWidget:
        """Parts side by side, or one above the other."""
        box = QWidget()
        layout: QBoxLayout = QVBoxLayout(box) if upright else QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.dress.px(4 if self.dress.low and upright else 12))
        for place, part in enumerate(parts):
            layout.addWidget(part, stretch[place] if stretch else 1)
        return box

    def prose(self, *blocks: Block, card: bool = False, centre: bool = False, hug: bool = False) -> Prose:
        """Text in this page's dress."""
        return Prose(self.dress, blocks, card=card, centre=centre, hug=hug)

    def notice(self, icon: str, *texts: str) -> Prose:
        """A large sign with a few sentences, in the middle of the page."""
        blocks = [Block(text, 30, gap=22) for text in texts]
        return self.prose(Block("", 110, icon=icon, sign=True), *blocks, card=True, centre=True)

    def line(self, text: str) -> Prose:
        """One line of text."""
        told = self.prose(Block(text, 21, colour="text_quiet"))
        told.setFixedHeight(round(self.dress.type(21) * 1.5))
        return told

    def high(self, tile: Tile, height: float) -> Tile:
        """The tile in a fixed height (of 1024 × 768), never less than a target."""
        tile.setFixedHeight(max(self.dress.target, self.dress.px(height)))
        return tile

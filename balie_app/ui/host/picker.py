"""Choosing what a visitor comes for: type half a word, Enter; again for a second matter."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from balie_app.queue.rules.hall import Intake
from balie_app.queue.views import HallView
from balie_app.ui import look
from balie_app.ui.host import finding, parts, words
from balie_app.ui.host.lines import Line, Tone
from balie_app.ui.host.listcard import LinesView
from balie_app.ui.host.offer import note

OFFERED = 7
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PickerBox(QLineEdit):
    """The box: arrows and Enter belong to the list under it."""

    stepped = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class ProductPicker(QWidget):
    """The chosen products, and what else can be chosen."""

    changed = Signal()
    entered_empty = Signal()
    """Enter with nothing typed: the host is done choosing."""

    def __init__(self, view: Callable[[], HallView | None]) -> None:
        super().__init__()
        self._view = view
        self._used: Tally[str] = Tally()
        self.chosen: tuple[str, ...] = ()
        self.suggests = True
        """Whether to offer what is asked most while nothing is typed."""
        self.box = PickerBox()
        self.box.setPlaceholderText(self.tr("Paspoort, verhuizen, ID…"))
        look.name(self.box, self.tr("Waarvoor komt de bezoeker?"))
        self.list = LinesView("", self.tr("Niets gevonden. Probeer een ander woord."))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.name(self.list, self.tr("Producten"))
        self._chips = QVBoxLayout()
        parts.fill(self._chips, (), space=4)
        layout = QVBoxLayout(self)
        title = parts.label(self.tr("Waarvoor komt de bezoeker?"), "strong")
        parts.fill(layout, (title,), space=6)
        layout.addLayout(self._chips)
        layout.addWidget(self.box)
        layout.addWidget(self.list)
        self.list.chosen.connect(lambda line: self.choose(line.ref))
        self.box.textChanged.connect(self._typed)
        self.box.stepped.connect(self.list.step)
        self.box.entered.connect(self._enter)

    def refresh(self) -> None:
        """Show what fits; with nothing typed and nothing chosen, what is asked most."""
        view, text = self._view(), self.box.text().strip()
        found: list[str] = []
        if view is not None and (text or (self.suggests and not self.chosen)):
            found = finding.products(text, view.config, OFFERED) if text else self._usual(view)
        self.list.show_lines([self._line(slug, view) for slug in found if view is not None and slug not in self.chosen])
        self.list.setVisible(bool(text) or (self.suggests and not self.chosen))
        self.list.setFixedHeight(max(44, self.list.content_height() + 4))

    def _typed(self, text: str) -> None:
        self.refresh()
        self.list.setCurrentIndex(self.list.lines.index(0 if text.strip() else -1))

    def _usual(self, view: HallView) -> list[str]:
        """What is asked most: here and in the hall now, then what town halls are asked most."""
        from balie_app.queue.config.catalogue import top_ten

        asked = self._used + Tally(slug for contact in view.contacts for slug in contact.products)
        offered = {p.slug: None for p in view.config.products if p.intake in {Intake.BOTH, Intake.WALK_IN}}
        usual = dict.fromkeys(slug for slug in top_ten() if slug in offered)
        return sorted(usual | offered, key=lambda slug: -asked[slug])[:OFFERED]

    def _line(self, slug: str, view: HallView) -> Line:
        product = view.config.product_by_slug[slug]
        return Line(
            id=slug, lead="", sign="add", text=words.label(product.labels), tail=note(product, view),
            tone=Tone.QUIET, ref=slug,
        )  # fmt: skip

    def _enter(self) -> None:
        line = self.list.current() if not self.list.isHidden() else None
        if line is not None:
            self.choose(line.ref)
        elif not self.box.text().strip():
            self.entered_empty.emit()

    def choose(self, slug: str) -> None:
        """Add a product."""
        if slug not in self.chosen:
            self.chosen += (slug,)
            self._used[slug] += 1
        self._settle()

    def remove(self, slug: str) -> None:
        """Take a product away again."""
        self.chosen = tuple(each for each in self.chosen if each != slug)
        self._settle()

    def reset(self) -> None:
        """Nothing chosen: the next visitor."""
        self.chosen = ()
        self._settle()

    def _settle(self) -> None:
        self.box.clear()
        parts.clear(self._chips)
        view = self._view()
        for slug in self.chosen if view is not None else ():
            self._chips.addWidget(self._chip(slug, view))
        more = self.tr("Nog iets? Typ het hier.") if self.chosen else self.tr("Paspoort, verhuizen, ID…")
        self.box.setPlaceholderText(more)
        self.refresh()
        self.box.setFocus()
        self.changed.emit()

    def _chip(self, slug: str, view: HallView | None) -> QWidget:
        title = words.product(slug, view.config) if view else slug
        away = parts.button("", "quiet", "cross")
        look.name(away, words.filled(self.tr("%1 verwijderen"), title))
        away.clicked.connect(lambda: self.remove(slug))
        chip = QWidget()
        look.role(chip, "sunken")
        layout = parts.row(parts.label(title, "strong", wrap=True), away)
        layout.setContentsMargins(12, 0, 4, 0)
        layout.setStretch(0, 1)
        chip.setLayout(layout)
        return chip

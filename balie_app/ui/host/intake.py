"""Giving a number: what for, the papers, who, how long, done. One panel, no dialogs."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from balie_app.queue.rules.eligible import WHEELCHAIR
from balie_app.queue.rules.hall import Intake, Product
from balie_app.queue.rules.offer import kind_of
from balie_app.queue.rules.visit import Visit
from balie_app.queue.views import Wait
from balie_app.ui import look
from balie_app.ui.host import parts, words
from balie_app.ui.host.actions import HostActions
from balie_app.ui.host.given import Given
from balie_app.ui.host.offer import Offer
from balie_app.ui.host.panel import Page
from balie_app.ui.host.picker import ProductPicker

CHECKS_PAPERS = 2
"""From this level on (hall.md section 6) the host goes through the checklist."""


class IntakePage(Page):
    """The intake of a visitor without an appointment."""

    later_wanted = Signal()
    """The visitor would rather come back later today."""

    def __init__(self, actions: HostActions) -> None:
        super().__init__()
        self._actions = actions
        self._waits_for_number = False
        self.title = self.tr("Nieuw nummer")
        self.picker = ProductPicker(lambda: actions.view)
        self.given = Given()
        self._checks = QVBoxLayout()
        parts.fill(self._checks, (), space=2)
        self._papers: tuple[str, ...] = ()
        self._language, self._party, self._wheelchair = QComboBox(), QSpinBox(), QCheckBox(self.tr("Rolstoel"))
        self._wait = parts.label("", "strong", wrap=True)
        self.give = parts.button(self.tr("Nummer geven"), "primary", "ticket", "↵")
        self.give.clicked.connect(self._give)
        self.later = parts.button(self.tr("Later vandaag"), "secondary", "clock", "F5")
        self.slip = parts.button(self.tr("Wat ontbreekt"), "secondary", "print", "Ctrl+S")
        self.later.clicked.connect(self.ask_later)
        self.slip.clicked.connect(self.print_slip)
        self._ticks: list[parts.Tick] = []
        self._who = self._who_row()
        self._lay_out()
        self.picker.changed.connect(self._choice_changed)
        self.picker.entered_empty.connect(self._give)
        actions.given.connect(self._given)
        actions.sent_away.connect(self._start_anew)
        self._choice_changed()

    def _who_row(self) -> QWidget:
        self._party.setRange(1, 50)
        self._party.lineEdit().setTextMargins(8, 0, 0, 0)
        look.name(self._party, self.tr("Aantal personen"))
        self._party.valueChanged.connect(lambda count: self._party.setSuffix(self._people(count)))
        self._party.setSuffix(self._people(1))
        look.name(self._language, self.tr("Taal"))
        look.name(self._wheelchair, self.tr("Rolstoel"))
        holder = QWidget()
        line = parts.row(self._language, self._party)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        whole = QVBoxLayout(holder)
        parts.fill(whole, ())
        whole.addLayout(line)
        whole.addWidget(self._wheelchair)
        return holder

    def _people(self, count: int) -> str:
        return " " + (self.tr("persoon") if count == 1 else self.tr("personen"))

    def _lay_out(self) -> None:
        inner = QWidget()
        look.role(inner, "scrolled")
        body = QVBoxLayout(inner)
        parts.fill(body, (self.given, self.picker), space=12)
        body.addLayout(self._checks)
        body.addWidget(self._who)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        parts.fill(layout, (scroll, self._wait), space=10)
        layout.addWidget(parts.Pair(self.later, self.slip))
        layout.addWidget(self.give)
        self.given.hide()

    @property
    def papers(self) -> tuple[str, ...]:
        """The checklist on show."""
        return self._papers

    @property
    def wait(self) -> str:
        """What is said about the wait."""
        return self._wait.text()

    def start(self, slug: str = "") -> None:
        """Begin with a new visitor, maybe with a product already known."""
        self._put_number_away()
        self.picker.reset()
        if slug:
            self.picker.choose(slug)

    def first(self) -> QWidget:
        return self.picker.box

    def refresh(self) -> None:
        view = self._actions.view
        if view is None:
            return
        if self._language.count() != len(view.config.languages):
            self._language.clear()
            for code in view.config.languages:
                self._language.addItem(words.language(code), code)
        self.picker.refresh()
        self._tell_wait()

    # -- what was chosen ---------------------------------------------------------------------------

    def _products(self) -> list[Product]:
        view = self._actions.view
        known = view.config.product_by_slug if view else {}
        return [known[slug] for slug in self.picker.chosen if slug in known]

    def _choice_changed(self) -> None:
        if self.picker.chosen:
            self._put_number_away()
        self._who.setVisible(bool(self.picker.chosen))
        self._ask_papers()
        self._tell_wait()

    def _ask_papers(self) -> None:
        view = self._actions.view
        level = view.config.settings.host_level if view else 0
        papers = tuple(dict.fromkeys(paper for p in self._products() for paper in words.things(p.bring)))
        self._papers = papers if level >= CHECKS_PAPERS else ()
        parts.clear(self._checks)
        if self._papers:
            self._checks.addWidget(parts.label(self.tr("Heeft de bezoeker dit bij zich?"), "strong"))
        self._ticks = [parts.Tick(paper) for paper in self._papers]
        for tick in self._ticks:
            tick.box.toggled.connect(self._dress_slip)
            self._checks.addWidget(tick)

    def _tell_wait(self) -> None:
        view, chosen = self._actions.view, self._products()
        self._wait.setVisible(bool(chosen))
        self.give.setVisible(bool(chosen))
        self._dress_slip()
        if view is None or not chosen:
            self.later.hide()
            return
        offer = Offer.of(chosen, view)
        self.give.setEnabled(offer.given and not self._waits_for_number)
        self.later.setVisible(offer.given and self._actions.slip_printer is not None)
        self.later.setEnabled(self.give.isEnabled())
        self._wait.setText(offer.sentence)

    # -- on paper ----------------------------------------------------------------------------------

    @property
    def missing(self) -> tuple[str, ...]:
        """What the visitor does not have: papers that are not ticked."""
        return tuple(paper for paper, tick in zip(self._papers, self._ticks, strict=True) if not tick.box.isChecked())

    def _elsewhere(self) -> tuple[str, ...]:
        """The chosen products that are not done here and say where they are."""
        return tuple(p.slug for p in self._products() if p.intake is Intake.NONE and p.refer_to)

    def _dress_slip(self) -> None:
        """The slip is about where else to go, or about what is missing."""
        refers = bool(self._elsewhere())
        parts.rename(self.slip, self.tr("Verwijzing") if refers else self.tr("Wat ontbreekt"), "Ctrl+S")
        self.slip.setVisible((refers or bool(self._papers)) and self._actions.slip_printer is not None)
        self.slip.setEnabled(refers or bool(self.missing))

    def print_slip(self) -> None:
        """Print what is missing, or where else to go."""
        if self.slip.isHidden() or not self.slip.isEnabled():
            return
        if elsewhere := self._elsewhere():
            self._actions.referral(elsewhere, self._spoken())
        else:
            self._actions.missing_papers(self.picker.chosen, self.missing, self._spoken())
        self.finished.emit()

    def ask_later(self) -> None:
        """The visitor would rather come back later today."""
        if not self.later.isHidden() and self.later.isEnabled():
            self.later_wanted.emit()

    def give_for_later(self, at: datetime) -> None:
        """A number for somebody who comes back at ``at``."""
        self._actions.issue_for_later(self.picker.chosen, self._spoken(), self._party.value(), self._needs(), at)

    def wait_of_chosen(self) -> Wait | None:
        """How long somebody with these products would wait now."""
        view, chosen = self._actions.view, self._products()
        return view.type_waits.get(kind_of(chosen, view.config).code) if view is not None and chosen else None

    def _spoken(self) -> str:
        return str(self._language.currentData() or "nl")

    def _needs(self) -> tuple[str, ...]:
        return (WHEELCHAIR,) if self._wheelchair.isChecked() else ()

    # -- the number --------------------------------------------------------------------------------

    def _give(self) -> None:
        if not self.picker.chosen or not self.give.isEnabled():
            return
        self._waits_for_number = True
        self._tell_wait()
        self._actions.issue(self.picker.chosen, self._spoken(), self._party.value(), self._needs())

    def not_given(self) -> None:
        """The hall said no: everything chosen stays, so that it can be changed."""
        self._waits_for_number = False
        self._tell_wait()

    def _given(self, visit: Visit) -> None:
        mine, self._waits_for_number = self._waits_for_number, False
        view = self._actions.view
        if not mine or view is None:
            return
        self._start_anew()
        self.given.show_visit(visit, view, self._actions.printer is not None)
        self.given.show()
        self.picker.suggests = False
        self.picker.refresh()

    def _start_anew(self) -> None:
        self.picker.reset()
        self._wheelchair.setChecked(False)
        self._party.setValue(1)
        self._language.setCurrentIndex(0)

    def _put_number_away(self) -> None:
        self.given.hide()
        self.picker.suggests = True

"""The panel itself: head, number, facts, buttons or a question, a sentence, and the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from balie_app.queue.rules.numbering import shown
from balie_app.ui import look
from balie_app.ui.counter import words
from balie_app.ui.counter.control import Control
from balie_app.ui.counter.facts import Facts
from balie_app.ui.counter.footer import Footer
from balie_app.ui.counter.head import Head
from balie_app.ui.counter.keys import Keys
from balie_app.ui.counter.notice import Notice, announce
from balie_app.ui.counter.panel import Panel
from balie_app.ui.counter.parts import OUTDENT, BigNumber, label
from balie_app.ui.counter.situation import PRIMARY, Situation
from balie_app.ui.counter.steps import KEYS

MARGIN = 16
LOW = 620
"""Below this height in px everything is a little smaller."""


class Face(QWidget):
    """Everything a clerk sees in the narrow window."""

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.called = ""
        self.head = Head(self)
        self.offline = Notice("offline", stays=True, parent=self)
        self.status = label(role="muted", parent=self)
        self.status.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number = BigNumber(self)
        self.coming = label(role="strong", parent=self)
        self.facts = Facts()
        self.keys = Keys()
        self.notice = Notice("help", parent=self)
        self.footer = Footer(self)
        self._arrange()
        self._connect()
        self.clock = QTimer(self, interval=1000)
        self.clock.timeout.connect(self.tick)
        self.clock.start()

    def _arrange(self) -> None:
        look.role(self, "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_inset(self.head, top=10, bottom=4, side=MARGIN - OUTDENT))
        column.addWidget(_inset(self.offline))
        column.addWidget(_inset(self.status, top=4))
        column.addWidget(_inset(self.number))
        column.addWidget(_inset(self.notice))
        self.work = QWidget()
        inside = QVBoxLayout(self.work)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self._scrolled(), 1)
        inside.addWidget(_inset(self.keys, bottom=12))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.work)
        column.addWidget(self.stack, 1)
        column.addWidget(self.footer)

    def _scrolled(self) -> QScrollArea:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN - OUTDENT, 0, MARGIN - OUTDENT, 0)
        column.setSpacing(4)
        self.coming.setContentsMargins(OUTDENT, 0, OUTDENT, 0)
        column.addWidget(self.coming)
        column.addWidget(self.facts)
        column.addStretch(1)
        area = _scroll(page)
        area.setMinimumHeight(60)
        look.name(area, self.tr("Gegevens van het bezoek"))
        return area

    def _connect(self) -> None:
        control = self.control
        control.changed.connect(self.refresh)
        control.said.connect(self.notice.say)
        control.opened.connect(self.open_panel)
        control.closed.connect(self.close_panel)
        self.head.asked.connect(control.take)
        self.keys.asked.connect(control.take)
        for step, key in KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda step=step: control.take(step))

    def open_panel(self, panel: Panel) -> None:
        """A question takes the place of facts and buttons; the number stays in sight."""
        self.notice.clear()
        framed = _scroll(_inset(panel, top=8, bottom=12))
        self.stack.addWidget(framed)
        self.stack.setCurrentWidget(framed)
        self._fit()
        panel.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Back to the facts and the buttons."""
        self.control.panel = None
        self.notice.clear()
        for index in reversed(range(1, self.stack.count())):
            if old := self.stack.widget(index):
                self.stack.removeWidget(old)
                old.deleteLater()
        self._fit()
        self.focus_next_step()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A low window, or an open question, gets its room from the number and the buttons."""
        low = self.height() < LOW
        self.number.set_low(low or self.stack.count() > 1)
        self.keys.set_tight(low)

    def focus_next_step(self) -> None:
        """The keyboard waits on the main next step."""
        here, busy = self.control.here, QApplication.focusWidget()
        elsewhere = busy is not None and self.window().isAncestorOf(busy) and not self.isAncestorOf(busy)
        if here and self.stack.currentWidget() is self.work and not elsewhere:
            self.keys.buttons[PRIMARY[here.phase]].setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Morph to the situation."""
        here = self.control.here
        if here is None:
            return
        before = self.keys.primary
        self.head.show_situation(here)
        self.keys.show_situation(here, self.control.pending, self.control.last, self.control.printer is not None)
        self.footer.show_situation(here)
        about = here.current or (here.next if here.phase in {"idle", "paused"} else None)
        now = self.control.link.now()
        self.facts.show_contact(about, here, now)
        self._show_number(here)
        self._show_offline(here)
        self.tick()
        if before is not self.keys.primary:
            self.focus_next_step()

    def _show_number(self, here: Situation) -> None:
        current = here.current
        if current:
            self.number.show_text(shown(current.label))
            if current.id != self.called:
                announce(self.number, f"{shown(current.label)}, {words.subject(current, here.config)}")
        else:
            text = {"closed": self.tr("gesloten"), "paused": self.tr("pauze")}.get(here.phase, self.tr("vrij"))
            self.number.show_text(text, "text_quiet")
        self.called = current.id if current else ""
        coming = here.next if current is None and here.phase != "closed" else None
        self.coming.setText(self.tr("Hierna: %1").replace("%1", shown(coming.label)) if coming else "")
        self.coming.setVisible(coming is not None)

    def _show_offline(self, here: Situation) -> None:
        if here.online:
            self.offline.clear()
            return
        at = words.clock(here.view.read_at, here.config)
        text = self.tr("Geen verbinding met de hal. U ziet de stand van %1. Roepen kan straks weer.")
        self.offline.say(text.replace("%1", at))

    def tick(self) -> None:
        """What moves with the clock."""
        here = self.control.here
        if here is None:
            return
        now = self.control.link.now() if here.online else here.view.read_at
        self.status.setText(words.phase(here.current, now) if here.current else "")
        self.status.setVisible(here.current is not None)
        about = here.current or here.next
        if about is not None and self.facts.isVisible():
            self.facts.show_time(about, here, now)


def _scroll(page: QWidget) -> QScrollArea:
    """The page, scrolling up and down when it does not fit."""
    look.role(page, "scrolled")
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _inset(widget: QWidget, top: int = 0, bottom: int = 0, side: int = MARGIN) -> QWidget:
    """The widget with the panel's margin around it."""
    frame = QWidget()
    box = QVBoxLayout(frame)
    box.setContentsMargins(side, top, side, bottom)
    box.addWidget(widget)
    return frame

"""The bottom lines: what was just said, and what goes wrong next."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from balie_app.ui import look
from balie_app.ui.host import parts
from balie_app.ui.host.advice import Advice
from balie_app.ui.host.lines import Tone

SAID_MS = 8000
SIGNS = {Tone.RED: ("clock_filled", "red"), Tone.AMBER: ("clock", "amber")}


class MessageLine(QWidget):
    """One calm sentence that goes away by itself."""

    def __init__(self) -> None:
        super().__init__()
        look.role(self, "banner")
        self._text = parts.label("", "strong", wrap=True)
        self._close = parts.button(self.tr("Sluit melding"), "quiet")
        self._close.setText(self.tr("Sluiten"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        parts.fill(layout, (self._text, self._close))
        layout.setContentsMargins(16, 2, 6, 2)
        layout.setStretch(0, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence on show; empty when there is none."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, sentence: str, milliseconds: int = SAID_MS) -> None:
        """Show a sentence for a while."""
        self._text.setText(sentence)
        look.name(self._text, sentence)
        self.show()
        self._timer.start(milliseconds)


class AdviceStrip(QWidget):
    """One sentence, a button (or two) that does something about it, and "Later"."""

    accepted = Signal(object)
    """The command that was chosen."""
    dismissed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        look.role(self, "footer")
        self.advice: Advice | None = None
        self._sign, self._text = QLabel(), parts.label("", "", wrap=True)
        self.do = parts.button("-", "primary")
        self.other = parts.button("-", "secondary")
        self.later = parts.button(self.tr("Later"), "secondary")
        self.do.clicked.connect(lambda: self._choose("command"))
        self.other.clicked.connect(lambda: self._choose("other_command"))
        self.later.clicked.connect(lambda: self.dismissed.emit(self.advice))
        layout = QHBoxLayout(self)
        parts.fill(layout, (self._sign, self._text, self.other, self.do, self.later), space=12)
        layout.setContentsMargins(20, 8, 16, 8)
        layout.setStretch(1, 1)
        self.setMinimumHeight(60)
        self.tell(None)

    @property
    def text(self) -> str:
        """The sentence on show."""
        return self._text.text()

    def tell(self, advice: Advice | None, calm: str = "", sign: str = "check") -> None:
        """Show this advice, or the calm sentence with its sign when there is none."""
        self.advice, self._calm_sign = advice, sign
        self._text.setText(advice.sentence if advice else calm)
        look.role(self._text, "strong" if advice else "muted")
        self.do.setVisible(advice is not None and advice.command is not None)
        if advice is not None:
            parts.rename(self.do, advice.button)
            parts.rename(self.other, advice.other or "-")
        self.other.setVisible(advice is not None and advice.other_command is not None)
        self.later.setVisible(advice is not None)
        self.refresh()

    def _choose(self, which: str) -> None:
        if self.advice is not None:
            self.accepted.emit(getattr(self.advice, which))

    def refresh(self) -> None:
        """Draw the sign again, after the theme changed."""
        sign, shade = (
            SIGNS.get(self.advice.tone, ("warning", "text")) if self.advice else (self._calm_sign, "text_quiet")
        )
        self._sign.setPixmap(look.icon(sign, shade).pixmap(20, 20))
        self._sign.setVisible(bool(self._text.text()))

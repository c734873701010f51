"""The frame of every inline panel: one question, an answer already chosen, Enter to do it, Esc to leave it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from balie_app.queue.commands import Command
from balie_app.queue.rules.refused import Refused
from balie_app.ui import look
from balie_app.ui.counter.choices import Choices
from balie_app.ui.counter.parts import KeyButton, label
from balie_app.ui.counter.situation import Situation


class _SearchBox(QLineEdit):
    """Arrow keys leave the box and move the list."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}.get(
            Qt.Key(event.key())
        )
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class Panel(QWidget):
    """A question in the window itself. Subclasses say what is asked and which command answers it."""

    decided = Signal(object)
    """A Command to carry out."""
    cancelled = Signal()
    said = Signal(str)
    """Something is missing: one sentence."""

    def __init__(self, title: str, confirm: str, here: Situation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.here = here
        self.titles: dict[QLineEdit, QLabel] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.heading = label(title, "heading", self)
        self.explanation = label(role="muted", parent=self)
        self.explanation.hide()
        self.confirm = KeyButton(confirm, "Enter", self)
        self.confirm.set_rank("primary")
        self.cancel = KeyButton(self.tr("Terug"), "Esc", self)
        self.confirm.clicked.connect(self.decide)
        self.cancel.clicked.connect(self.cancelled)
        self.column.addWidget(self.heading)
        look.name(self, title)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._key(QKeySequence(key), self._enter)
        self._key(QKeySequence(Qt.Key.Key_Escape), self.cancelled.emit)

    def _key(self, key: QKeySequence, what: object) -> None:
        shortcut = QShortcut(key, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(what)

    def _enter(self) -> None:
        """Enter means yes, except on "Terug"."""
        if self.cancel.hasFocus():
            self.cancelled.emit()
        else:
            self.decide()

    def finish_layout(self) -> None:
        """Explanation and buttons under whatever the panel asks."""
        self.column.addWidget(self.explanation)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.cancel, 2)
        row.addWidget(self.confirm, 3)
        self.column.addLayout(row)

    def explain(self, text: str) -> None:
        """Say what will happen; nothing when empty."""
        self.explanation.setText(text)
        self.explanation.setVisible(bool(text))

    def field(self, name: str, hint: str) -> QLineEdit:
        """A line to type in, with its name above it."""
        edit = QLineEdit(self)
        edit.setPlaceholderText(hint)
        edit.setMaxLength(200)
        look.name(edit, name)
        title = label(name, "muted", self)
        title.setBuddy(edit)
        self.titles[edit] = title
        self.column.addWidget(title)
        self.column.addWidget(edit)
        return edit

    def one_of(self, texts: Mapping[str, tuple[str, str]], choose: Callable[[str], None]) -> dict[str, KeyButton]:
        """A row of buttons, by name, with word and key, of which one is chosen; the first at first."""
        group, row, made = QButtonGroup(self), QHBoxLayout(), dict[str, KeyButton]()
        row.setSpacing(8)
        for name, (text, key) in texts.items():
            button = KeyButton(text, key, self)
            button.setCheckable(True)
            button.set_tight(True)
            group.addButton(button)
            button.clicked.connect(lambda _on=False, name=name: choose(name))
            self._key(QKeySequence(key), lambda name=name: choose(name))
            row.addWidget(button)
            made[name] = button
        next(iter(made.values())).setChecked(True)
        self.column.addLayout(row)
        return made

    def searched_list(self, hint: str, name: str) -> tuple[QLineEdit, Choices]:
        """A box to search with above a list; the arrow keys move the choice while typing."""
        search, found = _SearchBox(self), Choices(name, self)
        search.setPlaceholderText(hint)
        look.role(search, "search")
        look.name(search, hint)
        search.stepped.connect(found.step)
        search.textChanged.connect(lambda: self.refresh(self.here))
        found.doubleClicked.connect(self.decide)
        self.column.addWidget(search)
        self.column.addWidget(found, 1)
        return search, found

    def decide(self) -> None:
        """Carry out what is chosen, when it is complete."""
        command = self.command()
        if command is not None:
            self.decided.emit(command)

    def command(self) -> Command | None:
        """The answer as a command; None when something is missing (and ``said`` told what)."""
        return None

    def refused(self, _refusal: Refused) -> bool:
        """Whether the panel can ask what the refusal needs; False: the window just shows the sentence."""
        return False

    def refresh(self, here: Situation) -> None:
        """The hall changed while the panel is open."""
        self.here = here

    def first_focus(self) -> QWidget:
        """Where typing begins."""
        line = self.findChild(QLineEdit)
        return line or self.findChild(Choices) or self.confirm

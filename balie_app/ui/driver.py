"""A station driven by another program: the demo's control window, and the end-to-end tests.

With ``--child`` a station reads one JSON object a line on standard input and answers one a line on standard
output. End of input ends the station, so that no station outlives the program that drives it.

``{"do": "picture", "file": F}`` · ``{"do": "click", "name": N}`` · ``{"do": "key", "keys": "F8"}`` ·
``{"do": "type", "text": T}`` · ``{"do": "texts"}`` · ``{"do": "theme", "name": N}`` · ``{"do": "quit"}``
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)

from balie_app.ui import look
from balie_app.ui.link import HallLink

Answer = dict[str, Any]


class Driver(QObject):
    """Obeys lines from standard input on the GUI thread."""

    heard = Signal(str)
    ended = Signal()

    def __init__(self, window: QWidget, link: HallLink, started: float) -> None:
        super().__init__(window)
        self._window = window
        self._started = started
        self._told = False
        self.heard.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        self.ended.connect(QApplication.quit, Qt.ConnectionType.QueuedConnection)
        link.changed.connect(self._ready, Qt.ConnectionType.QueuedConnection)
        self._stopped = False
        threading.Thread(target=self._listen, name="balie-driver", daemon=True).start()

    def stop(self) -> None:
        """Stop obeying; the reading thread ends with its input."""
        self._stopped = True

    def _listen(self) -> None:
        kept = b""
        while piece := os.read(0, 65536):
            *lines, kept = (kept + piece).split(b"\n")
            for line in lines:
                if not self._stopped:
                    self.heard.emit(line.decode(errors="replace"))
        if not self._stopped:
            self.ended.emit()

    def _ready(self) -> None:
        if not self._told:
            self._told = True
            _tell({"ready": True, "seconds": round(time.monotonic() - self._started, 3)})

    def _obey(self, line: str) -> None:
        try:
            asked = json.loads(line)
            answer = self._actions()[asked["do"]](asked)
        except (ValueError, KeyError, TypeError) as error:
            answer = {"ok": False, "why": f"{type(error).__name__}: {error}"}
        _tell(answer)

    def _actions(self) -> dict[str, Callable[[Answer], Answer]]:
        return {
            "picture": self._picture,
            "click": self._click,
            "key": self._key,
            "type": self._type,
            "texts": self._texts,
            "theme": self._theme,
            "quit": self._quit,
        }

    def _front(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window

    def _picture(self, asked: Answer) -> Answer:
        return {"ok": self._front().grab().save(asked["file"]), "file": asked["file"]}

    def _click(self, asked: Answer) -> Answer:
        buttons = [each for each in self._front().findChildren(QAbstractButton) if each.isVisible()]
        found = next((each for each in buttons if asked["name"] in _names(each)), None)
        if found is None:
            return {
                "ok": False,
                "why": "not found",
                "seen": [name for each in buttons for name in _names(each) if name],
            }
        if not found.isEnabled():
            return {"ok": False, "why": "disabled"}
        found.click()
        return {"ok": True}

    def _key(self, asked: Answer) -> Answer:
        self._window.activateWindow()
        QTest.keySequence(QApplication.focusWidget() or self._front(), QKeySequence(asked["keys"]))
        return {"ok": True}

    def _type(self, asked: Answer) -> Answer:
        for letter in asked["text"]:  # QTest.keyClicks ends the process at a letter outside Latin-1
            target = QApplication.focusWidget() or self._front()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        return {"ok": True}

    def _texts(self, _asked: Answer) -> Answer:
        return {"ok": True, "texts": list(_visible_texts(self._front()))}

    def _theme(self, asked: Answer) -> Answer:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            look.apply(app, asked["name"])
        return {"ok": True}

    def _quit(self, _asked: Answer) -> Answer:
        self.ended.emit()
        return {"ok": True}


def _tell(answer: Answer) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _names(button: QAbstractButton) -> tuple[str, str, str]:
    return button.accessibleName(), button.text().replace("&", ""), button.objectName()


def _visible_texts(window: QWidget) -> Iterator[str]:
    """What a person could read in this window, in no special order."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit) and widget.text():
            yield widget.text().replace("&", "")
        elif isinstance(widget, QAbstractItemView):
            yield from _item_texts(widget)
        elif widget.accessibleName():
            yield widget.accessibleName()


def _item_texts(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount() if model is not None else 0):
        # a list model has one column, and does not let itself be asked
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                text = model.data(index, role)
                if isinstance(text, str) and text:
                    yield text

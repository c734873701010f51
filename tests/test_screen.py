"""The virtual screen of ``./balie test``: without a window manager no window ever gets the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot


@pytest.mark.gui
def test_a_window_gets_the_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(lambda: field.isActiveWindow() and field.hasFocus(), timeout=10_000)
    assert qapp.platformName() == "xcb"
    assert qapp.primaryScreen().size().width() >= 1920

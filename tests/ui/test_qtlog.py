"""Qt's own messages end in the log."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from balie_app.ui import qtlog


def test_a_warning_of_qt_is_logged_as_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "qt"):
        qtlog._heard(QtMsgType.QtWarningMsg, QMessageLogContext(), "QTimer: 100 % mis")
    assert [(each.levelname, each.getMessage()) for each in caplog.records] == [("WARNING", "QTimer: 100 % mis")]


def test_what_the_windowless_platform_always_says_is_not(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "qt"):
        qtlog._heard(QtMsgType.QtInfoMsg, QMessageLogContext(), "This plugin does not support propagateSizeHints()")
    assert caplog.records == []

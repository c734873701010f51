"""Whether the user wants things to move."""

from __future__ import annotations

import os
import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

ASK_GNOME = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")


def wanted() -> bool:
    """``BALIE_MOTION=off`` says no; else what the system says; a system that says nothing allows it."""
    said = os.environ.get("BALIE_MOTION", "")
    if said:
        return said not in {"off", "0", "no"}
    if sys.platform in {"win32", "darwin"}:
        return bool(QApplication.isEffectEnabled(Qt.UIEffect.UI_General))
    # On other systems Qt answers "no" for every desktop it does not know, so the desktop itself is asked.
    return "GNOME" not in os.environ.get("XDG_CURRENT_DESKTOP", "") or not _gnome_says_no()


def _gnome_says_no() -> bool:
    try:
        answer = subprocess.run(ASK_GNOME, capture_output=True, text=True, timeout=1, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.strip() == "false"

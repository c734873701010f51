"""What all tests share: an offscreen Qt, and folders of their own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's own hall."""
    for name in ("DATA", "CONFIG", "LOGS"):
        monkeypatch.setenv(f"BALIE_{name}", str(tmp_path / name.lower()))

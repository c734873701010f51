"""Playing a sound on Windows, with what Python has for it."""

from __future__ import annotations

import contextlib
import importlib
import tempfile
import threading
from pathlib import Path
from typing import Any

from balie_app.ui.screen.voice import as_wav, duration


class WindowsPlayer:
    """Plays with winsound; Windows plays on by itself while this waits out the sound's length."""

    def __init__(self) -> None:
        self.audible = True
        self._winsound: Any = importlib.import_module("winsound")
        self._stopped = threading.Event()

    def play(self, sound: bytes, name: str) -> None:
        if self._stopped.is_set():
            return
        with tempfile.TemporaryDirectory(prefix="balie-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / f"{name}.wav"
            path.write_bytes(as_wav(sound))
            try:
                self._winsound.PlaySound(str(path), self._winsound.SND_FILENAME | self._winsound.SND_ASYNC)
            except RuntimeError:
                self.audible = False
                return
            self._stopped.wait(duration(sound))
            self._silence()

    def stop(self) -> None:
        self._stopped.set()
        self._silence()

    def _silence(self) -> None:
        with contextlib.suppress(RuntimeError):
            self._winsound.PlaySound(None, self._winsound.SND_PURGE)

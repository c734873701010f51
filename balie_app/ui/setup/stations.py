"""Starting stations as processes of their own, and seeing which run on this computer."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from PySide6.QtCore import QLockFile

from balie_app.paths import data_folder, log_folder
from balie_app.queue.store.engine import hall_url

LONGEST_GOODBYE = 5.0
"""Seconds a station gets to end by itself."""


@dataclass(frozen=True, slots=True)
class Station:
    """Something that can be opened: the word after ``balie``, its name, what else to say."""

    kind: str
    name: str
    counter: int | None = None

    def arguments(self, hall: str, theme: str, language: str, *more: str) -> list[str]:
        """The command that starts it."""
        place = ["--counter", str(self.counter)] if self.counter is not None else []
        start = [sys.executable, "-m", "balie_app", self.kind, "--hall", hall, "--theme", theme]
        return [*start, "--language", language, *place, *more]


class Launcher:
    """Starts stations of one hall. They go on when this program's window is closed."""

    def __init__(self, hall: str, theme: str = "light", language: str = "nl") -> None:
        self.hall, self.theme, self.language = hall, theme, language
        self._mark = hashlib.sha256(str(hall_url(hall)).encode()).hexdigest()[:12]
        self._own: dict[str, tuple[subprocess.Popen[bytes], Path]] = {}

    def start(self, station: Station, *more: str) -> None:
        """Start a station in a session of its own, so that closing a terminal does not end it.

        Raises OSError when the computer cannot start it.
        """
        report = log_folder() / f"start-{station.name}.txt"
        with report.open("wb") as said:
            self._own[station.name] = (self._open(station.arguments(*self._how(), *more), said), report)

    def _how(self) -> tuple[str, str, str]:
        return self.hall, self.theme, self.language

    def _open(self, command: list[str], said: IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True, cwd=_root()
        )  # fmt: skip

    def runs(self, name: str) -> bool:
        """Whether a station of this name runs on this computer, started by us or not."""
        process, _ = self._own.get(name, (None, None))
        if process is not None and process.poll() is None:
            return True
        file = data_folder() / "stations" / f"{self._mark}-{name}.lock"
        if not file.is_file():
            return False
        lock = QLockFile(str(file))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            lock.unlock()
            return False
        return True

    def complaint(self, name: str) -> str:
        """Why a station we started ended badly, told once; "" when it did not."""
        process, report = self._own.get(name, (None, None))
        if process is None or report is None or not process.poll():
            return ""
        del self._own[name]
        lines = report.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else f"balie {name}: {process.returncode}"

    def end_all(self) -> None:
        """End the stations we started, in good order."""
        running = [process for process, _ in self._own.values() if process.poll() is None]
        for process in running:
            process.terminate()
        for process in running:
            try:
                process.wait(LONGEST_GOODBYE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._own.clear()


def _root() -> Path:
    """Where ``balie_app`` can be imported from, also in a checkout."""
    return Path(__file__).resolve().parents[3]

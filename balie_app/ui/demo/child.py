"""A station or service that the demo starts as its own process and drives over its standard input."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import balie_app

Answer = dict[str, Any]


class Child:
    """One process. It ends when the demo ends, however that happens: its standard input closes."""

    def __init__(
        self, name: str, words: list[str], errors: Path, on_line: Callable[[Answer], None] | None = None
    ) -> None:
        self.name = name
        self._words = words
        self._errors = errors
        self._on_line = on_line
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        self.ready_after: float | None = None
        """Seconds from its start to its first picture of the hall."""

    def start(self) -> None:
        """Start (again)."""
        self._answers = SimpleQueue()
        with self._errors.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "balie_app", *self._words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=os.environ | {"PYTHONPATH": str(Path(balie_app.__file__).parents[1])},
                start_new_session=True,
            )
        threading.Thread(target=self._read, args=(self._process,), name=f"demo-{self.name}", daemon=True).start()

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.poll() is None

    def wait_ready(self, seconds: float) -> bool:
        """Wait for the station's first picture; False when that takes longer than ``seconds`` or it ended."""
        answer = self._answer(seconds)
        if answer is None or not answer.get("ready"):
            return False
        self.ready_after = answer["seconds"]
        return True

    def ask(self, seconds: float = 20.0, **question: Any) -> Answer | None:
        """Ask the station to do something; None when it does not answer."""
        if self._process is None or self._process.stdin is None:
            return None
        try:
            self._process.stdin.write((json.dumps(question) + "\n").encode())
            self._process.stdin.flush()
        except OSError:
            return None
        return self._answer(seconds)

    def stop(self, seconds: float = 8.0) -> None:
        """End it kindly, then firmly."""
        if self._process is None:
            return
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        with contextlib.suppress(OSError):
            self._process.terminate()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _answer(self, seconds: float) -> Answer | None:
        try:
            answer = self._answers.get(timeout=seconds)
        except Empty:
            return None
        return answer or None

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdout is None:
            return
        for line in process.stdout:
            try:
                answer: Answer = json.loads(line)
            except ValueError:
                continue
            if self._on_line is not None:
                self._on_line(answer)
            else:
                self._answers.put(answer)
        self._answers.put({})
        process.stdout.close()

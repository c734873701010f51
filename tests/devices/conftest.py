"""Lines without hardware: a scripted far end, and a check that nothing is left behind."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
import tty
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest

from balie_app.devices.driver import Event, Write

PATIENCE = 60
"""Seconds: only a test that fails waits this long; a busy machine may."""


class FarEnd:
    """The device on the other side of a pseudo-terminal: acts only on what it has read."""

    def __init__(self) -> None:
        self.plug()

    def plug(self) -> None:
        self.master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.path = os.ttyname(self._slave)

    def send(self, data: bytes) -> None:
        os.write(self.master, data)

    def expect(self, count: int) -> bytes:
        got = b""
        while len(got) < count:
            ready, _, _ = select.select([self.master], [], [], PATIENCE)
            assert ready, f"only {got!r} of {count} bytes came"
            got += os.read(self.master, count - len(got))
        return got

    def unplug(self) -> None:
        if self.master >= 0:
            os.close(self._slave)
            os.close(self.master)
            self.master = -1


class Heard:
    """Events of a line, in order, waited for without sleeping."""

    def __init__(self) -> None:
        self.events: SimpleQueue[Event] = SimpleQueue()

    def __call__(self, _line: str, event: Event) -> None:
        self.events.put(event)

    def next(self, kind: str = "") -> Event:
        """The next event (of this kind); fails when none comes."""
        while True:
            try:
                event = self.events.get(timeout=PATIENCE)
            except Empty:
                pytest.fail(f"no event {kind}")
            if not kind or event.kind == kind:
                return event


@pytest.fixture
def far() -> Iterator[FarEnd]:
    end = FarEnd()
    yield end
    end.unplug()


@pytest.fixture
def heard() -> Heard:
    return Heard()


def _open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


@pytest.fixture
def nothing_left() -> Iterator[None]:
    """No thread and no file descriptor outlives the test. Ask for it before what it should watch."""
    threads, files = set(threading.enumerate()), _open_files()
    yield
    left = [thread for thread in threading.enumerate() if thread not in threads]
    assert not left, left
    assert _open_files() <= files


@pytest.fixture
def written() -> Callable[[list[object]], bytes]:
    return lambda outputs: b"".join(output.data for output in outputs if isinstance(output, Write))


@pytest.fixture
def said() -> Callable[[list[object]], list[tuple[str, dict[str, object]]]]:
    return lambda outputs: [(output.kind, output.facts) for output in outputs if isinstance(output, Event)]


class Process:
    """``balie devices`` as a process, its lines read without blocking for ever."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "balie_app", "devices", *arguments]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        self._rest = b""

    def line(self) -> str:
        assert self.process.stdout is not None
        while b"\n" not in self._rest:
            ready, _, _ = select.select([self.process.stdout], [], [], 60)
            assert ready, "it said nothing"
            data = os.read(self.process.stdout.fileno(), 65536)
            assert data, self.process.communicate()[1].decode()
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()

    def until(self, name: str, state: str) -> dict[str, Any]:
        """What the service says of a device once it is in this state."""
        while True:
            status: dict[str, Any] = json.loads(self.line())
            if (status["device"], status["state"]) == (name, state):
                return status

    def tell(self, text: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(text.encode() + b"\n")
        self.process.stdin.flush()

    def end(self, how: int = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        self.process.communicate(timeout=60)
        return self.process.returncode


@pytest.fixture
def run() -> Iterator[Callable[..., Process]]:
    started: list[Process] = []

    def start(*arguments: str) -> Process:
        started.append(Process(*arguments))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
        each.process.communicate()

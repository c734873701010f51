"""Lines without hardware: a scripted far end, and a check that nothing is left behind."""

from __future__ import annotations

import os
import select
import threading
import tty
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

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
    assert _open_files() == files


@pytest.fixture
def written() -> Callable[[list[object]], bytes]:
    return lambda outputs: b"".join(output.data for output in outputs if isinstance(output, Write))


@pytest.fixture
def said() -> Callable[[list[object]], list[tuple[str, dict[str, object]]]]:
    return lambda outputs: [(output.kind, output.facts) for output in outputs if isinstance(output, Event)]

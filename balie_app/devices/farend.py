"""The other end of a serial line, on a pseudo-terminal: what all simulated devices share."""

from __future__ import annotations

import os
import select
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock, Thread

EXCHANGES = 500
"""Exchanges kept for a line monitor."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Bytes that went over the line: "in" is towards the device."""

    at: float
    """Seconds since 1970."""
    direction: str
    data: bytes
    decoded: str = ""


class FarEnd:
    """A device on a pseudo-terminal. Works from ``start`` to ``stop`` on a thread of its own.

    ``port`` is the path that a station opens: ``link`` when one was given, else the terminal itself,
    which changes when the device is unplugged and plugged in again.
    """

    FAULTS: tuple[str, ...] = ("silent", "garbage", "unplug")

    def __init__(self, link: str | Path | None = None, on_change: Callable[[], None] | None = None) -> None:
        self.link = Path(link) if link else None
        self.on_change = on_change
        self.faults: set[str] = set()
        self.exchanges: deque[Exchange] = deque(maxlen=EXCHANGES)
        self._held: list[Exchange] | None = None  # given while hearing: listed after what was heard
        self._lock = RLock()
        self._master = self._slave = -1
        self._name = ""
        self._wake_read, self._wake_write = -1, -1
        self._thread: Thread | None = None
        self._stopping = False
        self.byte_s = 0.0
        """Seconds a byte is on the wire; 0: no time at all. A pseudo-terminal has no speed of its own."""
        self._wire_free = 0.0

    @property
    def port(self) -> str:
        """The path to open."""
        return str(self.link) if self.link else self._name

    @property
    def plugged(self) -> bool:
        """Whether the cable is in."""
        return self._master >= 0

    def start(self) -> None:
        """Appear on the line."""
        self._wake_read, self._wake_write = os.pipe()
        self._stopping = False
        self.plug()
        self._thread = Thread(target=self._run, name=f"far-end-{type(self).__name__}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Disappear; safe to call twice."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._stopping = True
        self._wake()
        thread.join(5)
        self.unplug()
        os.close(self._wake_read)
        os.close(self._wake_write)

    def plug(self) -> None:
        """Put the cable in. The slave side is kept open: without it a closed port looks like a failure."""
        import tty

        with self._lock:
            if self.plugged:
                return
            self._master, self._slave = os.openpty()
            tty.setraw(self._slave)
            os.set_blocking(self._master, False)
            self._name = os.ttyname(self._slave)
            self.faults.discard("unplug")
            self._make_link()
        self._wake()

    def unplug(self) -> None:
        """Pull the cable out."""
        with self._lock:
            if not self.plugged:
                return
            master, slave = self._master, self._slave
            self._master = self._slave = -1
            if self.link:
                self.link.unlink(missing_ok=True)
            os.close(slave)
            os.close(master)
            self.unplugged()
        self._wake()

    def fault(self, name: str, on: bool = True) -> None:
        """Switch a fault on or off; ValueError when this device has no such fault."""
        if name not in self.FAULTS:
            raise ValueError(f"{name}: {', '.join(self.FAULTS)}")
        with self._lock:
            (self.faults.add if on else self.faults.discard)(name)
            if name == "unplug":
                (self.unplug if on else self.plug)()
            else:
                self.fault_changed(name, on)
        self.changed()

    def send(self, data: bytes, decoded: str = "") -> None:
        """Say something to the station; lost when the cable is out or nobody has read for long."""
        with self._lock:
            if not self.plugged or "silent" in self.faults:
                return
            if "garbage" in self.faults:
                data = bytes(byte ^ 0xE5 for byte in data)
            if self.byte_s:
                time.sleep(len(data) * self.byte_s)
            exchange = Exchange(time.time(), "out", data, decoded)
            (self.exchanges if self._held is None else self._held).append(exchange)
            with suppress(OSError):
                os.write(self._master, data)

    def changed(self) -> None:
        """Tell whoever watches."""
        if self.on_change is not None:
            self.on_change()

    def heard(self, data: bytes) -> str:
        """Bytes came from the station; answers how a person would read them. Each device has its own."""
        return data.hex(" ")

    def fault_changed(self, name: str, on: bool) -> None:
        """A fault was switched; devices that tell their station override this."""

    def unplugged(self) -> None:
        """The cable was pulled; half-heard messages are to be forgotten."""

    def _make_link(self) -> None:
        if self.link:
            self.link.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.link.with_name(f"{self.link.name}.{os.getpid()}")
            fresh.unlink(missing_ok=True)
            fresh.symlink_to(self._name)
            fresh.replace(self.link)

    def _wake(self) -> None:
        with suppress(OSError):
            os.write(self._wake_write, b"!")

    def _run(self) -> None:
        while not self._stopping:
            wanted = [end for end in (self._master, self._wake_read) if end >= 0]
            try:
                ready, _, _ = select.select(wanted, [], [])
            except (OSError, ValueError):  # unplugged at this very moment
                continue
            if self._wake_read in ready:
                os.read(self._wake_read, 1024)
            if self._hear():
                self.changed()

    def _hear(self) -> bool:
        with self._lock:
            if not self.plugged:
                return False
            try:
                data = os.read(self._master, 65536)
            except OSError:  # nothing there
                return False
        if self.byte_s:
            self._be_the_wire(len(data))
        with self._lock:
            at, self._held = time.time(), []
            decoded = self.heard(data)
            self.exchanges.append(Exchange(at, "in", data, decoded))
            self.exchanges.extend(self._held)
            self._held = None
            return True

    def _be_the_wire(self, count: int) -> None:
        """Let bytes take the time they would take on a real line."""
        now = time.monotonic()
        self._wire_free = max(now, self._wire_free) + count * self.byte_s
        time.sleep(self._wire_free - now)

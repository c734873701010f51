"""Printers that Linux shows as ``/dev/usb/lp0``: the usblp driver (drivers/usb/class/usblp.c), without an adapter.

There are no line settings: bytes go in and, when the printer has a way back, its answers come out. Opened without
waiting, a read gives EAGAIN when nothing was said and may give nothing at all (a packet of length zero), a write takes
what fits and gives EAGAIN while the printer is busy; a printer that is gone gives ENODEV or EIO.
"""

from __future__ import annotations

import errno
import os
import select
import stat
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from balie_app.devices.transport import CHUNK, Waker

USB_WRITE_SECONDS = 8.0
"""Without any progress. A printer that is busy or without paper refuses bytes; a line gives up a call after ten."""
REST_SECONDS = 0.1
"""After an empty answer: some printers send packets of length zero without end."""
NODES, CLASS = Path("/dev/usb"), Path("/sys/class/usbmisc")


class UsbPrinterTransport:
    """A printer behind a character device, with or without a way back."""

    def __init__(self, path: str, write_seconds: float = USB_WRITE_SECONDS) -> None:
        self._write_seconds = write_seconds
        flags = os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
        try:
            self._file = os.open(path, os.O_RDWR | flags)
            self._answers = not stat.S_ISFIFO(os.fstat(self._file).st_mode)
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EROFS, errno.EINVAL, errno.ENOTSUP}:
                raise
            self._file = os.open(path, os.O_WRONLY | flags)  # a printer that only listens
            self._answers = False
        self._waker = Waker()

    def read(self, seconds: float | None) -> bytes:
        wake = self._waker.end.fileno()
        ready, _, _ = select.select([self._file, wake] if self._answers else [wake], [], [], seconds)
        if wake in ready:
            self._waker.drain()
        if self._file not in ready:
            return b""
        try:
            data = os.read(self._file, 4096)
        except BlockingIOError:
            return b""
        if not data:
            self._rest(seconds)
        return data

    def _rest(self, seconds: float | None) -> None:
        if select.select([self._waker.end], [], [], min(REST_SECONDS, seconds or REST_SECONDS))[0]:
            self._waker.drain()

    def write(self, data: bytes) -> None:
        left = memoryview(data)
        until = time.monotonic() + self._write_seconds
        while left:
            select.select([], [self._file], [], max(0.0, until - time.monotonic()))
            try:
                done = os.write(self._file, left[:CHUNK])
            except BlockingIOError:
                done = 0
            if done:
                left, until = left[done:], time.monotonic() + self._write_seconds
            elif time.monotonic() >= until:
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))

    def wake(self) -> None:
        self._waker.wake()

    def close(self) -> None:
        os.close(self._file)
        self._waker.close()


@dataclass(frozen=True, slots=True)
class UsbPrinter:
    """A printer of this machine, as the kernel describes it."""

    device: str
    vid: int
    pid: int
    serial: str
    location: str
    words: str


def usb_printers(nodes: Path = NODES, known: Path = CLASS) -> tuple[UsbPrinter, ...]:
    """The printers that the usblp driver has now."""
    found = (_described(nodes / each.name, (each / "device").resolve().parent) for each in _entries(known))
    return tuple(each for each in found if each is not None)


def _entries(known: Path) -> Iterable[Path]:
    return sorted(known.glob("lp*")) if known.is_dir() else ()


def _described(node: Path, device: Path) -> UsbPrinter | None:
    def said(name: str) -> str:
        file = device / name
        return file.read_text(encoding="utf-8", errors="replace").strip() if file.is_file() else ""

    try:
        vid, pid = int(said("idVendor"), 16), int(said("idProduct"), 16)
    except (OSError, ValueError):  # pulled out while we looked
        return None
    words = f"{said('manufacturer')} {said('product')}".strip()
    return UsbPrinter(str(node), vid, pid, said("serial"), device.name, words)

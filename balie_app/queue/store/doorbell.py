"""Hears that a SQLite hall is being written, where the system can tell, so that nobody waits for the next look."""

from __future__ import annotations

import ctypes
import os
import select
import sys
from pathlib import Path

_MODIFY = 0x2
_NONBLOCK = 0o4000
_CLOEXEC = 0o2000000


class Doorbell:
    """Rings at each write to a file in the hall's folder (Linux). Elsewhere it never rings, and the usual look remains.

    A ring comes before the commit can be seen: who hears it looks a few times.
    """

    def __init__(self, database: Path) -> None:
        self._name = os.fsencode(database.name)
        self._fd = _watch(database.parent)

    def wait(self, seconds: float) -> bool:
        """Wait for a ring, at most this long; True when it rang."""
        if self._fd < 0:
            return False
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            heard = os.read(self._fd, 65536)
        except OSError:
            return False
        return self._name in heard  # the names of the files that were written stand in it

    @property
    def works(self) -> bool:
        """Whether this system can tell."""
        return self._fd >= 0

    def close(self) -> None:
        """Hear nothing more."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def _watch(folder: Path) -> int:
    """A descriptor that is readable after each write in the folder; -1 where there is none."""
    if not sys.platform.startswith("linux"):
        return -1
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        fd = int(libc.inotify_init1(_NONBLOCK | _CLOEXEC))
        if fd >= 0 and libc.inotify_add_watch(fd, os.fsencode(folder), _MODIFY) < 0:
            os.close(fd)
            return -1
    except (OSError, AttributeError):
        return -1
    return fd

"""Compiles the event loop once for a machine, in a process of its own: here it would hold up the windows."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from balie_app.queue.dispatch.compiled import FAST, cache_folder

LOOK_S = 0.5
"""How often the process looks whether whoever wants it is still there."""


def compile_elsewhere() -> None:
    """Where code is compiled, and was not yet: have it done, and wait. Of many processes that ask, one has it done."""
    with suppress(OSError):  # no place to keep it: then it is compiled here, each time
        if FAST and not _mark().exists():
            with _turn():
                if not _mark().exists():
                    _compile()


def _compile() -> None:
    found = str(Path(__file__).resolve().parents[3])
    path = os.pathsep.join(each for each in (found, os.environ.get("PYTHONPATH")) if each)
    none, about = subprocess.DEVNULL, {**os.environ, "PYTHONPATH": path}
    subprocess.run([sys.executable, "-m", __name__], stdin=none, stdout=none, stderr=none, env=about, check=False)


def _mark() -> Path:
    """Stands there once everything is compiled."""
    return Path(cache_folder(os.environ.get("NUMBA_CACHE_DIR", ""))) / "compiled"


@contextmanager
def _turn() -> Iterator[None]:
    place = _mark().with_name("lock")
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w") as file:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main() -> int:
    """Play a little of everything that is compiled, at the lowest priority."""
    if hasattr(os, "nice"):
        os.nice(10)
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    from balie_app.queue.dispatch import live
    from balie_app.queue.store import sampling

    sampling.play_a_little()
    live.rehearse()
    _mark().touch()
    return 0


def _leave_with(parent: int) -> None:
    """End when the process that wanted this ends."""
    while os.getppid() == parent:
        time.sleep(LOOK_S)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())

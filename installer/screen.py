"""A screen in memory with a window manager (Xvfb and openbox), for tests that need focus and real windows."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = "1920x1080x24"


class NoScreenError(RuntimeError):
    """Xvfb or openbox is missing, or does not start."""


@contextmanager
def virtual_screen(size: str = SIZE) -> Iterator[str]:
    """Start a screen and its window manager, answer the DISPLAY to use, end both."""
    missing = [name for name in ("Xvfb", "openbox") if not shutil.which(name)]
    if missing:
        raise NoScreenError(f"Er is geen virtueel scherm: {' en '.join(missing)} ontbreekt.")
    with _server(size) as display, _window_manager(display):
        yield display


@contextmanager
def _server(size: str) -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-dpi", "96"]
    server = _start(command, pass_fds=(writing,))
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()  # empty when the server died
        if not number:
            raise NoScreenError("Het virtuele scherm (Xvfb) start niet.")
        yield f":{number}"
    finally:
        _end(server)


@contextmanager
def _window_manager(display: str, patience_s: float = 20.0) -> Iterator[None]:
    with tempfile.TemporaryDirectory(prefix="balie-screen-") as folder:
        started = Path(folder, "started")
        environment = {
            **os.environ,
            "DISPLAY": display,
            "HOME": folder,
            "XDG_CONFIG_HOME": folder,
            "XDG_CACHE_HOME": folder,
        }
        manager = _start(["openbox", "--startup", f"touch {started}"], env=environment)
        try:
            deadline = time.monotonic() + patience_s
            while not started.exists():
                if manager.poll() is not None or time.monotonic() > deadline:
                    raise NoScreenError("De vensterbeheerder (openbox) start niet.")
                time.sleep(0.02)
            yield
        finally:
            _end(manager)


def _start(command: list[str], **options: object) -> subprocess.Popen[bytes]:
    """In a session of its own, so that Ctrl-C ends the tests first; ended by the kernel should we be killed."""
    setpriv = shutil.which("setpriv")
    tied = [setpriv, "--pdeathsig=TERM", "--", *command] if setpriv else command
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(tied, start_new_session=True, **quiet, **options)  # type: ignore[call-overload,no-any-return]


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()

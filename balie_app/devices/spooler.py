"""Where paper goes that has no cable of ours: a file, or a printer of the operating system (CUPS).

A spooler answers in a word or two; `SpoolTransport` makes a line of it, so that it has a thread, a monitor, a state and
claims like every other printer. The words are for `spool.SpoolDriver` only.
"""

from __future__ import annotations

import errno
import getpass
import http.client
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol
from urllib.parse import quote

from balie_app.devices import ipp

TITLE = "Balie"
"""Of every document, in everybody's list of print jobs: a number or a name is nobody's business there."""
LEAST_ROOM = 64 * 1024
"""Bytes that must be free before anything is written to a file."""
NO_SPOOLER = "no_spooler"


class Spooler(Protocol):
    """Each answer is what the driver reads after the word it asked with."""

    def state(self) -> str:
        """A cause (`states.ADVICE`), or nothing when paper is taken."""

    def print(self, document: bytes) -> str:
        """``taken ID``; ``returned CAUSE`` (nothing left, it may wait); ``failed CAUSE``; ``unsure CAUSE``."""

    def job(self, job: str) -> str:
        """waiting, printing, completed, aborted, canceled, gone, or silent."""

    def cancel(self, job: str) -> str:
        """The same, after the wish that it be not printed."""


class SpoolTransport:
    """Carries whole requests to a spooler and keeps its answers until they are read."""

    def __init__(self, spooler: Spooler) -> None:
        self._spooler = spooler
        self._asked = bytearray()
        self._answers: SimpleQueue[bytes] = SimpleQueue()

    def read(self, seconds: float | None) -> bytes:
        try:
            return self._answers.get(timeout=seconds)
        except Empty:
            return b""

    def write(self, data: bytes) -> None:
        self._asked += data
        for word, rest in self._requests():
            self._answers.put(self._carry_out(word, rest))

    def wake(self) -> None:
        self._answers.put(b"")

    def close(self) -> None:
        self._asked.clear()

    def _requests(self) -> Iterator[tuple[str, bytes]]:
        while (end := self._asked.find(b"\n")) >= 0:
            word, _, rest = bytes(self._asked[:end]).decode().partition(" ")
            size = int(rest) if word == "print" else 0
            if len(self._asked) < end + 1 + size:
                return
            document = bytes(self._asked[end + 1 : end + 1 + size])
            del self._asked[: end + 1 + size]
            yield word, document if word == "print" else rest.encode()

    def _carry_out(self, word: str, rest: bytes) -> bytes:
        if word == "print":
            return f"{self._spooler.print(rest)}\n".encode()
        if word == "state":
            return f"state {self._spooler.state()}\n".encode()
        job = rest.decode()
        said = self._spooler.job(job) if word == "job" else self._spooler.cancel(job)
        return f"job {job} {said}\n".encode()


class FileSpooler:
    """Adds each paper to one file. A paper is in it whole and on disk, or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def state(self) -> str:
        folder = self._path.parent
        if not folder.is_dir() or self._path.is_dir():
            return "no_file"
        if not os.access(self._path if self._path.exists() else folder, os.W_OK):
            return "file_denied"
        room = os.statvfs(folder) if hasattr(os, "statvfs") else None
        return "disk_full" if room is not None and room.f_bavail * room.f_frsize < LEAST_ROOM else ""

    def print(self, document: bytes) -> str:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
        try:
            file = os.open(self._path, flags, 0o640)
        except OSError as error:
            return f"returned {_cause_of(error)}"
        try:
            return _added(file, document)
        finally:
            os.close(file)

    def job(self, job: str) -> str:
        return "completed" if job else "gone"

    cancel = job


def _added(file: int, document: bytes) -> str:
    before, done = os.fstat(file).st_size, 0
    try:
        while done < len(document):
            done += os.write(file, document[done:])
        os.fsync(file)
    except OSError as error:
        try:
            if done:
                os.ftruncate(file, before)
        except OSError:
            return f"unsure {_cause_of(error)}"
        return f"failed {_cause_of(error)}"
    return "taken file"


def _cause_of(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return "disk_full"
    return "file_denied" if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS} else "no_file"


_JOB_STATES = {3: "waiting", 4: "waiting", 5: "printing", 6: "printing", 7: "canceled", 8: "aborted", 9: "completed"}
_STOPPED = 5
_REASONS = (
    ("media-empty", "paper_out"),
    ("media-needed", "paper_out"),
    ("media-jam", "jam"),
    ("cover-open", "cover_open"),
    ("door-open", "cover_open"),
    ("toner-empty", "toner_out"),
    ("marker-supply-empty", "toner_out"),
    ("offline", "offline_system"),
    ("toner-low", "toner_low"),
    ("marker-supply-low", "toner_low"),
    ("media-low", "paper_near_end"),
)
"""What a printer says is wrong, the worst first → cause."""


class SystemSpooler:
    """A printer of CUPS, by its name; without one the system's usual printer."""

    def __init__(self, name: str, server: str) -> None:
        self._name, self._server, self._user = name, server, _own_name()

    def state(self) -> str:
        try:
            name = self._name or self._usual()
            status, said = self._ask(
                ipp.GET_PRINTER,
                name,
                {"requested-attributes": (ipp.KEYWORD, ("printer-state", "printer-state-reasons", _ACCEPTING))},
            )
        except (OSError, http.client.HTTPException, ValueError):
            return NO_SPOOLER
        if not name or status >= ipp.OK_BELOW:
            return "no_queue"
        return _cause(said)

    def print(self, document: bytes) -> str:
        about = {"job-name": (ipp.NAME, TITLE), "document-format": (ipp.MIME, "application/pdf")}
        begun = False
        try:
            name = self._name or self._usual()
            begun = True
            status, said = self._ask(ipp.PRINT_JOB, name, about, document)
        except _NobodyThereError:
            return f"returned {NO_SPOOLER}"
        except (OSError, http.client.HTTPException, ValueError):
            return f"{'unsure' if begun else 'returned'} {NO_SPOOLER}"
        if status < ipp.OK_BELOW:
            return f"taken {ipp.number_of(said, 'job-id')}"
        waits = {ipp.NOT_FOUND: "no_queue", ipp.NOT_ACCEPTING: "queue_closed"}
        return f"returned {waits[status]}" if status in waits else "failed refused"

    def job(self, job: str) -> str:
        try:
            status, said = self._ask(ipp.GET_JOB, self._name, {"job-id": (ipp.INTEGER, int(job))})
        except (OSError, http.client.HTTPException, ValueError):
            return "silent"
        if status == ipp.NOT_FOUND:
            return "gone"
        return _JOB_STATES.get(ipp.number_of(said, "job-state"), "silent") if status < ipp.OK_BELOW else "silent"

    def cancel(self, job: str) -> str:
        with suppress(OSError, http.client.HTTPException, ValueError):
            self._ask(ipp.CANCEL_JOB, self._name, {"job-id": (ipp.INTEGER, int(job))})
        return self.job(job)

    def _usual(self) -> str:
        """The name of the system's usual printer; empty when it has none."""
        _, said = self._ask(ipp.CUPS_GET_DEFAULT, "", {})
        return said.get("printer-name", [b""])[0].decode()

    def _ask(
        self, operation: int, name: str, more: Mapping[str, tuple[int, ipp.Value]], document: bytes = b""
    ) -> tuple[int, dict[str, list[bytes]]]:
        path = f"/printers/{quote(name)}" if name else "/"
        about: dict[str, tuple[int, ipp.Value]] = (
            {} if operation == ipp.CUPS_GET_DEFAULT else {"printer-uri": (ipp.URI, f"ipp://localhost{path}")}
        )
        asked = about | {"requesting-user-name": (ipp.NAME, self._user)} | dict(more)
        headers = {"Content-Type": "application/ipp"}
        if self._server.startswith("/"):
            headers["Authorization"] = f"PeerCred {self._user}"  # the kernel tells CUPS who is at a socket
        connection = ipp.connection_to(self._server)
        try:
            _connect(connection)
            connection.request("POST", path, ipp.request(operation, asked, document), headers)
            return ipp.answer(connection.getresponse().read())
        finally:
            connection.close()


class _NobodyThereError(OSError):
    """Nothing was sent."""


def _connect(connection: http.client.HTTPConnection) -> None:
    try:
        connection.connect()
    except OSError as error:
        raise _NobodyThereError(*error.args) from error


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a service may run as a user without a name
        return "balie"


_ACCEPTING = "printer-is-accepting-jobs"


def _cause(said: dict[str, list[bytes]]) -> str:
    """The worst thing that CUPS says of its printer."""
    reasons = b" ".join(said.get("printer-state-reasons", [])).decode("ascii", "replace")
    found = next((cause for word, cause in _REASONS if word in reasons), "")
    if ipp.number_of(said, "printer-state") == _STOPPED:
        return found or "queue_stopped"
    return found if ipp.number_of(said, _ACCEPTING) else "queue_closed"


def system_server() -> str:
    """Where this machine's CUPS listens: ``CUPS_SERVER``, its socket, or its port."""
    given = os.environ.get("CUPS_SERVER", "")
    usual = ("/run/cups/cups.sock", "/var/run/cupsd", "/private/var/run/cupsd")
    return given or next((each for each in usual if Path(each).exists()), "localhost")

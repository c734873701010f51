"""Tickets from the hall's print queue to this station's printers, never one twice."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Protocol

from balie_app.devices.driver import Event, Print, Request
from balie_app.devices.making import Maker
from balie_app.queue.commands import Command, PrintOutcome
from balie_app.queue.money.papers import DRAWER
from balie_app.queue.rules.refused import Refused
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView, PrintJob

log = logging.getLogger("balie.devices")


class Desk(Protocol):
    """What the service offers its parts."""

    def perform(self, command: Command) -> object:
        """Carry out a command in the hall; Refused or Trouble."""

    def submit(self, line: str, request: Request) -> None:
        """Ask something of a line."""

    def usable(self, line: str) -> bool:
        """Whether the device on this line does its work now."""


DRAWER_AGE = timedelta(seconds=60)
"""A drawer that opens later than this opens when nobody expects it."""
NOT_WANTED = frozenset({"ticket-gone", "too-late", "no-drawer"})
"""Why a paper need not be made any more. Whatever else keeps it from being made, a person has to hear of it."""


class PaperWork:
    """Claims a job ("sending") before its first byte leaves, and records what became of it.

    Outcomes that cannot be recorded while the database is away are kept and recorded later. After a
    restart a job that was being sent is unknown: a person decides, nothing is printed again by itself.
    """

    def __init__(
        self, desk: Desk, printers: Mapping[str, Maker], clean_starts: Mapping[str, bytes] | None = None
    ) -> None:
        self._desk = desk
        self._printers = printers
        self._clean_starts = clean_starts or {}
        self._torn: set[str] = set()
        """Printers that may hold half a paper of an earlier run."""
        self._ready: set[str] = set()
        self._in_hand: dict[str, str] = {}
        self._outbox: list[PrintOutcome] = []
        self._looked_back = False

    @property
    def usable(self) -> frozenset[str]:
        """Printers of this station that do their work now."""
        return frozenset(name for name in self._printers if self._desk.usable(name))

    @property
    def unrecorded(self) -> bool:
        """Whether outcomes wait for the database."""
        return bool(self._outbox)

    def handle(self, printer: str, event: Event) -> None:
        """What a printer's driver (or its line) says."""
        if event.kind == "state":
            (self._ready.add if event.facts.get("ready") else self._ready.discard)(printer)
        elif event.kind == "lost":
            self._ready.discard(printer)
        elif event.kind in {"printed", "unknown", "failed", "returned"}:
            job, detail = str(event.facts["job"]), str(event.facts.get("detail", ""))
            state = "queued" if event.kind == "returned" else event.kind
            if self._in_hand.get(printer) == job:
                del self._in_hand[printer]
            self._outbox.append(PrintOutcome(job, state, detail))
            self.record()

    def adopt(self, printers: Mapping[str, Maker], clean_starts: Mapping[str, bytes]) -> None:
        """These are the printers from now on."""
        self._printers, self._clean_starts = printers, clean_starts
        self._ready &= printers.keys()

    def given_up(self, printer: str, cause: str) -> None:
        """The line hangs, or another station has it: what became of the job in hand is unknown."""
        if (job := self._in_hand.get(printer)) is not None:
            self.handle(printer, Event("unknown", {"job": job, "detail": cause}))

    def look(self, view: HallView) -> None:
        """The hall changed: is there paper to print?"""
        self.record()
        own = [job for job in view.print_jobs if job.printer in self._printers]
        if not self._looked_back:
            self._looked_back = True
            interrupted = [job for job in own if job.state == "sending"]
            self._torn |= {job.printer for job in interrupted}
            self._outbox += [PrintOutcome(job.id, "unknown", "restart") for job in interrupted]
            self.record()
        busy = {outcome.job for outcome in self._outbox}
        for printer in sorted(self._ready - self._in_hand.keys()):
            jobs = (job for job in own if job.printer == printer and job.state == "queued" and job.id not in busy)
            while printer not in self._in_hand and (job := next(jobs, None)) is not None:
                self._send(view, job)

    def record(self) -> None:
        """Write down what became of jobs; Trouble leaves the rest for later."""
        while self._outbox:
            outcome = self._outbox[0]
            try:
                self._desk.perform(outcome)
            except Refused:
                log.info("afdruk %s was al afgehandeld (%s)", outcome.job, outcome.state)
            except Trouble:
                return
            self._outbox.pop(0)

    def _send(self, view: HallView, job: PrintJob) -> None:
        try:
            data = self._data(view, job)
        except Trouble as trouble:
            state = "cancelled" if trouble.code in NOT_WANTED else "failed"
            self._outbox.append(PrintOutcome(job.id, state, trouble.code, job.printer))
            self.record()
            return
        try:
            self._desk.perform(PrintOutcome(job.id, "sending", printer=job.printer))
        except Refused:
            return  # another station was first, or somebody cancelled it
        self._in_hand[job.printer] = job.id
        if job.printer in self._torn:
            self._torn.discard(job.printer)
            data = self._clean_starts.get(job.printer, b"") + data
        self._desk.submit(job.printer, Print(job.id, data))

    def _data(self, view: HallView, job: PrintJob) -> bytes:
        if job.kind == DRAWER and view.read_at - job.made_at > DRAWER_AGE:
            raise Trouble("too-late", printer=job.printer)
        return self._printers[job.printer](view, job)

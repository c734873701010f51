"""What the host does, as commands to the hall, and the one line that says how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from balie_app.queue.commands import (
    CheckIn,
    CloseCounter,
    ComeLater,
    Command,
    Issue,
    Leave,
    OpenCounter,
    PauseCounter,
    PrintDayReport,
    PrintSlip,
    QuickContact,
    Ready,
    Reprint,
    Resume,
    ResumeCounter,
    Return,
    Undo,
)
from balie_app.queue.rules.slips import SlipKind
from balie_app.queue.rules.visit import ContactState, Visit
from balie_app.queue.views import HallView
from balie_app.ui.host import words
from balie_app.ui.host.words import filled

if TYPE_CHECKING:
    from balie_app.ui.link import HallLink
    from balie_app.ui.station import StationOptions


class HostActions(QObject):
    """Sends the host's commands; emits what became of them."""

    said = Signal(str)
    """One calm sentence about what was just done."""
    given = Signal(object)
    """A Visit that just got its number."""
    sent_away = Signal()
    """Somebody who comes back later today has it on paper."""

    def __init__(self, link: HallLink, options: StationOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self._options = options

    @property
    def view(self) -> HallView | None:
        """The hall's last picture."""
        return self.link.view

    @property
    def printer(self) -> str | None:
        """The printer that tickets come out of here; None when this desk prints none."""
        if self.view is not None and not self.view.config.settings.print_tickets:
            return None
        return self._options.printer

    @property
    def slip_printer(self) -> str | None:
        """The printer that slips come out of here, also where tickets are not printed; None: there is none."""
        return self._options.printer

    def issue(self, products: tuple[str, ...], language: str, party: int, needs: tuple[str, ...]) -> None:
        """Give a number."""
        command = Issue(products=products, language=language, party=party, needs=needs, printer=self.printer)
        self.link.do(command, done=self.given.emit)

    def issue_for_later(
        self, products: tuple[str, ...], language: str, party: int, needs: tuple[str, ...], at: datetime
    ) -> None:
        """Give a number to somebody who comes back at ``at``, on a slip."""
        about = {"products": products, "language": language, "party": party, "needs": needs}
        command = Issue(**about, printer=self.slip_printer, later=at)  # type: ignore[arg-type]  # each has its own type
        self.link.do(command, done=lambda visit: self._away(visit.label, at))

    def come_later(self, label: str, at: datetime) -> None:
        """Somebody who waits comes back at ``at`` instead."""
        command = ComeLater(label=label, at=at, printer=self.slip_printer)
        self.link.do(command, done=lambda _: self._away(label, at))

    def _away(self, label: str, at: datetime) -> None:
        clock = words.clock(at, self.view.config) if self.view else ""
        self.said.emit(filled(self.tr("%1 komt om %2 terug. De strook wordt geprint."), words.ticket(label), clock))
        self.sent_away.emit()

    def missing_papers(self, products: tuple[str, ...], things: tuple[str, ...], language: str) -> None:
        """Tell on paper what is missing."""
        self._slip(PrintSlip(SlipKind.PAPERS_MISSING, "", products=products, things=things, language=language))

    def referral(self, products: tuple[str, ...], language: str) -> None:
        """Tell on paper where else to go."""
        self._slip(PrintSlip(SlipKind.REFERRAL, "", products=products, language=language))

    def come_back_slip(self, label: str) -> None:
        """Print once more when somebody comes back."""
        self._slip(PrintSlip(SlipKind.COME_BACK, "", label=label))

    def confirmation(self, code: str) -> None:
        """Print the confirmation of an appointment."""
        self._slip(PrintSlip(SlipKind.CONFIRMATION, "", code=code))

    def _slip(self, command: PrintSlip) -> None:
        if self.slip_printer is not None:
            self._do(replace(command, printer=self.slip_printer), self.tr("De strook wordt geprint."))

    def day_report(self) -> None:
        """Print the figures of today so far."""
        if self.slip_printer is not None:
            self._do(PrintDayReport(self.slip_printer), self.tr("Het dagrapport wordt geprint."))

    def check_in(self, code: str) -> None:
        """The visitor with this appointment is here."""
        self.link.do(CheckIn(code=code, printer=self.printer), done=self.given.emit)

    def quick(self, topic: str, title: str) -> None:
        """Count a question that was answered at once."""
        self._do(QuickContact(topic=topic), filled(self.tr("Genoteerd: %1."), title))

    def leave(self, label: str) -> None:
        """Somebody went home."""
        self._do(Leave(label=label), filled(self.tr("%1 is naar huis."), words.ticket(label)))

    def come_back(self, label: str) -> None:
        """A missed visitor showed up."""
        self._do(Return(label=label), filled(self.tr("%1 wacht weer."), words.ticket(label)))

    def carry_on(self, label: str) -> None:
        """What a parked visitor waited for is there: they wait again."""
        view = self.view
        parked = [c for c in view.contacts if c.label == label and c.state is ContactState.PARKED] if view else []
        if view is None or not parked:
            return
        clerk = parked[0].clerk
        desks = [w.number for w in view.counters if clerk and w.clerk == clerk] or [w.number for w in view.counters]
        self._do(Resume(counter=desks[0], label=label), filled(self.tr("%1 wacht weer."), words.ticket(label)))

    def ready(self, label: str) -> None:
        """What was being made is ready."""
        self._do(Ready(label=label), filled(self.tr("%1 is gereed en wordt opnieuw geroepen."), words.ticket(label)))

    def reprint(self, label: str) -> None:
        """Print the ticket again."""
        if self.printer is not None:
            self._do(
                Reprint(label=label, printer=self.printer), filled(self.tr("Bon %1 komt opnieuw."), words.ticket(label))
            )

    def open(self, counter: int, clerk: str) -> None:
        """Seat a clerk at a counter."""
        self._do(OpenCounter(counter=counter, clerk=clerk), filled(self.tr("%1 is open."), self._place(counter)))

    def pause(self, counter: int) -> None:
        """Let a counter take nobody for a while."""
        self._do(PauseCounter(counter=counter), filled(self.tr("%1 heeft pauze."), self._place(counter)))

    def resume(self, counter: int) -> None:
        """Let a counter take people again."""
        self._do(ResumeCounter(counter=counter), filled(self.tr("%1 is weer open."), self._place(counter)))

    def close(self, counter: int) -> None:
        """Close a counter."""
        self._do(CloseCounter(counter=counter), filled(self.tr("%1 is dicht."), self._place(counter)))

    def undo(self, counter: int) -> None:
        """Take back the last step at a counter."""
        self._do(
            Undo(counter=counter), filled(self.tr("De laatste stap bij %1 is ongedaan gemaakt."), self._place(counter))
        )

    def carry_out(self, command: Command, sentence: str) -> None:
        """Do what an advice proposes."""
        self._do(command, sentence)

    def _do(self, command: Command, sentence: str) -> None:
        self.link.do(command, done=lambda _: self.said.emit(sentence))

    def _place(self, counter: int) -> str:
        return words.counter_name(counter, self.view.config) if self.view else str(counter)


def told(visit: Visit) -> tuple[int, int] | None:
    """The wait in minutes that was told with this number, as a range."""
    if visit.told_low is None or visit.told_high is None:
        return None
    return visit.told_low, visit.told_high

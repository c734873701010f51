"""What happens when a key is pressed: refuse kindly, ask in a panel, or carry out and tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from balie_app.queue.commands import (
    By,
    CallNext,
    CallTicket,
    Command,
    Finish,
    MakePromise,
    NotThere,
    Park,
    PrintSlip,
    Produce,
    Ready,
    Resume,
    Transfer,
    Undo,
)
from balie_app.queue.messages import sentence
from balie_app.queue.money.commands import CopyReceipt, PrintTill, Settle
from balie_app.queue.rules.money import Receipt
from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.slips import SlipKind
from balie_app.queue.rules.till import TillDay
from balie_app.queue.rules.visit import Contact, ContactState
from balie_app.ui.counter import words
from balie_app.ui.counter.endings import MISSING, FinishPanel, ParkPanel
from balie_app.ui.counter.memory import keep_wishes, recall_wishes
from balie_app.ui.counter.pages import Pages
from balie_app.ui.counter.panel import Panel
from balie_app.ui.counter.papers import PapersPanel
from balie_app.ui.counter.pay import PayPanel, receipt_made
from balie_app.ui.counter.pay_data import latest, prices, till_now
from balie_app.ui.counter.pay_receipts import ReceiptsPanel
from balie_app.ui.counter.picks import AsidePanel, SecondPanel, TicketPanel, aside_command
from balie_app.ui.counter.refer import ReferPanel
from balie_app.ui.counter.situation import SLIPS, No, Situation, Step, situation, why_not
from balie_app.ui.counter.steps import command_for
from balie_app.ui.counter.till import till_panel, till_told
from balie_app.ui.counter.transfer import TransferPanel

if TYPE_CHECKING:
    from balie_app.ui.link import HallLink


class Control(QObject):
    """Knows the counter, keeps its situation, and does what is asked, one thing at a time."""

    changed = Signal()
    """The situation, or whether something is under way."""
    said = Signal(str)
    opened = Signal(object)
    """A Panel to show."""
    closed = Signal()
    """The panel, if any, has done its work."""

    def __init__(self, link: HallLink, number: int, clerk: str | None, station: str, parent: QObject) -> None:
        super().__init__(parent)
        self.station = station
        self.wishes = recall_wishes(station)
        self.link, self.number, self.clerk = link, number, clerk
        self.pages = Pages(link)
        self.here: Situation | None = None
        self.online = True
        self.pending = False
        self.panel: Panel | None = None
        self.printer: str | None = None
        """Where receipts are printed; None: this station has no printer."""
        self.last = ""
        """Label of the last visitor at this counter: what undo is about."""

    def wish(self, **wished: bool) -> None:
        """Remember how this panel is used."""
        changed = replace(self.wishes, **wished)
        if changed != self.wishes:
            self.wishes = changed
            keep_wishes(self.station, changed)

    def look_again(self) -> None:
        """Work out the situation from the link's last view."""
        view = self.link.view
        if view is None:
            return
        self.here = situation(view, self.number, self.clerk, self.link.now(), self.online)
        if self.here and self.here.current:
            self.last = self.here.current.label
        if self.here and self.panel:
            self.panel.refresh(self.here)
        self.changed.emit()

    def set_online(self, online: bool) -> None:
        """The database went away or came back."""
        self.online = online
        self.look_again()

    def take(self, step: Step) -> None:
        """A key or button: do it, ask what it needs, or say kindly why not."""
        if self.here is None or self.pending or self._confirms(step):
            return
        reason = No.NO_PRINTER if step in SLIPS and self.printer is None else why_not(self.here, step)
        if reason is not None:
            self.said.emit(words.no(reason, self.here))
            return
        self.closed.emit()
        if step in SLIPS and self.here.current is not None and self.printer is not None:
            self.open(_slip_panel(step, self.here, self.here.current, self.printer))
            return
        if step in {Step.PAY, Step.TILL, Step.RECEIPTS}:
            self._ask_money(step, self.here)
            return
        command = self._command(step, self.here)
        if command is not None:
            self.do(command)
        else:
            self.open(self._panel(step, self.here))

    def _confirms(self, step: Step) -> bool:
        """F11 on the open question about the outcome means: yes, that one."""
        if isinstance(self.panel, FinishPanel) and step in {Step.DONE, Step.OUTCOME}:
            self.panel.decide()
            return True
        return False

    def _command(self, step: Step, here: Situation) -> Command | None:
        if step is Step.DONE and self.wishes.ask_outcome:
            return None
        if step is Step.PRODUCE:
            return Produce(counter=self.number)
        if step in {Step.UNPARK, Step.READY}:
            aside = here.producing if step is Step.READY else here.parked
            return aside_command(here, aside[0].label, step is Step.READY) if len(aside) == 1 else None
        return command_for(step, here)

    def _panel(self, step: Step, here: Situation) -> Panel:
        if step in {Step.UNPARK, Step.READY}:
            return AsidePanel(here, ready=step is Step.READY)
        if step is Step.TRANSFER:
            return TransferPanel(here)
        if step is Step.PARK:
            return ParkPanel(here)
        if step is Step.SECOND:
            return SecondPanel(here)
        return TicketPanel(here) if step is Step.TICKET else FinishPanel(here, prints=self.printer is not None)

    def _ask_money(self, step: Step, here: Situation) -> None:
        """Tariffs, till and receipts are not in the picture of the hall: they are asked when they are needed."""
        number, printer, opened = self.number, self.printer, self._open_money
        if step is Step.PAY:
            self.link.ask(lambda hall: prices(hall, number), lambda found: opened(PayPanel(here, found, printer)))
        elif step is Step.TILL:
            self.link.ask(lambda hall: till_now(hall, number), lambda found: opened(till_panel(here, found, printer)))
        else:
            self.link.ask(latest, lambda found: opened(ReceiptsPanel(here, found, printer)))

    def _open_money(self, panel: Panel) -> None:
        """The answer came; whoever opened something else meanwhile keeps that."""
        if self.panel is None and not self.pending:
            self.open(panel)
        else:
            panel.deleteLater()

    def choose_ticket(self, label: str) -> None:
        """A number in the list was picked: the panel to call it, with that number chosen."""
        if self.here is None or self.pending or not label:
            return
        reason = why_not(self.here, Step.TICKET)
        if reason is not None:
            self.said.emit(words.no(reason, self.here))
            return
        self.closed.emit()
        self.open(TicketPanel(self.here, label))

    def open(self, panel: Panel) -> None:
        """Show a question."""
        self.panel = panel
        panel.decided.connect(self.do)
        panel.cancelled.connect(self.closed)
        panel.said.connect(self.said)
        self.opened.emit(panel)

    def do(self, command: Command) -> None:
        """Carry out a command; nothing else can be started meanwhile."""
        if self.pending:
            return
        if not self.pages.ready_for(command):
            self.said.emit(self.tr("Er is geen printer gekozen. Er is niets geprint."))
            return
        self.pending = True
        self.changed.emit()
        if self.here and self.here.clerk:
            self.link.by = By(self.station, self.here.clerk.code)  # whoever sits here now, for the journal
        self.link.do(command, lambda result: self._done(command, result), self._failed)

    def _done(self, command: Command, result: Any) -> None:
        self.pending = False
        self.closed.emit()
        self.changed.emit()
        self.said.emit(self._told(command, result))
        if isinstance(command, Finish) and isinstance(result, Contact):
            self._offer_slip(command, result)
        if self.here:
            self.pages.done(result, self.here.config)
        if isinstance(command, Resume):
            # parked people wait again; whoever goes on with one means: to me, now
            self.do(CallTicket(counter=self.number, label=command.label, reason=self.tr("verder na parkeren")))

    def _offer_slip(self, command: Finish, over: Contact) -> None:
        """Who has to come back because papers are missing takes home which."""
        if command.came_back_because == MISSING and self.printer is not None and self.here is not None:
            self.open(PapersPanel(self.here, over, self.printer, SlipKind.PAPERS_MISSING))

    def _failed(self, error: BaseException) -> None:
        self.pending = False
        if not (isinstance(error, Refused) and self.panel and self.panel.refused(error)):
            self.said.emit(sentence(error))
        self.changed.emit()

    def _told(self, command: Command, result: Any) -> str:
        """What a clerk wants to hear after a step; most steps show for themselves."""
        if isinstance(command, CallNext):
            return self.tr("Er wacht nu niemand die u kunt helpen.") if result is None else ""
        if isinstance(result, Receipt):
            return receipt_made(result, self.printer)
        if isinstance(result, TillDay):
            return till_told(result)
        if isinstance(command, NotThere) and isinstance(result, Contact) and self.here:
            missed = result.state is ContactState.MISSED
            return words.was_not_there(result, missed, self.here.config)
        texts = {
            PrintSlip: self.tr("De strook wordt geprint."),
            PrintTill: self.tr("Het X-rapport wordt geprint."),
            CopyReceipt: self.tr("De kopie wordt geprint."),
            Settle: self.tr("Het open bedrag is ontvangen."),
            Park: self.tr("%1 is geparkeerd. Met Ctrl+H gaat u verder."),
            Produce: self.tr("%1 is in de maak. Met Ctrl+G meldt u dat het gereed is."),
            Ready: self.tr("%1 wordt met voorrang weer geroepen."),
            Transfer: self.tr("%1 is doorverwezen. Uw notitie gaat mee."),
            MakePromise: self.tr("Het gesprek met %1 is klaar. De afspraak staat genoteerd."),
            Undo: self.tr("De laatste stap is teruggedraaid."),
        }
        label = result.label if isinstance(result, Contact) else self.last
        return texts.get(type(command), "").replace("%1", shown(label))


def _slip_panel(step: Step, here: Situation, contact: Contact, printer: str) -> Panel:
    if step is Step.REFER:
        return ReferPanel(here, contact, printer)
    return PapersPanel(here, contact, printer, SlipKind.PAPERS_IN)

"""The use cases: one function for each thing a person can do, and the only way to change anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from balie_app.queue import commands as c
from balie_app.queue.desk import (
    calls,
    clock,
    conversation,
    counters,
    day,
    intake,
    later,
    paper,
    promises,
    receipts,
    roll,
    setup,
    slips,
    tariffs,
    till,
    trial,
    undo,
)
from balie_app.queue.money import commands as m
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.money import Receipt
from balie_app.queue.rules.privacy import contains_bsn
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.till import Move, TillDay
from balie_app.queue.rules.visit import Appointment, Contact, CounterWork, Promise, Visit
from balie_app.queue.store.journal import Entry
from balie_app.queue.store.records import KINDS, TABLES, PrintRecord, key_of
from balie_app.queue.store.versions import CONFIGURED
from balie_app.queue.store.work import Work

USE_CASES: dict[type[c.Command], Callable[[Work, Any], Any]] = {
    c.Configure: setup.configure,
    c.UndoConfigure: setup.undo_configure,
    c.SetClock: clock.set_clock,
    c.StartDay: day.start_day,
    c.CloseDay: day.close_day,
    c.OpenCounter: counters.open_counter,
    c.PauseCounter: counters.pause_counter,
    c.ResumeCounter: counters.resume_counter,
    c.CloseCounter: counters.close_counter,
    c.Issue: intake.issue,
    c.SetNumber: roll.set_number,
    c.QuickContact: intake.quick_contact,
    c.Book: intake.book,
    c.CancelAppointment: intake.cancel_appointment,
    c.MoveAppointment: intake.move_appointment,
    c.CheckIn: intake.check_in,
    c.ComeLater: later.come_later,
    c.Leave: intake.leave,
    c.Return: intake.come_back,
    c.CallNext: calls.call_next,
    c.CallTicket: calls.call_ticket,
    c.Recall: calls.recall,
    c.Start: calls.start,
    c.NotThere: calls.not_there,
    c.Finish: conversation.finish,
    c.Park: conversation.park,
    c.Resume: conversation.resume,
    c.Transfer: conversation.transfer,
    c.AddContact: conversation.add_contact,
    c.MakePromise: promises.make_promise,
    c.KeepPromise: promises.keep_promise,
    c.Produce: conversation.produce,
    c.Ready: conversation.ready,
    c.Undo: undo.undo,
    c.PrintOutcome: paper.print_outcome,
    c.Reprint: paper.reprint,
    c.PrintTrial: trial.print_trial,
    c.PrintSlip: slips.print_slip,
    c.PrintDayReport: slips.print_day_report,
    c.PrintAgain: slips.print_again,
    c.TakeOver: paper.take_over,
    m.SetTariffs: tariffs.set_tariffs,
    m.PurgeReceipts: tariffs.purge_receipts,
    m.MakeReceipt: receipts.make_receipt,
    m.Settle: receipts.settle,
    m.Refund: receipts.refund,
    m.Correct: receipts.correct,
    m.CopyReceipt: receipts.copy_receipt,
    m.OpenTill: till.open_till,
    m.MoveCash: till.move_cash,
    m.CloseTill: till.close_till,
    m.PrintTill: till.print_till,
    m.OpenDrawer: till.open_drawer,
}
"""Every command and the one function that carries it out."""

FORESEE: dict[type[c.Command], Callable[[Work, Any], Any]] = {
    c.Issue: intake.foresee,
    c.CallNext: calls.foresee,
    c.PrintDayReport: slips.foresee,
}
"""What may be found out in a look beforehand: a step holds up all other steps, a look nobody."""

RECORDS = (Visit, Contact, CounterWork, Appointment, Promise, PrintRecord, Receipt, Move, TillDay)


MADE_UP = frozenset({"key", "job", "promise"})
"""Fields with names that programs make at random: nine digits in them mean nobody."""


def perform(work: Work, command: c.Command) -> Any:
    """Carry out a command within a unit of work; answers what the use case answers."""
    _refuse_citizen_numbers(command)
    return USE_CASES[type(command)](work, command)


def worth_a_look(command: c.Command, config: HallConfig | None) -> bool:
    """Whether a look before the step is worth its time, in a hall with this configuration (None: not read yet)."""
    if isinstance(command, c.CallNext):
        return config is not None and config.settings.look_ahead
    return type(command) in FORESEE


def foresee(work: Work, command: c.Command, at: datetime | None) -> Any:
    """What the step will find in ``work.foreseen``; nothing is changed."""
    if at is not None:
        work.set_now(at)
    return FORESEE[type(command)](work, command)


def perform_at(work: Work, command: c.Command, at: datetime) -> Any:
    """Set the clock of a rehearsal hall, where it stands still, and carry out the command: one step."""
    moved = at != work.now or work.head.clock_speed != 0
    clock.move_clock(work, at, speed=0.0)
    result = perform(work, command)
    if moved and not work.changed():
        clock.say_clock(work)
    return result


def begin_day(work: Work, command: c.Command, at: datetime | None) -> bool:
    """Before the first step of a day: close what an earlier day left open. Answers whether there was anything."""
    if isinstance(command, c.SetClock):
        at = command.at
    if isinstance(command, c.StartDay | c.CloseDay) or not day.left_open(work, at):
        return False
    if at is not None:
        clock.move_clock(work, at, speed=0.0)
    day.start_day(work, c.StartDay())
    return True


def _refuse_citizen_numbers(command: c.Command) -> None:
    for each in fields(command):
        if each.name not in MADE_UP and any(contains_bsn(text) for text in _texts(getattr(command, each.name))):
            raise Refused("contains-bsn", field=each.name)


def _texts(value: Any) -> Iterator[str]:
    """What is typed in a field: itself, or in the values of a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            inside = [getattr(one, each.name) for each in fields(one)] if is_dataclass(one) else [one]
            yield from (text for each in inside for text in _texts(each))


def reference(result: Any) -> str | None:
    """How the journal remembers a result: "visit/ID"."""
    return f"{TABLES[type(result)].name}/{key_of(result)}" if isinstance(result, RECORDS) else None


def answer_again(work: Work, entry: Entry) -> Any:
    """The result of a step that was carried out before, as that record is now."""
    if entry.what in day.ENDINGS:
        return day.ending(work, entry)
    if entry.what == CONFIGURED:
        return entry.facts["version"]
    if entry.result is None:
        return None
    table, key = entry.result.split("/", 1)
    return work.get(KINDS[table], int(key) if table == "counter" else key)

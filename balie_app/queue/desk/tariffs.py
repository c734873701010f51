"""The tables of tariffs, a year at a time; and the destruction of what need not be kept any longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from balie_app.queue.money import books
from balie_app.queue.money import commands as m
from balie_app.queue.rules.money import KEPT_YEARS, Receipt, Tariff, tariff_id, wrong_tariff
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.till import Move, TillDay
from balie_app.queue.store import tables
from balie_app.queue.store.work import Work

AT_ONCE = 200
"""Records that one step destroys: its journal entry names them all."""


def set_tariffs(work: Work, command: m.SetTariffs) -> int:
    """The table of a year as it is from now on. Receipts that were made keep their own prices."""
    wanted = {tariff_id(command.year, each.code): each for each in command.tariffs}
    if len(wanted) < len(command.tariffs) or not wanted:
        raise Refused("wrong-tariff", tariff=command.year, problem="is leeg, of een code staat er twee keer in")
    for each in command.tariffs:
        if problem := wrong_tariff(each, command.year):
            raise Refused("wrong-tariff", tariff=each.code, problem=problem)
    known = {each.id: each for each in books.tariffs(work.connection, command.year)}
    for key in known.keys() - wanted.keys():
        work.remove(known[key])
    changed = [_kept(known.get(key), replace(each, id=key)) for key, each in wanted.items()]
    if any(each is not None for each in changed) or known.keys() - wanted.keys():
        for tariff in changed:
            if tariff is not None:
                work.put(tariff)
        work.say("tariffs-set", year=command.year, count=len(wanted))
    return len(wanted)


def _kept(known: Tariff | None, wanted: Tariff) -> Tariff | None:
    """The tariff to write; None when it stands there already."""
    same = known is not None and replace(wanted, revision=known.revision) == known
    return None if same else wanted


def purge_receipts(work: Work, command: m.PurgeReceipts) -> int:
    """Destroy what is older than seven whole years; younger books are refused."""
    free = command.year + KEPT_YEARS + 1
    if work.day.year < free:
        raise Refused("too-young-to-purge", year=command.year, free=f"01-01-{free}")
    if command.year < date.min.year:
        return 0
    first, last = date(command.year, 1, 1), date(command.year, 12, 31)
    gone = _oldest(work, Receipt, tables.receipt, tables.receipt.c.year == command.year)
    move, day = tables.till_move.c.day, tables.till_day.c.day
    gone += _oldest(work, Move, tables.till_move, (move >= first) & (move <= last), len(gone))
    closed = (day >= first) & (day <= last) & tables.till_day.c.closed_at.is_not(None)
    gone += _oldest(work, TillDay, tables.till_day, closed, len(gone))
    gone += _oldest(work, Tariff, tables.tariff, tables.tariff.c.year == command.year, len(gone))
    for each in gone:
        work.remove(each)
    if gone:
        work.say("receipts-purged", year=command.year, count=len(gone))
    return len(gone)


def _oldest(work: Work, kind: Any, table: Table, which: ColumnElement[bool], taken: int = 0) -> list[Any]:
    key = table.primary_key.columns[0]
    rows = work.connection.execute(select(table).where(which).order_by(key).limit(AT_ONCE - taken))
    return [work.seen(kind, row) for row in rows]

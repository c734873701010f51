"""The books as CSV for the finance department: what each ledger code gets, a day of the cash desk at a time."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, select

from balie_app.queue.money import books
from balie_app.queue.rules.money import Line, Method, Receipt, amount, paid_in
from balie_app.queue.rules.till import Move, MoveKind, TillDay, name_of
from balie_app.queue.store import tables
from balie_app.queue.store.records import load

Row = tuple[object, ...]
LEDGER = ("dag", "kas", "kasdag", "grootboek", "omschrijving", "aantal", "debet", "credit")
RECEIPTS = (
    *("bon", "dag", "soort", "bij bon", "kas", "kasdag", "balie", "medewerker", "artikel", "omschrijving"),
    *("aantal", "grootboek", "bedrag", "btw-tarief", "btw", "vrijstelling"),
)
_PAID = {
    Method.CARD: ("PIN", "Pinbetalingen"),
    Method.CASH: ("KAS", "Contant"),
    Method.LATER: ("LATER", "Nog te betalen"),
}
_KIND = {"receipt": "bon", "refund": "terugbetaling", "correction": "correctie"}
NO_LEDGER = "ZONDER"


def ledger_csv(connection: Connection, first: date, last: date) -> str:
    """One row for each till day, day and ledger code; debit and credit of each till day are equal."""
    return _text(LEDGER, _ledger_rows(connection, first, last))


def receipts_csv(connection: Connection, first: date, last: date) -> str:
    """One row for each line of each receipt of these days."""
    return _text(RECEIPTS, (row for each in books.receipts_between(connection, first, last) for row in _lines(each)))


def _ledger_rows(connection: Connection, first: date, last: date) -> Iterator[Row]:
    found = books.receipts_between(connection, first, last)
    table = tables.till_move
    query = select(table).where(table.c.day >= first, table.c.day <= last).order_by(table.c.at, table.c.id)
    moves = [load(Move, row) for row in connection.execute(query)]
    places = {(each.day, each.till, each.period) for each in found}
    places |= {(each.day, each.till, each.period) for each in moves}
    for day, till, period in sorted(places):
        mine = [each for each in found if (each.day, each.till, each.period) == (day, till, period)]
        moved = [each for each in moves if (each.day, each.till, each.period) == (day, till, period)]
        for ledger, name, pieces, cents in (*_earned(mine), *_received(mine, moved)):
            yield day, name_of(till), period, ledger, name, pieces, *_sides(cents)
    yield from _differences(connection, first, last)


def _earned(receipts: list[Receipt]) -> Iterator[tuple[str, str, object, int]]:
    """What was charged, without VAT, by ledger and article; and the VAT. Credit is below nought."""
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    vat: dict[int, int] = {}
    for line in (line for receipt in receipts for line in receipt.lines):
        key = (line.ledger or NO_LEDGER, f"{line.article} {line.description}")
        pieces, cents = sums.get(key, (0, 0))
        sums[key] = pieces + line.quantity, cents - line.cents + line.vat_cents
        vat[line.vat_percent] = vat.get(line.vat_percent, 0) - line.vat_cents
    for (ledger, name), (pieces, cents) in sorted(sums.items()):
        yield ledger, name, pieces, cents
    for percent, cents in sorted(vat.items()):
        if cents:
            yield f"BTW{percent}", f"Btw {percent}%", "", cents


def _received(receipts: list[Receipt], moves: list[Move]) -> Iterator[tuple[str, str, object, int]]:
    """How it was paid, what was paid later, and cash that went to or came from elsewhere."""
    paid = [each for receipt in receipts for each in receipt.payments]
    paid += [each for move in moves if move.kind is MoveKind.SETTLED for each in move.payments]
    for method, (ledger, name) in _PAID.items():
        if cents := paid_in(paid, method):
            yield ledger, name, "", cents
    for kind, name in ((MoveKind.TAKEN_OUT, "Afgestort"), (MoveKind.PUT_IN, "Wisselgeld erbij")):
        cents = sum(each.cents for move in moves if move.kind is kind for each in move.payments)
        if cents:
            yield "KAS", name, "", cents
            yield "KLUIS", name, "", -cents


def _differences(connection: Connection, first: date, last: date) -> Iterator[Row]:
    """Cash that was counted more or less than it should be, on the day of the Z close's till day."""
    table = tables.till_day
    query = select(table).where(table.c.day >= first, table.c.day <= last, table.c.closed_at.is_not(None))
    for closed in (load(TillDay, row) for row in connection.execute(query.order_by(table.c.day, table.c.till))):
        if cents := closed.difference_cents:
            place = (closed.day, name_of(closed.till), closed.number)
            yield *place, "KAS", "Kasverschil", "", *_sides(cents)
            yield *place, "KASVERSCHIL", closed.remark, "", *_sides(-cents)


def _sides(cents: int) -> tuple[str, str]:
    return (amount(cents), "") if cents >= 0 else ("", amount(-cents))


def _lines(receipt: Receipt) -> Iterator[Row]:
    kind = _KIND[receipt.kind]
    till = name_of(receipt.till)
    head = (receipt.number, receipt.day, kind, receipt.about, till, receipt.period, receipt.counter, receipt.clerk)
    for line in receipt.lines:
        yield *head, *_line(line)


def _line(line: Line) -> Row:
    percent = f"{line.vat_percent}%" if line.vat_percent else ""
    about = (line.article, line.description, line.quantity, line.ledger or NO_LEDGER)
    return *about, amount(line.cents), percent, amount(line.vat_cents) if percent else "", line.exempt


def _text(head: tuple[str, ...], rows: Iterator[Row]) -> str:
    """CSV as a Dutch spreadsheet reads it: semicolons, a comma before the cents, a mark that says UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str:
    """A cell that is a text and never a formula: whoever opens the file runs nothing that somebody typed."""
    text = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in str(value))
    number = text.lstrip("-").replace(".", "").replace(",", "").isdigit()
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} and not number else text

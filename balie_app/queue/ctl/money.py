"""The words about money: from the fields of a request to a command or a look at the books, and the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any, TypeVar

from balie_app.queue.commands import Command
from balie_app.queue.ctl import fields as f
from balie_app.queue.ctl import shapes
from balie_app.queue.ctl.fields import Fields
from balie_app.queue.ctl.lines import bad
from balie_app.queue.ctl.shapes import Json
from balie_app.queue.desk.till import drawer, drawer_for
from balie_app.queue.money import books
from balie_app.queue.money import commands as m
from balie_app.queue.rules.money import MOST_CENTS, Line, Method, Payment, Receipt, Tariff, TariffKind, tariff_id
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.till import COMMON, Count, Report, TillDay, name_of
from balie_app.queue.store.work import Work

T = TypeVar("T")
CENTS = f.whole(-MOST_CENTS * 10, MOST_CENTS * 10)
YEAR = f.whole(2000, 2199)
NUMBER = f.text(16)
MOST_RECEIPTS = 1000


def _rows(place: str, value: Any) -> list[Fields]:
    if not isinstance(value, list) or len(value) > MOST_RECEIPTS:
        raise bad(place, "een lijst van JSON-objecten")
    return [Fields(f.table(f"{place}[{at}]", each), f"{place}[{at}]") for at, each in enumerate(value)]


def _day(place: str, value: Any) -> date:
    found = f.edge(place, value)
    if len(str(value)) != 10:
        raise bad(place, "een dag, zoals 2026-03-02")
    return found


def _finished(row: Fields, made: T) -> T:
    row.finish()
    return made


def _wish(row: Fields) -> m.Wish:
    found = m.Wish(
        tariff=row.need("tariff", f.NAME),
        quantity=row.has("quantity", f.whole(), 1),
        exempt=row.has("exempt", f.SENTENCE, ""),
        year=row.may("year", f.whole()),
    )
    return _finished(row, found)


def _payment(row: Fields) -> Payment:
    found = Payment(
        method=Method(row.need("method", f.word(*Method))),
        cents=row.need("cents", CENTS),
        reference=row.has("reference", f.text(12), ""),
        given=row.may("given", CENTS),
    )
    return _finished(row, found)


def _tariff(row: Fields, year: int) -> Tariff:
    code = row.need("code", f.NAME)
    found = Tariff(
        id=tariff_id(year, code),
        year=row.has("year", f.whole(), year),
        code=code,
        article=row.need("article", f.NAME),
        description=row.need("description", f.text(200)),
        cents=row.need("cents", f.whole()),
        kind=TariffKind(row.has("kind", f.word(*TariffKind), TariffKind.FEE.value)),
        vat_percent=row.has("vat_percent", f.whole(), 0),
        ledger=row.has("ledger", f.text(32, empty=True), ""),
        products=row.has("products", f.texts(f.NAME, empty=True), ()),
        ready_days=row.may("ready_days", f.whole()),
    )
    return _finished(row, found)


def _count(row: Fields) -> Count:
    return _finished(row, Count(row.need("cents", f.whole()), row.need("pieces", f.whole())))


def _payments(fields: Fields) -> tuple[Payment, ...]:
    return tuple(_payment(row) for row in fields.may("payments", _rows) or ())


def _wishes(fields: Fields) -> tuple[m.Wish, ...]:
    return tuple(_wish(row) for row in fields.need("lines", _rows))


def _printer(fields: Fields) -> str | None:
    return fields.may("printer", f.text(40))


def _set_tariffs(fields: Fields) -> Command:
    year = fields.need("year", YEAR)
    return m.SetTariffs(year, tuple(_tariff(row, year) for row in fields.need("tariffs", _rows)))


def _make(fields: Fields) -> Command:
    return m.MakeReceipt(
        counter=fields.need("counter", f.whole()),
        lines=_wishes(fields),
        payments=_payments(fields),
        ticket=fields.may("ticket", f.ticket),
        reason=fields.has("reason", f.SENTENCE, ""),
        note=fields.has("note", f.text(5000, empty=True, lines=True), ""),
        ready_on=fields.may("ready_on", _day),
        printer=_printer(fields),
    )


def _settle(fields: Fields) -> Command:
    counter, number = fields.need("counter", f.whole()), fields.need("receipt", NUMBER)
    return m.Settle(counter, number, _payments(fields), _printer(fields))


def _pieces(place: str, value: Any) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise bad(place, "een lijst van aantallen, één voor elke regel")
    return tuple(f.whole()(f"{place}[{at}]", each) for at, each in enumerate(value))


def _refund(fields: Fields) -> Command:
    return m.Refund(
        counter=fields.need("counter", f.whole()),
        receipt=fields.need("receipt", NUMBER),
        pieces=fields.need("pieces", _pieces),
        reason=fields.has("reason", f.SENTENCE, ""),
        payments=_payments(fields),
        note=fields.has("note", f.NOTE, ""),
        printer=_printer(fields),
    )


def _correct(fields: Fields) -> Command:
    return m.Correct(
        counter=fields.need("counter", f.whole()),
        receipt=fields.need("receipt", NUMBER),
        lines=_wishes(fields),
        reason=fields.has("reason", f.SENTENCE, ""),
        payments=_payments(fields),
        note=fields.has("note", f.NOTE, ""),
        printer=_printer(fields),
    )


def _till_of(fields: Fields) -> tuple[int, int]:
    return fields.has("till", f.whole(), COMMON), fields.has("counter", f.whole(), 0)


def _open_till(fields: Fields) -> Command:
    return m.OpenTill(*_till_of(fields), float_cents=fields.need("float_cents", CENTS))


def _move_cash(fields: Fields) -> Command:
    till, counter = _till_of(fields)
    return m.MoveCash(till, counter, fields.need("cents", CENTS), fields.has("reason", f.SENTENCE, ""))


def _close_till(fields: Fields) -> Command:
    return m.CloseTill(
        *_till_of(fields),
        counts=tuple(_count(row) for row in fields.need("counts", _rows)),
        remark=fields.has("remark", f.SENTENCE, ""),
        printer=_printer(fields),
    )


def _copy(fields: Fields) -> Command:
    return m.CopyReceipt(fields.need("receipt", NUMBER), fields.need("printer", f.text(40)))


def _print_till(fields: Fields) -> Command:
    till, printer = fields.has("till", f.whole(), COMMON), fields.need("printer", f.text(40))
    return m.PrintTill(till, printer, fields.may("number", f.whole()))


def _open_drawer(fields: Fields) -> Command:
    counter, printer = fields.need("counter", f.whole()), fields.need("printer", f.text(40))
    return m.OpenDrawer(counter, printer, fields.has("reason", f.SENTENCE, ""))


def _purge(fields: Fields) -> Command:
    return m.PurgeReceipts(fields.need("year", YEAR))


# -- answers -------------------------------------------------------------------------------------------


def receipt(work: Work, found: Receipt) -> Json:
    """A receipt with what is still to be paid on it."""
    return {
        "number": found.number,
        "kind": found.kind.value,
        "at": shapes.time(work, found.at),
        "counter": found.counter,
        "clerk": found.clerk,
        "ticket": found.ticket or None,
        "till": found.till,
        "till_day": found.period,
        "lines": [_line(each) for each in found.lines],
        "payments": [{**asdict(each), "change": each.change} for each in found.payments],
        "total_cents": found.total_cents,
        "vat_cents": sum(each.vat_cents for each in found.lines),
        "first": found.first,
        "about": found.about or None,
        "reason": found.reason,
        "note": found.note,
        "ready_on": found.ready_on.isoformat() if found.ready_on else None,
        "outstanding_cents": books.outstanding(work.connection, found.first),
    }


def _line(line: Line) -> Json:
    return {**asdict(line), "cents": line.cents, "vat_cents": line.vat_cents}


def report(work: Work, found: Report) -> Json:
    """The figures of a till."""
    opened = found.till_day
    return {
        "till": found.till,
        "till_day": found.number,
        "at": shapes.time(work, found.at),
        "state": "not-open" if opened is None else "open" if opened.closed_at is None else "closed",
        "opened_at": shapes.time(work, opened.opened_at) if opened else None,
        "closed_at": shapes.time(work, opened.closed_at) if opened else None,
        "float_cents": opened.float_cents if opened else 0,
        **{name: getattr(found, name) for name in ("receipts", "refunds", "corrections")},
        **{name: getattr(found, name) or None for name in ("first", "last")},
        "paid": found.paid,
        **{name: getattr(found, name) for name in ("in_cents", "out_cents", "expected_cents")},
        "counted_cents": opened.counted_cents if opened and opened.closed_at else None,
        "difference_cents": opened.difference_cents if opened and opened.closed_at else None,
        "remark": opened.remark if opened else "",
        "ledgers": [asdict(each) for each in found.booked],
        "vat": [{"percent": percent, "cents": cents, "vat_cents": vat} for percent, cents, vat in found.taxed],
    }


def _receipt_answer(work: Work, _command: Any, result: Receipt) -> Json:
    return {"receipt": receipt(work, result)}


def _settled_answer(work: Work, command: m.Settle, _result: Any) -> Json:
    return {"receipt": receipt(work, _known(work, command.receipt))}


def _till_answer(work: Work, _command: Any, result: TillDay) -> Json:
    return {"till": report(work, books.report_of(work.connection, result.till, result.number, work.now))}


def _cash_answer(work: Work, command: m.MoveCash, _result: Any) -> Json:
    number = drawer(work, command.till).number
    return {"till": report(work, books.report_of(work.connection, command.till, number, work.now))}


def _tariffs_answer(work: Work, command: m.SetTariffs, _result: Any) -> Json:
    return {"year": command.year, "count": len(books.tariffs(work.connection, command.year))}


def _purge_answer(_work: Work, _command: Any, result: int | None) -> Json:
    return {"count": result or 0}


def _paper_answer(_work: Work, _command: Any, _result: Any) -> Json:
    return {}


def _known(work: Work, number: str) -> Receipt:
    found = work.get(Receipt, number)
    if found is None:
        raise Refused("no-such-receipt", receipt=number)
    return found


CHANGES: dict[str, tuple[Callable[[Fields], Command], Callable[[Work, Any, Any], Json]]] = {
    "set-tariffs": (_set_tariffs, _tariffs_answer),
    "make-receipt": (_make, _receipt_answer),
    "settle": (_settle, _settled_answer),
    "refund": (_refund, _receipt_answer),
    "correct": (_correct, _receipt_answer),
    "copy-receipt": (_copy, _paper_answer),
    "open-till": (_open_till, _till_answer),
    "move-cash": (_move_cash, _cash_answer),
    "close-till": (_close_till, _till_answer),
    "print-till": (_print_till, _paper_answer),
    "open-drawer": (_open_drawer, _paper_answer),
    "purge-receipts": (_purge, _purge_answer),
}
"""Word → how it is read, how it is answered."""


# -- questions -----------------------------------------------------------------------------------------


def _tariffs(fields: Fields) -> Callable[[Work], Json]:
    year, product = fields.may("year", YEAR), fields.may("product", f.NAME)

    def look(work: Work) -> Json:
        found = books.tariffs(work.connection, year or work.day.year)
        chosen = [each for each in found if product is None or product in each.products]
        hidden = {"id", "revision"}
        return {"tariffs": [{k: v for k, v in asdict(each).items() if k not in hidden} for each in chosen]}

    return look


def _receipt(fields: Fields) -> Callable[[Work], Json]:
    number = fields.need("receipt", NUMBER)
    return lambda work: {"receipt": receipt(work, _known(work, number))}


def _receipts(fields: Fields) -> Callable[[Work], Json]:
    first, last = fields.may("from", _day), fields.may("to", _day)

    def look(work: Work) -> Json:
        begin = first or last or work.day
        found = books.receipts_between(work.connection, begin, last or max(begin, work.day))
        return {"receipts": [receipt(work, each) for each in found[:MOST_RECEIPTS]]}

    return look


def _open_receipts(_fields: Fields) -> Callable[[Work], Json]:
    return lambda work: {"receipts": [receipt(work, each) for each, _ in books.open_receipts(work.connection)]}


def _till(fields: Fields) -> Callable[[Work], Json]:
    till, number = fields.may("till", f.whole()), fields.may("number", f.whole())
    counter = fields.may("counter", f.whole())

    def look(work: Work) -> Json:
        here = drawer(work, till or COMMON) if counter is None else drawer_for(work, counter)
        which = here.number if number is None else number
        if not 1 <= which <= here.number:
            raise Refused("no-such-till-day", till=name_of(here.till), number=which)
        return {"till": report(work, books.report_of(work.connection, here.till, which, work.now))}

    return look


QUESTIONS: dict[str, Callable[[Fields], Callable[[Work], Json]]] = {
    "tariffs": _tariffs,
    "receipt": _receipt,
    "receipts": _receipts,
    "open-receipts": _open_receipts,
    "till": _till,
}
"""Word → what to look up."""

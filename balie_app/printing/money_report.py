"""The X and Z report of a cash desk on paper."""

from __future__ import annotations

from collections.abc import Iterator

from balie_app.printing.documents import Align, Cut, Document, Line, Pair, Part, Rule, Size, Space, clean
from balie_app.printing.money_texts import in_full, moment, say
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.money import Method, amount, euro
from balie_app.queue.rules.till import Report, TillDay, name_of

GAP, WIDE = Space(12), Space(24)


def report_document(config: HallConfig, report: Report, *, copy: bool = False) -> Document:
    """The figures of a till as a document: a Z report when its day is closed, else an X report."""
    opened = report.till_day
    closed = opened if opened is not None and opened.closed_at is not None else None
    parts = [
        *_head(config, report, closed, copy=copy),
        *_receipts(report),
        *_ways(report),
        *_drawer(report),
        *(_count(closed) if closed else ()),
        *_ledgers(report),
        *(_signature() if closed else ()),
        Cut(),
    ]
    title = f"{say('z' if closed else 'x')} {name_of(report.till)} {report.number}"
    return Document(title, "nl", tuple(parts))


def _head(config: HallConfig, report: Report, closed: TillDay | None, *, copy: bool) -> Iterator[Part]:
    if copy:
        yield Line(say("copy"), Size.LARGE, bold=True, align=Align.CENTRE)
        yield GAP
    yield Line(config.municipality, bold=True)
    yield WIDE
    yield Line(say("z" if closed else "x"), Size.LARGE, bold=True)
    yield Line(say("z_means" if closed else "x_means"), Size.SMALL)
    yield GAP
    till = name_of(report.till)
    yield Line(say("till_day", till=till[:1].upper() + till[1:], number=report.number), bold=True)
    yield from _when(config, report, closed)


def _when(config: HallConfig, report: Report, closed: TillDay | None) -> Iterator[Part]:
    opened = report.till_day
    if opened is None:
        yield Line(say("not_opened"))
    else:
        yield Line(in_full(opened.day))
        yield Line(say("opened", moment=moment(config, opened.opened_at), clerk=opened.opened_by or "-"), Size.SMALL)
    if closed is not None and closed.closed_at is not None:
        yield Line(say("closed", moment=moment(config, closed.closed_at), clerk=closed.closed_by or "-"), Size.SMALL)
    else:
        yield Line(say("at", moment=moment(config, report.at)), Size.SMALL)


def _section(key: str) -> Iterator[Part]:
    yield from (WIDE, Line(say(key), bold=True), Rule(wide=True), Space(8))


def _receipts(report: Report) -> Iterator[Part]:
    yield from _section("receipts")
    yield Pair(say("receipts"), str(report.receipts))
    yield Pair(say("refunds"), str(report.refunds))
    yield Pair(say("corrections"), str(report.corrections))
    if report.first:
        yield Pair(say("first"), report.first)
        yield Pair(say("last"), report.last)


def _ways(report: Report) -> Iterator[Part]:
    yield from _section("paid")
    for method in Method:
        yield Pair(say(f"paid_{method.value}"), amount(report.paid.get(method.value, 0)))
    yield Pair(say("total"), amount(sum(report.paid.values())), bold=True)


def _drawer(report: Report) -> Iterator[Part]:
    yield from _section("drawer")
    yield Pair(say("float"), amount(report.till_day.float_cents if report.till_day else 0))
    yield Pair(say("cash_in"), amount(report.paid.get(Method.CASH.value, 0)))
    if report.in_cents:
        yield Pair(say("put_in"), amount(report.in_cents))
    if report.out_cents:
        yield Pair(say("taken_out"), amount(report.out_cents))
    yield Pair(say("expected"), euro(report.expected_cents), bold=True)


def _count(closed: TillDay) -> Iterator[Part]:
    yield from _section("counted")
    for each in closed.counted:
        yield Pair(say("count", pieces=each.pieces, amount=amount(each.cents)), amount(each.pieces * each.cents))
    yield Pair(say("counted"), euro(closed.counted_cents), bold=True)
    yield Space(8)
    yield Pair(say("difference"), euro(closed.difference_cents), Size.LARGE, bold=True)
    if closed.remark:
        yield Line(say("remark", remark=clean(closed.remark)))


def _ledgers(report: Report) -> Iterator[Part]:
    yield from _section("ledgers")
    for each in report.booked:
        yield Pair(f"{clean(each.ledger) or say('no_ledger')} ({each.pieces})", amount(each.cents))
    yield Pair(say("total"), amount(sum(each.cents for each in report.booked)), bold=True)
    for percent, cents, vat in report.taxed:
        yield Pair(say("vat", percent=percent, net=amount(cents - vat)), amount(vat), Size.SMALL)


def _signature() -> Iterator[Part]:
    yield from (Space(48), Line(say("signature"), Size.SMALL), Space(80), Rule(wide=True))

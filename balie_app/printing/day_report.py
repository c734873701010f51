"""The figures of a day on paper (`hall.md` section 9). For staff, so in Dutch; nothing on it is about a person."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from balie_app.paths import resource
from balie_app.printing.documents import Cut, Document, Line, Pair, Part, Rule, Size, Space, clean
from balie_app.printing.money_texts import in_full, moment
from balie_app.printing.stationery import GAP, WIDE, foot, head
from balie_app.printing.texts import words
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.slips import DayReport

Figures = dict[str, Any]


def day_report_document(config: HallConfig, report: DayReport, *, copy: bool = False) -> Document:
    """How the day went."""
    spoken, found = words("nl"), report.figures
    parts = [
        *head(config, spoken, copy=copy),
        *_about(config, report),
        *_visits(found),
        *_waiting(found),
        *_within(found),
        *_bands(found),
        *_talks(found),
        *_come_backs(found),
        *_forecast(found),
        WIDE,
        Line(_say("means"), Size.SMALL),
        *foot(config, spoken),
        Cut(),
    ]
    return Document(f"{_say('title')} {report.day:%d-%m-%Y}", "nl", tuple(parts))


@cache
def _texts() -> dict[str, Any]:
    with resource("texts", "day_report.toml").open("rb") as file:
        return tomllib.load(file)


def _say(key: str, **facts: object) -> str:
    return str(_texts()[key]).format(**facts)


def _about(config: HallConfig, report: DayReport) -> Iterator[Part]:
    yield Line(_say("title"), Size.LARGE, bold=True)
    yield Line(in_full(report.day), bold=True)
    yield Line(clean(config.name))
    yield Line(_say("until", moment=moment(config, report.at)), Size.SMALL)


def _section(key: str) -> Iterator[Part]:
    yield from (WIDE, Line(_say(key), bold=True), Rule(wide=True), Space(8))


def _number(value: float | None) -> str:
    """A count or minutes, with at most one decimal; a dash where there is nothing to count."""
    if value is None:
        return _say("unknown")
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.1f}".replace(".", ",")


def _percent(share: float | None) -> str:
    return _say("unknown") if share is None else f"{_number(round(share * 100, 1))} %"


def _visits(found: Figures) -> Iterator[Part]:
    yield from _section("visits")
    for key in ("arrived", "served", "left", "missed", "open"):
        yield Pair(_say(key), _number(found[key]))
    yield Pair(_say("quick"), _number(found["quick_contacts"]))


def _waiting(found: Figures) -> Iterator[Part]:
    yield from _section("waiting")
    for key in ("count", "mean", "median", "p90", "max"):
        yield Pair(_say(key), _number(found["waiting"][key]), bold=key == "mean")


def _within(found: Figures) -> Iterator[Part]:
    yield from _section("norms")
    for key in ("appointment", "walk_in"):
        part = found["within_norm"][key]
        yield Pair(_say(key), f"{_number(part['within'])} / {_number(part['called'])} · {_percent(part['share'])}")
        if part["target"] is not None:
            yield Line(_say("goal", target=_percent(part["target"])), Size.SMALL)


def _bands(found: Figures) -> Iterator[Part]:
    if not found["within_norm"]["appointment"]["called"]:
        return
    yield from _section("bands")
    for band in found["appointment_bands"]:
        low, high = band["from"], band["to"]
        key = "early" if low is None else "later" if high is None else "band"
        yield Pair(_say(key, low=low, high=high), _number(band["count"]))


def _talks(found: Figures) -> Iterator[Part]:
    yield from _section("talks")
    yield Pair(_say("conversations"), _number(found["conversations"]))
    for key in ("walking", "service", "set_aside"):
        yield Pair(_say(key), _number(found[key]["mean"]))
    once = found["first_contact"]
    yield Pair(_say("first_contact"), _percent(once["share"]))
    if once["target"] is not None:
        yield Line(_say("goal", target=_percent(once["target"])), Size.SMALL)
    yield Pair(_say("referrals"), _number(found["referrals"]["count"]))
    yield Pair(_say("referred_again"), _number(found["referrals"]["more_than_one"]))


def _come_backs(found: Figures) -> Iterator[Part]:
    backs = found["come_backs"]
    yield from _section("come_backs")
    yield Pair(_say("all_come_backs"), f"{_number(backs['count'])} · {_percent(backs['share'])}", bold=True)
    if backs["target"] is not None:
        yield Line(_say("goal", target=_percent(backs["target"])), Size.SMALL)
    for reason, count in backs["reasons"].items():
        yield Pair(_texts()["reasons"].get(reason, clean(reason)), _number(count))


def _forecast(found: Figures) -> Iterator[Part]:
    told = found["forecast"]
    if not told["told"]:
        return
    yield from _section("forecast")
    yield Pair(_say("told"), _number(told["told"]))
    yield Pair(_say("inside"), _percent(told["inside"]))
    yield Pair(_say("much_later"), _percent(told["much_later"]))
    yield GAP

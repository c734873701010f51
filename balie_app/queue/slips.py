"""What stands on a slip or a day report, kept with the print job, so that printing needs no second look at the hall."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from balie_app.queue.rules.slips import DAY_REPORT, Phrase, Slip, SlipKind

SLIPS = frozenset(SlipKind) | {DAY_REPORT}
"""Kinds of print jobs that are slips or reports."""


@dataclass(frozen=True, slots=True)
class DayReport:
    """The figures of a day as they were at a moment."""

    day: date
    at: datetime
    figures: dict[str, Any]
    """As ``queue/figures`` gives them, without the definitions."""


def slip_text(slip: Slip) -> str:
    """The slip as the text that a print job keeps; what is empty is left out."""
    found = {name: value for name, value in asdict(slip).items() if value}
    moments = {name: each.isoformat() for name, each in found.items() if isinstance(each, datetime)}
    return json.dumps(found | moments, ensure_ascii=False)


def slip_paper(text: str) -> Slip:
    """The inverse of :func:`slip_text`."""
    data: dict[str, Any] = json.loads(text)
    for name in {"products", "things", "again"} & data.keys():
        data[name] = tuple(Phrase(**each) for each in data[name])
    for name in {"at", "when"} & data.keys():
        data[name] = datetime.fromisoformat(data[name]).astimezone(UTC)
    if "place" in data:
        data["place"] = Phrase(**data["place"])
    return Slip(**{**data, "kind": SlipKind(data["kind"])})


def report_text(report: DayReport) -> str:
    """The report as the text that a print job keeps."""
    about = {"day": report.day.isoformat(), "at": report.at.isoformat()}
    return json.dumps({**about, "figures": report.figures}, ensure_ascii=False)


def report_paper(text: str) -> DayReport:
    """The inverse of :func:`report_text`."""
    data: dict[str, Any] = json.loads(text)
    at = datetime.fromisoformat(data["at"]).astimezone(UTC)
    return DayReport(date.fromisoformat(data["day"]), at, data["figures"])

"""The comparison as a table for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from balie_app.bench.order.rules import RULES

HEAD = (
    *("regel", "≤ 5 min", "per soort", "te laat p95/p99", "inloop gem/p90/p95", "× eerst", "p95 × eerst"),
    *("ingehaald", "kosten", "kosten − München"),
)


def text(report: dict[str, Any]) -> str:
    """All of it, as lines."""
    return "\n".join([*_heading(report), *_rows(report), "", *_targets(report), ""])


def _heading(report: dict[str, Any]) -> Iterator[str]:
    seeds, how = report["seeds"], "met numba" if report["compiled"] else "zonder numba"
    yield (
        f"{report['hall']}, belasting {report['load']}: {report['counters']} plekken,"
        f" {report['visitors']:.0f} bezoekers per dag, dagen {seeds[0]} tot en met {seeds[1]}, {how}"
    )
    yield ""


def _rows(report: dict[str, Any]) -> Iterator[str]:
    labels = {each.name: each.label for each in RULES}
    table = [HEAD, *(_row(labels[name], found) for name, found in report["rules"].items())]
    widths = [max(len(row[index]) for row in table) for index in range(len(HEAD))]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(label: str, found: dict[str, Any]) -> tuple[str, ...]:
    ratios, apart = found["ratios"], found["paired"].get("munich", {}).get("cost")
    return (
        label,
        f"{found['in_time']:.1f} %",
        "/".join(f"{each:.0f}" for each in found["in_time_by_kind"]),
        f"{found['late_p95']:.1f}/{found['late_p99']:.1f}",
        f"{found['walk_mean']:.1f}/{found['walk_p90']:.1f}/{found['walk_p95']:.1f}",
        *(_ratio(ratios.get(name)) for name in ("walk_mean_first-come", "walk_p95_first-come")),
        f"{found['overtaken']:.2f}",
        f"{found['cost']:.1f}",
        "" if apart is None else f"{apart[0]:+.2f} ± {apart[1]:.2f}",
    )


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _targets(report: dict[str, Any]) -> Iterator[str]:
    for each in report["targets"]:
        yield f"{'gehaald' if each['met'] else 'niet gehaald':<13} {each['label']}: {each['reached']:.2f}"
    if report["targets"]:
        yield "De doelen gelden voor vooruitkijken. Achteraf is een grens die door zoeken gevonden is, geen bewijs."

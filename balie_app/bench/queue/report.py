"""Findings as lines for people and as JSON."""

from __future__ import annotations

import os
from typing import Any

from balie_app.bench.measure import Figure
from balie_app.bench.queue.steps import Findings

TARGETS = {
    "sqlite": {"issue": 2.0, "call": 3.0, "rate": 300.0},
    "postgresql": {"issue": 4.0, "call": 5.0, "rate": 600.0},
}
"""Milliseconds (median) and steps a second."""
SAME = 1.5
WORST_MS = 250.0


def lines(found: Findings, kind: str) -> list[str]:
    """The report for people: each figure beside its target."""
    target = TARGETS[kind]
    floor = found.floor.median if found.floor else 0.0
    told = [_line("bodem: opslag en commit", found.floor, floor, None)] if found.floor else []
    for name, label, figures in (("issue", "nummer geven", found.issue), ("call", "volgende roepen", found.call)):
        told += [_line(f"{label}, {count} wachtend", each, floor, target[name]) for count, each in figures.items()]
        told.append(f"{'  traagste / snelste van deze':<40} {_spread(figures):6.2f} ×          (doel ≤ {SAME} ×)")
    if found.old:
        told += [
            _line("nummer geven, met oude contacten", found.old[0], floor, target["issue"]),
            _line("volgende roepen, met oude contacten", found.old[1], floor, target["call"]),
        ]
    told += [_line(f"beeld van de hal, {count} wachtend", each, floor, None) for count, each in found.view.items()]
    if found.sustained:
        rate, step = found.sustained.steps_per_second, found.sustained.step
        told.append(f"{'stations tegelijk':<40} {rate:6.0f} stappen/s   (doel ≥ {target['rate']:.0f})")
        told.append(
            f"{'  traagste stap':<40} {step.worst:6.1f} ms; 99 % binnen {step.p99:.1f} ms (doel < {WORST_MS:.0f})"
        )
        told.append(f"{'  storingen':<40} {found.sustained.troubles:6d}            (doel 0)")
    told.append(f"{'geheugen erbij':<40} {found.grown_mib:6.1f} MiB")
    told.append(
        f"{'belasting van de machine':<40} {found.load:6.1f} op {os.cpu_count()} kernen (boven dat getal: meet opnieuw)"
    )
    return told


def _line(label: str, figure: Figure, floor: float, target: float | None) -> str:
    times = figure.median / floor if floor else 0.0
    wanted = f" (doel ≤ {target:g} ms)" if target else ""
    return f"{label:<40} {figure.median:6.2f} ms  p99 {figure.p99:6.2f}  {times:5.1f} × bodem{wanted}"


def _spread(figures: dict[int, Figure]) -> float:
    medians = [each.median for each in figures.values()]
    return max(medians) / min(medians) if medians else 0.0


def as_json(found: Findings, kind: str) -> dict[str, Any]:
    """The same for a program."""
    data: dict[str, Any] = {
        "database": kind,
        "targets": TARGETS[kind],
        "issue_ms": {str(count): each.plain() for count, each in found.issue.items()},
        "call_ms": {str(count): each.plain() for count, each in found.call.items()},
        "view_ms": {str(count): each.plain() for count, each in found.view.items()},
        "issue_spread": round(_spread(found.issue), 3),
        "call_spread": round(_spread(found.call), 3),
        "memory_grown_mib": round(found.grown_mib, 1),
        "machine_load": round(found.load, 1),
        "machine_cores": os.cpu_count(),
    }
    if found.floor:
        data["floor_ms"] = found.floor.plain()
    if found.old:
        data["old"] = {"issue_ms": found.old[0].plain(), "call_ms": found.old[1].plain()}
    if found.sustained:
        crowd = found.sustained
        data["sustained"] = {"steps_per_second": round(crowd.steps_per_second), "step_ms": crowd.step.plain()}
        data["sustained"]["troubles"] = crowd.troubles
    return data

"""The rules that can be compared, and what they make of days with appointments and without."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.dispatch.day import Day, Rule
from balie_app.queue.dispatch.kernel import BY_CLASS, FIRST_COME, INDEX, MUNICH, NEVER, STRICT
from balie_app.queue.experiment.lines import WrongLine
from balie_app.queue.experiment.waits import NINETY, Figure, figure, rank
from balie_app.queue.rules.choose import strictness

RULES: dict[str, tuple[int, str]] = {
    "index": (INDEX, "Balie: wie het dringendst is"),
    "first-come": (FIRST_COME, "wie het eerst komt"),
    "strict": (STRICT, "afspraken altijd eerst, op hun tijd"),
    "by-class": (BY_CLASS, "afspraken altijd eerst, op aanmelding"),
    "munich": (MUNICH, "München: afspraken vlak voor hun tijd"),
}
"""By word, as in ``balie bench order``: the policy, and how it is called in a table."""
NINETY_FIVE, NINETY_NINE = 0.95, 0.99


@dataclass(frozen=True, slots=True)
class Kept:
    """How a rule kept its promises, in minutes and shares from 0 to 1; None: there was nobody of that sort."""

    visitors: Figure
    booked_in_time: Figure | None
    """Appointments called before their norm was broken."""
    booked_p95: Figure | None
    """Minutes from the later of appointed time and check-in to the call."""
    booked_p99: Figure | None
    walk_in_mean: Figure | None
    walk_in_p90: Figure | None
    walk_in_longest: Figure | None
    not_called: Figure
    """Visitors whom nobody could help."""

    def plain(self) -> dict[str, Any]:
        """For a JSON file."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: None if held is None else held.plain() for name, held in found.items()}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One day under one rule: the day, and the minute of each call (NEVER: not called)."""

    day: Day
    called: NDArray[np.float64]


def kept(outcomes: Sequence[Outcome]) -> Kept:
    """The figures of a rule over days that were repeated."""
    return Kept(
        figure([float(each.day.comes.sum()) for each in outcomes]),
        _over(outcomes, _in_time),
        _over(outcomes, lambda each: _share(_booked(each), NINETY_FIVE)),
        _over(outcomes, lambda each: _share(_booked(each), NINETY_NINE)),
        _over(outcomes, lambda each: _mean(_walk_in(each))),
        _over(outcomes, lambda each: _share(_walk_in(each), NINETY)),
        _over(outcomes, lambda each: _share(_walk_in(each), 1.0)),
        figure([float((each.day.comes & (each.called >= NEVER)).sum()) for each in outcomes]),
    )


def _over(outcomes: Sequence[Outcome], of: Callable[[Outcome], float | None]) -> Figure | None:
    values = [found for each in outcomes if (found := of(each)) is not None]
    return figure(values) if values else None


def _there(each: Outcome) -> NDArray[np.bool_]:
    return each.day.comes & (each.called < NEVER)


def _ready(each: Outcome) -> NDArray[np.float64]:
    return each.day.arrival if each.day.ready is None else each.day.ready


def _booked(each: Outcome) -> NDArray[np.float64]:
    there = _there(each) & each.day.is_booked
    waited: NDArray[np.float64] = (each.called - np.maximum(each.day.appointment, _ready(each)))[there]
    return np.maximum(waited, 0.0)


def _walk_in(each: Outcome) -> NDArray[np.float64]:
    waited: NDArray[np.float64] = (each.called - _ready(each))[_there(each) & ~each.day.is_booked]
    return waited


def _in_time(each: Outcome) -> float | None:
    """Of all appointments that came; one that was never called is not in time."""
    booked = each.day.comes & each.day.is_booked
    return float((each.called <= each.day.due_at)[booked].mean()) if booked.any() else None


def _mean(values: NDArray[np.float64]) -> float | None:
    return float(values.mean()) if len(values) else None


def _share(values: NDArray[np.float64], share: float) -> float | None:
    return rank(values, share) if len(values) else None


# -- words ------------------------------------------------------------------------------------------


def chosen(words: Sequence[str], slider: float) -> dict[str, Rule]:
    """The rules of these words; all of them without words."""
    for word in words:
        if word not in RULES:
            raise WrongLine(f"De regel {word} kent Balie niet. Kies uit: {', '.join(RULES)}.")
    return {word: Rule(RULES[word][0], strictness(slider)) for word in (words or RULES)}


COLUMNS = (
    ("bezoekers", "visitors", "{:.0f}", 1),
    ("op tijd", "booked_in_time", "{:.1f} %", 100),
    ("95 % binnen", "booked_p95", "{:.1f}", 1),
    ("99 % binnen", "booked_p99", "{:.1f}", 1),
    ("gemiddeld", "walk_in_mean", "{:.1f}", 1),
    ("90 % binnen", "walk_in_p90", "{:.1f}", 1),
    ("langste", "walk_in_longest", "{:.0f}", 1),
)
"""Title, field, form, factor."""
CELL = 13


def table(title: str, found: dict[str, Kept], names: dict[str, str]) -> str:
    """The rules under each other, for a person to read."""
    width = max(len(names[each]) for each in found) + 2
    groups = f"{'':{width + CELL}}{'met afspraak':^{3 * CELL}}{'zonder afspraak, minuten':^{3 * CELL}}"
    head = " " * width + "".join(f"{title:>{CELL}}" for title, *_ in COLUMNS)
    rows = [
        f"{names[word]:{width}}" + "".join(_cell(held, *column[1:]) for column in COLUMNS)
        for word, held in found.items()
    ]
    lost = [
        f"  {names[word]}: {held.not_called.value:.1f} bezoekers per dag konden nergens terecht."
        for word, held in found.items()
        if held.not_called.value
    ]
    return "\n".join(["", title, "", groups.rstrip(), head, *rows, *lost, ""])


def _cell(held: Kept, name: str, form: str, factor: float) -> str:
    value: Figure | None = getattr(held, name)
    text = "-" if value is None else form.format(value.value * factor).replace(".", ",")
    return f"{text:>{CELL}}"


def csv_text(found: dict[str, Kept]) -> str:
    """A line per rule; minutes and shares from 0 to 1."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = [each.name for each in fields(Kept)]
    writer.writerow(["rule", *(column for name in names for column in (name, f"{name}_plus_minus"))])
    for word, held in found.items():
        values = [getattr(held, name) for name in names]
        cells = [["", ""] if each is None else [f"{each.value:.4f}", f"{each.within:.4f}"] for each in values]
        writer.writerow([word, *(cell for pair in cells for cell in pair)])
    return out.getvalue()

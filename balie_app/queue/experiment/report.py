"""The outcome of a real day as text for people, and as CSV and JSON for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from balie_app.queue.experiment.byrule import DEPARTMENTS, SERIES_STEP, Arranged, Comparison
from balie_app.queue.experiment.waits import Figure, Waits

NAMES = {
    "recorded": "gemeten op de dag zelf",
    DEPARTMENTS: "per afdeling, nagespeeld",
    "same": "naar soort contact, ieder alleen het eigen werk",
    "neighbours": "naar soort contact, ieder één zaak erbij",
    "generalists": "naar soort contact, alle zaken van dat soort",
}
WIDTH = max(map(len, NAMES.values())) + 2
COLUMNS = ((12, "gemiddeld"), (13, "90 % binnen"), (9, "langste"), (10, "≤ 15 min"), (10, "≤ 30 min"))
HEAD = " " * WIDTH + "".join(f"{name:>{width}}" for width, name in COLUMNS) + "   langst wachtende rij"
LONGER_BY = 1.0
"""Minutes: a queue waits longer when its mean grows by more than this."""
FORMAT = "balie simulate real 1"


def everyone(found: Comparison) -> dict[str, Arranged]:
    """All arrangements by name, the record first."""
    return {"recorded": found.recorded, **found.arranged}


def table(found: Comparison) -> str:
    """One day for a person to read, in minutes."""
    day = found.day
    lines = [
        "",
        f"{day.name} · {len(day.tickets)} bezoekers · {len(day.queues)} rijen · {times(len(found.seeds))}",
        "",
        HEAD,
        *(f"{NAMES[name]:{WIDTH}}{_row(each.waits)}" for name, each in everyone(found).items()),
        "",
        *(f"  {line}" for line in (*calibration_lines(found), *price_lines(found), *day.remarks)),
        "",
    ]
    return "\n".join(lines)


def times(count: int) -> str:
    """How often a day was repeated, in words."""
    return f"{count} keer nagespeeld" if count > 1 else "één keer nagespeeld"


def _row(held: Waits) -> str:
    mean = decimal(held.mean.value) + (f" ± {decimal(held.mean.within)}" if held.mean.within else "")
    return (
        f"{mean:>12}{decimal(held.p90.value):>13}{held.longest.value:>9.0f}"
        f"{percent(held.within_15):>10}{percent(held.within_30):>10}   {held.worst_queue} {decimal(held.worst_mean)}"
    )


def calibration(found: Comparison) -> dict[str, Any]:
    """How far the departments played again are from what was recorded, in minutes (positive: waits too long)."""
    said, held = found.recorded.waits, found.arranged[DEPARTMENTS].waits
    errors = {queue: held.by_queue[queue].mean - each.mean for queue, each in said.by_queue.items()}
    visitors = {queue: each.visitors for queue, each in said.by_queue.items()}
    off = sum(abs(error) * visitors[queue] for queue, error in errors.items()) / sum(visitors.values())
    worst = max(errors, key=lambda queue: abs(errors[queue]))
    return {
        "mean_error": round(held.mean.value - said.mean.value, 2),
        "p90_error": round(held.p90.value - said.p90.value, 2),
        "within_15_error": round(held.within_15.value - said.within_15.value, 4),
        "within_30_error": round(held.within_30.value - said.within_30.value, 4),
        "queue_error": round(off, 2),
        "worst_queue": {"queue": worst, "error": round(errors[worst], 2)},
        "by_queue": {
            queue: {
                "visitors": each.visitors,
                "recorded_mean": round(each.mean, 2),
                "simulated_mean": round(held.by_queue[queue].mean, 2),
                "recorded_p90": round(each.p90, 2),
                "simulated_p90": round(held.by_queue[queue].p90, 2),
            }
            for queue, each in said.by_queue.items()
        },
    }


def calibration_lines(found: Comparison) -> Iterator[str]:
    """The error of the calibration, in words."""
    error = calibration(found)
    worst = error["worst_queue"]
    yield (
        f"IJking (nagespeeld tegen gemeten): gemiddelde {signed(error['mean_error'])}, 90 % binnen "
        f"{signed(error['p90_error'])}; een rij zit er gemiddeld {decimal(error['queue_error'])} minuten naast, "
        f"rij {worst['queue']} het meest ({signed(worst['error'])})."
    )


def price_lines(found: Comparison) -> Iterator[str]:
    """What it costs: queues that wait longer than with departments, and work after hours."""
    before = found.arranged[DEPARTMENTS].waits.by_queue
    for name, each in found.arranged.items():
        longer = [
            f"{queue} ({decimal(before[queue].mean)} → {decimal(held.mean)})"
            for queue, held in each.waits.by_queue.items()
            if held.mean > before[queue].mean + LONGER_BY
        ]
        if longer:
            yield f"Langer wachten dan per afdeling, {NAMES[name].split(', ')[-1]}: rij {', '.join(longer)}."
    over = "; ".join(
        f"{NAMES[name]}: {each.overtime.value:.0f}" for name, each in found.arranged.items() if name != "same"
    )
    yield f"Baliebezetting {found.open_minutes} minuten; gewerkt buiten die uren om iedereen te helpen: {over}."


def plain(found: Comparison, series: bool = False) -> dict[str, Any]:
    """One day for a JSON file. Minutes; shares from 0 to 1; moments in minutes since midnight. ``series`` adds how many
    people waited in each queue through the day."""
    arranged = {name: _plain(each, series) for name, each in found.arranged.items()}
    return {
        "day": found.day.name,
        "source": found.day.source,
        "visitors": len(found.day.tickets),
        "queues": {
            queue: {
                "matter": found.day.matters[queue].english,
                "dutch_product": found.day.matters[queue].product,
                "contact_type": found.day.matters[queue].contact_type,
                "mean_service_minutes": round(found.day.measured[queue].mean or 0.0, 3),
            }
            for queue in found.day.queues
        },
        "remarks": list(found.day.remarks),
        "open_counter_minutes": found.open_minutes,
        "work_minutes": found.work.plain(),
        **({"series_begin": found.begins, "series_step": SERIES_STEP} if series else {}),
        "recorded": _plain(found.recorded, series),
        "departments": arranged.pop(DEPARTMENTS),
        "by_contact_type": arranged,
        "calibration": calibration(found),
    }


def _plain(each: Arranged, series: bool) -> dict[str, Any]:
    return {
        **each.waits.plain(),
        "overtime_counter_minutes": each.overtime.plain(),
        "ends": each.ends.plain(),
        "visitors_by_ten_minutes": list(each.spread),
        **(
            {"waiting": {queue: [round(n, 1) for n in line] for queue, line in each.by_queue.items()}} if series else {}
        ),
    }


def document(
    found: Sequence[Comparison], fitted: dict[str, dict[str, float]] | None = None, series: bool = False
) -> dict[str, Any]:
    """All days for a JSON file; ``fitted`` are the factors by day and queue, when lengths were fitted."""
    first = found[0]
    return {
        "format": FORMAT,
        "settings": {"seeds": list(first.seeds), **first.settings, "fitted": fitted is not None},
        "fitted_factors": fitted or {},
        "days": [plain(each, series) for each in found],
        "together": together(found),
    }


def together(found: Sequence[Comparison]) -> dict[str, dict[str, float]]:
    """All days as one, weighed by visitors: means and shares (a percentile of several days has no such sum)."""
    total = sum(len(each.day.tickets) for each in found)
    names = ("mean", "within_15", "within_30", "within_norm")
    return {
        arrangement: {
            name: round(sum(_value(each, arrangement, name) * len(each.day.tickets) for each in found) / total, 4)
            for name in names
        }
        for arrangement in everyone(found[0])
    }


def _value(found: Comparison, arrangement: str, name: str) -> float:
    held: Figure = getattr(everyone(found)[arrangement].waits, name)
    return held.value


CSV_COLUMNS = (
    *("day", "arrangement", "queue", "visitors", "mean", "plus_minus", "median", "p90", "longest"),
    *("within_15", "within_30", "within_norm", "overtime_counter_minutes"),
)


def csv_text(found: Sequence[Comparison]) -> str:
    """A line per day and arrangement, and one per queue (which has no shares)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for each in found:
        for name, arranged in everyone(each).items():
            writer.writerow([each.day.name, name, "", *_cells(arranged)])
            for queue, held in arranged.waits.by_queue.items():
                cells = [held.visitors, f"{held.mean:.2f}", "", "", f"{held.p90:.2f}"]
                writer.writerow([each.day.name, name, queue, *cells, *[""] * 5])
    return out.getvalue()


def _cells(arranged: Arranged) -> list[object]:
    held = arranged.waits
    minutes = (held.mean.value, held.mean.within, held.median.value, held.p90.value, held.longest.value)
    shares = (held.within_15.value, held.within_30.value, held.within_norm.value)
    return [
        held.visitors,
        *(f"{each:.2f}" for each in minutes),
        *(f"{each:.4f}" for each in shares),
        f"{arranged.overtime.value:.0f}",
    ]


def decimal(value: float) -> str:
    """One decimal, with a Dutch comma."""
    return f"{value:.1f}".replace(".", ",")


def signed(value: float) -> str:
    """With its sign and unit."""
    return f"{value:+.1f} min".replace(".", ",").replace("-", "−")


def percent(share: Figure) -> str:
    """A share in whole per cents."""
    return f"{share.value:.0%}".replace("%", " %")

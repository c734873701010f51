"""The figures of ``balie bench forecast`` as lines on the screen."""

from __future__ import annotations

from typing import Any

from balie_app.bench.forecast.scores import TARGETS

NAMES = {
    "munich": "München, met de geleerde duur",
    "munich_default": "München, met 12 minuten",
    "last_wait": "laatst opgeroepene (LES)",
    "head_of_line": "voorste in de rij (HOL)",
    "queue_length": "lengte van de rij",
    "capable_queue": "lengte van de rij, bevoegde balies",
    "sampled": "Balie: nagespeelde toekomsten",
    "quick": "Balie: eenmaal gespeeld",
}


def lines(found: dict[str, Any]) -> list[str]:
    """Everything, in Dutch."""
    first, last = found["seeds"]
    told = [
        f"Hal {found['hall']}, drukte {_number(found['load'])}, dagen {first} tot en met {last}, strengheid "
        f"{_number(found['strictness'])}: {found['walk_ins']} bezoekers zonder afspraak.",
        f"Zij wachtten gemiddeld {_number(found['wait_mean'], 1)} minuten (p90 {_number(found['wait_p90'], 1)}); "
        f"{_percent(found['no_wait'])} kon meteen doorlopen.",
        f"Duren geleerd uit {found['learned_days']} eerdere dagen: "
        + ", ".join(_number(each, 1) for each in found["learned_minutes"])
        + " minuten.",
        "",
        f"{'gemiddeld ernaast, in minuten':<40}",
    ]
    told += [_error(name, each) for name, each in found["formulas"].items()]
    told += [_error(name, found[name]["error"]) for name in ("sampled", "quick")]
    told += ["", f"{'':<46}{'nagespeeld':>11}{'eenmaal':>9}   doel"]
    told += [_both(found, *row) for row in _ROWS]
    floor = found["floor"]
    parts = f"{_number(floor['munich_ratio'])} en {_number(floor['simple_ratio'])}"
    told += [
        "",
        "Wie hetzelfde weet en de duren precies kent, zit er gemiddeld "
        f"{_number(floor['error'])} minuten naast: {parts}.",
    ]
    told.append(f"{_number(found['ms'], 1)} ms rekentijd voor elke voorspelling van {found['futures']} toekomsten")
    return told


_ROWS = (
    ("fout ten opzichte van München", "munich_ratio", False),
    ("fout ten opzichte van de beste eenvoudige formule", "simple_ratio", False),
    ("80 %-bereik klopte, van wie moest wachten", "covered", True),
    ("80 %-bereik klopte, van iedereen", "covered_all", True),
    ("wachttijd lag in wat is gezegd", "told_inside", True),
    ("wachtte meer dan 5 min langer dan gezegd", "much_later", True),
)


def _error(name: str, minutes: float) -> str:
    return f"  {NAMES[name]:<40}{_number(minutes):>8}"


def _both(found: dict[str, Any], label: str, key: str, percent: bool) -> str:
    shown = [_percent(found[name][key]) if percent else _number(found[name][key]) for name in ("sampled", "quick")]
    return f"{label:<50}{shown[0]:>7}{shown[1]:>9}   {TARGETS.get(key, '')}".rstrip()


def _number(value: float | None, digits: int = 2) -> str:
    return "–" if value is None else f"{value:.{digits}f}".replace(".", ",")


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f} %"

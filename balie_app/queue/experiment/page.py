"""The outcome as part of a Markdown page: tables between two marks, made again by the command, never typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from balie_app.queue.experiment.byrule import DEPARTMENTS, Arranged, Comparison
from balie_app.queue.experiment.lines import WrongLine
from balie_app.queue.experiment.picture import short_date
from balie_app.queue.experiment.report import calibration, decimal, everyone, percent, price_lines, signed, together

REMARKS = "kanttekeningen"
TITLES = {
    "recorded": "gemeten",
    DEPARTMENTS: "per afdeling, nagespeeld",
    "same": "soort contact: eigen werk",
    "neighbours": "soort contact: één zaak erbij",
    "generalists": "soort contact: het hele soort",
}


def write_part(page: Path, part: str, content: str) -> None:
    """Put the content between the page's marks ``<!-- part -->`` and ``<!-- /part -->``."""
    text = page.read_text(encoding="utf-8")
    begin, end = f"<!-- {part} -->\n", f"<!-- /{part} -->\n"
    if begin not in text or end not in text:
        raise WrongLine(f"In {page} staan de merktekens <!-- {part} --> en <!-- /{part} --> niet.", 1)
    before, rest = text.split(begin, 1)
    _, after = rest.split(end, 1)
    page.write_text(f"{before}{begin}{content}{end}{after}", encoding="utf-8")


def fill(target: str, found: Sequence[Comparison], factors: dict[str, dict[str, float]] | None = None) -> None:
    """Fill a part of a page, given as "page.md#part": "kanttekeningen" gets what is odd, other parts get the tables."""
    page, _, part = target.partition("#")
    if not part:
        raise WrongLine(f"--page {target} noemt geen deel. Schrijf bijvoorbeeld pagina.md#uitkomst.")
    write_part(Path(page), part, remarks(found) if part == REMARKS else content(found, factors))


def content(found: Sequence[Comparison], factors: dict[str, dict[str, float]] | None = None) -> str:
    """The tables of these days; of conversations that were made longer only the waits, for they were never recorded."""
    parts = [
        _summary(found),
        _table(found, "Gemiddeld wachten / 9 van de 10 wachten korter dan (minuten)", _minutes),
        _table(found, "Binnen 15 / binnen 30 minuten opgeroepen", _shares),
    ]
    if found[0].settings["longer"] == 1:
        parts += [
            _table(found, "De rij waar men gemiddeld het langst wacht (minuten)", _worst),
            _calibration(found) if factors is None else _factors(found, factors),
        ]
    return "\n".join(["", *parts])


def remarks(found: Sequence[Comparison]) -> str:
    """What each day's record leaves open, and what the other arrangement costs."""
    lines = [""]
    for each in found:
        lines += [f"**{_day(each)}**", ""]
        lines += [f"- {line}" for line in (*price_lines(each), *each.day.remarks)]
        lines.append("")
    return "\n".join(lines)


def _summary(found: Sequence[Comparison]) -> str:
    visitors = sum(len(each.day.tickets) for each in found)
    all_days = together(found)
    told = [
        f"{TITLES[name]} **{decimal(held['mean'])}** minuten, {held['within_15'] * 100:.0f} % binnen een kwartier"
        for name, held in all_days.items()
        if name != "same"
    ]
    many = f"{visitors:,}".replace(",", ".")
    return f"{len(found)} dagen, {many} bezoekers, gemiddeld: {'; '.join(told)}.\n"


def _table(found: Sequence[Comparison], title: str, cell: Callable[[Arranged], str]) -> str:
    names = list(everyone(found[0]))
    head = ["dag", *(TITLES[name] for name in names)]
    rows = [[_day(each), *(cell(everyone(each)[name]) for name in names)] for each in found]
    return f"{title}:\n\n" + _markdown(head, rows)


def _markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _minutes(held: Arranged) -> str:
    mean = held.waits.mean
    sure = f" ± {decimal(mean.within)}" if mean.within else ""
    return f"{decimal(mean.value)}{sure} / {held.waits.p90.value:.0f}"


def _shares(held: Arranged) -> str:
    return f"{percent(held.waits.within_15)} / {percent(held.waits.within_30)}"


def _worst(held: Arranged) -> str:
    return f"{held.waits.worst_queue} {held.waits.worst_mean:.0f}"


def _calibration(found: Sequence[Comparison]) -> str:
    head = [
        "dag",
        "gemiddelde",
        "9 van de 10",
        "binnen 15 min",
        "een rij, gemiddeld",
        "de rij die er het verst naast zit",
    ]
    rows = []
    for each in found:
        error = calibration(each)
        worst = error["worst_queue"]
        rows.append(
            [
                _day(each),
                signed(error["mean_error"]),
                signed(error["p90_error"]),
                f"{error['within_15_error'] * 100:+.0f} punt".replace("-", "−"),
                f"{decimal(error['queue_error'])} min",
                f"{worst['queue']} {signed(worst['error'])}",
            ]
        )
    return "IJking, nagespeeld min gemeten:\n\n" + _markdown(head, rows)


def _factors(found: Sequence[Comparison], factors: dict[str, dict[str, float]]) -> str:
    queues = sorted({queue for held in factors.values() for queue in held})
    rows = [[_day(each), *(_factor(factors[each.day.name].get(queue)) for queue in queues)] for each in found]
    return "Hoeveel keer zo lang de gesprekken daarvoor moeten duren:\n\n" + _markdown(["dag", *queues], rows)


def _factor(value: float | None) -> str:
    return "" if value is None else decimal(value)


def _day(found: Comparison) -> str:
    return short_date(found.day.name)

"""The comparison as a chart, SVG or PDF: mean waits per day, and of a single day also who waited when."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from reportlab.graphics import renderPDF, renderSVG
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.graphics.shapes import Path as Stroke
from reportlab.lib.colors import Color, HexColor, white

from balie_app.queue.experiment.byrule import DEPARTMENTS, Comparison
from balie_app.queue.experiment.report import decimal, everyone
from balie_app.queue.experiment.rules import Kept

WIDTH, MARGIN, LABELS = 760, 24, 92
BAR_HEIGHT, BAR_GAP, GROUP_GAP = 13, 3, 16
PLOT_HEIGHT = 170
STEP = 10
"""Minutes in a step of the lines."""
FONT, STRONG = "Helvetica", "Helvetica-Bold"
TEXT, QUIET, GRID = HexColor("#10222A"), HexColor("#43545C"), HexColor("#DBE3E6")
SHADES = {
    "recorded": HexColor("#10222A"),
    DEPARTMENTS: HexColor("#8CA3AD"),
    "neighbours": HexColor("#3F9DB8"),
    "generalists": HexColor("#07485C"),
}
"""What is drawn, from dark record to dark blue; "same" is left out: it is the departments again."""
SHORT = {
    "recorded": "gemeten",
    DEPARTMENTS: "per afdeling, nagespeeld",
    "neighbours": "soort contact, één zaak erbij",
    "generalists": "soort contact, het hele soort",
}


class Sheet:
    """A drawing that is filled from the top down; y is counted from the top."""

    def __init__(self, height: float) -> None:
        self.drawing = Drawing(WIDTH, height)
        self.height = height
        self.bar(0, 0, WIDTH, height, white)

    def text(self, x: float, y: float, said: str, size: float = 11, shade: Color = TEXT, bold: bool = False) -> None:
        self._write(String(x, self.height - y, said), size, shade, STRONG if bold else FONT)

    def text_at(self, x: float, y: float, said: str, anchor: Literal["middle", "end"]) -> None:
        """A small quiet text that does not begin at x but has its middle or end there."""
        self._write(String(x, self.height - y, said, textAnchor=anchor), 10, QUIET, FONT)

    def bar(self, x: float, y: float, width: float, height: float, shade: Color) -> None:
        box = Rect(x, self.height - y - height, max(width, 0.8), height)
        box.fillColor, box.strokeColor = shade, None
        self.drawing.add(box)

    def line(self, x: float, y: float, to_x: float, to_y: float, shade: Color, width: float = 0.8) -> None:
        self.drawing.add(Line(x, self.height - y, to_x, self.height - to_y, strokeColor=shade, strokeWidth=width))

    def path(self, points: Sequence[tuple[float, float]], shade: Color, width: float) -> None:
        stroke = Stroke()
        stroke.strokeColor, stroke.strokeWidth, stroke.strokeLineJoin, stroke.fillColor = shade, width, 1, None
        for number, (x, y) in enumerate(points):
            (stroke.lineTo if number else stroke.moveTo)(round(x, 1), round(self.height - y, 1))
        self.drawing.add(stroke)

    def _write(self, string: String, size: float, shade: Color, font: str) -> None:
        string.fontSize, string.fillColor, string.fontName = size, shade, font
        self.drawing.add(string)


def by_day(found: Sequence[Comparison]) -> Drawing:
    """Mean waits of each day under each arrangement; the thin line reaches to where nine in ten had been called."""
    shown = [name for name in SHADES if name in everyone(found[0])]
    group = len(shown) * (BAR_HEIGHT + BAR_GAP) + GROUP_GAP
    plot = PLOT_HEIGHT + 74 if len(found) == 1 else 0
    sheet = Sheet(96 + len(found) * group + 40 + plot)
    sheet.text(MARGIN, 34, "Hoe lang wachten mensen? Per afdeling, of naar soort contact", 17, bold=True)
    sheet.text(
        MARGIN,
        53,
        "Zelfde bezoekers, zelfde werk, evenveel open balies. Balk: gemiddeld; lijn: 9 van de 10 korter. In minuten.",
        11,
        QUIET,
    )
    _legend(sheet, shown, 74)
    longest = max(each.waits.p90.value for day in found for each in everyone(day).values())
    top = 96.0
    scale = _minutes_axis(sheet, longest, top, top + len(found) * group - GROUP_GAP + 6)
    for day in found:
        _day_bars(sheet, day, shown, top, scale)
        top += group
    if plot:
        _waiting(sheet, found[0], shown, top + 52)
    return sheet.drawing


def by_rule(title: str, found: Mapping[str, Kept], names: Mapping[str, str]) -> Drawing:
    """Two columns of bars: appointments called in time, and how long people without one wait."""
    row, top, left = BAR_HEIGHT + 13, 118.0, 300
    sheet = Sheet(top + len(found) * row + 34)
    sheet.text(MARGIN, 34, title, 17, bold=True)
    sheet.text(MARGIN, 53, "Dezelfde bezoekers en dezelfde balies onder elke regel.", 11, QUIET)
    half = (WIDTH - MARGIN - left - 40) / 2
    right = left + half + 40
    sheet.text(left, 92, "Afspraken op tijd", 11, bold=True)
    sheet.text(right, 92, "Inloop: minuten wachten", 11, bold=True)
    sheet.text(right, 106, "balk: gemiddeld; lijn: 9 van de 10", 10, QUIET)
    longest = max((held.walk_in_p90.value for held in found.values() if held.walk_in_p90 is not None), default=1.0)
    for number, (word, held) in enumerate(found.items()):
        y = top + number * row
        shade = SHADES["generalists"] if word in {"index", "replayed"} else SHADES[DEPARTMENTS]
        sheet.text(MARGIN, y + 10, names[word], 11, bold=word == "index")
        if held.booked_in_time is not None:
            sheet.bar(left, y, held.booked_in_time.value * (half - 52), BAR_HEIGHT, shade)
            said = f"{held.booked_in_time.value * 100:.1f} %".replace(".", ",")
            sheet.text(left + held.booked_in_time.value * (half - 52) + 6, y + 10, said, 10)
        if held.walk_in_mean is not None and held.walk_in_p90 is not None:
            scale = (half - 70) / max(longest, 1.0)
            _bar_with_reach(sheet, right, y, (held.walk_in_mean.value, held.walk_in_p90.value), scale, shade)
    return sheet.drawing


def _bar_with_reach(
    sheet: Sheet, left: float, y: float, minutes: tuple[float, float], scale: float, shade: Color, bold: bool = False
) -> None:
    """A bar of the mean, a thin line to where nine in ten had been called, and both numbers behind it."""
    mean, reach, centre = left + minutes[0] * scale, left + minutes[1] * scale, y + BAR_HEIGHT / 2
    sheet.bar(left, y, minutes[0] * scale, BAR_HEIGHT, shade)
    sheet.line(mean, centre, reach, centre, shade, 1)
    sheet.line(reach, centre - 3, reach, centre + 3, shade, 1)
    told = f"{decimal(minutes[0])} · {minutes[1]:.0f}"
    sheet.text(max(mean, reach) + 6, y + 10, told, 10, bold=bold)


def write_picture(drawing: Drawing, path: Path) -> None:
    """Save as .pdf, or else as SVG."""
    if path.suffix.lower() == ".pdf":
        renderPDF.drawToFile(drawing, str(path), "Balie", showBoundary=False)
    else:
        path.write_text(_with_weights(renderSVG.drawToString(drawing)), encoding="utf-8")


def _with_weights(svg: str) -> str:
    """Fonts as browsers name them: a family with others to fall back on, and a weight."""
    family = "font-family: Helvetica, Arial, sans-serif"
    strong = f"{family}; font-weight: bold;"
    return svg.replace(f"font-family: {STRONG};", strong).replace(f"font-family: {FONT};", f"{family};")


def _legend(sheet: Sheet, shown: Sequence[str], y: float) -> None:
    x = float(MARGIN)
    for name in shown:
        sheet.bar(x, y - 9, 11, 11, SHADES[name])
        sheet.text(x + 16, y, SHORT[name], 11)
        x += 16 + 5.6 * len(SHORT[name]) + 22


def _minutes_axis(sheet: Sheet, longest: float, top: float, bottom: float) -> float:
    """Grid lines with minutes; answers pixels per minute."""
    step = next(each for each in (5, 10, 20, 30, 60, 120, 100_000) if longest / each <= 7)
    scale = (WIDTH - LABELS - MARGIN - 50) / max(longest, step)
    for number in range(math.floor(longest / step) + 1):
        x = LABELS + number * step * scale
        sheet.line(x, top - 4, x, bottom, GRID)
        if number:
            sheet.text_at(x, bottom + 14, str(number * step), "middle")
        else:
            sheet.text(x, bottom + 14, "0 minuten", 10, QUIET)
    return scale


def _day_bars(sheet: Sheet, day: Comparison, shown: Sequence[str], top: float, scale: float) -> None:
    arranged = everyone(day)
    middle = top + len(shown) * (BAR_HEIGHT + BAR_GAP) / 2
    sheet.text(MARGIN, middle - 1, short_date(day.day.name), 11, bold=True)
    sheet.text(MARGIN, middle + 12, f"{len(day.day.tickets)} bez.", 10, QUIET)
    for row, name in enumerate(shown):
        held, y = arranged[name].waits, top + row * (BAR_HEIGHT + BAR_GAP)
        minutes = (held.mean.value, held.p90.value)
        _bar_with_reach(sheet, LABELS, y, minutes, scale, SHADES[name], bold=name == "generalists")


def _waiting(sheet: Sheet, found: Comparison, shown: Sequence[str], top: float) -> None:
    """People waiting, through the day."""
    arranged = everyone(found)
    lines = {name: in_steps(arranged[name].waiting) for name in shown}
    most = max(each for line in lines.values() for _, each in line)
    count = max(len(arranged[name].waiting) for name in shown)
    begin, wide = found.begins, WIDTH - LABELS - MARGIN
    x = wide / max(1, count - 1)
    step = next(each for each in (5, 10, 20, 50, 100, 100_000) if most / each <= 6)
    sheet.text(MARGIN, top - 8, "Hoeveel mensen wachten tegelijk", 13, bold=True)
    bottom = top + PLOT_HEIGHT + 8
    for people in range(0, math.floor(most) + 1, step):
        y = bottom - people / most * PLOT_HEIGHT
        sheet.line(LABELS, y, LABELS + wide, y, GRID)
        sheet.text_at(LABELS - 8, y + 3.5, str(people), "end")
    for hour in range(math.ceil(begin / 60), (begin + count) // 60 + 1):
        sheet.text_at(LABELS + (hour * 60 - begin) * x, bottom + 15, f"{hour}:00", "middle")
    for name in shown:
        points = [(LABELS + minute * x, bottom - each / most * PLOT_HEIGHT) for minute, each in lines[name]]
        sheet.path(points, SHADES[name], 1.8)


def in_steps(waiting: Sequence[float], step: int = STEP) -> list[tuple[float, float]]:
    """Means per few minutes: (middle minute, people). In the record everybody of those minutes comes in at once."""
    parts = [waiting[begin : begin + step] for begin in range(0, len(waiting), step)]
    return [(number * step + (len(part) - 1) / 2, sum(part) / len(part)) for number, part in enumerate(parts)]


def short_date(name: str) -> str:
    """ "2020-01-14" as "14-1-2020"; another name as it is, cut."""
    parts = name.split("-")
    if len(parts) == 3 and all(each.isdigit() for each in parts):
        return f"{int(parts[2])}-{int(parts[1])}-{parts[0]}"
    return name[:12]

"""What the words of ``balie simulate`` have in common: seeds, hours, files to write, a progress bar."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from reportlab.graphics.shapes import Drawing
from tqdm import tqdm

from balie_app.queue.usage import UsageParser

SEEDS = "1-20"
MOST_SEEDS = 10_000
BAR = "{desc} |{bar}| {n_fmt} van {total_fmt} [{elapsed}]"


class WrongLine(Exception):
    """Something in the command that cannot be; the text is a Dutch sentence."""

    def __init__(self, said: str, code: int = 2) -> None:
        """``code`` is the exit code: 1 when the command is understood, but what it asks for is not there."""
        super().__init__(said)
        self.code = code


class Parser(UsageParser):
    """The arguments of one word; ``explanation`` is set when it is made."""

    def __init__(self, word: str, explanation: str) -> None:
        super().__init__(prog=f"balie simulate {word}", allow_abbrev=False)
        self.explanation = explanation


def add_output(parser: argparse.ArgumentParser) -> None:
    """The files that a comparison can be saved in."""
    for word in ("--json", "--csv", "--picture"):
        parser.add_argument(word, type=Path, default=None)


def seeds(text: str) -> tuple[int, ...]:
    """Seeds from "7" or "1-20"."""
    match = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", text)
    if match is None:
        raise WrongLine(f"--seeds {text} is geen reeks. Schrijf bijvoorbeeld 1-20.")
    first, last = int(match[1]), int(match[2] or match[1])
    if last < first or last - first >= MOST_SEEDS:
        raise WrongLine(f"--seeds {text} kan niet. Schrijf van laag naar hoog, hoogstens {MOST_SEEDS}.")
    return tuple(range(first, last + 1))


def number(word: str, text: str, least: float, most: float) -> float:
    """A number between bounds, with a point or a comma."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise WrongLine(f"{word} {text} kan niet. Geef een getal van {least:g} tot {most:g}.")
    return value


def hours(text: str | None) -> tuple[int, int] | None:
    """Opening hours from "09:00-16:30", as minutes since midnight."""
    if text is None:
        return None
    match = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-4]):([0-5]\d)", text)
    if match is None:
        raise WrongLine(f"--open {text} is geen openingstijd. Schrijf bijvoorbeeld 09:00-16:30.")
    begin, end = (int(match[at]) * 60 + int(match[at + 1]) for at in (1, 3))
    if not begin < end <= 24 * 60:
        raise WrongLine(f"--open {text} kan niet: het einde is niet later dan het begin.")
    return begin, end


def bar(total: int, told: str) -> tqdm[Any]:
    """A progress bar on standard error; silent where nobody looks."""
    return tqdm(total=total, desc=told, bar_format=BAR, file=sys.stderr, disable=not sys.stderr.isatty())


def save(
    given: argparse.Namespace, document: Mapping[str, Any], csv_text: str, draw: Callable[[], Drawing]
) -> list[str]:
    """Write the files asked for; answers a sentence about each."""
    from balie_app.queue.experiment.picture import write_picture

    told = []
    if given.json is not None:
        text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
        given.json.write_text(_compact(text) + "\n", encoding="utf-8")
        told.append(f"De uitkomst staat in {given.json}.")
    if given.csv is not None:
        given.csv.write_text(csv_text, encoding="utf-8")
        told.append(f"De tabel staat in {given.csv}.")
    if given.picture is not None:
        write_picture(draw(), given.picture)
        told.append(f"De grafiek staat in {given.picture}.")
    return told


def checked_picture(path: Path | None) -> None:
    """Refuse a kind of picture that cannot be made, before the work is done."""
    if path is not None and path.suffix.lower() not in {".svg", ".pdf"}:
        raise WrongLine(f"--picture {path} kan niet. Kies een naam die eindigt op .svg of .pdf.")


def _compact(text: str) -> str:
    """Long rows of numbers on one line, the rest readable."""
    return re.sub(r"\[\s+((?:-?[\d.e+-]+,?\s*)+)\]", lambda found: f"[{' '.join(found[1].split())}]", text)

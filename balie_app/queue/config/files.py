"""``hall.toml`` on disk: read with every mistake named, written whole or not at all."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from balie_app.queue.config.logo import EXPECTED, as_text, problem, read_logo
from balie_app.queue.config.mistakes import ConfigMistakes, Mistake
from balie_app.queue.config.parse import parse
from balie_app.queue.config.writing import text_of
from balie_app.queue.rules.hall import HallConfig


def read_file(path: Path) -> HallConfig:
    """Read a hall file. Raises ConfigMistakes with the file's name, and OSError when it cannot be opened."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        mistake = Mistake("", "dit is geen tekstbestand in UTF-8.", "een TOML-bestand, opgeslagen als UTF-8")
        raise ConfigMistakes([mistake], file=path.name) from None
    try:
        document, mistakes = with_logo(tomllib.loads(text), Path(path).parent)
        config = parse(document)
    except tomllib.TOMLDecodeError as error:
        raise ConfigMistakes([_broken(error)], file=path.name) from None
    except ConfigMistakes as error:
        mistakes += error.mistakes
    if mistakes:
        lines = line_numbers(text, (mistake.key for mistake in mistakes))
        raise ConfigMistakes(mistakes, file=path.name, lines=lines)
    return config


def with_logo(document: dict[str, Any], folder: Path) -> tuple[dict[str, Any], tuple[Mistake, ...]]:
    """The document with the logo in it, when it gives the name of a file in ``folder``; and what is wrong with that."""
    paper = document.get("paper")
    named = paper.get("logo") if isinstance(paper, dict) else None
    if not isinstance(paper, dict) or not isinstance(named, str) or not named.lower().endswith(".png"):
        return document, ()
    data, said = b"", ""
    try:
        data = read_logo(folder / named)
        said = problem(data)
    except (OSError, ValueError):  # a name with a zero in it is a ValueError
        said = "dit bestand kan Balie niet lezen."
    found = {**document, "paper": {**paper, "logo": "" if said else as_text(data)}}
    return found, (Mistake("paper.logo", f"{named}: {said}", EXPECTED),) if said else ()


def _broken(error: tomllib.TOMLDecodeError) -> Mistake:
    """Say where the TOML breaks off; Python's parser gives line and column in its message."""
    place = re.search(r"line (\d+), column (\d+)", str(error))
    where = f"op regel {place[1]}, teken {place[2]}" if place else "aan het einde van het bestand"
    return Mistake(
        "",
        f"het bestand is niet te lezen: {where} klopt de schrijfwijze niet.",
        'sleutel = waarde, met tekst tussen "aanhalingstekens"; dezelfde sleutel maar één keer',
    )


def line_numbers(text: str, keys: Iterable[str]) -> dict[str, int]:
    """Where the keys stand in the text of a TOML file, as far as that can be seen: key → line from 1."""
    places = _places(text)
    found = {}
    for key in keys:
        tried = re.sub(r"(?<=[A-Za-z_])(\[\d+\])+$", "", key)
        while tried and tried not in places and "." in tried:
            tried = tried.rpartition(".")[0]
        if tried in places:
            found[key] = places[tried]
    return found


def _places(text: str) -> dict[str, int]:
    """Every table header and every key of a TOML text with its line."""
    places: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[\[\s*([\w.-]+)\s*\]\]", line):
            name = header[1]
            table = f"{name}[{counts.get(name, 0)}]"
            counts[name] = counts.get(name, 0) + 1
            places[table] = number
        elif header := re.match(r"\s*\[\s*([\w.-]+)\s*\]", line):
            first, dot, rest = header[1].partition(".")
            # [products.labels] belongs to the last [[products]]
            table = f"{first}[{counts[first] - 1}]{dot}{rest}" if first in counts else header[1]
            places[table] = number
        elif key := re.match(r"""\s*["']?([\w.-]+)["']?\s*=""", line):
            places.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return places


_VERSION = re.compile(r"^version[ \t]*=[ \t]*(\d{1,10})", re.MULTILINE)


def version_in(path: Path) -> int | None:
    """The version of the configuration that a file (found right) builds on; None when it does not say."""
    found = _VERSION.search(Path(path).read_text(encoding="utf-8-sig"))
    return int(found[1]) if found else None


def note_version(path: Path, version: int) -> None:
    """Write into a file which version it became; everything else in it stays as it is."""
    text = Path(path).read_bytes().decode("utf-8")
    _replace(path, _VERSION.sub(f"version = {version}", text, count=1))


def write_file(config: HallConfig, path: Path, version: int | None = None) -> None:
    """Write a hall file that a person can read and change; an existing file is replaced at once or not at all."""
    _replace(path, text_of(config, version))


def _replace(path: Path, text: str) -> None:
    target = Path(path).resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

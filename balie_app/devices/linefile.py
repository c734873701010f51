"""Putting lines into station.toml and taking them out. What a person wrote around them stays, and so does the rest.

Nothing is written that makes the file worse: a change that would bring a mistake is refused with it.
"""

from __future__ import annotations

import re
import shutil
import socket
import tomllib
from collections import Counter as Tally
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomli_w

from balie_app.devices.config import read_station
from balie_app.devices.fields import read_toml
from balie_app.queue.config.mistakes import ConfigMistakes, Mistake
from balie_app.settings import own_hall

LONGEST_STATION = 40
"""Signs of a station's name that the hall keeps."""
_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*lines[ \t]*\]\]", re.MULTILINE)


def line_tables(file: Path) -> list[dict[str, Any]]:
    """The lines as they stand in the file, right or wrong; none without a file. ConfigMistakes: no tables at all."""
    found = _document(file).get("lines", [])
    if isinstance(found, list) and all(isinstance(each, dict) for each in found):
        return list(found)
    raise ConfigMistakes([Mistake("lines", "kan niet.", "een of meer keren [[lines]]")], file.name)


def mistakes_in(file: Path) -> tuple[Mistake, ...]:
    """All that is wrong in the file; nothing when it is not there, or has no lines yet."""
    try:
        if file.is_file() and line_tables(file):
            read_station(file)  # a file without lines yet is a good beginning
    except ConfigMistakes as error:
        return error.mistakes
    return ()


def beginning(hall: str) -> dict[str, Any]:
    """What a new file says before its first line: this machine's name, and its hall when that is not the user's own.

    A name of its own, because the hall tells stations apart by it.
    """
    station = socket.gethostname().partition(".")[0].lower()[:LONGEST_STATION] or "devices"
    where = hall if "://" in hall else str(Path(hall).absolute())
    return {"station": station} | ({} if hall == own_hall() else {"hall": where})


def put_line(file: Path, line: Mapping[str, Any], instead_of: str = "", hall: str = "") -> None:
    """Add a line, or write it in the place of the one called ``instead_of`` (else: of the same name).

    The file is made when it is not there; ``hall`` is the hall that it then belongs to. Raises ConfigMistakes or
    OSError, and then nothing has changed.
    """
    tables = line_tables(file)
    old = instead_of or line["name"]
    at = next((at for at, each in enumerate(tables) if each.get("name") == old), len(tables))
    _write(file, at, dict(line), beginning(hall or own_hall()))


def drop_line(file: Path, name: str) -> None:
    """Take the line of this name out. Raises ConfigMistakes (another line needs it) or OSError."""
    for at, each in enumerate(line_tables(file)):
        if each.get("name") == name:
            _write(file, at, None, {})
            return


def _document(file: Path) -> dict[str, Any]:
    return dict(read_toml(file)) if file.is_file() else {}


def _write(file: Path, at: int, line: dict[str, Any] | None, first: dict[str, Any]) -> None:
    """The line at place ``at`` becomes ``line`` (None: goes); a new file begins with ``first``."""
    there = file.is_file()
    wanted = _document(file) if there else dict(first)
    tables = list(wanted.get("lines", []))
    tables[at : at + 1] = [] if line is None else [line]
    wanted["lines"] = tables
    text = file.read_text(encoding="utf-8") if there else tomli_w.dumps(first)
    edited = _edited(text, at, line)
    file.parent.mkdir(parents=True, exist_ok=True)
    _replace(file, edited if _says(edited, wanted) else tomli_w.dumps(wanted))


def _replace(file: Path, text: str) -> None:
    before = mistakes_in(file)
    fresh = file.with_name(f"{file.stem}.new.toml")
    try:
        fresh.write_text(text, encoding="utf-8")
        if file.is_file():
            shutil.copymode(file, fresh)  # it may hold the way into a server
        worse = Tally(map(_gist, mistakes_in(fresh))) - Tally(map(_gist, before))
        found = [each for each in mistakes_in(fresh) if _gist(each) in worse]
        if found:
            raise ConfigMistakes(found, file.name)
        fresh.replace(file)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _gist(mistake: Mistake) -> tuple[str, str]:
    """What is wrong, wherever it stands: a line above that goes changes all places below."""
    return mistake.problem, mistake.expected


def _edited(text: str, at: int, line: dict[str, Any] | None) -> str:
    """The text with only this line's own part changed; comments before the next line belong to that one."""
    starts = [found.start() for found in _HEAD.finditer(text)] + [len(text)]
    fresh = "" if line is None else tomli_w.dumps({"lines": line}).replace("[lines]", "[[lines]]", 1)
    if at >= len(starts) - 1:
        return f"{text.rstrip()}\n\n{fresh}" if text.strip() else fresh
    body = text[starts[at] : starts[at + 1]]
    return text[: starts[at]] + fresh + _tail(body) + text[starts[at + 1] :]


def _tail(body: str) -> str:
    """The empty lines and comments at the end of a line's part."""
    lines = body.splitlines(keepends=True)
    count = next((at for at, each in enumerate(reversed(lines)) if _speaks(each)), 0)
    return "".join(lines[len(lines) - count :])


def _speaks(line: str) -> bool:
    """Whether there is more on it than a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _says(text: str, wanted: dict[str, Any]) -> bool:
    """Whether this text means what is wanted: a file may be written in ways that cannot be edited by its looks."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return (found if found.get("lines") else found | {"lines": []}) == wanted

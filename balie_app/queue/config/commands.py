"""What ``balie hall`` does: each command answers the Dutch lines that it says."""

from __future__ import annotations

import argparse
import getpass
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from balie_app import paths
from balie_app.queue.config.files import line_numbers, note_version, read_file, version_in, write_file
from balie_app.queue.config.remarks import Remark, remarks
from balie_app.queue.config.summary import short, summary
from balie_app.queue.config.writing import text_of
from balie_app.queue.rules.hall import HallConfig

if TYPE_CHECKING:
    from balie_app.queue.commands import By
    from balie_app.queue.hall import Hall
    from balie_app.queue.rules.visit import DayEnd
    from balie_app.queue.store.versions import Version

SHOWN, LINES = 10, 12
"""Versions that history shows without --all, and changes that it shows of each."""
LONGEST_NAME = 40


def new(arguments: argparse.Namespace) -> list[str]:
    """Make a hall from a template."""
    from balie_app.queue.config.templates import template
    from balie_app.queue.hall import create_hall

    config = template(arguments.template, arguments.municipality, arguments.language)
    with closing(create_hall(arguments.hall, config)) as hall:
        return [f"De hal is gemaakt in {hall.where}: {short(config)}."]


def show(arguments: argparse.Namespace) -> list[str]:
    """The configuration in short."""
    with _hall(arguments) as hall:
        return summary(hall.config())


def export(arguments: argparse.Namespace) -> list[str]:
    """The configuration as a file, or as text; with its version, so that import sees what it builds on."""
    with _hall(arguments) as hall:
        version, config = hall.view().config_version, hall.config()
        path: Path | None = arguments.file and hall.spare(arguments.file)
    if path is None:
        return [text_of(config, version).rstrip("\n")]
    said = []
    if path.exists():
        kept = path.with_name(f"{path.name}.bak")
        path.replace(kept)
        said.append(f"Het bestand dat er al stond heet nu {kept.name}.")
    write_file(config, path, version)
    done = f"De inrichting (versie {version}) staat in {path}. Pas het aan, en neem het in gebruik met:"
    return [*said, f"{done} balie hall import {path}"]


def check(arguments: argparse.Namespace) -> list[str]:
    """Whether a file is right, and what to look at again."""
    config = read_file(arguments.file)
    return [f"{arguments.file.name} is goed: {short(config)}.", *_placed(remarks(config), arguments.file)]


def _placed(found: Iterable[Remark], path: Path) -> list[str]:
    """Remarks with their file, line and key."""
    listed = list(found)
    lines = line_numbers(path.read_text(encoding="utf-8-sig"), (each.key for each in listed))
    places = [f", regel {lines[each.key]}" if each.key in lines else "" for each in listed]
    return [f"{path.name}{place}: {each.key}: {each.sentence()}" for each, place in zip(listed, places, strict=True)]


def take(arguments: argparse.Namespace) -> list[str]:
    """Use a file as the new configuration, when it builds on the one that is there."""
    from balie_app.queue.commands import Configure

    path: Path = arguments.file
    config, base = read_file(path), version_in(path)
    with _hall(arguments) as hall:
        version, where = hall.perform(Configure(config, base=None if arguments.force else base), _by()), hall.where
    if base is not None:
        note_version(path, version)
    said = f"De nieuwe inrichting geldt nu in {where}: {short(config)}. Dit is versie {version}."
    return [said, *_placed(remarks(config), path)]


def history(arguments: argparse.Namespace) -> list[str]:
    """Who changed what, and when: the latest first."""
    from balie_app.queue.store.versions import versions

    with _hall(arguments) as hall:
        with hall.reading() as connection:
            known = versions(connection)
        config = hall.config()
    latest = known[::-1] if arguments.all else known[::-1][:SHOWN]
    said = [line for each in latest for line in _told(each, config, arguments.all)]
    rest = len(known) - len(latest)
    return [*said, f"Nog {rest} oudere: balie hall history --all"] if rest else said


def _told(version: Version, config: HallConfig, whole: bool) -> list[str]:
    from zoneinfo import ZoneInfo

    from balie_app.queue.config.differences import lines

    at = version.at.astimezone(ZoneInfo(config.timezone)).strftime("%d-%m-%Y %H:%M")
    who = " ".join(part for part in (version.actor, f"({version.station})" if version.station else "") if part)
    back = "" if version.undoes is None else f", versie {version.undoes} teruggenomen"
    head = f"versie {version.number}  {at}  {who or 'begin van de hal'}{back}"
    changes = lines(list(version.changes))
    some = changes if whole else changes[:LINES]
    more = [f"    en nog {len(changes) - len(some)} veranderingen"] if len(changes) > len(some) else []
    nothing = ["    niets veranderd"] if version.station and not changes else []
    return [head, *(f"    {line}" for line in some), *more, *nothing]


def undo(arguments: argparse.Namespace) -> list[str]:
    """Back to the configuration before the last change."""
    from balie_app.queue.commands import UndoConfigure
    from balie_app.queue.store.versions import versions

    with _hall(arguments) as hall:
        hall.perform(UndoConfigure(), _by())
        with hall.reading() as connection:
            last = versions(connection)[-1]
        head = f"Versie {last.undoes} is teruggenomen. Nu geldt versie {last.number}, met de inhoud van {last.same_as}."
        return [head, *_told(last, hall.config(), whole=False)[1:]]


def start(arguments: argparse.Namespace) -> list[str]:
    """Begin a day: close what an earlier one left."""
    from balie_app.queue.commands import StartDay

    command = StartDay(arguments.reason) if arguments.reason else StartDay()
    with _hall(arguments) as hall:
        return _closed(hall.perform(command, _by()), "Er is niets blijven liggen.")


def close(arguments: argparse.Namespace) -> list[str]:
    """End a day: close everything that is still open, and say what that was."""
    from balie_app.queue.commands import CloseDay

    command = CloseDay(arguments.reason) if arguments.reason else CloseDay()
    with _hall(arguments) as hall:
        return _closed(hall.perform(command, _by()), "Iedereen was al klaar, en elke balie dicht.")


def _closed(end: DayEnd, nothing: str) -> list[str]:
    from balie_app.queue.rules.numbering import shown

    said = [f"{shown(each.label)} van {each.day:%d-%m}: {each.outcome}." for each in end]
    said += [f"Balie {each.number} is gesloten." for each in end.counters]
    if end.no_shows:
        said.append(f"Niet gekomen op afspraak: {', '.join(end.no_shows)}.")
    return said or [nothing]


OF_A_HALL: dict[str, Callable[[argparse.Namespace], list[str]]] = {
    "show": show,
    "export": export,
    "import": take,
    "history": history,
    "undo": undo,
    "start": start,
    "close": close,
}
"""Commands about one hall, which --hall names."""


@contextmanager
def _hall(arguments: argparse.Namespace) -> Iterator[Hall]:
    from balie_app.queue.hall import open_hall

    with closing(open_hall(arguments.hall or str(paths.data_folder() / "hall.db"))) as hall:
        yield hall


def _by() -> By:
    """Who does it: the user of this computer, as far as it is known."""
    from balie_app.queue.commands import By
    from balie_app.queue.rules.privacy import contains_bsn

    try:
        name = getpass.getuser()
    except (OSError, KeyError):  # a computer that has no name for its user
        name = ""
    return By("hall", "" if contains_bsn(name) else name[:LONGEST_NAME])

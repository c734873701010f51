"""``balie hall``: a hall's configuration from and to a file that a person can change."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from balie_app import paths
from balie_app.queue.config.files import read_file, write_file
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.config.summary import remarks, short, summary
from balie_app.queue.config.writing import text_of
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.usage import UsageParser

_USAGE = """\
De inrichting van een hal als bestand.

  balie hall new --template SOORT --municipality NAAM HAL   een nieuwe hal maken
  balie hall show   [--hall HAL]                            de inrichting in het kort
  balie hall export [--hall HAL] [BESTAND]                  opslaan (zonder BESTAND: op het scherm)
  balie hall check  BESTAND                                 een bestand nakijken; er verandert niets
  balie hall import [--hall HAL] BESTAND                    een bestand nakijken en in gebruik nemen

SOORT is one-desk (één balie), three-counters (drie balies) of haarlem (tien plekken).
HAL is een bestand (zoals hal.db) of postgresql://server/naam. Zonder --hall is het uw eigen hal op deze computer.
"""


class _Parser(UsageParser):
    explanation = _USAGE


def main(argv: list[str]) -> int:
    """Run one ``balie hall`` command; answers the exit code."""
    from balie_app.queue.messages import sentence
    from balie_app.queue.rules.refused import Refused
    from balie_app.queue.trouble import Trouble

    try:
        arguments = _parser().parse_args(argv)
        command: Callable[[argparse.Namespace], None] = arguments.run
        command(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    except ConfigMistakes as error:
        return _failed(*error.sentences(), "Er is niets veranderd.")
    except (Refused, Trouble) as error:
        return _failed(sentence(error))
    except OSError as error:
        return _failed(_file_sentence(error))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="balie hall")
    commands = parser.add_subparsers(required=True, parser_class=_Parser)
    new = commands.add_parser("new")
    new.add_argument("--template", choices=("one-desk", "three-counters", "haarlem"), required=True)
    new.add_argument("--municipality", required=True)
    new.add_argument("--language", default="nl")
    new.add_argument("hall")
    new.set_defaults(run=_new)
    for word, run in (("show", _show), ("export", _export), ("check", _check), ("import", _import)):
        command = commands.add_parser(word)
        command.set_defaults(run=run)
        if word != "check":
            command.add_argument("--hall", default=None)
        if word != "show":
            command.add_argument("file", type=Path, nargs="?" if word == "export" else None)
    return parser


def _new(arguments: argparse.Namespace) -> None:
    from balie_app.queue.config.templates import template
    from balie_app.queue.hall import create_hall

    config = template(arguments.template, arguments.municipality, arguments.language)
    with closing(create_hall(arguments.hall, config)) as hall:
        _say(f"De hal is gemaakt in {hall.where}: {short(config)}.")


def _show(arguments: argparse.Namespace) -> None:
    _say(*summary(_config_of(arguments)))


def _export(arguments: argparse.Namespace) -> None:
    config = _config_of(arguments)
    path: Path | None = arguments.file
    if path is None:
        sys.stdout.write(text_of(config))
        return
    if path.exists():
        kept = path.with_name(f"{path.name}.bak")
        path.replace(kept)
        _say(f"Het bestand dat er al stond heet nu {kept.name}.")
    write_file(config, path)
    _say(f"De inrichting staat in {path}. Pas het aan, en neem het in gebruik met: balie hall import {path}")


def _check(arguments: argparse.Namespace) -> None:
    config = read_file(arguments.file)
    _say(f"{arguments.file.name} is goed: {short(config)}.", *remarks(config))


def _import(arguments: argparse.Namespace) -> None:
    from balie_app.queue.commands import By, Configure
    from balie_app.queue.hall import open_hall

    config = read_file(arguments.file)
    with closing(open_hall(_hall(arguments))) as hall:
        hall.perform(Configure(config), By("hall"))
        _say(f"De nieuwe inrichting geldt nu in {hall.where}: {short(config)}.", *remarks(config))


def _config_of(arguments: argparse.Namespace) -> HallConfig:
    from balie_app.queue.hall import open_hall

    with closing(open_hall(_hall(arguments))) as hall:
        return hall.config()


def _hall(arguments: argparse.Namespace) -> str:
    return arguments.hall or str(paths.data_folder() / "hall.db")


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _failed(*lines: str) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return 1


def _file_sentence(error: OSError) -> str:
    name = error.filename or ""
    if isinstance(error, FileNotFoundError):
        return f"Het bestand {name} is er niet. Controleer de naam en de map."
    if isinstance(error, IsADirectoryError):
        return f"{name} is een map. Geef de naam van een bestand."
    if isinstance(error, PermissionError):
        return f"U mag het bestand {name} niet openen of schrijven. Controleer uw rechten."
    return f"Het bestand {name} kan niet worden gelezen of geschreven. Controleer de schijf en de map."

"""``balie hall``: a hall's configuration from and to a file that a person can change, and the hall's days."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from balie_app.queue.config import commands
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.usage import UsageParser

_USAGE = """\
De inrichting van een hal als bestand.

  balie hall new --template SOORT --municipality NAAM HAL   een nieuwe hal maken
  balie hall show    [--hall HAL]                           de inrichting in het kort
  balie hall export  [--hall HAL] [BESTAND]                 opslaan (zonder BESTAND: op het scherm)
  balie hall check   BESTAND                                een bestand nakijken; er verandert niets
  balie hall import  [--hall HAL] [--force] BESTAND         een bestand nakijken en in gebruik nemen
  balie hall history [--hall HAL] [--all]                   wie wanneer wat veranderde
  balie hall undo    [--hall HAL]                           terug naar de inrichting van daarvoor
  balie hall start   [--hall HAL] [--reason REDEN]          begin van de dag: sluiten wat is blijven liggen
  balie hall close   [--hall HAL] [--reason REDEN]          einde van de dag: iedereen die er nog is, en alle balies

SOORT is one-desk (één balie), three-counters (drie balies) of haarlem (tien plekken).
HAL is een bestand (zoals hal.db) of postgresql://server/naam. Zonder --hall is het uw eigen hal op deze computer.
Heeft iemand anders de inrichting intussen veranderd, dan neemt import niets over; met --force toch.
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
        command: Callable[[argparse.Namespace], list[str]] = arguments.run
        _say(command(arguments))
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
    words = parser.add_subparsers(required=True, parser_class=_Parser)
    new = words.add_parser("new")
    new.add_argument("--template", choices=("one-desk", "three-counters", "haarlem"), required=True)
    new.add_argument("--municipality", required=True)
    new.add_argument("--language", default="nl")
    new.add_argument("hall")
    new.set_defaults(run=commands.new)
    check = words.add_parser("check")
    check.add_argument("file", type=Path)
    check.set_defaults(run=commands.check)
    for word, run in commands.OF_A_HALL.items():
        command = words.add_parser(word)
        command.add_argument("--hall", default=None)
        command.set_defaults(run=run)
        if word in {"export", "import"}:
            command.add_argument("file", type=Path, nargs="?" if word == "export" else None)
        if word == "import":
            command.add_argument("--force", action="store_true")
        if word == "history":
            command.add_argument("--all", action="store_true")
        if word in {"start", "close"}:
            command.add_argument("--reason", default="")
    return parser


def _say(lines: list[str]) -> None:
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

"""``balie simulate``: a day again, under other rules. One module for each word."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module

WORDS: dict[str, tuple[str, str]] = {
    "real": ("balie_app.queue.experiment.real", "een echte dag uit CSV-bestanden: per afdeling en naar soort contact"),
    "hall": ("balie_app.queue.experiment.generated", "verzonnen dagen van een hal, onder verschillende regels"),
    "norm": ("balie_app.queue.experiment.lacking", "welk soort contact de norm niet haalt, en wat dat herstelt"),
    "day": ("balie_app.queue.experiment.replayed", "een dag uit het logboek van een hal, onder andere regels"),
}
"""Word → (module with ``main(argv) -> int``, Dutch line for the help)."""


def usage() -> str:
    """The help text."""
    width = max(map(len, WORDS)) + 2
    return "\n".join(
        [
            "balie simulate: een dag naspelen met andere regels, en vergelijken.",
            "",
            *(f"  balie simulate {word:<{width}}{line}" for word, (_, line) in WORDS.items()),
            "",
            "Met 'balie simulate WOORD --help' ziet u de mogelijkheden.",
            "",
        ]
    )


def main(argv: list[str]) -> int:
    """Run one experiment; 1 when what was given cannot be used, 2 for a command that is not understood."""
    from balie_app.queue.experiment.lines import WrongLine
    from balie_app.queue.experiment.mistakes import FileMistakes
    from balie_app.queue.messages import sentence
    from balie_app.queue.trouble import Trouble

    word, rest = (argv[0], argv[1:]) if argv else ("", [])
    if word in {"", "help", "--help", "-h"}:
        sys.stdout.write(usage())
        return 0
    if word not in WORDS:
        sys.stderr.write(f"Dit kent 'balie simulate' niet: {word}. Met 'balie simulate' ziet u wat er kan.\n")
        return 2
    try:
        answer: int = import_module(WORDS[word][0]).main(rest)
    except SystemExit as end:
        return int(end.code or 0)
    except WrongLine as error:
        return _failed(error.code, str(error))
    except FileMistakes as error:
        return _failed(1, *error.sentences())
    except Trouble as error:
        return _failed(1, sentence(error))
    except BrokenPipeError:
        with suppress(OSError):
            sys.stdout.close()
        return 1
    except KeyboardInterrupt:
        return _failed(130, "Gestopt.")
    except OSError as error:
        return _failed(1, _file_sentence(error))
    return answer


def _failed(code: int, *lines: str) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return code


def _file_sentence(error: OSError) -> str:
    name = error.filename or ""
    if isinstance(error, FileNotFoundError):
        return f"Het bestand {name} is er niet. Controleer de naam en de map."
    if isinstance(error, IsADirectoryError):
        return f"{name} is een map. Geef de naam van een bestand."
    if isinstance(error, PermissionError):
        return f"U mag het bestand {name} niet openen of schrijven. Controleer uw rechten."
    return f"Het bestand {name} kan niet worden gelezen of geschreven. Controleer de schijf en de map."

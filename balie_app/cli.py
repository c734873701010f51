"""The words after ``balie``: one line each, and the room that answers."""

from __future__ import annotations

import sys
from importlib import import_module

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("balie_app.ui.demo.main", "een echte dag in een oefenhal, met alle vensters"),
    "host": ("balie_app.ui.host.main", "de ontvangst"),
    "counter": ("balie_app.ui.counter.main", "een balie (--counter NUMMER --clerk CODE)"),
    "screen": ("balie_app.ui.screen.main", "het wachtscherm"),
    "kiosk": ("balie_app.ui.kiosk.main", "de aanmeldzuil"),
    "devices": ("balie_app.devices.main", "de apparaten op seriële lijnen, zonder venster"),
    "devices window": ("balie_app.ui.devices.main", "die apparaten aansluiten, proberen en meekijken, in een venster"),
    "layout": ("balie_app.ui.layout.main", "hoe het papier eruitziet: logo, tekst en regels, met een voorbeeld"),
    "hall": ("balie_app.queue.config.main", "hall new|export|import|check: de inrichting als bestand"),
    "money": ("balie_app.queue.money.main", "tariffs|ledger|receipts|purge: leges en kas"),
    "ctl": ("balie_app.queue.ctl", "de hal zonder venster: JSON per regel (docs/ctl.md)"),
    "journal": ("balie_app.queue.journal_cli", "journal show|verify: het logboek"),
    "simulate": ("balie_app.queue.experiment.main", "een dag naspelen met andere regels, en vergelijken"),
    "bench": ("balie_app.bench", "metingen op deze machine, als verhouding"),
}
"""Word → (module with ``main(argv) -> int``, Dutch line for the help)."""

FIRST_START = "balie_app.ui.setup.main"


def usage() -> str:
    """The help text."""
    width = max(len(word) for word in (*COMMANDS, "test", "help")) + 2
    lines = [f"  balie {word:<{width}}{line}" for word, (_, line) in COMMANDS.items()]
    return "\n".join(
        [
            "Balie: de ontvangsthal van een gemeentehuis.",
            "",
            f"  balie {'':<{width}}uw eigen hal openen (de eerste keer: inrichten)",
            *lines,
            f"  balie {'test':<{width}}alle controles en tests",
            f"  balie {'help':<{width}}deze tekst",
            "",
            "Met 'balie WOORD --help' ziet u de mogelijkheden van een opdracht.",
            "",
        ]
    )


def main(argv: list[str]) -> int:
    """Run one command; answers the exit code."""
    if argv and argv[0] in {"help", "--help", "-h"}:
        sys.stdout.write(usage())
        return 0
    word, rest = (argv[0], argv[1:]) if argv and not argv[0].startswith("-") else ("", argv)
    if " ".join(argv[:2]) in COMMANDS:
        word, rest = " ".join(argv[:2]), argv[2:]
    if word and word not in COMMANDS:
        sys.stderr.write(f"Onbekende opdracht: {word}. Met 'balie help' ziet u welke er zijn.\n")
        return 2
    module = import_module(COMMANDS[word][0] if word else FIRST_START)
    answer: int = module.main(rest)
    return answer

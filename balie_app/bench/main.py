"""``balie bench WORD``: which measurement, and the room that makes it."""

from __future__ import annotations

import sys
from importlib import import_module

WORDS: dict[str, tuple[str, str]] = {
    "queue": ("balie_app.bench.queue.main", "de stappen van de hal, op haar eigen database"),
    "forecast": ("balie_app.bench.forecast.main", "de voorspelde wachttijd naast de echte"),
    "lines": ("balie_app.bench.lines.main", "van oproep tot display, van knop tot bon"),
    "paper": ("balie_app.bench.paper.main", "papier maken, van nummer tot papier, een lange rij bij een trage printer"),
    "order": ("balie_app.bench.order.main", "de regels voor oproepen, op dezelfde nagebootste dagen"),
}
"""Word → (module with ``main(argv) -> int``, Dutch line for the help)."""


def usage() -> str:
    """The help text."""
    width = max(map(len, WORDS)) + 2
    return "\n".join(
        [
            "balie bench: metingen op deze machine, als verhouding.",
            "",
            *(f"  balie bench {word:<{width}}{line}" for word, (_, line) in WORDS.items()),
            "",
            "Met 'balie bench WOORD --help' ziet u de mogelijkheden van een meting.",
            "",
        ]
    )


def main(argv: list[str]) -> int:
    """Make one measurement; answers the exit code."""
    word, rest = (argv[0], argv[1:]) if argv else ("", [])
    if word in {"", "help", "--help", "-h"}:
        sys.stdout.write(usage())
        return 0
    if word not in WORDS:
        sys.stderr.write(f"Onbekende meting: {word}. Met 'balie bench' ziet u welke er zijn.\n")
        return 2
    answer: int = import_module(WORDS[word][0]).main(rest)
    return answer

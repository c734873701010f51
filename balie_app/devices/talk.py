"""A command that asks things of a person."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Talk:
    """How a command speaks with whoever sits there."""

    say: Callable[[str], None]
    ask: Callable[[str], str]

    def choose(self, question: str, choices: Iterable[str], usual: str = "") -> str:
        """One of the choices, by its number or its name."""
        known = list(choices)
        for number, choice in enumerate(known, start=1):
            self.say(f"  {number}. {choice}")
        while True:
            said = self.ask(f"{question}{f' [{usual}]' if usual else ''}: ").strip() or usual
            if said in known:
                return said
            if said.isdigit() and 1 <= int(said) <= len(known):
                return known[int(said) - 1]
            self.say("Kies een van deze, met het nummer.")

    def yes(self, question: str) -> bool:
        """Whether the answer is yes."""
        while (said := self.ask(f"{question} (j/n): ").strip().lower()[:1]) not in {"j", "n"}:
            self.say("Antwoord met j of n.")
        return said == "j"


def at_terminal() -> Talk:
    """With the person at this terminal; EOFError when nobody is there any more."""
    return Talk(_say, _ask)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _ask(question: str) -> str:
    sys.stdout.write(question)
    sys.stdout.flush()
    said = sys.stdin.readline()
    if not said:
        raise EOFError
    return said

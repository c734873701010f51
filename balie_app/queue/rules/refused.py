"""A rule that says no."""

from __future__ import annotations


class Refused(Exception):
    """A rule said no.

    ``code`` is stable kebab-case and is what a station translates; ``facts`` are the values that
    the sentence needs (numbers, labels, counters), never a visitor's name.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

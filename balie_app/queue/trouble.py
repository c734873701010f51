"""Known troubles: the surroundings failed, not the program. Each has one calm sentence."""

from __future__ import annotations


class Trouble(Exception):
    """Something outside went wrong in a way we know.

    ``code`` is stable kebab-case (its sentence stands in :mod:`balie_app.queue.messages`); ``facts``
    are the values that the sentence needs.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

"""What all paper for visitors has in common: the head with the municipality, the foot, lines in two languages."""

from __future__ import annotations

from collections.abc import Iterator

from balie_app.printing.documents import Line, Part, Size, Space, clean
from balie_app.printing.texts import Words, words
from balie_app.queue.rules.hall import HallConfig, Labels

GAP, WIDE = Space(14), Space(28)


def head(config: HallConfig, spoken: Words, *, copy: bool) -> Iterator[Part]:
    """Whose paper it is; a copy says so."""
    yield Line(clean(config.municipality), bold=True)
    if copy:
        yield from with_dutch(spoken, "reprinted")
    yield GAP


def foot(config: HallConfig, spoken: Words) -> Iterator[Part]:
    """What the municipality wants below everything."""
    footer = clean(text_in(config.texts.get("ticket_footer", {}), spoken.language))
    if footer:
        yield GAP
        yield Line(footer, Size.SMALL)


def with_dutch(spoken: Words, key: str, **facts: object) -> Iterator[Part]:
    """A line in the visitor's language, with the Dutch one small below it."""
    yield Line(spoken.say(key, **facts), bold=True)
    if spoken.language != "nl":
        yield Line(words("nl").say(key, **facts), Size.SMALL)


def text_in(labels: Labels, language: str) -> str:
    """The text in this language, or in Dutch, or nothing."""
    return labels.get(language) or labels.get("nl", "")

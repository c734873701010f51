"""What all paper for visitors has in common: the head with the municipality, the foot, lines in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from balie_app.printing.documents import Align, Image, Line, Part, Size, Space, clean
from balie_app.printing.texts import Words, words
from balie_app.queue.rules.hall import HallConfig, Labels
from balie_app.queue.rules.paper import LogoPlace, PaperLanguage, TicketLine

GAP, WIDE = Space(14), Space(28)


def tongue(config: HallConfig, language: str) -> Words:
    """The words for a visitor who speaks this language, as the hall wants its paper to speak."""
    wanted = config.paper.language
    spoken = words("nl" if wanted is PaperLanguage.DUTCH else language)
    return replace(spoken, alone=True) if wanted is PaperLanguage.VISITOR else spoken


def head(config: HallConfig, spoken: Words, *, copy: bool) -> Iterator[Part]:
    """Whose paper it is; a copy says so."""
    yield from logo(config)
    if config.paper.shows(TicketLine.MUNICIPALITY):
        yield Line(clean(config.municipality), bold=True)
    yield from rows(config.paper.header, spoken.language)
    if copy:
        yield from with_dutch(spoken, "reprinted")
    yield GAP


def logo(config: HallConfig) -> Iterator[Part]:
    """The municipality's logo, when the hall has one."""
    paper = config.paper
    if not paper.logo:
        return
    # Qt is loaded only when there is a picture.
    from balie_app.printing.drawing import logo_dots

    dots = logo_dots(paper.logo, paper.logo_width)
    if dots is not None:
        yield Image(dots, Align.CENTRE if paper.logo_place is LogoPlace.CENTRE else Align.START, logo=True)
        yield GAP


def foot(config: HallConfig, spoken: Words) -> Iterator[Part]:
    """What the municipality wants below everything."""
    footer = list(rows(config.footer, spoken.language))
    if footer:
        yield GAP
        yield from footer


def rows(labels: Labels, language: str) -> Iterator[Part]:
    """A text of the municipality, small, a line each."""
    for row in text_in(labels, language).split("\n"):
        if text := clean(row):
            yield Line(text, Size.SMALL)


def with_dutch(spoken: Words, key: str, **facts: object) -> Iterator[Part]:
    """A line in the visitor's language, with the Dutch one small below it unless that is not wanted."""
    yield Line(spoken.say(key, **facts), bold=True)
    if keeps_dutch(spoken):
        yield Line(words("nl").say(key, **facts), Size.SMALL)


def keeps_dutch(spoken: Words) -> bool:
    """Whether a Dutch line stands below one in this language."""
    return spoken.language != "nl" and not spoken.alone


def text_in(labels: Labels, language: str) -> str:
    """The text in this language, or in Dutch, or nothing."""
    return labels.get(language) or labels.get("nl", "")

"""What slips have in common: title, number, what it is about, lists, who made it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from balie_app.printing.documents import Cut, Document, Line, Part, Rule, Size, clean
from balie_app.printing.stationery import GAP, foot, head, keeps_dutch, tongue, with_dutch
from balie_app.printing.texts import Words, words
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.numbering import place, shown
from balie_app.queue.rules.slips import Phrase, Slip

LONGEST_NOTE = 400
"""Characters of what a clerk typed; a longer note ends in an ellipsis."""


def sheet(config: HallConfig, slip: Slip, title: str, parts: Iterable[Part], *, copy: bool) -> Document:
    """A slip between the head and the foot that all paper has; ``title`` is the key of its words."""
    spoken = tongue(config, slip.language)
    whole = (*head(config, spoken, copy=copy), *_title(spoken, title), GAP, *parts, *foot(config, spoken), Cut())
    name = f"{spoken.say(title)} {shown(slip.label) or slip.code}".strip()
    return Document(name, spoken.language, whole)


def _title(spoken: Words, key: str) -> Iterator[Part]:
    yield Line(spoken.say(key), Size.LARGE, bold=True)
    if keeps_dutch(spoken):
        yield Line(words("nl").say(key), Size.SMALL)


def local(config: HallConfig, at: datetime) -> datetime:
    """The hall's own time."""
    return at.astimezone(ZoneInfo(config.timezone))


def number(slip: Slip, spoken: Words) -> Iterator[Part]:
    """The visitor's number, when there is one."""
    if slip.label:
        yield from with_dutch(spoken, "number_is", ticket=shown(slip.label))


def made(config: HallConfig, slip: Slip, spoken: Words) -> Iterator[Part]:
    """When this was made, and at which counter by which code."""
    at = local(config, slip.at)
    yield Line(spoken.say("moment", date=spoken.date(at), time=spoken.time(at)))
    counter = config.counter_by_number.get(slip.counter or 0)
    if counter is not None and slip.clerk:
        there = place(counter, spoken.language)
        yield Line(spoken.say("served", place=there, clerk=clean(slip.clerk)), Size.SMALL)


def matter(slip: Slip, spoken: Words, key: str = "for_what") -> Iterator[Part]:
    """What it is about."""
    if slip.products:
        yield from (GAP, Rule(), GAP)
        yield Line(spoken.say(key), Size.SMALL)
        for each in slip.products:
            yield from both(each, spoken, bold=True)


def listed(things: Iterable[Phrase], spoken: Words) -> Iterator[Part]:
    """A list of things, a line each."""
    for each in things:
        yield from both(each, spoken, before="- ")


def listed_under(key: str, things: tuple[Phrase, ...], spoken: Words) -> Iterator[Part]:
    """A list under its words; nothing when it is empty."""
    if things:
        yield GAP
        yield Line(spoken.say(key), bold=True)
        yield from listed(things, spoken)


def both(phrase: Phrase, spoken: Words, before: str = "", *, bold: bool = False) -> Iterator[Part]:
    """A text in the visitor's language, with the Dutch one small below it where that differs."""
    yield Line(before + clean(phrase.dutch if spoken.language == "nl" else phrase.spoken), bold=bold)
    if keeps_dutch(spoken) and phrase.dutch != phrase.spoken:
        yield Line(clean(phrase.dutch), Size.SMALL)


def note(slip: Slip, spoken: Words) -> Iterator[Part]:
    """What the clerk typed."""
    text = clean(slip.note, LONGEST_NOTE)
    if text:
        yield GAP
        yield Line(spoken.say("remark", note=text))

"""The sentences on the waiting screen."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from balie_app.queue.rules.forecast import told
from balie_app.queue.rules.hall import HallConfig, Labels
from balie_app.queue.rules.opening import hours
from balie_app.queue.rules.visit import ContactState
from balie_app.queue.views import DayFigures, HallView, Wait

ENOUGH_CALLS = 20
"""Fewer appointments than this say nothing about a promise."""

translate = QCoreApplication.translate


def local(at: datetime, config: HallConfig) -> datetime:
    """The hall's wall clock at that moment."""
    return at.astimezone(ZoneInfo(config.timezone))


def day(at: datetime, language: str = "nl") -> str:
    """A local date in words: "dinsdag 14 januari"."""
    return QLocale(language).toString(QDate(at.year, at.month, at.day), "dddd d MMMM")


def in_language(labels: Labels, language: str) -> str:
    """The text in that language, else in Dutch; "" when there is none."""
    return (labels.get(language) or labels.get("nl", "")).strip()


def wait_text(wait: Wait) -> str:
    """An expected wait as a visitor reads it: a range, rounded outward."""
    low, high = told(wait.p10, wait.p90)
    if high == 0:
        return translate("screen", "bijna meteen")
    if low >= 60:
        return translate("screen", "meer dan een uur")
    if low == 0:
        return translate("screen", "hooguit %1 minuten").replace("%1", str(high))
    return translate("screen", "%1 tot %2 minuten").replace("%1", str(low)).replace("%2", str(high))


def waits(view: HallView, language: str = "nl") -> tuple[tuple[str, str], ...]:
    """Label and expected wait per kind of contact, in the hall's order.

    A kind that nobody can serve now is left out, unless somebody is waiting for it: then the
    screen says so.
    """
    wanted = {contact.contact_type for contact in view.contacts if contact.state is ContactState.WAITING}
    lines = []
    for kind in view.config.contact_types:
        wait = view.type_waits.get(kind.code)
        label = _capital(in_language(kind.labels, language))
        if wait is not None:
            lines.append((label, wait_text(wait)))
        elif kind.code in wanted:
            lines.append((label, translate("screen", "nu niet")))
    return tuple(lines)


def _capital(label: str) -> str:
    """The same words as the beginning of a line."""
    return label[:1].upper() + label[1:]


def no_waits_text(config: HallConfig, now: datetime) -> str:
    """What stands in place of the waits when nobody can be served now: when the counters open."""
    today, at = hours(config.opening, local(now, config)), local(now, config).time()
    if today is None:
        return translate("screen", "Er is nog geen balie open.")
    for start, end in today:
        if at < start:
            opens = translate("screen", "De balies gaan open om %1 uur.")
            return opens.replace("%1", f"{start.hour}.{start.minute:02d}")
        if at < end:
            return translate("screen", "Er is nu geen balie open.")
    return translate("screen", "De balies zijn vandaag gesloten.")


def kept_text(figures: DayFigures) -> str:
    """How the promise was kept today, in numbers anyone can check; "" when it is too early to tell."""
    if figures.appointments_called < ENOUGH_CALLS:
        return ""
    kept = translate("screen", "Vandaag lukte dat %1 van de %2 keer.")
    return kept.replace("%1", str(figures.appointments_in_time)).replace("%2", str(figures.appointments_called))


def messages(config: HallConfig, language: str = "nl") -> tuple[str, ...]:
    """The municipality's messages: one a line."""
    lines = in_language(config.texts.get("messages", {}), language).splitlines()
    return tuple(line.strip() for line in lines if line.strip())


def promise(config: HallConfig, language: str = "nl") -> str:
    """The promise of the hall, in its own words; "" when it gives none."""
    return in_language(config.texts.get("promise", {}), language)


def pages(view: HallView, language: str = "nl") -> tuple[tuple[str, str], ...]:
    """What the message area shows in turn: the promise with how it is kept, then each message."""
    promised = promise(view.config, language)
    first = ((promised, kept_text(view.figures)),) if promised else ()
    return first + tuple((message, "") for message in messages(view.config, language)) or (how_to(),)


def how_to() -> tuple[str, str]:
    """What to do, for who is here for the first time; also what a hall without messages shows."""
    return (
        translate("screen", "Wordt uw nummer geroepen?"),
        translate("screen", "Ga dan naar de balie of de kamer die erbij staat."),
    )


def municipality(config: HallConfig) -> str:
    """ "Gemeente Haarlem", also when the hall says only "Haarlem"; "" when it says nothing."""
    name = config.municipality.strip()
    if not name or name.lower().startswith("gemeente"):
        return name
    return translate("screen", "Gemeente %1").replace("%1", name)

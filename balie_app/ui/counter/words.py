"""The panel's sentences: Dutch in the source, other languages through Qt Linguist."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from balie_app.queue.rules.forecast import told
from balie_app.queue.rules.hall import Counter, HallConfig
from balie_app.queue.rules.numbering import place, shown
from balie_app.queue.rules.visit import AT_COUNTER, Contact, CounterState, Visit
from balie_app.queue.views import Wait
from balie_app.ui.counter.situation import Lateness, No, Situation
from balie_app.ui.words import clock as clock
from balie_app.ui.words import counter_kind as counter_kind
from balie_app.ui.words import label as label
from balie_app.ui.words import language as language
from balie_app.ui.words import local as local
from balie_app.ui.words import need as need
from balie_app.ui.words import own_language as own_language
from balie_app.ui.words import people as people
from balie_app.ui.words import things as things

translate = QCoreApplication.translate


def stopwatch(seconds: float) -> str:
    """3:05, or 1:03:05."""
    whole = max(0, int(seconds))
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def minutes(count: int) -> str:
    """3 min."""
    return translate("Counter", "%1 min").replace("%1", str(count))


def between(begin: datetime, end: datetime) -> str:
    """Whole minutes between two moments, in words."""
    count = int((end - begin).total_seconds() // 60)
    return minutes(count) if count >= 1 else translate("Counter", "< 1 min")


def wait_range(wait: Wait) -> str:
    """An expected wait as the visitor is told it."""
    low, high = told(wait.p10, wait.p90)
    if high == 0:
        return translate("Counter", "bijna meteen")
    if low == 0:
        return translate("Counter", "hoogstens %1 min").replace("%1", str(high))
    return translate("Counter", "%1 tot %2 min").replace("%1", str(low)).replace("%2", str(high))


def still(wait: Wait | None) -> str:
    """How long somebody who waits is still expected to wait; "" when it is hardly at all, or nobody can tell."""
    if wait is None or told(wait.p10, wait.p90)[1] == 0:
        return ""
    return translate("Counter", "nog %1").replace("%1", wait_range(wait))


def either(names: list[str]) -> str:
    """Balie 1, Balie 2 of Kamer 3."""
    if len(names) < 2:
        return "".join(names)
    return translate("Counter", "%1 of %2").replace("%1", ", ".join(names[:-1])).replace("%2", names[-1])


def capital(text: str) -> str:
    """With a capital, as at the beginning of a line."""
    return text[:1].upper() + text[1:]


def counter_name(counter: Counter) -> str:
    """Balie 4 or Kamer 2."""
    return place(counter, own_language())


def state_name(state: CounterState) -> str:
    """Open, pauze or gesloten."""
    return {
        CounterState.OPEN: translate("Counter", "open"),
        CounterState.PAUSED: translate("Counter", "pauze"),
        CounterState.CLOSED: translate("Counter", "gesloten"),
    }[state]


def subject(contact: Contact, config: HallConfig) -> str:
    """What the visitor comes for: the products, or else the kind of contact."""
    known = config.product_by_slug
    products = [label(known[slug].labels) for slug in contact.products if slug in known]
    if products:
        return ", ".join(products)
    kind = config.contact_type_by_code.get(contact.contact_type)
    return label(kind.labels) if kind else contact.contact_type


def came_via(code: str) -> str:
    """Where the number was given."""
    return {
        "kiosk": translate("Counter", "bij de aanmeldzuil"),
        "reception": translate("Counter", "bij de ontvangst"),
    }.get(code, "")


def late(level: Lateness, count: int) -> str:
    """The words of the alarm scale; the neutral level says nothing."""
    if level is Lateness.RED:
        return translate("Counter", "%1 min te laat").replace("%1", str(count))
    if level is Lateness.AMBER:
        return translate("Counter", "%1 min over tijd").replace("%1", str(count))
    return ""


def moment_of(contact: Contact, visit: Visit | None, now: datetime, config: HallConfig) -> str:
    """The line about time: appointment and call, or how long a walk-in waits."""
    if contact.appointment_at is None:
        return _walk_in_moment(contact, now, config)
    parts = [translate("Counter", "afspraak %1").replace("%1", clock(contact.appointment_at, config))]
    if visit and visit.arrived_at > contact.appointment_at:
        parts.append(translate("Counter", "gemeld %1").replace("%1", clock(visit.arrived_at, config)))
    if contact.first_called_at:
        parts.append(translate("Counter", "geroepen %1").replace("%1", clock(contact.first_called_at, config)))
    return " · ".join(parts)


def _walk_in_moment(contact: Contact, now: datetime, config: HallConfig) -> str:
    if contact.state in AT_COUNTER:
        text = translate("Counter", "wachtte %1").replace("%1", minutes(contact.waited_ms // 60_000))
    else:
        text = translate("Counter", "wacht %1").replace("%1", between(contact.arrived_at, now))
    return f"{text} · " + translate("Counter", "sinds %1").replace("%1", clock(contact.arrived_at, config))


def bring(contact: Contact, config: HallConfig) -> list[str]:
    """The checklist of all products, each thing once."""
    found: dict[str, None] = {}
    for slug in contact.products:
        product = config.product_by_slug.get(slug)
        found.update(dict.fromkeys(things(product.bring) if product else ()))
    return list(found)


def no(reason: No, here: Situation) -> str:
    """Why a step is not possible now, kindly, with what to do first."""
    if reason is No.BUSY and here.current is not None:
        return translate("Counter", "Rond eerst %1 af.").replace("%1", shown(here.current.label))
    return {
        No.OFFLINE: translate("Counter", "Er is nu geen verbinding met de hal. Zodra die terug is, kunt u verder."),
        No.NO_PRINTER: translate("Counter", "Deze balie heeft geen printer."),
        No.NO_CLERK: translate("Counter", "Kies eerst wie er aan deze balie zit."),
        No.CLOSED: translate("Counter", "Deze balie is gesloten. Open de balie eerst."),
        No.PAUSED: translate("Counter", "Deze balie heeft pauze. Hervat eerst."),
        No.OPEN: translate("Counter", "Deze balie is al open."),
        No.NOBODY_HERE: translate("Counter", "Er is nu niemand aan uw balie. Roep eerst de volgende."),
        No.NOT_STARTED: translate("Counter", "Start eerst het gesprek met F10."),
        No.STARTED: translate("Counter", "Het gesprek is al begonnen."),
        No.NOBODY_WAITS: translate("Counter", "Er wacht niemand."),
        No.NOBODY_PARKED: translate("Counter", "Er is niemand geparkeerd."),
        No.NOTHING_IN_THE_MAKING: translate("Counter", "Er is niets in de maak."),
        No.NOTHING_TO_UNDO: translate("Counter", "Er is niets om ongedaan te maken."),
    }.get(reason, "")


def undo(step: str, label: str) -> str:
    """What Ctrl+Z takes back: the journal's word for the step, and whose it was when that is known."""
    what = {
        "called": translate("Counter", "geroepen"),
        "recalled": translate("Counter", "opnieuw geroepen"),
        "started": translate("Counter", "gestart"),
        "not-there": translate("Counter", "niet verschenen"),
        "missed": translate("Counter", "niet verschenen"),
        "finished": translate("Counter", "klaar"),
        "parked": translate("Counter", "geparkeerd"),
        "produced": translate("Counter", "in de maak"),
        "transferred": translate("Counter", "doorverwezen"),
        "contact-added": translate("Counter", "tweede vraag"),
        "promised": translate("Counter", "belofte"),
    }.get(step, "")
    if not what:
        return translate("Counter", "Ongedaan maken")
    text = translate("Counter", "Ongedaan maken: %1")
    return text.replace("%1", f"{shown(label)} {what}" if label else what)


def hindrance(code: str) -> str:
    """What stands in the way of calling a chosen number here; empty when nothing does."""
    return {
        "counter-not-private": translate(
            "Counter", "Dit gesprek is vertrouwelijk en bij uw balie kan men meeluisteren. Geef een reden."
        ),
        "wrong-counter-type": translate("Counter", "Dit gesprek hoort op een ander soort plek. Geef een reden."),
        "for-another-counter": translate("Counter", "Dit nummer is naar een andere balie verwezen. Geef een reden."),
        "for-another-clerk": translate("Counter", "Dit nummer is voor een bepaalde collega. Geef een reden."),
        "counter-not-accessible": translate("Counter", "Uw balie is niet geschikt voor een rolstoel."),
        "not-competent": translate("Counter", "Dit onderwerp staat niet bij uw bekwaamheden."),
    }.get(code, "")


def not_there(contact: Contact, config: HallConfig) -> str:
    """What "niet verschenen" will do to this visitor."""
    if contact.calls > config.settings.recall_limit:
        text = translate("Counter", "%1 is dan niet verschenen en gaat van de lijst.")
    else:
        text = translate("Counter", "%1 gaat dan terug in de wachtrij.")
    return text.replace("%1", shown(contact.label))


def was_not_there(contact: Contact, missed: bool, config: HallConfig) -> str:
    """What "niet verschenen" did."""
    settings = config.settings
    if missed:
        text = translate("Counter", "%1 is niet verschenen. Wie binnen %2 min terugkomt, houdt zijn plek.")
        return text.replace("%1", shown(contact.label)).replace("%2", str(settings.return_tolerance_minutes))
    text = translate("Counter", "%1 staat weer in de wachtrij. De eerste %2 min wordt dit nummer niet aangeboden.")
    return text.replace("%1", shown(contact.label)).replace("%2", str(settings.absent_pause_minutes))


def phase(contact: Contact, now: datetime) -> str:
    """Called or in conversation, and for how long."""
    if contact.started_at:
        text, since = translate("Counter", "in gesprek · %1"), contact.started_at
    else:
        text, since = translate("Counter", "geroepen · %1"), contact.called_at or now
    told = text.replace("%1", stopwatch((now - since).total_seconds()))
    if contact.calls > 1 and not contact.started_at:
        told += " · " + translate("Counter", "%1e keer").replace("%1", str(contact.calls))
    return told

"""The host desk's sentences: Dutch in the source, other languages through Qt Linguist."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from balie_app.queue.rules.forecast import told
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.numbering import place, shown
from balie_app.queue.rules.visit import Contact, ContactState, CounterState, Visit
from balie_app.queue.views import HallView, Wait
from balie_app.ui.words import clock as clock
from balie_app.ui.words import counter_kind as counter_kind
from balie_app.ui.words import filled as filled
from balie_app.ui.words import label as label
from balie_app.ui.words import language as language
from balie_app.ui.words import local as local
from balie_app.ui.words import need as need
from balie_app.ui.words import own_language as own_language
from balie_app.ui.words import people as people
from balie_app.ui.words import things as things

translate = QCoreApplication.translate


def day(moment: datetime, config: HallConfig) -> str:
    """The date as a diary says it: ma 23 nov."""
    days = translate("Host", "ma di wo do vr za zo").split()
    months = translate("Host", "jan feb mrt apr mei jun jul aug sep okt nov dec").split()
    here = local(moment, config)
    return f"{days[here.weekday()]} {here.day} {months[here.month - 1]}"


def minutes_between(begin: datetime, end: datetime) -> int:
    """Whole minutes, never negative."""
    return max(0, int((end - begin).total_seconds() // 60))


def minutes(count: int) -> str:
    """3 min; from two hours on 2 u 05."""
    if count < 1:
        return translate("Host", "< 1 min")
    if count < 120:
        return translate("Host", "%1 min").replace("%1", str(count))
    hours, rest = divmod(count, 60)
    return translate("Host", "%1 u %2").replace("%1", str(hours)).replace("%2", f"{rest:02}")


def minutes_in_words(count: int) -> str:
    """1 minuut, 4 minuten."""
    if count == 1:
        return translate("Host", "1 minuut")
    return translate("Host", "%1 minuten").replace("%1", str(count))


def norms_kept(count: float) -> str:
    """What an action is expected to do for the appointments; ``count`` is a mean."""
    if round(count, 1) == 1:
        return translate("Host", "Dan komt naar verwachting 1 afspraak meer op tijd.")
    many = f"{count:.1f}".replace(".", translate("Host", ",", "decimal point"))
    return translate("Host", "Dan komen naar verwachting %1 afspraken meer op tijd.").replace("%1", many)


def product(slug: str, config: HallConfig) -> str:
    """A product's name."""
    found = config.product_by_slug.get(slug)
    return label(found.labels) if found else slug


def subject(products: tuple[str, ...], contact_type: str, config: HallConfig) -> str:
    """What the visitor comes for: the products, or else the kind of contact."""
    if products:
        return " + ".join(product(slug, config) for slug in products)
    return kind(contact_type, config)


def kind(contact_type: str, config: HallConfig) -> str:
    """The name of a kind of contact."""
    found = config.contact_type_by_code.get(contact_type)
    return label(found.labels) if found else contact_type


def about(visit: Visit | None) -> list[str]:
    """What a host wants to know about a visitor at a glance: party, needs, language."""
    if visit is None:
        return []
    facts = [people(visit.party)] if visit.party > 1 else []
    facts += [need(code) for code in visit.needs]
    return facts + ([language(visit.language)] if visit.language != "nl" else [])


def listed(facts: list[str]) -> str:
    """Facts behind each other; a line breaks between facts, never inside one."""
    return " · ".join(fact.replace(" ", "\N{NO-BREAK SPACE}") for fact in facts)


def counter_state(state: CounterState) -> str:
    """What a counter without a visitor is."""
    return {
        CounterState.OPEN: translate("Host", "vrij"),
        CounterState.PAUSED: translate("Host", "pauze"),
        CounterState.CLOSED: translate("Host", "dicht"),
    }[state]


def counter_name(number: int, config: HallConfig) -> str:
    """Balie 4 or Kamer 2."""
    counter = config.counter_by_number.get(number)
    return place(counter, own_language()) if counter else str(number)


def contact_state(contact: Contact, config: HallConfig, now: datetime) -> str:
    """Where a visitor is now."""
    back = contact.comes_back_at
    if back is not None and contact.is_away(now):
        return filled(translate("Host", "komt terug om %1"), clock(back, config))
    text = {
        ContactState.WAITING: translate("Host", "wacht sinds %1"),
        ContactState.CALLED: translate("Host", "geroepen naar %2"),
        ContactState.SERVING: translate("Host", "aan %2"),
        ContactState.PRODUCING: translate("Host", "in de maak"),
        ContactState.PARKED: translate("Host", "even weg"),
        ContactState.MISSED: translate("Host", "niet verschenen"),
    }.get(contact.state, translate("Host", "klaar"))
    where = counter_name(contact.counter, config) if contact.counter is not None else ""
    return filled(text, clock(contact.arrived_at, config), where[:1].lower() + where[1:])


def still(wait: Wait | None) -> str:
    """How long somebody who waits is still expected to wait, as a range."""
    if wait is None:
        return translate("Host", "geen balie open")
    low, high = told(wait.p10, wait.p90)
    if high == 0:
        return translate("Host", "zo aan de beurt")
    return translate("Host", "nog %1 min").replace("%1", f"{low}–{high}")


def here_since(contact: Contact) -> datetime:
    """Since when a visitor waits here: arrival, or when somebody who went away came back."""
    return max(contact.arrived_at, contact.comes_back_at or contact.arrived_at)


def figures(view: HallView, now: datetime) -> str:
    """12 wachten · langste 14 min · afspraken op tijd 97 %."""
    waiting = [c for c in view.contacts if c.state is ContactState.WAITING and not c.is_away(now)]
    if not waiting:
        parts = [translate("Host", "niemand wacht")]
    else:
        longest = max(minutes_between(here_since(c), now) for c in waiting)
        number = translate("Host", "1 wacht") if len(waiting) == 1 else translate("Host", "%1 wachten")
        parts = [
            number.replace("%1", str(len(waiting))),
            translate("Host", "langste %1").replace("%1", minutes(longest)),
        ]
    if called := view.figures.appointments_called:
        share = str(int(100 * view.figures.appointments_in_time / called))
        parts.append(translate("Host", "afspraken op tijd %1 %").replace("%1", share))
    return " · ".join(parts)


def ticket(label: str) -> str:
    """A 012."""
    return shown(label)


def step(code: str) -> str:
    """The last step at a counter, for its undo button; empty when it cannot be taken back."""
    return {
        "called": translate("Host", "oproep"),
        "recalled": translate("Host", "tweede oproep"),
        "started": translate("Host", "begin van het gesprek"),
        "not-there": translate("Host", "niet verschenen"),
        "missed": translate("Host", "niet verschenen"),
        "finished": translate("Host", "klaar"),
        "parked": translate("Host", "even weg"),
        "produced": translate("Host", "in de maak"),
        "transferred": translate("Host", "doorverwijzing"),
        "contact-added": translate("Host", "extra vraag"),
        "promised": translate("Host", "belofte"),
    }.get(code, "")

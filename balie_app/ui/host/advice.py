"""What goes wrong next, in one sentence, and the one command that helps. No Qt, no clock of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from balie_app.devices.states import USABLE
from balie_app.queue.commands import CallTicket, Command, OpenCounter, PrintAgain, PrintOutcome, Reprint, TakeOver
from balie_app.queue.config.trial import TRIAL
from balie_app.queue.rules.eligible import obstacle, offered
from balie_app.queue.rules.hall import Clerk, Counter
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState, CounterState
from balie_app.queue.slips import SLIPS
from balie_app.queue.store.watch import WORTH_SAYING, Help, Watch
from balie_app.queue.views import HallView, PrintJob
from balie_app.ui.host import words
from balie_app.ui.host.lines import Tone, expected_at, lateness
from balie_app.ui.host.words import filled, translate

SEEN = "seen"
"""Somebody looked at the printer."""
NOBODY_TELLS = timedelta(minutes=5)
"""Paper that is being printed longer than any printer takes, by a station that is gone."""
SLOW = timedelta(minutes=1)
"""Paper that waits this long for a printer that does not work is worth a word."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence, and the command behind its button (None: only "Later")."""

    key: str
    """The same until something changes that makes it other advice; minutes passing do not."""
    sentence: str
    tone: Tone = Tone.PLAIN
    button: str = ""
    command: Command | None = None
    other: str = ""
    """A second answer, where there are two."""
    other_command: Command | None = None


def advise(
    view: HallView,
    now: datetime,
    printer: str | None = None,
    dismissed: frozenset[str] = frozenset(),
    norm: Watch | None = None,
) -> Advice | None:
    """The first thing to say that was not put aside: an appointment in need, paper that did not come out or waits long.

    ``norm``: what sampled futures say; None: a process that has none goes by the expected waits alone.
    """
    for contact in _in_need_first(view, now, norm):
        if (advice := _best(contact, view, now, norm)).key not in dismissed:
            return advice
    for job in _papers(view):
        if job.state in {"failed", "unknown"} and (advice := _paper(job, printer)).key not in dismissed:
            return advice
    return next((each for each in slow_paper(view, now, printer) if each.key not in dismissed), None)


def _papers(view: HallView) -> Iterator[PrintJob]:
    """Paper that the reception is told about; whoever tries a layout is told in that window."""
    return (job for job in view.print_jobs if job.kind != TRIAL)


def _in_need_first(view: HallView, now: datetime, norm: Watch | None) -> list[Contact]:
    """Appointments that will not be called in time as things stand, the one that helps most to help first."""
    chances = {each.contact.id: each.chance for each in norm.dangers} if norm else {}
    found = [each for each in view.contacts if _in_need(each, view, now, chances.get(each.id))]
    helped = norm.help.label if norm and norm.help else ""
    return sorted(found, key=lambda c: (c.label != helped, c.due_at, c.id))


def _in_need(contact: Contact, view: HallView, now: datetime, chance: float | None) -> bool:
    if contact.state is not ContactState.WAITING or contact.appointment_at is None or not offered(contact, now):
        return False
    if lateness(contact, now) is not Tone.PLAIN:
        return True
    if chance is not None:
        return chance >= WORTH_SAYING
    if _free_for(contact, view) is not None:
        return False
    wait = view.waits.get(contact.id)
    return wait is None or now + timedelta(minutes=wait.p50) > contact.due_at


def _free_for(contact: Contact, view: HallView) -> int | None:
    """A counter that has nobody and could call this contact now."""
    free = (c for c in view.config.counters if _free(c, view) and _may(contact, c, _clerk_at(c, view), view))
    return next((c.number for c in free), None)


def _clerk_at(counter: Counter, view: HallView) -> Clerk | None:
    work = next((w for w in view.counters if w.number == counter.number), None)
    return view.config.clerk_by_code.get(work.clerk or "") if work else None


def _free(counter: Counter, view: HallView) -> bool:
    open_ = any(w.number == counter.number and w.state is CounterState.OPEN for w in view.counters)
    return open_ and not any(c.counter == counter.number and c.state in AT_COUNTER for c in view.contacts)


def _may(contact: Contact, counter: Counter, clerk: Clerk | None, view: HallView) -> bool:
    visit = view.visits.get(contact.visit)
    return obstacle(contact, visit.needs if visit else (), counter, clerk, view.config) is None


def _way_out(contact: Contact, view: HallView) -> OpenCounter | None:
    """A closed counter that suits, most preferred kind first, with a clerk who sits nowhere and can do this."""
    seated = {w.clerk for w in view.counters if w.state is not CounterState.CLOSED}
    closed = {w.number for w in view.counters if w.state is CounterState.CLOSED}
    order = view.config.contact_type_by_code[contact.contact_type].counter_types
    places = [c for c in view.config.counters if c.number in closed]
    places.sort(key=lambda c: order.index(c.type) if c.type in order else len(order))
    for place in places:
        for clerk in view.config.clerks:
            if clerk.code not in seated and _may(contact, place, clerk, view):
                return OpenCounter(counter=place.number, clerk=clerk.code)
    return None


def _best(contact: Contact, view: HallView, now: datetime, norm: Watch | None) -> Advice:
    """What futures say helps most, while it still can be done; else what a rule says."""
    way = norm.help if norm and norm.help and norm.help.label == contact.label else None
    if way is None or not _still_possible(way, view):
        return _about(contact, view, now)
    tone = lateness(contact, now)
    sentence, button, command = _by_futures(way, contact, view)
    sentence = f"{_situation(contact, view, now, tone)}. {sentence} {words.norms_kept(way.kept)}"
    key = f"{contact.id}:{contact.revision}:{tone}:{way.code}:{way.counter}:{way.clerk}"
    return Advice(key, sentence, tone, button, command)


def _still_possible(way: Help, view: HallView) -> bool:
    """Futures were played a moment ago; since then somebody may have sat down."""
    if way.code != "open":
        return True
    closed = {each.number for each in view.counters if each.state is CounterState.CLOSED}
    seated = {each.clerk for each in view.counters if each.state is not CounterState.CLOSED}
    return way.counter in closed and way.clerk in view.config.clerk_by_code and way.clerk not in seated


def _by_futures(way: Help, contact: Contact, view: HallView) -> tuple[str, str, Command | None]:
    """The question, the button's text, and what it does."""
    where = words.counter_name(way.counter, view.config) if way.counter is not None else ""
    clerk = view.config.clerk_by_code.get(way.clerk or "")
    name = clerk.name if clerk else ""
    if way.code == "open" and way.counter is not None and way.clerk:
        sentence = filled(translate("Host", "%1 openen met %2?"), where, name)
        return sentence, filled(translate("Host", "%1 openen"), where), OpenCounter(way.counter, way.clerk)
    if way.code == "also":
        kind = words.kind(way.contact_type, view.config)
        return filled(translate("Host", "Kan %1 (%2) ook iemand voor “%3” helpen?"), name, where, kind), "", None
    label = words.ticket(contact.label)
    if (free := _free_for(contact, view)) is None:
        return filled(translate("Host", "Laat de eerste vrije plek %1 roepen."), label), "", None
    there = words.counter_name(free, view.config)
    there = there[:1].lower() + there[1:]
    command = CallTicket(counter=free, label=contact.label, reason=translate("Host", "op verzoek van de ontvangst"))
    sentence = filled(translate("Host", "%1 nu eerst roepen?"), label)
    return sentence, filled(translate("Host", "Naar %1 roepen"), there), command


def _about(contact: Contact, view: HallView, now: datetime) -> Advice:
    tone = lateness(contact, now)
    situation = _situation(contact, view, now, tone)
    way: Command | None = None
    if (free := _free_for(contact, view)) is not None:
        where = words.counter_name(free, view.config)
        reason = translate("Host", "op verzoek van de ontvangst")
        way = CallTicket(counter=free, label=contact.label, reason=reason)
        sentence = filled(translate("Host", "%1. %2 is vrij: daarheen roepen?"), situation, where)
        button = filled(translate("Host", "Naar %1 roepen"), where[:1].lower() + where[1:])
    elif (way := _way_out(contact, view)) is not None:
        where = words.counter_name(way.counter, view.config)
        name = view.config.clerk_by_code[way.clerk].name
        sentence = filled(translate("Host", "%1. %2 openen met %3?"), situation, where, name)
        button = filled(translate("Host", "%1 openen"), where)
    else:
        sentence, button = filled(translate("Host", "%1 en er komt geen plek vrij."), situation), ""
    return Advice(f"{contact.id}:{contact.revision}:{tone}:{button}", sentence, tone, button, way)


def _situation(contact: Contact, view: HallView, now: datetime, tone: Tone) -> str:
    at, label = words.clock(contact.appointment_at or now, view.config), words.ticket(contact.label)
    waited = words.minutes_between(expected_at(contact), now)
    if tone is Tone.RED:
        template = translate("Host", "Afspraak %1 (%2) is te laat: wacht %3")
    elif waited:
        template = translate("Host", "Afspraak %1 (%2) wacht %3")
    else:
        template = translate("Host", "Afspraak %1 (%2) komt in het nauw")
    return filled(template, at, label, words.minutes_in_words(waited))


def _paper(job: PrintJob, printer: str | None) -> Advice:
    if job.kind in SLIPS:
        return _slip(job, printer)
    if job.kind != "ticket":
        return _money_paper(job)
    again = Reprint(label=job.label, printer=printer) if printer else None
    key, label = f"paper:{job.id}:{job.state}", words.ticket(job.label)
    if job.state == "failed":
        sentence = translate("Host", "Bon %1 is niet geprint. Noem het nummer aan de bezoeker, of print opnieuw.")
        button = translate("Host", "Opnieuw printen") if again else ""
        return Advice(key, filled(sentence, label), button=button, command=again)
    return Advice(
        key,
        filled(translate("Host", "Ligt bon %1 in printer %2? Balie kreeg geen antwoord."), label, job.printer),
        button=translate("Host", "Nee, opnieuw printen") if again else "",
        command=again,
        other=translate("Host", "Ja"),
        other_command=PrintOutcome(job.id, "printed", SEEN),
    )


def _slip(job: PrintJob, printer: str | None) -> Advice:
    """A slip or report: what surely did not come out is printed as it was, else once more, marked as such."""
    key = f"paper:{job.id}:{job.state}"
    if job.state == "failed":
        sentence = translate("Host", "Een strook is niet geprint. Kijk bij de printer en print opnieuw.")
        button = translate("Host", "Opnieuw printen")
        return Advice(key, sentence, button=button, command=PrintOutcome(job.id, "queued"))
    again = PrintAgain(job.id, printer) if printer else None
    return Advice(
        key,
        filled(translate("Host", "Kwam de strook uit printer %1?"), job.printer),
        button=translate("Host", "Nee, opnieuw printen") if again else "",
        command=again,
        other=translate("Host", "Ja"),
        other_command=PrintOutcome(job.id, "printed", SEEN),
    )


def _money_paper(job: PrintJob) -> Advice:
    """A receipt or report: what surely did not come out is printed again as it was, else a person looks first."""
    key = f"paper:{job.id}:{job.state}"
    if job.state == "failed":
        sentence = translate("Host", "Een kassabon is niet geprint. Kijk bij de printer en print opnieuw.")
        return Advice(
            key,
            sentence,
            button=translate("Host", "Opnieuw printen"),
            command=PrintOutcome(job.id, "queued"),
        )
    return Advice(
        key,
        filled(translate("Host", "Kwam de kassabon uit printer %1?"), job.printer),
        button=translate("Host", "Nee"),
        command=PrintOutcome(job.id, "failed", SEEN),
        other=translate("Host", "Ja"),
        other_command=PrintOutcome(job.id, "printed", SEEN),
    )


def slow_paper(view: HallView, now: datetime, printer: str | None) -> Iterator[Advice]:
    """Which printer does the work of another one, and what waits for one that does nothing."""
    devices = {each.name: each for each in view.devices}
    for device in view.devices:
        helper = devices.get(device.backup)
        if helper is not None and device.state not in USABLE and helper.state in USABLE:
            sentence = translate("Host", "Printer %1 werkt niet. De bonnen komen nu uit printer %2.")
            yield Advice(f"backup:{device.name}:{device.since.isoformat()}", filled(sentence, device.name, helper.name))
    for job in _papers(view):
        found = devices.get(job.printer)
        works = found is not None and found.state in USABLE
        if job.state == "queued" and not works and now - job.made_at >= SLOW:
            yield _waits(job, printer)
        elif job.state == "sending" and not works and now - job.made_at >= NOBODY_TELLS:
            yield _is_it_there(job)


def _is_it_there(job: PrintJob) -> Advice:
    """Its station stopped while it printed: nobody will tell what became of it."""
    if job.kind == "ticket":
        sentence = translate("Host", "Ligt bon %1 in printer %2? Balie kreeg geen antwoord.")
        asked = filled(sentence, words.ticket(job.label), job.printer)
    else:
        sentence = translate("Host", "Balie stuurde iets naar printer %1 en kreeg geen antwoord. Is het geprint?")
        asked = filled(sentence, job.printer)
    return Advice(
        f"sending:{job.id}",
        asked,
        button=translate("Host", "Nee"),
        command=PrintOutcome(job.id, "failed", SEEN),
        other=translate("Host", "Ja"),
        other_command=PrintOutcome(job.id, "printed", SEEN),
    )


def _waits(job: PrintJob, printer: str | None) -> Advice:
    key = f"waits:{job.printer}"
    if printer in {None, job.printer} or job.kind != "ticket":
        sentence = translate("Host", "Er moet nog iets uit printer %1, maar die werkt niet.")
        return Advice(key, filled(sentence, job.printer))
    sentence = translate("Host", "Bon %1 wacht op printer %2, maar die werkt niet. Hier printen?")
    return Advice(
        key,
        filled(sentence, words.ticket(job.label), job.printer),
        button=translate("Host", "Hier printen"),
        command=TakeOver(job.printer, printer or ""),
    )

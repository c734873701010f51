"""The commands that change the hall: from the fields of a request to a command, and from its result to the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from balie_app.queue import commands as c
from balie_app.queue.config import parse
from balie_app.queue.ctl import fields as f
from balie_app.queue.ctl import money, shapes, slips
from balie_app.queue.ctl.fields import Fields
from balie_app.queue.ctl.lines import bad
from balie_app.queue.ctl.shapes import Json
from balie_app.queue.desk.conversation import POSITIONS
from balie_app.queue.desk.intake import LARGEST_PARTY
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store import journal
from balie_app.queue.store.work import Work

Answer = Callable[[Work, Any, Any], Json]
"""Makes the answer from the hall after the step, the command and its result."""

NEEDS = ("wheelchair", "help", "quiet", "interpreter")
VIAS = ("kiosk", "reception", "dispenser")
DAY = 24 * 60
slugs = f.texts(f.NAME)


@dataclass(frozen=True, slots=True)
class Change:
    """One word of the contract: how it is read and how it is answered."""

    read: Callable[[Fields], c.Command]
    answer: Answer


def _nothing(_work: Work, _command: Any, _result: Any) -> Json:
    return {}


def _ticket(work: Work, command: c.Command, result: Any) -> Json:
    label = _label_of(work, command) if result is None else result.label
    if label is None or getattr(result, "day", work.day) != work.day:  # asked again a day later
        raise Refused("no-such-ticket", ticket=label)
    return {"ticket": shapes.ticket(work, label)}


def _label_of(work: Work, command: c.Command) -> str | None:
    """The ticket of a step that is asked for again, when what it made was taken back since."""
    entry = None if command.key is None else journal.by_key(work.connection, command.key)
    return None if entry is None else entry.ticket


def _counter(work: Work, _command: Any, result: Any) -> Json:
    return {"counter": shapes.counter(work, result)}


def _appointment(work: Work, _command: Any, result: Any) -> Json:
    return {"appointment": shapes.appointment(work, result)}


def _quick(work: Work, _command: Any, result: Any) -> Json:
    return {"contact": shapes.quick(work, result)}


def _called(work: Work, command: Any, result: Any) -> Json:
    if result is None:
        return {"ticket": None, "why": None}
    rule = "chosen"
    if isinstance(command, c.CallNext):
        rule = "appointment" if result.appointment_at else "first" if result.position == "first" else "longest-wait"
    return {**_ticket(work, command, result), "why": {"rule": rule, "text": result.why}}


def _undone(work: Work, command: c.Undo, result: Any) -> Json:
    # undoing a second question takes that contact away; the ticket is the one at the counter
    return _ticket(work, command, result or (None if command.key else work.occupied(command.counter)))


def _set_up(_work: Work, _command: Any, version: int) -> Json:
    return {"version": version}


def _day(_work: Work, _command: Any, end: Any) -> Json:
    tickets = [{"label": each.label, "state": each.state.value, "outcome": each.outcome} for each in end]
    counters = [each.number for each in end.counters]
    return {"closed": {"tickets": tickets, "counters": counters, "no_shows": list(end.no_shows)}}


def _at(kind: Callable[[int], c.Command]) -> Callable[[Fields], c.Command]:
    return lambda fields: kind(fields.need("counter", f.whole()))


def _of(kind: Callable[[str], c.Command]) -> Callable[[Fields], c.Command]:
    return lambda fields: kind(fields.need("ticket", f.ticket))


def _configure(fields: Fields) -> c.Command:
    document, base = fields.need("hall", f.table), fields.may("base", f.whole())
    fields.finish()
    return c.Configure(parse(document), base)


def _issue(fields: Fields) -> c.Command:
    kind = fields.may("contact_type", f.NAME)
    return c.Issue(
        products=fields.need("products", f.texts(f.NAME, empty=kind is not None)),
        contact_type=kind,
        language=fields.has("language", f.language, "nl"),
        party=fields.has("party", f.whole(1, LARGEST_PARTY), 1),
        needs=fields.has("needs", f.texts(f.near(NEEDS, f.text(32)), empty=True), ()),
        via=fields.has("via", f.word(*VIAS), "reception"),
        quantity=fields.has("count", f.whole(1, 999), 1),
        printer=fields.may("printer", slips.PRINTER),
        later=fields.may("back_at", f.moment),
    )


def _book(fields: Fields) -> c.Command:
    return c.Book(
        products=fields.need("products", slugs),
        start=fields.need("start", f.moment),
        minutes=fields.may("minutes", f.whole(1, DAY)),
        officer=fields.may("officer", f.NAME),
        party=fields.has("party", f.whole(1, LARGEST_PARTY), 1),
        language=fields.has("language", f.language, "nl"),
        printer=fields.may("printer", slips.PRINTER),
    )


def _next(fields: Fields) -> c.Command:
    number = fields.need("counter", f.whole())
    return c.CallNext(number, fields.has("exclude", f.texts(f.ticket, empty=True), ()))


def _call(fields: Fields) -> c.Command:
    number, label = fields.need("counter", f.whole()), fields.need("ticket", f.ticket)
    return c.CallTicket(number, label, fields.has("reason", f.SENTENCE, ""))


def _check_in(fields: Fields) -> c.Command:
    code = fields.need("code", f.NAME)
    return c.CheckIn(code, needs=fields.has("needs", f.texts(f.near(NEEDS, f.text(32)), empty=True), ()))


def _make_promise(fields: Fields) -> c.Command:
    return c.MakePromise(
        counter=fields.need("counter", f.whole()),
        clerk=fields.need("clerk", f.NAME),
        due_at=fields.need("due", f.moment),
        about=fields.has("about", f.SENTENCE, ""),
    )


def _promise(work: Work, _command: Any, result: Any) -> Json:
    return {"promise": shapes.promise(work, result)}


def _ending(kind: type[c.StartDay | c.CloseDay]) -> Callable[[Fields], c.Command]:
    return lambda fields: kind(fields.has("reason", f.SENTENCE, kind().reason))


def _finish(fields: Fields) -> c.Command:
    return c.Finish(
        counter=fields.need("counter", f.whole()),
        outcome=fields.has("outcome", f.text(64), "done"),
        depth=fields.may("depth", f.whole(0, 9)),
        came_back_because=fields.has("came_back_because", f.SENTENCE, ""),
        products=fields.may("products", slugs),
    )


def _transfer(fields: Fields) -> c.Command:
    to = Fields(fields.need("to", f.table), "to")
    target = {
        "contact_type": to.may("contact_type", f.NAME),
        "products": to.may("products", slugs) or (),
        "to_counter": to.may("counter", f.whole()),
        "officer": to.may("officer", f.NAME),
    }
    to.finish()
    if not any(each not in {None, ()} for each in target.values()):
        raise bad("to", "contact_type, products, counter of officer")
    return c.Transfer(
        counter=fields.need("counter", f.whole()),
        **target,  # type: ignore[arg-type]  # each value has the type of its own field
        note=fields.has("note", f.NOTE, ""),
        position=fields.has("position", f.word(*POSITIONS), "arrival"),
        confirm=fields.has("confirm", f.flag, default=False),
        reason=fields.has("reason", f.SENTENCE, ""),
    )


CHANGES: dict[str, Change] = {
    "configure": Change(_configure, _nothing),
    "undo-configure": Change(lambda _: c.UndoConfigure(), _set_up),
    "start-day": Change(_ending(c.StartDay), _day),
    "close-day": Change(_ending(c.CloseDay), _day),
    "open-counter": Change(
        lambda fields: c.OpenCounter(fields.need("counter", f.whole()), fields.need("clerk", f.NAME)), _counter
    ),
    "pause-counter": Change(_at(c.PauseCounter), _counter),
    "resume-counter": Change(_at(c.ResumeCounter), _counter),
    "close-counter": Change(_at(c.CloseCounter), _counter),
    "issue": Change(_issue, _ticket),
    "quick-contact": Change(
        lambda fields: c.QuickContact(fields.need("topic", f.text(200)), fields.may("counter", f.whole())), _quick
    ),
    "book": Change(_book, _appointment),
    "cancel-appointment": Change(lambda fields: c.CancelAppointment(fields.need("code", f.NAME)), _appointment),
    "move-appointment": Change(
        lambda fields: c.MoveAppointment(fields.need("code", f.NAME), fields.need("start", f.moment)), _appointment
    ),
    "check-in": Change(_check_in, _ticket),
    "leave": Change(_of(c.Leave), _ticket),
    "next": Change(_next, _called),
    "call": Change(_call, _called),
    "recall": Change(_at(c.Recall), _ticket),
    "start": Change(_at(c.Start), _ticket),
    "not-there": Change(_at(c.NotThere), _ticket),
    "finish": Change(_finish, _ticket),
    "return": Change(_of(c.Return), _ticket),
    "park": Change(lambda fields: c.Park(fields.need("counter", f.whole()), fields.has("note", f.NOTE, "")), _ticket),
    "resume": Change(
        lambda fields: c.Resume(fields.need("counter", f.whole()), fields.need("ticket", f.ticket)), _ticket
    ),
    "transfer": Change(_transfer, _ticket),
    "promise": Change(_make_promise, _promise),
    "keep-promise": Change(lambda fields: c.KeepPromise(fields.need("promise", f.NAME)), _promise),
    "add-contact": Change(
        lambda fields: c.AddContact(fields.need("counter", f.whole()), fields.need("products", slugs)), _ticket
    ),
    "produce": Change(_at(c.Produce), _ticket),
    "ready": Change(_of(c.Ready), _ticket),
    "undo": Change(_at(c.Undo), _undone),
    **{word: Change(read, answer) for word, (read, answer) in (slips.CHANGES | money.CHANGES).items()},
}
"""Every command of the contract that changes something."""

"""Taking back the last step at a counter: a new entry, nothing is erased."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from balie_app.queue import commands as c
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import AT_COUNTER, Contact, Visit
from balie_app.queue.store.journal import Entry, at_counter, entries
from balie_app.queue.store.records import FIELDS, KINDS, Record, unplain
from balie_app.queue.store.steps_back import FINAL, UNDONE, last_standing, last_step_at
from balie_app.queue.store.work import Work


def undo(work: Work, command: c.Undo) -> Contact | None:
    """Put back what the last step at this counter changed, if nobody built on it meanwhile."""
    work.counter(command.counter)
    step = last_step_at(work.connection, command.counter)
    if step is None:
        latest = last_standing(at_counter(work.connection, command.counter))
        money = latest is not None and latest.what in FINAL
        raise Refused("receipt-stands" if money else "nothing-to-undo", counter=command.counter)
    if work.now - step.at > timedelta(seconds=work.config.settings.undo_seconds):
        raise Refused("too-late-to-undo", counter=command.counter, what=step.what)
    _demand_nothing_since(work, step)
    restored = _restore(work, step)
    work.say(UNDONE, step.ticket, command.counter, undoes=step.seq, step=step.what)
    return restored


def _restore(work: Work, step: Entry) -> Contact | None:
    contact = None
    for change in sorted(step.changes, key=lambda each: each["was"] is not None):
        before = _restore_one(work, change)
        if isinstance(before, Contact):
            contact = before
    if contact is not None and contact.counter is not None:
        _demand_counter_free(work, contact)
        _demand_visitor_free(work, contact)
    return contact


def _demand_nothing_since(work: Work, step: Entry) -> None:
    """Refuse when a later step, itself not taken back, changed what this step changed."""
    later = entries(work.connection, step.seq, work.head.seq - step.seq + 1)
    undone = {entry.facts["undoes"] for entry in later if entry.what == UNDONE}
    standing = [entry for entry in later if entry.what != UNDONE and entry.seq not in undone]
    touched = {(change["of"], change["key"]) for entry in standing for change in entry.changes}
    if any((change["of"], change["key"]) in touched for change in step.changes):
        raise Refused("overtaken", ticket=step.ticket, what=step.what)


def _restore_one(work: Work, change: dict[str, Any]) -> Record | None:
    kind = KINDS[change["of"]]
    record: Any = work.get(kind, change["key"])
    if change["was"] is None:
        work.remove(record)
        return None
    fields = {name: getattr(record, name) for name in FIELDS[kind]} | unplain(kind, change["was"])
    restored: Record = work.put(kind(**fields))
    return restored


def _demand_counter_free(work: Work, contact: Contact) -> None:
    """The counter the visitor goes back to must not have called somebody else."""
    other = work.at_counter(contact.counter or 0)
    if other is not None and other.id != contact.id:
        raise Refused("overtaken", ticket=contact.label)


def _demand_visitor_free(work: Work, contact: Contact) -> None:
    """The visitor must not be at another counter meanwhile, with a second question."""
    visit = work.get(Visit, contact.visit)
    if visit is None or contact.state not in AT_COUNTER:
        return
    # what this step takes away is read as nothing
    others = [each for each in work.contacts(visit) if each is not None and each.id != contact.id]
    if any(each.state in AT_COUNTER for each in others):
        raise Refused("overtaken", ticket=contact.label)

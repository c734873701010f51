"""A promise instead of a second referral: who lets the visitor know, and before when."""

from __future__ import annotations

from dataclasses import replace

from balie_app.queue import commands as c
from balie_app.queue.rules import lifecycle
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Promise
from balie_app.queue.store.work import Work

PROMISED = "promised"


def make_promise(work: Work, command: c.MakePromise) -> Promise:
    """The conversation is over; the promise stays open until it is kept."""
    contact = work.occupied(command.counter)
    if command.clerk not in work.config.clerk_by_code:
        raise Refused("no-such-clerk", clerk=command.clerk)
    if command.due_at <= work.now:
        raise Refused("promise-too-late", due_at=work.local(command.due_at).isoformat(timespec="minutes"))
    done = work.put(lifecycle.finish(contact, PROMISED, None, "", work.now))
    promise = Promise(work.new_id(), work.day, done.label, command.clerk, command.due_at, command.about)
    work.say(PROMISED, done.label, command.counter, promise=promise.id, clerk=command.clerk)
    return work.put(promise)


def keep_promise(work: Work, command: c.KeepPromise) -> Promise:
    """Done as promised."""
    found = work.get(Promise, command.promise)
    if found is None:
        raise Refused("no-such-promise")
    if found.kept_at is not None:
        raise Refused("promise-kept", ticket=found.label)
    work.say("promise-kept", found.label, promise=found.id, in_time=work.now <= found.due_at)
    return work.put(replace(found, kept_at=work.now))

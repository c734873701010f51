"""One hall and a stream of requests: each line gets exactly one answer, whatever is in it."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from balie_app.queue.commands import By, Command, SetClock
from balie_app.queue.config.mistakes import nearest
from balie_app.queue.ctl import fields as f
from balie_app.queue.ctl.changes import CHANGES
from balie_app.queue.ctl.fields import Fields
from balie_app.queue.ctl.lines import bad, request_of
from balie_app.queue.ctl.questions import QUESTIONS
from balie_app.queue.ctl.shapes import Json
from balie_app.queue.hall import Hall
from balie_app.queue.messages import sentence
from balie_app.queue.rules.refused import Refused
from balie_app.queue.trouble import Trouble

BY = By("ctl")
WORDS = (*CHANGES, *QUESTIONS)
SHARED_CODES = dict.fromkeys(
    ("appointment-only", "walk-in-only", "not-here", "product-closed", "nobody-present"), "not-allowed"
)
"""Refusals of the house that the contract calls by one name; the house's own is in ``facts.because``."""

LONGEST_KEY = 200
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")

log = logging.getLogger(__name__)


class Session:
    """Answers requests about one hall. ``strange`` is set for a real hall that was opened as a rehearsal."""

    def __init__(self, hall: Hall, strange: bool = False) -> None:
        self.hall = hall
        self.strange = strange
        self._reached: datetime | None = None
        """Where a refused request had set the clock: the next request goes on from there."""

    def answer(self, line: bytes) -> Json:
        """The answer to one line; never raises."""
        about: Json = {}
        try:
            request = request_of(line)
            if "id" in request:
                about["id"] = request.pop("id")
            return {"ok": True, **about, **self._carry_out(request)}
        except (Refused, Trouble) as error:
            return {"ok": False, **about, **refusal(error)}
        except Exception as error:  # a bug is answered too, and told in the log
            log.exception("a request could not be answered")
            return {"ok": False, **about, "code": "internal-error", "message": sentence(error), "facts": {}}

    def _carry_out(self, request: dict[str, Any]) -> Json:
        do = _word(request.pop("do", None))
        fields = Fields(request)
        at = fields.may("at", f.moment)
        if do in CHANGES:
            change, key = CHANGES[do], fields.may("key", f.text(LONGEST_KEY))
            command = change.read(fields)
            fields.finish()
            if key is not None:
                command = replace(command, key=kept_key(do, key))
            result = self._change(command, at)
            with self.hall.looking() as work:
                return change.answer(work, command, result)
        look = QUESTIONS[do](fields)
        fields.finish()
        self._set_clock(at)
        with self.hall.looking() as work:
            return look(work)

    def _change(self, command: Command, at: datetime | None) -> Any:
        """Carry out a command at its time: its own, or the one that a refused request before it had reached."""
        self._demand_time(at)
        when = at or self._reached
        try:
            result = self.hall.perform(command, BY, when)
        except Refused as error:
            if not error.code.startswith("clock-"):
                self._reached = when
                raise
            if at is not None or when is None:
                raise
            self._reached = None  # somebody else set the clock further meanwhile
            return self._change(command, None)
        self._reached = None
        return result

    def _demand_time(self, at: datetime | None) -> None:
        if self.strange:
            raise Refused("not-a-rehearsal" if at is None else "clock-not-settable")
        if at is not None and self._reached is not None and at < self._reached:
            raise Refused("clock-goes-back", now=self._reached.isoformat())

    def _set_clock(self, at: datetime | None) -> None:
        """Let a question be asked at its time; a clock that stands there already is left alone."""
        self._demand_time(at)
        when = at or self._reached
        if when is None:
            return
        with self.hall.looking() as work:
            there = work.now == when and work.head.clock_speed == 0
        try:
            if not there:
                self.hall.perform(SetClock(when, speed=0), BY)
        except Refused:
            if at is not None:
                raise
        self._reached = None


def kept_key(do: str, key: str) -> str:
    """What the journal keeps of a script's key: never the text itself, which may hold anything; and letters only, so
    that it never looks like a citizen service number. A key belongs to its word: two words may use the same one."""
    return f"{do}/{sha256(key.encode()).hexdigest()[:40].translate(_LETTERS)}"


def _word(value: Any) -> str:
    if not isinstance(value, str) or value not in WORDS:
        hint = nearest(value[:64], WORDS) if isinstance(value, str) else ""
        raise bad("do", f"een opdracht uit docs/ctl.md{hint}")
    return value


def refusal(error: Refused | Trouble) -> Json:
    """Code, Dutch sentence and facts of a refusal."""
    facts = {key: value for key, value in error.facts.items() if not (key == "file" and value == "")}
    code = SHARED_CODES.get(error.code, error.code)
    if code != error.code:
        facts["because"] = error.code
    return {"code": code, "message": sentence(error), "facts": facts}

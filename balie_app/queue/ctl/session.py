"""One hall and a stream of requests: each line gets exactly one answer, whatever is in it."""

from __future__ import annotations

import logging
from datetime import datetime
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
SHARED_CODES = {"appointment-only": "not-allowed", "walk-in-only": "not-allowed", "not-here": "not-allowed"}
"""Refusals of the house that the contract calls by one name; the house's own is in ``facts.because``."""

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
            change = CHANGES[do]
            command = change.read(fields)
            fields.finish()
            result = self._change(command, self._clock(at))
            with self.hall.looking() as work:
                return change.answer(work, command, result)
        look = QUESTIONS[do](fields)
        fields.finish()
        self._set_clock(self._clock(at))
        with self.hall.looking() as work:
            return look(work)

    def _clock(self, at: datetime | None) -> datetime | None:
        """The time at which the request happens, when it is not simply now."""
        if self.strange:
            raise Refused("not-a-rehearsal" if at is None else "clock-not-settable")
        reached = self._reached
        if at is None:
            return reached if reached is not None and reached > self.hall.now() else None
        if reached is not None and at < reached:
            raise Refused("clock-goes-back", now=reached.isoformat())
        return at

    def _change(self, command: Command, at: datetime | None) -> Any:
        try:
            result = self.hall.perform(command, BY, at)
        except Refused as error:
            if at is not None and not error.code.startswith("clock-"):
                self._reached = at
            raise
        self._reached = None
        return result

    def _set_clock(self, at: datetime | None) -> None:
        if at is None:
            return
        with self.hall.looking() as work:
            there = work.now == at and work.head.clock_speed == 0
        if not there:
            self.hall.perform(SetClock(at, speed=0), BY)
        self._reached = None


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

"""Sessions of ``balie ctl`` on both databases, without a process around them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from balie_app.queue.config.templates import template
from balie_app.queue.ctl.lines import line_of
from balie_app.queue.ctl.session import Session
from balie_app.queue.hall import create_hall

DAY = "2026-03-02"


class Talk:
    """Asks as a line, answers as parsed JSON; ``at`` is a time of day on Monday 2 March 2026."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.hall = session.hall

    def line(self, line: bytes) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(line_of(self.session.answer(line)))
        return answer

    def ask(self, do: str, at: str | None = None, **fields: Any) -> dict[str, Any]:
        request = {"do": do, **fields, **({"at": self.time(at)} if at else {})}
        return self.line(json.dumps(request).encode())

    def ok(self, do: str, at: str | None = None, **fields: Any) -> dict[str, Any]:
        answer = self.ask(do, at, **fields)
        assert answer.pop("ok") is True, answer
        return answer

    def no(self, do: str, at: str | None = None, **fields: Any) -> tuple[str, dict[str, Any]]:
        answer = self.ask(do, at, **fields)
        assert answer["ok"] is False, answer
        assert set(answer) == {"ok", "code", "message", "facts"}
        assert answer["message"].endswith((".", "?"))
        return answer["code"], answer["facts"]

    def issue(self, *products: str, at: str | None = None, **rest: Any) -> str:
        label: str = self.ok("issue", at, products=products, **rest)["ticket"]["label"]
        return label

    def state(self, label: str) -> str:
        state: str = self.ok("ticket", ticket=label)["ticket"]["state"]
        return state

    def last(self) -> int:
        with self.hall.looking() as work:
            return int(work.head.seq)

    @staticmethod
    def time(clock: str) -> str:
        return clock if "T" in clock else f"{DAY}T{clock}:00+01:00"


@pytest.fixture
def make_talk(hall_url: str) -> Iterator[Callable[..., Talk]]:
    made: list[Talk] = []

    def make(rehearsal: bool = True, config: Any = None, strange: bool = False) -> Talk:
        hall = create_hall(hall_url, config or template("three-counters", "Voorbeeldstad"), rehearsal=rehearsal)
        made.append(Talk(Session(hall, strange)))
        return made[-1]

    yield make
    for each in made:
        each.hall.close()


@pytest.fixture
def talk(make_talk: Callable[..., Talk]) -> Talk:
    """A rehearsal hall at nine o'clock, all three counters open."""
    found = make_talk()
    for number, clerk in ((1, "anna"), (2, "bram"), (3, "carla")):
        found.ok("open-counter", "09:00", counter=number, clerk=clerk)
    return found

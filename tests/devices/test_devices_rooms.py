"""Paper, boards and buttons: what the service does with the hall, without lines and without a database."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from balie_app.devices.boards import Boards
from balie_app.devices.buttons import LAMP_SECONDS, PATIENCE, Buttons
from balie_app.devices.config import LineConfig, Wish
from balie_app.devices.driver import Clear, Event, OutOfOrder, Print, Request, Settle, Show
from balie_app.devices.paper import PaperWork
from balie_app.queue.commands import Command, Issue, PrintOutcome
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import ContactState
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import PrintJob

NOW = datetime(2030, 1, 14, 9, tzinfo=UTC)


@dataclass
class Desk:
    works: bool = True
    error: Exception | None = None
    commands: list[Command] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def perform(self, command: Command) -> object:
        if self.error is not None:
            raise self.error
        self.commands.append(command)
        return None

    def submit(self, line: str, request: Request) -> None:
        assert line
        self.requests.append(request)

    def usable(self, line: str) -> bool:
        assert line
        return self.works

    def states(self) -> list[tuple[str, str]]:
        return [(each.job, each.state) for each in self.commands if isinstance(each, PrintOutcome)]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def job(name: str, state: str = "queued", printer: str = "bon") -> PrintJob:
    return PrintJob(name, printer, "ticket", "A012", state, False, NOW)


def view(*jobs: PrintJob, contacts: tuple[Any, ...] = ()) -> Any:
    return SimpleNamespace(print_jobs=jobs, contacts=contacts, read_at=NOW)


def paper(desk: Desk) -> PaperWork:
    return PaperWork(desk, {"bon": lambda _view, each: each.id.encode()})


READY = Event("state", {"cause": "", "ready": True})


def test_a_job_is_claimed_before_its_first_byte(desk: Desk) -> None:
    work = paper(desk)
    work.look(view(job("j1")))
    assert desk.commands == []
    work.handle("bon", READY)
    work.look(view(job("j1"), job("j2"), job("other", printer="elders")))
    assert desk.states() == [("j1", "sending")]
    assert desk.requests == [Print("j1", b"j1")]


def test_jobs_are_sent_one_at_a_time_and_each_once(desk: Desk) -> None:
    work = paper(desk)
    work.handle("bon", READY)
    work.look(view(job("j1"), job("j2")))
    work.look(view(job("j1", "sending"), job("j2")))
    work.handle("bon", Event("printed", {"job": "j1"}))
    work.look(view(job("j2")))
    assert desk.states() == [("j1", "sending"), ("j1", "printed"), ("j2", "sending")]


def test_after_a_restart_a_job_that_was_being_sent_is_unknown_and_not_sent_again(desk: Desk) -> None:
    work = paper(desk)
    work.handle("bon", READY)
    work.look(view(job("j1", "sending")))
    work.look(view(job("j1", "unknown")))
    assert desk.states() == [("j1", "unknown")]
    assert desk.requests == []


def test_after_a_restart_in_the_middle_of_a_paper_the_next_one_begins_on_paper_of_its_own(desk: Desk) -> None:
    work = PaperWork(desk, {"bon": lambda _view, each: each.id.encode()}, {"bon": b"<new paper>"})
    work.handle("bon", READY)
    work.look(view(job("j1", "sending"), job("j2"), job("j3")))
    work.handle("bon", Event("printed", {"job": "j2"}))
    work.look(view(job("j3")))
    assert desk.requests == [Print("j2", b"<new paper>j2"), Print("j3", b"j3")]


def test_a_paper_that_surely_did_not_come_out_is_failed(desk: Desk) -> None:
    work = paper(desk)
    work.handle("bon", READY)
    work.look(view(job("j1")))
    work.handle("bon", Event("failed", {"job": "j1", "detail": "disk_full"}))
    assert desk.states() == [("j1", "sending"), ("j1", "failed")]


def test_a_drawer_does_not_open_long_after_it_was_asked_to(desk: Desk) -> None:
    work = paper(desk)
    work.handle("bon", READY)
    kick = PrintJob("j1", "bon", "drawer", "", "queued", False, NOW - timedelta(minutes=2))
    work.look(view(kick, replace(kick, id="j2", made_at=NOW)))
    assert desk.states() == [("j1", "cancelled"), ("j2", "sending")]


def test_of_a_thousand_papers_each_look_sends_the_oldest_one_only(desk: Desk) -> None:
    work = paper(desk)
    work.handle("bon", READY)
    waiting = [job(f"j{number:04}") for number in range(1000)]
    for number in range(3):
        work.look(view(*waiting[number:]))
        work.look(view(*waiting[number:]))
        work.handle("bon", Event("printed", {"job": f"j{number:04}"}))
    sent = [name for name, state in desk.states() if state == "sending"]
    assert sent == ["j0000", "j0001", "j0002"]


def test_an_outcome_is_kept_while_the_database_is_away_and_its_job_is_not_sent_again(desk: Desk) -> None:
    work = paper(desk)
    work.handle("bon", READY)
    work.look(view(job("j1")))
    desk.error = Trouble("database-away", where="x")
    work.handle("bon", Event("printed", {"job": "j1"}))
    assert work.unrecorded
    desk.error = None
    work.look(view(job("j1", "sending")))
    assert desk.states() == [("j1", "sending"), ("j1", "printed")]
    assert desk.requests == [Print("j1", b"j1")]


def test_a_job_of_which_no_byte_left_waits_again(desk: Desk) -> None:
    work = paper(desk)
    work.handle("bon", READY)
    work.look(view(job("j1")))
    work.handle("bon", Event("returned", {"job": "j1"}))
    assert desk.states() == [("j1", "sending"), ("j1", "queued")]


def test_a_job_claimed_by_another_station_is_left_alone(desk: Desk) -> None:
    work = paper(desk)
    work.handle("bon", READY)
    desk.error = Refused("wrong-job-state")
    work.look(view(job("j1")))
    assert desk.requests == []


@pytest.mark.parametrize(("code", "state"), [("ticket-gone", "cancelled"), ("drawing-not-ready", "failed")])
def test_paper_for_a_visitor_who_is_gone_is_cancelled_and_what_cannot_be_made_has_failed(
    desk: Desk, code: str, state: str
) -> None:
    def gone(*_: object) -> bytes:
        raise Trouble(code, label="A012")

    work = PaperWork(desk, {"bon": gone})
    work.handle("bon", READY)
    work.look(view(job("j1"), job("j2")))
    assert desk.states() == [("j1", state), ("j2", state)]


def contact(label: str, counter: int, state: ContactState = ContactState.CALLED, call: int = 1) -> Any:
    return SimpleNamespace(label=label, counter=counter, state=state, call_seq=call)


def test_a_call_appears_on_the_display_of_its_counter_and_goes_when_it_is_over(desk: Desk) -> None:
    boards = Boards(desk, {"lijn": {4: 1, 5: 2}})
    boards.look([contact("A012", 4)])
    assert desk.requests == [Clear(2), Show(1, "A012", attention=True, counter=4)]
    boards.look([contact("A012", 4, ContactState.SERVING)])
    boards.look([])
    assert desk.requests[2:] == [Show(1, "A012", attention=False, counter=4), Clear(1)]


def test_nothing_is_sent_when_nothing_changed(desk: Desk) -> None:
    boards = Boards(desk, {"lijn": {4: 1}})
    for _ in range(3):
        boards.look([contact("A012", 4), contact("A013", 9)])
    assert desk.requests == [Show(1, "A012", attention=True, counter=4)]


def test_a_recall_draws_attention_again(desk: Desk) -> None:
    boards = Boards(desk, {"lijn": {4: 1}})
    boards.look([contact("A012", 4)])
    boards.look([contact("A012", 4, call=2)])
    assert desk.requests[-1] == Show(1, "A012", attention=True, counter=4)
    assert len(desk.requests) == 2


PRESS = Event("press", {"button": "1"})


def buttons(desk: Desk) -> Buttons:
    keys = iter(["key-1", "key-2"])
    line = LineConfig("deur", "dispenser", "x", buttons={"1": Wish("quick")}, printer="bon")
    return Buttons(desk, {"deur": line}, lambda: next(keys))


def test_a_press_issues_one_ticket_on_the_dispensers_printer(desk: Desk) -> None:
    buttons(desk).handle("deur", PRESS, 0)
    assert desk.commands == [Issue(contact_type="quick", via="dispenser", printer="bon", key="key-1")]
    assert desk.requests == [Settle(accepted=True)]


def test_a_refused_press_lights_the_lamp_for_a_moment(desk: Desk) -> None:
    desk.error = Refused("hall-closed")
    made = buttons(desk)
    made.handle("deur", PRESS, 0)
    made.tick(LAMP_SECONDS - 1, online=True)
    assert desk.requests == [Settle(accepted=False), OutOfOrder(True)]
    made.tick(LAMP_SECONDS, online=True)
    assert desk.requests[-1] == OutOfOrder(False)


def test_no_ticket_is_issued_that_cannot_be_printed(desk: Desk) -> None:
    desk.works = False
    made = buttons(desk)
    made.handle("deur", PRESS, 0)
    made.tick(100, online=True)
    assert desk.commands == []
    assert desk.requests == [Settle(accepted=False), OutOfOrder(True)]
    desk.works = True
    made.tick(101, online=True)
    assert desk.requests[-1] == OutOfOrder(False)


def test_a_press_is_tried_again_with_the_same_key_when_the_database_is_away(desk: Desk) -> None:
    desk.error = Trouble("database-away", where="x")
    made = buttons(desk)
    made.handle("deur", PRESS, 0)
    made.tick(1, online=True)
    assert desk.requests == [OutOfOrder(False)]
    desk.error = None
    made.tick(2, online=True)
    assert [command.key for command in desk.commands] == ["key-1"]
    assert desk.requests[-1] == Settle(accepted=True)


def test_a_press_is_given_up_when_the_database_stays_away(desk: Desk) -> None:
    desk.error = Trouble("database-away", where="x")
    made = buttons(desk)
    made.handle("deur", PRESS, 0)
    made.tick(PATIENCE, online=False)
    assert desk.requests == [Settle(accepted=False), OutOfOrder(True)]
    assert not made._presses

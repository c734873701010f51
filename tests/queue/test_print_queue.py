"""Paper on its way: what it may become, and how it goes to another printer; on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from balie_app.queue import commands as c
from balie_app.queue import replay
from balie_app.queue.desk.paper import NEXT_STATES
from balie_app.queue.hall import Hall
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store import tables
from balie_app.queue.views import PrintJob

STATES = ("queued", "sending", "printed", "unknown", "failed", "cancelled")


def jobs(play: Any) -> tuple[PrintJob, ...]:
    found: tuple[PrintJob, ...] = play.hall.view().print_jobs
    return found


def fates(hall: Hall) -> list[tuple[str, str, str]]:
    """Label, state and detail of every job there ever was."""
    table = tables.print_job
    with hall.reading() as connection:
        columns = (table.c.label, table.c.state, table.c.detail)
        return [tuple(row) for row in connection.execute(select(*columns).order_by(table.c.made_at, table.c.id))]


def print_tickets(play: Any, count: int, printer: str = "deur") -> list[PrintJob]:
    """Tickets that wait for a printer, a second apart."""
    for _ in range(count):
        play.later(seconds=1)
        play.issue("paspoort", printer=printer)
    return [job for job in jobs(play) if job.printer == printer]


def sound(hall: Hall) -> bool:
    with hall.reading() as connection:
        return replay.first_difference(connection) is None


ALLOWED = {(before, after) for before, found in NEXT_STATES.items() for after in found}
WAYS = {
    "queued": (),
    "sending": ("sending",),
    "printed": ("sending", "printed"),
    "unknown": ("sending", "unknown"),
    "failed": ("sending", "failed"),
    "cancelled": ("cancelled",),
}


@pytest.mark.parametrize("before", STATES)
def test_paper_goes_only_where_its_state_allows(play: Any, before: str) -> None:
    for after in STATES:
        (*_, job) = print_tickets(play, 1)
        for step in WAYS[before]:
            play.do(c.PrintOutcome(job.id, step))
        if (before, after) in ALLOWED:
            assert play.do(c.PrintOutcome(job.id, after)).state == after
        else:
            with pytest.raises(Refused) as caught:
                play.do(c.PrintOutcome(job.id, after))
            assert caught.value.code == "wrong-job-state"
        for other in jobs(play):
            if other.state == "queued":
                play.do(c.PrintOutcome(other.id, "cancelled"))


@pytest.mark.parametrize("name", ["", "x" * 41])
def test_a_printer_that_cannot_have_this_name_gets_no_number_printed(play: Any, name: str) -> None:
    with pytest.raises(Refused) as caught:
        play.issue("paspoort", printer=name)
    assert caught.value.code == "wrong-printer"
    assert play.hall.view().contacts == ()


def test_paper_never_becomes_printed_without_being_sent() -> None:
    assert {before for before, after in ALLOWED if after == "printed"} == {"sending", "unknown"}
    assert not NEXT_STATES.keys() & {"printed", "cancelled"}


def test_only_what_waits_goes_to_the_backup_the_oldest_first(play: Any) -> None:
    made = print_tickets(play, 5)
    play.do(c.PrintOutcome(made[0].id, "sending"))
    play.do(c.PrintOutcome(made[1].id, "sending"))
    play.do(c.PrintOutcome(made[1].id, "unknown"))
    print_tickets(play, 1, "elders")
    moved = play.do(c.TakeOver("deur", "balie", most=2))
    assert [job.id for job in moved] == [made[2].id, made[3].id]
    where = {job.label: (job.printer, job.state) for job in jobs(play)}
    assert where == {
        "K001": ("deur", "sending"),
        "K002": ("deur", "unknown"),
        "K003": ("balie", "queued"),
        "K004": ("balie", "queued"),
        "K005": ("deur", "queued"),
        "K006": ("elders", "queued"),
    }
    entry = play.hall.journal()[-1]
    assert (entry.what, entry.facts["printer"], entry.facts["labels"]) == ("print-moved", "balie", ["K003", "K004"])
    assert sound(play.hall)


def test_nothing_to_move_is_no_step(play: Any) -> None:
    before = play.hall.view().seq
    assert play.do(c.TakeOver("deur", "balie")) == ()
    print_tickets(play, 1)
    assert play.do(c.TakeOver("deur", "deur")) == ()
    assert play.do(c.TakeOver("deur", "balie", most=-1)) == ()
    assert [entry.what for entry in play.hall.journal(before)].count("print-moved") == 0


def test_the_first_printer_does_not_send_what_went_to_the_backup(play: Any) -> None:
    (job,) = print_tickets(play, 1)
    play.do(c.TakeOver("deur", "balie"))
    with pytest.raises(Refused) as caught:
        play.do(c.PrintOutcome(job.id, "sending", printer="deur"))
    assert caught.value.code == "wrong-job-state"
    assert play.do(c.PrintOutcome(job.id, "sending", printer="balie")).state == "sending"


def test_a_step_at_a_counter_can_be_taken_back_after_paper_was_moved(play: Any) -> None:
    play.open((1, "anna"))
    print_tickets(play, 1)
    play.do(c.CallNext(1))
    play.do(c.TakeOver("deur", "balie"))
    play.do(c.Undo(1))
    assert play.state("K001") == "waiting"
    assert [(job.printer, job.state) for job in jobs(play)] == [("balie", "queued")]
    assert sound(play.hall)


@pytest.mark.parametrize("lost", ["unknown", "failed"])
def test_who_prints_again_says_that_the_earlier_paper_is_not_there(play: Any, lost: str) -> None:
    (job,) = print_tickets(play, 1)
    play.do(c.PrintOutcome(job.id, "sending"))
    play.do(c.PrintOutcome(job.id, lost))
    play.later(seconds=1)
    again = play.do(c.Reprint("K001", "balie"))
    assert (again.label, again.copy, again.state) == ("K001", True, "queued")
    assert fates(play.hall) == [("K001", "cancelled", "reprinted"), ("K001", "queued", "")]
    assert [job.id for job in jobs(play)] == [again.id]


def test_a_reprint_leaves_the_papers_of_others_alone(play: Any) -> None:
    first, second = print_tickets(play, 2)
    for job in (first, second):
        play.do(c.PrintOutcome(job.id, "sending"))
        play.do(c.PrintOutcome(job.id, "unknown"))
    play.do(c.Reprint("K001", "balie"))
    assert {job.label: job.state for job in jobs(play)} == {"K001": "queued", "K002": "unknown"}


def test_paper_of_yesterday_is_not_printed_under_a_number_of_today(play: Any) -> None:
    made = print_tickets(play, 2)
    play.do(c.PrintOutcome(made[1].id, "sending"))
    for label in ("K001", "K002"):
        play.do(c.Leave(label))
    play.later(days=1)
    play.issue("paspoort", printer="deur")
    assert fates(play.hall) == [
        ("K001", "cancelled", "day-over"),
        ("K002", "unknown", "day-over"),
        ("K001", "queued", ""),
    ]
    assert [(job.label, job.state) for job in jobs(play)] == [("K001", "queued")]
    assert sound(play.hall)


def test_a_service_that_hears_late_may_still_say_that_paper_of_yesterday_was_printed(play: Any) -> None:
    (job,) = print_tickets(play, 1)
    play.do(c.PrintOutcome(job.id, "sending"))
    play.do(c.Leave("K001"))
    play.later(days=1)
    assert play.do(c.PrintOutcome(job.id, "printed", printer="deur")).state == "printed"


def test_a_thousand_papers_that_wait_are_not_read_in_every_picture(play: Any) -> None:
    label = play.issue("paspoort")
    for number in range(130):
        play.do(c.Reprint(label, "deur" if number % 13 else "balie"))
    view = play.hall.view()
    assert view.more_paper
    assert [sum(job.printer == name for job in view.print_jobs) for name in ("deur", "balie")] == [50, 10]
    assert not play.hall.view().print_jobs[0].made_at > view.print_jobs[-1].made_at
    for job in play.do(c.TakeOver("deur", "elders", most=1000)):
        play.do(c.PrintOutcome(job.id, "cancelled"))
    assert not play.hall.view().more_paper


def test_paper_is_read_in_the_order_in_which_it_was_asked_for(play: Any) -> None:
    made = [job.label for job in print_tickets(play, 12)]
    assert made == [f"K{number:03}" for number in range(1, 13)]
    assert timedelta(0) < jobs(play)[-1].made_at - jobs(play)[0].made_at

"""Later today: a visitor comes back at an agreed time, keeps the number and the place, and is not called before."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.figures import figures
from balie_app.queue.rules.hall import Opening
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.slips import SlipKind
from balie_app.queue.slips import slip_paper


@pytest.fixture
def hall(play: Any) -> Any:
    """Anna at counter 1; one visitor who came first, and one who came five minutes later."""
    play.open((1, "anna"))
    play.issue("paspoort")
    play.later(minutes=5)
    play.issue("paspoort")
    return play


def refusal(play: Any, command: c.Command) -> str:
    with pytest.raises(Refused) as caught:
        play.do(command)
    return caught.value.code


def away(play: Any, label: str, **amount: float) -> Any:
    return play.do(c.ComeLater(label, play.at + timedelta(**amount)))


def called(play: Any, counter: int = 1) -> str | None:
    contact = play.do(c.CallNext(counter))
    return None if contact is None else contact.label


def test_nobody_is_called_who_is_away(hall: Any) -> None:
    away(hall, "K001", hours=2)
    assert called(hall) == "K002"


def test_who_comes_back_has_the_old_place(hall: Any) -> None:
    away(hall, "K001", minutes=30)
    hall.later(minutes=30)
    assert called(hall) == "K001"


def test_the_number_and_the_arrival_stay(hall: Any) -> None:
    contact = away(hall, "K001", hours=1)
    assert (contact.label, contact.state.value) == ("K001", "waiting")
    assert contact.arrived_at == hall.at - timedelta(minutes=5)
    assert contact.comes_back_at == hall.at + timedelta(hours=1)


def test_who_is_here_earlier_waits_again_at_once(hall: Any) -> None:
    before = hall.hall.view().contacts[0]
    away(hall, "K001", hours=2)
    hall.later(minutes=10)
    back = hall.do(c.Return("K001"))
    assert not back.is_away(hall.at)
    assert back.due_at == before.due_at + timedelta(minutes=10)
    assert called(hall) == "K001"


def test_the_time_away_is_no_waiting_time(hall: Any) -> None:
    away(hall, "K001", hours=2)
    hall.later(hours=2)
    hall.later(minutes=3)
    hall.do(c.CallTicket(1, "K001"))
    (contact,) = [each for each in hall.hall.view().contacts if each.label == "K001"]
    assert contact.waited_ms == 8 * 60_000
    assert contact.first_called_at is not None
    assert contact.first_called_at <= contact.due_at


def test_nor_when_they_come_back_earlier(hall: Any) -> None:
    away(hall, "K001", hours=2)
    hall.later(hours=1)
    hall.do(c.Return("K001"))
    hall.later(minutes=3)
    hall.do(c.CallTicket(1, "K001"))
    (contact,) = [each for each in hall.hall.view().contacts if each.label == "K001"]
    assert contact.waited_ms == 8 * 60_000


def test_another_time_takes_the_place_of_the_first(hall: Any) -> None:
    due = hall.hall.view().contacts[0].due_at
    away(hall, "K001", hours=2)
    contact = away(hall, "K001", hours=1)
    assert contact.comes_back_at == hall.at + timedelta(hours=1)
    assert contact.due_at == due + timedelta(hours=1)
    assert contact.waited_ms == 5 * 60_000


def test_who_was_not_there_may_come_back_later_too(hall: Any) -> None:
    hall.do(c.CallNext(1))
    hall.do(c.NotThere(1))
    (contact,) = [each for each in hall.hall.view().contacts if each.label == "K001"]
    assert contact.comes_back_at is None
    assert away(hall, "K001", hours=1).comes_back_at == hall.at + timedelta(hours=1)


def test_who_does_not_come_back_is_missed_like_everybody(hall: Any) -> None:
    away(hall, "K001", minutes=30)
    hall.later(minutes=31)
    for _ in range(3):
        hall.do(c.CallTicket(1, "K001"))
        contact = hall.do(c.NotThere(1))
    assert contact.state.value == "missed"
    assert contact.comes_back_at is None


def test_every_waiting_question_of_the_visit_waits_for_the_visitor(play: Any) -> None:
    play.open((1, "anna"), (3, "daan"))
    label = play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.do(c.AddContact(1, ("verhuizing",)))
    play.do(c.AddContact(1, ("paspoort",)))
    assert refusal(play, c.ComeLater(label, play.at + timedelta(hours=1))) == "already-called"
    play.do(c.Finish(1))
    away(play, label, hours=1)
    assert (called(play), called(play, 3)) == (None, None)
    play.do(c.Return(label))
    assert (called(play), called(play, 3)) == (label, None)


@pytest.mark.parametrize("amount", [{"minutes": 0}, {"minutes": -5}, {"days": 1}])
def test_the_time_is_of_today_and_still_to_come(hall: Any, amount: dict[str, float]) -> None:
    assert refusal(hall, c.ComeLater("K001", hall.at + timedelta(**amount))) == "wrong-come-back"


def test_the_time_is_before_the_hall_closes(make_play: Any) -> None:
    week = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), ((time(9), time(17)),))
    play = make_play(opening=Opening(week))
    play.open((1, "anna"))
    label = play.issue("paspoort")
    close = play.at.replace(hour=16)  # five o'clock in the hall
    assert refusal(play, c.ComeLater(label, close)) == "wrong-come-back"
    assert play.do(c.ComeLater(label, close - timedelta(minutes=1))).comes_back_at is not None


def test_an_appointment_has_its_own_time(play: Any) -> None:
    code = play.do(c.Book(("paspoort",), play.at)).code
    label = play.do(c.CheckIn(code)).label
    assert refusal(play, c.ComeLater(label, play.at + timedelta(hours=1))) == "has-appointment"


def test_who_does_not_wait_cannot_come_back_later(hall: Any) -> None:
    hall.do(c.Leave("K001"))
    assert refusal(hall, c.ComeLater("K001", hall.at + timedelta(hours=1))) == "not-waiting"
    assert refusal(hall, c.ComeLater("K999", hall.at + timedelta(hours=1))) == "no-such-ticket"


def test_who_waits_here_cannot_return(hall: Any) -> None:
    assert refusal(hall, c.Return("K001")) == "wrong-state"


def test_a_slip_says_when_with_the_number_and_its_code(hall: Any) -> None:
    at = hall.at + timedelta(hours=2)
    hall.do(c.ComeLater("K001", at, printer="bon"))
    (job,) = hall.hall.view().print_jobs
    slip = slip_paper(job.content)
    visit = next(each for each in hall.hall.view().visits.values() if each.label == "K001")
    assert (slip.kind, slip.when, slip.label, slip.code) == (SlipKind.COME_BACK, at, "K001", visit.code)
    hall.do(c.PrintSlip(SlipKind.COME_BACK, "bon", label="K001"))
    assert len(hall.hall.view().print_jobs) == 2
    assert refusal(hall, c.PrintSlip(SlipKind.COME_BACK, "bon", label="K002")) == "not-away"


def test_a_number_can_be_given_for_later_at_once_with_the_slip_for_its_ticket(hall: Any) -> None:
    at = hall.at + timedelta(hours=1)
    visit = hall.do(c.Issue(("paspoort",), printer="bon", later=at))
    assert (visit.told_low, visit.told_high) == (None, None)
    (job,) = hall.hall.view().print_jobs
    assert (job.kind, slip_paper(job.content).when) == ("come-back", at)
    (contact,) = [each for each in hall.hall.view().contacts if each.label == visit.label]
    assert contact.comes_back_at == at
    with hall.hall.looking() as work:
        entry = hall.hall.journal(0, 1000)[-1]
        assert entry.facts["later"] == at.isoformat()
        assert "nobody" not in entry.facts
        assert work.day == visit.day


def test_what_was_told_about_the_wait_does_not_count_any_more(hall: Any) -> None:
    away(hall, "K001", hours=2)
    hall.later(hours=2, minutes=1)
    hall.do(c.CallTicket(1, "K001"))
    with hall.hall.looking() as work:
        day = work.local().replace(hour=0, minute=0)
        found = figures(work.connection, work.config, day, day + timedelta(days=1))
    assert found["forecast"]["told"] == 0
    assert found["waiting"]["max"] == 6


def test_the_comparison_of_a_call_says_who_was_away(hall: Any) -> None:
    from balie_app.queue.ctl.explain import explain

    away(hall, "K001", hours=1)
    called(hall)
    with hall.hall.looking() as work:
        told = explain(work, 1)
    assert told is not None
    assert told["blocked"] == {"K001": "comes-later"}

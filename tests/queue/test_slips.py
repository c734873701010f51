"""Slips besides the ticket: what is on them, when they are refused, and what the journal says about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.messages import sentence
from balie_app.queue.rules.hall import Clerk, Intake, Product
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.slips import DAY_REPORT, Phrase, Slip, SlipKind
from balie_app.queue.slips import report_paper, slip_paper, slip_text

K = SlipKind
BRING = {"nl": ("oud paspoort", "pasfoto"), "en": ("old passport", "photo"), "de": ("alter Pass",)}
PASSPORT = Product("paspoort", {"nl": "Paspoort aanvragen", "en": "Apply for a passport"}, "quick", 10, bring=BRING)
ELSEWHERE = Product(
    "belasting", {"nl": "Belasting"}, "quick", 5, 0, Intake.NONE, refer_to={"nl": "Ga naar de BsGW.", "en": "Go there."}
)
BSN = "111222333"


@pytest.fixture
def desk(make_play: Any) -> Any:
    """A hall with a checklist in two languages, and somebody at counter 1."""
    play = make_play(products=(PASSPORT, ELSEWHERE), clerks=(Clerk("anna", "Anna", frozenset({"*"})),))
    play.open((1, "anna"))
    return play


def refusal(play: Any, command: c.Command) -> Refused:
    with pytest.raises(Refused) as caught:
        play.do(command)
    return caught.value


def only_slip(play: Any) -> Slip:
    (job,) = play.hall.view().print_jobs
    slip = slip_paper(job.content)
    assert (job.kind, job.state, job.label) == (slip.kind, "queued", slip.label)
    return slip


def test_missing_papers_are_told_with_the_rest_of_the_checklist(desk: Any) -> None:
    desk.do(c.PrintSlip(K.PAPERS_MISSING, "bon", products=("paspoort",), things=("pasfoto",), language="en"))
    slip = only_slip(desk)
    assert slip.things == (Phrase("photo", "pasfoto"),)
    assert slip.again == (Phrase("old passport", "oud paspoort"),)
    assert slip.products == (Phrase("Apply for a passport", "Paspoort aanvragen"),)
    assert (slip.language, slip.label, slip.counter, slip.clerk) == ("en", "", None, "")


def test_a_thing_is_known_in_whatever_language_the_window_names_it(desk: Any) -> None:
    desk.do(c.PrintSlip(K.PAPERS_MISSING, "bon", products=("paspoort",), things=("old passport", "diploma")))
    assert only_slip(desk).things == (Phrase("oud paspoort", "oud paspoort"), Phrase("diploma", "diploma"))


def test_a_checklist_of_another_length_is_no_translation(desk: Any) -> None:
    desk.do(c.PrintSlip(K.PAPERS_MISSING, "bon", products=("paspoort",), things=("pasfoto",), language="de"))
    slip = only_slip(desk)
    assert slip.things == (Phrase("pasfoto", "pasfoto"),)
    assert slip.again == (Phrase("oud paspoort", "oud paspoort"),)


def test_a_proof_names_the_number_the_counter_and_the_code_of_the_clerk(desk: Any) -> None:
    label = desk.issue("paspoort", language="en")
    desk.do(c.PrintSlip(K.PAPERS_IN, "bon", label=label, things=("pasfoto",), counter=1))
    slip = only_slip(desk)
    assert (slip.label, slip.counter, slip.clerk, slip.language) == (label, 1, "anna", "en")
    assert slip.things == (Phrase("photo", "pasfoto"),)
    assert slip.at == desk.at


def test_a_slip_can_still_be_made_when_the_visit_is_over(desk: Any) -> None:
    label = desk.issue("paspoort")
    desk.do(c.CallNext(1))
    desk.do(c.Start(1))
    desk.do(c.Finish(1, "come-back", came_back_because="papers-missing"))
    desk.do(c.PrintSlip(K.PAPERS_MISSING, "bon", label=label, things=("pasfoto",), counter=1))
    assert only_slip(desk).products == (Phrase("Paspoort aanvragen", "Paspoort aanvragen"),)


def test_a_step_at_the_counter_can_be_taken_back_after_a_slip(desk: Any) -> None:
    label = desk.issue("paspoort")
    desk.do(c.CallNext(1))
    desk.do(c.Start(1))
    desk.do(c.Finish(1))
    desk.do(c.PrintSlip(K.PAPERS_IN, "bon", label=label, things=("pasfoto",), counter=1))
    desk.do(c.Undo(1))
    assert desk.state(label) == "serving"


def test_a_referral_says_what_the_product_says_or_what_was_typed(desk: Any) -> None:
    desk.do(c.PrintSlip(K.REFERRAL, "bon", products=("belasting",), language="en", note="Vraag naar de balie."))
    slip = only_slip(desk)
    assert (slip.place, slip.note) == (Phrase("Go there.", "Ga naar de BsGW."), "Vraag naar de balie.")
    job = desk.do(c.PrintSlip(K.REFERRAL, "bon", products=("belasting",), place="Het juridisch loket"))
    assert slip_paper(job.content).place == Phrase("Het juridisch loket", "Het juridisch loket")


def test_a_confirmation_has_what_the_visitor_needs_and_not_who_receives_them(desk: Any) -> None:
    start = desk.at + timedelta(days=2)
    booking = c.Book(("paspoort",), start, officer="anna", initials="S. de V.", language="en", printer="bon")
    appointment = desk.do(booking)
    slip = only_slip(desk)
    assert (slip.kind, slip.when, slip.code, slip.language) == (K.CONFIRMATION, start, appointment.code, "en")
    assert slip.things == (Phrase("old passport", "oud paspoort"), Phrase("photo", "pasfoto"))
    text = desk.hall.view().print_jobs[0].content
    assert "anna" not in text
    assert "S. de V." not in text


def test_a_confirmation_of_an_appointment_that_was_made_before(desk: Any) -> None:
    code = desk.do(c.Book(("paspoort",), desk.at + timedelta(minutes=5))).code
    desk.do(c.PrintSlip(K.CONFIRMATION, "bon", code=f" {code.lower()} "))
    assert only_slip(desk).code == code


def test_the_journal_tells_which_slip_and_nothing_that_was_typed(desk: Any) -> None:
    label = desk.issue("paspoort")
    desk.do(c.PrintSlip(K.PAPERS_IN, "bon", label=label, things=("brief van tante",), note="wist u dat", counter=1))
    last = desk.hall.journal(0, 1000)[-1]
    facts = {"slip": "papers-in", "printer": "bon", "products": [], "by_counter": 1, "things": 1}
    assert (last.what, last.ticket, last.counter, last.facts) == ("slip-printed", label, None, facts)
    assert "wist u dat" not in repr(desk.hall.journal(0, 1000))
    assert "tante" not in repr(desk.hall.journal(0, 1000))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"kind": K.PAPERS_IN, "things": ("pasfoto",)}, "no-such-ticket"),
        ({"kind": K.PAPERS_IN, "label": "K999", "things": ("pasfoto",)}, "no-such-ticket"),
        ({"kind": K.PAPERS_MISSING, "products": ("paspoort",)}, "nothing-listed"),
        ({"kind": K.PAPERS_MISSING, "products": ("paspoort",), "things": (" \x1b ",)}, "nothing-listed"),
        ({"kind": K.PAPERS_MISSING, "products": ("paspoort",), "things": ("x",) * 21}, "nothing-listed"),
        ({"kind": K.PAPERS_MISSING, "products": ("niets",), "things": ("pasfoto",)}, "no-such-product"),
        ({"kind": K.PAPERS_MISSING, "things": ("pasfoto",), "counter": 9}, "no-such-counter"),
        ({"kind": K.PAPERS_MISSING, "things": (f"kopie {BSN}",)}, "contains-bsn"),
        ({"kind": K.REFERRAL, "products": ("paspoort",)}, "no-place"),
        ({"kind": K.REFERRAL, "place": "loket", "note": f"bsn {BSN}"}, "contains-bsn"),
        ({"kind": K.CONFIRMATION, "code": "XXXXXX"}, "unknown-code"),
        ({"kind": K.COME_BACK, "label": "K999"}, "no-such-ticket"),
    ],
)
def test_what_cannot_be_printed_is_refused_and_changes_nothing(desk: Any, wrong: dict[str, Any], code: str) -> None:
    before = len(desk.hall.journal(0, 1000))
    error = refusal(desk, c.PrintSlip(printer="bon", **wrong))
    assert error.code == code
    assert sentence(error).endswith((".", "}"))
    assert len(desk.hall.journal(0, 1000)) == before
    assert desk.hall.view().print_jobs == ()


def test_an_appointment_that_was_cancelled_is_not_confirmed(desk: Any) -> None:
    code = desk.do(c.Book(("paspoort",), desk.at)).code
    desk.do(c.CancelAppointment(code))
    assert refusal(desk, c.PrintSlip(K.CONFIRMATION, "bon", code=code)).code == "cancelled"


def test_a_slip_with_the_same_key_is_printed_once(desk: Any) -> None:
    command = c.PrintSlip(K.REFERRAL, "bon", place="loket", key="once")
    assert desk.do(command).id == desk.do(command).id
    assert len(desk.hall.view().print_jobs) == 1


def test_a_slip_comes_again_as_it_was_and_says_so(desk: Any) -> None:
    first = desk.do(c.PrintSlip(K.REFERRAL, "bon", place="loket"))
    again = desk.do(c.PrintAgain(first.id, "andere"))
    assert again == replace(first, id=again.id, printer="andere", copy=True)
    assert desk.hall.journal(0, 1000)[-1].what == "reprinted"


def test_the_one_that_got_lost_needs_no_more_care_after_it_came_again(desk: Any) -> None:
    first = desk.do(c.PrintSlip(K.REFERRAL, "bon", place="loket"))
    desk.do(c.PrintOutcome(first.id, "sending"))
    desk.do(c.PrintOutcome(first.id, "unknown"))
    again = desk.do(c.PrintAgain(first.id, "bon"))
    assert [job.id for job in desk.hall.view().print_jobs] == [again.id]


def test_only_slips_and_reports_come_again_by_their_job(desk: Any) -> None:
    desk.issue("paspoort", printer="bon")
    (ticket,) = desk.hall.view().print_jobs
    assert refusal(desk, c.PrintAgain(ticket.id, "bon")).code == "no-such-job"
    assert refusal(desk, c.PrintAgain("geen", "bon")).code == "no-such-job"


@pytest.mark.parametrize("key", [None, "once"])
def test_the_report_of_a_day_holds_its_figures(desk: Any, key: str | None) -> None:
    desk.issue("paspoort")
    desk.do(c.CallNext(1))
    desk.do(c.Start(1))
    desk.do(c.Finish(1, "come-back", came_back_because="papers-missing"))
    desk.do(c.QuickContact("route"))
    desk.do(c.PrintDayReport("bon", key=key))
    (job,) = desk.hall.view().print_jobs
    report = report_paper(job.content)
    assert (job.kind, report.day, report.at) == (DAY_REPORT, desk.at.date(), desk.at)
    found = report.figures
    assert (found["arrived"], found["served"], found["quick_contacts"]) == (1, 1, 1)
    assert found["come_backs"]["reasons"] == {"papers-missing": 1}
    assert "definitions" not in found


def test_a_day_that_is_still_to_come_has_no_report(desk: Any) -> None:
    day = desk.at.date() + timedelta(days=1)
    assert refusal(desk, c.PrintDayReport("bon", day)).code == "wrong-report-day"


def test_a_yesterday_has_its_report(desk: Any) -> None:
    desk.issue("paspoort")
    desk.later(days=1)
    job = desk.do(c.PrintDayReport("bon", desk.at.date() - timedelta(days=1)))
    assert report_paper(job.content).figures["arrived"] == 1


def test_the_text_of_a_job_holds_the_whole_slip(desk: Any) -> None:
    one = Phrase("a", "b")
    slip = Slip(
        *(
            K.PAPERS_IN,
            "ar",
            desk.at,
            "K001",
            "CODE",
            desk.at,
            (one,),
            (one, one),
            (one,),
            3,
            "an01",
            one,
            "note\nmore",
        ),
    )
    assert slip_paper(slip_text(slip)) == slip
    bare = Slip(K.REFERRAL, "nl", desk.at)
    assert slip_paper(slip_text(bare)) == bare


def test_a_slip_leaves_a_sound_journal(desk: Any) -> None:
    from balie_app.queue import replay

    desk.do(c.PrintSlip(K.REFERRAL, "bon", place="loket"))
    with desk.hall.reading() as connection:
        assert replay.first_difference(connection) is None


def test_long_and_strange_notes_are_kept_short_and_plain(desk: Any) -> None:
    desk.do(c.PrintSlip(K.REFERRAL, "bon", place="lo\x1b@ket", note="a" * 20_000))
    slip = only_slip(desk)
    assert slip.place == Phrase("lo @ket", "lo @ket")
    assert len(slip.note) <= 5000
    assert slip.note.endswith("…")

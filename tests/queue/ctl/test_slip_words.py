"""Slips without a window: every word of docs/ctl.md about paper for visitors."""

from __future__ import annotations

from typing import Any

import pytest

from balie_app import paths
from balie_app.queue.ctl import slips
from balie_app.queue.slips import slip_paper

PAGE = paths.resources().parent / "docs" / "ctl.md"
JOB = ["job", "ticket", "printer", "kind", "state", "copy"]


def printed(talk: Any) -> Any:
    return talk.hall.view().print_jobs


@pytest.mark.parametrize("word", slips.CHANGES)
def test_every_word_stands_in_the_contract(word: str) -> None:
    assert f"`{word}`" in PAGE.read_text(encoding="utf-8")


def test_a_slip_answers_with_its_job_and_not_with_what_stands_on_it(talk: Any) -> None:
    label = talk.issue("paspoort-aanvragen")
    job = talk.ok("print-slip", kind="papers-in", printer="bon", ticket=label, things=["pasfoto"], counter=1)["job"]
    assert list(job) == JOB
    assert (job["ticket"], job["kind"], job["state"], job["copy"]) == (label, "papers-in", "queued", False)
    (found,) = printed(talk)
    assert found.id == job["job"]
    assert slip_paper(found.content).clerk == "anna"


def test_later_today_and_back(talk: Any) -> None:
    label = talk.issue("paspoort-aanvragen")
    answer = talk.ok("later", ticket=label, back_at=talk.time("11:00"), printer="bon")
    assert answer["back_at"] == talk.time("11:00")
    assert answer["ticket"]["state"] == "waiting"
    assert talk.ok("next", counter=1)["ticket"] is None
    assert talk.ok("waiting")["waiting"] == talk.ok("waiting", counter=1)["waiting"] == []
    assert talk.ok("screen")["screen"]["waiting"]["quick"]["count"] == 0
    assert talk.ok("return", ticket=label)["ticket"]["label"] == label
    assert talk.ok("next", counter=1)["ticket"]["label"] == label
    assert [job.kind for job in printed(talk)] == ["come-back"]


def test_a_number_for_later_and_a_number_with_paper(talk: Any) -> None:
    talk.issue("paspoort-aanvragen", printer="bon", back_at=talk.time("10:00"))
    talk.issue("paspoort-aanvragen", printer="bon")
    assert sorted(job.kind for job in printed(talk)) == ["come-back", "ticket"]


def test_a_booking_is_confirmed_on_paper_in_the_language_it_was_made_in(talk: Any) -> None:
    booking = {"products": ["paspoort-aanvragen"], "start": talk.time("2026-03-04T10:00:00+01:00")}
    code = talk.ok("book", **booking, language="en", printer="bon")["appointment"]["code"]
    (job,) = printed(talk)
    slip = slip_paper(job.content)
    assert (slip.code, slip.language) == (code, "en")
    assert talk.ok("print-slip", kind="confirmation", printer="bon", code=code)["job"]["kind"] == "confirmation"


def test_a_ticket_comes_again_by_its_number_and_a_slip_by_its_job(talk: Any) -> None:
    label = talk.issue("paspoort-aanvragen")
    ticket = talk.ok("reprint", ticket=label, printer="bon")["job"]
    assert (ticket["kind"], ticket["copy"]) == ("ticket", True)
    slip = talk.ok("print-slip", kind="referral", printer="bon", place="loket")["job"]
    again = talk.ok("reprint", job=slip["job"], printer="andere")["job"]
    assert (again["kind"], again["printer"], again["copy"]) == ("referral", "andere", True)
    assert talk.no("reprint", printer="bon")[0] == "bad-request"
    assert talk.no("reprint", printer="bon", ticket=label, job=slip["job"])[0] == "bad-request"
    assert talk.no("reprint", printer="bon", job="geen")[0] == "no-such-job"


def test_the_report_of_a_day(talk: Any) -> None:
    assert talk.ok("print-day-report", printer="bon")["job"]["kind"] == "day-report"
    assert talk.ok("print-day-report", printer="bon", day="2026-02-27")["job"]["ticket"] is None
    assert talk.no("print-day-report", printer="bon", day="2026-03-03")[0] == "wrong-report-day"
    assert talk.no("print-day-report", printer="bon", day="2026-02-27T00:00:00+01:00")[0] == "bad-request"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "briefje"}, "bad-request"),
        ({"kind": "papers-missing"}, "nothing-listed"),
        ({"kind": "papers-in", "things": ["pasfoto"]}, "no-such-ticket"),
        ({"kind": "referral"}, "no-place"),
        ({"kind": "referral", "place": "bsn 111222333"}, "contains-bsn"),
        ({"kind": "referral", "place": "a\x1bb"}, "bad-request"),
        ({"kind": "confirmation", "code": "XXXXXX"}, "unknown-code"),
        ({"kind": "papers-missing", "things": ["bsn 111222333"]}, "contains-bsn"),
    ],
)
def test_what_is_wrong_is_refused(talk: Any, fields: dict[str, Any], code: str) -> None:
    assert talk.no("print-slip", printer="bon", **fields)[0] == code
    assert printed(talk) == ()


def test_a_slip_with_the_same_key_is_one_slip(talk: Any) -> None:
    first = talk.ok("print-slip", key="k", kind="referral", printer="bon", place="loket")
    assert talk.ok("print-slip", key="k", kind="referral", printer="bon", place="loket") == first
    assert len(printed(talk)) == 1

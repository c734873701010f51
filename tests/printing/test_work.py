"""From a job in the print queue to bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from balie_app.printing.profiles import profile
from balie_app.printing.render import paper_from_bytes
from balie_app.printing.work import job_bytes, people_before
from balie_app.queue.rules.visit import ContactState
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import Clock, DayFigures, HallView, PrintJob

NOW = datetime(2020, 1, 14, 9, 43, tzinfo=UTC)


@pytest.fixture
def view(hall, visit, contact):
    others = [
        replace(contact, id="c7", label="A009", state=ContactState.SERVING),
        replace(contact, id="c8", label="A010"),
        replace(contact, id="c9", label="B001", contact_type="talk"),
    ]
    return HallView(
        seq=1,
        read_at=NOW,
        clock=Clock(rehearsal=True, at=NOW, wall=NOW),
        config=hall,
        counters=(),
        contacts=(*others, contact, replace(contact, id="c10", label="A013")),
        visits={visit.id: visit},
        appointments=(),
        calls=(),
        waits={},
        type_waits={},
        figures=DayFigures(),
    )


def job(label="A012", copy=False):
    return PrintJob("job-0042", "kiosk", "ticket", label, "queued", copy, NOW)


def text_of(view, job):
    return paper_from_bytes(job_bytes(view, job, profile("epson")), profile("epson")).text


def test_a_job_becomes_its_ticket_with_who_waits_before(view):
    text = text_of(view, job())
    assert "A 012" in text
    assert "Wachtenden voor u: 1" in text
    assert "Opnieuw geprint" not in text


def test_a_copy_is_marked_as_printed_again(view):
    assert "Opnieuw geprint" in text_of(view, job(copy=True))


def test_a_job_marker_carries_the_end_of_the_jobs_id(view):
    assert job_bytes(view, job(), profile("nippon")).startswith(b"\x1dG10042")


def test_somebody_who_is_called_already_has_nobody_before_them(view):
    assert people_before(view, view.contacts[0]) is None


def test_a_job_of_a_visit_that_is_over_is_a_known_trouble(view):
    with pytest.raises(Trouble) as trouble:
        job_bytes(view, job("A999"), profile("epson"))
    assert trouble.value.code == "ticket-gone"

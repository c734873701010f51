"""A sample ticket in the print queue: what is on it stays with the job, and a wrong layout never gets there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from balie_app.printing.documents import Line
from balie_app.printing.work import job_document
from balie_app.queue import commands as c
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.rules.paper import Paper


def test_a_trial_shows_its_own_layout_and_not_the_one_that_is_kept(play: Any) -> None:
    config = play.hall.config()
    play.do(c.Configure(replace(config, texts={"ticket_footer": {"nl": "Oud"}}, paper=Paper(header={"nl": "Kop"}))))
    job = play.do(c.PrintTrial("bon", Paper(header={"nl": "Andere kop"}), "en"))
    assert (job.kind, job.state, job.printer, job.label) == ("trial", "queued", "bon", "")
    view = play.hall.view()
    document = job_document(view, next(each for each in view.print_jobs if each.id == job.id))
    texts = [part.text for part in document.parts if isinstance(part, Line)]
    assert "Andere kop" in texts
    assert {"Kop", "Oud"}.isdisjoint(texts)
    assert document.language == "en"


def test_a_wrong_layout_is_refused_with_its_mistakes(play: Any) -> None:
    with pytest.raises(ConfigMistakes, match="burgerservicenummer"):
        play.do(c.PrintTrial("bon", Paper(header={"nl": "123456782"})))
    assert play.hall.view().print_jobs == ()

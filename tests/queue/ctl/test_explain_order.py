"""A call is explained with the configuration that held for it, also when another came within the same millisecond."""

from __future__ import annotations

from typing import Any


def test_a_change_at_the_same_moment_does_not_change_why_somebody_was_called(talk: Any) -> None:
    talk.issue("paspoort-aanvragen", at="09:10")
    assert talk.ok("next", "09:12", counter=1)["ticket"]["label"] == "K001"
    before = talk.ok("explain", counter=1)["explain"]
    hall = talk.ok("hall")["hall"]
    for clerk in hall["clerks"]:
        clerk["competences"] = ["private"]
    talk.ok("configure", "09:12", hall=hall)
    assert talk.ok("explain", counter=1)["explain"] == before
    assert before["count"] == 1

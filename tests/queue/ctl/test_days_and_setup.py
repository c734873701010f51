"""Days, versions of the configuration and hours of products over lines."""

from __future__ import annotations

from copy import deepcopy
from typing import Any


def test_a_day_is_closed_with_a_reason_and_a_list(talk: Any) -> None:
    label = talk.issue("paspoort-aanvragen")
    code = talk.ok("book", products=["paspoort-aanvragen"], start="2026-03-02T11:00:00+01:00")["appointment"]["code"]
    closed = talk.ok("close-day", "17:00", reason="storm")["closed"]
    assert closed["tickets"] == [{"label": label, "state": "left", "outcome": "storm"}]
    assert closed["no_shows"] == [code]
    assert 1 in closed["counters"]
    assert talk.ok("start-day", "2026-03-03T08:00:00+01:00")["closed"]["tickets"] == []


def test_the_first_line_of_a_day_closes_the_day_before(talk: Any) -> None:
    talk.issue("paspoort-aanvragen")
    ticket = talk.ok("issue", "2026-03-03T09:00:00+01:00", products=["paspoort-aanvragen"])["ticket"]
    assert ticket["label"] == "K001"
    whats = [each["what"] for each in talk.ok("journal")["entries"]]
    assert whats[-2:] == ["day-started", "issued"]
    assert {each["state"] for each in talk.ok("counters")["counters"]} == {"closed"}


def test_a_configuration_is_undone(talk: Any) -> None:
    before = talk.ok("hall")["hall"]
    changed = deepcopy(before)
    changed["settings"]["recall_limit"] = 7
    talk.ok("configure", hall=changed)
    assert talk.ok("hall")["hall"]["settings"]["recall_limit"] == 7
    version = talk.ok("undo-configure")["version"]
    assert talk.ok("hall")["hall"] == before
    code, facts = talk.no("configure", hall=changed, base=version - 1)
    assert (code, facts["version"]) == ("set-up-meanwhile", version)
    talk.ok("configure", hall=changed, base=version)


def test_what_is_planned_is_in_the_configuration_and_not_yet_in_the_hall(talk: Any) -> None:
    hall = talk.ok("hall")["hall"]
    hall["counters"].append({"number": 9, "type": "table", "valid_from": "2026-03-04"})
    talk.ok("configure", hall=hall)
    assert talk.ok("hall")["hall"] == hall
    assert 9 not in [each["counter"] for each in talk.ok("counters")["counters"]]
    assert talk.no("open-counter", counter=9, clerk="anna")[0] == "no-such-counter"
    assert talk.ok("open-counter", "2026-03-04T09:00:00+01:00", counter=9, clerk="anna")["counter"]["type"] == "table"


def test_a_product_outside_its_hours_is_not_allowed_and_says_when_it_is(talk: Any) -> None:
    hall = talk.ok("hall")["hall"]
    product = next(each for each in hall["products"] if each["slug"] == "paspoort-aanvragen")
    product["opening"] = {"weekdays": {"tue": [["09:00", "12:00"]]}}
    talk.ok("configure", hall=hall)
    code, facts = talk.no("issue", "10:00", products=["paspoort-aanvragen"])
    assert code == "not-allowed"
    assert (facts["because"], facts["opens"]) == ("product-closed", "2026-03-03T09:00+01:00")


def test_who_checks_in_may_have_needs(talk: Any) -> None:
    code = talk.ok("book", products=["paspoort-aanvragen"], start="2026-03-02T09:10:00+01:00")["appointment"]["code"]
    talk.ok("check-in", "09:05", code=code, needs=["wheelchair"])
    assert talk.no("check-in", code=code, needs=["weelchair"])[0] == "bad-request"


def test_a_promise_is_made_seen_and_kept(talk: Any) -> None:
    talk.issue("paspoort-aanvragen", at="09:00")
    talk.ok("next", counter=1)
    talk.ok("start", counter=1)
    due = "2026-03-03T16:00:00+01:00"
    promise = talk.ok("promise", counter=1, clerk="anna", due=due, about="belt terug")["promise"]
    assert (promise["ticket"], promise["due"], promise["kept_at"]) == ("K001", due, None)
    assert talk.ok("promises")["promises"] == [promise]
    kept = talk.ok("keep-promise", "10:00", promise=promise["promise"])["promise"]
    assert kept["kept_at"] == "2026-03-02T10:00:00+01:00"
    assert talk.ok("promises")["promises"] == []
    assert talk.no("keep-promise", promise="x")[0] == "no-such-promise"

"""Every command of the contract: its fields, its answer, its refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from balie_app.queue.config.templates import template
from balie_app.queue.rules.hall import HallIntake, Opening

TICKET = [
    *("label", "state", "contact_type", "products", "language", "party", "issued_at", "due_at"),
    *("called_at", "started_at", "finished_at", "counter", "clerk", "appointment"),
    *("calls", "referrals", "note", "forecast", "contacts"),
]


def test_a_ticket_has_exactly_the_fields_of_the_contract(talk: Any) -> None:
    ticket = talk.ok("issue", "09:01", products=["paspoort-aanvragen"], language="en", party=2)["ticket"]
    assert list(ticket) == TICKET
    assert ticket["label"] == "K001"
    assert ticket["state"] == "waiting"
    assert (ticket["contact_type"], ticket["products"]) == ("quick", ["paspoort-aanvragen"])
    assert (ticket["language"], ticket["party"]) == ("en", 2)
    assert ticket["issued_at"] == "2026-03-02T09:01:00+01:00"
    assert ticket["due_at"] == "2026-03-02T09:16:00+01:00"
    assert all(ticket[name] is None for name in ("called_at", "started_at", "finished_at", "counter", "clerk"))
    assert (ticket["appointment"], ticket["calls"], ticket["referrals"], ticket["note"]) == (None, 0, 0, "")
    assert ticket["forecast"] == {"p10": 0, "p50": 0, "p90": 0}
    assert talk.ok("ticket", ticket="K001")["ticket"] == ticket


def test_a_visit_from_number_to_the_end_with_its_times(talk: Any) -> None:
    talk.issue("paspoort-aanvragen")
    called = talk.ok("next", "09:04", counter=1)
    assert called["ticket"]["state"] == "called"
    assert called["why"]["rule"] == "longest-wait"
    assert "K 001" in called["why"]["text"]
    talk.ok("start", "09:05", counter=1)
    done = talk.ok("finish", "09:15", counter=1, outcome="comes-back", depth=2, came_back_because="pasfoto")["ticket"]
    assert (done["state"], done["counter"], done["clerk"], done["calls"]) == ("done", 1, "anna", 1)
    clocks = [done[name][11:16] for name in ("issued_at", "called_at", "started_at", "finished_at")]
    assert clocks == ["09:00", "09:04", "09:05", "09:15"]
    (contact,) = done["contacts"]
    assert (contact["outcome"], contact["depth"], contact["came_back_because"]) == ("comes-back", 2, "pasfoto")
    assert contact["waited_minutes"] == 4


def test_a_counter_has_exactly_the_fields_of_the_contract(talk: Any) -> None:
    talk.issue("paspoort-aanvragen")
    talk.ok("next", counter=1)
    assert talk.ok("pause-counter", counter=1)["counter"] == {
        "counter": 1,
        "type": "stand_up",
        "zone": "",
        "clerk": "anna",
        "state": "paused",
        "ticket": "K001",
    }
    assert talk.ok("resume-counter", counter=1)["counter"]["state"] == "open"
    assert talk.no("close-counter", counter=1) == ("counter-busy", {"counter": 1, "ticket": "K001"})
    closed = talk.ok("close-counter", counter=2)["counter"]
    assert (closed["state"], closed["clerk"], closed["ticket"]) == ("closed", None, None)
    assert [each["counter"] for each in talk.ok("counters")["counters"]] == [1, 2, 3]


def test_nobody_to_call_is_null(talk: Any) -> None:
    assert talk.ok("next", counter=1) == {"ticket": None, "why": None}


def test_next_passes_over_excluded_tickets_however_they_are_written(talk: Any) -> None:
    talk.issue("paspoort-aanvragen")
    talk.issue("paspoort-aanvragen")
    assert talk.ok("next", counter=1, exclude=["k 1"])["ticket"]["label"] == "K002"


@pytest.mark.parametrize(
    ("do", "fields", "code"),
    [
        ("ticket", {"ticket": "Z999"}, "no-such-ticket"),
        ("leave", {"ticket": "Z999"}, "no-such-ticket"),
        ("return", {"ticket": "K001"}, "wrong-state"),
        ("ready", {"ticket": "K001"}, "wrong-state"),
        ("resume", {"counter": 1, "ticket": "K001"}, "wrong-state"),
        ("next", {"counter": 77}, "no-such-counter"),
        ("explain", {"counter": 77}, "no-such-counter"),
        ("waiting", {"counter": 77}, "no-such-counter"),
        ("pause-counter", {"counter": 77}, "no-such-counter"),
        ("open-counter", {"counter": 1, "clerk": "niemand"}, "no-such-clerk"),
        ("open-counter", {"counter": 1, "clerk": "bram"}, "clerk-elsewhere"),
        ("issue", {"products": ["zeppelin"]}, "no-such-product"),
        ("issue", {"products": [], "contact_type": "zeppelin"}, "no-such-contact-type"),
        ("forecast", {"products": ["zeppelin"]}, "no-such-product"),
        ("book", {"products": ["zeppelin"], "start": "2026-03-02T10:00:00+01:00"}, "no-such-product"),
        ("recall", {"counter": 1}, "counter-idle"),
        ("start", {"counter": 1}, "counter-idle"),
        ("finish", {"counter": 1}, "counter-idle"),
        ("undo", {"counter": 1}, "nothing-to-undo"),
        ("check-in", {"code": "NIETS"}, "unknown-code"),
        ("cancel-appointment", {"code": "NIETS"}, "unknown-code"),
        ("quick-contact", {"topic": "over 111222333"}, "contains-bsn"),
        ("quick-contact", {"topic": "tijden", "counter": 77}, "no-such-counter"),
    ],
)
def test_a_refusal_has_its_code_and_changes_nothing(talk: Any, do: str, fields: dict[str, Any], code: str) -> None:
    talk.issue("paspoort-aanvragen")
    before = talk.last()
    assert talk.no(do, **fields)[0] == code
    assert talk.last() == before


def test_a_ticket_is_called_by_number_with_a_reason_in_the_journal(talk: Any) -> None:
    talk.issue("paspoort-aanvragen")
    talk.issue("paspoort-aanvragen")
    called = talk.ok("call", counter=1, ticket="k2", reason="slecht ter been")
    assert called["ticket"]["label"] == "K002"
    assert called["why"]["rule"] == "chosen"
    assert "slecht ter been" in called["why"]["text"]
    assert talk.no("call", counter=2, ticket="K002") == ("already-called", {"ticket": "K002", "counter": 1})
    assert talk.no("call", counter=1, ticket="K001") == ("counter-busy", {"counter": 1, "ticket": "K002"})
    talk.ok("leave", ticket="K001")
    assert talk.no("call", counter=2, ticket="K001")[0] == "not-waiting"


def test_a_private_matter_at_an_open_counter_asks_for_a_reason(talk: Any) -> None:
    label = talk.issue("betalingsregeling")
    assert talk.no("call", counter=1, ticket=label)[0] == "counter-not-private"
    assert talk.ok("call", counter=1, ticket=label, reason="wil niet wachten")["ticket"]["counter"] == 1


def test_missed_and_back_again(talk: Any) -> None:
    label = talk.issue("paspoort-aanvragen")
    talk.ok("next", counter=1)
    assert talk.ok("recall", "09:01", counter=1)["ticket"]["calls"] == 2
    talk.ok("recall", "09:02", counter=1)
    assert talk.ok("not-there", "09:03", counter=1)["ticket"]["state"] == "missed"
    assert talk.no("not-there", counter=1)[0] == "counter-idle"
    back = talk.ok("return", "09:20", ticket=label)["ticket"]
    assert (back["state"], back["due_at"][11:16]) == ("waiting", "09:15")


def test_parked_and_resumed(talk: Any) -> None:
    label = talk.issue("paspoort-aanvragen")
    talk.ok("next", counter=1)
    assert talk.no("park", counter=1)[0] == "not-serving"
    talk.ok("start", counter=1)
    parked = talk.ok("park", counter=1, note="haalt\npasfoto")["ticket"]
    assert (parked["state"], parked["note"], parked["counter"]) == ("parked", "haalt\npasfoto", None)
    assert talk.ok("resume", counter=1, ticket=label)["ticket"]["state"] == "waiting"


def test_produced_and_ready(talk: Any) -> None:
    label = talk.issue("uittreksel-brp", count=3)
    talk.ok("next", counter=1)
    talk.ok("start", counter=1)
    assert talk.ok("produce", counter=1)["ticket"]["state"] == "producing"
    talk.issue("paspoort-aanvragen", at="09:01")
    assert talk.ok("ready", "09:30", ticket=label)["ticket"]["state"] == "waiting"
    called = talk.ok("next", counter=1)
    assert (called["ticket"]["label"], called["why"]["rule"]) == (label, "first")


def test_a_second_referral_asks_for_a_confirmation(talk: Any) -> None:
    label = talk.issue("paspoort-aanvragen")
    talk.ok("next", counter=1)
    talk.ok("start", counter=1)
    to = {"contact_type": "extended"}
    sent = talk.ok("transfer", counter=1, to=to, note="ook verhuizing", position="first")["ticket"]
    assert (sent["label"], sent["state"], sent["contact_type"], sent["note"]) == (
        label,
        "waiting",
        "extended",
        "ook verhuizing",
    )
    assert (sent["referrals"], len(sent["contacts"])) == (1, 2)
    talk.ok("next", counter=2)
    talk.ok("start", counter=2)
    assert talk.no("transfer", counter=2, to={"counter": 3})[0] == "second-referral"
    again = talk.ok("transfer", counter=2, to={"counter": 3}, confirm=True, reason="collega weet dit")
    assert again["ticket"]["referrals"] == 2
    assert talk.ok("next", counter=3)["ticket"]["label"] == label


@pytest.mark.parametrize("to", [{"products": ["betalingsregeling"]}, {"officer": "carla"}, {"counter": 3}])
def test_a_transfer_has_four_kinds_of_target(talk: Any, to: dict[str, Any]) -> None:
    label = talk.issue("paspoort-aanvragen")
    talk.ok("next", counter=1)
    talk.ok("start", counter=1)
    talk.ok("transfer", counter=1, to=to)
    assert talk.ok("next", counter=3)["ticket"]["label"] == label


def test_something_else_as_well_under_the_same_number(talk: Any) -> None:
    label = talk.issue("paspoort-aanvragen")
    talk.ok("next", counter=1)
    talk.ok("start", counter=1)
    added = talk.ok("add-contact", counter=1, products=["betalingsregeling"])["ticket"]
    assert (added["label"], added["state"]) == (label, "serving")
    assert [each["state"] for each in added["contacts"]] == ["serving", "waiting"]
    assert talk.ok("waiting") == {"waiting": []}
    assert [each["state"] for each in talk.ok("undo", counter=1)["ticket"]["contacts"]] == ["serving"]


def test_undo_and_what_it_refuses(talk: Any) -> None:
    talk.issue("paspoort-aanvragen")
    talk.ok("next", counter=1)
    assert talk.ok("undo", "09:01", counter=1)["ticket"]["state"] == "waiting"
    talk.ok("next", counter=1)
    assert talk.no("undo", "09:03", counter=1)[0] == "too-late-to-undo"
    talk.ok("start", counter=1)
    talk.ok("transfer", counter=1, to={"counter": 2})
    talk.ok("next", counter=2)
    assert talk.no("undo", counter=1)[0] == "overtaken"


def test_an_appointment_from_booking_to_check_in(talk: Any) -> None:
    booked = talk.ok("book", products=["paspoort-aanvragen"], start="2026-03-02T10:30:00+01:00", minutes=20)
    appointment = booked["appointment"]
    code = appointment["code"]
    assert (appointment["start"], appointment["minutes"]) == ("2026-03-02T10:30:00+01:00", 20)
    assert talk.no("check-in", "09:29", code=code)[1]["from"] == "2026-03-02T09:30:00+01:00"
    moved = talk.ok("move-appointment", code=code, start="2026-03-02T10:20:00+01:00")["appointment"]
    assert moved["start"] == "2026-03-02T10:20:00+01:00"
    ticket = talk.ok("check-in", "10:00", code=code.lower())["ticket"]
    assert (ticket["appointment"], ticket["due_at"]) == (code, "2026-03-02T10:25:00+01:00")
    assert talk.no("check-in", code=code)[0] == "already-checked-in"
    called = talk.ok("next", "10:22", counter=1)
    assert (called["ticket"]["label"], called["why"]["rule"]) == (ticket["label"], "appointment")


def test_an_appointment_of_another_day_or_cancelled(talk: Any) -> None:
    other = talk.ok("book", products=["paspoort-aanvragen"], start="2026-03-03T10:00:00+01:00")["appointment"]["code"]
    assert talk.no("check-in", code=other) == ("wrong-day", {"appointment": other, "day": "2026-03-03"})
    assert talk.ok("cancel-appointment", code=other)["appointment"]["state"] == "cancelled"
    assert talk.no("check-in", code=other)[0] == "cancelled"


def test_a_quick_contact_counts_without_a_ticket(talk: Any) -> None:
    contact = talk.ok("quick-contact", topic="openingstijden", counter=1)["contact"]
    assert (contact["topic"], contact["state"], contact["counter"]) == ("openingstijden", "done", 1)
    figures = talk.ok("figures", **{"from": "2026-03-02", "to": "2026-03-02"})["figures"]
    assert (figures["arrived"], figures["quick_contacts"]) == (0, 1)


def test_the_waiting_come_most_urgent_first_each_with_a_forecast(talk: Any) -> None:
    talk.ok("close-counter", counter=3)
    code = talk.ok("book", products=["paspoort-aanvragen"], start="2026-03-02T09:10:00+01:00")["appointment"]["code"]
    first, private = talk.issue("paspoort-aanvragen", at="09:01"), talk.issue("betalingsregeling", at="09:02")
    late = talk.ok("check-in", "09:03", code=code)["ticket"]["label"]
    queue = talk.ok("waiting", "09:14")["waiting"]
    assert [each["label"] for each in queue] == [late, first, private]
    assert all(list(each) == TICKET and set(each["forecast"]) == {"p10", "p50", "p90"} for each in queue)
    assert [each["label"] for each in talk.ok("waiting", counter=1)["waiting"]] == [late, first]
    assert [each["label"] for each in talk.ok("waiting", counter=3)["waiting"]] == [late, first, private]


def test_the_screen_shows_numbers_and_places_only(talk: Any) -> None:
    talk.issue("paspoort-aanvragen")
    talk.issue("betalingsregeling")
    talk.issue("betalingsregeling")
    talk.ok("next", "09:02", counter=1)
    talk.ok("start", "09:03", counter=1)
    talk.ok("next", "09:04", counter=2)
    screen = talk.ok("screen")["screen"]
    assert set(screen) == {"at", "calls", "waiting"}
    assert screen["at"] == "2026-03-02T09:04:00+01:00"
    assert screen["calls"] == [
        {"label": "V001", "counter": 2, "at": "2026-03-02T09:04:00+01:00", "new": True},
        {"label": "K001", "counter": 1, "at": "2026-03-02T09:02:00+01:00", "new": False},
    ]
    assert screen["waiting"]["private"]["count"] == 1
    assert set(screen["waiting"]["private"]) == {"count", "p50", "p90"}
    assert talk.ok("screen", zone="kamers")["screen"]["calls"] == []


def test_a_forecast_is_null_when_nobody_can_help(talk: Any) -> None:
    assert talk.ok("forecast", products=["betalingsregeling"])["forecast"] == {"p10": 0, "p50": 0, "p90": 0}
    for number in (2, 3):
        talk.ok("close-counter", counter=number)
    assert talk.ok("forecast", products=["betalingsregeling"]) == {"forecast": None}


def test_a_ticket_that_waits_does_not_wait_for_itself(talk: Any) -> None:
    label = talk.issue("paspoort-aanvragen")
    assert talk.ok("ticket", ticket=label)["ticket"]["forecast"]["p50"] == 0


def test_explain_gives_the_whole_comparison(talk: Any) -> None:
    assert talk.ok("explain", counter=1) == {"explain": None}
    first, second = talk.issue("paspoort-aanvragen"), talk.issue("paspoort-aanvragen", at="09:02")
    why = talk.ok("next", "09:10", counter=1)["why"]
    told = talk.ok("explain", counter=1)["explain"]
    assert (told["ticket"], told["why"], told["runner_up"], told["undone"]) == (first, why, second, False)
    assert [each["label"] for each in told["considered"]] == [first, second]
    assert [each["urgency"] for each in told["considered"]] == [1.5, 1.4]
    assert told["considered"][0]["due_at"] == "2026-03-02T09:15:00+01:00"
    talk.ok("undo", counter=1)
    assert talk.ok("explain", counter=1)["explain"]["undone"] is True


def test_explain_names_twenty_and_why_others_could_not_be_called(talk: Any) -> None:
    talk.ok("open-counter", "2026-03-03T09:00:00+01:00", counter=1, clerk="anna")
    private = talk.issue("betalingsregeling", at="2026-03-03T09:00:00+01:00")
    labels = [talk.issue("paspoort-aanvragen") for _ in range(25)]
    talk.ok("next", "2026-03-03T09:05:00+01:00", counter=1, exclude=[labels[3]])
    labels.remove(labels[3])
    talk.ok("leave", ticket=labels[1])  # what comes after the call does not change its explanation
    told = talk.ok("explain", "2026-03-04T09:00:00+01:00", counter=1)["explain"]
    assert (told["ticket"], told["runner_up"], told["count"]) == (labels[0], labels[1], 24)
    assert [each["label"] for each in told["considered"]] == labels[:20]
    assert told["blocked"] == {private: "counter-not-private"}


def test_a_chosen_call_is_explained_by_what_the_rule_would_have_done(talk: Any) -> None:
    first, second = talk.issue("paspoort-aanvragen"), talk.issue("paspoort-aanvragen")
    talk.ok("call", counter=1, ticket=second, reason="slecht ter been")
    told = talk.ok("explain", counter=1)["explain"]
    assert (told["ticket"], told["why"]["rule"], told["reason"]) == (second, "chosen", "slecht ter been")
    assert [each["label"] for each in told["considered"]] == [first, second]


def test_the_journal_is_read_from_any_entry(talk: Any) -> None:
    talk.issue("paspoort-aanvragen")
    entries = talk.ok("journal", since=1)["entries"]
    assert [each["seq"] for each in entries] == [2, 3, 4]
    assert set(entries[-1]) == {"seq", "at", "station", "actor", "what", "ticket", "facts"}
    assert (entries[-1]["what"], entries[-1]["ticket"], entries[-1]["station"]) == ("issued", "K001", "ctl")
    assert len(talk.ok("journal", limit=2)["entries"]) == 2


def test_the_configuration_goes_out_and_in_unchanged(talk: Any) -> None:
    hall = talk.ok("hall")["hall"]
    assert talk.ok("configure", hall=hall) == {}
    assert talk.ok("hall")["hall"] == hall


def test_configure_names_every_mistake_and_changes_nothing(talk: Any) -> None:
    hall = talk.ok("hall")["hall"]
    hall["counters"][0]["type"] = "stand-up"
    hall["settings"]["strictness"] = 7
    hall["setings"] = {}
    before = talk.last()
    code, facts = talk.no("configure", hall=hall)
    assert code == "config-mistakes"
    assert [each["key"] for each in facts["mistakes"]] == ["counters[0].type", "settings.strictness", "setings"]
    assert talk.last() == before


def test_a_code_that_does_not_fit_in_the_database_is_a_mistake(talk: Any) -> None:
    hall = talk.ok("hall")["hall"]
    hall["clerks"].append({"code": "x" * 33, "name": "X", "competences": ["*"]})
    assert [each["key"] for each in talk.no("configure", hall=hall)[1]["mistakes"]] == ["clerks[3].code"]
    hall["clerks"][3]["code"] = "x" * 32
    talk.ok("configure", hall=hall)
    talk.ok("close-counter", counter=1)
    assert talk.ok("open-counter", counter=1, clerk="x" * 32)["counter"]["clerk"] == "x" * 32


def test_what_may_not_be_issued_shares_one_code(talk: Any) -> None:
    hall = talk.ok("hall")["hall"]
    for product, intake in zip(hall["products"], ("appointment", "none", "walk-in"), strict=False):
        product["intake"] = intake
        product["refer_to"] = {"nl": "Ga naar het andere loket."}
    talk.ok("configure", hall=hall)
    slugs = [each["slug"] for each in hall["products"][:3]]
    assert talk.no("issue", products=[slugs[0]])[1]["because"] == "appointment-only"
    assert talk.no("issue", products=[slugs[1]])[0] == "not-allowed"
    start = "2026-03-02T10:00:00+01:00"
    assert talk.no("book", products=[slugs[2]], start=start)[1]["because"] == "walk-in-only"


def test_hours_and_the_way_in_are_kept(make_talk: Callable[..., Any]) -> None:
    base = template("three-counters", "Voorbeeldstad")
    opening = Opening({"mon": ((time(9), time(17)),)}, {date(2026, 3, 9): ()}, 0)
    settings = replace(base.settings, intake=HallIntake.KIOSK)
    talk = make_talk(config=replace(base, opening=opening, settings=settings))
    asked: dict[str, Any] = {"products": ["paspoort-aanvragen"]}
    assert talk.no("issue", "08:59", **asked, via="kiosk")[0] == "hall-closed"
    assert talk.no("issue", "09:00", **asked)[0] == "not-allowed"
    assert talk.ok("issue", **asked, via="kiosk")["ticket"]["label"] == "K001"
    assert talk.no("issue", "2026-03-03T10:00:00+01:00", **asked, via="kiosk")[0] == "hall-closed"

"""What goes wrong with printers, and what should happen then. The numbers are those of the list in docs/printers.md."""

from __future__ import annotations

import pytest

from balie_app.devices.printer import JOB_SECONDS, TROUBLE_SECONDS
from balie_app.devices.printer_recovery import RETRY_SECONDS
from balie_app.devices.printer_status import HALT_SECONDS, TAKE_SECONDS
from balie_app.devices.states import ADVICE, STATE_OF_CAUSE
from balie_app.printing.bitmap import Bitmap
from balie_app.printing.documents import Code, Image, Line
from balie_app.printing.escpos import GO_ON, START_OVER
from balie_app.printing.profiles import profile_names
from tests.devices.printer_wire import TEXT, Wire

FAMILIES = sorted(set(profile_names()) & {"epson", "clone", "custom-vkp80", "nippon", "star"})
ANSWERING_AT_ONCE = [name for name in FAMILIES if name != "nippon"]
"""Nippon's question waits behind what is printed: while it stands still it is silent."""
PICTURE = Image(Bitmap(576, tuple(b"\xff" * 72 for _ in range(512))))


@pytest.mark.parametrize("name", FAMILIES)
def test_a_ticket_is_printed_when_all_is_well(name: str) -> None:
    wire = Wire(name)
    wire.submit()
    assert wire.outcomes == [("printed", "job")]
    assert "A 012" in wire.texts[0]
    assert wire.problems == [()]


# 1: paper out in the middle of a ticket


@pytest.mark.parametrize("name", ANSWERING_AT_ONCE)
def test_a_ticket_on_two_rolls_is_never_called_printed(name: str) -> None:
    wire = Wire(name)
    wire.far.rows_left = 2
    wire.submit()
    wire.run(5)
    assert wire.outcomes == [("unknown", "job")]
    assert wire.cause == "paper_out"
    wire.fault("paper_out", on=False)
    wire.run(60)
    assert wire.outcomes == [("unknown", "job")]
    assert wire.driver.ready


@pytest.mark.parametrize("name", ANSWERING_AT_ONCE)
def test_after_a_new_roll_the_torn_ticket_is_cut_off_and_the_next_one_is_whole(name: str) -> None:
    wire = Wire(name)
    wire.far.rows_left = 2
    wire.submit()
    wire.run(5)
    wire.fault("paper_out", on=False)
    wire.run(60)
    wire.submit("again")
    assert wire.outcomes[-1] == ("printed", "again")
    assert wire.texts[-1].splitlines()[:2] == ["Gemeente Voorbeeld", "A 012"]
    assert wire.problems[-1] == ()


# 2: the end of the roll is near


@pytest.mark.parametrize("name", FAMILIES)
def test_a_roll_that_is_almost_used_up_is_told_and_prints_on(name: str) -> None:
    wire = Wire(name)
    wire.fault("paper_near_end")
    wire.run(11)
    assert wire.cause == "paper_near_end"
    wire.submit()
    assert wire.outcomes == [("printed", "job")]


# 3: the knife is stuck


def test_a_stuck_knife_is_told_to_move_again_and_the_ticket_goes_on() -> None:
    wire = Wire()
    wire.fault("cutter")
    wire.run(11)
    assert (wire.cause, wire.driver.ready) == ("cutter", False)
    wire.fault("cutter", on=False)  # the paper is taken away; the printer waits to be told
    wire.run(RETRY_SECONDS)
    assert START_OVER in wire.sent
    wire.run(3)
    assert (wire.cause, wire.driver.ready) == ("", True)


def test_a_ticket_that_waits_for_the_knife_is_finished_not_thrown_away() -> None:
    wire = Wire()
    wire.far._knife_waits = True  # it sticks at this very moment: nobody has been told
    wire.submit()
    wire.run(RETRY_SECONDS + 5)
    assert GO_ON in wire.sent
    assert wire.outcomes == [("printed", "job")]


def test_a_knife_that_stays_stuck_needs_the_power_switch() -> None:
    wire = Wire()
    wire.fault("cutter")
    wire.run(11 + RETRY_SECONDS + 3)
    assert wire.cause == "cutter_stuck"
    assert "uit en weer aan" in ADVICE["cutter_stuck"]
    wire.far.faults.discard("cutter")
    wire.far.power_cycle()
    wire.run(5)
    assert (wire.cause, wire.driver.ready) == ("", True)


def test_the_knife_is_left_alone_while_the_cover_is_open_and_tried_when_it_is_closed() -> None:
    wire = Wire()
    wire.fault("cutter")
    wire.fault("cover_open")
    wire.run(5 * RETRY_SECONDS)
    assert START_OVER not in wire.sent
    wire.fault("cutter", on=False)
    wire.fault("cover_open", on=False)
    wire.run(3)
    assert START_OVER in wire.sent
    assert wire.driver.ready


# 4: the cover


@pytest.mark.parametrize("name", ANSWERING_AT_ONCE)
def test_a_cover_opened_while_idle_and_closed_again_needs_nobody(name: str) -> None:
    wire = Wire(name)
    wire.fault("cover_open")
    wire.run(11)
    assert (wire.cause, wire.driver.ready) == ("cover_open", False)
    wire.fault("cover_open", on=False)
    wire.run(3)
    assert (wire.cause, wire.driver.ready) == ("", True)


@pytest.mark.parametrize("name", ["epson", "clone", "star"])
def test_a_cover_opened_in_a_ticket_holds_it_and_it_is_printed_once(name: str) -> None:
    wire = Wire(name)
    wire.far.faults.add("cover_open")  # at this very moment: the driver has not heard of it
    wire.submit()
    wire.run(60)
    assert wire.outcomes == []
    wire.fault("cover_open", on=False)
    wire.run(5)
    assert wire.outcomes == [("printed", "job")]
    assert len(wire.far.papers) == 1


def test_a_cover_that_stays_open_leaves_the_ticket_unknown_until_it_comes_out() -> None:
    wire = Wire()
    wire.far.faults.add("cover_open")
    wire.submit()
    wire.run(TROUBLE_SECONDS + JOB_SECONDS)
    assert wire.outcomes == [("unknown", "job")]
    wire.fault("cover_open", on=False)
    wire.run(30)
    assert wire.outcomes == [("unknown", "job"), ("printed", "job")]
    assert len(wire.far.papers) == 1
    assert wire.driver.ready


# 5: nothing answers


@pytest.mark.parametrize("name", FAMILIES)
def test_a_printer_that_is_off_is_silent_and_gets_no_ticket(name: str) -> None:
    wire = Wire(name)
    wire.fault("silent")
    wire.run(30)
    assert (wire.cause, wire.driver.ready) == ("silent", False)
    wire.submit()
    assert wire.outcomes == [("returned", "job")]
    wire.fault("silent", on=False)
    wire.run(15)
    assert wire.driver.ready


# 6, 7, 15, 19: the line breaks, and what is left of a ticket


@pytest.mark.parametrize("name", FAMILIES)
def test_a_line_that_breaks_in_a_picture_is_made_free_before_anything_else(name: str) -> None:
    wire = Wire(name)
    wire.run(1)
    wire.fault("silent")
    wire.submit("half", (PICTURE,))
    wire.cut_off()
    assert wire.outcomes == [("unknown", "half")]
    wire.far.power_cycle()
    wire.far.heard(
        b"\x1dv0\0\x48\0\x80\0" if wire.profile.dialect == "escpos" else b"\x1bX\x40\x02"
    )  # it waits for dots
    wire.fault("silent", on=False)
    wire.back()
    wire.run(60)
    assert wire.driver.ready
    wire.submit("whole")
    assert wire.outcomes[-1] == ("printed", "whole")
    assert wire.texts[-1].splitlines()[:2] == ["Gemeente Voorbeeld", "A 012"]
    assert wire.problems[-1] == ()


@pytest.mark.parametrize("name", ["epson", "clone", "custom-vkp80"])
def test_a_printer_left_in_a_picture_by_a_computer_that_went_out_is_found_again(name: str) -> None:
    """19: nobody here knows of the picture. The first ticket is lost in it and told so; the second one is whole."""
    wire = Wire(name)
    wire.far.heard(b"\x1dv0\0\x48\0\x80\0")
    wire.submit("first")
    wire.run(JOB_SECONDS + 60)
    assert wire.outcomes == [("unknown", "first")]
    assert wire.driver.ready
    wire.submit("second")
    assert wire.outcomes[-1] == ("printed", "second")
    assert wire.texts[-1].splitlines()[:2] == ["Gemeente Voorbeeld", "A 012"]


def test_a_printer_that_obeys_nothing_inside_a_picture_is_found_again_too() -> None:
    wire = Wire("star")  # its status request is data like any other while it waits for dots
    wire.far._talk.overhear = lambda data: None  # type: ignore[method-assign]
    wire.far.heard(b"\x1bX\x40\x02")
    wire.submit("first")
    wire.run(JOB_SECONDS + 5)
    assert wire.outcomes == [("unknown", "first")]
    assert any(len(data) > 1700 for data in wire.sent)


def test_a_printer_that_was_switched_off_in_a_ticket_leaves_it_unknown() -> None:
    wire = Wire()
    wire.fault("silent")
    wire.submit()
    wire.far.power_cycle()
    wire.run(JOB_SECONDS + 5)
    wire.fault("silent", on=False)
    wire.run(60)
    assert wire.outcomes == [("unknown", "job")]
    assert wire.driver.ready


# 8: another printer than was meant


def test_two_printers_that_changed_places_are_told_apart_before_the_first_ticket() -> None:
    wire = Wire(identity="TM-T20", model="TM-T88V")
    assert (wire.cause, wire.driver.ready) == ("other_printer", False)
    assert wire.state["detail"] == "TM-T88V"
    wire.submit()
    assert wire.outcomes == [("returned", "job")]
    assert STATE_OF_CAUSE["other_printer"].value == "fout ingesteld"


def test_the_printer_that_was_meant_is_used_at_once_and_asked_again_after_each_opening() -> None:
    wire = Wire(identity="tm-t20")
    assert wire.driver.ready
    wire.far.model = "TM-T88V"
    wire.far.power_cycle()
    wire.cut_off()
    wire.back()
    assert (wire.cause, wire.driver.ready) == ("other_printer", False)


def test_a_printer_that_does_not_say_its_name_is_not_trusted_but_asked_again() -> None:
    wire = Wire(identity="TM-T20")
    wire.far._talk = _Nameless(wire.far._talk)
    wire.cut_off()
    wire.back()
    wire.run(6)
    assert (wire.cause, wire.driver.ready) == ("other_printer", False)
    wire.far._forget()
    wire.run(31)
    assert (wire.cause, wire.driver.ready) == ("", True)


class _Nameless:
    """A printer without GS I."""

    def __init__(self, inner: object) -> None:
        self.inner = inner

    def in_turn(self, command: object) -> bool:
        return command.name == "ask-identity" or self.inner.in_turn(command)  # type: ignore[attr-defined]

    def __getattr__(self, name: str) -> object:
        return getattr(self.inner, name)


# 16: XOFF, and XON never comes


def test_an_xon_that_was_lost_is_noticed_after_ten_seconds() -> None:
    wire = Wire()
    wire.say(b"\x13")
    wire.submit()
    assert wire.outcomes == [("returned", "job")]
    wire.run(HALT_SECONDS + 1)
    assert wire.driver.ready
    assert wire.reopened == []


def test_a_printer_that_stopped_us_and_says_nothing_has_its_port_opened_anew() -> None:
    wire = Wire()
    wire.say(b"\x13")
    wire.fault("silent")
    wire.run(HALT_SECONDS - 1)
    assert wire.reopened == []
    wire.run(4)
    assert wire.reopened == ["stuck"]
    wire.fault("silent", on=False)
    wire.run(15)
    assert wire.driver.ready


def test_between_xoff_and_xon_no_band_is_sent() -> None:
    wire = Wire("clone")
    wire.fault("silent")
    wire.submit("job", (*TEXT, PICTURE))
    count = len(wire.sent)
    wire.fault("silent", on=False)
    wire.say(b"\x13\0")  # stop; and the first band is done
    assert len(wire.sent) == count
    wire.say(b"\x11")
    assert wire.outcomes == [("printed", "job")]


# 17: nobody knows how a printer is that was not asked just now


@pytest.mark.parametrize("name", FAMILIES)
def test_a_printer_that_was_switched_off_since_gets_no_byte_of_a_ticket(name: str) -> None:
    wire = Wire(name)
    wire.run(5)
    wire.fault("silent")
    asked = len(wire.sent)
    wire.submit()
    assert len(wire.sent) <= asked + 1
    wire.run(3)
    assert wire.outcomes == [("returned", "job")]
    assert wire.state["ready"] is False


@pytest.mark.parametrize("name", ANSWERING_AT_ONCE)
def test_a_roll_that_ended_since_is_noticed_before_a_ticket_is_sent(name: str) -> None:
    wire = Wire(name)
    wire.run(5)
    wire.far.faults.add("paper_out")  # and it does not tell by itself
    wire.submit()
    assert wire.outcomes == [("returned", "job")]
    assert wire.cause == "paper_out"


def test_a_line_that_goes_while_a_ticket_waits_for_a_word_gives_it_back() -> None:
    wire = Wire()
    wire.run(5)
    wire.fault("silent")
    wire.submit()
    wire.cut_off()
    assert wire.outcomes == [("returned", "job")]


@pytest.mark.parametrize("name", FAMILIES)
def test_a_printer_that_answers_prints_also_after_a_quiet_hour(name: str) -> None:
    wire = Wire(name)
    wire.run(3600)
    wire.submit()
    assert wire.outcomes == [("printed", "job")]


# 18: a small buffer


def test_a_printer_with_a_small_buffer_gets_a_picture_band_by_band() -> None:
    wire = Wire("clone")
    wire.fault("small_buffer")
    wire.submit("job", (*TEXT, PICTURE, Code("k7Q2mZx9TbRw")))
    assert wire.outcomes == [("printed", "job")]
    assert wire.problems == [()]
    assert max(map(len, wire.sent)) < wire.far.BUFFER


def test_without_waiting_the_same_picture_is_spoiled() -> None:
    wire = Wire("clone", slow=False)
    wire.fault("small_buffer")
    wire.submit("job", (*TEXT, PICTURE, Code("k7Q2mZx9TbRw")))
    wire.run(JOB_SECONDS + 10)
    assert wire.outcomes[0] == ("unknown", "job")


def test_no_band_is_sent_before_the_one_before_it_is_done() -> None:
    wire = Wire("clone")
    before = len(wire.sent)
    wire.far.faults.add("cover_open")
    wire.submit("job", (*TEXT, PICTURE))
    wire.run(30)
    bands = [data for data in wire.sent[before:] if b"\x1dv0\0" in data]
    assert len(bands) == 1
    wire.fault("cover_open", on=False)
    wire.run(5)
    assert wire.outcomes == [("printed", "job")]
    assert wire.problems == [()]


def test_a_ticket_of_only_text_is_sent_at_once_to_a_slow_printer_too() -> None:
    wire = Wire("clone")
    before = len(wire.sent)
    wire.submit()
    assert len(wire.sent) == before + 1


def test_a_band_that_is_never_done_leaves_the_ticket_unknown_and_its_rest_unsent() -> None:
    wire = Wire("clone")
    wire.fault("silent")
    wire.submit("job", (*TEXT, PICTURE))
    wire.run(JOB_SECONDS + 5)
    assert wire.outcomes == [("unknown", "job")]
    wire.fault("silent", on=False)
    wire.run(60)
    assert wire.outcomes == [("unknown", "job")]
    assert wire.driver.ready
    assert "A 012" in wire.texts[0]  # the half that was printed is cut off
    wire.submit("again")
    assert wire.texts[-1].splitlines()[:2] == ["Gemeente Voorbeeld", "A 012"]


def test_a_band_that_is_done_late_does_not_pass_for_the_whole_ticket() -> None:
    wire = Wire("clone")
    wire.far.faults.add("paper_out")  # at this moment: the first band waits in the printer
    wire.submit("torn", (*TEXT, PICTURE))
    wire.run(5)
    assert wire.outcomes == [("unknown", "torn")]
    wire.fault("paper_out", on=False)  # it prints that band, and says so
    wire.run(60)
    wire.submit("whole")
    assert wire.outcomes == [("unknown", "torn"), ("printed", "whole")]
    assert wire.texts[-1].count("A 012") == 1


# 20: wrong speed


@pytest.mark.parametrize("name", FAMILIES)
def test_more_than_five_bytes_that_mean_nothing_are_a_wrong_setting(name: str) -> None:
    wire = Wire(name)
    wire.fault("silent")
    wire.say(b"\xff\xb7\xf5\x8a\xff")
    assert wire.cause != "garbage"
    wire.say(b"\xf7")
    assert wire.cause == "garbage"
    assert STATE_OF_CAUSE["garbage"].value == "fout ingesteld"
    assert not wire.driver.ready


# 22: a printer without QR


def test_a_code_is_sent_as_dots_where_the_profile_says_so() -> None:
    native, dots = Wire("epson"), Wire("epson", qr="raster")
    for wire in (native, dots):
        wire.submit("job", (Line("x"), Code("k7Q2mZx9TbRw")))
        assert wire.problems == [()]
    assert "[QR k7Q2mZx9TbRw]" in native.texts[0]
    assert "[beeld" in dots.texts[0]
    assert b"k7Q2mZx9TbRw" not in b"".join(dots.sent)


# 23: answers that nobody asked for, or that come late


def test_answers_too_many_make_the_driver_ask_again_instead_of_believing_them() -> None:
    wire = Wire()
    wire.fault("silent")
    wire.run(10.5)  # it asks how the printer is
    wire.far.faults.add("paper_out")
    wire.say(b"\x12\x12\x12" + b"\x1a\x32\x12\x7e")
    assert not wire.driver.ready
    wire.fault("silent", on=False)
    wire.run(3)
    assert wire.cause == "paper_out"


def test_whoever_hands_out_tickets_hears_that_none_is_taken_until_it_is_sure() -> None:
    wire = Wire()
    wire.fault("silent")
    wire.say(b"\x12")
    assert wire.state["ready"] is False
    wire.fault("silent", on=False)
    wire.run(15)
    assert wire.state["ready"] is True


@pytest.mark.parametrize("late", [b"sync", b"band"])
def test_a_late_answer_to_our_own_question_is_not_taken_for_the_next_ticket(late: bytes) -> None:
    wire = Wire("epson", done="gs-h")
    wire.fault("silent")
    wire.submit()
    wire.say(b"7\x22" + late + b"\0")
    assert wire.outcomes == []
    wire.say(b"7\x220001\0")
    assert wire.outcomes == [("printed", "job")]


def test_a_late_answer_after_the_paper_is_back_prints_nothing_twice() -> None:
    wire = Wire()
    wire.far.faults.add("paper_out")
    wire.submit()
    wire.run(4)
    assert wire.outcomes == [("unknown", "job")]
    wire.fault("paper_out", on=False)  # now the printer goes on by itself, and answers the old question
    wire.run(60)
    assert wire.outcomes == [("unknown", "job")]
    wire.submit("next")
    assert wire.outcomes[-1] == ("printed", "next")


# Presenters: a ticket that stays in the mouth


@pytest.mark.parametrize("name", ["custom-vkp80", "nippon"])
def test_a_ticket_that_is_not_taken_is_told_after_a_while_and_does_not_stop_the_next(name: str) -> None:
    wire = Wire(name)
    wire.fault("not_taken")
    wire.run(11)
    assert wire.cause == ""
    wire.run(TAKE_SECONDS)
    assert wire.cause == "not_taken"
    assert STATE_OF_CAUSE["not_taken"].value == "let op"
    wire.submit()
    assert wire.outcomes == [("printed", "job")]
    wire.fault("not_taken", on=False)
    wire.run(3)
    assert wire.cause == ""


# Star: status on its own only while a ticket is printed


def test_a_star_printer_is_not_asked_while_it_tells_by_itself() -> None:
    wire = Wire("star")
    wire.far.rows_left, wire.far.then = 3, "cover_open"  # in the middle, with automatic status on
    wire.submit()
    assert wire.cause == "cover_open"
    asked = len(wire.sent)
    wire.run(60)
    assert wire.sent[asked:] == []
    wire.fault("cover_open", on=False)
    assert wire.outcomes == [("printed", "job")]


def test_a_star_counter_goes_round_after_thirty_two_tickets() -> None:
    wire = Wire("star")
    for number in range(70):
        wire.submit(f"job {number}")
    assert wire.outcomes == [("printed", f"job {number}") for number in range(70)]


def test_a_star_printer_that_was_switched_off_and_on_prints_the_next_ticket_for_sure() -> None:
    wire = Wire("star")
    for number in range(5):
        wire.submit(f"job {number}")
    wire.far.power_cycle()
    wire.submit("after")
    wire.run(60)
    wire.submit("next")
    assert wire.outcomes[-1] == ("printed", "next")


@pytest.mark.parametrize("name", FAMILIES)
def test_every_cause_a_printer_can_have_has_a_state_and_a_sentence(name: str) -> None:
    for fault in ("paper_out", "cover_open", "cutter", "offline", "paper_near_end", "not_taken"):
        wire = Wire(name)
        wire.fault(fault)
        wire.run(60)
        assert wire.cause in STATE_OF_CAUSE
        assert str(wire.cause) in ADVICE

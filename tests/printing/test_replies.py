"""What printers answer, however the stream is cut up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balie_app.printing.replies import (
    CAUSES,
    Automatic,
    Flow,
    Kiosk,
    Marker,
    Noise,
    RealTime,
    ReplyParser,
    StarStatus,
    Text,
    causes,
    nippon_causes,
)


def asked_parser(status="escpos", questions=(), markers=0):
    parser = ReplyParser(status)
    parser.asked(*questions)
    for _ in range(markers):
        parser.marked()
    return parser


def test_a_printer_that_is_well_answers_four_times_that_nothing_is_wrong():
    replies = asked_parser(questions=(1, 2, 3, 4)).feed(b"\x12\x12\x12\x12")
    assert replies == [RealTime(n, 0x12) for n in (1, 2, 3, 4)]
    assert {cause for reply in replies for cause in causes(reply)} == set()


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ("1a32127e", {"offline", "paper_out", "paper_near_end"}),
        ("1a36127e", {"offline", "paper_out", "paper_near_end", "cover_open"}),
        ("1a521a12", {"offline", "error", "cutter"}),
        ("1212121e", {"paper_near_end"}),
    ],
)
def test_real_time_answers_say_what_is_the_matter(answers, found):
    replies = asked_parser(questions=(1, 2, 3, 4)).feed(bytes.fromhex(answers))
    assert set().union(*map(causes, replies)) == found


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("10000000", set()),
        ("10000300", {"paper_near_end"}),
        ("18000f00", {"offline", "paper_near_end", "paper_out"}),
        ("38000f00", {"offline", "cover_open", "paper_near_end", "paper_out"}),
        ("18080000", {"offline", "cutter"}),
        ("18200000", {"offline", "error"}),
    ],
)
def test_automatic_status_says_what_is_the_matter(block, found):
    (reply,) = ReplyParser().feed(bytes.fromhex(block))
    assert isinstance(reply, Automatic)
    assert causes(reply) == found


def test_a_done_marker_is_believed_only_when_one_is_open():
    parser = asked_parser(markers=1)
    assert parser.feed(b"\x00") == [Marker(0)]
    assert parser.feed(b"\x03") == [Noise(3)]


def test_a_late_answer_after_giving_up_is_noise():
    parser = asked_parser(questions=(1,), markers=1)
    parser.forget()
    assert parser.feed(b"\x03\x12") == [Noise(3), RealTime(None, 0x12)]


def test_an_answer_nobody_asked_for_has_no_meaning():
    (reply,) = ReplyParser().feed(b"\x1e")
    assert reply == RealTime(None, 0x1E)
    assert causes(reply) == frozenset()


def test_a_real_time_answer_may_come_in_the_middle_of_automatic_status():
    replies = asked_parser(questions=(1,)).feed(bytes.fromhex("1000 12 0300"))
    assert replies == [RealTime(1, 0x12), Automatic(bytes.fromhex("10000300"))]


def test_broken_automatic_status_is_noise_and_does_not_swallow_the_next():
    replies = ReplyParser().feed(bytes.fromhex("1000 10000000"))
    assert replies == [Noise(0x10), Noise(0), Automatic(bytes.fromhex("10000000"))]


def test_a_job_marker_brings_its_job_back_and_a_block_its_words():
    parser = asked_parser(markers=1)
    assert parser.feed(b"7\x22A7f3\0_TM-T20III\0") == [Marker(0, b"A7f3"), Text(b"TM-T20III")]
    assert parser.markers == 0


def test_a_block_without_an_end_is_given_up():
    replies = ReplyParser().feed(b"_" + b"x" * 200)
    assert Noise(ord("_")) in replies
    assert ReplyParser().feed(b"\x13\x11") == [Flow(stop=True), Flow(stop=False)]


def test_a_kiosk_printer_says_that_the_ticket_is_still_in_its_mouth():
    replies = asked_parser("custom", questions=(1,)).feed(bytes.fromhex("100f20000000 12"))
    assert replies == [Kiosk(bytes.fromhex("20000000")), RealTime(1, 0x12)]
    assert causes(replies[0]) == {"not_taken"}
    assert causes(Kiosk(bytes.fromhex("05020001"))) == {"paper_out", "paper_near_end", "cover_open", "error"}


def test_a_nippon_printer_answers_with_its_job_and_with_plain_status():
    parser = asked_parser("nippon", markers=1)
    assert parser.feed(b"\xff\x13A7f3\0\0\0\0") == [Marker(0, b"A7f3")]
    assert nippon_causes(0b0100_0101) == {"not_taken", "paper_out", "paper_near_end"}


@given(st.binary(max_size=80), st.lists(st.integers(0, 80)), st.sampled_from(["escpos", "custom", "nippon", "star"]))
def test_the_meaning_does_not_depend_on_how_the_stream_is_split(stream, cuts, status):
    whole = asked_parser(status, (1, 2, 3, 4), 2)
    split = asked_parser(status, (1, 2, 3, 4), 2)
    edges = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    pieces = [stream[one:other] for one, other in pairwise(edges)]
    replies = whole.feed(stream)
    assert [reply for piece in pieces for reply in split.feed(piece)] == replies
    assert {cause for reply in replies for cause in causes(reply)} <= set(CAUSES)


def star(counter=0, executed=False, **bits):
    """A status of nine bytes: 23h, version, then what is wrong by index (s2=0x20 …), the counter in byte 8."""
    values = bytearray((0x23, 0x06, 0x02 * executed, 0, 0, 0, 0, (counter & 7) << 1 | (counter & 0x18) << 2, 0))
    for name, mask in bits.items():
        values[int(name[1:])] |= mask
    return bytes(values)


@pytest.mark.parametrize(
    ("bits", "found"),
    [
        ({}, set()),
        ({"s2": 0x28}, {"offline", "cover_open"}),
        ({"s3": 0x08}, {"cutter"}),
        ({"s3": 0x20}, {"error"}),
        ({"s4": 0x04}, {"error"}),
        ({"s5": 0x04}, {"paper_near_end"}),
        ({"s2": 0x08, "s5": 0x0C}, {"offline", "paper_out", "paper_near_end"}),
    ],
)
def test_a_star_status_says_what_is_the_matter(bits, found):
    assert causes(*asked_parser("star").feed(star(**bits))) == found


@pytest.mark.parametrize(("header", "length"), [(0x0F, 7), (0x21, 8), (0x23, 9), (0x27, 11), (0x2F, 15)])
def test_the_first_byte_of_a_star_status_tells_its_length(header, length):
    block = bytes((header,)) + bytes(length - 1)
    assert asked_parser("star").feed(block * 2) == [StarStatus(block)] * 2
    assert asked_parser("star").feed(block[:-1]) == []


def test_a_star_marker_is_a_step_of_the_counter():
    parser = asked_parser("star")
    parser.feed(star(31))
    parser.marked()
    assert parser.feed(star(31)) == [StarStatus(star(31))]
    assert parser.feed(star(0, executed=True)) == [Marker(0), StarStatus(star(0, executed=True))]
    assert parser.feed(star(0)) == [StarStatus(star(0))]


def test_two_star_markers_in_one_status_are_both_told():
    parser = asked_parser("star")
    parser.feed(star(4))
    parser.marked()
    parser.marked()
    assert parser.feed(star(6, executed=True))[:2] == [Marker(0), Marker(0)]


@pytest.mark.parametrize("before", [3, 31])
def test_a_star_printer_that_was_switched_off_and_on_has_printed_nothing_for_sure(before):
    parser = asked_parser("star")
    parser.feed(star(before))
    parser.marked()
    assert parser.feed(star(0)) == [StarStatus(star(0))]
    assert parser.markers == 1
    assert parser.feed(star(1, executed=True))[0] == Marker(0)


def test_an_old_star_printer_without_a_counter_says_only_that_it_is_done():
    parser = asked_parser("star", markers=1)
    done = bytes((0x0F, 0, 0x02, 0, 0, 0, 0))
    assert parser.feed(done) == [Marker(0), StarStatus(done)]
    assert parser.feed(done) == [StarStatus(done)]


def test_a_broken_star_status_is_noise_and_does_not_swallow_the_next():
    whole = star(1)
    assert asked_parser("star").feed(whole[:4] + whole) == [*map(Noise, whole[:4]), StarStatus(whole)]
    assert asked_parser("star").feed(whole[:4] + b"\x13\x11" + whole[4:]) == [
        Flow(True),
        Flow(False),
        StarStatus(whole),
    ]
    assert asked_parser("star").feed(b"\x12\x03") == [Noise(0x12), Noise(0x03)]


def test_a_block_that_was_noise_does_not_swallow_the_answers_after_it():
    """Its end would be a zero of the next answer, and the zeros after that would be taken for a done marker."""
    replies = asked_parser("custom", markers=1).feed(b"_x" + bytes.fromhex("100f01000000"))
    assert replies == [Noise(ord("_")), Noise(ord("x")), Kiosk(bytes.fromhex("01000000"))]

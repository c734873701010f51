"""Every word that a template may use does what it says; every other word is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from balie_app.devices.checksum import KINDS
from balie_app.devices.frame import Check, Frame, Length, Part, Running
from balie_app.devices.reply import Reply, matches
from balie_app.devices.template import Template
from balie_app.devices.template_reader import load_template
from balie_app.devices.values import DoesNotFit, Value
from balie_app.queue.config.mistakes import ConfigMistakes

HEAD = '[device]\nname = "Proef"\nkind = "display"\nsource = "test"\n'
VALUE = Part("value")


def made(tmp_path: Path, text: str) -> Template:
    file = tmp_path / "proef.toml"
    file.write_text(HEAD + text, encoding="utf-8")
    return load_template(file)


def mistakes(tmp_path: Path, text: str) -> set[str]:
    with pytest.raises(ConfigMistakes) as caught:
        made(tmp_path, text)
    return {mistake.key for mistake in caught.value.mistakes}


@pytest.mark.parametrize(
    ("length", "wanted"),
    [
        (Length(), b"\x04"),
        (Length(offset=2), b"\x06"),
        (Length(width=2), b"\x00\x05"),
        (Length(first=2, last=2, width=2, endian="little"), b"\x04\x00"),
        (Length(first=2, last=2, style="ascii-dec", width=2), b"04"),
        (Length(first=2, last=2, style="ascii-hex", width=2, offset=8), b"0C"),
    ],
)
def test_a_length_counts_the_parts_it_is_told_to(length: Length, wanted: bytes) -> None:
    value = b"A01" if length.first == 1 else b"A012"
    assert Frame((Part("length"), VALUE), length=length).build(b"", value).removesuffix(value) == wanted


@pytest.mark.parametrize(("seed", "wanted"), [(None, 0x41), (0x10, 0x51), (0xFF, 0x40)])
def test_a_sum_may_start_elsewhere(seed: int | None, wanted: int) -> None:
    frame = Frame((VALUE, Part("checksum")), Check("sum8", seed=seed))
    assert frame.build(b"", b"A") == bytes([0x41, wanted])


def test_a_checksum_covers_the_parts_it_is_told_to() -> None:
    parts = (Part("literal", b"\x02"), Part("address"), VALUE, Part("literal", b"\x03"), Part("checksum"))
    assert Frame(parts, Check("xor8", first=2, last=3)).build(b"1", b"A")[-1] == ord("1") ^ ord("A")
    assert Frame(parts, Check("sum8", output="hex-upper", first=2)).build(b"1", b"A")[-2:] == b"75"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_frame_is_read_back_with_every_checksum(kind: str) -> None:
    for output in ("binary-le", "binary-be", "hex-upper", "hex-lower"):
        frame = Frame((Part("literal", b"\x02"), Part("address"), VALUE, Part("checksum")), Check(kind, output))
        match = frame.pattern(2, 4).fullmatch(frame.build(b"07", b"A012"))
        assert match is not None
        assert (match["address"], match["value"]) == (b"07", b"A012")


def test_bytes_that_mean_something_are_sent_as_a_pair_and_read_back_as_one() -> None:
    escape = ((0x10, b"\x10\x10"), (0x02, b"\x10\x42"))
    frame = Frame((Part("literal", b"\x10\x02"), Part("address"), VALUE, Part("literal", b"\x10\x03")), escape=escape)
    built = frame.build(b"\x10", b"A\x02\x10")
    assert built == b"\x10\x02\x10\x10A\x10\x42\x10\x10\x10\x03"
    match = frame.pattern(1, 3).fullmatch(built)
    assert match is not None
    assert (frame.plain(match["address"]), frame.plain(match["value"])) == (b"\x10", b"A\x02\x10")


def test_a_running_number_goes_up_and_begins_again() -> None:
    running = Running(low=1, high=3, style="ascii-dec", width=2)
    assert [running.write(number) for number in range(4)] == [b"01", b"02", b"03", b"01"]
    assert Running(high=255).write(256) == b"\x00"


def test_a_template_numbers_its_frames(tmp_path: Path) -> None:
    text = (
        '[counter]\nlow = 1\nhigh = 9\nstyle = "ascii-dec"\n[commands.show]\nparts = ["counter", "value", "CR"]\n'
        '[[vectors]]\nvalue = "A012"\nnumber = 4\nhex = "35 41 30 31 32 0D"\n'
    )
    template = made(tmp_path, text)
    assert [template.show(0, "A", attention=False)[:1] for _ in range(2)] == [b"1", b"2"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("label", "A042"), ("digits", "042"), ("number", "42"), ("letter", "A"), ("counter", "4"),
        ("label-counter", "A042 4"),
    ],
)  # fmt: skip
def test_a_display_shows_the_part_of_a_call_that_it_can(text: str, shown: str) -> None:
    assert Value(text=text).encode("A042", 4) == shown.encode()
    assert Value(text=text).encode("", 4) == b""


def test_seven_segments_are_bars() -> None:
    value = Value(encoding="segments", width=4)
    assert value.encode("A12") == bytes([0x00, 0x77, 0x06, 0x5B])
    assert value.decode(value.encode("A12")) == "A12"
    with pytest.raises(DoesNotFit):
        value.encode("W12")
    assert Value(encoding="segments", width=3, mapping={"W": "U"}).encode("W12") == bytes([0x3E, 0x06, 0x5B])


def test_signs_that_a_display_lacks_are_left_out() -> None:
    assert Value(width=4, allowed="0123456789").encode("K042") == b" 042"


@pytest.mark.parametrize(
    ("pattern", "value", "meant"),
    [
        ("15", b"\x15", True), ("15", b"\x06", False), ("4? ??", b"\x4a\x00", True), ("4? ??", b"\x5a\x00", False),
        ("bit 3", b"\x08", True), ("bit 3", b"\x07", False), ("bit 8", b"\x01\x00", True), ("15", b"\x15\x00", False),
    ],
)  # fmt: skip
def test_a_status_is_a_byte_a_pattern_or_a_bit(pattern: str, value: bytes, meant: bool) -> None:
    assert matches(pattern, value) is meant


def test_an_answer_is_known_by_its_address_and_its_sum() -> None:
    ack = Frame((Part("literal", b"\x06"), Part("address"), Part("checksum")), Check("sum8"))
    reply = Reply(expect="ack", ack=ack)
    assert reply.judge(b"noise\x06\x01\x07", b"", b"\x01") is not None
    assert reply.judge(b"\x06\x02\x08", b"", b"\x01") is None
    assert reply.judge(b"\x06\x01\x08", b"", b"\x01") is None


SHOW = '[commands.show]\nparts = ["STX", "value", "ETX"]\n[[vectors]]\nvalue = "A"\nhex = "02 41 03"\n'


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[checksum]\nkind = "md5"\n', "checksum.kind"),
        ('[line]\nlocal_echo = "yes"\n', "line.local_echo"),
        ('[line]\nparity = "sometimes"\n', "line.parity"),
        ('[poll]\nrefresh_s = 5\n', "poll.refresh_s"),
        ('[reply]\nexpect = "hope"\n', "reply.expect"),
        ('[reply]\nexpect = "ack"\n', "reply.ack"),
        ('[reply]\nexpect = "pattern"\n', "reply.parts"),
        ('[reply.status]\n"15" = "sad"\n', "reply.status.15"),
        ('[reply.status]\n"x" = "device_error"\n', "reply.status.x"),
        ('[frame.escape]\n"10" = "11 10"\n', "frame.escape.10"),
        ('[address]\nstyle = "binary"\nbroadcast = "00 00"\n', "address.broadcast"),
        ('[value]\nencoding = "segments"\n', "value.width"),
        ('[commands.shout]\nparts = ["BEL"]\n', "commands.shout"),
        ('[commands.brightness]\nparts = ["value"]\nsteps = ["dim"]\n', "commands.brightness.steps"),
        ('[commands.blink]\nhow = "dance"\nparts = ["value"]\n', "commands.blink.how"),
        ('[receive.status]\n"45" = "hungry"\n', "receive.status.45"),
        ('[counter]\nlow = 9\nhigh = 1\n', "counter.high"),
        ('[python]\ncode = "import os"\n', "python"),
    ],
)  # fmt: skip
def test_a_word_that_is_not_in_the_vocabulary_is_refused(tmp_path: Path, text: str, key: str) -> None:
    assert mistakes(tmp_path, text + SHOW) == {key}


def test_a_command_may_fill_in_a_common_frame(tmp_path: Path) -> None:
    text = (
        '[frame]\nparts = ["STX", "command", "value"]\nterminator = "CR"\n'
        '[commands.show]\ncommand = "text:S"\n[commands.blink]\ncommand = "text:S"\n'
        'prefix = "text:$F1"\nsuffix = "text:$F0"\n'
        '[[vectors]]\nvalue = "A012"\nhex = "02 53 41 30 31 32 0D"\n'
        '[[vectors]]\ncommand = "blink"\nvalue = "A012"\nhex = "02 53 24 46 31 41 30 31 32 24 46 30 0D"\n'
    )
    assert made(tmp_path, text).show(0, "A1", attention=True) == b"\x02S$F1A1$F0\r"


def test_every_setting_of_a_line_is_read(tmp_path: Path) -> None:
    text = (
        '[line]\nbaud = 1200\nbits = 7\nparity = "odd"\nstop = 2\nflow = "rtscts"\nrs485 = "auto"\n'
        "dtr = true\nrts = false\n"
        'inter_byte_ms = 2\ngap_ms = 30\nturnaround_ms = 40\nlocal_echo = "discard"\ndiscard_ms = 500\n'
    )
    line = made(tmp_path, text + SHOW).line
    assert (line.baud, line.bits, line.parity, line.stop, line.flow, line.rs485) == (1200, 7, "O", 2, "rtscts", "auto")
    assert (line.dtr, line.rts, line.local_echo, line.discard_s) == (True, False, "discard", 0.5)
    assert line.seconds(1) == pytest.approx(11 / 1200 + 0.002)
    assert line.rest_s == 0.04

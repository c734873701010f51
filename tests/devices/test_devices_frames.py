from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balie_app.devices.checksum import KINDS, OUTPUTS, checksum, width_of
from balie_app.devices.frame import Check, Frame, Length, Part, parse_part
from balie_app.devices.values import Address, DoesNotFit, Value


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [  # the catalogue value of "123456789", where there is one
        ("sum8", 0xDD),
        ("sum8-ones", 0x22),
        ("sum8-twos", 0x23),
        ("sum7", 0x5D),
        ("sum16", 0x01DD),
        ("xor8", 0x31),
        ("lrc", 0x23),
        ("crc8", 0xF4),
        ("crc16-modbus", 0x4B37),
        ("crc16-ccitt", 0x29B1),
        ("crc16-xmodem", 0x31C3),
    ],
)
def test_each_checksum_gives_its_published_check_value(kind: str, wanted: int) -> None:
    assert KINDS[kind][0](b"123456789", KINDS[kind][2]) == wanted


def test_a_modbus_checksum_goes_low_byte_first() -> None:
    assert checksum("crc16-modbus", "binary-le", bytes.fromhex("01 06 00 00 00 2A")) == bytes.fromhex("08 15")


def test_the_sum_of_seven_bits_is_that_of_the_manual() -> None:
    # Microgate MicroGraph LED user manual, page 76: "MICROGATE" at x 90, y 48, and its sum.
    frame = bytes.fromhex("1B 40 53 5A 00 30 00 00 02") + b"MICROGATE\x03"
    assert checksum("sum7", "binary-be", frame) == b"\x58"


@settings(deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.sampled_from(OUTPUTS), st.binary(max_size=40))
def test_a_checksum_takes_the_room_that_was_announced(kind: str, output: str, data: bytes) -> None:
    assert len(checksum(kind, output, data)) == width_of(kind, output)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("STX", Part("literal", b"\x02")),
        ("1B 51 41", Part("literal", b"\x1bQA")),
        ("ESC text", None),
        ("text:$F1", Part("literal", b"$F1")),
        ("text:", None),
        ("address", Part("address")),
        ("FF", Part("literal", b"\xff")),
        ("eval", None),
        ("", None),
    ],
)
def test_the_vocabulary_of_parts_is_closed(text: str, wanted: Part | None) -> None:
    assert parse_part(text) == wanted


def test_length_and_checksum_cover_the_parts_they_name() -> None:
    parts = (Part("literal", b"\x82"), Part("length"), Part("value"), Part("checksum"))
    frame = Frame(parts, Check("sum8", "binary-be"), Length(first=3))
    assert frame.build(b"", b"A012") == b"\x82\x04A012" + bytes([(0x82 + 4 + sum(b"A012")) & 0xFF])


@settings(deadline=None)
@given(st.integers(0, 99))
def test_addresses_can_be_read_back(number: int) -> None:
    for style in ("ascii-dec", "ascii-hex", "binary", "char-offset"):
        address = Address(style, width=2)
        assert address.decode(address.encode(number)) == number


def test_an_address_out_of_range_is_refused() -> None:
    with pytest.raises(DoesNotFit):
        Address("ascii-dec", high=31).encode(32)


@pytest.mark.parametrize(
    ("value", "label", "wanted"),
    [
        (Value(width=4), "A012", b"A012"),
        (Value(width=3), "A012", b"012"),
        (Value(width=6, align="left", pad="-"), "A012", b"A012--"),
        (Value(width=4, text="digits"), "A012", b" 012"),
        (Value(width=4, text="number", pad="0"), "A012", b"0012"),
        (Value(text="number"), "A000", b"0"),
        (Value(width=4, encoding="bcd"), "A042", b"\x00\x42"),
        (Value(encoding="int16be"), "A300", b"\x01\x2c"),
        (Value(mapping={"W": "U"}), "W001", b"U001"),
    ],
)
def test_a_number_becomes_the_bytes_this_display_wants(value: Value, label: str, wanted: bytes) -> None:
    assert value.encode(label) == wanted


def test_a_number_that_does_not_fit_may_be_refused() -> None:
    with pytest.raises(DoesNotFit):
        Value(width=3, overflow="refuse").encode("A012")

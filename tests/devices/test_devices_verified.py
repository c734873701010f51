"""Our frames read by programs that we did not write. Each is skipped, with the reason, where that program is absent."""

from __future__ import annotations

import binascii
import re
from typing import Any

import pytest

from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Event, Show
from balie_app.devices.encoders import DRIVERS, Alpha
from balie_app.devices.line import Line
from balie_app.devices.ports import opener
from balie_app.devices.template_reader import load_template, template_path

NUMBERS = ("A001", "A042", "K999", "B1000")


@pytest.fixture
def rtu() -> Any:
    """pymodbus' decoder for frames on a serial line, on the side of the device."""
    pytest.importorskip("pymodbus", reason="pymodbus (test extra) reads our Modbus frames")
    from pymodbus.framer.rtu import FramerRTU
    from pymodbus.pdu import DecodePDU

    return FramerRTU(DecodePDU(is_server=True))


def decoded(rtu: Any, frame: bytes) -> tuple[int, Any]:
    used, unit, _transaction, body = rtu.decode(frame)
    assert used == len(frame)
    return unit, rtu.decoder.decode(body)


@pytest.mark.parametrize("label", NUMBERS)
def test_pymodbus_reads_the_number_we_write_in_one_register(rtu: Any, label: str) -> None:
    frame = load_template(template_path("modbus-number")).show(17, label, attention=False)
    unit, request = decoded(rtu, frame)
    assert (unit, request.function_code, request.address) == (17, 6, 0)
    assert request.registers == [int(label.lstrip("ABK"))]


@pytest.mark.parametrize("label", NUMBERS)
def test_pymodbus_reads_the_text_we_write_in_two_registers(rtu: Any, label: str) -> None:
    frame = load_template(template_path("modbus-number-10")).show(1, label, attention=False)
    unit, request = decoded(rtu, frame)
    assert (unit, request.function_code, request.address) == (1, 16, 0)
    assert b"".join(each.to_bytes(2, "big") for each in request.registers).decode() == label[-4:]


def test_pymodbus_refuses_a_frame_that_was_spoiled(rtu: Any) -> None:
    frame = bytearray(load_template(template_path("modbus-number")).show(1, "A042", attention=False))
    frame[4] ^= 1
    assert rtu.decode(bytes(frame))[0] == 0 or not rtu.decode(bytes(frame))[3]


def test_what_pymodbus_answers_is_understood(rtu: Any) -> None:
    from pymodbus.pdu import ExceptionResponse
    from pymodbus.pdu.register_message import WriteMultipleRegistersResponse, WriteSingleRegisterResponse

    single, double = load_template(template_path("modbus-number")), load_template(template_path("modbus-number-10"))
    sent = single.show(9, "A042", attention=False)
    good = rtu.buildFrame(WriteSingleRegisterResponse(dev_id=9, address=0, registers=[42]))
    verdict = single.reply.judge(good, sent, b"\x09")
    assert verdict is not None
    assert verdict.kind == "ok"
    refusal = rtu.buildFrame(ExceptionResponse(6, 4, device_id=9))
    verdict = single.reply.judge(refusal, sent, b"\x09")
    assert verdict is not None
    assert (verdict.kind, verdict.cause) == ("nak", "device_error")
    written = rtu.buildFrame(WriteMultipleRegistersResponse(dev_id=9, address=0, count=2))
    verdict = double.reply.judge(written, b"", b"\x09")
    assert verdict is not None
    assert verdict.kind == "ok"


def fields(frame: bytes) -> dict[str, Any]:
    """An Alpha packet by meaning: how many NUL come before it does not matter."""
    frame = frame.replace(b"\xff", b"")  # alphasignpy marks a pause with FF, which is never sent
    match = re.fullmatch(rb"\x00{5,}\x01(.)(..)\x02(.)(.)(.*?)(?:\x03(....))?\x04", frame, re.DOTALL)
    assert match is not None, frame
    kind, address, command, label, data, total = match.groups()
    covered = b"\x02" + command + label + data + b"\x03"
    assert total is None or total == b"%04X" % (sum(covered) & 0xFFFF)
    return {"kind": kind, "address": address, "command": command, "label": label, "data": data}


def alpha(body: bytes) -> dict[str, Any]:
    return fields(Alpha().packet(0, body))


@pytest.fixture
def alphasign() -> Any:
    module = pytest.importorskip("alphasign", reason="alphasignpy (test extra) is one of two other Alpha encoders")
    if not hasattr(module, "Packet"):
        pytest.skip("another package of the name alphasign is installed")
    return module


@pytest.fixture
def readerboard() -> Any:
    pytest.importorskip("readerboard", reason="readerboard (test extra) is one of two other Alpha encoders")
    from readerboard.protocol import constants, frames

    return frames, constants


@pytest.mark.parametrize("text", ["A042", "K999 > 3"])
def test_alphasignpy_makes_the_same_text_packet(alphasign: Any, text: str) -> None:
    from alphasign import DisplayMode, DisplayPosition

    packet = alphasign.Packet(type_code=b"Z", address="00")
    written = alphasign.WriteText(text, label="A", position=DisplayPosition.MIDDLE_LINE, mode=DisplayMode.HOLD)
    packet.add(written, checksum=True)
    assert fields(packet.to_bytes()) == alpha(b"AA\x1b b" + text.encode())


@pytest.mark.parametrize("text", ["A042", "K999 > 3"])
def test_readerboard_makes_the_same_text_and_string_packets(readerboard: Any, text: str) -> None:
    frames, constants = readerboard
    theirs = fields(frames.packet(frames.write_text_file(b"A", text.encode(), mode=constants.MODE_HOLD)))
    ours = alpha(b"AA\x1b b" + text.encode())
    assert {**theirs, "kind": b"Z"} == {**ours, "data": theirs["data"][:1] + ours["data"][1:]}
    string = fields(frames.packet(frames.write_string_file(b"1", text.encode())))
    assert {**string, "kind": b"Z"} == alpha(b"G1" + text.encode())


def packets(stream: bytes) -> list[bytes]:
    """What goes to the sign, packet by packet, without the NUL before each."""
    return [b"\x01" + each for each in stream.split(b"\0\0\0\0\0\x01") if each]


def bodies(stream: bytes) -> list[bytes]:
    """From STX to ETX, without both."""
    return [each.partition(b"\x02")[2].partition(b"\x03")[0] for each in packets(stream)]


def test_readerboard_sets_up_the_sign_s_memory_with_the_same_bytes(readerboard: Any) -> None:
    frames, constants = readerboard
    text = frames.FileAllocation(b"A", 0x100, schedule=b"FF00")  # as the manual's own example, table 34
    string = frames.FileAllocation.string(b"1", 0x20)
    theirs = frames.set_memory_config([text, string])
    assert bodies(Alpha().hello())[0] == theirs
    call = constants.COMMAND_WRITE_TEXT + b"A" + constants.SOM + constants.TEXT_POS_MIDDLE + constants.MODE_HOLD
    assert bodies(Alpha().hello())[1] == call + constants.STRING_FILE_INSERT + b"1"


def test_readerboard_calls_and_releases_with_the_same_bytes(readerboard: Any) -> None:
    frames, constants = readerboard
    assert bodies(Alpha().call(1)) == [frames.sound_beeps()]
    shown = [frames.write_string_file(b"1", b"A042"), frames.clear_priority_file()]
    assert bodies(Alpha().show(1, "A042", attention=False)) == shown
    flashing = frames.write_text_file(constants.FILE_PRIORITY, b"A042", mode=constants.MODE_FLASH)
    assert bodies(Alpha().show(1, "A042", attention=True)) == [shown[0], b"A0\x1b c" + flashing[5:]]
    assert flashing[:2] + flashing[4:5] == b"A0c"


def test_the_standard_library_has_the_same_crc() -> None:
    frame = load_template(template_path("segment-board")).show(3, "A042", attention=False)
    covered, sent = frame[2:-4], frame[-4:-2]
    assert binascii.crc_hqx(covered, 0).to_bytes(2, "big") == sent


def test_every_driver_that_is_code_can_be_sent_over_a_line(far: Any, heard: Any) -> None:
    """A far end that only reads gets whole frames of each, in order."""
    encoder = DRIVERS["cd5220"]
    line = Line("a", opener(far.path, encoder.line), DisplayDriver(encoder, (0,)), heard)
    line.start()
    line.submit(Show(0, "A012"))
    while heard.next("shown") != Event("shown", {"address": 0, "text": "A012"}):
        pass
    expected = encoder.hello() + encoder.show(0, "A012", attention=False)
    assert far.expect(len(expected)) == expected
    assert line.stop()

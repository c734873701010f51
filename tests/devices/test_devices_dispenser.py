from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balie_app.devices.dispenser import DispenserDriver
from balie_app.devices.driver import Event, OutOfOrder, Output, Settle
from balie_app.devices.template_reader import load_template, template_path

Written = Callable[[list[Output]], bytes]


@pytest.fixture
def bytes_driver() -> DispenserDriver:
    made = DispenserDriver(load_template(template_path("button-bytes")))
    made.opened(0)
    return made


def letters_driver() -> DispenserDriver:
    made = DispenserDriver(load_template(template_path("button-letters")))
    made.opened(0)
    return made


def presses(outputs: list[Output]) -> list[object]:
    return [output.facts["button"] for output in outputs if isinstance(output, Event) and output.kind == "press"]


def test_a_byte_is_a_press(bytes_driver: DispenserDriver) -> None:
    assert presses(bytes_driver.receive(b"2", 1)) == ["2"]


def test_a_doubled_byte_is_one_press(bytes_driver: DispenserDriver) -> None:
    assert presses(bytes_driver.receive(b"11", 1)) == ["1"]
    bytes_driver.submit(Settle(True), 1.1)
    assert presses(bytes_driver.receive(b"1", 1.5)) == []


def test_the_same_button_counts_again_after_the_bounce(bytes_driver: DispenserDriver) -> None:
    bytes_driver.receive(b"1", 1)
    bytes_driver.submit(Settle(True), 1.1)
    assert presses(bytes_driver.receive(b"1", 1.71)) == ["1"]


def test_a_press_waits_for_the_one_before_to_be_settled(bytes_driver: DispenserDriver) -> None:
    assert presses(bytes_driver.receive(b"1", 1)) == ["1"]
    assert presses(bytes_driver.receive(b"2", 3)) == []
    bytes_driver.submit(Settle(False), 4)
    assert presses(bytes_driver.receive(b"2", 5)) == ["2"]


def test_a_press_that_nobody_settles_does_not_block_for_ever(bytes_driver: DispenserDriver) -> None:
    bytes_driver.receive(b"1", 1)
    assert presses(bytes_driver.receive(b"2", 20)) == ["2"]


def test_bytes_that_are_no_button_are_dropped(bytes_driver: DispenserDriver) -> None:
    assert presses(bytes_driver.receive(b"AT\r\xff\x00" * 1000 + b"3", 1)) == ["3"]


def test_answers_and_lamp_go_back_over_the_line(bytes_driver: DispenserDriver, written: Written) -> None:
    assert written(bytes_driver.submit(Settle(True), 0)) == b"\x06"
    assert written(bytes_driver.submit(Settle(False), 0)) == b"\x15"
    assert written(bytes_driver.submit(OutOfOrder(True), 0)) == b"\x0e"
    assert written(bytes_driver.submit(OutOfOrder(True), 0)) == b""


def test_the_lamp_is_set_right_when_the_line_is_back(bytes_driver: DispenserDriver, written: Written) -> None:
    bytes_driver.closed(1)
    assert written(bytes_driver.submit(OutOfOrder(True), 2)) == b""
    assert written(bytes_driver.opened(3)) == b"\x0e"


def test_half_a_message_is_forgotten(written: Written) -> None:
    driver = letters_driver()
    driver.receive(b"A", 1)
    assert presses(driver.receive(b"\r", 5)) == []
    assert presses(driver.receive(b"B\r", 6)) == ["B"]


@settings(deadline=None)
@given(st.lists(st.sampled_from([b"A\r", b"B\r", b"zz", b"\x00", b"C"]), max_size=12), st.data())
def test_presses_do_not_depend_on_how_the_stream_is_cut(pieces: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    whole = presses(letters_driver().receive(stream, 1))
    driver, found, last = letters_driver(), list[object](), 0
    for cut in (*cuts, len(stream)):
        found += presses(driver.receive(stream[last:cut], 1))
        last = cut
    assert found == whole

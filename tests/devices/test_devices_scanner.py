"""Scanners: one event for each code, wherever the bytes are cut; rubbish and double reads say nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balie_app.devices.driver import Event, Output, Settle
from balie_app.devices.scanner import ANSWER_SECONDS, SAME_SECONDS, Code, ScannerDriver, read_code
from balie_app.devices.template_reader import load_template, template_path

Written = Callable[[list[Output]], bytes]


def driver(name: str = "scanner-datalogic") -> ScannerDriver:
    made = ScannerDriver(load_template(template_path(name)))
    made.opened(0)
    return made


def scans(outputs: list[Output]) -> list[object]:
    return [each.facts["text"] for each in outputs if isinstance(each, Event) and each.kind == "scan"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"]Q1K7M2XJ", Code("K7M2XJ", "QR")),
        (b"]C1K7M2XJ", Code("K7M2XJ", "Code 128")),
        (b"]d2K7M2XJ", Code("K7M2XJ", "Data Matrix")),
        (b"K7M2XJ", Code("K7M2XJ")),
        ("]Q1café".encode(), Code("café", "QR")),
        (b"caf\xe9", Code("café")),
        (b"K7\x00M2", None),
        (b"]Q1", None),
        (b"   ", None),
    ],
)
def test_a_code_is_read_without_its_prefix(data: bytes, code: Code | None) -> None:
    assert read_code(data) == code


def test_a_scanner_is_switched_on_when_its_line_opens(written: Written) -> None:
    assert written(ScannerDriver(load_template(template_path("scanner-datalogic"))).opened(0)) == b"E"


def test_the_visitor_hears_how_it_went(written: Written) -> None:
    reader = driver("scanner-honeywell")
    assert scans(reader.receive(b"]Q1K7M2XJ\r", 1)) == ["K7M2XJ"]
    assert written(reader.submit(Settle(True), 1.1)) == b"\x1b7,"
    assert scans(reader.receive(b"]Q1ANDERS\r", 5)) == ["ANDERS"]
    assert written(reader.submit(Settle(False), 5.1)) == b"\x1b8,"


def test_a_scan_that_nobody_settles_gets_the_bad_beep_in_time(written: Written) -> None:
    reader = driver("scanner-honeywell")
    reader.receive(b"K7M2XJ\r", 1)
    assert reader.next_deadline() == 1 + ANSWER_SECONDS
    assert written(reader.tick(1 + ANSWER_SECONDS)) == b"\x1b8,"
    assert ANSWER_SECONDS < 10  # a Xenon waits ten seconds


def test_the_same_code_again_at_once_is_the_same_scan() -> None:
    reader = driver()
    assert scans(reader.receive(b"K7M2XJ\rK7M2XJ\r", 1)) == ["K7M2XJ"]
    reader.submit(Settle(True), 1.1)
    assert scans(reader.receive(b"K7M2XJ\r", 2.9)) == []
    assert scans(reader.receive(b"K7M2XJ\r", 2.9 + SAME_SECONDS)) == ["K7M2XJ"]


def test_a_code_without_an_end_is_over_after_a_silence() -> None:
    reader = driver()
    assert scans(reader.receive(b"K7M2XJ", 1)) == []
    assert reader.next_deadline() == pytest.approx(1.15)
    assert scans(reader.tick(1.15)) == ["K7M2XJ"]


def test_rubbish_gets_the_bad_beep_and_nothing_else(written: Written) -> None:
    outputs = driver().receive(b"\x01\x02\x03\r", 1)
    assert scans(outputs) == []
    assert written(outputs) == b"FE"  # E: some read no more after F


def test_a_megabyte_without_an_end_is_one_piece_of_rubbish(written: Written) -> None:
    reader = driver()
    outputs: list[Output] = []
    for _ in range(256):
        outputs += reader.receive(b"A" * 4096, 1)
    outputs += reader.receive(b"\rK7M2XJ\r", 1)
    assert scans(outputs) == ["K7M2XJ"]
    assert len(reader._buffer) == 0


@settings(deadline=None)
@given(st.lists(st.integers(0, 20), max_size=6))
def test_a_code_is_the_same_wherever_it_is_cut(cuts: list[int]) -> None:
    stream, reader, outputs, last = b"]Q1K7M2XJ\r\n]Q1ABCDE\r\n", driver(), [], 0
    for cut in (*sorted(cuts), len(stream)):
        if cut > last:
            outputs += reader.receive(stream[last:cut], 1)
            reader.submit(Settle(True), 1)
            last = cut
    assert scans(outputs) in (["K7M2XJ", "ABCDE"], ["K7M2XJ"])
    assert scans(outputs)[0] == "K7M2XJ"


def test_noise_before_a_code_does_not_hide_the_next() -> None:
    reader = driver()
    reader.receive(b"\xff\xfe\x00\x13", 0)
    assert scans(reader.receive(b"K7M2XJ\r", 1)) == ["K7M2XJ"]

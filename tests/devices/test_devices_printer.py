from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balie_app.devices.driver import Event, Identify, Output, Print, Reopen
from balie_app.devices.printer import JOB_SECONDS, LAST_WORD_SECONDS, TROUBLE_SECONDS, PrinterDriver
from balie_app.devices.printer_status import ANSWER_SECONDS, HALT_SECONDS
from balie_app.printing.escpos import DONE_MARKER, START_OVER, STATUS_REQUEST
from balie_app.printing.profiles import profile

Written = Callable[[list[Output]], bytes]

WELL = b"\x12\x12\x12\x12"
NO_PAPER = b"\x18\0\x0f\0"
COVER = b"\x1a\x16\x12\x12"
TICKET = b"\x1b@A 012\n\x1dVB\0" + DONE_MARKER


def printer(name: str = "epson") -> PrinterDriver:
    made = PrinterDriver(profile(name))
    made.opened(0)
    return made


@pytest.fixture
def ready() -> PrinterDriver:
    made = printer()
    made.receive(WELL, 0.1)
    return made


def outcomes(outputs: list[Output]) -> list[tuple[str, object]]:
    kinds = {"printed", "unknown", "returned"}
    return [
        (output.kind, output.facts["job"]) for output in outputs if isinstance(output, Event) and output.kind in kinds
    ]


def causes(outputs: list[Output]) -> list[object]:
    return [output.facts["cause"] for output in outputs if isinstance(output, Event) and output.kind == "state"]


def wait(driver: PrinterDriver, now: float, until: float, answer: bytes = b"") -> tuple[list[Output], float]:
    """Let time pass; the printer answers each status question with ``answer`` at once (or not at all)."""
    outputs: list[Output] = []
    for _ in range(1000):
        deadline = driver.next_deadline()
        if deadline is None or deadline > until:
            return outputs, until
        now = max(now, deadline)
        fresh = driver.tick(now)
        outputs += fresh
        if answer and any(getattr(output, "data", b"") == STATUS_REQUEST for output in fresh):
            outputs += driver.receive(answer, now)
    pytest.fail("a deadline that is never met: the line would spin")


def test_a_printer_is_asked_how_it_is_before_anything_else(written: Written) -> None:
    driver = PrinterDriver(profile("epson"))
    assert written(driver.opened(0)) == STATUS_REQUEST
    assert outcomes(driver.submit(Print("job", TICKET), 0)) == [("returned", "job")]
    assert causes(driver.receive(WELL, 0.1)) == [""]


def test_a_ticket_is_printed_only_when_the_printer_says_so(ready: PrinterDriver, written: Written) -> None:
    outputs = ready.submit(Print("job", TICKET), 1)
    assert written(outputs) == TICKET
    assert outcomes(outputs) == []
    assert outcomes(ready.receive(b"\0", 1.3)) == [("printed", "job")]


def test_status_answers_are_not_taken_for_the_done_marker(ready: PrinterDriver) -> None:
    ready.submit(Print("job", TICKET), 1)
    assert outcomes(ready.receive(b"\x12\x12\x10\0\0\0\x13\x11", 1.3)) == []


def test_a_second_ticket_is_not_taken_while_one_is_printing(ready: PrinterDriver, written: Written) -> None:
    ready.submit(Print("one", TICKET), 1)
    outputs = ready.submit(Print("two", TICKET), 1)
    assert outcomes(outputs) == [("returned", "two")]
    assert written(outputs) == b""


def test_silence_after_a_ticket_is_unknown_and_never_printed(ready: PrinterDriver) -> None:
    ready.submit(Print("job", TICKET), 1)
    outputs, _ = wait(ready, 1, 1 + JOB_SECONDS + 1)
    assert outcomes(outputs) == [("unknown", "job")]
    assert not ready.ready


def test_a_silent_printer_is_called_silent_after_two_tries() -> None:
    driver = printer()
    outputs, _ = wait(driver, 0, 2 * ANSWER_SECONDS)
    assert causes(outputs) == ["silent"]
    assert not driver.ready


def test_a_printer_without_paper_takes_no_ticket(ready: PrinterDriver) -> None:
    assert causes(ready.receive(b"\x18\0\x0f\0", 1)) == ["paper_out"]
    assert outcomes(ready.submit(Print("job", TICKET), 2)) == [("returned", "job")]


def test_a_ticket_that_runs_out_of_paper_is_unknown(ready: PrinterDriver) -> None:
    ready.submit(Print("job", TICKET), 1)
    ready.receive(NO_PAPER, 1.2)
    outputs, _ = wait(ready, 1.2, 1.2 + LAST_WORD_SECONDS)
    assert outcomes(outputs) == [("unknown", "job")]


@pytest.mark.parametrize("at", range(6))
def test_a_ticket_that_is_done_as_the_paper_ends_is_printed_wherever_the_answer_is_cut(
    ready: PrinterDriver, at: int
) -> None:
    ready.submit(Print("job", TICKET), 1)
    answer = NO_PAPER + b"\x0f"
    outputs = ready.receive(answer[:at], 1.2) + ready.receive(answer[at:], 1.3)
    assert outcomes(outputs) == [("printed", "job")]


def test_a_ticket_that_hangs_for_minutes_is_given_up(ready: PrinterDriver) -> None:
    ready.submit(Print("job", TICKET), 1)
    outputs, _ = wait(ready, 1, 1 + TROUBLE_SECONDS + JOB_SECONDS, COVER)
    assert outcomes(outputs) == [("unknown", "job")]


def doubtful(ready: PrinterDriver) -> float:
    """A ticket that became unknown because the printer fell silent."""
    ready.submit(Print("one", TICKET), 1)
    outputs, now = wait(ready, 1, 60)
    assert outcomes(outputs) == [("unknown", "one")]
    return now


def test_a_late_done_marker_makes_an_unknown_ticket_printed(ready: PrinterDriver) -> None:
    now = doubtful(ready)
    assert outcomes(ready.receive(b"\0", now)) == [("printed", "one")]


def test_a_late_done_marker_is_never_taken_for_the_next_ticket(ready: PrinterDriver, written: Written) -> None:
    now = doubtful(ready)
    outputs, now = wait(ready, now, now + 20, WELL)
    assert DONE_MARKER in written(outputs)
    assert outcomes(ready.submit(Print("two", TICKET), now)) == [("returned", "two")]
    assert outcomes(ready.receive(b"\0", now)) == []
    assert outcomes(ready.receive(b"\0", now)) == [("printed", "one")]
    assert ready.ready


def test_a_ticket_that_was_lost_stays_unknown_and_the_next_one_prints(ready: PrinterDriver, written: Written) -> None:
    now = doubtful(ready)
    _, now = wait(ready, now, now + 11, WELL)
    assert outcomes(ready.receive(b"\0", now)) == []
    outputs, now = wait(ready, now, now + 5, WELL)
    assert outcomes(outputs) == []
    assert ready.ready
    assert written(ready.submit(Print("two", TICKET), now)) == STATUS_REQUEST
    assert TICKET in written(ready.receive(WELL, now))
    assert outcomes(ready.receive(b"\0", now)) == [("printed", "two")]


def test_a_cable_pulled_while_printing_leaves_the_ticket_unknown(ready: PrinterDriver, written: Written) -> None:
    ready.submit(Print("job", TICKET), 1)
    assert outcomes(ready.closed(2)) == [("unknown", "job")]
    first = written(ready.opened(5))
    assert first.startswith(bytes(256) + START_OVER + b"\x1b@")
    assert not ready.ready


def test_a_cable_pulled_while_idle_harms_nothing(ready: PrinterDriver, written: Written) -> None:
    assert outcomes(ready.closed(2)) == []
    assert written(ready.opened(5)) == STATUS_REQUEST


def test_garbage_is_called_a_wrong_setting() -> None:
    driver = printer()
    assert causes(driver.receive(b"\xf7\xe5\x8a\xff\xf7\xe5\x8a", 1)) == ["garbage"]
    assert not driver.ready


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_noise_never_makes_a_ticket_printed_without_a_marker(noise: bytes) -> None:
    driver = printer()
    driver.receive(WELL, 0.1)
    noise = bytes(byte | 0x80 for byte in noise)  # no byte of it has the form of a sensor answer
    driver.submit(Print("job", TICKET), 1)
    assert outcomes(driver.receive(noise, 2)) == []


@settings(deadline=None)
@given(st.integers(0, 9))
def test_answers_may_be_cut_anywhere(at: int) -> None:
    stream = WELL + b"\x10\0\0\0" + b"\0"
    driver = printer()
    driver.receive(WELL, 0.1)
    driver.submit(Print("job", TICKET), 1)
    outputs = driver.receive(stream[:at], 2) + driver.receive(stream[at:], 2)
    assert outcomes(outputs) == [("printed", "job")]


@pytest.mark.parametrize(
    ("name", "status", "done"),
    [("custom-vkp80", b"\x10\x0f\0\0\0\0", b"\0"), ("nippon", b"\0", b"\xff\x13job1\0\0\0\0"), ("clone", WELL, b"\0")],
)
def test_each_family_of_printers_has_its_own_answers(name: str, status: bytes, done: bytes) -> None:
    driver = printer(name)
    driver.receive(status, 0.1)
    assert driver.ready
    driver.submit(Print("job", b"A 012\n"), 1)
    assert outcomes(driver.receive(done, 2)) == [("printed", "job")]


def test_a_printer_that_answers_nothing_by_nature_gets_its_ticket_and_nobody_knows(written: Written) -> None:
    driver = PrinterDriver(replace(profile("epson"), status="none", done="none"))
    assert written(driver.opened(0)) == b""
    outputs = driver.submit(Print("job", TICKET), 1)
    assert written(outputs) == TICKET
    assert outcomes(outputs) == [("unknown", "job")]
    assert driver.ready


def test_xoff_from_a_printer_that_cannot_be_asked_has_its_port_opened_anew() -> None:
    driver = PrinterDriver(replace(profile("epson"), status="none", done="none"))
    driver.opened(0)
    driver.receive(b"\x13", 1)
    assert driver.next_deadline() == 1 + HALT_SECONDS
    assert Reopen("stuck") in driver.tick(1 + HALT_SECONDS)


def test_a_printer_cannot_show_a_number(ready: PrinterDriver) -> None:
    assert ready.submit(Identify(), 1) == []
    ready.closed(2)
    assert ready.tick(3) == []
    assert ready.next_deadline() is None


def test_a_name_that_nobody_asked_for_means_nothing() -> None:
    driver = PrinterDriver(replace(profile("epson"), identity="TM-T20"))
    driver.opened(0)
    driver.receive(b"_TM-T88V\0", 0.1)
    assert causes(driver.receive(WELL, 0.2)) == [""]


def test_a_doubtful_ticket_waits_for_a_printer_that_comes_and_goes(ready: PrinterDriver) -> None:
    now = doubtful(ready)
    _, now = wait(ready, now, now + 11, WELL)
    assert not ready.ready
    outputs, now = wait(ready, now, now + 10, COVER)
    assert outcomes(outputs) == []
    outputs, now = wait(ready, now, now + 2 * JOB_SECONDS, WELL)
    assert outcomes(outputs) == []
    assert ready.ready


def test_the_answer_to_a_question_from_before_the_line_broke_proves_nothing(ready: PrinterDriver) -> None:
    now = doubtful(ready)
    _, now = wait(ready, now, now + 11, WELL)  # the probe is under way
    ready.closed(now)
    ready.opened(now + 5)
    ready.receive(WELL, now + 5)
    assert outcomes(ready.receive(b"\0", now + 6)) == []
    outputs, now = wait(ready, now + 6, now + 60, WELL)
    assert outcomes(outputs) == []
    assert ready.ready

"""Bytes come cut anywhere, among noise, without an end: no event depends on the cut, and no driver grows with noise."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balie_app.devices.dispenser import DispenserDriver
from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Driver, Event, Print, Show
from balie_app.devices.encoders import DRIVERS
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.printer import PrinterDriver
from balie_app.devices.scanner import ScannerDriver
from balie_app.devices.template import Template
from balie_app.devices.template_reader import known_templates, load_template, template_path
from balie_app.printing.escpos import DONE_MARKER
from balie_app.printing.profiles import profile, profile_names

DISPLAYS = (*known_templates("display"), *known_templates("lamp"))
MOST_KEPT = 8192
"""Bytes that a driver may remember of what it heard."""


@dataclass(frozen=True)
class Talk:
    """A driver in the middle of something, and what its device may say then."""

    make: Callable[[], Driver]
    says: tuple[bytes, ...]


def display_talk(name: str, echo: str = "none") -> Talk:
    """A display that was just sent a call; its answers, good and bad."""
    encoder = DRIVERS.get(name) or load_template(template_path(name))
    reply, address = encoder.reply, encoder.target(1) if encoder.reply.expected else b""
    frames = [frame for frame in (reply.ack, reply.answer, reply.nak, reply.busy) if frame]
    sent = encoder.show(40, "A042", False) if name == "tsl-umd31" else encoder.show(1, "A042", False)
    says = [frame.build(address, bytes(reply.value_size)) for frame in frames]

    def make() -> Driver:
        driver = DisplayDriver(encoder, (1, 2), LineSettings(local_echo=echo))
        driver.opened(0)
        driver.submit(Show(1, "A042"), 1)
        driver.submit(Show(2, "A043"), 1)
        return driver

    return Talk(make, (*says, sent, sent[:-1] + b"\x00"))


def dispenser_talk(name: str) -> Talk:
    template = load_template(template_path(name))

    def make() -> Driver:
        driver = DispenserDriver(template)
        driver.opened(0)
        return driver

    return Talk(make, (*template.receive.patterns, *template.receive.status))


def scanner_talk(name: str) -> Talk:
    template = load_template(template_path(name))

    def make() -> Driver:
        driver = ScannerDriver(template)
        driver.opened(0)
        return driver

    return Talk(make, (b"]Q1K7M2XJ\r", b"]C1K7M2XJ\r\n", b"K7M2XJ\r", b"\xc3\xa9\xff1234\n", b"\x01\x02\r"))


def printer_talk(name: str) -> Talk:
    """A printer that was asked how it is and then sent a ticket."""

    def make() -> Driver:
        driver = PrinterDriver(profile(name))
        driver.opened(0)
        for status in (b"\x12\x12\x12\x12", b"\x10\x0f\0\0\0\0", b"\0"):
            driver.receive(status, 0.5)
        driver.submit(Print("job", b"A 042\n" + DONE_MARKER), 1)
        return driver

    known = (b"\x12", b"\x16\x32\x12\x7e", b"\x10\0\0\0", b"\x18\0\x0f\0", b"\x10\x0f\x01\0\0\0", b"\0", b'7"job1\0')
    return Talk(make, (*known, b"\xff\x13job1\0\0\0\0", b"\x23\x06\0\0\0\0\0\0\0", b"_TM-T20III\0"))


TALKS: dict[str, Callable[[], Talk]] = {
    **{name: lambda name=name: display_talk(name) for name in (*DISPLAYS, *DRIVERS)},  # type: ignore[misc]
    "modbus-number with echo": lambda: display_talk("modbus-number", "discard"),
    **{name: lambda name=name: dispenser_talk(name) for name in known_templates("dispenser")},  # type: ignore[misc]
    **{name: lambda name=name: scanner_talk(name) for name in known_templates("scanner")},  # type: ignore[misc]
    **{f"printer {name}": lambda name=name: printer_talk(name) for name in profile_names()},  # type: ignore[misc]
}


def events(talk: Talk, stream: bytes, cuts: Iterable[int]) -> list[Event]:
    """What the driver tells about ``stream`` when it comes in these pieces, all at one moment."""
    driver = talk.make()
    ends = sorted({0, len(stream), *(cut for cut in cuts if cut <= len(stream))})
    heard = [each for start, end in pairwise(ends) for each in driver.receive(stream[start:end], 2)]
    heard += driver.tick(2)
    return [each for each in heard if isinstance(each, Event)]


@pytest.mark.parametrize("name", TALKS)
def test_each_answer_cut_at_every_point_says_the_same(name: str) -> None:
    talk = TALKS[name]()
    for said in talk.says:
        for stream in (said, b"\x7f" + said, said + said):
            whole = events(talk, stream, ())
            for at in range(1, len(stream)):
                assert events(talk, stream, (at,)) == whole, (stream, at)
            assert events(talk, stream, range(len(stream))) == whole, stream


@pytest.mark.parametrize("name", TALKS)
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_no_stream_says_something_else_when_it_is_cut_elsewhere(name: str, data: st.DataObject) -> None:
    talk = TALKS[name]()
    pieces = st.one_of(st.sampled_from(talk.says), st.binary(max_size=6))
    stream = b"".join(data.draw(st.lists(pieces, max_size=6)))
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=8))
    assert events(talk, stream, cuts) == events(talk, stream, ())


def remembered(thing: object, seen: set[int] | None = None) -> int:
    """Bytes of what was heard that hang on to an object."""
    seen = set() if seen is None else seen
    if id(thing) in seen:
        return 0
    seen.add(id(thing))
    if isinstance(thing, bytes | bytearray):
        return len(thing)
    if isinstance(thing, list | tuple | deque | set | frozenset):
        return sum(remembered(each, seen) for each in thing)
    if isinstance(thing, dict):
        return sum(remembered(each, seen) for each in thing.values())
    names = [*getattr(thing, "__dict__", ()), *getattr(type(thing), "__slots__", ())]
    return sum(remembered(getattr(thing, each, None), seen) for each in names if not isinstance(thing, Template))


@pytest.mark.parametrize("name", TALKS)
def test_a_megabyte_of_noise_is_neither_kept_nor_the_end(name: str) -> None:
    size = 1 << 18 if name.startswith("printer") else 1 << 20  # a printer looks at each byte by itself
    noise, talk = random.Random(6).randbytes(size), TALKS[name]()
    driver = talk.make()
    before = remembered(driver)
    for start in range(0, len(noise), 4096):
        driver.receive(noise[start : start + 4096], 2)
    assert remembered(driver) - before < MOST_KEPT
    now, told = 200.0, list[Event]()
    for _ in range(200):  # its owner goes on: time passes, and its device speaks sense again
        told += [each for each in driver.tick(now) if isinstance(each, Event)]
        for said in talk.says:
            told += [each for each in driver.receive(said, now) if isinstance(each, Event)]
        now += 0.5
    assert told

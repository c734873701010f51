"""Many displays on one line, without a line: what is sent when, and what silence, echo and rubbish do."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balie_app.devices.display import BACK_OFF, DisplayDriver
from balie_app.devices.driver import Clear, Event, Identify, Output, Show, Write
from balie_app.devices.exchange import MOST_HEARD
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.template import Template
from balie_app.devices.template_reader import load_template, template_path

Written = Callable[[list[Output]], bytes]


def template(name: str = "modbus-number") -> Template:
    return load_template(template_path(name))


class Bus:
    """Displays that answer as Modbus does, each after the time its answer takes; a clock of its own."""

    def __init__(self, addresses: tuple[int, ...], name: str = "modbus-number", echo: str = "none") -> None:
        self.kind = template(name)
        settings = LineSettings(local_echo=echo, turnaround_s=self.kind.line.turnaround_s)
        self.driver = DisplayDriver(self.kind, addresses, settings)
        self.now = 0.0
        self.dead: set[int] = set()
        self.frames: list[tuple[float, bytes]] = []
        self.shown: dict[int, str] = {}
        self.states: list[tuple[object, object]] = []
        self.answer: Callable[[bytes], bytes] = lambda frame: frame
        self.take(self.driver.opened(0))

    def take(self, outputs: list[Output]) -> None:
        for output in outputs:
            if isinstance(output, Write):
                self.frames.append((self.now, output.data))
                self._hear(output.data)
            elif isinstance(output, Event) and output.kind == "shown":
                self.shown[int(str(output.facts["address"]))] = str(output.facts["text"])
            elif isinstance(output, Event):
                self.states.append((output.facts["cause"], output.facts["silent"]))

    def _hear(self, frame: bytes) -> None:
        if frame[0] not in self.dead and frame[0] != 0 and (said := self.answer(frame)):
            self.now += 2 * 8 * 10 / 9600
            self.take(self.driver.receive(said, self.now))

    def ask(self, *requests: Show | Clear | Identify) -> None:
        for request in requests:
            self.take(self.driver.submit(request, self.now))

    def run(self, seconds: float) -> None:
        """Let time pass, waking the driver when it asks."""
        until = self.now + seconds
        for _ in range(20_000):
            deadline = self.driver.next_deadline()
            if deadline is None or deadline > until:
                self.now = until
                return
            self.now = max(self.now, deadline)
            self.take(self.driver.tick(self.now))
        pytest.fail("a deadline that is never met: the line would spin")


def test_twenty_displays_that_answer_are_right_within_six_tenths_of_a_second() -> None:
    bus = Bus(tuple(range(1, 21)))
    bus.ask(*(Show(address, f"A{address:03d}") for address in range(1, 21)))
    bus.run(0.6)
    assert bus.shown == {address: f"A{address:03d}" for address in range(1, 21)}


def test_one_exchange_at_a_time() -> None:
    bus = Bus((1, 2))
    bus.answer = lambda frame: b""
    bus.ask(Show(1, "A001"), Show(2, "A002"))
    assert len(bus.frames) == 1
    bus.now += 0.05
    bus.take(bus.driver.receive(bus.frames[0][1], bus.now))
    bus.run(0.01)
    assert [frame[0] for _, frame in bus.frames] == [1, 2]


def test_a_dead_display_does_not_slow_the_others() -> None:
    bus = Bus((1, 2, 3))
    bus.dead = {2}
    bus.ask(*(Show(address, "A001") for address in (1, 2, 3)))
    bus.run(20)
    assert bus.states[-1] == ("some_silent", (2,))
    before = bus.now
    bus.ask(Show(1, "A009"), Show(3, "A010"), Show(2, "A011"))
    bus.run(0.1)
    assert (bus.shown[1], bus.shown[3]) == ("A009", "A010")
    assert [frame[0] for at, frame in bus.frames if at >= before][:2] == [1, 3]


def test_a_dead_display_is_looked_for_less_and_less_often() -> None:
    bus = Bus((1, 2))
    bus.dead = {2}
    bus.ask(Show(1, "A001"), Show(2, "A002"))
    bus.run(120)
    tries = [at for at, frame in bus.frames if frame[0] == 2]
    pauses = [later - earlier for earlier, later in pairwise(tries[2:])]
    assert [round(pause) for pause in pauses[:5]] == [2, 4, 8, 15, 15]
    assert BACK_OFF == (1.0, 2.0, 4.0, 8.0, 15.0)


def test_a_display_that_comes_back_shows_the_newest_call_at_once_when_it_is_called() -> None:
    bus = Bus((1, 2))
    bus.dead = {2}
    bus.ask(Show(1, "A001"), Show(2, "A002"))
    bus.run(60)
    bus.dead = set()
    bus.ask(Show(2, "A003", attention=True))
    bus.run(0.2)
    assert bus.shown[2] == "A003"
    assert bus.states[-1] == ("", ())


def test_when_nobody_answers_the_line_is_silent() -> None:
    bus = Bus((1, 2))
    bus.dead = {1, 2}
    bus.ask(Show(1, "A001"), Show(2, "A002"))
    bus.run(2)
    assert bus.states[-1] == ("silent", (1, 2))


def test_calls_go_before_refreshing_and_in_their_own_order() -> None:
    bus = Bus(tuple(range(1, 11)))
    bus.ask(*(Show(address, "A001") for address in range(1, 11)))
    bus.run(44.5)
    bus.frames.clear()
    bus.answer = lambda frame: b""  # the first refresh is under way and holds the line
    bus.run(0.55)
    bus.answer = lambda frame: frame
    bus.ask(Show(9, "A020", attention=True), Show(3, "A021", attention=True))
    bus.run(0.5)
    refreshed, *rest = [frame[0] for _, frame in bus.frames]
    assert rest[:2] == [9, 3]
    assert refreshed not in {9, 3}


def test_an_answer_from_another_address_is_not_believed() -> None:
    bus = Bus((1, 2))
    bus.answer = lambda frame: bytes([frame[0] ^ 3]) + frame[1:]
    bus.ask(Show(1, "A001"))
    bus.run(2)
    assert bus.shown == {}
    assert bus.states[-1][0] == "silent"


def test_an_answer_with_a_wrong_checksum_is_asked_for_again() -> None:
    bus = Bus((1,))
    good = [False]

    def answer(frame: bytes) -> bytes:
        good[0], was = True, good[0]
        return frame if was else frame[:-1] + bytes([frame[-1] ^ 1])

    bus.answer = answer
    bus.ask(Show(1, "A001"))
    bus.run(1)
    assert bus.shown == {1: "A001"}


def test_answers_that_nobody_understands_mean_that_the_line_is_set_wrongly() -> None:
    bus = Bus((1,))
    bus.answer = lambda frame: bytes(byte | 0x80 for byte in frame)
    bus.ask(Show(1, "A001"))
    bus.run(30)
    assert bus.states[-1][0] == "garbage"


def test_our_own_echo_is_not_an_answer() -> None:
    bus = Bus((1, 2), echo="discard")
    bus.dead = {2}
    bus.answer = lambda frame: frame + frame  # the adapter's echo, then the display
    bus.ask(Show(1, "A001"))
    bus.run(0.5)
    assert bus.shown == {1: "A001"}
    bus.answer = lambda frame: frame  # an echo and no display behind it
    bus.ask(Show(1, "A002"))
    bus.run(2)
    assert bus.shown == {1: "A001"}


def test_an_echo_that_differs_is_a_collision_and_is_sent_again() -> None:
    bus = Bus((1,), echo="discard")
    spoiled = [True]

    def answer(frame: bytes) -> bytes:
        was, spoiled[0] = spoiled[0], False
        return b"\xff" + frame[1:] if was else frame + frame

    bus.answer = answer
    bus.ask(Show(1, "A001"))
    bus.run(1)
    assert bus.shown == {1: "A001"}
    assert len(bus.frames) == 2


def test_all_dark_is_one_frame_for_everybody_and_waits_for_no_answer() -> None:
    bus = Bus(tuple(range(1, 11)))
    bus.ask(*(Show(address, "A001") for address in range(1, 11)))
    bus.run(1)
    bus.frames.clear()
    bus.answer = lambda frame: b""
    bus.ask(Clear(1))  # holds the line while the others are told
    bus.ask(*(Clear(address) for address in range(2, 11)))
    bus.run(0.4)
    assert bus.frames[-1][1] == bytes.fromhex("00 06 00 00 00 00 88 1B")
    assert len(bus.frames) < 5
    assert set(bus.shown.values()) == {""}


def test_between_frames_the_line_rests_at_least_three_and_a_half_characters() -> None:
    display = DisplayDriver(template("usb-relay-lamp"), (1, 2), LineSettings(baud=1200, bits=7, parity="E"))
    display.opened(0)
    display.submit(Show(1, "A001"), 0)
    display.submit(Show(2, "A002"), 0)
    assert display.next_deadline() == pytest.approx(4 * 10 / 1200 + 3.5 * 10 / 1200)


def test_a_display_without_a_blink_of_its_own_is_lit_and_darkened_in_turn(written: Written) -> None:
    board = template("segment-board")
    display = DisplayDriver(board, (1,))
    display.opened(0)
    lit, dark = board.show(1, "A042", attention=False), board.clear(1)
    ack = bytes.fromhex("10 06 01 00")
    assert written(display.submit(Show(1, "A042", attention=True), 0)) == lit
    display.receive(ack, 0.03)
    assert written(display.tick(0.5)) == dark
    display.receive(ack, 0.55)
    assert written(display.tick(1.0)) == lit
    display.receive(ack, 1.05)
    assert written(display.tick(8.0)) == lit
    display.receive(ack, 8.05)
    assert display.next_deadline() == pytest.approx(8.0 + board.refresh_s)


def test_a_fault_that_the_display_reports_is_told_and_taken_back() -> None:
    display = DisplayDriver(template("segment-board"), (2,))
    display.opened(0)
    display.submit(Show(2, "A042"), 0)
    assert Event("state", {"cause": "device_error", "silent": ()}) in display.receive(bytes.fromhex("10060201"), 0.03)
    display.submit(Show(2, "A043"), 1)
    assert Event("state", {"cause": "", "silent": ()}) in display.receive(bytes.fromhex("10060200"), 1.03)


def test_a_busy_display_is_asked_again_and_is_not_called_dead(written: Written) -> None:
    display = DisplayDriver(template("segment-board"), (2,))
    display.opened(0)
    display.submit(Show(2, "A042"), 0)
    now = 0.0
    for _ in range(10):
        outputs = display.receive(bytes.fromhex("10 05 02"), now + 0.03)
        assert not [each for each in outputs if isinstance(each, Event)]
        now = display.next_deadline() or 0.0
        assert written(display.tick(now)) != b""
    assert Event("shown", {"address": 2, "text": "A042"}) in display.receive(bytes.fromhex("10 06 02 00"), now + 0.03)


def test_brightness_is_set_when_the_line_opens(written: Written) -> None:
    display = DisplayDriver(template("segment-board"), (1,), brightness=33)
    assert written(display.opened(0)) == bytes.fromhex("10 02 01 42 02 7C DC 10 03")


def test_identify_makes_one_display_draw_attention() -> None:
    bus = Bus((1, 7))
    bus.ask(Identify(7))
    bus.run(0.1)
    assert [frame[0] for _, frame in bus.frames] == [7]


def test_a_megabyte_of_noise_is_not_kept() -> None:
    display = DisplayDriver(template(), (1,))
    display.opened(0)
    display.submit(Show(1, "A001"), 0)
    for _ in range(64):
        display.receive(b"\xa5" * 16384, 0.01)
    running = display._line._now
    assert running is not None
    assert len(running.heard) <= MOST_HEARD


@settings(deadline=None)
@given(st.data())
def test_the_outcome_does_not_depend_on_where_an_answer_is_cut(data: st.DataObject) -> None:
    noise = data.draw(st.binary(max_size=20))
    kind = template()
    frame = kind.show(1, "A042", attention=False)
    stream = noise + frame
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    display = DisplayDriver(kind, (1,))
    display.opened(0)
    display.submit(Show(1, "A042"), 0)
    outputs: list[Output] = []
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        outputs += display.receive(stream[start:end], 0.02)
    assert Event("shown", {"address": 1, "text": "A042"}) in outputs


@pytest.mark.parametrize("name", ["modbus-number", "modbus-number-10", "segment-board", "dt-105-ascii"])
def test_an_answer_counts_only_when_it_is_whole_wherever_it_is_cut(name: str) -> None:
    kind = template(name)
    said = {
        "modbus-number": kind.show(1, "A042", attention=False),
        "modbus-number-10": bytes.fromhex("01 10 00 00 00 02 41 C8"),
        "segment-board": bytes.fromhex("10 06 01 00"),
        "dt-105-ascii": b"@01ED0*\r",
    }[name]
    address = 1
    for at in range(len(said) + 1):
        display = DisplayDriver(kind, (address,))
        display.opened(0)
        display.submit(Show(address, "A042"), 0)
        first = display.receive(said[:at], 0.02)
        assert any(isinstance(each, Event) and each.kind == "shown" for each in first) == (at == len(said))
        late = display.tick(10)  # the rest never comes: the line goes on
        assert at == len(said) or any(isinstance(each, Write) for each in late) or display.next_deadline() is not None

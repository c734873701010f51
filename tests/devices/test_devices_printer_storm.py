"""Anything may happen to a printer, in any order: no ticket is lost or doubled without anybody knowing it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balie_app.printing.bitmap import Bitmap
from balie_app.printing.documents import Code, Image, Line, Number
from tests.devices.printer_wire import Wire

FAULTS = ("paper_out", "paper_near_end", "cover_open", "cutter", "offline", "not_taken", "silent")
PICTURE = Image(Bitmap(576, tuple(b"\xff" * 72 for _ in range(200))))
ACTIONS = st.one_of(
    st.tuples(st.just("print"), st.booleans()),
    st.tuples(st.just("fault"), st.sampled_from(FAULTS)),
    st.tuples(st.just("well"), st.sampled_from(FAULTS)),
    st.tuples(st.just("at this moment"), st.sampled_from(FAULTS[:-1])),
    st.tuples(st.just("in a ticket"), st.tuples(st.integers(1, 6), st.sampled_from(("paper_out", "cover_open")))),
    st.tuples(st.just("run"), st.sampled_from((0.5, 3.0, 25.0, 150.0))),
    st.tuples(st.just("power"), st.just(0)),
    st.tuples(st.just("line"), st.just(0)),
    st.tuples(st.just("noise"), st.sampled_from((b"\x12", b"\x13", b"\x11", b"\xff\xf5", b"\x10\0", b"_x"))),
)


def act(wire: Wire, what: str, with_what: object, count: int) -> None:
    if what == "print":
        number = f"Z {count:03}"
        wire.submit(number, (Line("Gemeente"), Number(number), *((PICTURE, Code("k7Q2")) if with_what else ())))
    elif what in {"fault", "well"}:
        wire.fault(str(with_what), what == "fault")
    elif what == "at this moment":
        wire.far.faults.add(str(with_what))
    elif what == "in a ticket":
        assert isinstance(with_what, tuple)
        wire.far.rows_left, wire.far.then = with_what
    elif what == "run":
        assert isinstance(with_what, float)
        wire.run(with_what)
    elif what == "power":
        wire.far.power_cycle()
    elif what == "line":
        wire.cut_off()
        wire.back()
    else:
        assert isinstance(with_what, bytes)
        wire.say(with_what)


def all_well(wire: Wire) -> None:
    """Everything is put right, and there is time."""
    wire.far.rows_left = None
    for fault in FAULTS:
        wire.fault(fault, on=False)
    wire.cut_off()
    wire.back()
    wire.run(400)


@pytest.mark.parametrize("name", ["epson", "clone", "custom-vkp80", "nippon", "star"])
@settings(deadline=None, max_examples=30)
@given(actions=st.lists(ACTIONS, max_size=14))
def test_every_ticket_is_accounted_for_and_the_printer_works_again(
    name: str, actions: list[tuple[str, object]]
) -> None:
    wire = Wire(name)
    for count, (what, with_what) in enumerate(actions):
        act(wire, what, with_what, count)
    all_well(wire)
    asked = [f"Z {count:03}" for count, (what, _) in enumerate(actions) if what == "print"]
    texts = "\n".join(wire.texts)
    for number in asked:
        told = [kind for kind, job in wire.outcomes if job == number]
        assert told in (["printed"], ["returned"], ["unknown"], ["unknown", "printed"])
        assert texts.count(number) <= 1
        if told[-1] == "printed":
            assert texts.count(number) == 1
        if told == ["returned"]:
            assert number not in texts
    assert wire.driver.ready
    wire.submit("last", (Line("Gemeente"), Number("A 999")))
    assert wire.outcomes[-1] == ("printed", "last")
    assert wire.texts[-1].splitlines() == ["Gemeente", "A 999"]

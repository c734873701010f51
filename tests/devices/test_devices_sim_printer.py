"""The simulated printer through a long day."""

from __future__ import annotations

from balie_app.devices.simulate import SimulatedPrinter

TICKET = b"\x1b@A 012\n\x1dVB\x00"


def test_tickets_are_counted_and_read_past_what_it_remembers() -> None:
    printer = SimulatedPrinter()
    remembered = printer.papers.maxlen or 0
    for _ in range(remembered):
        printer.heard(TICKET)
    assert "A 012" in printer.heard(TICKET)
    assert printer.printed == remembered + 1
    assert len(printer.papers) == remembered

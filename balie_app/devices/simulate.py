"""Simulated devices for tests, the demo and a desk without hardware: ``balie devices simulate``."""

from __future__ import annotations

import argparse
import signal
import sys
from threading import Event

from balie_app.devices.encoders import DRIVERS
from balie_app.devices.farend import Exchange, FarEnd
from balie_app.devices.sim_display import SimulatedDispenser, SimulatedDisplay
from balie_app.devices.sim_printer import Printed, SimulatedPrinter
from balie_app.devices.template_reader import known_templates
from balie_app.queue.config.mistakes import ConfigMistakes

__all__ = ["Exchange", "FarEnd", "Printed", "SimulatedDispenser", "SimulatedDisplay", "SimulatedPrinter"]

HELP = """Op de invoer, een opdracht op elke regel:
  press KNOP        (alleen dispenser)
  fault NAAM on     fault NAAM off
  quit
"""


def main(argv: list[str]) -> int:
    """``balie devices simulate printer|display|dispenser``: until "quit" on the input, or a signal."""
    parser = argparse.ArgumentParser(
        prog="balie devices simulate", epilog=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kind", choices=("printer", "display", "dispenser"))
    displays = ", ".join((*DRIVERS, *known_templates()))
    parser.add_argument("--template", metavar="NAAM", help=f"welk toestel: {displays}")
    parser.add_argument(
        "--link", metavar="PAD", help="vaste naam voor de poort (een koppeling naar de pseudo-terminal)"
    )
    options = parser.parse_args(argv)
    try:
        device = _make(options.kind, options.template, options.link)
    except ConfigMistakes as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return _run(device)


def _make(kind: str, template: str | None, link: str | None) -> FarEnd:
    if kind == "printer":
        return SimulatedPrinter(link)
    if kind == "display":
        return SimulatedDisplay(template or "ditel-dn109", link)
    return SimulatedDispenser(template or "button-bytes", link)


def _run(device: FarEnd) -> int:
    done = Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: _end(done))
    device.start()
    try:
        _say(f"poort {device.port}")
        device.on_change = lambda: _say(_picture(device))
        while not done.is_set() and (line := sys.stdin.readline()):
            if line.strip() == "quit":
                return 0
            _obey(device, line.split())
        done.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        device.stop()
    return 0


def _end(done: Event) -> None:
    """End also while waiting for a line of input."""
    done.set()
    raise KeyboardInterrupt


def _obey(device: FarEnd, words: list[str]) -> None:
    try:
        if words[:1] == ["press"] and len(words) == 2 and isinstance(device, SimulatedDispenser):
            device.press(words[1])
        elif words[:1] == ["fault"] and len(words) in {2, 3}:
            device.fault(words[1], words[2:] != ["off"])
        elif words:
            _say(HELP)
    except ValueError as error:
        _say(f"Onbekend: {error}")


def _picture(device: FarEnd) -> str:
    """One line about the device now, or the paper that just came out."""
    faults = f" storing: {', '.join(sorted(device.faults))}" if device.faults else ""
    if isinstance(device, SimulatedDisplay):
        return f"toont {device.shown}{faults}"
    if isinstance(device, SimulatedDispenser):
        return f"lamp {'aan' if device.lamp else 'uit'}, antwoorden {device.answers[-3:]}{faults}"
    if isinstance(device, SimulatedPrinter):
        last = f"\n{device.papers[-1].text}" if device.papers else ""
        return f"{device.printed} bonnen{faults}{last}"
    return faults


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()

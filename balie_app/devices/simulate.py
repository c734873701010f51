"""Simulated devices for tests, the demo and a desk without hardware: ``balie devices simulate``."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path
from threading import Event

from balie_app.devices.encoders import DRIVERS
from balie_app.devices.farend import Exchange, FarEnd
from balie_app.devices.sim_dispenser import SimulatedDispenser, SimulatedScanner
from balie_app.devices.sim_display import SimulatedDisplay
from balie_app.devices.sim_printer import Printed, SimulatedPrinter
from balie_app.devices.template import Template
from balie_app.devices.template_reader import known_templates, load_template, template_path
from balie_app.printing.profiles import profile_names
from balie_app.queue.config.mistakes import ConfigMistakes, Mistake
from balie_app.queue.messages import sentence
from balie_app.queue.trouble import Trouble

__all__ = [
    "Exchange",
    "FarEnd",
    "Printed",
    "SimulatedDispenser",
    "SimulatedDisplay",
    "SimulatedPrinter",
    "SimulatedScanner",
]

KINDS = ("printer", "display", "dispenser", "scanner")
HELP = """Op de invoer, een opdracht op elke regel:
  press KNOP        (dispenser)      report OORZAAK   (dispenser die dat kan)
  scan CODE         (scanner)
  off ADRES         on ADRES         (een display op de lijn uit of aan)
  fault NAAM on     fault NAAM off
  quit
"""


def main(argv: list[str]) -> int:
    """``balie devices simulate [KIND] [--template NAME]``: until "quit" on the input, or a signal."""
    parser = argparse.ArgumentParser(
        prog="balie devices simulate", epilog=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kind", nargs="?", choices=KINDS, help="mag weg als --template het zegt")
    known = ", ".join((*DRIVERS, *known_templates(), *profile_names()))
    parser.add_argument("--template", metavar="NAAM", help=f"welk toestel: {known}")
    parser.add_argument(
        "--link", metavar="PAD", help="vaste naam voor de poort (een koppeling naar de pseudo-terminal)"
    )
    parser.add_argument("--addresses", metavar="N-M", default="", help="displays: alleen deze adressen, zoals 1-20")
    parser.add_argument("--baud", metavar="SNELHEID", type=int, help="bytes duren zo lang als op een echte lijn")
    parser.add_argument("--fault", metavar="STORING", action="append", default=[], help="begin met deze storing")
    options = parser.parse_args(argv)
    try:
        kind = options.kind or _kind_of(options.template)
        device = _make(kind, options.template, options.link, _addresses(options.addresses))
        device.byte_s = 10 / options.baud if options.baud else 0.0
    except ConfigMistakes as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except Trouble as trouble:
        sys.stderr.write(f"{sentence(trouble)}\n")
        return 2
    except ValueError:
        sys.stderr.write("Adressen zijn getallen, zoals 1-20 of 1,4,7.\n")
        return 2
    wrong = [fault for fault in options.fault if fault not in device.FAULTS]
    if wrong:
        sys.stderr.write(f"Onbekende storing: {wrong[0]}. Kies uit: {', '.join(device.FAULTS)}.\n")
        return 2
    return _run(device, options.fault)


def _addresses(text: str) -> tuple[int, ...]:
    """ "1-3,7" as 1, 2, 3 and 7."""
    found: list[int] = []
    for part in text.split(",") if text else ():
        low, _, high = part.partition("-")
        found += range(int(low), int(high or low) + 1)
    return tuple(found)


def _kind_of(name: str | None) -> str:
    """What a template is for, when nobody says; a printer when there is none."""
    if name is None or name in profile_names():
        return "printer"
    if name in DRIVERS:
        return "display"
    kind = _template(name).kind
    return "display" if kind == "lamp" else kind


def _template(name: str) -> Template:
    """A template that comes with Balie, or a file of one's own."""
    return load_template(Path(name) if name.endswith(".toml") else template_path(name))


def _made_for(kind: str, name: str) -> Template:
    """The template, when it is one for this kind of device; ConfigMistakes."""
    template = _template(name)
    if kind != ("display" if template.kind == "lamp" else template.kind):
        known = ", ".join(known_templates(kind))
        raise ConfigMistakes([Mistake("template", f"{name!r} is geen {kind}.", f"een van {known}")], name)
    return template


def _make(kind: str, template: str | None, link: str | None, addresses: tuple[int, ...] = ()) -> FarEnd:
    if kind == "printer":
        return SimulatedPrinter(link, profile_name=template or "epson")
    if kind == "display":
        name = template or "ditel-dn109"
        return SimulatedDisplay(DRIVERS.get(name) or _made_for(kind, name), link, addresses=addresses)
    if kind == "scanner":
        return SimulatedScanner(_made_for(kind, template or "scanner"), link)
    return SimulatedDispenser(_made_for(kind, template or "button-bytes"), link)


def _run(device: FarEnd, faults: list[str]) -> int:
    done = Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: _end(done))
    device.start()
    try:
        _say(f"poort {device.port}")
        for fault in faults:
            device.fault(fault)
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
        elif words[:1] == ["report"] and len(words) == 2 and isinstance(device, SimulatedDispenser):
            device.report(words[1])
        elif words[:1] == ["scan"] and len(words) == 2 and isinstance(device, SimulatedScanner):
            device.scan(words[1])
        elif words[0:1] in (["off"], ["on"]) and len(words) == 2 and isinstance(device, SimulatedDisplay):
            (device.dead.add if words[0] == "off" else device.dead.discard)(int(words[1]))
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
    if isinstance(device, SimulatedScanner):
        return f"antwoorden {device.answers[-3:]}{faults}"
    if isinstance(device, SimulatedDispenser):
        return f"lamp {'aan' if device.lamp else 'uit'}, antwoorden {device.answers[-3:]}{faults}"
    if isinstance(device, SimulatedPrinter):
        last = f"\n{device.papers[-1].text}" if device.papers else ""
        return f"{device.printed} bonnen{faults}{last}"
    return faults


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()

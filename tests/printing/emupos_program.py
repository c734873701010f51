"""Papers printed by emupos, a simulator of receipt printers that we did not write (Apache-2.0, needs Python 3.13).

Run by a Python that has emupos. Standard input: ``{"pages": {"16": "WPC1252"}, "papers": {name: hexadecimal}}``, where
``pages`` adds to the code page numbers that emupos knows for an Epson. Standard output: of each paper the text,
the picture (PNG, base64), what emupos did not know, how often the drawer opened and what it answered.
"""

from __future__ import annotations

import base64
import json
import sys
from importlib import resources

import yaml
from emupos.config import PrinterProfile
from emupos.printer.printer import Printer

LINE = "line"
ITS_OWN = resources.files("emupos") / "profiles" / "printers" / "epson-tm-t20iii.yaml"


def printed(data, its_profile):
    """What emupos has on its paper after these bytes."""
    printer = Printer("printer", its_profile, sensor_open_level="high", job_idle_timeout_ms=1000)
    printer.open_connection(LINE, 0.0)
    found = printer.receive(LINE, data, 0.0) + printer.close_connection(LINE, 0.0)
    kinds = [str(event.type) for event in found.events]
    return {
        "text": "".join(each.text.rstrip("\n") + "\n" for each in found.receipts),
        "png": [base64.b64encode(each.png).decode() for each in found.receipts],
        "unknown": [event.data["bytes"] for event in found.events if str(event.type) == "printer.command.unknown"],
        "drawer": kinds.count("drawer.opened"),
        "answers": b"".join(each.data for each in found.writes).hex(),
    }


def main():
    """Read, print, answer."""
    wanted = json.load(sys.stdin)
    own = yaml.safe_load(ITS_OWN.read_text(encoding="utf-8"))
    own["code_pages"] = {int(number): name for number, name in wanted["pages"].items()} | own["code_pages"]
    its_profile = PrinterProfile(**own)
    json.dump({name: printed(bytes.fromhex(data), its_profile) for name, data in wanted["papers"].items()}, sys.stdout)


if __name__ == "__main__":
    main()

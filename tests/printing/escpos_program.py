"""The same commands made by python-escpos (MIT), an encoder that we did not write; JSON on standard output.

A process of its own: importing that library sets up logging and writes a file of capabilities.
Arguments: the text of a QR code and the dots of one of its modules.
"""

from __future__ import annotations

import json
import sys

from escpos.printer import Dummy


def made(profile, act):
    """The bytes that python-escpos sends for this."""
    printer = Dummy(profile=profile)
    act(printer)
    return printer.output.hex()


def main(payload, module):
    """Say everything at once."""
    epson = Dummy(profile="TM-T88V").profile
    found = {
        "reset": made("TM-T88V", lambda printer: printer.hw("INIT")),
        "qr": made("TM-T88V", lambda printer: printer.qr(payload, ec=1, size=module, native=True)),
        "cut": made("TM-T88V", lambda printer: printer.cut(mode="PART", feed=False)),
        "drawer": made("TM-T88V", lambda printer: printer.cashdraw([27, 112, 0, 25, 250])),
        "pages": {int(number): codec.lower() for number, codec in epson.profile_data["codePages"].items()},
        "columns": {font: epson.get_columns(font) for font in ("a", "b")},
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

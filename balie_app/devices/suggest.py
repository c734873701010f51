"""What is probably at the other end of an adapter, by who made it."""

from __future__ import annotations

from dataclasses import dataclass

from balie_app.devices.ports import Found


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A kind of device and the driver or template for it."""

    kind: str
    driver: str
    why: str


_MAKERS: dict[int, tuple[Suggestion, ...]] = {
    0x05F9: (Suggestion("scanner", "scanner-datalogic", "Datalogic maakt scanners"),),
    0x0C2E: (Suggestion("scanner", "scanner-honeywell", "Honeywell maakt scanners"),),
    0x0536: (Suggestion("scanner", "scanner-honeywell", "Hand Held Products maakt scanners"),),
    0x065A: (Suggestion("scanner", "scanner", "Opticon maakt scanners"),),
    0x04B8: (
        Suggestion("printer", "epson", "Epson maakt bonprinters"),
        Suggestion("display", "escpos-display", "Epson maakt klantdisplays"),
    ),
    0x0519: (Suggestion("printer", "star", "Star maakt bonprinters"),),
    0x0DD4: (Suggestion("printer", "custom-vkp80", "Custom maakt bonprinters"),),
    0x0471: (Suggestion("printer", "nippon", "dit is vaak een bonprinter"),),
    0x1A86: (
        Suggestion("display", "usb-relay-lamp", "deze CH340 zit vaak op een USB-relais"),
        Suggestion("dispenser", "button-bytes", "deze CH340 zit vaak in een nummerautomaat"),
    ),
    0x2341: (Suggestion("dispenser", "button-letters", "een Arduino is vaak een nummerautomaat"),),
}
_CONVERTERS = frozenset({0x0403, 0x10C4, 0x067B, 0x1A86})
"""FTDI, Silicon Labs, Prolific, WCH: adapters that say nothing of what hangs on them."""
_PRINTER = Suggestion("printer", "epson", "dit is een printer met een eigen USB-kabel")
_USUAL = (
    Suggestion("display", "ditel-dn109", "op een RS-485-adapter zitten vaak displays"),
    Suggestion("printer", "epson", "aan zo'n poort zit ook wel eens een bonprinter"),
    Suggestion("dispenser", "button-bytes", "aan zo'n poort zit ook wel eens een nummerautomaat"),
    Suggestion("scanner", "scanner", "aan zo'n poort zit ook wel eens een scanner"),
)


def suggestions(found: Found) -> tuple[Suggestion, ...]:
    """Likely devices, the likeliest first."""
    own = _MAKERS.get(found.vid or 0, ())
    if found.printer:
        return tuple(each for each in own if each.kind == "printer") or (_PRINTER,)
    return own + (_USUAL if found.vid in _CONVERTERS or not own else ())

"""A template's own examples: each is made, or read, and must come out as the manual says."""

from __future__ import annotations

import re

from balie_app.devices.fields import Fields
from balie_app.devices.template import Template
from balie_app.devices.values import DoesNotFit


def run_vectors(template: Template, top: Fields) -> None:
    """Try every ``[[vectors]]``; what does not come out is a mistake."""
    vectors = top.tables("vectors")
    if not vectors:
        top.wrong("vectors", "ontbreekt.", "minstens een voorbeeld uit de handleiding: [[vectors]]")
    for vector in vectors:
        vector.text("name", "")
        wanted = vector.text("hex")
        if not re.fullmatch(r"([0-9A-Fa-f]{2}\s*)*", wanted):
            vector.wrong("hex", f"{wanted!r} kan niet.", "bytes, zoals 02 30 31 0D")
        else:
            _try(template, vector, bytes.fromhex(wanted))
        vector.finish()


def _try(template: Template, vector: Fields, data: bytes) -> None:
    if vector.raw("press") is not None:
        _compare(vector, "press", template.receive.patterns.get(data), vector.text("press"))
    elif vector.raw("status") is not None:
        _compare(vector, "status", template.receive.status.get(data, "?") or "well", vector.text("status"))
    elif vector.raw("reply") is not None:
        _try_reply(template, vector, data)
    elif vector.raw("text") is not None:
        _try_scan(template, vector, data)
    else:
        _try_command(template, vector, data)


def _compare(vector: Fields, key: str, found: object, wanted: str) -> None:
    if found != wanted:
        vector.wrong(key, f"geeft {found!r}.", repr(wanted))


def _try_reply(template: Template, vector: Fields, data: bytes) -> None:
    """``reply``: what these bytes mean as an answer of the display at ``address``: ok, nak, busy or a cause."""
    address = vector.number("address", 0, 0, 9999)
    try:
        target = template.target(address)
    except DoesNotFit as error:
        vector.wrong("address", f"{error}.", "een adres dat dit display kan hebben")
        return
    verdict = template.reply.judge(data, b"", target)
    _compare(vector, "reply", verdict and (verdict.cause or verdict.kind), vector.text("reply"))


def _try_scan(template: Template, vector: Fields, data: bytes) -> None:
    from balie_app.devices.scanner import read_code  # a scanner's bytes have rules of their own

    found = read_code(data.removeprefix(template.receive.start).removesuffix(template.receive.end))
    _compare(vector, "text", found and found.text, vector.text("text"))


def _try_command(template: Template, vector: Fields, wanted: bytes) -> None:
    known = tuple(template.commands)
    command = vector.text("command", "show", known)
    address, text = vector.number("address", 0, 0, 9999), vector.text("value", "")
    counter, number = vector.number("counter", 0, 0, 9999), vector.number("number", 0, 0, 9999)
    percent = vector.number("percent", 100, 0, 100)
    try:
        if command == "brightness":
            made = template.brightness(address, percent)
        elif vector.flag("broadcast", default=False):
            made = template.clear_all()
        else:
            made = template.frame(command, address, text, counter, number)
    except DoesNotFit as error:
        vector.wrong("value", f"{error}.", wanted.hex(" "))
        return
    if made != wanted:
        vector.wrong("hex", f"het sjabloon maakt {made.hex(' ').upper()}.", wanted.hex(" ").upper())

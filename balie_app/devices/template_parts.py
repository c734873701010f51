"""The sections of a template file: each reads one table into its value and notes what is wrong in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from balie_app.devices.checksum import KINDS, OUTPUTS
from balie_app.devices.control import literal
from balie_app.devices.fields import Fields
from balie_app.devices.frame import PART_FORM, Check, Frame, Length, Part, Running, parse_part
from balie_app.devices.linesettings import ECHOES, FLOWS, PARITIES, RS485, LineSettings
from balie_app.devices.reply import EXPECTED, Reply
from balie_app.devices.template import Blink, Receive
from balie_app.devices.values import ENCODINGS, STYLES, TEXTS, Address, Value

CHARSETS = ("ascii", "latin-1", "cp437", "cp850", "cp852", "cp858", "cp866", "cp1250", "cp1251", "cp1252", "cp1254")
FAULTS = ("device_error", "paper_near_end", "paper_out", "cover_open", "error", "offline", "well")
"""What a device may report about itself; "well" takes it back."""


def line_settings(fields: Fields, usual: LineSettings | None = None) -> LineSettings:
    """The ``[line]`` table; what is not in it stays as ``usual``."""
    was = usual or LineSettings()
    parity = next(name for name in PARITIES if name[0].upper() == was.parity)
    settings = LineSettings(
        baud=fields.number("baud", was.baud, 50, 4_000_000),
        bits=fields.number("bits", was.bits, 7, 8),
        parity=fields.text("parity", parity, PARITIES)[:1].upper(),
        stop=fields.number("stop", int(was.stop), 1, 2),
        flow=fields.text("flow", was.flow, FLOWS),
        rs485=fields.text("rs485", was.rs485, RS485),
        dtr=fields.flag("dtr", bool(was.dtr)) if fields.raw("dtr") is not None else was.dtr,
        rts=fields.flag("rts", bool(was.rts)) if fields.raw("rts") is not None else was.rts,
        inter_byte_s=_ms(fields, "inter_byte_ms", was.inter_byte_s, 100),
        gap_s=_ms(fields, "gap_ms", was.gap_s, 5000),
        turnaround_s=_ms(fields, "turnaround_ms", was.turnaround_s, 1000),
        local_echo=fields.text("local_echo", was.local_echo, ECHOES),
        discard_s=_ms(fields, "discard_ms", was.discard_s, 5000),
    )
    fields.finish()
    return settings


def _ms(fields: Fields, key: str, usual: float, most: int) -> float:
    return fields.number(key, round(1000 * usual), 0, most) / 1000


def address(fields: Fields) -> Address:
    """The ``[address]`` table."""
    made = Address(
        style=fields.text("style", "none", STYLES),
        width=fields.number("width", 2, 1, 4),
        low=fields.number("low", 0, 0, 255),
        high=fields.number("high", 255, 0, 9999),
        offset=fields.number("offset", 0x30, 0, 255),
        broadcast=raw_bytes(fields, "broadcast"),
    )
    if made.broadcast and len(made.broadcast) != made.size:
        fields.wrong("broadcast", f"heeft {len(made.broadcast)} bytes.", f"{made.size} bytes, zoals een adres")
    fields.finish()
    return made


def value(fields: Fields) -> Value:
    """The ``[value]`` table."""
    mapping = fields.table("map")
    made = Value(
        width=fields.number("width", 0, 0, 200),
        align=fields.text("align", "right", ("left", "right")),
        pad=fields.text("pad", " ")[:1],
        text=fields.text("text", "label", TEXTS),
        encoding=fields.text("encoding", "ascii", ENCODINGS),
        charset=fields.text("charset", "cp1252", CHARSETS),
        overflow=fields.text("overflow", "truncate-left", ("truncate-left", "refuse")),
        allowed=fields.text("allowed", ""),
        mapping={sign: mapping.text(sign) for sign in mapping.names()} if mapping else {},
    )
    if made.encoding in {"bcd", "segments"} and not made.width:
        fields.wrong("width", "ontbreekt.", "het aantal cijfers van het display")
    fields.finish()
    return made


def check(fields: Fields) -> Check:
    """The ``[checksum]`` table."""
    made = Check(
        kind=fields.text("kind", "none", tuple(KINDS)),
        output=fields.text("output", "binary-be", OUTPUTS),
        first=fields.number("from", 1, 1, 50),
        last=fields.number("to", 0, 0, 50),
        seed=fields.number("seed", 0, 0, 0xFFFF) if fields.raw("seed") is not None else None,
    )
    fields.finish()
    return made


def length(fields: Fields) -> Length:
    """The ``[length]`` table."""
    made = Length(
        fields.number("from", 1, 1, 50),
        fields.number("to", 0, 0, 50),
        fields.number("offset", 0, -20, 20),
        fields.text("style", "binary", ("binary", "ascii-dec", "ascii-hex")),
        fields.number("width", 1, 1, 4),
        fields.text("endian", "big", ("big", "little")),
    )
    fields.finish()
    return made


def running(fields: Fields) -> Running:
    """The ``[counter]`` table: a number that goes up with each frame."""
    made = Running(
        fields.number("low", 0, 0, 9999),
        fields.number("high", 255, 0, 9999),
        fields.text("style", "binary", ("binary", "ascii-dec")),
        fields.number("width", 1, 1, 4),
    )
    if made.high < made.low:
        fields.wrong("high", f"{made.high} is lager dan low.", f"een getal vanaf {made.low}")
        made = replace(made, high=made.low)
    fields.finish()
    return made


def parts(fields: Fields, key: str = "parts") -> tuple[Part, ...]:
    """A list of parts of a frame."""
    found: list[Part] = []
    for at, text in enumerate(fields.texts(key, None)):
        part = parse_part(text)
        if part is None:
            fields.wrong(f"{key}[{at}]", f"{text!r} kan niet.", PART_FORM)
        elif part.field != "literal" and part in found:
            fields.wrong(f"{key}[{at}]", f"{text!r} staat er twee keer.", "elk veld hoogstens een keer")
        else:
            found.append(part)
    return tuple(found)


def raw_bytes(fields: Fields, key: str) -> bytes:
    """Literal bytes at ``key``; empty when it is not there."""
    text = fields.text(key, "")
    data = literal(text) if text else b""
    if data is None:
        fields.wrong(key, f"{text!r} kan niet.", "bytes, zoals 1B 51, CR of text:ZD")
    return data or b""


def escape(fields: Fields | None) -> tuple[tuple[int, bytes], ...]:
    """The ``[frame.escape]`` table: byte = what is sent for it."""
    found: list[tuple[int, bytes]] = []
    for key in fields.names() if fields else ():
        byte = literal(key)
        pair = raw_bytes(fields, key) if fields else b""
        if fields and (byte is None or len(byte) != 1 or len(pair) < 2 or pair[0] not in {byte[0], *_keys(fields)}):
            fields.wrong(key, "kan niet.", '"10" = "10 10": een byte, en het paar dat daarvoor gaat')
        elif byte:
            found.append((byte[0], pair))
    return tuple(found)


def _keys(fields: Fields) -> set[int]:
    return {data[0] for key in fields.names() if (data := literal(key))}


def reply(fields: Fields, shared: dict[str, Any]) -> Reply:
    """The ``[reply]`` table; ``shared``: what its frames have in common with those of the commands."""

    def frame(key: str) -> Frame | None:
        return None if fields.raw(key) is None else Frame(parts(fields, key), **shared)

    made = Reply(
        expect=fields.text("expect", "none", EXPECTED),
        ack=frame("ack"),
        nak=frame("nak"),
        busy=frame("busy"),
        answer=frame("parts"),
        value_size=fields.number("value_width", 1, 0, 64),
        timeout_s=_ms(fields, "timeout_ms", 0.1, 10_000),
        retries=fields.number("retries", 1, 0, 10),
        backoff_s=_ms(fields, "backoff_ms", 0.05, 10_000),
        status=_status(fields.table("status")),
    )
    needed = {"ack": ("ack", made.ack), "pattern": ("parts", made.answer)}.get(made.expect)
    if needed and needed[1] is None:
        fields.wrong(needed[0], "ontbreekt.", 'de bytes van het antwoord, zoals ["ACK"]')
    fields.finish()
    return made


def _status(fields: Fields | None) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for key in fields.names() if fields else ():
        if fields and not re.fullmatch(r"bit \d\d?|([0-9A-Fa-f?]{2}\s*)+", key):
            fields.wrong(key, "kan niet.", '"15", "4? ??" of "bit 3"')
        elif fields:
            cause = fields.text(key, None, FAULTS)
            found.append((key, "" if cause == "well" else cause))
    return tuple(found)


def blink(fields: Fields | None) -> Blink:
    """What ``[commands.blink]`` says besides its frame."""
    if fields is None:
        return Blink()
    return Blink(
        fields.text("how", "command", ("command", "toggle")),
        fields.number("seconds", 10, 1, 60),
        _ms(fields, "period_ms", 0.5, 5000) or 0.5,
    )


def receive(fields: Fields) -> Receive:
    """The ``[receive]`` table."""
    start, end = raw_bytes(fields, "start"), raw_bytes(fields, "end")
    patterns = {start + data + end: name for data, name in _messages(fields.table("map")).items()}
    faults = _messages(fields.table("status"), FAULTS)
    status = {start + data + end: "" if cause == "well" else cause for data, cause in faults.items()}
    _no_prefixes(fields, [*patterns, *status])
    made = Receive(
        patterns,
        status,
        _ms(fields, "debounce_ms", 0.7, 10_000),
        start,
        end,
        fields.number("max_length", 512, 1, 4096),
        _ms(fields, "silence_ms", 0.15, 5000),
    )
    fields.finish()
    return made


def _messages(table: Fields | None, allowed: tuple[str, ...] = ()) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    for key in table.names() if table else ():
        data = literal(key)
        if table and data is None:
            table.wrong(key, "kan niet.", "bytes, zoals 31 of text:A")
        elif table and data:
            found[data] = table.text(key, None, allowed)
    return found


def _no_prefixes(fields: Fields, messages: list[bytes]) -> None:
    """A message that begins like a shorter one would never be read."""
    for at, one in enumerate(messages):
        for other in messages[:at] + messages[at + 1 :]:
            if other.startswith(one):
                problem = f"{other.hex(' ')} begint met {one.hex(' ')}."
                fields.wrong("map", problem, "berichten die van elkaar verschillen")

"""Reads a template file, finds all that is wrong in it, and runs its examples."""

from __future__ import annotations

import re
from pathlib import Path

from balie_app.devices.checksum import KINDS, OUTPUTS
from balie_app.devices.fields import Fields, read_toml
from balie_app.devices.frame import PART_FORM, Check, Frame, Length, Part, parse_part
from balie_app.devices.template import Receive, Template
from balie_app.devices.transport import LineSettings
from balie_app.devices.values import ENCODINGS, STYLES, TEXTS, Address, DoesNotFit, Value
from balie_app.paths import resource
from balie_app.queue.config.mistakes import ConfigMistakes

COMMANDS = ("hello", "show", "clear", "blink", "beep", "test", "accept", "refuse", "lamp_on", "lamp_off")
KINDS_OF_DEVICE = ("display", "lamp", "dispenser")


def template_path(name: str, beside: Path | None = None) -> Path:
    """Where a template is: a file next to station.toml goes before one of the product's own."""
    own = (beside / f"{name}.toml") if beside else None
    return own if own and own.is_file() else resource("displays", f"{name}.toml")


def known_templates(kind: str = "") -> tuple[str, ...]:
    """Names of the product's own templates, of one kind or all."""
    found = sorted(path.stem for path in resource("displays").glob("*.toml"))
    return tuple(name for name in found if not kind or _kind_of(name) == kind)


def _kind_of(name: str) -> str:
    try:
        return load_template(template_path(name)).kind
    except ConfigMistakes:
        return ""


def load_template(path: Path) -> Template:
    """Read and try one template; raises `ConfigMistakes` with every mistake."""
    top = Fields(read_toml(path), "", [])
    template = _template(path.stem, top)
    top.raw("vectors")
    if not top.mistakes:
        _run_vectors(template, top)
    top.finish()
    if top.mistakes:
        raise ConfigMistakes(top.mistakes, path.name)
    return template


def _part_of(top: Fields, key: str) -> Fields:
    return top.table(key) or Fields({}, key, top.mistakes)


def _template(key: str, top: Fields) -> Template:
    device = _part_of(top, "device")
    name, source = device.text("name"), device.text("source")
    kind = device.text("kind", None, KINDS_OF_DEVICE)
    device.number("template_version", 1, 1, 1)
    device.finish()
    poll = _part_of(top, "poll")
    timing = (
        poll.number("refresh_s", 45, 5, 3600),
        poll.number("gap_ms", 0, 0, 5000),
        poll.number("hold_ms", 0, 0, 60000),
    )
    poll.finish()
    receive = _receive(_part_of(top, "receive"))
    if kind == "dispenser" and not receive.patterns:
        top.wrong("receive.map", "ontbreekt.", 'bytes en hun knop, zoals "31" = "1"')
    return Template(
        key=key,
        name=name,
        kind=kind,
        source=source,
        line=line_settings(_part_of(top, "line")),
        address=_address(_part_of(top, "address")),
        value=_value(_part_of(top, "value")),
        commands=_commands(top, kind),
        refresh_s=timing[0],
        gap_s=timing[1] / 1000,
        hold_s=timing[2] / 1000,
        receive=receive,
    )


def line_settings(fields: Fields) -> LineSettings:
    """The ``[line]`` table: speed, bits, parity, stop bits, flow control."""
    settings = LineSettings(
        baud=fields.number("baud", 9600, 50, 4_000_000),
        bits=fields.number("bits", 8, 7, 8),
        parity=fields.text("parity", "none", ("none", "even", "odd"))[:1].upper(),
        stop=fields.number("stop", 1, 1, 2),
        flow=fields.text("flow", "none", ("none", "xonxoff", "rtscts", "dsrdtr")),
    )
    fields.finish()
    return settings


def _address(fields: Fields) -> Address:
    address = Address(
        style=fields.text("style", "none", STYLES),
        width=fields.number("width", 2, 1, 4),
        low=fields.number("low", 0, 0, 255),
        high=fields.number("high", 255, 0, 9999),
        offset=fields.number("offset", 0x30, 0, 255),
    )
    fields.finish()
    return address


def _value(fields: Fields) -> Value:
    mapping = fields.table("map")
    value = Value(
        width=fields.number("width", 0, 0, 200),
        align=fields.text("align", "right", ("left", "right")),
        pad=fields.text("pad", " ")[:1],
        text=fields.text("text", "label", TEXTS),
        encoding=fields.text("encoding", "ascii", ENCODINGS),
        charset=fields.text("charset", "cp1252", ("ascii", "cp437", "cp850", "cp858", "cp1252")),
        overflow=fields.text("overflow", "truncate-left", ("truncate-left", "refuse")),
        mapping={sign: mapping.text(sign) for sign in mapping.names()} if mapping else {},
    )
    fields.finish()
    return value


def _commands(top: Fields, kind: str) -> dict[str, Frame]:
    check, length = _check(_part_of(top, "checksum")), _length(_part_of(top, "length"))
    commands = _part_of(top, "commands")
    frames: dict[str, Frame] = {}
    for name in COMMANDS:
        table = commands.table(name)
        if table is not None:
            frames[name] = Frame(_parts(table), check, length)
            table.finish()
    if kind in {"display", "lamp"} and "show" not in frames:
        commands.wrong("show", "ontbreekt.", 'parts = ["STX", "address", "value", "ETX"]')
    commands.finish()
    return frames


def _parts(fields: Fields) -> tuple[Part, ...]:
    parts: list[Part] = []
    for at, text in enumerate(fields.texts("parts", None)):
        part = parse_part(text)
        if part is None:
            fields.wrong(f"parts[{at}]", f"{text!r} kan niet.", PART_FORM)
        elif part.field != "literal" and part in parts:
            fields.wrong(f"parts[{at}]", f"{text!r} staat er twee keer.", "elk veld hoogstens een keer")
        else:
            parts.append(part)
    return tuple(parts)


def _check(fields: Fields) -> Check:
    check = Check(
        kind=fields.text("kind", "sum8", tuple(KINDS)),
        output=fields.text("output", "binary-be", OUTPUTS),
        first=fields.number("from", 1, 1, 50),
        last=fields.number("to", 0, 0, 50),
    )
    fields.finish()
    return check


def _length(fields: Fields) -> Length:
    length = Length(fields.number("from", 1, 1, 50), fields.number("to", 0, 0, 50), fields.number("offset", 0, -20, 20))
    fields.finish()
    return length


def _receive(fields: Fields) -> Receive:
    end = parse_part(fields.text("end", "")) if fields.raw("end") else Part("literal")
    if end is None or end.field != "literal":
        fields.wrong("end", "kan niet.", "de laatste bytes van een bericht, zoals CR")
        end = Part("literal")
    patterns: dict[bytes, str] = {}
    table = fields.table("map")
    for key in table.names() if table else ():
        part = parse_part(key)
        if table and (part is None or part.field != "literal"):
            table.wrong(key, "kan niet.", "bytes, zoals 31 of text:A")
        elif table and part:
            patterns[part.data + end.data] = table.text(key)
    _no_prefixes(fields, patterns)
    debounce = fields.number("debounce_ms", 700, 0, 10_000) / 1000
    fields.finish()
    return Receive(patterns, debounce)


def _no_prefixes(fields: Fields, patterns: dict[bytes, str]) -> None:
    """A message that begins like a shorter one would never be read."""
    for one in patterns:
        for other in patterns:
            if one != other and other.startswith(one):
                problem = f"{other.hex(' ')} begint met {one.hex(' ')}."
                fields.wrong("map", problem, "berichten die van elkaar verschillen")


def _run_vectors(template: Template, top: Fields) -> None:
    vectors = top.tables("vectors")
    if not vectors:
        top.wrong("vectors", "ontbreekt.", "minstens een voorbeeld uit de handleiding: [[vectors]]")
    for vector in vectors:
        vector.text("name", "")
        wanted = vector.text("hex")
        if not re.fullmatch(r"([0-9A-Fa-f]{2}\s*)*", wanted):
            vector.wrong("hex", f"{wanted!r} kan niet.", "bytes, zoals 02 30 31 0D")
        elif vector.raw("press") is not None:
            _try_press(template, vector, bytes.fromhex(wanted))
        else:
            _try_command(template, vector, bytes.fromhex(wanted))
        vector.finish()


def _try_press(template: Template, vector: Fields, data: bytes) -> None:
    wanted, found = vector.text("press"), template.receive.patterns.get(data)
    if found != wanted:
        vector.wrong("press", f"{data.hex(' ')} geeft {found!r}.", repr(wanted))


def _try_command(template: Template, vector: Fields, wanted: bytes) -> None:
    command = vector.text("command", "show", tuple(template.commands))
    address, text = vector.number("address", 0, 0, 9999), vector.text("value", "")
    try:
        made = template.frame(command, address, text)
    except DoesNotFit as error:
        vector.wrong("value", f"{error}.", wanted.hex(" "))
        return
    if made != wanted:
        vector.wrong("hex", f"het sjabloon maakt {made.hex(' ').upper()}.", wanted.hex(" ").upper())

"""Reads a template file, finds all that is wrong in it, and runs its examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from balie_app.devices import template_parts as parts
from balie_app.devices.control import literal
from balie_app.devices.fields import Fields, read_toml
from balie_app.devices.frame import Frame, Part
from balie_app.devices.template import Template
from balie_app.devices.template_vectors import run_vectors
from balie_app.paths import resource
from balie_app.queue.config.mistakes import ConfigMistakes

COMMANDS = (
    *("hello", "show", "clear", "blink", "beep", "brightness", "test", "keepalive"),
    *("accept", "refuse", "lamp_on", "lamp_off"),
)
KINDS_OF_DEVICE = ("display", "lamp", "dispenser", "scanner")


def template_path(name: str, beside: Path | None = None) -> Path:
    """Where a template is: a file next to station.toml goes before one of the product's own."""
    own = (beside / f"{name}.toml") if beside else None
    return own if own and own.is_file() else resource("displays", f"{name}.toml")


def known_templates(kind: str = "") -> tuple[str, ...]:
    """Names of the product's own templates, of one kind or all."""
    found = sorted(path.stem for path in resource("displays").glob("*.toml"))
    return tuple(name for name in found if not kind or _kind_of(name) == kind)


def _kind_of(name: str) -> str:
    """What kind of device that is, without running its examples."""
    device = read_toml(template_path(name)).get("device")
    return str(device.get("kind", "")) if isinstance(device, dict) else ""


def load_template(path: Path) -> Template:
    """Read and try one template; raises `ConfigMistakes` with every mistake."""
    top = Fields(read_toml(path), "", [])
    template = _template(path.stem, top)
    top.raw("vectors")
    if not top.mistakes:
        run_vectors(template, top)
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
    timing: dict[str, Any] = {
        "refresh_s": poll.number("refresh_s", 45, 30, 60),
        "keepalive_s": poll.number("keepalive_s", 0, 0, 3600),
        "hold_s": poll.number("hold_ms", 0, 0, 60000) / 1000,
    }
    poll.finish()
    receive = parts.receive(_part_of(top, "receive"))
    if kind == "dispenser" and not receive.patterns:
        top.wrong("receive.map", "ontbreekt.", 'bytes en hun knop, zoals "31" = "1"')
    shared = {
        "check": parts.check(_part_of(top, "checksum")),
        "length": parts.length(_part_of(top, "length")),
        "running": parts.running(_part_of(top, "counter")),
    }
    return Template(
        key=key,
        name=name,
        kind=kind,
        source=source,
        line=parts.line_settings(_part_of(top, "line")),
        address=parts.address(_part_of(top, "address")),
        value=parts.value(_part_of(top, "value")),
        receive=receive,
        **timing,
        **_commands(top, kind, shared),
    )


def _commands(top: Fields, kind: str, shared: dict[str, Any]) -> dict[str, Any]:
    """Frames of all commands, and what the commands say besides: blinking, steps of brightness, answers."""
    frame = _part_of(top, "frame")
    common = parts.parts(frame) if frame.raw("parts") is not None else ()
    shared = shared | {"escape": parts.escape(frame.table("escape"))}
    terminator = parts.raw_bytes(frame, "terminator")
    common += (Part("literal", terminator),) if terminator else ()
    frame.finish()
    commands = _part_of(top, "commands")
    tables = {name: table for name in COMMANDS if (table := commands.table(name)) is not None}
    frames = {name: _frame(table, common, shared) for name, table in tables.items()}
    blink = parts.blink(tables.get("blink"))
    if blink.how == "toggle":
        frames.pop("blink", None)
    made = {
        "commands": frames,
        "blink": blink,
        "brightness_steps": _steps(tables.get("brightness")),
        "reply": parts.reply(_part_of(top, "reply"), shared),
    }
    for table in tables.values():
        table.finish()
    if kind in {"display", "lamp"} and "show" not in frames:
        commands.wrong("show", "ontbreekt.", 'parts = ["STX", "address", "value", "ETX"]')
    commands.finish()
    return made


def _frame(table: Fields, common: tuple[Part, ...], shared: dict[str, Any]) -> Frame:
    """A command's own parts, or the common frame with its command, prefix and suffix."""
    if table.raw("parts") is not None or not common:
        own = () if table.raw("how") == "toggle" else parts.parts(table)
        return Frame(own, command=parts.raw_bytes(table, "command"), **shared)
    prefix, suffix = parts.raw_bytes(table, "prefix"), parts.raw_bytes(table, "suffix")
    made: list[Part] = []
    for part in common:
        around = part.field == "value"
        made += [Part("literal", prefix)] if around and prefix else []
        made.append(part)
        made += [Part("literal", suffix)] if around and suffix else []
    return Frame(tuple(made), command=parts.raw_bytes(table, "command"), **shared)


def _steps(table: Fields | None) -> tuple[bytes, ...]:
    """``steps``: the device's own steps of brightness, from dark to bright."""
    if table is None:
        return ()
    found = [literal(text) for text in table.texts("steps", None)]
    if None in found:
        table.wrong("steps", "kan niet.", 'bytes van donker naar licht, zoals ["31", "32"]')
    return tuple(step for step in found if step)

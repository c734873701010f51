"""A municipality's own colour, logo and font, from ``look.toml``; unreadable choices are refused."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from balie_app import paths

HEX = re.compile(r"#[0-9A-Fa-f]{6}")
KNOWN = {"colour", "text", "accent", "accent_dark", "logo", "font"}


class LookRefused(Exception):
    """The municipality's look cannot be used; the text is a Dutch sentence with a next step."""


@dataclass(frozen=True, slots=True)
class Brand:
    """What ``look.toml`` may say. Colours as "#RRGGBB"."""

    colour: str = ""
    text: str = ""
    accent: dict[str, str] = field(default_factory=dict)
    """Accent colour by theme."""
    logo: Path | None = None
    fonts: tuple[Path, ...] = ()


def file() -> Path:
    """Where a municipality's look is expected: ``BALIE_LOOK``, or ``look.toml`` beside the settings."""
    named = os.environ.get("BALIE_LOOK")
    return Path(named) if named else paths.config_folder() / "look.toml"


def read(path: Path) -> Brand:
    """The look in this file.

    Raises LookRefused when the file is not there, cannot be read, or says something unknown.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LookRefused(f"Het bestand {path} bestaat niet. Controleer de naam in BALIE_LOOK.") from None
    except (OSError, ValueError) as error:
        raise LookRefused(f"Het bestand {path} is niet te lezen ({error}). Verbeter het, of haal het weg.") from error
    return _brand(raw.get("brand", raw), path)


def _brand(raw: dict[str, Any], path: Path) -> Brand:
    unknown = sorted(set(raw) - KNOWN)
    if unknown:
        raise LookRefused(f"{path}: “{unknown[0]}” is geen bekende naam. Kies uit: {', '.join(sorted(KNOWN))}.")
    for key in ("colour", "text", "accent", "accent_dark"):
        if key in raw and not (isinstance(raw[key], str) and HEX.fullmatch(raw[key])):
            raise LookRefused(f"{path}: “{key}” moet een kleur zijn, zoals #07485C.")
    accents = {"light": raw.get("accent", ""), "dark": raw.get("accent_dark", "")}
    return Brand(
        colour=raw.get("colour", ""),
        text=raw.get("text", ""),
        accent={theme: value for theme, value in accents.items() if value},
        logo=_beside(path, raw["logo"], "logo") if "logo" in raw else None,
        fonts=tuple(_beside(path, name, "font") for name in _listed(raw.get("font", []), path)),
    )


def _listed(value: object, path: Path) -> list[object]:
    if isinstance(value, (str, list)):
        return [value] if isinstance(value, str) else value
    raise LookRefused(f"{path}: “font” moet een bestandsnaam zijn, of een lijst van bestandsnamen.")


def _beside(path: Path, name: object, key: str) -> Path:
    found = path.parent / str(name)
    if not found.is_file():
        raise LookRefused(f"{path}: het bestand bij “{key}” is er niet: {found}. Zet het naast look.toml.")
    return found

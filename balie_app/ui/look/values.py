"""The look as numbers: read from ``resources/look/tokens.toml``, checked, and made usable."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from balie_app import paths
from balie_app.ui.look.brand import Brand
from balie_app.ui.look.contrast import ratio

THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything that gives a window its looks. Sizes in px at 100 %, durations in ms."""

    theme: str
    colour: dict[str, str]
    """Colours as "#RRGGBB" by name."""
    space: tuple[int, ...]
    """Distances, from none (0) to very wide (7)."""
    type: dict[str, int]
    """Text sizes: small, body, heading, title, number, display."""
    radius: int
    """Corner of a card; controls have ``radius_control``."""
    radius_control: int
    duration_ms: int
    """Length of a movement that explains something; 0: the user wants no movement."""

    def qss_values(self) -> dict[str, str]:
        """All values by the names the style sheet template uses."""
        values = dict(self.colour)
        values |= {f"space_{index}": str(px) for index, px in enumerate(self.space)}
        values |= {f"type_{name}": str(px) for name, px in self.type.items()}
        values |= {"radius": str(self.radius), "radius_control": str(self.radius_control)}
        return values


@cache
def source() -> dict[str, Any]:
    """The token file as it is."""
    return tomllib.loads(paths.resource("look", "tokens.toml").read_text(encoding="utf-8"))


def pairs() -> dict[str, list[list[str]]]:
    """Which text stands on which ground, by kind of limit (see ``contrast.LIMITS``)."""
    found: dict[str, list[list[str]]] = source()["pairs"]
    return found


def house(theme: str) -> Tokens:
    """The tokens Balie comes with, for "light" or "dark"."""
    raw = source()
    return Tokens(
        theme=theme,
        colour=dict(raw[theme]),
        space=tuple(raw["space"]),
        type=dict(raw["type"]),
        radius=raw["radius"],
        radius_control=raw["radius_control"],
        duration_ms=raw["duration_ms"],
    )


def with_brand(tokens: Tokens, brand: Brand) -> Tokens:
    """The same tokens in a municipality's own colours."""
    colour = dict(tokens.colour)
    if brand.colour:
        colour["brand"] = brand.colour
        colour["brand_text"] = brand.text or best_text(brand.colour)
    accent = brand.accent.get(tokens.theme)
    if accent:
        colour |= accent_family(accent, colour)
    return replace(tokens, colour=colour)


def accent_family(accent: str, colour: dict[str, str]) -> dict[str, str]:
    """An accent with what belongs to it: its text, its shades for hover and press, its tint."""
    text = best_text(accent)
    lighter, darker = ("#FFFFFF", "#000000") if text == "#FFFFFF" else ("#000000", "#FFFFFF")
    return {
        "accent": accent,
        "accent_text": text,
        "accent_hover": mix(accent, lighter, 0.08),
        "accent_pressed": mix(accent, darker, 0.2),
        "accent_surface": mix(colour["surface"], accent, 0.1),
    }


def best_text(ground: str) -> str:
    """Black or white, whichever can be read better on this ground."""
    return max(("#FFFFFF", "#10222A"), key=lambda text: ratio(text, ground))


def mix(one: str, other: str, share: float) -> str:
    """``one`` with ``share`` (0 to 1) of ``other`` stirred in."""
    parts = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)

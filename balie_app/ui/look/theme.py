"""Putting the look on: palette, style sheet, fonts; and the small helpers windows use."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import lru_cache
from string import Template

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from balie_app import paths
from balie_app.ui.look import brand, bundle, contrast, fonts, icons, motion
from balie_app.ui.look.values import Tokens, house, pairs, with_brand

SHEET_ICONS = {
    "check": "accent_text",
    "dot": "accent_text",
    "minus": "accent_text",
    "chevron_down": "text_quiet",
    "chevron_up": "text_quiet",
    "chevron_right": "text_quiet",
    "chevron_left": "text_quiet",
}
_log = logging.getLogger(__name__)


class _Worn:
    """What is on now."""

    tokens: Tokens = house("light")
    families: tuple[str, ...] = fonts.FAMILIES
    brand: brand.Brand = brand.Brand()
    refusal: str = ""
    key: object = None
    count: int = 0


def apply(app: QApplication, theme: str = "light") -> None:
    """Put the look on: Fusion, palette, style sheet, fonts. Again with another theme to switch.

    A municipality's look that cannot be read well is not used: see :func:`refusal`.
    """
    tokens = _branded(house(theme))
    key = (id(app), tuple(tokens.colour.items()), _Worn.brand.fonts)
    if key == _Worn.key:
        return
    _Worn.tokens = replace(tokens, duration_ms=tokens.duration_ms if motion.wanted() else 0)
    _Worn.families = fonts.load(_Worn.brand.fonts)
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(tokens))
    app.setFont(font("body"))
    app.setStyleSheet(sheet(tokens))
    _Worn.key = key


def _branded(tokens: Tokens) -> Tokens:
    _Worn.brand, _Worn.refusal = brand.Brand(), ""
    path = brand.file()
    if not path.is_file() and path.name == "look.toml":
        return tokens
    try:
        own = brand.read(path)
        dressed = checked(with_brand(tokens, own))
    except brand.LookRefused as refused:
        _log.warning("%s", refused)
        _Worn.refusal = str(refused)
        return tokens
    _Worn.brand = own
    return dressed


def checked(tokens: Tokens) -> Tokens:
    """The same tokens; raises LookRefused when a text in them could not be read well."""
    for text, ground, found, limit in contrast.failures(tokens.colour, pairs()):
        raise brand.LookRefused(
            f"De kleuren {tokens.colour[text]} op {tokens.colour[ground]} ({text} op {ground}) verschillen te weinig: "
            f"{found:.1f} op 1, nodig is {limit:.1f} op 1. Kies in look.toml een donkerder of lichtere kleur."
        )
    return tokens


def refusal() -> str:
    """Why the municipality's own look is not used, as a Dutch sentence; "" when all is well."""
    return _Worn.refusal


def tokens() -> Tokens:
    """The tokens in use."""
    return _Worn.tokens


def own_brand() -> brand.Brand:
    """The municipality's own look in use (logo and so on)."""
    return _Worn.brand


def colour(name: str) -> QColor:
    """A colour of the theme by name."""
    return QColor(_Worn.tokens.colour[name])


def font(role: str, scale: float = 1.0) -> QFont:
    """A font of the theme: small, body, heading, title, number, display."""
    return fonts.make(_Worn.families, role, max(1, round(_Worn.tokens.type[role] * scale)))


def icon(name: str, colour: str = "text") -> QIcon:
    """An icon in a colour of the theme. Make it anew when the theme changes."""
    shades = _Worn.tokens.colour
    return icons.icon(name, shades.get(colour, colour), shades["surface"], shades["text_disabled"])


def logo(height: int) -> QPixmap:
    """The municipality's logo, ``height`` px high at 100 %; a null picture when it gave none."""
    path = _Worn.brand.logo
    if path is None:
        return QPixmap()
    picture = QPixmap(str(path))
    wide = round(height * picture.width() / max(1, picture.height()))
    return QIcon(str(path)).pixmap(QSize(wide, height))


def role(widget: QWidget, name: str) -> None:
    """Say what a widget is, so that the style sheet dresses it."""
    widget.setProperty("role", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def name(widget: QWidget, text: str, description: str = "") -> None:
    """Say how a screen reader calls a widget."""
    widget.setAccessibleName(text)
    if description:
        widget.setAccessibleDescription(description)


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette in our colours, for what the style sheet leaves to Fusion."""
    made = QPalette()
    roles = QPalette.ColorRole
    table = {
        roles.Window: "background", roles.WindowText: "text", roles.Base: "surface", roles.AlternateBase: "sunken",
        roles.Text: "text", roles.Button: "surface", roles.ButtonText: "text", roles.BrightText: "red",
        roles.ToolTipBase: "tooltip", roles.ToolTipText: "tooltip_text", roles.Highlight: "accent_surface",
        roles.HighlightedText: "text", roles.Link: "accent", roles.LinkVisited: "accent",
        roles.PlaceholderText: "text_quiet", roles.Mid: "line", roles.Midlight: "line", roles.Light: "raised",
        roles.Dark: "line_strong", roles.Accent: "accent",
    }  # fmt: skip
    for target, shade in table.items():
        made.setColor(target, QColor(tokens.colour[shade]))
    for target in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.colour["text_disabled"]))
    return made


@lru_cache(maxsize=1)
def _template() -> Template:
    return Template(paths.resource("look", "balie.qss").read_text(encoding="utf-8"))


def sheet(tokens: Tokens) -> str:
    """The style sheet for these tokens; registers the signs it shows."""
    _Worn.count += 1
    prefix = f"{tokens.theme}{_Worn.count}"
    shades = tokens.colour
    bundle.register(
        prefix,
        {f"{sign}.svg": icons.svg(sign, shades[shade], shades["surface"]) for sign, shade in SHEET_ICONS.items()},
    )
    return _template().substitute(tokens.qss_values(), signs=f":/look/{prefix}")

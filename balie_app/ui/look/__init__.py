"""The look of every window: one set of tokens, one style sheet, our own fonts and icons.

look.apply(app, "light")
look.role(button, "primary")
button.setIcon(look.icon("call", "accent_text"))
"""

from balie_app.ui.look.brand import LookRefused
from balie_app.ui.look.icons import names as icon_names
from balie_app.ui.look.theme import apply, colour, font, icon, logo, name, own_brand, refusal, role, tokens
from balie_app.ui.look.values import Tokens

__all__ = [
    "LookRefused",
    "Tokens",
    "apply",
    "colour",
    "font",
    "icon",
    "icon_names",
    "logo",
    "name",
    "own_brand",
    "refusal",
    "role",
    "tokens",
]

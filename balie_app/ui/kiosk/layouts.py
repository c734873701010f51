"""Which keys a keyboard on the screen has, by language: what people there are used to."""

from __future__ import annotations

DIGITS = "1234567890"
QWERTY = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

LETTERS: dict[str, tuple[str, ...]] = {
    "nl": QWERTY,
    "en": QWERTY,
    "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß"),
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbnéèç"),
    "ar": ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظذأإ"),
    "tr": ("qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç"),
    "pl": ("qwertyuiopó", "asdfghjklłą", "zxcvbnmęśżć"),
    "uk": ("йцукенгшщзхї", "фівапролджє", "ячсмитьбюґ"),
}
"""Three rows of letters."""


def letters(language: str) -> tuple[str, ...]:
    """The rows for looking something up in this language."""
    return LETTERS.get(language, QWERTY)


def code() -> tuple[str, ...]:
    """The rows for a code: always Latin capitals and figures, whatever the language."""
    return (DIGITS, *(row.upper() for row in QWERTY[:2]), QWERTY[2].upper() + "-")

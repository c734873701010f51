"""Which keyboard a typing scanner thinks it has: a test code says it."""

from __future__ import annotations

TEST_CODE = "AZQWYM-19:/"
"""Scanned during set-up. Each letter and sign stands elsewhere on some keyboard."""

_KEYS = {
    "Frans (AZERTY)": str.maketrans("AZQWM-19:/", "QWAZ?)&ç.!"),
    "Belgisch (AZERTY)": str.maketrans("AZQWM-19:/", "QWAZ?)&ç.="),
    "Duits (QWERTZ)": str.maketrans("ZY-:/", "YZßÖ-"),
    "Nederlands (oud)": str.maketrans("-:/", "/±-"),
}
US = "Verenigde Staten"


def layout_of(read: str) -> str:
    """The keyboard behind what came in; "" when nothing known makes it."""
    if read == TEST_CODE:
        return US
    return next((name for name, keys in _KEYS.items() if TEST_CODE.translate(keys) == read), "")


def is_test(read: str) -> bool:
    """Whether this is the test code, on whatever keyboard."""
    return layout_of(read) != "" or read == TEST_CODE.swapcase()


def verdict(read: str) -> str:
    """What to do about it, for the person with the scanner."""
    if not read:
        return "Scan de testcode."
    if layout_of(read) == US:
        return "Goed: de scanner en deze computer gebruiken hetzelfde toetsenbord."
    if read == TEST_CODE.swapcase():
        return "Caps Lock staat aan, of de scanner verwisselt hoofdletters. Zet Caps Lock uit."
    if (name := layout_of(read)) != "":
        return f"Deze computer leest als {name}. Zet de scanner op die indeling, of het toetsenbord op VS."
    if len(read) < len(TEST_CODE):
        return "Er vallen tekens weg. Zet dode toetsen uit (toetsenbord VS, niet VS-internationaal)."
    return "Onbekende indeling. Zet de scanner op VS-toetsenbord, of gebruik USB-COM (beter)."

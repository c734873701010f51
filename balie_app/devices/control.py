"""Names of control bytes, as templates write them and as the line monitor shows them."""

from __future__ import annotations

import re

_ORDER = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT . CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"
)
NAMES = {name: code for code, name in enumerate(_ORDER.split()) if name != "."}
"""Form feed is written 0C: "FF" means the byte FFh."""
_SHOWN = {code: f"<{name}>" for name, code in NAMES.items()} | {0x7F: "<DEL>"}


def literal(text: str) -> bytes | None:
    """Bytes as a person writes them: names, hex pairs, or ``text:`` and letters; None when it is none of these."""
    if text.startswith("text:"):
        return text[5:].encode("latin-1", "replace") or None
    made = bytearray()
    for word in text.split():
        if word in NAMES:
            made.append(NAMES[word])
        elif re.fullmatch("[0-9A-Fa-f]{2}", word):
            made.append(int(word, 16))
        else:
            return None
    return bytes(made) or None


def readable(data: bytes) -> str:
    """Bytes as a person reads them: ``<STX>01A012<CR>``; what has no sign stands in hex."""
    return "".join(_SHOWN.get(byte) or (chr(byte) if 0x20 <= byte < 0x7F else f"<{byte:02X}>") for byte in data)

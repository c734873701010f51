"""Cuts a stream for an ESC/POS printer into commands, as far as a simulated printer must know them."""

from __future__ import annotations

_TWO = {0x1B: b"@2imFx", 0x1C: b".&", 0x1D: b"G"}
_FOUR = {0x1B: b"$\\cB", 0x1D: b"LWP$\\"}
_REAL_TIME_LENGTH = {4: 3, 5: 3, 0x14: 5}


def take_command(buffer: bytearray) -> bytes:
    """Remove the first whole command (or letter) from the buffer; empty when it is not complete yet."""
    size = _size(buffer)
    if size == 0 or len(buffer) < size:
        return b""
    command = bytes(buffer[:size])
    del buffer[:size]
    return command


def _size(buffer: bytearray) -> int:
    """Bytes of the first command; 0 when more is needed to know."""
    if not buffer:
        return 0
    lead = buffer[0]
    if lead not in {0x10, 0x1B, 0x1C, 0x1D}:
        return 1
    if len(buffer) < 2:
        return 0
    if lead == 0x10:
        return _REAL_TIME_LENGTH.get(buffer[1], 1)
    if lead == 0x1D and buffer[1] in b"(vVG":
        return _size_of_long(buffer)
    if lead == 0x1B and buffer[1] in b"*p":
        return _size_of_image(buffer) if buffer[1:2] == b"*" else 5
    if buffer[1] in _TWO.get(lead, b""):
        return 2
    return 4 if buffer[1] in _FOUR.get(lead, b"") else 3


def _size_of_long(buffer: bytearray) -> int:
    """GS ( x, GS v 0, GS V and GS G: their own bytes say how long they are."""
    kind = buffer[1:2]
    if kind == b"V":
        return 0 if len(buffer) < 3 else 4 if buffer[2] in {65, 66, 97, 98, 103, 104} else 3
    if kind == b"G":
        return 0 if len(buffer) < 3 else 7 if buffer[2] == 0x31 else 3
    if kind == b"(":
        return 0 if len(buffer) < 5 else 5 + buffer[3] + 256 * buffer[4]
    if len(buffer) < 8:
        return 0
    return 8 + (buffer[4] + 256 * buffer[5]) * (buffer[6] + 256 * buffer[7])


def _size_of_image(buffer: bytearray) -> int:
    if len(buffer) < 5:
        return 0
    return 5 + (buffer[3] + 256 * buffer[4]) * (3 if buffer[2] >= 32 else 1)

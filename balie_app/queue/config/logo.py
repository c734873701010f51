"""The logo in a configuration: a small PNG, as base64 so that it travels with the hall to every station.

What is kept was looked through to its last byte: a printer that waits for half a picture, or a picture that unpacks to
gigabytes, would stop a hall.
"""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

LARGEST = 32 * 1024
"""Bytes."""
MOST_PIXELS = 2000
"""Pixels in width, and in height."""
EXPECTED = f"een PNG van hoogstens {LARGEST // 1024} kB en {MOST_PIXELS} bij {MOST_PIXELS} beeldpunten"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD = struct.Struct(">I4s")
_LINE = 76


def problem(data: bytes) -> str:
    """What is wrong with this logo, as a Dutch sentence; "" when nothing is."""
    if not data.startswith(_SIGNATURE):
        return "dit is geen PNG."
    if len(data) > LARGEST:
        return f"dit beeld is te groot: {-(-len(data) // 1024)} kB."
    try:
        parts = list(_parts(data))
        wide, high = struct.unpack(">II", parts[0][1][:8]) if parts[0][0] == b"IHDR" else (1, 1)
    except (struct.error, ValueError, IndexError):
        return "deze PNG is beschadigd."
    if not (0 < wide <= MOST_PIXELS and 0 < high <= MOST_PIXELS):
        return f"dit beeld is te groot: {wide} bij {high} beeldpunten."
    whole = parts[0][0] == b"IHDR" and parts[-1][0] == b"IEND" and _unpacks(parts, wide, high)
    return "" if whole else "deze PNG is beschadigd."


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(kind, content) of each chunk; ValueError or struct.error when one is broken (PNG 1.2, section 3.2)."""
    at = len(_SIGNATURE)
    while at < len(data):
        length, kind = _HEAD.unpack_from(data, at)
        content = data[at + 8 : at + 8 + length]
        (crc,) = struct.unpack_from(">I", data, at + 8 + length)
        if crc != zlib.crc32(kind + content):
            raise ValueError(kind)
        yield kind, content
        at += 12 + length


def _unpacks(parts: list[tuple[bytes, bytes]], wide: int, high: int) -> bool:
    """Whether the pixels unpack whole, and to no more than eight bytes a pixel and some for each row."""
    reader = zlib.decompressobj()
    try:
        reader.decompress(b"".join(content for kind, content in parts if kind == b"IDAT"), (wide + 2) * (high + 8) * 8)
    except zlib.error:
        return False
    return reader.eof


def as_text(data: bytes) -> str:
    """The logo as a document keeps it: base64 in lines."""
    text = base64.b64encode(data).decode("ascii")
    return "\n".join(text[at : at + _LINE] for at in range(0, len(text), _LINE))


def from_text(text: str) -> bytes:
    """The inverse of :func:`as_text`; nothing when it is not base64."""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def read_logo(path: Path) -> bytes:
    """The bytes of a file, of a file that is too large only so much that this shows. Raises OSError."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)

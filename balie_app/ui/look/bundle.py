"""Pictures for the style sheet, recoloured in memory.

A style sheet can only name files. So the few small signs it needs (tick, arrows) are packed in Qt's
own resource format (version 1 of ``rcc``) and registered under ``:/look/…``: no file is written.
"""

from __future__ import annotations

import struct

from PySide6.QtCore import QResource

_kept: list[bytes] = []
"""Qt reads registered data in place, so it must stay alive."""


def register(prefix: str, files: dict[str, bytes]) -> None:
    """Make ``files`` readable as ``:/look/<prefix>/<name>``."""
    data = pack(files)
    _kept.append(data)
    QResource.registerResourceData(data, f"/look/{prefix}")


def pack(files: dict[str, bytes]) -> bytes:
    """One flat folder of files as Qt resource data."""
    ordered = sorted(files, key=_hash)
    names, name_at = b"", {}
    for name in ordered:
        name_at[name] = len(names)
        names += struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    blobs, blob_at = b"", {}
    for name in ordered:
        blob_at[name] = len(blobs)
        blobs += struct.pack(">I", len(files[name])) + files[name]
    tree = struct.pack(">IHII", 0, 2, len(ordered), 1)
    for name in ordered:
        tree += struct.pack(">IHHHI", name_at[name], 0, 0, 1, blob_at[name])
    head = 20
    places = (head, head + len(tree), head + len(tree) + len(blobs))
    return b"qres" + struct.pack(">IIII", 1, *places) + tree + blobs + names


def _hash(name: str) -> int:
    """Qt's resource name hash; entries must stand in its order."""
    value = 0
    for letter in name:
        value = (value << 4) + ord(letter)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value

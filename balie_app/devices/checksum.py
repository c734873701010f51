"""Checksums of the displays we know, as functions of the covered bytes."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce


def _crc(data: bytes, width: int, poly: int, start: int, reflected: bool) -> int:
    """A cyclic redundancy check, bit by bit; ``poly`` is given as the shift direction wants it."""
    top, mask, crc = 1 << (width - 1), (1 << width) - 1, start
    for byte in data:
        crc ^= byte if reflected else byte << (width - 8)
        for _ in range(8):
            if reflected:
                crc = (crc >> 1) ^ poly if crc & 1 else crc >> 1
            else:
                crc = ((crc << 1) ^ poly if crc & top else crc << 1) & mask
    return crc


def _xor(data: bytes) -> int:
    return reduce(lambda so_far, byte: so_far ^ byte, data, 0)


KINDS: dict[str, tuple[Callable[[bytes], int], int]] = {
    "sum8": (lambda data: sum(data) & 0xFF, 1),
    "sum8-ones": (lambda data: ~sum(data) & 0xFF, 1),
    "sum8-twos": (lambda data: -sum(data) & 0xFF, 1),
    "sum7": (lambda data: sum(data) & 0x7F, 1),
    "sum16": (lambda data: sum(data) & 0xFFFF, 2),
    "xor8": (_xor, 1),
    "lrc": (lambda data: -sum(data) & 0xFF, 1),
    "crc8": (lambda data: _crc(data, 8, 0x07, 0, reflected=False), 1),
    "crc16-modbus": (lambda data: _crc(data, 16, 0xA001, 0xFFFF, reflected=True), 2),
    "crc16-ccitt": (lambda data: _crc(data, 16, 0x1021, 0xFFFF, reflected=False), 2),
    "crc16-xmodem": (lambda data: _crc(data, 16, 0x1021, 0, reflected=False), 2),
}
"""Kind → (function, bytes of the result)."""

OUTPUTS = ("binary-le", "binary-be", "hex-upper", "hex-lower")


def width_of(kind: str, output: str) -> int:
    """Bytes the checksum takes on the line."""
    size = KINDS[kind][1]
    return size if output.startswith("binary") else 2 * size


def checksum(kind: str, output: str, data: bytes) -> bytes:
    """The checksum of ``data`` as it goes over the line."""
    function, size = KINDS[kind]
    value = function(data)
    if output == "hex-upper":
        return f"{value:0{2 * size}X}".encode("ascii")
    if output == "hex-lower":
        return f"{value:0{2 * size}x}".encode("ascii")
    return value.to_bytes(size, "little" if output == "binary-le" else "big")

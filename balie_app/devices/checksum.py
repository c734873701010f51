"""Checksums of the displays we know, as functions of the covered bytes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, reduce


def _crc(data: bytes, seed: int, *, width: int, poly: int, reflected: bool) -> int:
    """A cyclic redundancy check, bit by bit; ``poly`` is given as the shift direction wants it."""
    top, mask, crc = 1 << (width - 1), (1 << width) - 1, seed
    for byte in data:
        crc ^= byte if reflected else byte << (width - 8)
        for _ in range(8):
            if reflected:
                crc = (crc >> 1) ^ poly if crc & 1 else crc >> 1
            else:
                crc = ((crc << 1) ^ poly if crc & top else crc << 1) & mask
    return crc


def _xor(data: bytes, seed: int) -> int:
    return reduce(lambda so_far, byte: so_far ^ byte, data, seed)


Sum = Callable[[bytes, int], int]

KINDS: dict[str, tuple[Sum, int, int]] = {
    "none": (lambda _data, _seed: 0, 0, 0),
    "sum7": (lambda data, seed: seed + sum(data) & 0x7F, 1, 0),
    "sum8": (lambda data, seed: seed + sum(data) & 0xFF, 1, 0),
    "sum8-ones": (lambda data, seed: ~(seed + sum(data)) & 0xFF, 1, 0),
    "sum8-twos": (lambda data, seed: -(seed + sum(data)) & 0xFF, 1, 0),
    "sum16": (lambda data, seed: seed + sum(data) & 0xFFFF, 2, 0),
    "xor8": (_xor, 1, 0),
    "lrc": (lambda data, seed: -(seed + sum(data)) & 0xFF, 1, 0),
    "crc8": (partial(_crc, width=8, poly=0x07, reflected=False), 1, 0),
    "crc16-modbus": (partial(_crc, width=16, poly=0xA001, reflected=True), 2, 0xFFFF),
    "crc16-ccitt": (partial(_crc, width=16, poly=0x1021, reflected=False), 2, 0xFFFF),
    "crc16-xmodem": (partial(_crc, width=16, poly=0x1021, reflected=False), 2, 0),
}
"""Kind → (function of bytes and seed, bytes of the result, usual seed)."""

OUTPUTS = ("binary-le", "binary-be", "hex-upper", "hex-lower")


def width_of(kind: str, output: str) -> int:
    """Bytes the checksum takes on the line."""
    size = KINDS[kind][1]
    return size if output.startswith("binary") else 2 * size


def checksum(kind: str, output: str, data: bytes, seed: int | None = None) -> bytes:
    """The checksum of ``data`` as it goes over the line; without a seed that of its kind."""
    function, size, usual = KINDS[kind]
    value = function(data, usual if seed is None else seed)
    if size == 0:
        return b""
    if output == "hex-upper":
        return f"{value:0{2 * size}X}".encode("ascii")
    if output == "hex-lower":
        return f"{value:0{2 * size}x}".encode("ascii")
    return value.to_bytes(size, "little" if output == "binary-le" else "big")

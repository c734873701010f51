"""The little of the Internet Printing Protocol that printing one document safely takes, as CUPS speaks it.

Numbers are from RFC 8010 (encoding: sections 3.1 to 3.5) and RFC 8011 (operations 4.2 and 4.3, job states 5.3.7,
printer states 5.4.11, reasons 5.4.12); 4001h is CUPS's own ("CUPS Implementation of IPP", CUPS-Get-Default).
"""

from __future__ import annotations

import http.client
import socket
import struct
from collections import defaultdict
from collections.abc import Mapping

PRINT_JOB, CANCEL_JOB, GET_JOB, GET_PRINTER, CUPS_GET_DEFAULT = 0x0002, 0x0008, 0x0009, 0x000B, 0x4001
OK_BELOW = 0x0100
NOT_FOUND, NOT_ACCEPTING = 0x0406, 0x0506
_OPERATION, _END = 0x01, 0x03
_GROUPS_BELOW = 0x10
INTEGER, ENUM, NAME, KEYWORD, URI, CHARSET, LANGUAGE, MIME = 0x21, 0x23, 0x42, 0x44, 0x45, 0x47, 0x48, 0x49
SECONDS = 3.0
"""For each answer of the network; a spooler on this machine answers in milliseconds."""

Value = bytes | str | int | tuple[str, ...]


def request(operation: int, attributes: Mapping[str, tuple[int, Value]], document: bytes = b"") -> bytes:
    """One operation, as bytes. Attributes come in the order in which they must stand (RFC 8011, 4.1.4 and 4.1.5)."""
    out = bytearray(struct.pack(">BBHI", 2, 0, operation, 1))
    out.append(_OPERATION)
    first = {"attributes-charset": (CHARSET, "utf-8"), "attributes-natural-language": (LANGUAGE, "en")}
    for name, (tag, value) in (first | dict(attributes)).items():
        values = value if isinstance(value, tuple) else (value,)
        for number, each in enumerate(values):
            out += _attribute(tag, "" if number else name, each)
    out.append(_END)
    return bytes(out) + document


def _attribute(tag: int, name: str, value: bytes | str | int) -> bytes:
    data = struct.pack(">i", value) if isinstance(value, int) else value.encode() if isinstance(value, str) else value
    return bytes([tag]) + b"".join(struct.pack(">H", len(each)) + each for each in (name.encode(), data))


def answer(data: bytes) -> tuple[int, dict[str, list[bytes]]]:
    """Status, and the values of every attribute. Raises ValueError when it is no answer."""
    found: defaultdict[str, list[bytes]] = defaultdict(list)
    try:
        (status,) = struct.unpack_from(">H", data, 2)
        at, name = 8, ""
        while data[at] != _END:
            if data[at] < _GROUPS_BELOW:
                at += 1
                continue
            own, at = _text(data, at + 1)
            value, at = _text(data, at)
            name = own.decode() or name
            found[name].append(value)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise ValueError("not an answer of IPP") from error
    return status, dict(found)


def _text(data: bytes, at: int) -> tuple[bytes, int]:
    (size,) = struct.unpack_from(">H", data, at)
    return data[at + 2 : at + 2 + size], at + 2 + size


def number_of(attributes: Mapping[str, list[bytes]], name: str) -> int:
    """A number or an enumeration; 0 when it is not there."""
    values = attributes.get(name, [])
    return int.from_bytes(values[0], "big") if values else 0


class LocalConnection(http.client.HTTPConnection):
    """HTTP over the socket of a spooler on this machine."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=SECONDS)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(SECONDS)
        self.sock.connect(self._path)


def connection_to(server: str) -> http.client.HTTPConnection:
    """To a socket (``/run/cups/cups.sock``) or a machine (``name`` or ``name:port``)."""
    if server.startswith("/"):
        return LocalConnection(server)
    host, _, port = server.partition(":")
    return http.client.HTTPConnection(host, int(port) if port.isdigit() else 631, timeout=SECONDS)

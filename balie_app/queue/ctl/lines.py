"""A line of text becomes a request, and an answer becomes a line. Stricter than Python's JSON: what is
not JSON for everybody (NaN, 1e999, doubled keys) is not JSON here."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

from balie_app.queue.rules.refused import Refused

LONGEST = 16_000_000
"""Bytes in a line: more than the largest hall. A longer one is read to its end and refused."""


def bad(field: str, expected: str) -> Refused:
    """The refusal of a request, with the field that is wrong."""
    return Refused("bad-request", field=field, expected=expected)


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream as they come; of one that is too long only the beginning."""
    while line := stream.readline(LONGEST):
        yield line
        while len(line) == LONGEST and not line.endswith(b"\n"):
            line = stream.readline(LONGEST)


def request_of(line: bytes) -> dict[str, Any]:
    """The JSON object on a line. Anything else is a bad request."""
    if len(line) >= LONGEST:
        raise bad("line", f"hoogstens {LONGEST} tekens op een regel")
    try:
        found = json.loads(
            line.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=_finite,
        )
    except (ValueError, RecursionError):
        raise bad("line", "één JSON-object op een regel, in UTF-8") from None
    if not isinstance(found, dict):
        raise bad("line", "een JSON-object, zoals {...}")
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise bad(next(name for name in names if names.count(name) > 1)[:64], "elke sleutel één keer")
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def line_of(answer: dict[str, Any]) -> bytes:
    """An answer as a line. Half characters (lone surrogates) go back as the escapes they came as."""
    text = json.dumps(answer, ensure_ascii=False, allow_nan=False, default=str)
    return text.encode("utf-8", "backslashreplace") + b"\n"

"""What never gets into the hall's data: a citizen service number."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"(?<!\d)\d{9}(?!\d)")
_GROUPED = re.compile(r"(?<!\d)(?:\d{3}([ .\-])\d{3}\1\d{3}|\d{4}([ .\-])\d{2}\2\d{3})(?!\d)")
"""As people write it: 123 456 782, 123.456.782, 1234.56.782."""
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_bsn(digits: str) -> bool:
    """Whether these nine digits pass the eleven-test of the citizen service number."""
    values = [int(digit) for digit in digits]
    return any(values) and sum(w * v for w, v in zip(_WEIGHTS, values, strict=True)) % 11 == 0


def contains_bsn(text: str) -> bool:
    """Whether a citizen service number stands anywhere in the text, in one piece or in groups."""
    found = [*_PLAIN.finditer(text), *_GROUPED.finditer(text)]
    return any(is_bsn(re.sub(r"\D", "", match.group())) for match in found)

"""A citizen service number is recognised however it is written."""

from __future__ import annotations

import pytest

from balie_app.queue.rules.privacy import contains_bsn


@pytest.mark.parametrize(
    "text",
    ["123456782", "BSN 123456782.", "bsn:123456782", "123 456 782", "123.456.782", "123-456-782", "1234.56.782",
     "nr 111222333, dank u", "x123456782x"],
)  # fmt: skip
def test_a_citizen_service_number_is_found(text: str) -> None:
    assert contains_bsn(text)


@pytest.mark.parametrize(
    "text",
    ["", "geen nummer", "123456789", "000000000", "12345678", "1234567820", "0123456782", "06 12345678",
     "020 624 1111", "A 012", "123 456.782", "2026-04-27"],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not contains_bsn(text)

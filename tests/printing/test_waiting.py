"""An expected wait in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balie_app.printing.waiting import rounded, wait_text, wait_time


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0, 0, "U bent bijna meteen aan de beurt"),
        (1, 5, "U bent bijna meteen aan de beurt"),
        (2, 9, "Wachttijd: hooguit 10 minuten"),
        (7, 12, "Wachttijd: 5 tot 15 minuten"),
        (12, 7, "Wachttijd: 5 tot 15 minuten"),
        (10, 10, "Wachttijd: ongeveer 10 minuten"),
        (50, 70, "Wachttijd: 50 tot 75 minuten"),
        (-3, 2, "U bent bijna meteen aan de beurt"),
    ],
)
def test_a_wait_is_told_in_round_numbers(low, high, said):
    assert wait_text(low, high) == said


def test_a_wait_is_told_in_the_visitors_language():
    assert wait_text(10, 15, "en") == "Waiting time: 10 to 15 minutes"
    assert wait_text(0, 2, "de") == "Sie sind fast sofort an der Reihe"
    assert wait_text(10, 15, "uk") == "Час очікування: від 10 до 15 хвилин"


def test_arabic_counts_to_ten_in_its_own_form():
    assert wait_time(5, 10, "ar") == "من 5 إلى 10 دقائق"
    assert wait_time(10, 15, "ar") == "من 10 إلى 15 دقيقة"


@given(st.integers(0, 600), st.integers(0, 600))
def test_rounding_never_promises_a_shorter_wait_or_a_narrower_range(one, other):
    low, high = rounded(one, other)
    assert low <= min(one, other)
    assert high >= max(one, other)
    assert low % 5 == high % 5 == 0

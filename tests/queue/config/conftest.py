"""A small right document that tests spoil, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from balie_app.queue.config import ConfigMistakes, Mistake, parse

SMALL: dict[str, Any] = {
    "name": "Hal",
    "municipality": "Voorbeeld",
    "counters": [{"number": 1, "type": "stand_up"}, {"number": 2, "type": "closed", "private": True}],
    "contact_types": [
        {"code": "quick", "letter": "K", "counter_types": ["stand_up", "closed"]},
        {"code": "private", "letter": "V", "counter_types": ["closed"], "privacy": "private", "norm_minutes": 30},
    ],
    "products": [{"slug": "paspoort", "labels": {"nl": "Paspoort"}, "contact_type": "quick", "minutes": 10}],
    "clerks": [{"code": "anna", "name": "Anna", "competences": ["quick", "paspoort"]}],
}


@pytest.fixture
def small() -> dict[str, Any]:
    """A right document, free to spoil."""
    return deepcopy(SMALL)


@pytest.fixture
def mistakes_of() -> Callable[[dict[str, Any]], tuple[Mistake, ...]]:
    """The mistakes that reading a document gives; it must give some."""

    def read(document: dict[str, Any]) -> tuple[Mistake, ...]:
        with pytest.raises(ConfigMistakes) as caught:
            parse(document)
        return caught.value.mistakes

    return read

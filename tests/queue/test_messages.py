"""Every code has its sentence, and every sentence can be made."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import balie_app
from balie_app.queue.messages import REFUSALS, TROUBLES, sentence
from balie_app.queue.rules.refused import Refused
from balie_app.queue.trouble import Trouble

SOURCES = [file.read_text(encoding="utf-8") for file in Path(balie_app.__file__).parent.rglob("*.py")]


def codes(word: str) -> set[str]:
    """Every code that the house raises literally."""
    return {found for text in SOURCES for found in re.findall(rf'\b{word}\(\s*"([a-z-]+)"', text)}


def test_every_refusal_has_a_sentence() -> None:
    assert "counter-busy" in codes("Refused")
    assert codes("Refused") - REFUSALS.keys() == set()


def test_every_trouble_has_a_sentence() -> None:
    assert "newer" in codes("Trouble")
    assert codes("Trouble") - TROUBLES.keys() == set()


@pytest.mark.parametrize("text", [*REFUSALS.values(), *TROUBLES.values()])
def test_a_sentence_ends_like_one_and_has_only_named_gaps(text: str) -> None:
    assert text.rstrip("}")[-1] in ".?" or text.endswith("}")
    assert all(name != "" for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_a_ticket_is_shown_as_people_see_it() -> None:
    assert sentence(Refused("already-called", ticket="A012", counter=4)) == "Nummer A 012 is al opgeroepen bij balie 4."


def test_a_missing_fact_or_an_unknown_error_never_fails() -> None:
    assert "?" in sentence(Refused("already-called"))
    assert "ZeroDivisionError" in sentence(ZeroDivisionError())
    assert sentence(Trouble("locked", where="hal.db")).startswith("De database hal.db is bezet")

"""The page about hall.toml keeps up with the code."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from balie_app import paths
from balie_app.queue.config.holidays import NAMES
from balie_app.queue.config.sections import TEXTS
from balie_app.queue.rules import hall as words
from balie_app.queue.rules import paper

PAGE = paths.resources().parent / "docs" / "hall-toml.md"
PARTS = [words.Counter, words.ContactType, words.Product, words.Clerk, words.Norm, words.Opening, words.Settings]
PARTS.append(paper.Paper)
KEYS = {field.name for part in PARTS for field in fields(part)} | {field.name for field in fields(words.HallConfig)}
KEYS -= {"free_days", "reasons", "levels", "learned"}
"""No keys of a file: computed, learned, or written with the dates and the competences."""
CHOICES = (words.CounterType, words.Intake, words.HallIntake, words.IntakeLimit, words.Unserved, words.Privacy)
CHOICES += (paper.TicketLine, paper.PaperLanguage, paper.LogoPlace)
WORDS = [*(word for choice in CHOICES for word in choice), *TEXTS, *NAMES]


@pytest.mark.parametrize("word", sorted(KEYS | set(WORDS)))
def test_every_key_and_word_is_explained(word: str) -> None:
    text = Path(PAGE).read_text(encoding="utf-8")
    assert any(form in text for form in (f"`{word}`", f"`[{word}]`", f"`[[{word}]]`", f"`{word} "))

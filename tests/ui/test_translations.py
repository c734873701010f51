"""Translations are in step with the source: English everywhere, all languages where visitors look."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from balie_app import paths

LANGUAGES = ("en", "de", "fr", "ar", "tr", "pl", "uk")
FOR_VISITORS = {"kiosk", "screen", "ScreenWindow"}
"""The contexts of the kiosk and of the waiting screen."""

Key = tuple[str, str]


def messages(file: Path) -> dict[Key, str]:
    """By context and Dutch text: the translation; "" while it is unfinished."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "") if done and translation is not None else ""
    return found


def shipped(language: str) -> Path:
    return paths.resource("i18n", f"balie_{language}.ts")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> set[Key]:
    """Every text in the source now."""
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.fail("pyside6-lupdate belongs to the test environment")
    fresh = tmp_path_factory.mktemp("texts") / "fresh.ts"
    files = sorted((paths.resources().parent / "balie_app" / "ui").rglob("*.py"))
    subprocess.run([tool, *map(str, files), "-ts", str(fresh)], check=True, capture_output=True)
    return set(messages(fresh))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_exactly_the_texts_of_the_source(language: str, sources: set[Key]) -> None:
    assert set(messages(shipped(language))) == sources, "run pyside6-lupdate, see resources/i18n/README.md"


def test_every_text_of_every_window_has_english() -> None:
    assert [key for key, text in messages(shipped("en")).items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_visitors_see_is_there_in_every_language(language: str) -> None:
    kept = messages(shipped(language))
    assert {context for context, _ in kept} >= FOR_VISITORS
    assert [key for key, text in kept.items() if key[0] in FOR_VISITORS and not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_agree(language: str) -> None:
    for (_, source), text in messages(shipped(language)).items():
        if text:
            assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", text)), source


def test_what_has_an_underlined_letter_has_one_in_english_too() -> None:
    for (context, source), text in messages(shipped("en")).items():
        assert source.count("&") == text.count("&"), (context, source)


def test_no_two_things_beside_each_other_share_a_letter_in_english() -> None:
    apart = {"&Hervatten", "&Meer…"}  # buttons, not in the menu with the others
    for context in ("Head", "Keys"):
        there = {key[1]: text for key, text in messages(shipped("en")).items() if key[0] == context and "&" in text}
        letters = [text[text.index("&") + 1].lower() for source, text in there.items() if source not in apart]
        assert len(set(letters)) == len(letters) > 2, (context, letters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_texts_are_those_of_the_source(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(shipped(language).with_suffix(".qm")))
    for (context, source), text in messages(shipped(language)).items():
        assert (translator.translate(context, source) or "") == text, source


def test_days_and_months_are_as_many_as_there_are() -> None:
    counts = [
        len(text.split()) for (_, source), text in messages(shipped("en")).items() if source[:3] in {"ma ", "jan"}
    ]
    assert counts == [7, 12]

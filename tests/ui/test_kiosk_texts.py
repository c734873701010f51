"""Who picks another language never sees Dutch again: every text of the kiosk is translated, and in step."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator

from balie_app.paths import resource, resources
from balie_app.ui.kiosk import words

LANGUAGES = [language for language in words.NAMES if language != "nl"]
SAME = {"Servicecode", "Contrast", "Uw code", "Stop", "Code"}
"""Words that may be the same in another language."""


def _sources() -> set[str]:
    folder = resources().parent / "balie_app" / "ui" / "kiosk"
    return {text for path in sorted(folder.rglob("*.py")) for text in _texts(path.read_text(encoding="utf-8"))}


def _texts(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "translate":
            context, text = (ast.literal_eval(part) for part in node.args[:2])
            assert context == "kiosk"
            yield text


def _translated(language: str) -> dict[str, str]:
    root = ET.parse(resource("i18n", f"balie_{language}.ts")).getroot()
    contexts = [each for each in root.iter("context") if each.findtext("name") == "kiosk"]
    assert len(contexts) == 1
    found = {}
    for message in contexts[0].iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert "type" not in translation.attrib, f"unfinished: {message.findtext('source')}"
        found[message.findtext("source") or ""] = translation.text or ""
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_kiosk_is_translated(language: str) -> None:
    translated = _translated(language)
    assert set(translated) == _sources(), "run pyside6-lupdate, see resources/i18n/README.md"
    assert all(text.strip() for text in translated.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_their_marks_and_are_not_dutch(language: str) -> None:
    for source, text in _translated(language).items():
        assert [mark for mark in ("%1", "%2") if mark in source] == [mark for mark in ("%1", "%2") if mark in text]
        assert text != source or source in SAME or len(source) < 9, source


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_file_says_what_its_source_says(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"balie_{language}", str(resource("i18n")))
    for source, text in _translated(language).items():
        assert translator.translate("kiosk", source) == text


def test_no_two_tiles_of_one_page_get_the_same_words() -> None:
    together = [
        ("Terug", "Stoppen", "Ik wil iemand spreken", "Lager", "Groter", "Contrast", "Voorlezen"),
        ("Ik heb een afspraak", "Ik heb geen afspraak"),
        ("Andere onderwerpen", "Zoeken", "Meer", "Terug", "Stoppen"),
        ("Ja, ik ga verder", "Nee, opnieuw beginnen"),
        ("Ja, aanmelden", "Nee"),
        ("Wissen", "Aanmelden", "Spatie", "Zoeken"),
    ]
    for language in LANGUAGES:
        translated = _translated(language)
        for row in together:
            assert len({translated[text] for text in row}) == len(row), (language, row)

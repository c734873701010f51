"""The set-up is Dutch in the source and complete in English."""

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

TS = paths.resource("i18n", "setup_en.ts")


def messages(file: Path) -> dict[tuple[str, str], str]:
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "") if done and translation is not None else ""
    return found


def test_every_text_of_the_setup_has_english(tmp_path: Path) -> None:
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.fail("pyside6-lupdate belongs to the test environment")
    fresh = tmp_path / "fresh.ts"
    sources = [str(file) for file in (paths.resources().parent / "balie_app" / "ui" / "setup").glob("*.py")]
    subprocess.run([tool, *sources, "-ts", str(fresh)], check=True, capture_output=True)
    kept = messages(TS)
    assert set(messages(fresh)) == set(kept)
    assert [key for key, text in kept.items() if not text] == []


def test_placeholders_agree() -> None:
    for (_, source), text in messages(TS).items():
        assert re.findall(r"%\d", source) == re.findall(r"%\d", text), source


def test_the_compiled_texts_are_those_of_the_source() -> None:
    translator = QTranslator()
    assert translator.load(str(TS.with_suffix(".qm")))
    for (context, source), text in messages(TS).items():
        assert translator.translate(context, source) == text, source

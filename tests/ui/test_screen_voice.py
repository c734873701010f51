"""What the loudspeaker says, and the sounds it is made of."""

from __future__ import annotations

import array
import shutil
import stat
import sys
from pathlib import Path

import pytest

from balie_app.paths import resource
from balie_app.ui.screen import voice

LANGUAGES = ("nl", "en", "de", "fr", "ar", "tr", "pl", "uk")
needs_voice = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no espeak-ng on this machine")


def test_a_number_is_spoken_as_it_is_printed() -> None:
    assert voice.announcement("A012", "Balie 4", "nl") == "Nummer A, nul, een, twee. Balie 4."
    assert voice.announcement("K120", "Kamer 2", "nl") == "Nummer K, een, twee, nul. Kamer 2."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Number A, zero, one, two. Counter 4."),
        ("de", "Nummer A, null, eins, zwei. Counter 4."),
        ("fr", "Numéro A, zéro, un, deux. Counter 4."),
        ("ar", "رقم A، صفر، واحد، اثنان. Counter 4."),
        ("tr", "Numara A, sıfır, bir, iki. Counter 4."),
        ("pl", "Numer A, zero, jeden, dwa. Counter 4."),
        ("uk", "Номер A, нуль, один, два. Counter 4."),
    ],
)
def test_each_language_has_its_own_words(language: str, text: str) -> None:
    assert voice.announcement("A012", "Counter 4", language) == text


def test_all_shipped_languages_have_a_voice_and_ten_digits() -> None:
    assert set(voice.words()) == set(LANGUAGES)
    for own in voice.words().values():
        assert len(set(own.digits)) == 10
        assert "%number" in own.sentence
        assert "%place" in own.sentence


def test_an_unknown_language_is_announced_in_dutch() -> None:
    assert voice.announcement("A012", "Balie 4", "xx") == voice.announcement("A012", "Balie 4", "nl")


def test_dutch_comes_first_and_the_visitors_language_after_it() -> None:
    assert voice.languages("nl") == ("nl",)
    assert voice.languages("ar") == ("nl", "ar")
    assert voice.languages("xx") == ("nl",)


def test_a_series_of_two_letters_is_spelled() -> None:
    assert voice.announcement("AB7", "Balie 1") == "Nummer A, B, zeven. Balie 1."


def test_the_gong_is_short_and_loud_enough_and_ends_in_silence() -> None:
    sound = array.array("h", voice.gong())
    assert 0.8 < voice.duration(sound.tobytes()) < 2.0
    assert 10000 < max(map(abs, sound)) < 30000
    assert max(map(abs, sound[-50:])) < 100


def test_the_gong_is_what_its_script_makes(tmp_path: Path) -> None:
    space: dict[str, object] = {"__name__": "make_gong"}
    script = resource("sounds", "make_gong.py")
    exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), space)
    write = space["write"]
    assert callable(write)
    write(tmp_path / "gong.wav")
    made = array.array("h", voice.samples((tmp_path / "gong.wav").read_bytes()))
    shipped = array.array("h", voice.gong())
    assert len(made) == len(shipped)
    assert max(abs(one - other) for one, other in zip(made, shipped, strict=True)) <= 1


def test_samples_survive_the_way_into_a_wav_and_back() -> None:
    sound = voice.gong() + voice.silence(0.1)
    assert voice.samples(voice.as_wav(sound)) == sound
    assert voice.samples(b"no sound at all") == b""


def test_without_a_program_there_is_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    mute = voice.Voice()
    assert not mute.present
    assert mute.say("Nummer A") == b""


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for the program")
def test_a_voice_that_fails_or_talks_nonsense_is_silent(tmp_path: Path) -> None:
    for body in ("exit 3", "echo nonsense"):
        program = tmp_path / "voice"
        program.write_text(f"#!/bin/sh\ncat >/dev/null\n{body}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        assert voice.Voice(str(program)).say("Nummer A") == b""
    assert voice.Voice(str(tmp_path / "not-there")).say("Nummer A") == b""


@needs_voice
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_machine_speaks_every_language_audibly_and_in_reasonable_time(language: str) -> None:
    sound = array.array("h", voice.Voice().say(voice.announcement("A012", "4", language), language))
    assert 2.0 < voice.duration(sound.tobytes()) < 7.0
    assert 5000 < max(map(abs, sound)) < 32767

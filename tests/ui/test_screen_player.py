"""Players and the loudspeaker's thread."""

from __future__ import annotations

import logging
import shutil
import stat
import sys
import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from balie_app.ui.screen import player, voice
from balie_app.ui.screen.loudspeaker import Loudspeaker, Speech

SHORT = voice.silence(0.02)
posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand in for player programs")


class Mute(voice.Voice):
    def __init__(self) -> None:
        super().__init__(program="/nowhere/espeak-ng")

    def say(self, text: str, language: str = "nl") -> bytes:
        return voice.silence(0.01 * len(language))


def script(folder: Path, body: str) -> tuple[str, ...]:
    program = folder / "player"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return (str(program),)


def test_a_folder_gets_each_announcement_as_a_wav(tmp_path: Path) -> None:
    chosen = player.choose(f"file:{tmp_path / 'sounds'}")
    chosen.play(SHORT, "000012-A012")
    assert voice.samples((tmp_path / "sounds" / "000012-A012.wav").read_bytes()) == SHORT
    assert chosen.audible


def test_sound_can_be_switched_off() -> None:
    chosen = player.choose("off")
    assert not chosen.audible
    chosen.play(SHORT, "x")
    chosen.stop()


@posix
def test_a_machine_without_a_player_says_so_once_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with caplog.at_level(logging.WARNING):
        assert not player.choose(None).audible
    assert len(caplog.records) == 1


@posix
def test_a_program_gets_a_wav_that_is_gone_afterwards(tmp_path: Path) -> None:
    command = script(tmp_path, f'cp "$1" {tmp_path}/copy.wav; echo "$1" > {tmp_path}/name')
    player.ProgramPlayer(command).play(SHORT, "A012")
    assert voice.samples((tmp_path / "copy.wav").read_bytes()) == SHORT
    assert not Path((tmp_path / "name").read_text().strip()).exists()


@posix
def test_a_player_that_fails_is_reported_once_and_is_heard_again_when_it_recovers(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "broken"
    broken.touch()
    program = player.ProgramPlayer(script(tmp_path, f"test ! -e {broken}"))
    with caplog.at_level(logging.WARNING):
        program.play(SHORT, "1")
        program.play(SHORT, "2")
    assert len(caplog.records) == 1
    assert not program.audible
    broken.unlink()
    program.play(SHORT, "3")
    assert program.audible


@posix
def test_a_program_that_is_missing_is_no_accident(caplog: pytest.LogCaptureFixture) -> None:
    program = player.ProgramPlayer(("/nowhere/aplay",))
    program.play(SHORT, "1")
    assert not program.audible
    assert len(caplog.records) == 1


@posix
def test_a_player_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player, "PATIENCE", 0.05)
    program = player.ProgramPlayer(script(tmp_path, "exec tail -f /dev/null"))
    began = time.monotonic()
    program.play(SHORT, "1")
    assert time.monotonic() - began < 5


@posix
def test_stopping_ends_the_running_program_and_lets_no_other_start(tmp_path: Path) -> None:
    program = player.ProgramPlayer(script(tmp_path, f"echo x >> {tmp_path}/started; exec tail -f /dev/null"))
    thread = threading.Thread(target=program.play, args=(voice.silence(60), "1"))
    thread.start()
    while not (tmp_path / "started").exists():
        threading.Event().wait(0.01)
    program.stop()
    thread.join(5)
    assert not thread.is_alive()
    program.play(SHORT, "2")
    assert (tmp_path / "started").read_text() == "x\n"


def test_the_loudspeaker_plays_gong_and_sentences_and_reports_the_end(qtbot: QtBot, tmp_path: Path) -> None:
    speaker = Loudspeaker(Mute(), player.FolderPlayer(tmp_path))
    with qtbot.waitSignal(speaker.finished, timeout=10000):
        speaker.play(Speech("000001-A012", (("Nummer A", "nl"), ("Number A", "en"))))
    speaker.close()
    sound = voice.samples((tmp_path / "000001-A012.wav").read_bytes())
    assert sound.startswith(voice.gong())
    assert voice.duration(sound) == pytest.approx(voice.duration(voice.gong()) + 0.15 + 0.02 + 0.5 + 0.02, abs=0.001)


def test_closing_the_loudspeaker_in_the_middle_of_a_sound_is_quick(tmp_path: Path) -> None:
    speaker = Loudspeaker(Mute(), player.FolderPlayer(tmp_path))
    speaker.play(Speech("1", (("x" * 50, "nl" * 3000),)))
    while not list(tmp_path.glob("*.wav")):
        threading.Event().wait(0.01)
    began = time.monotonic()
    speaker.close()
    assert time.monotonic() - began < 2
    assert not [thread for thread in threading.enumerate() if thread.name == "loudspeaker"]
    speaker.play(Speech("2"))
    assert not [thread for thread in threading.enumerate() if thread.name == "loudspeaker"]


def test_a_full_disk_does_not_end_the_loudspeaker(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    speaker = Loudspeaker(Mute(), player.FolderPlayer(tmp_path / "taken"))
    for name in ("1", "2"):
        with qtbot.waitSignal(speaker.finished, timeout=10000):
            speaker.play(Speech(name))
    speaker.close()
    assert len(caplog.records) == 2


@posix
def test_a_silent_machine_is_told_to_the_window(qtbot: QtBot) -> None:
    speaker = Loudspeaker(Mute(), player.ProgramPlayer(("/nowhere/aplay",)))
    assert speaker.audible
    with qtbot.waitSignal(speaker.audible_changed, timeout=10000) as heard:
        speaker.play(Speech("1"))
    assert heard.args == [False]
    assert not speaker.audible
    speaker.close()

"""What the loudspeaker says, and the voice that says it.

The number is spoken as it is printed, character by character: "A 012" is heard as "A, nul, een,
twee". A visitor compares what they hear with the paper in their hand, zero included; and Dutch,
German and Arabic say the unit before the ten, so that "vierenvijftig" and "vijfenveertig" are
easily taken for one another in a full hall, most of all by who is still learning the language.
The place is short and hangs on the wall: "Balie 12" is spoken as a number.
"""

from __future__ import annotations

import functools
import io
import shutil
import subprocess
import tomllib
import wave
from dataclasses import dataclass
from pathlib import Path

from balie_app.paths import resource

RATE = 22050
"""Samples a second of every sound here (mono, 16 bits): that of espeak-ng."""
PACE = "140"
"""Words a minute: slower than usual speech, for a hall with echo."""
TIME_LIMIT = 10
"""Seconds for the voice to answer."""


@dataclass(frozen=True, slots=True)
class Words:
    """How one language announces."""

    voice: str
    sentence: str
    digits: tuple[str, ...]
    comma: str


@functools.cache
def words() -> dict[str, Words]:
    """The announcing languages, by code."""
    with resource("sounds", "voice.toml").open("rb") as file:
        read = tomllib.load(file)
    return {
        code: Words(one["voice"], one["sentence"], tuple(one["digits"]), one["comma"]) for code, one in read.items()
    }


def announcement(label: str, place: str, language: str = "nl") -> str:
    """The spoken sentence: ("A012", "Balie 4") is "Nummer A, nul, een, twee. Balie 4."

    A language without a voice of its own is announced in Dutch.
    """
    own = words().get(language) or words()["nl"]
    spelled = [own.digits[int(sign)] if sign.isdecimal() else sign for sign in label if sign.isalnum()]
    return own.sentence.replace("%number", own.comma.join(spelled)).replace("%place", place)


def languages(language: str) -> tuple[str, ...]:
    """In which languages a visitor is called: Dutch, then their own when it can be spoken."""
    return ("nl", language) if language != "nl" and language in words() else ("nl",)


class Voice:
    """A machine voice (espeak-ng), when this machine has one."""

    def __init__(self, program: str | None = None) -> None:
        self._program = program or shutil.which("espeak-ng")

    @property
    def present(self) -> bool:
        """Whether anything can be spoken."""
        return self._program is not None

    def say(self, text: str, language: str = "nl") -> bytes:
        """The spoken text as samples at ``RATE``; empty when the voice fails. Takes a tenth of a second or so."""
        if self._program is None:
            return b""
        own = words().get(language) or words()["nl"]
        command = [self._program, "-v", own.voice, "-s", PACE, "-b", "1", "--stdout"]
        try:
            done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=TIME_LIMIT, check=True)
        except (OSError, subprocess.SubprocessError):
            return b""
        return samples(done.stdout)


def samples(wav: bytes) -> bytes:
    """The samples in a WAV; empty when it is none, or not at ``RATE`` in mono."""
    try:
        with wave.open(io.BytesIO(wav)) as sound:
            if (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) != (RATE, 1, 2):
                return b""
            return bytes(sound.readframes(sound.getnframes()))
    except (wave.Error, EOFError):
        return b""


def silence(seconds: float) -> bytes:
    """A rest, as samples."""
    return bytes(2 * int(RATE * seconds))


@functools.cache
def gong() -> bytes:
    """The gong, as samples."""
    return samples(Path(resource("sounds", "gong.wav")).read_bytes())


def as_wav(sound: bytes) -> bytes:
    """Samples as the bytes of a WAV file."""
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound)
    return target.getvalue()


def duration(sound: bytes) -> float:
    """Seconds that these samples last."""
    return len(sound) / 2 / RATE

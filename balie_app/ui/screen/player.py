"""Playing a sound: a program of this machine, a folder (for tests and pictures), or nothing.

``play`` blocks, and is called on the loudspeaker's thread only; ``stop`` may come from any thread.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Protocol

from balie_app.ui.screen.voice import as_wav, duration

log = logging.getLogger(__name__)

PROGRAMS = (("pw-play",), ("paplay",), ("aplay", "-q"))
"""Players on Linux, best first: the sound server shares the loudspeaker, plain ALSA may not."""
PATIENCE = 5.0
"""Seconds longer than its sound that a player may run before it is ended."""


class Player(Protocol):
    """What can play samples (see ``voice.RATE``)."""

    audible: bool
    """Whether anyone hears it."""

    def play(self, sound: bytes, name: str) -> None:
        """Play it to the end, or until :meth:`stop`."""

    def stop(self) -> None:
        """Be silent now and from now on."""


class Silent:
    """No sound on this machine."""

    audible = False

    def play(self, sound: bytes, name: str) -> None:
        """Nothing to hear."""

    def stop(self) -> None:
        """Nothing to stop."""


class FolderPlayer:
    """Writes each announcement as a WAV file, and takes as long as hearing it would."""

    audible = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stopped = threading.Event()

    def play(self, sound: bytes, name: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._folder / f"{name}.part"
        unfinished.write_bytes(as_wav(sound))
        unfinished.replace(self._folder / f"{name}.wav")
        self._stopped.wait(duration(sound))

    def stop(self) -> None:
        self._stopped.set()


class ProgramPlayer:
    """Plays with a program, one at a time; the program never outlives the player."""

    audible = True

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = threading.Event()
        self._complained = False

    def play(self, sound: bytes, name: str) -> None:
        with tempfile.NamedTemporaryFile(prefix=f"balie-{name}-", suffix=".wav") as file:
            file.write(as_wav(sound))
            file.flush()
            self._run(file.name, duration(sound) + PATIENCE)

    def _run(self, path: str, limit: float) -> None:
        with self._lock:
            if self._stopped.is_set():
                return
            try:
                running = subprocess.Popen(
                    [*self._command, path],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            except OSError as error:
                self._complain(str(error))
                return
            self._running = running
        try:
            code = running.wait(limit)
        except subprocess.TimeoutExpired:
            running.kill()
            code = running.wait()
        with self._lock:
            self._running = None
            if self._stopped.is_set():
                return
            if code:
                self._complain(f"exit code {code}")
            else:
                self.audible, self._complained = True, False

    def _complain(self, why: str) -> None:
        """Once: a loudspeaker that is away would fill the log at every call."""
        if not self._complained:
            log.warning("%s plays nothing: %s", self._command[0], why)
            self._complained = True
        self.audible = False

    def stop(self) -> None:
        with self._lock:
            self._stopped.set()
            if self._running is not None:
                self._running.kill()


def choose(sound: str | None) -> Player:
    """The player for the station's ``sound`` option: "off", "file:FOLDER", or whatever this machine has."""
    if sound is not None and sound.startswith("file:"):
        return FolderPlayer(Path(sound.removeprefix("file:")))
    if sound == "off":
        return Silent()
    if sys.platform == "win32":
        from balie_app.ui.screen.player_windows import WindowsPlayer

        return WindowsPlayer()
    for command in PROGRAMS:
        if shutil.which(command[0]):
            return ProgramPlayer(command)
    log.warning("no sound: this machine has none of %s", ", ".join(command[0] for command in PROGRAMS))
    return Silent()

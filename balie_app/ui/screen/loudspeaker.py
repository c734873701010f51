"""The loudspeaker: speaks and plays announcements on a thread of its own, so that the window never waits."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal

from balie_app.ui.screen.player import Player, Silent
from balie_app.ui.screen.voice import Voice, gong, silence

log = logging.getLogger(__name__)

AFTER_GONG = 0.15
BETWEEN_LANGUAGES = 0.5
GOODBYE_SECONDS = 3.0
"""How long closing waits for the thread."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One turn: a gong, then these sentences, each with its language."""

    name: str
    """For the file, when it is written instead of played."""
    sentences: tuple[tuple[str, str], ...] = ()


class Loudspeaker(QObject):
    """Plays one speech after another; ``finished`` comes after each, also when nothing could be heard."""

    finished = Signal()
    audible_changed = Signal(bool)

    def __init__(self, voice: Voice, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice, self._player = voice, player
        self._work: SimpleQueue[Speech | None] = SimpleQueue()
        self._audible = player.audible
        self._thread: threading.Thread | None = None
        self._closed = False
        if player.audible and not voice.present:
            log.warning("no voice: espeak-ng is not on this machine; calls are announced by the gong only")

    @property
    def audible(self) -> bool:
        """Whether the hall hears anything."""
        return self._audible

    def play(self, speech: Speech) -> None:
        """Put it in line; returns at once."""
        if self._closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="loudspeaker", daemon=True)
            self._thread.start()
        self._work.put(speech)

    def close(self) -> None:
        """Silence, and the end of the thread and of any player program."""
        self._closed = True
        self._player.stop()
        if self._thread is not None:
            self._work.put(None)
            self._thread.join(GOODBYE_SECONDS)
            self._thread = None

    def _run(self) -> None:
        while (speech := self._work.get()) is not None:
            try:
                self._player.play(self._sound(speech), speech.name)
            except OSError:
                log.exception("an announcement could not be played")
            if self._player.audible != self._audible:
                self._audible = self._player.audible
                self.audible_changed.emit(self._audible)
            self.finished.emit()

    def _sound(self, speech: Speech) -> bytes:
        """The gong and the sentences as one stretch of samples."""
        if isinstance(self._player, Silent):
            return b""
        spoken = [self._voice.say(text, language) for text, language in speech.sentences]
        return gong() + silence(AFTER_GONG) + silence(BETWEEN_LANGUAGES).join(sound for sound in spoken if sound)

"""Reading pages aloud, on a thread of its own; what is new silences what is old."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from itertools import count

from balie_app.ui.screen.player import Player, Silent
from balie_app.ui.screen.voice import Voice, silence

log = logging.getLogger(__name__)

REST = 0.35
GOODBYE_SECONDS = 3.0

Speech = tuple[tuple[str, ...], str]


class Reader:
    """A voice for who cannot read the screen. ``make`` gives a new player for each page."""

    def __init__(self, voice: Voice, make: Callable[[], Player]) -> None:
        self._voice, self._make = voice, make
        self._player = make()
        self._wanted: Speech | None = None
        self._condition = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    @property
    def present(self) -> bool:
        """Whether anything can be heard."""
        return self._voice.present and self._player.audible and not isinstance(self._player, Silent)

    def say(self, sentences: Sequence[str], language: str) -> None:
        """Read this now; returns at once."""
        with self._condition:
            if self._closed or not self.present:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="kiosk-reader", daemon=True)
                self._thread.start()
            self._player.stop()
            self._player = self._make()
            self._wanted = (tuple(sentences), language)
            self._condition.notify()

    def hush(self) -> None:
        """Be silent."""
        with self._condition:
            self._wanted = None
            if self._thread is not None and not self._closed:
                self._player.stop()
                self._player = self._make()

    def close(self) -> None:
        """Silence, and the end of the thread."""
        with self._condition:
            self._closed = True
            self._player.stop()
            self._condition.notify()
        if self._thread is not None:
            self._thread.join(GOODBYE_SECONDS)
            self._thread = None

    def _run(self) -> None:
        for number in count(1):
            with self._condition:
                self._condition.wait_for(lambda: self._closed or self._wanted is not None)
                if self._closed or self._wanted is None:
                    return
                (sentences, language), self._wanted = self._wanted, None
                player = self._player
            self._read(player, sentences, language, number)

    def _read(self, player: Player, sentences: Sequence[str], language: str, number: int) -> None:
        """Sentence by sentence, so that the first is heard while the next is made."""
        for place, sentence in enumerate(sentences, start=1):
            if player is not self._player or self._closed:
                return
            sound = self._voice.say(sentence, language)
            try:
                player.play(sound + silence(REST), f"kiosk-{number:03d}-{place:02d}")
            except OSError:
                log.exception("a page could not be read aloud")
                return

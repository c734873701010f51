"""Notices that station.toml was changed, so that a service can go on with what it says now."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from balie_app.devices.config import read_station
from balie_app.devices.config_model import StationConfig
from balie_app.devices.linefile import line_tables
from balie_app.queue.config.mistakes import ConfigMistakes

log = logging.getLogger("balie.devices")


class FileWatch:
    """Looks at one file. A file with a mistake changes nothing: each mistake is said once, and the old lines go on."""

    def __init__(self, file: Path, config: StationConfig) -> None:
        self._file, self._config = file, config
        self._stamp = stamp_of(file)

    def news(self) -> StationConfig | None:
        """The lines as they are now, when they are others than before."""
        stamp = stamp_of(self._file)
        if stamp == self._stamp or stamp is None:  # a file that is away for a moment is being written
            return None
        self._stamp = stamp
        try:
            config = read_station(self._file) if line_tables(self._file) else replace(self._config, lines=())
        except ConfigMistakes as error:
            for sentence in error.sentences():
                log.warning("%s", sentence)
            log.warning("De apparaten gaan verder zoals het bestand eerder was.")
            return None
        if (config.station, config.hall) != (self._config.station, self._config.hall):
            log.warning("Voor een andere naam of een andere hal: start balie devices opnieuw.")
        before, self._config = self._config, replace(self._config, lines=config.lines)
        return None if before.lines == self._config.lines else self._config


def stamp_of(file: Path) -> tuple[int, int, int] | None:
    """What changes when the file does; None: it is not there."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino

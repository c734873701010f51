"""The log: one rotating file of JSON lines for each station, without anything about a visitor."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler

from balie_app.paths import log_folder

MEGABYTE = 1_000_000


class JsonLines(logging.Formatter):
    """One JSON object a line: when, how bad, where, what."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "room": record.name,
            "text": record.getMessage(),
        }
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def set_up(station: str) -> None:
    """Send this process's log to its own file; the last three megabytes are kept."""
    handler = RotatingFileHandler(log_folder() / f"{station}.log", maxBytes=MEGABYTE, backupCount=2, encoding="utf-8")
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    for old in [each for each in root.handlers if isinstance(each, RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)

"""Which hall this computer belongs to."""

from __future__ import annotations

import os
import tomllib

from balie_app.paths import config_folder, data_folder

STATION_FILE = "station.toml"


def own_hall() -> str:
    """The hall of this station: ``BALIE_HALL``, else ``hall`` in station.toml, else the user's own file."""
    from_environment = os.environ.get("BALIE_HALL")
    if from_environment:
        return from_environment
    file = config_folder() / STATION_FILE
    if file.is_file():
        named = tomllib.loads(file.read_text(encoding="utf-8")).get("hall")
        if isinstance(named, str):
            return named
    return str(data_folder() / "hall.db")

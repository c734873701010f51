"""The service code that closes a kiosk."""

from __future__ import annotations

import hmac
import os
import tomllib

from balie_app.paths import config_folder
from balie_app.settings import STATION_FILE

VARIABLE = "BALIE_KIOSK_PIN"


def service_pin() -> str:
    """The code: ``BALIE_KIOSK_PIN``, else ``kiosk_pin`` in station.toml; "" when there is none."""
    given = os.environ.get(VARIABLE)
    if given is not None:
        return given.strip()
    file = config_folder() / STATION_FILE
    if not file.is_file():
        return ""
    return str(tomllib.loads(file.read_text(encoding="utf-8")).get("kiosk_pin", "")).strip()


def fits(pin: str, typed: str) -> bool:
    """Whether this is the code."""
    return bool(pin) and hmac.compare_digest(pin.encode(), typed.encode())

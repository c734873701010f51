"""Where things are: the product's own resources and the user's data."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_HERE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of fonts, icons, catalogue and texts (in a checkout, or inside the installed package)."""
    beside, inside = _HERE.parent / "resources", _HERE / "resources"
    return inside if inside.is_dir() else beside


def resource(*parts: str) -> Path:
    """One file or folder of the resources."""
    return resources().joinpath(*parts)


def data_folder() -> Path:
    """Where this user's hall lives; ``BALIE_DATA`` overrides it. Made when missing."""
    folder = Path(os.environ.get("BALIE_DATA") or platformdirs.user_data_dir("balie", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def config_folder() -> Path:
    """Where this station's settings live; ``BALIE_CONFIG`` overrides it. Not made."""
    return Path(os.environ.get("BALIE_CONFIG") or platformdirs.user_config_dir("balie", appauthor=False))


def log_folder() -> Path:
    """Where logs go; ``BALIE_LOGS`` overrides it. Made when missing."""
    folder = Path(os.environ.get("BALIE_LOGS") or platformdirs.user_log_dir("balie", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder

"""What all tests share: an offscreen Qt, and folders of their own."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PIL import Image, ImageDraw

from balie_app.queue.dispatch.warm import compile_elsewhere
from balie_app.queue.store import sampling
from installer.postgres import NoPostgresError, fresh_database, throwaway_postgres

if TYPE_CHECKING:
    from pathlib import Path


def pytest_configure(config: pytest.Config) -> None:
    """Compile once, before many stations would all begin to."""
    if not hasattr(config, "workerinput"):
        compile_elsewhere()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that needs a real display only runs where there is one."""
    if os.environ["QT_QPA_PLATFORM"] == "xcb":
        return
    for item in items:
        if item.get_closest_marker("gui"):
            item.add_marker(pytest.mark.skip(reason="needs a display: ./balie test -m gui"))


@pytest.fixture(autouse=True)
def own_forecasts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forecasts come from sampled futures only in a test that makes ready for them, not because one before it did."""
    monkeypatch.setattr(sampling, "_futures", [])
    monkeypatch.setattr(sampling, "_shown", {})


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's own hall."""
    for name in ("DATA", "CONFIG", "LOGS"):
        monkeypatch.setenv(f"BALIE_{name}", str(tmp_path / name.lower()))


@pytest.fixture(scope="session")
def make_logo() -> Callable[..., bytes]:
    """A PNG: a black bar at the left, then a red one, the rest transparent; or all of one ``grey``.

    ``mode``: how Pillow calls its pixels.
    """

    def make(width: int = 400, height: int = 100, mode: str = "RGBA", grey: int | None = None) -> bytes:
        image = Image.new("RGBA", (width, height), (255, 255, 255, 0))
        drawing = ImageDraw.Draw(image)
        drawing.rectangle((0, 0, width // 4 - 1, height), fill=(0, 0, 0, 255))
        drawing.rectangle((width // 4, 0, width // 2 - 1, height), fill=(200, 16, 46, 255))
        if grey is not None:
            drawing.rectangle((0, 0, width, height), fill=(grey, grey, grey, 255))
        out = io.BytesIO()
        image.convert(mode).save(out, "PNG")
        return out.getvalue()

    return make


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server for this worker: ``BALIE_TEST_DSN``, or one that lives as long as the tests."""
    given = os.environ.get("BALIE_TEST_DSN")
    if given:
        yield given
        return
    with ExitStack() as stack:
        try:
            server = stack.enter_context(throwaway_postgres())
        except NoPostgresError as error:
            if os.environ.get("CI"):
                pytest.fail(f"CI needs PostgreSQL: {error}")
            pytest.skip(f"no PostgreSQL: {error}")
        yield server


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database, dropped after the test."""
    with fresh_database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def hall_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new hall can be made: a path that does not exist yet (SQLite), then an empty database (PostgreSQL)."""
    if request.param == "sqlite":
        return str(tmp_path / "hall.db")
    url: str = request.getfixturevalue("postgres_url")
    return url

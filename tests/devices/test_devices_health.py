"""What is written in the log about devices: once when it begins, not with every answer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from balie_app.devices.config_model import LineConfig
from balie_app.devices.driver import Event
from balie_app.devices.health import Health
from balie_app.devices.states import State, Status


@pytest.fixture
def health() -> Health:
    line = LineConfig(name="bon", kind="printer", port=str(Path("bon")))
    return Health((line,), lambda: datetime.now(UTC), _ignore)


def _ignore(status: Status) -> None:
    del status


def say(health: Health, cause: str, busy: bool = False) -> None:
    health.handle("bon", Event("state", {"cause": cause, "busy": busy, "ready": True}))


def test_paper_that_is_almost_used_up_is_in_the_log_once(health: Health, caplog: pytest.LogCaptureFixture) -> None:
    for busy in (False, True, False):
        say(health, "paper_near_end", busy)
    assert caplog.messages == ["bon: let op. Het papier is bijna op. Leg een nieuwe rol klaar."]
    assert health.statuses["bon"].state is State.ATTENTION


def test_each_new_trouble_is_in_the_log_and_its_end_is_not(health: Health, caplog: pytest.LogCaptureFixture) -> None:
    for cause in ("cover_open", "paper_out", "", "paper_out"):
        say(health, cause)
    assert [message.split(". ")[1] for message in caplog.messages] == [
        "De klep staat open",
        "Het papier is op",
        "Het papier is op",
    ]


def test_a_silent_printer_is_in_the_log_once_when_it_is_lost_and_once_when_it_is_back(
    health: Health, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="balie.devices")
    for cause in ("silent", "silent", "", ""):
        say(health, cause)
    assert [message.split(".")[0] for message in caplog.messages] == ["bon: geen antwoord", "bon: is er weer"]

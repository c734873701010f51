"""Halls to play with, on both databases."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.hall import Hall, create_hall
from balie_app.queue.rules.hall import (
    Clerk,
    ContactType,
    Counter,
    CounterType,
    HallConfig,
    Intake,
    Privacy,
    Product,
)

MONDAY = datetime(2030, 1, 14, 9, 0, tzinfo=UTC)


def small_config(**changes: Any) -> HallConfig:
    base: dict[str, Any] = {
        "name": "Publiekshal",
        "municipality": "Voorbeeldstad",
        "counters": (
            Counter(1, CounterType.STAND_UP),
            Counter(2, CounterType.STAND_UP, accessible=False),
            Counter(3, CounterType.CLOSED, private=True),
            Counter(4, CounterType.ROOM, private=True),
        ),
        "contact_types": (
            ContactType("quick", "K", (CounterType.STAND_UP, CounterType.CLOSED), {"nl": "Kort"}, minutes=5),
            ContactType("extended", "U", (CounterType.CLOSED,), {"nl": "Uitgebreid"}, norm_minutes=30, minutes=15),
            ContactType(
                "private", "V", (CounterType.ROOM, CounterType.CLOSED), {"nl": "Vertrouwelijk"}, Privacy.PRIVATE, 30, 25
            ),
        ),
        "products": (
            Product("paspoort", {"nl": "Paspoort aanvragen"}, "quick", 10, 5),
            Product("verhuizing", {"nl": "Verhuizing doorgeven"}, "extended", 15),
            Product("schulden", {"nl": "Hulp bij schulden"}, "private", 30),
            Product("trouwen", {"nl": "Trouwen"}, "extended", 30, intake=Intake.APPOINTMENT),
            Product("belasting", {"nl": "Belasting"}, "quick", 5, 0, Intake.NONE, refer_to={"nl": "Ga naar de BsGW."}),
        ),
        "clerks": (
            Clerk("anna", "Anna", frozenset({"*"})),
            Clerk("bram", "Bram", frozenset({"quick"})),
            Clerk("carla", "Carla", frozenset({"paspoort", "schulden"})),
            Clerk("daan", "Daan", frozenset({"*"})),
        ),
    }
    return HallConfig(**(base | changes))


class Play:
    """A rehearsal hall with a clock that stands still until it is moved."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self.at = MONDAY
        self.do(c.SetClock(at=self.at, speed=0))

    def do(self, command: c.Command, station: str = "test", actor: str = "anna") -> Any:
        return self.hall.perform(command, c.By(station, actor))

    def later(self, **amount: float) -> datetime:
        self.at += timedelta(**amount)
        self.do(c.SetClock(at=self.at, speed=0))
        return self.at

    def open(self, *places: tuple[int, str]) -> None:
        for number, clerk in places:
            self.do(c.OpenCounter(number, clerk))

    def issue(self, *products: str, **rest: Any) -> str:
        label: str = self.do(c.Issue(products=products, **rest)).label
        return label

    def state(self, label: str) -> str:
        view = self.hall.view()
        found = next((each for each in view.contacts if each.label == label), None)
        return found.state.value if found else "gone"


@pytest.fixture
def make_config() -> Callable[..., HallConfig]:
    return small_config


@pytest.fixture
def play(hall_url: str) -> Iterator[Play]:
    hall = create_hall(hall_url, small_config(), rehearsal=True)
    yield Play(hall)
    hall.close()


@pytest.fixture
def make_play(hall_url: str) -> Iterator[Callable[..., Play]]:
    halls: list[Hall] = []

    def make(**changes: Any) -> Play:
        halls.append(create_hall(hall_url, small_config(**changes), rehearsal=True))
        return Play(halls[-1])

    yield make
    for hall in halls:
        hall.close()


def beside(name: str) -> Any:
    """A file with helpers beside this one."""
    found = spec_from_file_location(f"balie_tests_{name}", Path(__file__).with_name(f"{name}.py"))
    assert found is not None
    assert found.loader is not None
    module = sys.modules[found.name] = module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def command_mix() -> Any:
    """Random commands of every kind."""
    return beside("command_mix")


@pytest.fixture(scope="session")
def soundness() -> Any:
    """What is never allowed in a hall: ``assert_sound(hall)``."""
    return beside("soundness")


@pytest.fixture(scope="session")
def pure_hall() -> Any:
    """A hall without a database: ``PureHall(other)``."""
    return beside("pure_hall")

"""Everything the demo starts: the hall, the devices, and each station as its own process."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from balie_app.devices.sim_printer import Printed
from balie_app.ui.demo.child import Answer, Child
from balie_app.ui.demo.conductor import Conductor
from balie_app.ui.demo.props import PRINTER, Props
from balie_app.ui.words import own_language

PANELS = (4, 18)
"""Counters that have a panel of their own on screen: a stand-up counter and a closed one."""
DISPLAYED = (1, 2, 3, 4)
"""Counters with a simulated display."""


class Stage:
    """The demo's processes and devices, from ``prepare`` to ``stop``."""

    def __init__(self, folder: Path, seed: int, places: dict[str, list[str]], sound: str | None) -> None:
        """``places`` gives extra arguments by station name (position and size)."""
        self.folder = folder
        self.papers: list[Printed] = []
        self.states: dict[str, Answer] = {}
        self.props = Props(folder, DISPLAYED, lambda: None, self.papers.append)
        self.conductor = Conductor(str(folder / "hall.db"), seed, PRINTER, self.props.press)
        self.stations = [
            self._station(name, [*words, *places.get(name, [])]) for name, words in _stations(self.conductor, sound)
        ]
        self.devices = Child(
            "devices",
            [
                "devices",
                "--hall",
                self.conductor.where,
                "--station",
                str(folder / "station.toml"),
                "--status",
                "--child",
            ],
            folder / "devices.err",
            self._heard,
        )

    def prepare(self) -> None:
        """Make the hall and the devices; no process yet."""
        self.props.start()
        self.props.station_file()
        self.conductor.prepare()

    def start(self) -> None:
        """Start the service and all stations, then the player (whose clock still stands)."""
        for each in self.children:
            each.start()
        self.conductor.start()

    @property
    def children(self) -> Iterable[Child]:
        """All processes."""
        return (self.devices, *self.stations)

    def dead(self) -> list[str]:
        """Names of processes that ended by themselves."""
        return [each.name for each in self.children if not each.running]

    def stop(self) -> None:
        """End everything, in order; nothing is left running."""
        self.conductor.stop()
        for each in self.children:
            each.stop()
        self.props.stop()

    def _station(self, name: str, words: list[str]) -> Child:
        return Child(name, words, self.folder / f"{name}.err")

    def _heard(self, status: Answer) -> None:
        self.states[str(status.get("device", ""))] = status


def _stations(conductor: Conductor, sound: str | None) -> list[tuple[str, list[str]]]:
    common = ["--hall", conductor.where, "--child", "--language", own_language()]  # as the control window
    heard = ["--sound", sound] if sound else []
    counters = [
        (
            f"counter-{number}",
            ["counter", *common, "--counter", str(number), "--clerk", conductor.config.clerks[number - 1].code],
        )
        for number in PANELS
    ]
    return [
        ("host", ["host", *common, "--printer", PRINTER]),
        *counters,
        ("screen", ["screen", *common, *heard]),
        ("kiosk", ["kiosk", *common, "--printer", PRINTER]),
    ]

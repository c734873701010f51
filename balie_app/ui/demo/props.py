"""The simulated devices of the demo: a ticket printer, a dispenser and counter displays, on pseudo-terminals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import tomli_w

from balie_app.devices.farend import FarEnd
from balie_app.devices.sim_display import SimulatedDispenser, SimulatedDisplay
from balie_app.devices.sim_printer import Printed, SimulatedPrinter
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.simulation.visitors import Arrival
from balie_app.ui.words import label

PRINTER = "hal"
DISPENSER = "deur"
DISPLAYS = "displays"
TEMPLATE = "ditel-dn109"
BUTTONS = {"1": "paspoort-afhalen", "2": "identiteitskaart-afhalen", "3": "rijbewijs-afhalen"}
"""What the buttons of the dispenser by the door give numbers for."""


class Props:
    """All devices of the demo. They work from ``start`` to ``stop``."""

    def __init__(
        self, folder: Path, counters: Iterable[int], on_change: Callable[[], None], on_paper: Callable[[Printed], None]
    ) -> None:
        self.folder = folder
        self.counters = tuple(counters)
        self.printer = SimulatedPrinter(folder / "printer", on_change, on_paper)
        self.dispenser = SimulatedDispenser("button-bytes", folder / "dispenser", on_change)
        self.displays = SimulatedDisplay(TEMPLATE, folder / "displays", on_change)
        self._all: tuple[FarEnd, ...] = (self.printer, self.dispenser, self.displays)

    def start(self) -> None:
        """Appear on their lines."""
        for each in self._all:
            each.start()

    def stop(self) -> None:
        """Disappear."""
        for each in self._all:
            each.stop()

    def station_file(self) -> Path:
        """A ``station.toml`` that names these devices, for ``balie devices``."""
        lines = [
            {"name": PRINTER, "kind": "printer", "port": self.printer.port, "profile": "epson"},
            {
                "name": DISPENSER,
                "kind": "dispenser",
                "port": self.dispenser.port,
                "template": "button-bytes",
                "printer": PRINTER,
                "map": {button: {"products": [slug]} for button, slug in BUTTONS.items()},
            },
            {
                "name": DISPLAYS,
                "kind": "display",
                "port": self.displays.port,
                "template": TEMPLATE,
                "counters": {str(number): number for number in self.counters},
            },
        ]
        file = self.folder / "station.toml"
        file.write_text(tomli_w.dumps({"station": "apparaten", "lines": lines}), encoding="utf-8")
        return file

    def press(self, arrival: Arrival) -> bool:
        """A visitor pushes the button for what they came for; False when there is no such button."""
        button = next((button for button, slug in BUTTONS.items() if (slug,) == arrival.products), None)
        if button is None or not self.dispenser.plugged:
            return False
        self.dispenser.press(button)
        return True

    def display_text(self, counter: int) -> str:
        """What stands on the display of this counter."""
        return self.displays.shown.get(counter, "")

    def product_of(self, button: str, config: HallConfig) -> str:
        """What a button is for, in words."""
        product = config.product_by_slug.get(BUTTONS[button])
        return label(product.labels) if product else BUTTONS[button]

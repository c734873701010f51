"""A call display and a button dispenser that are not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from balie_app.devices.display import Encoder
from balie_app.devices.encoders import DRIVERS
from balie_app.devices.farend import FarEnd
from balie_app.devices.sim_readers import reader_for
from balie_app.devices.template import Template
from balie_app.devices.template_reader import load_template, template_path


def encoder_named(name: str, beside: Path | None = None) -> Encoder:
    """A display's encoder by the name station.toml gives it; ConfigMistakes when its template is wrong."""
    return DRIVERS.get(name) or load_template(template_path(name, beside))


class SimulatedDisplay(FarEnd):
    """Keeps what it shows until told otherwise; a power cut makes it forget."""

    FAULTS = ("power_cut", "silent", "garbage", "unplug")

    def __init__(
        self,
        encoder: Encoder | str,
        link: str | Path | None = None,
        on_change: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(link, on_change)
        self._encoder = encoder_named(encoder) if isinstance(encoder, str) else encoder
        self._reader = reader_for(self._encoder)
        self.shown: dict[int, str] = {}
        """What stands on the display, by address (0 when the display has none); "" is dark."""
        self.blinking: dict[int, bool] = {}

    @property
    def text(self) -> str:
        """What stands on the display that was addressed first."""
        return next(iter(self.shown.values()), "")

    def heard(self, data: bytes) -> str:
        if self.faults & {"power_cut", "garbage"}:
            return data.hex(" ")
        faces = self._reader.read(data)
        for address, text, blink in faces:
            self.shown[address], self.blinking[address] = text, blink
        return ", ".join(f"{address}: {text or 'leeg'}" for address, text, _ in faces) or data.hex(" ")

    def fault_changed(self, name: str, on: bool) -> None:
        if name == "power_cut" and on:
            self.shown = dict.fromkeys(self.shown, "")
            self._reader = reader_for(self._encoder)

    def unplugged(self) -> None:
        self._reader = reader_for(self._encoder)


class SimulatedDispenser(FarEnd):
    """Buttons to press; a lamp, and the last answer to a press."""

    FAULTS = ("double", "silent", "garbage", "unplug")

    def __init__(
        self,
        buttons: Template | str = "button-bytes",
        link: str | Path | None = None,
        on_change: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(link, on_change)
        template = load_template(template_path(buttons)) if isinstance(buttons, str) else buttons
        self._bytes = {button: data for data, button in template.receive.patterns.items()}
        self._answers = {
            name: data for name in ("accept", "refuse", "lamp_on", "lamp_off") if (data := template.frame(name))
        }
        self._buffer = b""
        self.lamp = False
        """Out of order."""
        self.answers: list[str] = []
        """"accept" or "refuse", one for each press that was settled."""

    @property
    def buttons(self) -> tuple[str, ...]:
        """Names for ``press``."""
        return tuple(self._bytes)

    def press(self, button: str) -> None:
        """Push a button; ValueError when there is none of that name."""
        if button not in self._bytes:
            raise ValueError(f"{button}: {', '.join(self._bytes)}")
        times = 2 if "double" in self.faults else 1
        self.send(self._bytes[button] * times, f"knop {button}")
        self.changed()

    def heard(self, data: bytes) -> str:
        self._buffer = (self._buffer + data)[-64:]
        names: list[str] = []
        while name := self._next_answer():
            names.append(name)
            if name.startswith("lamp"):
                self.lamp = name == "lamp_on"
            else:
                self.answers = [*self.answers[-199:], name]
        return ", ".join(names) or data.hex(" ")

    def _next_answer(self) -> str:
        found = [(at, name) for name, data in self._answers.items() if (at := self._buffer.find(data)) >= 0]
        if not found:
            return ""
        at, name = min(found)
        self._buffer = self._buffer[at + len(self._answers[name]) :]
        return name

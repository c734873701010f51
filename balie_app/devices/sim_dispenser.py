"""A button dispenser and a scanner that are not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from balie_app.devices.farend import FarEnd
from balie_app.devices.template import Template
from balie_app.devices.template_reader import load_template, template_path

ANSWERS = ("accept", "refuse", "lamp_on", "lamp_off")


class Answered(FarEnd):
    """A device that hears short answers: which of its template's commands came."""

    def __init__(self, template: Template, link: str | Path | None, on_change: Callable[[], None] | None) -> None:
        super().__init__(link, on_change)
        self._known = [
            (name, frame.pattern(template.address.size, template.value.size))
            for name in ANSWERS
            if (frame := template.commands.get(name))
        ]
        self._buffer = b""
        self.answers: list[str] = []
        """"accept" or "refuse", one for each press or scan that was settled."""
        self.printed: list[str] = []
        """Numbers that a dispenser with a printer of its own was given."""

    def heard(self, data: bytes) -> str:
        self._buffer = (self._buffer + data)[-64:]
        names: list[str] = []
        while name := self._next_answer():
            names.append(name)
            if name.startswith("lamp"):
                self.lamp_changed(on=name == "lamp_on")
            else:
                self.answers = [*self.answers[-199:], name]
        return ", ".join(names) or data.hex(" ")

    def lamp_changed(self, on: bool) -> None:
        """The out-of-order lamp was switched."""

    def _next_answer(self) -> str:
        found = [(match.start(), name, match) for name, form in self._known if (match := form.search(self._buffer))]
        if not found:
            return ""
        _, name, match = min(found, key=lambda each: each[:2])
        if value := match.groupdict().get("value"):
            self.printed = [*self.printed[-199:], value.decode("ascii", "replace")]
        self._buffer = self._buffer[match.end() :]
        return name


class SimulatedDispenser(Answered):
    """Buttons to press; a lamp, and the last answer to a press."""

    FAULTS = ("double", "silent", "garbage", "unplug")

    def __init__(
        self,
        buttons: Template | str = "button-bytes",
        link: str | Path | None = None,
        on_change: Callable[[], None] | None = None,
    ) -> None:
        template = load_template(template_path(buttons)) if isinstance(buttons, str) else buttons
        super().__init__(template, link, on_change)
        self._bytes = {button: data for data, button in template.receive.patterns.items()}
        self._reports = {cause or "well": data for data, cause in template.receive.status.items()}
        self.lamp = False
        """Out of order."""

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

    def report(self, cause: str) -> None:
        """Let the dispenser say how it is; ValueError when it has no such message."""
        if cause not in self._reports:
            raise ValueError(f"{cause}: {', '.join(self._reports)}")
        self.send(self._reports[cause], cause)

    def lamp_changed(self, on: bool) -> None:
        self.lamp = on


class SimulatedScanner(Answered):
    """Something to hold a code before; hears the good and the bad beep."""

    FAULTS = ("double", "no_end", "silent", "garbage", "unplug")

    def __init__(
        self,
        template: Template | str = "scanner",
        link: str | Path | None = None,
        on_change: Callable[[], None] | None = None,
    ) -> None:
        made = load_template(template_path(template)) if isinstance(template, str) else template
        super().__init__(made, link, on_change)
        self._receive = made.receive

    def scan(self, text: str, aim: str = "]Q1") -> None:
        """Hold a code before it."""
        end = b"" if "no_end" in self.faults else self._receive.end or b"\r"
        message = self._receive.start + aim.encode() + text.encode() + end
        self.send(message * (2 if "double" in self.faults else 1), f"code {text}")
        self.changed()

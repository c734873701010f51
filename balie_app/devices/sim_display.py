"""Call displays that are not there: one, or many on one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from balie_app.devices.display import Encoder
from balie_app.devices.encoders import DRIVERS
from balie_app.devices.farend import FarEnd
from balie_app.devices.frame import Frame
from balie_app.devices.sim_dispenser import SimulatedDispenser
from balie_app.devices.sim_readers import Face, TemplateReader, Understood, reader_for
from balie_app.devices.template import Template
from balie_app.devices.template_reader import load_template, template_path

__all__ = ["SimulatedDispenser", "SimulatedDisplay", "encoder_named"]

HALF = 2
NOISE = bytes(range(256)) * 4096
"""A megabyte."""


def encoder_named(name: str, beside: Path | None = None) -> Encoder:
    """A display's encoder by the name station.toml gives it; ConfigMistakes when its template is wrong."""
    return DRIVERS.get(name) or load_template(template_path(name, beside))


class SimulatedDisplay(FarEnd):
    """Keeps what it shows until told otherwise; a power cut makes it forget.

    With ``addresses`` it is that many displays on one line, and speaks for those only.
    """

    FAULTS = (
        *("power_cut", "silent", "garbage", "unplug", "echo", "nak", "busy"),
        *("half", "wrong_checksum", "other_address", "noise"),
    )

    def __init__(
        self,
        encoder: Encoder | str,
        link: str | Path | None = None,
        on_change: Callable[[], None] | None = None,
        addresses: Iterable[int] = (),
    ) -> None:
        super().__init__(link, on_change)
        self._encoder = encoder_named(encoder) if isinstance(encoder, str) else encoder
        self._reader = reader_for(self._encoder)
        self.addresses = frozenset(addresses)
        """The displays on this line; empty: whichever is spoken to."""
        self.dead: set[int] = set()
        """Addresses that were switched off."""
        self.shown: dict[int, str] = {}
        """What stands on the display, by address (0 when the display has none); "" is dark."""
        self.blinking: dict[int, bool] = {}

    @property
    def text(self) -> str:
        """What stands on the display that was addressed first."""
        return next(iter(list(self.shown.values())), "")  # a copy: others ask while the line's thread writes

    def heard(self, data: bytes) -> str:
        if "echo" in self.faults:
            self.send(data, "echo")
        if self.faults & {"power_cut", "garbage"}:
            return data.hex(" ")
        if "noise" in self.faults:
            self.send(NOISE[: 1024 * len(data)], "ruis")
        if not isinstance(self._reader, TemplateReader):
            return self._show(self._reader.read(data)) or data.hex(" ")
        understood = self._reader.understand(data)
        said = self._show([each.face for each in understood if each.face is not None and self._mine(each)])
        for each in understood:
            self._answer(each)
        return said or data.hex(" ")

    def _show(self, faces: list[Face]) -> str:
        for address, text, blink in faces:
            everybody = isinstance(self._encoder, Template) and address == 0 and bool(self._encoder.address.broadcast)
            for each in (self.addresses or self.shown.keys()) - self.dead if everybody else (address,):
                self.shown[each], self.blinking[each] = text, blink
        return ", ".join(f"{address}: {text or 'leeg'}" for address, text, _ in faces)

    def _number(self, frame: Understood) -> int:
        address = self._encoder.address if isinstance(self._encoder, Template) else None
        return 0 if address is None or frame.address == address.broadcast else address.decode(frame.address)

    def _mine(self, frame: Understood) -> bool:
        number = self._number(frame)
        everybody = isinstance(self._encoder, Template) and frame.address == self._encoder.address.broadcast
        known = not self.addresses or number in self.addresses
        return number not in self.dead and (known or (everybody and bool(frame.address)))

    def _answer(self, frame: Understood) -> None:
        """What the addressed display says, as its template has it; nobody answers a call to all."""
        template = self._encoder
        if not isinstance(template, Template) or not template.reply.expected or not self._mine(frame):
            return
        if frame.address and frame.address == template.address.broadcast:
            return
        data = self._reply(template, frame)
        if "half" in self.faults:
            data = data[: len(data) // HALF]
        if "wrong_checksum" in self.faults and data:
            data = data[:-1] + bytes([data[-1] ^ 0x5A])
        self.send(data, "antwoord")

    def _reply(self, template: Template, frame: Understood) -> bytes:
        reply, address = template.reply, frame.address
        if "other_address" in self.faults and address:
            address = bytes([*address[:-1], address[-1] ^ 1])
        value = bytes(reply.value_size)
        for fault, said in (("nak", reply.nak), ("busy", reply.busy)):
            if fault in self.faults and said is not None:
                return said.build(address, value)
        if reply.expect == "echo":
            return address + frame.raw[len(address) :] if "other_address" in self.faults else frame.raw
        good: Frame | None = reply.ack if reply.expect == "ack" else reply.answer
        return good.build(address, value) if good else b""

    def fault_changed(self, name: str, on: bool) -> None:
        if name == "power_cut" and on:
            self.shown = dict.fromkeys(self.shown, "")
            self._reader = reader_for(self._encoder)

    def unplugged(self) -> None:
        self._reader = reader_for(self._encoder)

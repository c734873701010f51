"""The two things that change in a display's frame: which display, and what it shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from balie_app.devices.segments import SIGNS, sign_of

STYLES = ("none", "ascii-dec", "ascii-hex", "binary", "char-offset")
ENCODINGS = ("ascii", "bcd", "int16be", "segments")
TEXTS = ("label", "digits", "number", "letter", "counter", "label-counter")


class DoesNotFit(ValueError):
    """A value that this display cannot show."""


@dataclass(frozen=True, slots=True)
class Address:
    """How a display on a shared line is named."""

    style: str = "none"
    width: int = 2
    low: int = 0
    high: int = 255
    offset: int = 0x30
    """For char-offset: added to the number to get the byte."""
    broadcast: bytes = b""
    """The bytes that all displays obey, without an answer; empty: there are none."""

    @property
    def size(self) -> int:
        """Bytes on the line."""
        return {"none": 0, "binary": 1, "char-offset": 1}.get(self.style, self.width)

    def encode(self, number: int) -> bytes:
        if self.style == "none":
            return b""
        if not self.low <= number <= self.high:
            raise DoesNotFit(f"adres {number} ligt niet tussen {self.low} en {self.high}")
        if self.style in {"binary", "char-offset"}:
            return bytes([number + (self.offset if self.style == "char-offset" else 0) & 0xFF])
        text = f"{number:0{self.width}d}" if self.style == "ascii-dec" else f"{number:0{self.width}X}"
        return text.encode("ascii")

    def decode(self, data: bytes) -> int:
        """The number behind the bytes; raises ValueError when they are none."""
        if self.style == "none":
            return 0
        if self.style in {"binary", "char-offset"}:
            return data[0] - (self.offset if self.style == "char-offset" else 0)
        return int(data.decode("ascii"), 10 if self.style == "ascii-dec" else 16)


@dataclass(frozen=True, slots=True)
class Value:
    """How a ticket's number becomes bytes."""

    width: int = 0
    """Characters; 0: as long as it comes."""
    align: str = "right"
    pad: str = " "
    text: str = "label"
    """label "A012", digits "012", number "12", letter "A", counter "4", label-counter "A012 4"."""
    encoding: str = "ascii"
    charset: str = "cp1252"
    overflow: str = "truncate-left"
    allowed: str = ""
    """Characters the display has; others are left out. Empty: all of its charset."""
    mapping: dict[str, str] = field(default_factory=dict)
    """Characters that go over the line as others (a doubled escape sign, no W on seven segments)."""

    @property
    def size(self) -> int | None:
        """Bytes on the line; None: not fixed."""
        if self.encoding == "int16be":
            return 2
        if self.encoding == "bcd":
            return (self.width + 1) // 2
        return None if self.mapping or not self.width else self.width

    def encode(self, label: str, counter: int = 0) -> bytes:
        text = self._chosen(label, counter)
        if self.encoding in {"bcd", "int16be"}:
            return self._number(text)
        if self.allowed:
            text = "".join(sign for sign in text if sign in self.allowed)
        fitted = self._fit(text)
        if self.encoding == "segments":
            return bytes(self._bars(sign) for sign in fitted)
        return "".join(self.mapping.get(sign, sign) for sign in fitted).encode(self.charset, "replace")

    def _chosen(self, label: str, counter: int) -> str:
        """What of a call this display shows; nothing of no call."""
        digits = "".join(sign for sign in label if sign.isdigit())
        place = str(counter) if counter and label else ""
        return {
            "label": label,
            "digits": digits,
            "number": digits.lstrip("0") or digits[-1:],
            "letter": label.rstrip("0123456789"),
            "counter": place,
            "label-counter": f"{label} {place}".strip(),
        }[self.text]

    def _bars(self, sign: str) -> int:
        shown = self.mapping.get(sign, sign)
        if shown not in SIGNS:
            raise DoesNotFit(f"{sign!r} kan niet op zeven segmenten")
        return SIGNS[shown]

    def _fit(self, text: str) -> str:
        if not self.width:
            return text
        if len(text) > self.width:
            if self.overflow == "refuse":
                raise DoesNotFit(f"{text!r} is langer dan {self.width} tekens")
            text = text[-self.width :]
        return text.rjust(self.width, self.pad) if self.align == "right" else text.ljust(self.width, self.pad)

    def _number(self, text: str) -> bytes:
        digits = "".join(sign for sign in text if sign.isdigit()) or "0"
        if self.encoding == "int16be":
            return (int(digits) & 0xFFFF).to_bytes(2, "big")
        size = (self.width + 1) // 2
        return bytes.fromhex(digits[-2 * size :].rjust(2 * size, "0"))

    def decode(self, data: bytes) -> str:
        """What a person reads on the display."""
        if self.encoding == "int16be":
            return str(int.from_bytes(data, "big")) if any(data) else ""
        if self.encoding == "bcd":
            return data.hex().lstrip("0")
        if self.encoding == "segments":
            return "".join(sign_of(bars) for bars in data).strip()
        text = data.decode(self.charset, "replace")
        for sign, sent in self.mapping.items():
            text = text.replace(sent, sign)
        filled = text.lstrip(self.pad) if self.align == "right" else text.rstrip(self.pad)
        return filled.strip(" ")

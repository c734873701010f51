"""What a printer can do, as data: ``resources/printers/*.toml``.

A mistake in a profile is refused with file and key before anything is printed: a printer that gets
the wrong bytes prints a page of nonsense or hangs until somebody pulls the plug.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from balie_app.paths import resource
from balie_app.queue.trouble import Trouble

Value = TypeVar("Value")

QR_MODES = ("native", "raster", "none")
DIALECTS = ("escpos", "star")
DONE_MARKERS = ("gs-r", "gs-h", "nippon", "etb", "none")
STATUS_KINDS = ("escpos", "custom", "nippon", "star", "none")
MARKERS_OF = {
    "escpos": ("gs-r", "gs-h"),
    "custom": ("gs-r", "gs-h"),
    "nippon": ("nippon",),
    "star": ("etb",),
    "none": (),
}
"""Done markers by the status kinds whose printers answer them."""
BAND_MARKERS = ("gs-r", "gs-h")
"""What can be asked between two bands."""
STAR_SCALE, STAR_MODULE = 6, 8
"""ESC i and ESC GS y S 2 of Star's line mode, p. 3-11 and 3-119."""
CODECS = ("cp437", "cp850", "cp852", "cp857", "cp858", "cp866", "cp1125", "cp1250", "cp1251", "cp1252", "cp1254")


@dataclass(frozen=True, slots=True)
class CodePage:
    """A code page of the printer: Python's codec and the number that selects it."""

    codec: str
    number: int


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of printer. Widths are dots and characters at full paper width."""

    name: str
    title: str
    dialect: str
    """The command language."""
    dots: int
    columns: int
    columns_small: int
    number_scale: int
    """Times the ordinary character, each way, for a ticket number; at most 8, Star 6."""
    qr: str
    qr_module: int
    """Dots of one module of a QR code."""
    band: int
    """Most rows of dots in one raster command: small buffers lose the rest."""
    cut: bytes
    start: bytes
    """Sent after the reset."""
    done: str
    status: str
    slow: bool
    """A small buffer: the driver sends a picture band by band, each when the printer has done the one before."""
    auto_status: bool
    """Whether the reset is followed by asking for automatic status again."""
    code_pages: tuple[CodePage, ...]
    """In order of preference."""
    identity: str
    """Part of the model's name that the printer must give before it is used; "" is any printer."""


def profile_names() -> tuple[str, ...]:
    """The profiles that are shipped, such as "epson"."""
    return tuple(sorted(path.stem for path in resource("printers").glob("*.toml")))


@cache
def profile(name: str) -> Profile:
    """The shipped profile of this name; Trouble "printer-profile-unknown" when there is none."""
    if name not in profile_names():
        raise Trouble("printer-profile-unknown", profile=name, known=", ".join(profile_names()))
    return read_profile(resource("printers", f"{name}.toml"))


def read_profile(path: Path) -> Profile:
    """A profile from a file; Trouble "printer-profile-wrong" lists every mistake with its key."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Trouble("printer-profile-wrong", file=path.name, mistakes=(str(error),)) from error
    reader = _Reader(table)
    found = reader.profile(path.stem)
    mistakes = (*reader.mistakes, *(f"{key}: unknown key" for key in table if key not in reader.seen))
    mistakes = mistakes or tuple(_contradictions(found))
    if mistakes:
        raise Trouble("printer-profile-wrong", file=path.name, mistakes=mistakes)
    return found


class _Reader:
    """Takes keys out of a table and remembers everything that is wrong with them."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        self.mistakes: list[str] = []
        self.seen: set[str] = set()

    def profile(self, name: str) -> Profile:
        return Profile(
            name=name,
            title=self.text("title"),
            dialect=self.choice("dialect", DIALECTS),
            dots=self.whole("dots", 192, 832),
            columns=self.whole("columns", 16, 80),
            columns_small=self.whole("columns_small", 16, 120),
            number_scale=self.whole("number_scale", 2, 8),
            qr=self.choice("qr", QR_MODES),
            qr_module=self.whole("qr_module", 3, 16),
            band=self.whole("band", 8, 255),
            cut=self.hexadecimal("cut"),
            start=self.hexadecimal("start"),
            done=self.choice("done", DONE_MARKERS),
            status=self.choice("status", STATUS_KINDS),
            slow=self.yes_no("slow"),
            auto_status=self.yes_no("auto_status"),
            code_pages=self.code_pages(),
            identity=self.text("identity") if "identity" in self.table else "",
        )

    def text(self, key: str) -> str:
        value = self._take(key)
        return value if isinstance(value, str) else self._wrong(key, "a text", "")

    def whole(self, key: str, low: int, high: int) -> int:
        value = self._take(key)
        right = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        return value if right else self._wrong(key, f"a whole number from {low} to {high}", low)

    def yes_no(self, key: str) -> bool:
        value = self._take(key)
        return value if isinstance(value, bool) else self._wrong(key, "true or false", False)

    def choice(self, key: str, known: tuple[str, ...]) -> str:
        value = self._take(key)
        return value if value in known else self._wrong(key, " or ".join(f'"{one}"' for one in known), known[0])

    def hexadecimal(self, key: str) -> bytes:
        value = self._take(key)
        try:
            return bytes.fromhex(value)
        except (TypeError, ValueError):
            return self._wrong(key, 'bytes in hexadecimal, such as "1d 56 42 00"', b"")

    def code_pages(self) -> tuple[CodePage, ...]:
        value = self._take("code_pages")
        right = isinstance(value, dict) and value and all(_is_page(codec, number) for codec, number in value.items())
        if not right:
            expected = f"a table of numbers from 0 to 255 by code page, out of {', '.join(CODECS)}"
            return self._wrong("code_pages", expected, ())
        return tuple(CodePage(codec, number) for codec, number in value.items())

    def _take(self, key: str) -> Any:
        self.seen.add(key)
        return self.table.get(key)

    def _wrong(self, key: str, expected: str, instead: Value) -> Value:
        found = f"{self.table[key]!r} is not " if key in self.table else "missing; expected "
        self.mistakes.append(f"{key}: {found}{expected}")
        return instead


def _contradictions(found: Profile) -> Iterator[str]:
    """Keys that are right by themselves and not together."""
    star = found.dialect == "star"
    if star and found.number_scale > STAR_SCALE:
        yield f"number_scale: {found.number_scale} is more than {STAR_SCALE}, the most that Star has"
    if star and found.qr_module > STAR_MODULE:
        yield f"qr_module: {found.qr_module} is more than {STAR_MODULE}, the most that Star has"
    if found.done not in {"none", *MARKERS_OF[found.status]}:
        yield f'done: "{found.done}" is not answered by a printer with status "{found.status}"'
    if star != (found.status == "star") and found.status != "none":
        yield f'status: "{found.status}" is not of the dialect "{found.dialect}"'
    if found.slow and found.done not in BAND_MARKERS:
        yield f"slow: needs done = {' or '.join(map(repr, BAND_MARKERS))}, which say that a band is printed"
    if found.identity and (star or found.status == "none"):
        yield "identity: only ESC/POS printers that answer can say what they are"


def _is_page(codec: str, number: object) -> bool:
    return codec in CODECS and isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= 255

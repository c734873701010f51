"""What a printer would have on its paper after these bytes: for simulated printers, demo and tests.

An independent reading of ESC/POS (see ``commands``; ``render_star`` reads Star's line mode). It is
strict: whatever it does not know or could not have printed is listed in ``problems``.
"""

from __future__ import annotations

from balie_app.printing.bitmap import Bitmap, qr_matrix, scaled
from balie_app.printing.commands import Command, CommandReader
from balie_app.printing.flow import Bar, Glyphs, Item
from balie_app.printing.profiles import Profile

WIDE, EDGE = 640, 32
"""80 mm of paper, of which the printer cannot reach 4 mm at each side; in dots."""
LINE, TOP, TO_CUTTER = 30, 40, 96
SILENT = frozenset(
    {"auto-status", "ask-paper", "ask-realtime", "ask-status", "ask-identity", "ask-job", "job-start", "job-end",
     "ask-done", "counter-reset", "single-byte", "recover", "nothing"}
)  # fmt: skip


class Paper:
    """Paper that is being printed on. Feed it bytes; look at ``text``, ``problems``, ``cuts`` and ``png()``."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.reader = CommandReader(profile.dialect)
        self.items: list[Item] = []
        self.rows: list[str] = []
        self.cuts: list[int] = []
        """Where it was cut, in dots from the top."""
        self.drawer = 0
        """How often the cash drawer was opened."""
        self._problems: list[str] = []
        self.y = TOP
        self.pending: list[tuple[str, int, int, int, int, bool]] = []
        self.code = b""
        self._reset()

    def feed(self, data: bytes) -> list[Command]:
        """Print these bytes; answers with the commands in them, questions included."""
        commands = self.reader.feed(data)
        for command in commands:
            self._do(command)
        return commands

    @property
    def text(self) -> str:
        """The words on the paper, a row a line; a picture is "[beeld …]", a QR code "[QR …]"."""
        return "\n".join(self.rows) + "\n" if self.rows else ""

    @property
    def problems(self) -> tuple[str, ...]:
        """What a real printer would have trouble with; empty when all is well."""
        rest = (f"incomplete: {self.reader.rest[:16].hex(' ')}",) if self.reader.rest else ()
        unfinished = ("text without a line end",) if self.pending else ()
        return (*self._problems, *rest, *unfinished)

    @property
    def height(self) -> int:
        return self.y + TOP

    def png(self) -> bytes:
        """A picture of the paper, one pixel a dot."""
        from balie_app.printing.drawing import picture_png

        return picture_png(WIDE, self.height, self.items)

    def _do(self, command: Command) -> None:
        if command.name in SILENT:
            return
        if command.name == "unknown":
            self._problems.append(f"unknown: {command.raw.hex(' ')}")
            return
        getattr(self, "_" + command.name.replace("-", "_"))(command.data)

    def _reset(self, _data: bytes = b"") -> None:
        self.codec = "cp437"
        self.small = self.heavy = False
        self.across = self.down = 1
        self.aligned = 0
        self.line = LINE
        self.module = 3

    def _code_page(self, data: bytes) -> None:
        known = {page.number: page.codec for page in self.profile.code_pages}
        if data[0] not in known:
            self._problems.append(f"code page {data[0]} is not in this printer")
        self.codec = known.get(data[0], "cp437")

    def _style(self, data: bytes) -> None:
        self.small, self.heavy = bool(data[0] & 0x01), bool(data[0] & 0x08)
        self.down, self.across = (2 if data[0] & 0x10 else 1), (2 if data[0] & 0x20 else 1)

    def _bold(self, data: bytes) -> None:
        self.heavy = bool(data[0] & 1)

    def _font(self, data: bytes) -> None:
        self.small = bool(data[0] & 1)

    def _size(self, data: bytes) -> None:
        self.across, self.down = (data[0] >> 4 & 7) + 1, (data[0] & 7) + 1

    def _align(self, data: bytes) -> None:
        if self.pending:
            self._problems.append("alignment in the middle of a line")
        self.aligned = data[0] % 48

    def _line_spacing(self, data: bytes) -> None:
        self.line = data[0]

    def _line_spacing_default(self, _data: bytes) -> None:
        self.line = LINE

    def _text(self, data: bytes) -> None:
        text = data.decode(self.codec, "replace")
        if "\N{REPLACEMENT CHARACTER}" in text:
            self._problems.append(f"not in code page {self.codec}: {data.hex(' ')}")
        width, height = (9, 17) if self.small else (12, 24)
        self.pending.append((text, width, height, self.across, self.down, self.heavy))

    def _line_end(self, _data: bytes = b"") -> None:
        highest = max((height * down for _, _, height, _, down, _ in self.pending), default=0)
        x = EDGE + self._shift(sum(len(text) * width * across for text, width, _, across, _, _ in self.pending))
        for text, width, height, across, down, heavy in self.pending:
            top = self.y + highest - height * down
            self.items.append(Glyphs(x, top, text, width, height, across, down, heavy))
            x += len(text) * width * across
        self.rows.append("".join(text for text, *_ in self.pending))
        self.pending = []
        self.y += max(self.line, highest)

    def _shift(self, width: int) -> int:
        room = self.profile.dots - width
        if room < 0:
            self._problems.append(f"wider than the paper by {-room} dots")
        return max(0, (0, room // 2, room)[self.aligned])

    def _feed_dots(self, data: bytes) -> None:
        if self.pending:
            self._line_end()
        self.y += data[0]

    def _feed_lines(self, data: bytes) -> None:
        self._feed_dots(bytes((0,)))
        self.y += data[0] * self.line

    def _cut(self, _data: bytes = b"") -> None:
        if self.pending:
            self._problems.append("cut in the middle of a line")
        self.cuts.append(self.y)
        self.items += [Bar(x, self.y, 8, 1, "#888888") for x in range(0, WIDE, 16)]

    def _cut_after_feed(self, data: bytes) -> None:
        self.y += TO_CUTTER + data[0]
        self._cut()

    def _drawer(self, _data: bytes) -> None:
        self.drawer += 1

    def _raster(self, data: bytes) -> None:
        across, mode = int.from_bytes(data[1:3], "little"), data[0] % 48
        rows = [data[5 + start : 5 + start + across] for start in range(0, len(data) - 5, across)]
        if len(rows) > self.profile.band:
            self._problems.append(f"a band of {len(rows)} rows")
        self._dots(Bitmap(across * 8, tuple(rows)), 2 if mode & 1 else 1, 2 if mode & 2 else 1)
        if mode == 0:
            self.rows.append(f"[beeld {across * 8}×{len(rows)}]")

    def _dots(self, bitmap: Bitmap, across: int, down: int) -> None:
        if self.pending:
            self._line_end()
        left = EDGE + self._shift(bitmap.width * across)
        self.items += [
            Bar(left + x * across, self.y + row * down, length * across, down) for row, x, length in bitmap.runs()
        ]
        self.y += bitmap.height * down

    def _code(self, data: bytes) -> None:
        kind, function = data[:1], data[1:2]
        if kind != b"1" or self.profile.qr != "native":
            self._problems.append("a QR command this printer does not have")
        elif function == b"C":
            self.module = data[2]
        elif function == b"P":
            self.code = data[3:]
        elif function == b"Q":
            self._dots(scaled(qr_matrix(self.code.decode()), self.module), 1, 1)
            self.rows.append(f"[QR {self.code.decode()}]")


def paper_from_bytes(data: bytes, profile: Profile) -> Paper:
    """The paper after all of these bytes."""
    paper = new_paper(profile)
    paper.feed(data)
    return paper


def new_paper(profile: Profile) -> Paper:
    """Empty paper in a printer of this profile."""
    if profile.dialect == "star":
        from balie_app.printing.render_star import StarPaper

        return StarPaper(profile)
    return Paper(profile)

"""The demo without a display, to its end: what it leaves to look at, and what it must not tell."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtGui import QImage

WINDOWS = ("host", "counter-4", "counter-18", "screen", "kiosk", "regie")
BACKSTAGE = "achter-de-schermen"
LINES = (
    "binnengekomen",
    "geholpen",
    "niet verschenen",
    "wacht nu nog",
    "wachten (inloop)",
    "afspraken",
    "bonnen geprint",
)


def colours(file: Path) -> int:
    """How many colours a picture has (of a sample of its points)."""
    image = QImage(str(file))
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def texts_of(folder: Path) -> str:
    """Everything readable that the run left behind, but the hall itself."""
    files = [*folder.rglob("*.log"), *folder.rglob("*.err"), *folder.rglob("*.txt"), *folder.rglob("*.toml")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_the_demo_plays_to_its_end_and_keeps_its_visitors_private(
    tmp_path: Path, balie: Callable[..., subprocess.CompletedProcess[str]], alive: Callable[[str], dict[int, str]]
) -> None:
    out = tmp_path / "out"
    ran = balie("demo", "--offscreen", "--minutes", "3", "--output", str(out))
    assert ran.returncode == 0, ran
    assert "Traceback" not in ran.stderr
    assert alive(str(out)) == {}

    assert ran.stdout.startswith("Alle vensters staan")
    assert "3 minuten van" in ran.stdout
    assert all(line in ran.stdout for line in LINES)
    arrived = re.search(r"binnengekomen +(\d+)", ran.stdout)
    printed = re.search(r"bonnen geprint +(\d+)", ran.stdout)
    assert arrived
    assert printed
    assert int(arrived[1]) >= int(printed[1]) > 0

    for name in WINDOWS:
        assert colours(out / f"{name}.png") > 20, name
    assert colours(out / "bon.png") >= 2
    assert re.search(r"[A-Z] \d{3}", (out / "bon.txt").read_text(encoding="utf-8"))
    assert (out / "bon.bin").stat().st_size > 100
    assert list((out / "geluid").glob("*.wav"))
    assert not [file for file in (out / BACKSTAGE).glob("*.err") if "Zaak" in file.read_text(encoding="utf-8")]

    assert_private(out, tmp_path)


def assert_private(out: Path, folder: Path) -> None:
    """No initials of a visitor in a log, on paper, or in the journal."""
    with closing(sqlite3.connect(out / BACKSTAGE / "hall.db")) as hall:
        initials = {row[0] for row in hall.execute("SELECT initials FROM appointment WHERE initials <> ''")}
        journal = "\n".join(str(value) for row in hall.execute("SELECT * FROM journal") for value in row)
    assert initials, "the demo's visitors have initials"
    told = texts_of(folder)
    assert len(told) > 100
    for each in initials:
        found = re.compile(rf"(?<!\w){re.escape(each)}")
        assert not found.search(told), each
        assert not found.search(journal), each

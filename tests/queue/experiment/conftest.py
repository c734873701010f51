"""A small day of an office with three departments, as the four files of a record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from balie_app.queue.experiment.reading import DayFiles

MATTERS = """queue,matter,english,dutch_product,contact_type
A,Auto's,cars,kenteken,quick
B,"Bouwen, wonen",building,bouwen,quick
C,Zorg,care,zorg,private
"""
COUNTERS = """queue,matter,time,open_counters
A,Auto's,09:00,1
B,"Bouwen, wonen",09:00,1
C,Zorg,09:00,1
A,Auto's,09:30,2
A,Auto's,11:00,0
B,"Bouwen, wonen",11:00,0
C,Zorg,11:00,0
"""
SERVICE = """queue,matter,mean_service_minutes,calls_while_people_waited
A,Auto's,6.0,40
B,"Bouwen, wonen",2.5,30
C,Zorg,10.0,25
"""
HEAD = "queue,matter,number,arrived,called\n"


def some_tickets() -> str:
    """Crowds for A, hardly anybody for B and C."""
    lines = [f"A,Auto's,{n},09:{n * 2:02},09:{min(59, n * 4):02}" for n in range(20)]
    lines += [f'B,"Bouwen, wonen",{n},09:{n * 10:02},09:{n * 10 + 1:02}' for n in range(5)]
    lines += [f"C,Zorg,{n},09:{n * 20:02},09:{n * 20:02}" for n in range(3)]
    return HEAD + "\n".join(lines) + "\n"


Write = Callable[..., DayFiles]


@pytest.fixture
def day_files(tmp_path: Path) -> Write:
    """Writes the small day; words replace a whole file by another text (or by bytes)."""

    def write(**other: str | bytes) -> DayFiles:
        texts = {"tickets": some_tickets(), "counters": COUNTERS, "service": SERVICE, "matters": MATTERS} | other
        for name, text in texts.items():
            data = text.encode() if isinstance(text, str) else text
            (tmp_path / f"2024-03-05_{name}.csv").write_bytes(data)
        return DayFiles(
            *(tmp_path / f"2024-03-05_{name}.csv" for name in ("tickets", "counters", "service", "matters"))
        )

    return write

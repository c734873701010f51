"""Receipts from many desks at once, some of them killed in the middle: no number twice, none missing, none lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from balie_app.queue.hall import open_hall
from balie_app.queue.money import books
from balie_app.queue.replay import first_difference
from balie_app.queue.store import tables

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = Path(__file__).with_name("desk_program.py")
LARGE = bool(os.environ.get("BALIE_TEST_LARGE"))
DESKS = 8


class Desk:
    """A process that makes receipts, and the numbers that it was told."""

    def __init__(self, where: str, number: int, count: int) -> None:
        self.said: list[str] = []
        self.busy = threading.Event()
        command = [sys.executable, str(PROGRAM), where, str(number), str(count)]
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith("\n"):  # a killed process may leave half a line
                self.said.append(line.strip())
                if len(self.said) >= 3:
                    self.busy.set()

    def end(self) -> int:
        code = self.process.wait(300)
        self._reader.join(10)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def kill(self) -> None:
        self.process.kill()
        self.end()


@pytest.fixture
def start(hall_url: str) -> Iterator[Callable[[int, int], Desk]]:
    desks: list[Desk] = []

    def begin(number: int, count: int = 1_000_000) -> Desk:
        desks.append(Desk(hall_url, number, count))
        return desks[-1]

    yield begin
    for each in desks:
        if each.process.poll() is None:
            each.kill()


def numbers_in(where: str) -> list[int]:
    """The serial numbers in the books, after the sums and the journal were found right."""
    with closing(open_hall(where)) as hall, hall.reading() as connection:
        receipts = books.receipts(connection)
        figures = books.report_of(connection, 0, 1, receipts[-1].at)
        assert first_difference(connection) is None
        papers = connection.scalar(select(func.count()).select_from(tables.print_job))
    assert figures.paid["cash"] == 1750 * len(receipts)
    assert papers == len(receipts)  # every receipt has its paper, and no paper is of a receipt that is not there
    return [each.serial for each in receipts]


def test_desks_at_once_number_without_gap_or_double(shop: Any, hall_url: str, start: Callable[..., Desk]) -> None:
    shop.open()
    each_makes = 100 if LARGE else 8
    desks = [start(number, each_makes) for number in range(DESKS)]
    assert [each.end() for each in desks] == [0] * DESKS
    told = [number for each in desks for number in each.said]
    assert len(told) == len(set(told)) == DESKS * each_makes
    assert numbers_in(hall_url) == list(range(1, DESKS * each_makes + 1))


def test_desks_killed_in_the_middle_leave_no_gap_and_lose_no_acknowledged_receipt(
    shop: Any, hall_url: str, start: Callable[..., Desk]
) -> None:
    shop.open()
    draw = random.Random(6)
    working = [start(number) for number in range(DESKS)]
    everybody = list(working)
    for killed in range(40 if LARGE else 4):
        victim = working.pop(draw.randrange(len(working)))
        assert victim.busy.wait(120)
        victim.kill()
        everybody.append(start(DESKS + killed))
        working.append(everybody[-1])
    for each in working:
        assert each.busy.wait(120)
        each.kill()
    told = [int(number.split("-")[1]) for each in everybody for number in each.said]
    assert len(told) == len(set(told)) >= 3 * DESKS
    serials = numbers_in(hall_url)
    assert serials == list(range(1, len(serials) + 1))
    assert set(told) <= set(serials)

"""Paper on A4 from a window: painted by Qt on a printer that is a PDF file."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter

from balie_app.printing.documents import Document, Line, Pair, Size
from balie_app.queue import commands as c
from balie_app.queue.commands import By
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall
from balie_app.queue.money import commands as m
from balie_app.queue.rules.money import Method, Payment, Tariff
from balie_app.ui.a4 import page_printer, print_document
from balie_app.ui.counter.pages import PAGES
from balie_app.ui.counter.situation import Step
from balie_app.ui.counter.till import CloseTillPanel
from balie_app.ui.counter.window import CounterWindow, Desk
from balie_app.ui.link import HallLink

BY = By("counter-1", "anna")


def into(file: Path) -> QPrinter:
    printer = page_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def told(file: Path) -> tuple[str, int]:
    """The words on the pages, and how many pages there are."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext: apt install poppler-utils")
    said = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    return said, said.count("\f")


def test_a_document_becomes_a_page_with_words_that_can_be_read(qapp: Any, tmp_path: Path) -> None:
    parts = (Line("Leges", Size.LARGE, bold=True), Pair("Uittreksel", "€ 15,00"))
    assert print_document(Document("Bon", "nl", parts), into(tmp_path / "bon.pdf"))
    words, pages = told(tmp_path / "bon.pdf")
    assert pages == 1
    assert "Leges" in words
    assert "Uittreksel" in words
    assert "€ 15,00" in words
    assert b"Bon" not in (tmp_path / "bon.pdf").read_bytes().split(b"/Title")[-1][:40]


def test_a_long_document_is_broken_into_numbered_pages(qapp: Any, tmp_path: Path) -> None:
    lines = tuple(Line(f"regel {number}") for number in range(120))
    assert print_document(Document("Dagstaat", "nl", lines), into(tmp_path / "lang.pdf"))
    words, pages = told(tmp_path / "lang.pdf")
    assert pages > 1
    assert f"Dagstaat · {pages} / {pages}" in words
    assert [f"regel {number}\n" in words for number in range(120)] == [True] * 120


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_place_that_takes_no_pages_is_no_success(qapp: Any, tmp_path: Path) -> None:
    assert not print_document(Document("Bon", "nl", (Line("A"),)), into(tmp_path / "er" / "niet" / "bon.pdf"))


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = create_hall(tmp_path / "hall.db", template("three-counters", "Waterrijk"), rehearsal=True)
    year = made.now().year
    tariff = Tariff("", year, "uittreksel", "1.2", "Uittreksel", 1500, ledger="8003")
    made.perform(m.SetTariffs(year, (tariff,)), By("test"))
    made.perform(c.OpenCounter(1, "anna"), BY)
    made.perform(m.OpenTill(0, 1, 10_000), BY)
    made.perform(m.MakeReceipt(1, (m.Wish("uittreksel"),), (Payment(Method.CARD, 1500, "A12F34"),)), BY)
    yield made
    made.close()


@pytest.fixture
def desk(hall: Hall, tmp_path: Path, qtbot: Any) -> Iterator[Desk]:
    """The counter of somebody without a receipt printer."""
    link = HallLink(str(tmp_path / "hall.db"), BY)
    made = CounterWindow(link, 1, "anna", "counter-1")
    made.show()
    link.start()
    qtbot.waitUntil(lambda: made.desk is not None)
    assert made.desk is not None
    yield made.desk
    link.stop()
    made.close()
    made.deleteLater()


def happened(hall: Hall) -> list[str]:
    return [
        entry.what for entry in hall.journal() if entry.what.startswith(("print", "receipt-copied", "till-printed"))
    ]


def test_a_copy_of_a_receipt_comes_out_on_the_printer_that_was_chosen(
    desk: Desk, hall: Hall, qtbot: Any, tmp_path: Path
) -> None:
    desk.control.pages.choose = lambda: into(tmp_path / "kopie.pdf")
    number = f"{hall.now().year}-000001"
    desk.control.do(m.CopyReceipt(number, PAGES))
    qtbot.waitUntil(lambda: happened(hall) == ["receipt-copied", "print-sending", "print-printed"], timeout=30_000)
    words, _ = told(tmp_path / "kopie.pdf")
    assert number in words
    assert "KOPIE" in words


def test_who_chooses_no_printer_makes_no_copy(desk: Desk, hall: Hall) -> None:
    said: list[str] = []
    desk.control.said.connect(said.append)
    desk.control.pages.choose = lambda: None
    desk.control.do(m.CopyReceipt(f"{hall.now().year}-000001", PAGES))
    assert said == ["Er is geen printer gekozen. Er is niets geprint."]
    assert happened(hall) == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_pages_that_the_system_does_not_take_are_failed(desk: Desk, hall: Hall, qtbot: Any, tmp_path: Path) -> None:
    desk.control.pages.choose = lambda: into(tmp_path / "er" / "niet" / "kopie.pdf")
    desk.control.do(m.CopyReceipt(f"{hall.now().year}-000001", PAGES))
    qtbot.waitUntil(lambda: "print-failed" in happened(hall), timeout=30_000)


def test_the_report_of_the_day_comes_out_on_pages_too(desk: Desk, hall: Hall, qtbot: Any, tmp_path: Path) -> None:
    desk.control.pages.choose = lambda: into(tmp_path / "dag.pdf")
    desk.control.take(Step.TILL)
    qtbot.waitUntil(lambda: isinstance(desk.control.panel, CloseTillPanel), timeout=30_000)
    panel = desk.control.panel
    assert isinstance(panel, CloseTillPanel)
    panel.decided.emit(m.PrintTill(0, PAGES))
    qtbot.waitUntil(lambda: "print-printed" in happened(hall), timeout=30_000)
    assert told(tmp_path / "dag.pdf")[1] >= 1

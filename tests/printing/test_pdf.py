"""Tickets as PDF, checked with tools we did not write where they are installed."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from balie_app.printing.pdf import pdf

LANGUAGES = ["nl", "uk", "ar"]


def test_the_same_ticket_gives_the_same_file_with_a_title_and_a_language(make_ticket):
    data = pdf(make_ticket("en"))
    assert data == pdf(make_ticket("en"))
    assert data.startswith(b"%PDF-")
    assert b"/Title (Number A 012)" in data
    assert b"/Lang (en)" in data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_sound_for_qpdf(make_ticket, tmp_path, tool, language):
    (tmp_path / "t.pdf").write_bytes(pdf(make_ticket(language)))
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", "t.pdf")


def test_its_words_come_back_with_pdftotext(make_ticket, tmp_path, tool):
    (tmp_path / "t.pdf").write_bytes(pdf(make_ticket("uk")))
    words = " ".join(tool("pdftotext", "t.pdf", "-").split())
    for expected in ("A 012", "Подання та отримання", "Aanvragen en ophalen", "Wachttijd: 5 tot 15 minuten"):
        assert expected in words


def test_the_fonts_it_uses_are_inside(make_ticket, tmp_path, tool):
    (tmp_path / "t.pdf").write_bytes(pdf(make_ticket()))
    fonts = [row.split() for row in tool("pdffonts", "t.pdf").splitlines()][2:]
    assert len(fonts) == 2
    assert all(row[-5] == "yes" for row in fonts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_code_can_be_scanned_from_the_page(make_ticket, tmp_path, tool, language):
    (tmp_path / "t.pdf").write_bytes(pdf(make_ticket(language)))
    tool("pdftoppm", "-r", "200", "-png", "-singlefile", "t.pdf", "page")
    with Image.open(tmp_path / "page.png") as page:
        assert [found.text for found in zxingcpp.read_barcodes(page.convert("L"))] == ["k7Q2mZx9TbRw"]

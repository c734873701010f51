"""Paper read back from bytes: strict, and readable by a decoder we did not write."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from balie_app.printing.commands import CommandReader, listing
from balie_app.printing.encoder import encode
from balie_app.printing.picture import picture
from balie_app.printing.profiles import profile
from balie_app.printing.render import Paper, paper_from_bytes

EPSON = profile("epson")


def codes(png):
    with Image.open(io.BytesIO(png)) as image:
        return [found.text for found in zxingcpp.read_barcodes(image.convert("L"))]


@pytest.mark.parametrize("name", ["epson", "clone", "custom-vkp80", "nippon"])
@pytest.mark.parametrize("language", ["nl", "ar", "uk"])
def test_the_code_on_the_printed_paper_can_be_scanned(make_ticket, name, language):
    paper = paper_from_bytes(encode(make_ticket(language), profile(name)), profile(name))
    assert codes(paper.png()) == ["k7Q2mZx9TbRw"]


def test_the_code_on_the_preview_can_be_scanned(make_ticket):
    assert codes(picture(make_ticket("ar"))) == ["k7Q2mZx9TbRw"]
    with Image.open(io.BytesIO(picture(make_ticket(), 0.5))) as image:
        assert image.width == 320


def test_paper_reads_as_it_was_printed(make_ticket):
    paper = paper_from_bytes(encode(make_ticket(), EPSON), EPSON)
    assert paper.text.splitlines() == [
        "Gemeente Haarlem",
        "A 012",
        "Aanvragen en ophalen",
        "di 14 januari 2020, 10.42 uur",
        "Wachttijd",
        "5 tot 15 minuten",
        "Wachtenden voor u: 5",
        "Wachten in: hal A",
        "[QR k7Q2mZx9TbRw]",
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x1b\x7f", "unknown: 1b"),
        (b"hallo", "text without a line end"),
        (b"\x1dv0\x00\x48", "incomplete"),
        (b"\x1bt\x63", "code page 99"),
        (b"x" * 60 + b"\n", "wider than the paper"),
        (b"half\x1dVB\x00", "cut in the middle of a line"),
        (b"half\x1ba\x01\n", "alignment in the middle"),
        (b"\x1dv0\x00\x01\x00\xc8\x00" + bytes(200), "a band of 200 rows"),
    ],
)
def test_what_a_printer_would_choke_on_is_reported(data, problem):
    assert any(problem in found for found in paper_from_bytes(data, EPSON).problems)


def test_a_printer_without_qr_codes_reports_the_command():
    assert paper_from_bytes(b"\x1d(k\x03\x001Q0", profile("clone")).problems


def test_paper_is_the_same_however_the_bytes_come(make_ticket):
    data = encode(make_ticket("uk"), profile("clone"))
    whole, drops = paper_from_bytes(data, profile("clone")), Paper(profile("clone"))
    for start in range(0, len(data), 7):
        drops.feed(data[start : start + 7])
    assert drops.png() == whole.png()
    assert drops.problems == whole.problems == ()


def test_questions_are_handed_to_whoever_plays_the_printer(make_ticket):
    found = Paper(EPSON).feed(b"\x10\x04\x02" + encode(make_ticket(), EPSON))
    assert [one.name for one in found if one.name.startswith("ask")] == ["ask-realtime", "ask-paper"]


@given(st.binary(max_size=200))
def test_no_byte_is_lost_whatever_comes(data):
    reader = CommandReader()
    assert b"".join(one.raw for one in reader.feed(data)) + reader.rest == data
    listing(data)


def test_commands_that_only_others_send_are_read_too():
    data = b"\x1b@\x1bE\x01\x1bM\x01\x1b3\x28klein\n\x1b2\x1bE\x00\x1bM\x00x\x1bJ\x05y\x1bd\x02\x1bi"
    paper = paper_from_bytes(data, EPSON)
    assert paper.text == "klein\nx\ny\n"
    assert paper.problems == ()
    assert len(paper.cuts) == 1


def test_a_letter_that_is_not_in_the_code_page_is_reported():
    assert any("not in code page" in found for found in paper_from_bytes(b"\x1bt\x10\x81\n", EPSON).problems)
    assert paper_from_bytes(b"x\x1dv0\x00\x01\x00\x01\x00\xff", EPSON).text.startswith("x\n")

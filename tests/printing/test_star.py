"""Star line mode, compared with an encoder we did not write.

EXPECTED holds what receipt-printer-encoder 4.0.1 (npm, MIT) sends for the same things with ``language: 'star-line'``,
``codepageMapping: 'star'`` and ``newline: '\\n'``: written down from its output, whole commands, in hexadecimal. It
selects a code page after the style and we before it, and it ends the rows of a picture with LF CR where we send LF;
nothing else differs.
"""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image as Picture

from balie_app.printing.bitmap import Bitmap
from balie_app.printing.commands import CommandReader
from balie_app.printing.dialect import CENTRE, RIGHT, Style
from balie_app.printing.documents import Code, Cut, Document, Drawer, Line, Number, Rule, Size
from balie_app.printing.encoder import encode
from balie_app.printing.profiles import CodePage, profile
from balie_app.printing.render import paper_from_bytes
from balie_app.printing.star import StarLine

STAR = profile("star")
EXPECTED = {
    "cp1252": "1b 1d 74 20 43 61 66 e9 20 80 20 38 33 2c 38 37 0a",
    "cp858": "1b 1d 74 04 43 61 66 82 20 d5 20 38 33 2c 38 37 0a",
    "cp1251": "1b 1d 74 22 cb e0 f1 ea e0 e2 ee 0a",
    "cp1250": "1b 1d 74 21 a3 f3 64 9f 0a",
    "cp852": "1b 1d 74 05 9d a2 64 ab 0a",
    "cp857": "1b 1d 74 0c 42 61 9f 76 75 72 75 0a",
    "bold": "1b 45 | 1b 46",
    "double": "1b 69 01 01 | 1b 69 00 00",
    "six": "1b 69 05 05 | 1b 69 00 00",
    "small": "1b 1e 46 01 | 1b 1e 46 00",
    "qr": "1b 1d 79 53 30 02 1b 1d 79 53 32 06 1b 1d 79 53 31 01"
    "1b 1d 79 44 31 00 0c 00 6b 37 51 32 6d 5a 78 39 54 62 52 77 1b 1d 79 50",
    "image": "1b 30 1b 58 10 00" + "ff ff ff 24 92 49 24 92 49" * 5 + "ff ff ff 0a 1b 7a 01",
}
WORDS = {
    "cp1252": "Café € 83,87",
    "cp858": "Café € 83,87",
    "cp1251": "Ласкаво",
    "cp1250": "Łódź",
    "cp852": "Łódź",
    "cp857": "Başvuru",
}


def expected(name):
    return bytes.fromhex(EXPECTED[name].replace("|", ""))


def names(data):
    return [command.name for command in CommandReader("star").feed(data)]


@pytest.mark.parametrize("codec", WORDS)
def test_each_code_page_has_the_number_and_letters_that_others_send(codec):
    page = next(page for page in STAR.code_pages if page.codec == codec)
    data = encode(Document("", "nl", (Line(WORDS[codec]),)), replace(STAR, code_pages=(page,)))
    assert expected(codec) in data


@pytest.mark.parametrize(
    ("name", "style"),
    [
        ("bold", Style(bold=True)),
        ("double", Style(times=2)),
        ("six", Style(times=6)),
        ("small", Style(small=True)),
    ],
)
def test_styles_go_on_and_off_as_others_send_them(name, style):
    assert StarLine().style(Style(), style) + StarLine().style(style, Style()) == expected(name)


def test_a_code_is_what_others_send():
    assert StarLine().qr(b"k7Q2mZx9TbRw", 6) == expected("qr")


def test_a_picture_is_what_others_send():
    rows = tuple(
        int("".join("1" if (x * y + x) % 3 == 0 else "0" for x in range(16)), 2).to_bytes(2, "big") for y in range(24)
    )
    assert StarLine().image(Bitmap(16, rows), 24) == expected("image")


def test_a_ticket_ends_with_a_cut_and_the_counter_and_leaves_automatic_status_off(make_ticket):
    commands = names(encode(make_ticket(), STAR))
    assert commands[:2] == ["auto-status", "reset"]
    assert commands[-3:] == ["cut", "ask-done", "auto-status"]
    assert encode(make_ticket(), STAR).endswith(b"\x1bd\x03\x17\x1b\x1ea\0")


def test_a_ticket_reads_as_it_was_meant_and_its_code_can_be_scanned(make_ticket):
    paper = paper_from_bytes(encode(make_ticket(products=("passport",)), STAR), STAR)
    assert paper.problems == ()
    assert paper.text.splitlines()[:3] == ["Gemeente Haarlem", "A 012", "Aanvragen en ophalen"]
    with Picture.open(io.BytesIO(paper.png())) as image:
        assert [found.text for found in zxingcpp.read_barcodes(image.convert("L"))] == ["k7Q2mZx9TbRw"]


@pytest.mark.parametrize("language", ["ar", "uk", "tr"])
def test_a_drawn_line_stands_on_star_paper_dot_for_dot_as_on_epson_paper(make_ticket, language):
    lines = Document("", language, (Line("Ласкаво просимо" if language != "ar" else "تقديم الطلبات"), Cut()))
    western = (CodePage("cp1252", 32),)
    star = paper_from_bytes(encode(lines, replace(STAR, code_pages=western)), STAR)
    epson = profile("epson")
    other = paper_from_bytes(encode(lines, replace(epson, code_pages=(CodePage("cp1252", 16),))), epson)
    assert star.problems == other.problems == ()
    assert [item for item in star.items if item.height == 1 and item.colour != "#888888"] == [
        item for item in other.items if item.height == 1 and item.colour != "#888888"
    ]


def test_a_number_is_six_times_as_large_and_the_text_after_it_is_ordinary():
    data = encode(Document("", "nl", (Number("A 012"), Line("gewoon"))), STAR)
    assert b"\x1bi\5\5A 012\n\x1bi\0\0" in data


def test_a_rule_is_a_row_of_dashes_in_ordinary_letters():
    paper = paper_from_bytes(
        encode(Document("", "nl", (Line("groot", Size.LARGE), Rule(), Rule(wide=True))), STAR), STAR
    )
    assert paper.text.splitlines() == ["groot", "—" * 12, "—" * 48]
    assert paper.problems == ()


def test_the_drawer_opens_and_rows_stand_in_the_middle_or_at_the_right():
    document = Document("", "nl", (Drawer(),))
    assert names(encode(document, STAR)).count("drawer") == 1
    assert paper_from_bytes(encode(document, STAR), STAR).drawer == 1
    assert StarLine().align(CENTRE) + StarLine().align(RIGHT) == bytes.fromhex("1b1d6101 1b1d6102")


def test_a_code_without_native_commands_is_sent_as_dots():
    paper = paper_from_bytes(
        encode(Document("", "nl", (Code("k7Q2mZx9TbRw"), Cut())), replace(STAR, qr="raster")), STAR
    )
    with Picture.open(io.BytesIO(paper.png())) as image:
        assert [found.text for found in zxingcpp.read_barcodes(image.convert("L"))] == ["k7Q2mZx9TbRw"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x1bt\x10", "unknown: 1b"),
        (b"\x1b\x1dt\x10", "code page 16"),
        (b"\x1b\x1dyS0\1\x1b\x1dyS1\3", "QR model 1"),
        (b"\x1b\x1dyS1\3", "QR level 3"),
        (b"half\x1bd\3", "cut in the middle"),
        (b"\x1bX\x10\0\0", "incomplete"),
    ],
)
def test_what_a_star_printer_would_not_understand_is_reported(data, problem):
    assert any(problem in found for found in paper_from_bytes(data, STAR).problems)


def test_commands_a_person_may_send_by_hand_are_read_too():
    paper = paper_from_bytes(b"weg\x18\x1bJ\4\x1ba\2dag\n\x1bd0", STAR)
    assert paper.text == "dag\n"
    assert paper.problems == ()

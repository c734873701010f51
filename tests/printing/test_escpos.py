"""Documents as ESC/POS bytes, checked with a reader that does not know the encoder."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from balie_app.printing import escpos
from balie_app.printing.bitmap import Bitmap
from balie_app.printing.commands import CommandReader, listing
from balie_app.printing.documents import Align, Cut, Document, Image, Line, Number, Pair, Space
from balie_app.printing.encoder import encode
from balie_app.printing.profiles import CodePage, profile, profile_names
from balie_app.printing.render import paper_from_bytes
from balie_app.printing.ticket import things_to_bring
from balie_app.queue.config.templates import template

GOLDEN = Path(__file__).parent / "golden"


def commands(data):
    return CommandReader().feed(data)


def names(data):
    return [command.name for command in commands(data)]


@pytest.mark.parametrize(
    ("language", "name", "copy"),
    [
        ("nl", "epson", False),
        ("nl", "clone", False),
        ("en", "custom-vkp80", False),
        ("pl", "nippon", True),
        ("nl", "star", False),
    ],
)
def test_the_bytes_of_a_ticket_are_those_once_approved(make_ticket, language, name, copy):
    """Write them anew with BALIE_GOLDEN=write, and look at the difference before committing."""
    data = encode(make_ticket(language, copy=copy, products=("passport",)), profile(name), b"A7f3")
    path = GOLDEN / f"{language}-{name}.bin"
    if os.environ.get("BALIE_GOLDEN") == "write":
        path.write_bytes(data)
    dialect = profile(name).dialect
    assert listing(data, dialect) == listing(path.read_bytes(), dialect)
    assert data == path.read_bytes()


@pytest.mark.parametrize("name", ["epson", "star"])
def test_a_text_ticket_with_native_qr_is_at_most_300_bytes(make_ticket, name):
    data = encode(make_ticket(), profile(name))
    assert len(data) <= 300
    assert b"k7Q2mZx9TbRw" in data


@pytest.mark.parametrize("name", ["epson", "star"])
def test_a_checklist_adds_its_letters_and_no_more_than_80_bytes_besides(make_ticket, contact, name):
    """Three things to bring are 168 letters in the catalogue: with those no ticket fits in 300 bytes."""
    hall = template("three-counters", "Gemeente Haarlem")
    passport = hall.product_by_slug["paspoort-aanvragen"]
    things = things_to_bring(hall, replace(contact, products=(passport.slug,)), "nl")
    bare = encode(
        make_ticket(hall=replace(hall, products=(replace(passport, bring={}),)), products=(passport.slug,)),
        profile(name),
    )
    full = encode(make_ticket(hall=hall, products=(passport.slug,)), profile(name))
    assert len(things) == 3
    assert len(bare) <= 300
    assert len(full) - len(bare) <= sum(map(len, things)) + 80


@pytest.mark.parametrize("name", profile_names())
@pytest.mark.parametrize("language", ["nl", "en", "de", "fr", "ar", "tr", "pl", "uk"])
def test_every_printer_can_print_every_language(make_ticket, name, language):
    paper = paper_from_bytes(encode(make_ticket(language, products=("passport",)), profile(name)), profile(name))
    assert paper.problems == ()
    assert "A 012" in paper.text
    assert "Aanvragen en ophalen" in paper.text
    assert "?" not in paper.text
    assert len(paper.cuts) == 1


def test_one_code_page_holds_the_whole_ticket(make_ticket):
    for language, number in (("nl", 16), ("tr", 48), ("uk", 46), ("pl", 45)):
        pages = [
            one.data for one in commands(encode(make_ticket(language), profile("epson"))) if one.name == "code-page"
        ]
        assert pages == [bytes((number,))], language


def test_a_line_the_code_page_lacks_is_drawn_and_the_others_stay_text():
    document = Document("", "nl", (Line("Café € 83,87"), Line("Ласкаво просимо"), Line("Tot ziens"), Cut()))
    data = encode(document, replace(profile("epson"), code_pages=(CodePage("cp1252", 16),)))
    assert [one.data for one in commands(data) if one.name == "text"] == ["Café € 83,87".encode("cp1252"), b"Tot ziens"]
    assert names(data).count("raster") == 1


def test_signs_of_typography_are_made_plain_before_a_line_is_drawn():
    document = Document("", "nl", (Line("10–15 minuten…"),))
    data = encode(document, replace(profile("epson"), code_pages=(CodePage("cp858", 19),)))
    assert [one.data for one in commands(data) if one.name == "text"] == [b"10-15 minuten..."]


def test_arabic_is_drawn_at_the_right_and_no_wider_than_it_is(make_ticket):
    data = encode(make_ticket("ar"), profile("epson"))
    drawn = [one for one in commands(data) if one.name == "raster" and one.data[0] == 0]
    assert len(drawn) == 6
    assert all(int.from_bytes(one.data[1:3], "little") * 8 < 576 for one in drawn)
    assert [one.data for one in commands(data) if one.name == "align"] == [b"\x02"]


def test_dots_are_sent_in_bands():
    bitmap = Bitmap(16, tuple(bytes((index % 256, 255)) for index in range(300)))
    bands = commands(escpos.EscPos().image(bitmap, 128))
    assert [int.from_bytes(one.data[3:5], "little") for one in bands] == [128, 128, 44]
    assert b"".join(one.data[5:] for one in bands) == b"".join(bitmap.rows)


def test_the_number_is_the_largest_that_fits_and_is_put_back_to_ordinary_size():
    for text, size in (("A 012", 0x77), ("AB 1012", 0x55), ("1", 0x77)):
        sizes = [
            one.data[0]
            for one in commands(encode(Document("", "nl", (Number(text),)), profile("epson")))
            if one.name == "size"
        ]
        assert sizes == [size, 0], text


def test_status_is_asked_for_again_right_after_the_reset():
    assert names(encode(Document("", "nl", ()), profile("epson")))[:2] == ["reset", "auto-status"]


def test_the_done_marker_is_the_last_command_after_the_cut(make_ticket):
    assert names(encode(make_ticket(), profile("epson")))[-2:] == ["cut-after-feed", "ask-paper"]
    assert encode(make_ticket(), profile("epson")).endswith(escpos.DONE_MARKER)
    job = replace(profile("epson"), done="gs-h")
    assert encode(make_ticket(), job, b"A7f3").endswith(b"\x1d(H\x06\x0000A7f3")
    nippon = encode(make_ticket(), profile("nippon"), b"A7f3")
    assert nippon.startswith(b"\x1dG1A7f3")
    assert nippon.endswith(b"\x1dG0")


def test_an_unprintable_job_number_cannot_become_a_command(make_ticket):
    nippon = encode(make_ticket(), profile("nippon"), b"\x1b@\x10\x04")
    assert nippon.startswith(b"\x1dG1000@")


def test_an_escape_sequence_in_a_note_is_printed_as_harmless_text():
    data = encode(Document("", "nl", (Line("Dag\x1b@\x1dV\x00\x10\x04\x01 hoor"),)), profile("epson"))
    assert [one.data for one in commands(data) if one.name == "text"] == [b"Dag @ V hoor"]


def test_a_very_long_note_ends_in_an_ellipsis_and_wraps_between_words():
    data = encode(Document("", "nl", (Line("woord " * 1000),)), profile("epson"))
    rows = [one.data for one in commands(data) if one.name == "text"]
    assert all(len(row) <= 48 for row in rows)
    assert sum(map(len, rows)) < 420
    assert rows[-1].decode("cp1252").endswith("…")


def test_a_word_longer_than_the_paper_is_broken_not_cut_off():
    data = encode(Document("", "nl", (Line("x" * 100),)), profile("epson"))
    assert [len(one.data) for one in commands(data) if one.name == "text"] == [48, 48, 4]


def test_centred_text_and_white_are_sent_once():
    document = Document(
        "", "nl", (Line("a", align=Align.CENTRE), Line("b", align=Align.CENTRE), Space(200), Space(100))
    )
    data = encode(document, profile("epson"))
    assert names(data).count("align") == 1
    assert [one.data[0] for one in commands(data) if one.name == "feed-dots"] == [255, 45]


def test_an_amount_or_a_number_the_code_page_lacks_is_drawn_too():
    western = replace(profile("epson"), code_pages=(CodePage("cp1252", 16),))
    document = Document("", "uk", (Pair("Плата", "Ґ 83,87"), Number("Ж 012"), Cut()))
    data = encode(document, western)
    assert names(data).count("raster") == 2
    assert "text" not in names(data)


def test_a_pair_wraps_its_text_and_keeps_the_amount_at_the_right_of_the_last_row():
    data = encode(Document("", "nl", (Pair("woord " * 20, "EUR 83,87"),)), profile("epson"))
    rows = [one.data for one in commands(data) if one.name == "text"]
    assert [len(row) for row in rows[-1:]] == [48]
    assert rows[-1].endswith(b" EUR 83,87")
    assert len(rows) > 1


def test_what_is_no_part_of_a_document_is_refused():
    with pytest.raises(TypeError):
        encode(Document("", "nl", ("los",)), profile("epson"))


def test_dots_have_a_listing_that_people_can_read():
    column = encode(Document("", "nl", (Image(Bitmap(16, (b"\xff\xff",) * 24)),)), profile("star"))
    assert "columns          16 x 24" in listing(column, "star")

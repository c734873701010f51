"""Paper as a hall wants it: logo, header, footer, which lines, and in which languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from balie_app.printing.bitmap import Bitmap
from balie_app.printing.commands import CommandReader, listing
from balie_app.printing.documents import Align, Code, Cut, Document, Image, Line, Number, Size
from balie_app.printing.drawing import LOGO_HIGHEST, logo_dots
from balie_app.printing.encoder import encode
from balie_app.printing.flow import Dots, flow
from balie_app.printing.keptlogo import store_picture, stored_picture
from balie_app.printing.pdf import pdf
from balie_app.printing.picture import picture
from balie_app.printing.profiles import profile, profile_names, read_profile
from balie_app.printing.render import new_paper, paper_from_bytes
from balie_app.queue.config.logo import problem
from balie_app.queue.rules.paper import LogoPlace, Paper, PaperLanguage, TicketLine
from balie_app.queue.trouble import Trouble


@pytest.fixture
def ticket_on(make_ticket, hall):
    """A ticket on paper with these choices."""

    def make(spoken="nl", products=("passport",), texts=None, **choices):
        dressed = replace(hall, paper=Paper(**choices), texts=texts or {})
        return make_ticket(spoken, products=products, hall=dressed)

    return make


def lines(document):
    return [part.text for part in document.parts if isinstance(part, Line)]


def images(document):
    return [part for part in document.parts if isinstance(part, Image)]


def test_header_and_footer_stand_around_the_ticket_a_line_each_in_the_visitor_s_language(ticket_on):
    choices = {
        "header": {"nl": "Publiekshal\nMarkt 1", "en": "Public hall"},
        "footer": {"nl": "Bewaar dit nummer.\n\nTot ziens"},
    }
    dutch = lines(ticket_on(**choices))
    assert dutch[:3] == ["Gemeente Haarlem", "Publiekshal", "Markt 1"]
    assert dutch[-2:] == ["Bewaar dit nummer.", "Tot ziens"]
    english = lines(ticket_on("en", **choices))
    assert english[1] == "Public hall"
    assert english[-1] == "Tot ziens"


def test_the_footer_of_before_is_still_printed(ticket_on):
    assert lines(ticket_on(texts={"ticket_footer": {"nl": "Dank u"}}))[-1] == "Dank u"


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        (TicketLine.MUNICIPALITY, {"Gemeente Haarlem"}),
        (TicketLine.KIND, {"Aanvragen en ophalen"}),
        (TicketLine.MOMENT, {"di 14 januari 2020, 10.42 uur"}),
        (TicketLine.WAIT, {"Wachttijd", "5 tot 15 minuten"}),
        (TicketLine.BEFORE, {"Wachtenden voor u: 5"}),
        (TicketLine.PLACE, {"Wachten in: hal A"}),
        (TicketLine.BRING, {"Houd klaar:", "- uw oude paspoort", "- een pasfoto"}),
        (TicketLine.CODE, set()),
    ],
)
def test_a_hidden_line_is_the_only_thing_that_goes(ticket_on, line, gone):
    whole, less = ticket_on(), ticket_on(hide=(line,))
    assert set(lines(whole)) - set(lines(less)) == gone
    assert any(isinstance(part, Code) for part in less.parts) == (line is not TicketLine.CODE)
    assert Number("A 012") in less.parts


def test_with_everything_hidden_the_number_stays(ticket_on):
    document = ticket_on(hide=tuple(TicketLine))
    assert [part for part in document.parts if isinstance(part, Number | Line | Code | Cut)] == [Number("A 012"), Cut()]


def test_an_appointment_keeps_its_time_whatever_is_hidden(make_ticket, hall, visit):
    dressed = replace(hall, paper=Paper(hide=tuple(TicketLine)))
    assert "Afspraak om 10.42 uur" in lines(make_ticket(hall=dressed, contact={"appointment_at": visit.arrived_at}))


def test_a_hall_may_speak_dutch_only_or_the_visitor_s_language_only(ticket_on):
    assert ticket_on("en", language=PaperLanguage.DUTCH) == ticket_on("nl", language=PaperLanguage.DUTCH)
    alone = ticket_on("en", language=PaperLanguage.VISITOR)
    assert not any(part.size is Size.SMALL for part in alone.parts if isinstance(part, Line))
    assert "Apply and collect" in lines(alone)
    assert alone.language == "en"


@pytest.mark.parametrize("name", profile_names())
def test_a_logo_is_printed_above_everything_on_every_printer(ticket_on, make_logo, name):
    roll = new_paper(profile(name))
    document = ticket_on(logo=make_logo(), logo_width=320)
    if profile(name).logo == "stored":
        roll.feed(store_picture(images(document)[0].dots, profile(name).logo_key))
    roll.feed(encode(document, profile(name)))
    assert roll.problems == ()
    assert roll.text.startswith("[beeld ")
    assert "Gemeente Haarlem" in roll.text


def test_black_is_black_dark_colours_are_solid_and_nothing_is_white(make_logo):
    dots = logo_dots(make_logo(400, 100), 320)
    assert (dots.width, dots.height) == (320, 80)
    middle = dots.rows[40]
    assert middle[:19] == b"\xff" * 19
    assert middle[22:] == b"\0" * 18


def test_a_shade_becomes_a_pattern_of_dots(make_logo):
    dots = logo_dots(make_logo(64, 64, "L", grey=186), 64)
    black = sum(int.from_bytes(row, "big").bit_count() for row in dots.rows)
    assert 0.4 < black / 64**2 < 0.6


def test_a_tall_logo_never_takes_more_than_five_centimetres(make_logo):
    dots = logo_dots(make_logo(100, 1500), 320)
    assert dots.height <= LOGO_HIGHEST
    assert dots.width < 64


def test_a_picture_that_qt_cannot_read_is_left_out_and_the_ticket_is_printed(ticket_on, make_logo):
    # a palette picture without its palette: whole in every chunk, and still no picture
    data = make_logo(40, 10, "P")
    start = data.index(b"PLTE") - 4
    end = start + 12 + int.from_bytes(data[start : start + 4], "big")
    broken = data[:start] + data[end:]
    assert problem(broken) == ""
    assert ticket_on(logo=broken) == ticket_on()


def test_too_wide_a_logo_is_made_smaller_and_not_cut(ticket_on, make_logo):
    narrow = replace(profile("epson"), dots=384)
    document = ticket_on(logo=make_logo(400, 100), logo_width=552)
    band = next(one for one in CommandReader().feed(encode(document, narrow)) if one.name == "raster")
    assert (int.from_bytes(band.data[1:3], "little"), int.from_bytes(band.data[3:5], "little")) == (48, 96)
    assert band.data[5:29] == b"\xff" * 24
    assert band.data[29:53] == b"\0" * 24


def test_a_narrowed_bitmap_keeps_its_shape():
    wide = Bitmap(16, (b"\xff\x00",) * 4)
    assert wide.narrowed(16) is wide
    assert wide.narrowed(15) == Bitmap(8, (b"\xf0",) * 2)
    assert Bitmap(16, ()).narrowed(8) == Bitmap(8, ())


def test_a_logo_stands_at_the_start_or_in_the_middle(ticket_on, make_logo):
    def left(language, **choices):
        _, items = flow(
            ticket_on(language, logo=make_logo(), **choices), lambda text, pixels, _: len(text) * pixels / 2
        )
        return next(item.x for item in items if isinstance(item, Dots))

    assert left("nl") == 44
    assert left("ar") == 44 + 552 - 240
    assert left("nl", logo_place=LogoPlace.CENTRE) == left("ar", logo_place=LogoPlace.CENTRE) == 44 + 156
    document = ticket_on(logo=make_logo(), logo_place=LogoPlace.CENTRE)
    assert images(document)[0].align is Align.CENTRE
    assert [one.data for one in CommandReader().feed(encode(document, profile("epson"))) if one.name == "align"] == [
        b"\x01",
        b"\x00",
    ]


def test_a_logo_is_on_the_pdf_and_on_the_picture(ticket_on, make_logo):
    with_logo, without = ticket_on(logo=make_logo()), ticket_on()
    assert b"/Subtype /Image" in pdf(with_logo)
    assert b"/Subtype /Image" not in pdf(without)
    assert pdf(with_logo) == pdf(with_logo)
    assert picture(with_logo) != picture(without)


def test_a_printer_that_keeps_the_logo_is_told_its_key_only(make_logo):
    document = Document("", "nl", (Image(logo_dots(make_logo(), 240), logo=True), Line("x"), Cut()))
    data = encode(document, profile("epson-logo"))
    assert b"\x1d\x28\x4c\x06\x00\x30\x45BA\x01\x01" in data
    assert len(data) < 40
    assert "kept-picture" in listing(data)


def test_another_picture_than_the_logo_is_sent_to_every_printer(make_logo):
    document = Document("", "nl", (Image(logo_dots(make_logo(), 240)), Cut()))
    for mode in ("stored", "none", "raster"):
        names = [one.name for one in CommandReader().feed(encode(document, replace(profile("epson"), logo=mode)))]
        assert "raster" in names, mode


def test_a_printer_may_print_no_logo_at_all(ticket_on, make_logo):
    bare = replace(profile("epson"), logo="none")
    without = [part for part in ticket_on(logo=make_logo()).parts if not isinstance(part, Image)]
    assert encode(ticket_on(logo=make_logo()), bare) == encode(Document("", "nl", tuple(without)), bare)


def test_the_bytes_that_keep_a_picture_are_those_of_the_manual():
    # GS ( L pL pH m fn a kc1 kc2 b xL xH yL yH c d1…dk: Epson TM-T81 specification p. 87, function 67
    assert store_picture(Bitmap(16, (b"\xf0\x0f", b"\x80\x01")), b"BA") == bytes.fromhex(
        "1d 28 4c 0f 00 30 43 30 42 41 01 10 00 02 00 31 f0 0f 80 01"
    )
    assert stored_picture(b"BA") == bytes.fromhex("1d 28 4c 06 00 30 45 42 41 01 01")


def test_no_real_time_command_hides_in_the_dots_of_a_kept_picture():
    data = store_picture(Bitmap(16, (b"\x10\x04", b"\x10\x05", b"\x10\x14", b"\x10\x10")), b"BA")
    assert data[-8:] == bytes.fromhex("18 04 18 05 18 14 10 10")


def test_paper_says_when_the_printer_has_no_such_picture():
    epson = profile("epson-logo")
    assert paper_from_bytes(stored_picture(b"XY"), epson).problems == ("no picture 'XY' in this printer",)
    assert paper_from_bytes(b"\x1d(L\x02\x00\x30\x40", epson).problems == (
        "a picture command this printer does not have",
    )


def test_a_profile_with_a_wrong_logo_is_refused_with_its_keys(tmp_path):
    text = 'logo = "magic"\nlogo_key = "BAL"\n'
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Trouble) as trouble:
        read_profile(path)
    told = {each.split(":")[0]: each for each in trouble.value.facts["mistakes"]}
    assert told["logo"] == 'logo: \'magic\' is not "raster" or "stored" or "none"'
    assert "two plain characters" in told["logo_key"]

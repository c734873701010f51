"""Slips and the report of a day on paper: on every printer, in every language, as PDF and as picture."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import zxingcpp
from PIL import Image

from balie_app.printing.documents import Code, Cut, Line
from balie_app.printing.encoder import encode
from balie_app.printing.pdf import pdf
from balie_app.printing.picture import picture
from balie_app.printing.profiles import profile, profile_names
from balie_app.printing.render import paper_from_bytes
from balie_app.printing.slips import slip_document
from balie_app.printing.work import job_bytes
from balie_app.queue.figures.tally import Tally
from balie_app.queue.rules.slips import DAY_REPORT, Phrase, Slip, SlipKind, phrase
from balie_app.queue.slips import SLIPS, DayReport, report_text, slip_text
from balie_app.queue.views import Clock, DayFigures, HallView, PrintJob

AT = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
LANGUAGES = ["nl", "en", "de", "fr", "ar", "tr", "pl", "uk"]
TITLES = {
    "nl": "Paspoort aanvragen",
    "en": "Apply for a passport",
    "ar": "طلب جواز سفر",
    "uk": "Заява на паспорт",
    "pl": "Wniosek o paszport",
}
PHOTO = {"nl": "een pasfoto", "en": "a photo", "ar": "صورة شخصية", "uk": "фото", "pl": "zdjęcie"}
OLD = {"nl": "uw oude paspoort", "en": "your old passport", "ar": "جوازك القديم", "uk": "старий паспорт"}
THERE = {"nl": "Ga naar de BsGW.", "en": "Go to the BsGW.", "ar": "اذهب إلى BsGW."}


def slip_of(kind: SlipKind, language: str = "nl") -> Slip:
    slip = Slip(
        kind=kind,
        language=language,
        at=AT,
        label="A012",
        products=(phrase(TITLES, language),),
        things=(phrase(PHOTO, language),),
        counter=2,
        clerk="an01",
    )
    more = {
        SlipKind.COME_BACK: {"code": "K7Q2MZX9", "when": AT + timedelta(hours=3, minutes=48), "things": ()},
        SlipKind.CONFIRMATION: {"code": "K7Q2MZ", "label": "", "when": AT + timedelta(days=8)},
        SlipKind.PAPERS_IN: {"note": "Kopie gemaakt"},
        SlipKind.PAPERS_MISSING: {"again": (phrase(OLD, language),)},
        SlipKind.REFERRAL: {"place": phrase(THERE, language), "things": (), "note": "Vraag naar het formulier."},
    }
    return replace(slip, **more[kind])


@pytest.fixture
def home(hall):
    texts = {"address": {"nl": "Grote Markt 2\n2011 RD Haarlem"}, "ticket_footer": {"nl": "haarlem.nl"}}
    return replace(hall, texts=texts)


def document_of(hall, slip, copy=False):
    return slip_document(hall, slip.kind, slip_text(slip), copy=copy)


def report_document(hall, copy=False):
    tally = Tally()
    tally.fates.update(served=30, left=2, missed=1)
    tally.waited = [3.0, 4.0, 12.5]
    tally.called.update(walk_in=2, appointment=1)
    tally.within.update(walk_in=2)
    tally.bands.update({-1: 1, 3: 2, 5: 1})
    tally.reasons.update({"papers-missing": 2, "title": 1})
    tally.conversations = 31
    tally.outside = tally.off = [0.0, 7.0]
    targets = {"appointment": 0.98, "walk-in-short": 0.9, "first-contact": None, "come-back": 0.1}
    report = DayReport(date(2026, 11, 23), AT, tally.figures(targets))
    return slip_document(hall, DAY_REPORT, report_text(report), copy=copy)


def words_on(document, name="epson"):
    found = profile(name)
    paper = paper_from_bytes(encode(document, found), found)
    assert paper.problems == ()
    assert len(paper.cuts) == 1
    return paper.text


def one_line(text):
    return " ".join(text.split())


GOLDEN = {
    SlipKind.COME_BACK: """Gemeente Haarlem
Kom vandaag terug om
14.30 uur
ma 23 november 2026
Uw nummer: A 012
Waarvoor
Paspoort aanvragen
U houdt uw plaats. U hoeft geen nieuw nummer te
nemen.
Bent u eerder terug? Meld u bij de ontvangst.
[QR K7Q2MZX9]
haarlem.nl
""",
    SlipKind.CONFIRMATION: """Gemeente Haarlem
Uw afspraak
di 1 december 2026
10.42 uur
Publiekshal
Grote Markt 2
2011 RD Haarlem
Waarvoor
Paspoort aanvragen
Neem mee:
- een pasfoto
Uw code: K7Q2MZ
Meld u aan met deze code.
[QR K7Q2MZ]
haarlem.nl
""",
    SlipKind.PAPERS_IN: """Gemeente Haarlem
Bewijs van ontvangst
Uw nummer: A 012
ma 23 november 2026, 10.42 uur
Balie 2, medewerker an01
Waarvoor
Paspoort aanvragen
Deze papieren hebben wij van u gekregen:
- een pasfoto
Opmerking: Kopie gemaakt
Bewaar dit bewijs goed.
haarlem.nl
""",
    SlipKind.PAPERS_MISSING: """Gemeente Haarlem
Deze papieren ontbreken
- een pasfoto
Neem ze de volgende keer mee.
Neem ook weer mee:
- uw oude paspoort
Waarvoor
Paspoort aanvragen
Uw nummer: A 012
ma 23 november 2026, 10.42 uur
Balie 2, medewerker an01
haarlem.nl
""",
    SlipKind.REFERRAL: """Gemeente Haarlem
Hier kunt u terecht
Ga naar de BsGW.
Opmerking: Vraag naar het formulier.
U vroeg om:
Paspoort aanvragen
Uw nummer: A 012
ma 23 november 2026, 10.42 uur
Balie 2, medewerker an01
haarlem.nl
""",
}


@pytest.mark.parametrize("kind", SlipKind)
def test_what_stands_on_a_slip(home, kind):
    assert words_on(document_of(home, slip_of(kind))) == GOLDEN[kind]


@pytest.mark.parametrize("name", profile_names())
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SlipKind)
def test_every_printer_prints_every_slip_in_every_language(home, kind, language, name):
    document = document_of(home, slip_of(kind, language))
    asked = sum(part.text.count("?") for part in document.parts if isinstance(part, Line))
    assert words_on(document, name).count("?") <= asked


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("kind", SlipKind)
def test_the_dutch_lines_stay_for_staff(home, kind, language):
    dutch = [part.text for part in document_of(home, slip_of(kind)).parts if isinstance(part, Line)]
    lines = [part.text for part in document_of(home, slip_of(kind, language)).parts if isinstance(part, Line)]
    title = dutch[1]
    assert title in lines
    assert lines.index(title) == 2
    assert "Paspoort aanvragen" in lines


@pytest.mark.parametrize("kind", SlipKind)
def test_arabic_is_drawn_and_read_from_the_right(home, kind):
    document = document_of(home, slip_of(kind, "ar"))
    assert document.right_to_left
    assert words_on(document).count("[beeld") > 5


@pytest.mark.parametrize("kind", [SlipKind.COME_BACK, SlipKind.CONFIRMATION])
@pytest.mark.parametrize("name", profile_names())
def test_its_code_can_be_scanned_from_the_paper(home, kind, name):
    slip, found = slip_of(kind), profile(name)
    paper = paper_from_bytes(encode(document_of(home, slip), found), found)
    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(paper.png())).convert("L"))
    assert read.text == slip.code


@pytest.mark.parametrize("kind", SlipKind)
def test_a_copy_says_so_in_both_languages(home, kind):
    assert "Opnieuw geprint" in words_on(document_of(home, slip_of(kind), copy=True))
    assert "Opnieuw geprint" not in words_on(document_of(home, slip_of(kind)))
    text = words_on(document_of(home, slip_of(kind, "en"), copy=True))
    assert "Printed again" in text
    assert "Opnieuw geprint" in text


@pytest.mark.parametrize("kind", SlipKind)
def test_what_somebody_typed_is_never_a_command_and_never_endless(home, kind):
    evil = "A\x1b@\x1dV\x00\r\nB"
    strange = replace(
        slip_of(kind),
        note=evil + "x" * 5000,
        things=(Phrase(evil, evil),),
        place=Phrase(*[evil + "y" * 5000] * 2),
        clerk=evil,
        products=(Phrase(evil, evil),),
    )
    document = document_of(home, strange)
    text = one_line(words_on(document))
    assert "A @ V B" in text
    assert document.parts[-1] == Cut()
    for sign in "xy":
        assert text.replace(" ", "").count(sign) < 420
    if kind is SlipKind.REFERRAL:
        assert text.count("…") == 2


def test_a_slip_without_number_counter_or_product_has_no_empty_lines_for_them(home):
    slip = replace(slip_of(SlipKind.PAPERS_MISSING), label="", counter=None, clerk="", products=(), again=())
    lines = words_on(document_of(home, slip)).splitlines()
    assert lines == [
        *("Gemeente Haarlem", "Deze papieren ontbreken", "- een pasfoto", "Neem ze de volgende keer mee."),
        *("ma 23 november 2026, 10.42 uur", "haarlem.nl"),
    ]


def test_a_room_is_called_a_room_and_a_counter_that_is_gone_is_left_out(home):
    slip = replace(slip_of(SlipKind.PAPERS_IN), counter=99)
    assert "an01" not in words_on(document_of(home, slip))


@pytest.mark.parametrize("kind", SlipKind)
def test_nothing_but_the_opaque_code_is_in_the_qr(home, kind):
    slip = slip_of(kind)
    codes = [part.payload for part in document_of(home, slip).parts if isinstance(part, Code)]
    assert codes == ([slip.code] if slip.code else [])


# --- the report of a day --------------------------------------------------------------------------


def test_the_report_of_a_day(home):
    rows = [one_line(row) for row in words_on(report_document(home)).splitlines()]
    for row in (
        "Dagrapport",
        "ma 23 november 2026",
        "Tot ma 23 november 2026, 10.42 uur",
        "Met een nummer 33",
        "Geholpen 30",
        "Gemiddeld 6,5",
        "Langste 12,5",
        "Afspraken 0 / 1 · 0 %",
        "Zonder afspraak 2 / 2 · 100 %",
        "doel 98 %",
        "6 tot 8 minuten later 2",
        "Meer dan 10 minuten later 1",
        "Totaal 3 · 9,7 %",
        "Papieren niet compleet 2",
        "title 1",
        "Klopte 50 %",
        "In gesprek (min) -",
    ):
        assert row in rows
    assert "Opnieuw geprint" in words_on(report_document(home, copy=True))


@pytest.mark.parametrize("name", profile_names())
def test_every_printer_prints_the_report(home, name):
    assert "?" not in words_on(report_document(home), name)


def test_a_day_on_which_nothing_happened_has_a_report_too(home):
    targets = dict.fromkeys(("appointment", "walk-in-short", "first-contact", "come-back"))
    report = DayReport(date(2026, 11, 22), AT, Tally().figures(targets))
    text = words_on(slip_document(home, DAY_REPORT, report_text(report)))
    assert "doel" not in text
    assert "zo 22 november 2026" in text


# --- the other two outputs, and the job -----------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "uk", "ar"])
@pytest.mark.parametrize("kind", SlipKind)
def test_a_slip_is_a_sound_pdf_with_its_words(home, tmp_path, kind, language):
    if shutil.which("pdftotext") is None or shutil.which("qpdf") is None:
        pytest.skip("pdftotext or qpdf is not installed")
    document = document_of(home, slip_of(kind, language))
    (tmp_path / "s.pdf").write_bytes(pdf(document))
    subprocess.run(["qpdf", "--check", "s.pdf"], cwd=tmp_path, capture_output=True, check=True)
    done = subprocess.run(["pdftotext", "s.pdf", "-"], cwd=tmp_path, capture_output=True, text=True, check=True)
    text = one_line(done.stdout)
    dutch = document_of(home, slip_of(kind))
    assert next(part.text for part in dutch.parts[2:] if isinstance(part, Line)) in text
    assert "Paspoort aanvragen" in text
    if language == "uk":
        assert "Заява на паспорт" in text


def test_a_slip_and_a_report_can_be_seen_before_they_are_printed(home):
    for document in (document_of(home, slip_of(SlipKind.COME_BACK, "ar")), report_document(home)):
        image = Image.open(io.BytesIO(picture(document))).convert("L")
        assert image.width == 640
        assert image.getextrema() == (0, 255)


def test_the_job_of_a_visit_that_is_over_is_still_printed(home):
    slip = slip_of(SlipKind.PAPERS_MISSING)
    clock = Clock(rehearsal=True, at=AT, wall=AT)
    view = HallView(1, AT, clock, home, (), (), {}, (), (), {}, {}, DayFigures())
    job = PrintJob("job-1", "bon", slip.kind, slip.label, "queued", False, AT, content=slip_text(slip))
    found = profile("epson")
    assert paper_from_bytes(job_bytes(view, job, found), found).text == GOLDEN[slip.kind]


def test_the_kinds_have_room_in_the_queue_of_paper():
    assert len(SLIPS) == 6
    assert max(map(len, SLIPS)) <= 16

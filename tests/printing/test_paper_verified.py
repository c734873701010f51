"""Our paper read by programs that we did not write: emupos, python-escpos, zxing-cpp, zbar, qpdf, poppler.

emupos 0.4.0 needs a Python 3.13 beside ours, so what it once read and drew is kept in ``golden/emupos`` and compared
with what our own reader sees today; where ``BALIE_EMUPOS=/path/to/python`` (or a python3.13 with emupos) is there, it
reads today's bytes itself. To write those files anew, after looking at what changed:

    python3.13 -m venv emu && emu/bin/pip install emupos==0.4.0
    BALIE_EMUPOS=emu/bin/python BALIE_GOLDEN=write ./balie test tests/printing/test_paper_verified.py
"""

from __future__ import annotations

import base64
import io
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
import zxingcpp
from PIL import Image, ImageOps

from balie_app.printing import encoder, escpos
from balie_app.printing.documents import Document, Line
from balie_app.printing.money import money_document
from balie_app.printing.money_receipt import receipt_document
from balie_app.printing.money_report import report_document
from balie_app.printing.pdf import Paper, pdf
from balie_app.printing.profiles import profile
from balie_app.printing.render import paper_from_bytes
from balie_app.printing.slip_papers import papers_missing_document
from balie_app.queue.money.papers import ReceiptPaper
from balie_app.queue.rules.money import Line as Charged
from balie_app.queue.rules.money import Method, Payment, Receipt, ReceiptKind, TariffKind
from balie_app.queue.rules.slips import Phrase, Slip, SlipKind
from balie_app.queue.rules.till import Count, TillDay, report

AT = datetime(2026, 1, 14, 9, 42, tzinfo=UTC)
RECEIPT = Receipt(
    number="2026-000123",
    year=2026,
    serial=123,
    kind=ReceiptKind.RECEIPT,
    day=AT.date(),
    at=AT,
    counter=2,
    clerk="b12",
    ticket="A012",
    till=0,
    period=12,
    lines=(
        Charged("pas", "1.2.1", 2026, "Paspoort, 18 jaar en ouder", 2, 8000, ledger="8001"),
        Charged("id", "1.2.3", 2026, "Identiteitskaart", 1, 7500, exempt="brand in de woning", ledger="8001"),
        Charged("boek", "V.1", 2026, "Trouwboekje", 1, 3000, TariffKind.SALE, 21, "8401"),
    ),
    payments=(Payment(Method.CARD, 12_000, "A12F34"), Payment(Method.CASH, 7000, given=10_000)),
    total_cents=19_000,
    first="2026-000123",
    ready_on=date(2026, 1, 21),
)
DAY = TillDay("0/12", 0, 12, AT.date(), AT, "b12", 10_000, AT, "b12", (Count(5000, 3), Count(2000, 1)), 17_000, 17_000)
MISSING = Slip(
    SlipKind.PAPERS_MISSING,
    "nl",
    AT,
    label="A012",
    products=(Phrase("Wniosek o paszport", "Paspoort aanvragen"),),
    things=(Phrase("zdjęcie paszportowe", "een pasfoto"),),
    counter=2,
    clerk="b12",
    note="Kom vóór vrijdag terug.",
)
HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "emupos"
CODE = "k7Q2mZx9TbRw"
LANGUAGES = ("nl", "en", "de", "fr", "ar", "tr", "pl", "uk")


class Sample(NamedTuple):
    """One of the papers that emupos reads."""

    what: str
    language: str
    printer: str


SAMPLES = {
    each: Sample(*each.split("_"))
    for each in (
        *("ticket_nl_epson", "ticket_pl_epson", "ticket_uk_epson", "ticket_ar_epson", "ticket_tr_clone"),
        *("ticket_en_custom-vkp80", "receipt_nl_epson", "receipt_nl_clone", "report_nl_epson", "drawer_nl_epson"),
        *("slip_pl_epson", "slip_nl_epson-t88"),
    )
}
DRAWN = frozenset(name for name in SAMPLES if name.startswith(("ticket_ar", "ticket_tr")))
"""Their pictures hold letters that Qt drew, which differ a little from one system to the next."""


@pytest.fixture
def home(hall):
    """The hall with its address, which a notice needs."""
    return replace(hall, texts={"address": {"nl": "Grote Markt 2\n2011 RD Haarlem"}})


@pytest.fixture
def document(home, make_ticket):
    """The document of a sample."""

    def make(sample):
        made = {
            "ticket": lambda: make_ticket(sample.language, products=("passport",)),
            "receipt": lambda: receipt_document(home, ReceiptPaper(RECEIPT, drawer=True)),
            "report": lambda: report_document(home, report(0, 12, AT, DAY, [RECEIPT], [])),
            "slip": lambda: papers_missing_document(home, replace(MISSING, language=sample.language)),
            "drawer": lambda: money_document(home, "drawer", "{}"),
        }
        return made[sample.what]()

    return make


@pytest.fixture
def bytes_of(document):
    """The bytes of a sample for its printer."""
    return lambda sample: encoder.encode(document(sample), profile(sample.printer))


@pytest.fixture
def codes(tool, tmp_path):
    """What two decoders read from a picture: they fail differently, so both are asked."""

    def read(picture):
        with_edge = ImageOps.expand(picture.convert("L"), border=40, fill=255)  # the white of the paper beside the dots
        with_edge.save(tmp_path / "paper.png")
        zbar = tool("zbarimg", "--nodbus", "-q", "--raw", "paper.png").split()
        return [found.text for found in zxingcpp.read_barcodes(with_edge)], zbar

    return read


# -- emupos --------------------------------------------------------------------------------------------


@pytest.fixture
def emupos(tmp_path):
    """Prints papers with emupos."""
    candidates = (os.environ.get("BALIE_EMUPOS", ""), shutil.which("python3.13") or "")
    python = next((each for each in candidates if each and _imports(each, "emupos")), "")
    if not python:
        pytest.skip("emupos (PyPI, Python 3.13) is not there: see the head of this file")

    def printed(papers):
        pages = {page.number: f"W{page.codec[2:]}" for page in profile("epson").code_pages}
        names = {
            number: f"WPC{name[1:]}" if name.startswith("W125") else f"PC{name[1:]}" for number, name in pages.items()
        }
        asked = json.dumps({"pages": names, "papers": {name: data.hex() for name, data in papers.items()}})
        command = [python, str(HERE / "emupos_program.py")]
        done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, cwd=tmp_path)
        return {name: SimpleNamespace(**found) for name, found in json.loads(done.stdout).items()}

    return printed


def _imports(python, module):
    return subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0


def plain(text):
    """The words of a paper, whoever read it: pictures without their size, rules and white left out."""
    rows = (
        row.rstrip().replace("[beeld", "[image").replace("[QR", "[qr").replace("×", "x") for row in text.split("\n")
    )
    kept = (row for row in rows if row and not re.fullmatch(r"\[image \d+x[1-4]\]", row))
    return [re.sub(r"^\[image .*\]$", "[image]", row) for row in kept]


def pixels(png):
    """A picture as dots, however it was compressed."""
    with Image.open(io.BytesIO(png)) as image:
        dots = image.convert("1")
        return dots.size, dots.tobytes()


@pytest.mark.parametrize("name", SAMPLES)
def test_emupos_reads_and_draws_every_paper_as_it_once_did(emupos, bytes_of, name):
    sample = SAMPLES[name]
    found = emupos({name: bytes_of(sample)})[name]
    assert found.unknown == []
    assert found.drawer == (1 if sample.what in {"receipt", "drawer"} else 0)
    assert found.answers.endswith("00")  # GS r 1, the question behind the cut: paper is there, all before it is done
    text, picture = GOLDEN / f"{name}.txt", GOLDEN / f"{name}.png"
    png = base64.b64decode(found.png[0]) if found.png else b""
    if os.environ.get("BALIE_GOLDEN") == "write":
        text.write_text(found.text, encoding="utf-8")
        if png:
            picture.write_bytes(png)
    assert plain(found.text) == plain(text.read_text(encoding="utf-8"))
    assert len(found.png) == (0 if sample.what == "drawer" else 1)
    if png and name not in DRAWN:
        assert pixels(png) == pixels(picture.read_bytes())


@pytest.mark.parametrize("name", SAMPLES)
def test_our_reader_sees_what_emupos_read(bytes_of, name):
    sample = SAMPLES[name]
    paper = paper_from_bytes(bytes_of(sample), profile(sample.printer))
    assert paper.problems == ()
    assert plain(paper.text) == plain((GOLDEN / f"{name}.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [name for name, sample in SAMPLES.items() if sample.what == "ticket"])
def test_two_decoders_read_the_code_on_the_paper_that_emupos_drew(codes, name):
    with Image.open(GOLDEN / f"{name}.png") as picture:
        assert codes(picture) == ([CODE], [CODE])


# -- the codes, from our own paper ---------------------------------------------------------------------


@pytest.mark.parametrize("printer", ["epson", "clone", "custom-vkp80", "nippon"])
@pytest.mark.parametrize("language", ["nl", "ar", "uk"])
def test_two_decoders_read_the_code_of_a_ticket_of_every_printer(make_ticket, codes, language, printer):
    paper = paper_from_bytes(encoder.encode(make_ticket(language), profile(printer)), profile(printer))
    with Image.open(io.BytesIO(paper.png())) as picture:
        assert codes(picture) == ([CODE], [CODE])


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["nl", "ar", "uk"])
def test_two_decoders_read_the_code_of_a_ticket_from_the_pdf(make_ticket, codes, tool, tmp_path, language, paper):
    (tmp_path / "t.pdf").write_bytes(pdf(make_ticket(language), paper))
    tool("pdftoppm", "-r", "200", "-png", "-singlefile", "t.pdf", "page")
    with Image.open(tmp_path / "page.png") as page:
        assert codes(page) == ([CODE], [CODE])


# -- python-escpos -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def theirs(tmp_path_factory):
    """The same commands made by python-escpos, in a process of its own."""
    environment = os.environ | {
        "ESCPOS_CAPABILITIES_PICKLE_DIR": str(tmp_path_factory.mktemp("escpos")),
        "PYTHONSAFEPATH": "1",
    }
    if find_spec("escpos") is None:
        pytest.skip("python-escpos (test extra) is not installed")
    command = [sys.executable, str(HERE / "escpos_program.py"), CODE, str(profile("epson").qr_module)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return SimpleNamespace(**json.loads(done.stdout))


def test_python_escpos_makes_the_same_code_cut_drawer_and_reset(theirs, make_ticket):
    ticket = encoder.encode(make_ticket(), profile("epson"))
    assert ticket.startswith(bytes.fromhex(theirs.reset))
    assert bytes.fromhex(theirs.qr) in ticket
    assert ticket.endswith(bytes.fromhex(theirs.cut) + escpos.DONE_MARKER)
    assert bytes.fromhex(theirs.drawer) == escpos.DRAWER


def test_the_database_of_python_escpos_has_our_code_pages_under_the_same_numbers(theirs):
    ours = {str(page.number): page.codec for page in profile("epson").code_pages}
    assert {number: theirs.pages.get(number) for number in ours} == ours


# -- qpdf and poppler ----------------------------------------------------------------------------------


@pytest.fixture
def page(tool, tmp_path):
    """A document as a sound PDF file: the words that pdftotext finds in it."""

    def words(document, paper):
        data = pdf(document, paper)
        assert data == pdf(document, paper)
        (tmp_path / "t.pdf").write_bytes(data)
        assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", "t.pdf")
        return " ".join(tool("pdftotext", "-layout", "t.pdf", "-").split())

    return words


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sound_pdf_gives_its_words_back_in_every_language(make_ticket, page, language, paper):
    document = make_ticket(language, products=("passport",))
    found = page(document, paper)
    lines = [part.text for part in document.parts if isinstance(part, Line)]
    arabic = [line for line in lines if any("\u0600" <= sign <= "\u06ff" for sign in line)]
    latin = [line for line in lines if line not in arabic]
    assert len(latin) >= 5
    assert [line for line in latin if line not in found] == []
    # poppler gives Arabic letters back in their joined forms, and says the direction of each piece
    words = {word.strip(":،") for line in arabic for word in line.split() if word.strip(":،").isalpha()}
    assert len(words) >= 8 if language == "ar" else not words
    assert words <= set(re.findall(r"\w+", unicodedata.normalize("NFKC", found)))


@pytest.mark.parametrize("name", ["receipt_nl_epson", "report_nl_epson", "ticket_ar_epson", "ticket_uk_epson"])
@pytest.mark.parametrize("paper", Paper)
def test_every_font_is_embedded_and_the_title_and_language_are_told(document, page, tool, name, paper):
    made: Document = document(SAMPLES[name])
    page(made, paper)
    fonts = [row.split() for row in tool("pdffonts", "t.pdf").splitlines()[2:]]
    assert 1 <= len(fonts) <= 4
    assert {row[-5] for row in fonts} == {"yes"}
    assert re.search(rf"^Title: +{re.escape(made.title)}$", tool("pdfinfo", "t.pdf"), re.MULTILINE)
    objects = json.loads(tool("qpdf", "--json", "t.pdf"))["qpdf"][1]
    (root,) = (each["value"] for each in objects.values() if "/Catalog" in str(each.get("value")))
    assert root["/Lang"] == f"u:{made.language}"
    assert objects[f"obj:{root['/ViewerPreferences']}"]["value"]["/DisplayDocTitle"] is True


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    ("name", "heading"),
    [("receipt_nl_epson", "Kennisgeving leges"), ("ticket_nl_epson", "A 012"), ("report_nl_epson", "Z-rapport")],
)
def test_poppler_finds_the_heading_and_every_word_in_the_structure(document, page, tool, name, heading, paper):
    made = document(SAMPLES[name])
    words = page(made, paper)
    told = tool("pdfinfo", "-struct-text", "t.pdf")
    assert re.search(r"^Tagged: +yes$", tool("pdfinfo", "t.pdf"), re.MULTILINE)
    assert re.findall(r'H1 \(block\)\n +"(.*)"', told) == [heading]
    pieces = re.findall(r'^ +"(.*)"$', told, re.MULTILINE)
    without_foot = re.sub(re.escape(made.title) + r" · \d / \d", "", words)  # a page number is no part of the text
    assert sorted(" ".join(pieces).split()) == sorted(without_foot.split())

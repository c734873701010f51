"""Receipts and reports on paper: what a notice must hold, on every printer, as PDF and as picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from balie_app.printing.commands import CommandReader
from balie_app.printing.documents import Cut, Document, Pair, Size
from balie_app.printing.encoder import encode
from balie_app.printing.flow import flow
from balie_app.printing.money import money_document
from balie_app.printing.money_receipt import receipt_document
from balie_app.printing.money_report import report_document
from balie_app.printing.pdf import Paper, pdf
from balie_app.printing.picture import picture
from balie_app.printing.profiles import CodePage, profile, profile_names
from balie_app.printing.render import paper_from_bytes
from balie_app.printing.work import job_bytes, job_document
from balie_app.queue.money.papers import ReceiptPaper, receipt_paper, receipt_text, report_paper, report_text
from balie_app.queue.rules.money import Line, Method, Payment, Receipt, ReceiptKind, TariffKind, taken_back
from balie_app.queue.rules.paper import TicketLine
from balie_app.queue.rules.till import DENOMINATIONS, Count, Move, MoveKind, TillDay, report
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import PrintJob

AT = datetime(2026, 1, 14, 9, 42, tzinfo=UTC)
DAY = date(2026, 1, 14)
LINES = (
    Line("pas", "1.2.1", 2026, "Paspoort, 18 jaar en ouder", 2, 8000, ledger="8001"),
    Line("id", "1.2.3", 2026, "Identiteitskaart", 1, 7500, exempt="brand in de woning", ledger="8001"),
    Line("boek", "V.1", 2026, "Trouwboekje", 1, 3000, TariffKind.SALE, 21, "8401"),
)
PAID = (Payment(Method.CARD, 10_000, "A12F34"), Payment(Method.CASH, 7000, given=10_000), Payment(Method.LATER, 2000))
NUMBER = "2026-000123"
RECEIPT = Receipt(
    number=NUMBER,
    year=2026,
    serial=123,
    kind=ReceiptKind.RECEIPT,
    day=DAY,
    at=AT,
    counter=2,
    clerk="b12",
    ticket="A012",
    till=0,
    period=12,
    lines=LINES,
    payments=PAID,
    total_cents=19_000,
    first=NUMBER,
    ready_on=date(2026, 1, 21),
)
REFUND = replace(
    RECEIPT,
    number="2026-000124",
    serial=124,
    kind=ReceiptKind.REFUND,
    lines=(taken_back(LINES[0], 0, 1),),
    payments=(Payment(Method.CASH, -8000),),
    total_cents=-8000,
    about=NUMBER,
    reason="Dubbel berekend",
    ready_on=None,
)
TILL_DAY = TillDay(
    "0/12", 0, 12, DAY, AT, "b12", 10_000, AT + timedelta(hours=7), "b12", (Count(5000, 1),), 4000, 5000, "te veel"
)
TAKEN = Move("m", MoveKind.TAKEN_OUT, "", 0, 12, DAY, AT, 2, "b12", (Payment(Method.CASH, -5000),))
Z = report(0, 12, AT, TILL_DAY, [RECEIPT, REFUND], [TAKEN])
PAPER = ReceiptPaper(RECEIPT, None, (), 2000, drawer=True)


def words(document, name="epson"):
    paper = paper_from_bytes(encode(document, profile(name)), profile(name))
    assert paper.problems == ()
    return paper.text


@pytest.fixture
def home(hall):
    return replace(hall, texts={"address": {"nl": "Grote Markt 2\n2011 RD Haarlem"}})


@pytest.mark.parametrize("name", profile_names())
def test_a_notice_holds_all_that_the_law_and_the_visitor_need_on_every_printer(home, name):
    text = words(receipt_document(home, PAPER), name)
    for expected in (
        *("Gemeente Haarlem", "Grote Markt 2", "2011 RD Haarlem", "Kennisgeving leges", NUMBER),
        *("wo 14 januari 2026, 10.42 uur", "Balie 2, medewerker b12", "A 012", "Artikel 1.2.1, tarieventabel 2026"),
        *("160,00", "Vrijgesteld: brand in de woning", "€ 190,00", "Waarvan btw 21% over 24,79", "5,21"),
        *("Op leges zit geen btw.", "Met pas, code A12F34", "Ontvangen", "Wisselgeld terug", "Nog te betalen"),
        *("Klaar vanaf wo 21 januari 2026", "binnen zes weken", "heffingsambtenaar van de gemeente"),
    ):
        assert expected in " ".join(text.split()) or expected in text
    assert "KOPIE" not in text
    assert "?" not in text.replace("deze kennisgeving?", "")


def test_amounts_end_in_one_column(home):
    rows = words(receipt_document(home, PAPER)).splitlines()
    columns = profile("epson").columns
    amounts = [row for row in rows if row.endswith((" 160,00", " 0,00", " 30,00", " 100,00", " 70,00", "€ 20,00"))]
    assert len([row for row in amounts if len(row) == columns]) >= 5
    (total,) = [row for row in rows if "190,00" in row]
    assert (total[:6], total[-8:], len(total)) == ("Totaal", "€ 190,00", columns // 2)


def test_a_copy_says_so_and_leaves_the_drawer_shut(home):
    shut = replace(PAPER, drawer=False)
    both = receipt_document(home, PAPER), receipt_document(home, shut, copy=True)
    first, again = (encode(document, profile("epson")) for document in both)
    papers = [paper_from_bytes(data, profile("epson")) for data in (first, again)]
    assert [paper.drawer for paper in papers] == [1, 0]
    assert [paper.text.splitlines()[0] for paper in papers] == ["Gemeente Haarlem", "KOPIE"]


def test_a_sale_without_fees_is_no_notice(home):
    sold = replace(RECEIPT, lines=LINES[2:], total_cents=3000, payments=(Payment(Method.CARD, 3000, "A1"),))
    text = words(receipt_document(home, ReceiptPaper(sold)))
    assert "Kassabon" in text
    assert "bezwaar" not in text
    assert "leges" not in text.lower()


def test_objection_names_the_paper_and_asks_to_pay_only_what_is_to_be_paid(home):
    free = replace(RECEIPT, lines=LINES[1:2], payments=(), total_cents=0)
    for receipt, named, pays in (
        (RECEIPT, "kennisgeving", True),
        (REFUND, "terugbetaling", False),
        (free, "kennisgeving", False),
    ):
        text = " ".join(words(receipt_document(home, ReceiptPaper(receipt, DAY))).split())
        assert f"niet eens met deze {named}?" in text
        assert f"het nummer van deze {named}" in text
        assert ("geen uitstel" in text) is pays


def test_a_refund_refers_to_the_first_receipt_with_its_reason(home):
    text = words(receipt_document(home, ReceiptPaper(REFUND, DAY)))
    for expected in ("Terugbetaling", f"Hoort bij {NUMBER} van 14-01-2026", "Reden: Dubbel berekend", "Contant terug"):
        assert expected in text
    assert "€ 80,00" in text
    assert "-80,00" in text


def test_a_receipt_of_nought_says_why_and_that_nothing_is_to_be_paid(home):
    free = replace(RECEIPT, lines=LINES[1:2], payments=(), total_cents=0, reason="kosteloos")
    text = words(receipt_document(home, ReceiptPaper(free)))
    assert "€ 0,00" in text
    assert "Reden: kosteloos" in text
    assert "U hoeft niets te betalen." in text


def test_what_was_settled_later_is_on_the_copy(home):
    settled = (Payment(Method.CASH, 2000, given=5000), Payment(Method.LATER, -2000))
    text = words(receipt_document(home, ReceiptPaper(RECEIPT, None, settled, 0)))
    assert "Later betaald: Contant" in text
    assert "Nog te betalen" not in text


def test_how_and_when_to_pay_later_is_told_where_something_is_still_to_be_paid(home):
    told = "Betaal binnen 30 dagen op rekening NL00 BANK 0123 4567 89."
    own = replace(home, texts={"pay_later": {"nl": told}})
    assert told in " ".join(words(receipt_document(own, PAPER)).split())
    paid = words(receipt_document(own, replace(PAPER, open_cents=0)))
    assert "30 dagen" not in paid
    assert "30 dagen" not in words(receipt_document(home, PAPER))


def test_the_municipality_may_give_its_own_words_about_objection(home):
    own = "Bezwaar maken kan op haarlem.nl. " * 30
    text = words(receipt_document(replace(home, texts={"objection": {"nl": own}}), PAPER))
    assert " ".join(text.split()).count("Bezwaar maken kan op haarlem.nl.") == 30
    assert "heffingsambtenaar" not in text


def test_a_report_tells_x_from_z(home):
    z = words(report_document(home, Z))
    for expected in ("Z-rapport", "kasdag 12", "Moet er zijn", "Geteld", "Verschil", "€ 10,00", "te veel", "Afgestort"):
        assert expected in z
    x = words(report_document(home, replace(Z, till_day=replace(TILL_DAY, closed_at=None))))
    assert "X-rapport" in x
    assert "Geteld" not in x
    assert "Nog niet geopend" in words(report_document(home, replace(Z, till_day=None)))
    assert "KOPIE" in words(report_document(home, Z, copy=True))


def test_a_paper_survives_the_print_queue():
    assert receipt_paper(receipt_text(PAPER)) == PAPER
    assert receipt_paper(receipt_text(ReceiptPaper(REFUND, DAY, PAID))) == ReceiptPaper(REFUND, DAY, PAID)
    assert report_paper(report_text(Z)) == Z
    assert report_paper(report_text(replace(Z, till_day=None))) == replace(Z, till_day=None)


@pytest.mark.parametrize("kind", ["receipt", "till"])
def test_paper_of_a_rehearsal_hall_says_that_it_is_practice(home, kind):
    content = receipt_text(PAPER) if kind == "receipt" else report_text(Z)
    first, second = words(money_document(home, kind, content, practice=True)).splitlines()[:2]
    assert (first.strip(), second.strip()) == ("OEFENING", "Dit papier is niet geldig.")
    assert "OEFENING" not in words(money_document(home, kind, content))
    practice = SimpleNamespace(config=home, clock=SimpleNamespace(rehearsal=True))
    job = PrintJob("a0001", "bon", kind, "", "queued", False, AT, content=content)
    assert job_document(practice, job) == money_document(home, kind, content, practice=True)


def test_a_drawer_opens_without_paper_and_an_unknown_paper_is_a_trouble(home):
    paper = paper_from_bytes(encode(money_document(home, "drawer", "{}"), profile("epson")), profile("epson"))
    assert (paper.drawer, paper.text, paper.cuts) == (1, "", [])
    with pytest.raises(Trouble):
        money_document(home, "fax", "{}")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=60), st.text(st.characters(max_codepoint=31), max_size=10))
def test_nothing_typed_reaches_the_printer_as_a_command(hall, text, controls):
    typed = f"{controls}{text}\x1b@\x1bp00\x10\x14"
    free = replace(LINES[1], description=f"Kaart {typed}", exempt=f"reden {typed}")
    odd = replace(RECEIPT, lines=(free,), reason=typed, note=typed, clerk="b12", payments=(), total_cents=0)
    found = CommandReader().feed(encode(receipt_document(hall, ReceiptPaper(odd)), profile("epson")))
    assert "unknown" not in {command.name for command in found}
    assert [command.name for command in found].count("reset") == 1
    assert "drawer" not in {command.name for command in found}


def test_a_note_of_five_thousand_characters_is_cut_with_an_ellipsis(home):
    text = words(receipt_document(home, ReceiptPaper(replace(RECEIPT, note="lang " * 1000))))
    assert len(text) < 3000
    assert "…" in text


def test_a_printer_without_euro_sign_says_eur_and_keeps_the_columns(home):
    old = replace(profile("epson"), code_pages=(CodePage("cp437", 0),))
    text = paper_from_bytes(encode(receipt_document(home, PAPER), old), old).text
    (total,) = [row for row in text.splitlines() if "190,00" in row]
    assert total.startswith("Totaal")
    assert total.endswith("EUR 190,00")
    assert len(total) == old.columns // 2


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(-(10**9), 10**9), st.sampled_from(Size))
def test_a_row_with_an_amount_never_runs_off_the_paper(text, cents, size):
    document = Document("x", "nl", (Pair(text, f"{cents}", size), Cut()))
    assert paper_from_bytes(encode(document, profile("epson")), profile("epson")).problems == ()


def test_on_the_page_every_amount_ends_at_the_same_edge(home):
    _, items = flow(receipt_document(home, PAPER), lambda text, pixels, bold: len(text) * pixels / 2)
    edges = {item.x + item.width for item in items if getattr(item, "align", "") == "right"}
    assert len(edges) == 1


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("kind", ["receipt", "report"])
def test_the_pdf_is_sound_titled_and_can_be_read(home, tmp_path, tool, paper, kind):
    document = receipt_document(home, PAPER) if kind == "receipt" else report_document(home, Z)
    data = pdf(document, paper)
    assert data == pdf(document, paper)
    assert b"/Title (" in data
    (tmp_path / "t.pdf").write_bytes(data)
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", "t.pdf")
    text = tool("pdftotext", "-layout", "t.pdf", "-")
    assert ("€ 190,00" if kind == "receipt" else "€ 10,00") in text
    assert all(row.split()[-5] == "yes" for row in tool("pdffonts", "t.pdf").splitlines()[2:])


def test_a_long_receipt_goes_on_on_a_second_page_of_a4(home, tmp_path, tool):
    long = replace(RECEIPT, lines=LINES[:1] * 40, total_cents=640_000)
    (tmp_path / "t.pdf").write_bytes(pdf(receipt_document(home, ReceiptPaper(long)), Paper.A4))
    text = tool("pdftotext", "-layout", "t.pdf", "-")
    assert text.count("160,00") == 40
    assert "Pages:" in (info := tool("pdfinfo", "t.pdf"))
    assert "A4" in info
    assert text.count("\f") == int(info.split("Pages:")[1].split()[0]) >= 2
    assert f"Kennisgeving leges {NUMBER} · 1 / " in text


@pytest.mark.parametrize("pieces", range(1, 15))
def test_a_line_on_a_page_stays_with_the_words_above_it(home, tmp_path, tool, pieces):
    """However long the report is, the line to sign on is on the page that says so, and headings keep their rule."""
    counts = tuple(Count(cents, 1) for cents in DENOMINATIONS[:pieces])
    (tmp_path / "t.pdf").write_bytes(
        pdf(report_document(home, replace(Z, till_day=replace(TILL_DAY, counted=counts))), Paper.A4)
    )
    tool("pdftoppm", "-r", "40", "-png", "t.pdf", "page")
    pages = tool("pdftotext", "-layout", "t.pdf", "-").split("\f")[:-1]
    assert [page.strip() for page in pages if not page.strip()] == []
    for number, page in enumerate(pages, start=1):
        with Image.open(tmp_path / f"page-{number}.png") as picture:
            assert _stripes(picture) == sum(page.count(head) for head in HEADS), page


HEADS = ("\nBonnen\n", "\nBetaald\n", "In de kas\n", "\nGeteld\n", "Per grootboekcode\n", "Handtekening\n")


def _stripes(picture):
    """How many lines run over the whole width of the text."""
    grey = picture.convert("L")
    rows = [grey.crop((60, y, grey.width - 60, y + 1)).getextrema()[1] < 200 for y in range(grey.height)]
    return sum(row and not before for before, row in pairwise([False, *rows]))


def test_a_job_of_the_print_queue_becomes_bytes_with_its_marker_and_drawer(home):
    jobs = (
        PrintJob("a0001", "bon", "receipt", "A012", "queued", False, AT, content=receipt_text(PAPER)),
        PrintJob("a0002", "bon", "till", "", "queued", True, AT, content=report_text(Z)),
        PrintJob("a0003", "bon", "drawer", "", "queued", False, AT, content="{}"),
    )
    view = SimpleNamespace(config=home, clock=SimpleNamespace(rehearsal=False))
    for job, expected, drawer in zip(jobs, (NUMBER, "Z-rapport", ""), (1, 0, 1), strict=True):
        data = job_bytes(view, job, profile("epson"))
        paper = paper_from_bytes(data, profile("epson"))
        assert (paper.problems, paper.drawer) == ((), drawer)
        assert expected in paper.text
        assert data.endswith(b"\x1dr\x01")  # the printer says when it is done


def test_the_preview_is_the_same_document(home):
    assert picture(receipt_document(home, PAPER)).startswith(b"\x89PNG")


def test_a_receipt_has_the_logo_and_the_header_and_keeps_what_makes_it_a_notice(hall, make_logo):
    paper = replace(hall.paper, header={"nl": "Publiekshal"}, logo=make_logo(), hide=tuple(TicketLine))
    dressed = replace(hall, paper=paper, texts={"address": {"nl": "Markt 1"}})
    printed = words(receipt_document(dressed, PAPER))
    assert printed.startswith("[beeld ")
    rows = printed.splitlines()
    assert rows[1:4] == [hall.municipality, "Publiekshal", "Markt 1"]
    plain = words(receipt_document(replace(hall, texts={"address": {"nl": "Markt 1"}}), PAPER)).splitlines()
    assert [row for row in rows if row != "Publiekshal"][1:] == plain

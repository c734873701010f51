"""Arabic for a page: joined as the writing wants, ordered as Qt (which has ICU's rules) orders the same row."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextLayout
from reportlab.pdfbase import pdfmetrics

from balie_app.printing import arabic, pdf
from balie_app.printing.arabic import from_left_to_right
from balie_app.printing.drawing import font, ready
from balie_app.printing.texts import words

WORDS = st.sampled_from(
    ["باب", "أشهر", "الولاية", "hal A", "12", "10:42", "(", ")", "-", ":", "،", "21%", "B-2", "3,50", "10-15", "/"]
)


def anchor(text: str, at: int) -> bool:
    """Whether this sign has a place of its own: within an Arabic word letters melt together and marks stand above."""
    arabic_letter = unicodedata.bidirectional(text[at]) in {"AL", "NSM"}
    return not text[at].isspace() and not (arabic_letter and at > 0 and not text[at - 1].isspace())


def order_of_qt(text: str) -> list[int]:
    """The places in the text of what Qt draws, from left to right."""
    ready()
    plain = QFont(font(20))
    layout = QTextLayout(text, plain)
    layout.beginLayout()
    row = layout.createLine()
    row.setLineWidth(10_000)
    layout.endLayout()
    found = []
    for index in filter(lambda at: anchor(text, at), range(len(text))):
        edges = [place.x() for run in row.glyphRuns(index, 1) for place in run.positions()]
        found.append((min(edges), index))
    return [index for _, index in sorted(found)]


def our_order(text: str) -> list[int]:
    """The same, from our rules."""
    levels = arabic._levels([unicodedata.bidirectional(sign) for sign in text])
    return [at for at in arabic._order(levels) if anchor(text, at)]


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=7).map(" ".join))
def test_a_row_is_ordered_as_qt_orders_it(text):
    assert our_order(text) == order_of_qt(text)


def test_every_arabic_line_of_a_ticket_is_ordered_as_qt_orders_it():
    spoken = words("ar")
    for text in spoken.words.values():
        filled = text.replace("{", "").replace("}", "")
        assert our_order(filled) == order_of_qt(filled), filled


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("باب", "ﺑﺎﺏ"),  # beginning, end after it, alone because alef does not join to the left
        ("لا", "ﻻ"),  # lam with alef is one sign
        ("سلام", "ﺳﻼﻡ"),  # also at the end of what joins
        ("بَاب", "ﺑَﺎﺏ"),  # a vowel mark does not keep letters apart
        ("(1)", "(1)"),
    ],
)
def test_letters_join(text, signs):
    assert "".join(arabic._joined(text)) == signs


def test_a_bracket_opens_towards_what_it_holds():
    assert from_left_to_right("(باب)") == "(ﺏﺎﺑ)"


def test_what_is_drawn_is_made_of_the_same_letters():
    text = "مكان الانتظار: hal A 12"
    assert sorted(unicodedata.normalize("NFKC", from_left_to_right(text))) == sorted(
        unicodedata.normalize("NFKC", text)
    )


def test_the_font_of_the_page_has_every_form():
    pdf._register_fonts()
    for name in (pdf.ARABIC, pdf.ARABIC_BOLD):
        known = pdfmetrics.getFont(name).face.charToGlyph
        assert [hex(code) for code in range(0xFE80, 0xFEFD) if code not in known] == []

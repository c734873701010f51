"""The ticket and the receipt of previews and trial prints."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from balie_app.printing.documents import Line, Number
from balie_app.printing.encoder import encode
from balie_app.printing.profiles import profile
from balie_app.printing.render import paper_from_bytes
from balie_app.printing.sample import sample_receipt, sample_ticket
from balie_app.queue.config.templates import KINDS, template

AT = datetime(2026, 11, 30, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_hall_has_a_sample_with_a_number_that_is_never_given(kind, language):
    document = sample_ticket(template(kind, "Waterrijk"), language, AT)
    (number,) = (part.text for part in document.parts if isinstance(part, Number))
    assert number.endswith(" 000")
    assert paper_from_bytes(encode(document, profile("epson")), profile("epson")).problems == ()


def test_the_sample_shows_a_checklist_when_there_is_one():
    config = template("one-desk", "Waterrijk")
    lines = [part.text for part in sample_ticket(config, "nl", AT).parts if isinstance(part, Line)]
    assert "Houd klaar:" in lines
    bare = replace(config, products=())
    assert "Houd klaar:" not in [part.text for part in sample_ticket(bare, "nl", AT).parts if isinstance(part, Line)]


def test_the_sample_receipt_is_a_whole_notice_with_a_number_that_is_never_given():
    document = sample_receipt(template("one-desk", "Waterrijk"), AT)
    lines = [part.text for part in document.parts if isinstance(part, Line)]
    assert {"Kennisgeving leges", "Nummer 2026-000000", "Op leges zit geen btw."} <= set(lines)
    assert paper_from_bytes(encode(document, profile("epson")), profile("epson")).problems == ()

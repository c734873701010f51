"""Papers about money: from the content of a print job to a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from balie_app.printing.documents import Align, Document, Drawer, Line, Part, Size, Space
from balie_app.printing.money_receipt import receipt_document
from balie_app.printing.money_report import report_document
from balie_app.printing.money_texts import say
from balie_app.queue.money import papers
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.trouble import Trouble


def money_document(
    config: HallConfig, kind: str, content: str, *, copy: bool = False, practice: bool = False
) -> Document:
    """The paper of a print job of this kind; Trouble "paper-unknown" when it is none of money's.

    ``practice``: it comes from a rehearsal hall. A receipt of one looks like a notice that stands, so it says so.
    """
    if kind == papers.RECEIPT:
        made = receipt_document(config, papers.receipt_paper(content), copy=copy)
    elif kind == papers.TILL:
        made = report_document(config, papers.report_paper(content), copy=copy)
    elif kind == papers.DRAWER:
        return Document("Kaslade", "nl", (Drawer(),))
    else:
        raise Trouble("paper-unknown", kind=kind)
    return replace(made, parts=(*_practice(), *made.parts)) if practice else made


def _practice() -> Iterator[Part]:
    yield Line(say("practice"), Size.LARGE, bold=True, align=Align.CENTRE)
    yield Line(say("practice_means"), align=Align.CENTRE)
    yield Space(24)

"""Papers about money: from the content of a print job to a document."""

from __future__ import annotations

from balie_app.printing.documents import Document, Drawer
from balie_app.printing.money_receipt import receipt_document
from balie_app.printing.money_report import report_document
from balie_app.queue.money import papers
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.trouble import Trouble


def money_document(config: HallConfig, kind: str, content: str, *, copy: bool = False) -> Document:
    """The paper of a print job of this kind; Trouble "paper-unknown" when it is none of money's."""
    if kind == papers.RECEIPT:
        return receipt_document(config, papers.receipt_paper(content), copy=copy)
    if kind == papers.TILL:
        return report_document(config, papers.report_paper(content), copy=copy)
    if kind == papers.DRAWER:
        return Document("Kaslade", "nl", (Drawer(),))
    raise Trouble("paper-unknown", kind=kind)

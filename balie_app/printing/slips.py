"""Slips and the day report: from the kind and content of a print job to a document."""

from __future__ import annotations

from balie_app.printing.day_report import day_report_document
from balie_app.printing.documents import Document
from balie_app.printing.slip_come_back import come_back_document
from balie_app.printing.slip_confirmation import confirmation_document
from balie_app.printing.slip_papers import papers_in_document, papers_missing_document
from balie_app.printing.slip_referral import referral_document
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.slips import DAY_REPORT, SlipKind
from balie_app.queue.slips import report_paper, slip_paper

_MAKE = {
    SlipKind.COME_BACK: come_back_document,
    SlipKind.CONFIRMATION: confirmation_document,
    SlipKind.PAPERS_IN: papers_in_document,
    SlipKind.PAPERS_MISSING: papers_missing_document,
    SlipKind.REFERRAL: referral_document,
}


def slip_document(config: HallConfig, kind: str, content: str, *, copy: bool = False) -> Document:
    """The paper of a print job of one of these kinds; a copy says that it was printed again."""
    if kind == DAY_REPORT:
        return day_report_document(config, report_paper(content), copy=copy)
    slip = slip_paper(content)
    return _MAKE[slip.kind](config, slip, copy=copy)

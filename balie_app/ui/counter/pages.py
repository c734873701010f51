"""Receipts and reports of a counter without a receipt printer: on A4, by a printer that the clerk chooses.

The hall knows of it as of every other paper. It counts as printed when the system has taken the pages: the clerk, who
chose the printer a moment ago, sees whether they come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from balie_app.printing.money import money_document
from balie_app.queue.commands import Command, PrintOutcome
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.store.records import PrintRecord

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from balie_app.ui.link import HallLink

PAGES = "A4"
"""The printer's name in the hall's list of paper; no station has it on a line."""
TAKEN = "system"
"""Detail of paper that the system took."""


class Pages:
    """One piece of paper at a time: first the printer is chosen, then the step is made, then the pages are drawn."""

    def __init__(self, link: HallLink) -> None:
        self._link = link
        self._printer: QPrinter | None = None
        self.choose: Callable[[], QPrinter | None] = _choose

    def ready_for(self, command: Command) -> bool:
        """Whether this step can go on: it needs no pages, or somebody just chose a printer for them."""
        if getattr(command, "printer", None) != PAGES:
            return True
        self._printer = self.choose()
        return self._printer is not None

    def done(self, result: object, config: HallConfig) -> None:
        """The step was made: print its paper, when it is for us."""
        printer, self._printer = self._printer, None
        if printer is None or not isinstance(result, PrintRecord) or result.printer != PAGES:
            return
        document = money_document(config, result.kind, result.content, copy=result.copy)

        def draw(_: object) -> None:
            from balie_app.ui.a4 import print_document

            state = "printed" if print_document(document, printer) else "failed"
            self._link.do(PrintOutcome(result.id, state, TAKEN))

        self._link.do(PrintOutcome(result.id, "sending", printer=PAGES), done=draw)


def _choose() -> QPrinter | None:
    from balie_app.ui.a4 import choose

    return choose()

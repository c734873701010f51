"""A document on pages of A4, by the printer that somebody chooses in the system's own window.

For a station without a receipt printer. The system takes the pages and tells nothing of what becomes of them: whoever
asked for them stands beside the printer.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from balie_app.printing.documents import Document
from balie_app.printing.drawing import paint, text_width
from balie_app.printing.flow import flow
from balie_app.printing.pdf import A4_HIGH, A4_MARGIN, A4_WIDE, foot_of, sheets


def page_printer() -> QPrinter:
    """A printer set for whole pages of A4, under a name that says nothing about anybody."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    made.setFullPage(True)
    made.setDocName("Balie")
    return made


def choose(parent: QWidget | None = None) -> QPrinter | None:
    """Ask which printer; None when nobody wants to print after all."""
    printer = page_printer()
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() else None


def print_document(document: Document, printer: QPrinter) -> bool:
    """Hand the pages to the system; False when it did not take them."""
    _, items = flow(document, lambda text, pixels, bold: text_width(text, pixels, bold=bold), A4_WIDE, A4_MARGIN)
    pages = list(sheets(items))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    area: QRectF = printer.paperRect(QPrinter.Unit.DevicePixel)
    painter.scale(area.width() / A4_WIDE, area.height() / A4_HIGH)
    for number, page in enumerate(pages, start=1):
        if number > 1 and not printer.newPage():
            painter.end()
            return False
        paint(painter, [*page, *foot_of(document, number, len(pages))])
    return painter.end()

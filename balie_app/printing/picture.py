"""A document as a picture: previews at the reception and the kiosk."""

from __future__ import annotations

from balie_app.printing.documents import Document
from balie_app.printing.flow import WIDTH, flow


def picture(document: Document, scale: float = 1.0) -> bytes:
    """The document as PNG, ``scale`` pixels a dot of 1/8 mm; paper of 80 mm is 640 dots."""
    from balie_app.printing.drawing import picture_png, text_width

    height, items = flow(document, lambda text, pixels, bold: text_width(text, pixels, bold=bold))
    return picture_png(WIDTH, height, items, scale)

"""All pages by name."""

from __future__ import annotations

from balie_app.ui.kiosk.pages import choose, code, message, number, product, start
from balie_app.ui.kiosk.pages.page import Page

PAGES: dict[str, type[Page]] = {
    "start": start.Start,
    "code": code.Code,
    "times": code.Times,
    "sure": code.Sure,
    "choose": choose.Choose,
    "events": choose.Events,
    "event": choose.Event,
    "find": choose.Find,
    "product": product.ProductPage,
    "number": number.NumberPage,
    "refusal": message.Refusal,
    "reception": message.Reception,
    "trouble": message.Trouble,
    "service": message.Service,
}

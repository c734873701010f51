"""How it stands with what a visitor comes for, as the host desk says it before a number is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from balie_app.queue.rules.hall import Intake, Product, Unserved
from balie_app.queue.rules.offer import Standing, closed_product, kind_of, standing
from balie_app.queue.rules.opening import next_opening
from balie_app.queue.views import HallView
from balie_app.ui.host import words
from balie_app.ui.host.given import wait_sentence
from balie_app.ui.host.words import filled

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Offer:
    """Whether a number can be given, and the sentence about it."""

    given: bool
    sentence: str

    @classmethod
    def of(cls, products: Sequence[Product], view: HallView) -> Offer:
        """For these products together, at least one."""
        stands = stand(products, view)
        warns = stands in {Standing.NOW, Standing.PAUSED} or (
            stands is Standing.NOBODY and view.config.settings.unserved is Unserved.WARN
        )
        return cls(warns, _sentence(stands, products, view))


def stand(products: Sequence[Product], view: HallView) -> Standing:
    """How it stands with these products, as the last picture shows the hall."""
    wait = view.type_waits.get(kind_of(products, view.config).code)
    return standing(
        products, view.config, view.counters, words.local(view.read_at, view.config), wait.p50 if wait else None
    )


def note(product: Product, view: HallView) -> str:
    """In a word, beside a product in a list: why it is not to be had at once; "" when it is."""
    return {
        Standing.APPOINTMENT_ONLY: translate("Host", "met afspraak"),
        Standing.NOT_HERE: translate("Host", "niet hier"),
        Standing.PRODUCT_CLOSED: translate("Host", "nu niet"),
        Standing.INTAKE_FULL: translate("Host", "niet meer vandaag"),
        Standing.NOBODY: translate("Host", "nu niemand"),
    }.get(stand((product,), view), "")


def _sentence(stands: Standing, products: Sequence[Product], view: HallView) -> str:
    if stands is Standing.NOT_HERE:
        there = next(each for each in products if each.intake is Intake.NONE)
        text = translate("Host", "%1 kan niet hier. %2")
        return filled(text, words.label(there.labels), words.label(there.refer_to)).strip()
    if stands is Standing.APPOINTMENT_ONLY:
        booked = next(each for each in products if each.intake is Intake.APPOINTMENT)
        return filled(translate("Host", "%1 kan alleen met een afspraak."), words.label(booked.labels))
    if stands is Standing.PRODUCT_CLOSED:
        return _closed(products, view)
    wait = view.type_waits.get(kind_of(products, view.config).code)
    if stands is Standing.NOW and wait is not None:
        return wait_sentence(round(wait.p10), round(wait.p90))
    return _without_a_wait(stands, view)


def _without_a_wait(stands: Standing, view: HallView) -> str:
    refuses = view.config.settings.unserved is Unserved.REFUSE
    return {
        Standing.HALL_CLOSED: translate("Host", "De hal geeft nu geen nummers."),
        Standing.INTAKE_FULL: translate("Host", "Dit lukt niet meer voor sluitingstijd. Maak een afspraak."),
        Standing.PAUSED: translate("Host", "Wie dit kan, heeft nu pauze. Zeg dat erbij."),
        Standing.NOBODY: translate("Host", "Nu is er niemand die dit kan doen. Maak een afspraak.")
        if refuses
        else translate("Host", "Nu is er niemand die dit kan doen. Zeg dat erbij."),
    }.get(stands, translate("Host", "De wachttijd is nu niet bekend."))


def _closed(products: Sequence[Product], view: HallView) -> str:
    local = words.local(view.read_at, view.config)
    closed = closed_product(products, view.config, local)
    if closed is None:
        return ""
    name, at = words.label(closed.labels), next_opening(view.config.opening, local, closed.opening)
    if at is None:
        return filled(translate("Host", "%1 kan nu niet."), name)
    text = translate("Host", "%1 kan nu niet. Weer %2 vanaf %3.")
    return filled(text, name, words.day(at, view.config), words.clock(at, view.config))

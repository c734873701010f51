"""What the host desk says about a product before a number is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from balie_app.queue.rules.hall import Opening, Product, Unserved
from balie_app.queue.rules.opening import WEEKDAYS
from balie_app.queue.rules.visit import CounterState
from balie_app.queue.views import HallView
from balie_app.ui.host.offer import Offer, note

pytestmark = pytest.mark.usefixtures("qapp")


def changed(view: HallView, **config: Any) -> HallView:
    return replace(view, config=replace(view.config, **config))


def passport(view: HallView) -> Product:
    return view.config.product_by_slug["paspoort"]


def said(view: HallView) -> tuple[bool, str, str]:
    offer = Offer.of([passport(view)], view)
    return offer.given, offer.sentence, note(passport(view), view)


def test_what_can_be_had_has_its_wait_and_no_note(sample_view: HallView) -> None:
    given, sentence, word = said(sample_view)
    assert (given, word) == (True, "")
    assert "minuten" in sentence


def test_a_product_outside_its_hours_says_when_it_is_there(sample_view: HallView) -> None:
    own = Opening({"wed": ((time(13), time(17)),)})
    products = tuple(
        replace(each, opening=own) if each.slug == "paspoort" else each for each in sample_view.config.products
    )
    assert said(changed(sample_view, products=products)) == (
        *(False, "Paspoort aanvragen kan nu niet. Weer wo 25 nov vanaf 13:00.", "nu niet"),
    )
    never = tuple(replace(each, opening=Opening({"wed": ()})) for each in sample_view.config.products)
    assert said(changed(sample_view, products=never))[1] == "Paspoort aanvragen kan nu niet."


def test_what_does_not_fit_before_closing_time_says_so(sample_view: HallView) -> None:
    local = sample_view.read_at.astimezone(ZoneInfo(sample_view.config.timezone))
    soon = Opening(dict.fromkeys(WEEKDAYS, ((time(0), (local + timedelta(minutes=3)).time()),)))
    assert said(changed(sample_view, opening=soon)) == (
        *(False, "Dit lukt niet meer voor sluitingstijd. Maak een afspraak.", "niet meer vandaag"),
    )


def test_a_closed_hall_gives_no_numbers(sample_view: HallView) -> None:
    given, sentence, _ = said(changed(sample_view, opening=Opening({"sun": ((time(9), time(10)),)})))
    assert (given, sentence) == (False, "De hal geeft nu geen nummers.")


def test_nobody_is_a_warning_or_a_refusal_as_the_hall_chose(sample_view: HallView) -> None:
    alone = replace(sample_view, counters=(), type_waits={})
    assert said(alone) == (True, "Nu is er niemand die dit kan doen. Zeg dat erbij.", "nu niemand")
    refuses = changed(alone, settings=replace(alone.config.settings, unserved=Unserved.REFUSE))
    assert said(refuses)[:2] == (False, "Nu is er niemand die dit kan doen. Maak een afspraak.")


def test_a_pause_is_no_refusal(sample_view: HallView) -> None:
    paused = tuple(
        replace(each, state=CounterState.PAUSED) if each.state is CounterState.OPEN else each
        for each in sample_view.counters
    )
    view = replace(sample_view, counters=paused, type_waits={})
    assert said(view) == (True, "Wie dit kan, heeft nu pauze. Zeg dat erbij.", "")


def test_a_wait_that_is_not_known_is_not_made_up(sample_view: HallView) -> None:
    assert said(replace(sample_view, type_waits={}))[:2] == (True, "De wachttijd is nu niet bekend.")

"""Finding a product by what people type."""

from __future__ import annotations

import pytest

from balie_app.queue.config.catalogue import products
from balie_app.queue.config.search import find, plain


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("paspoort", "paspoort-aanvragen"),
        ("pas", "paspoort-aanvragen"),
        ("pasport", "paspoort-aanvragen"),
        ("PASPOORT AFHALEN", "paspoort-afhalen"),
        ("afhalen paspoort", "paspoort-afhalen"),
        ("ID", "identiteitskaart-aanvragen"),
        ("identiteidskaart", "identiteitskaart-aanvragen"),
        ("rij", "rijbewijs-aanvragen"),
        ("rijbewjs", "rijbewijs-aanvragen"),
        ("verhuizen", "verhuizing-doorgeven"),
        ("uitreksel", "uittreksel-brp"),
        ("vog", "verklaring-omtrent-gedrag"),
        ("dakapel", "bouwvergunning"),
        ("ik wil mijn paspoort verlengen", "paspoort-aanvragen"),
        ("paspoort kwijtgeraakt", "reisdocument-kwijt"),
        ("schulden", "schuldhulp"),
    ],
)
def test_people_find_what_they_mean(typed: str, slug: str) -> None:
    assert find(products(), typed)[0].slug == slug


@pytest.mark.parametrize(
    ("typed", "language", "slug"),
    [
        ("passport", "en", "paspoort-aanvragen"),
        ("Umzug", "de", "verhuizing-doorgeven"),
        ("démenagement", "fr", "verhuizing-doorgeven"),
        ("паспорт", "uk", "paspoort-aanvragen"),
        ("جواز", "ar", "paspoort-aanvragen"),
        ("paspoort", "pl", "paspoort-aanvragen"),
    ],
)
def test_other_languages_are_searched_beside_dutch(typed: str, language: str, slug: str) -> None:
    assert find(products(), typed, language)[0].slug == slug


@pytest.mark.parametrize("typed", ["", "   ", "?!", "xyzzy", "qqqq"])
def test_nothing_meant_finds_nothing(typed: str) -> None:
    assert find(products(), typed) == []


def test_no_more_than_asked_for_are_found() -> None:
    assert len(find(products(), "vergunning", limit=3)) == 3
    assert find((), "paspoort") == []


def test_other_products_are_searched_when_others_are_given() -> None:
    few = products()[:1]
    assert find(products(), "rijbewijs")
    assert find(few, "rijbewijs") == []


@pytest.mark.parametrize(
    ("text", "same"), [("Één  Café!", "een cafe"), ("ID-kaart", "id kaart"), ("Straße", "strasse")]
)
def test_accents_and_signs_do_not_count(text: str, same: str) -> None:
    assert plain(text) == same

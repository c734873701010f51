"""What a new hall starts with: templates, catalogue, life events."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from balie_app.queue.config import ConfigMistakes, catalogue, document, parse
from balie_app.queue.config.checks import sounding_alike
from balie_app.queue.config.remarks import remarks
from balie_app.queue.config.shipped import contact_type_labels
from balie_app.queue.config.templates import KINDS, template
from balie_app.queue.rules.hall import CounterType, Intake
from balie_app.queue.rules.privacy import contains_bsn

KIOSK_LANGUAGES = {"nl", "en", "de", "fr", "ar", "tr", "pl", "uk"}
PRODUCTS = catalogue.products()


@pytest.mark.parametrize("kind", KINDS)
def test_every_contact_type_is_served_by_some_counter(kind: str) -> None:
    assert remarks(template(kind, "Voorbeeld")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_product_can_be_helped_by_some_clerk(kind: str) -> None:
    config = template(kind, "Voorbeeld")
    able = frozenset().union(*(clerk.competences for clerk in config.clerks))
    assert all({"*", product.contact_type, product.slug} & able for product in config.products)


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_a_right_document(kind: str) -> None:
    config = template(kind, "Voorbeeld", "en")
    assert parse(document(config)) == config
    assert config.municipality == "Voorbeeld"
    assert config.name == "Public hall Voorbeeld"
    assert config.languages[0] == "en"
    assert set(config.languages) == KIOSK_LANGUAGES
    assert config.opening.weekdays == {}


def test_ticket_letters_of_the_templates_cannot_be_confused() -> None:
    letters = [kind.letter for kind in template("one-desk", "Voorbeeld").contact_types]
    assert not {"I", "O", "Q"} & set(letters)
    assert sounding_alike(letters) == []


def test_contact_types_are_labelled_in_every_kiosk_language() -> None:
    labels = contact_type_labels()
    assert len(labels) == 8
    assert all(set(by_language) == KIOSK_LANGUAGES for by_language in labels.values())


def test_the_haarlem_hall_has_ten_places_of_four_kinds() -> None:
    config = template("haarlem", "Haarlem")
    assert [counter.number for counter in config.counters] == list(range(1, 11))
    assert {counter.type for counter in config.counters} == {
        CounterType.STAND_UP,
        CounterType.CLOSED,
        CounterType.ROOM,
        CounterType.GROUP_ROOM,
    }
    spoken = {language for clerk in config.clerks for language in clerk.languages}
    assert {"ar", "tr", "pl", "en"} <= spoken


def test_the_one_desk_serves_private_matters_too() -> None:
    (desk,) = template("one-desk", "Voorbeeld").counters
    assert desk.private


def test_an_unknown_template_is_refused() -> None:
    with pytest.raises(KeyError):
        template("paleis", "Voorbeeld")


def test_the_catalogue_has_at_least_sixty_products_with_a_slug_each() -> None:
    assert len(PRODUCTS) >= 60
    assert len({product.slug for product in PRODUCTS}) == len(PRODUCTS)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.slug)
def test_a_product_can_be_found_understood_and_reported(product: catalogue.Product) -> None:
    events = {event.code for event in catalogue.life_events()}
    assert {"nl", "en"} <= set(product.labels) <= KIOSK_LANGUAGES
    assert len(product.labels["nl"]) <= 52
    assert product.synonyms["nl"]
    assert product.synonyms["en"]
    assert product.life_events
    assert set(product.life_events) <= events
    assert product.contact_type in contact_type_labels()
    assert product.owner
    assert set(product.bring) in (set(), {"nl", "en"}, KIOSK_LANGUAGES)
    assert len({len(things) for things in product.bring.values()}) <= 1
    assert bool(product.upl_name) == bool(product.upl_uri)
    assert re.fullmatch(r"(http://standaarden\.overheid\.nl/owms/terms/\S+)?", product.upl_uri)


def test_what_is_not_done_here_says_where_to_go() -> None:
    elsewhere = [product for product in PRODUCTS if product.intake is Intake.NONE]
    assert {"UWV", "RDW", "SVB", "Dienst Toeslagen"} <= {product.owner for product in elsewhere}
    assert all(set(product.labels) == set(product.refer_to) == KIOSK_LANGUAGES for product in elsewhere)
    assert not any(product.refer_to for product in PRODUCTS if product.intake is not Intake.NONE)


def test_the_products_asked_for_most_exist_in_every_kiosk_language() -> None:
    by_slug = {product.slug: product for product in PRODUCTS}
    assert len(set(catalogue.top_ten())) == 10
    assert all(set(by_slug[slug].labels) == KIOSK_LANGUAGES for slug in catalogue.top_ten())
    lists = [by_slug[slug].bring for slug in catalogue.top_ten()]
    assert all(set(bring) == KIOSK_LANGUAGES for bring in lists if bring)
    assert len([bring for bring in lists if bring]) == 9  # nobody brings papers for a general question


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.slug)
def test_what_has_a_name_in_a_language_is_explained_in_it(product: catalogue.Product) -> None:
    for explained in (product.bring, product.refer_to):
        assert not explained or set(explained) == set(product.labels)
    by_language = [*product.bring.values(), *((text,) for text in product.refer_to.values())]
    assert len(set(by_language)) == len(by_language), "the same words in two languages"


def test_life_events_come_in_order_and_each_leads_somewhere() -> None:
    events = catalogue.life_events()
    assert [event.order for event in events] == list(range(1, len(events) + 1))
    assert all(set(event.labels) == KIOSK_LANGUAGES and event.icon for event in events)
    used = {code for product in PRODUCTS for code in product.life_events}
    assert used == {event.code for event in events}


def test_known_durations_are_those_of_the_appointment_systems() -> None:
    minutes = {product.slug: (product.minutes, product.minutes_per_extra_person) for product in PRODUCTS}
    assert minutes["paspoort-aanvragen"] == (10, 5)
    assert minutes["vreemdelingenpaspoort"] == (30, 30)
    assert minutes["achternaam-kind-kiezen"] == (20, 10)
    assert minutes["intake-nieuwkomer"] == (90, 0)


def test_nothing_in_the_catalogue_looks_like_a_citizen_service_number() -> None:
    assert not contains_bsn(str(PRODUCTS))


def test_a_spoiled_catalogue_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "catalogue_tables", lambda: [{"slug": "a b"}])
    with pytest.raises(ConfigMistakes, match="resources/catalogue"):
        catalogue.products.__wrapped__()


def test_importing_the_configuration_loads_no_catalogue_and_no_search() -> None:
    code = (
        "import sys, balie_app.queue.config; print(*(m for m in sys.modules if 'catalogue' in m or 'rapidfuzz' in m))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_hall_has_something_to_say_on_its_waiting_screen(kind: str) -> None:
    texts = template(kind, "Voorbeeldstad").texts
    assert "vijf minuten" in texts["promise"]["nl"]
    assert len(texts["messages"]["nl"].splitlines()) >= 3

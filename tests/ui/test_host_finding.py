"""What the search box finds."""

from __future__ import annotations

import pytest

from balie_app.ui.host.finding import Kind, find, label_of


def found(query: str, view) -> list[tuple[str, str]]:
    return [(hit.kind.value, hit.ref) for hit in find(query, view)]


@pytest.mark.parametrize("query", ["10:42", "10.42", "1042", "AFS-1042", "afs-1042", "P. K.", "pk"])
def test_an_appointment_is_found_by_time_code_and_initials(sample_view, query: str) -> None:
    assert found(query, sample_view)[0] == ("appointment", "AFS-1042")


def test_half_a_time_finds_all_of_that_hour(sample_view) -> None:
    hits = [hit for hit in find("11:", sample_view) if hit.kind is Kind.APPOINTMENT]
    assert [hit.lead for hit in hits] == ["11:00", "11:10", "11:30"]


@pytest.mark.parametrize("query", ["A12", "a 012", "A012", "a-12", "12"])
def test_a_ticket_is_found_however_it_is_typed(sample_view, query: str) -> None:
    assert found(query, sample_view)[0] == ("ticket", "A012")


@pytest.mark.parametrize(("query", "slug"), [("pas", "paspoort"), ("ID", "id-kaart"), ("pasport", "paspoort")])
def test_a_product_is_found_by_half_a_word_a_synonym_and_with_an_error(sample_view, query: str, slug: str) -> None:
    assert ("product", slug) in found(query, sample_view)


def test_who_checked_in_already_comes_after_who_has_not_and_is_only_shown(sample_view) -> None:
    hits = [hit for hit in find("10:", sample_view) if hit.kind is Kind.APPOINTMENT]
    assert hits[0].action == "inchecken"
    assert {hit.action for hit in hits[1:]} == {"bekijken"}
    assert label_of("AFS-1040", sample_view) == "A012"
    assert label_of("AFS-1042", sample_view) == ""


def test_nothing_typed_finds_nothing(sample_view) -> None:
    assert find("   ", sample_view) == []


def test_a_cancelled_appointment_is_not_offered(sample_view) -> None:
    assert ("appointment", "AFS-1115") not in found("11:15", sample_view)


def test_nonsense_finds_nothing(sample_view) -> None:
    assert find("xqzwv", sample_view) == []

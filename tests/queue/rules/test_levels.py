"""Up to which line a clerk does what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from balie_app.queue.rules.eligible import competent
from balie_app.queue.rules.hall import Clerk, ContactType, Counter, CounterType, HallConfig, Product
from balie_app.queue.rules.visit import Contact, ContactState

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
CONFIG = HallConfig(
    name="Hal",
    municipality="Hal",
    counters=(Counter(1, CounterType.STAND_UP),),
    contact_types=(ContactType("quick", "K", (CounterType.STAND_UP,), {"nl": "Kort"}),),
    products=tuple(Product(f"line-{line}", {"nl": "x"}, "quick", 5, line=line) for line in (1, 2, 3)),
    clerks=(),
)


def asks(*products: str, kind: str = "quick") -> Contact:
    return Contact("", "", NOW.date(), "", ContactState.WAITING, kind, products, NOW, NOW, NOW)


def lines(**clerk: Any) -> list[int]:
    who = replace(Clerk("anna", "Anna", frozenset()), **clerk)
    return [line for line in (1, 2, 3) if competent(who, asks(f"line-{line}"), CONFIG)]


@pytest.mark.parametrize(
    ("competences", "levels", "does"),
    [
        ({"quick"}, {}, [1, 2, 3]),
        ({"quick"}, {"quick": 1}, [1]),
        ({"quick"}, {"quick": 2}, [1, 2]),
        ({"*"}, {"*": 1}, [1]),
        ({"*", "quick"}, {"*": 1}, [1, 2, 3]),
        ({"*", "quick"}, {"quick": 1}, [1]),
        ({"quick", "line-3"}, {"quick": 1}, [1, 3]),
        ({"quick", "line-1"}, {"line-1": 1}, [1, 2, 3]),
        ({"quick", "line-3"}, {"line-3": 1}, [1, 2]),
        ({"extended"}, {"extended": 1}, []),
    ],
)
def test_the_most_precise_competence_says_up_to_which_line(
    competences: set[str], levels: dict[str, int], does: list[int]
) -> None:
    assert lines(competences=frozenset(competences), levels=levels) == does


def test_each_of_several_products_must_be_within_the_line() -> None:
    who = Clerk("anna", "Anna", frozenset({"quick"}), levels={"quick": 2})
    assert competent(who, asks("line-1", "line-2"), CONFIG)
    assert not competent(who, asks("line-1", "line-3"), CONFIG)


def test_without_a_product_any_level_will_do() -> None:
    who = Clerk("anna", "Anna", frozenset({"quick"}), levels={"quick": 1})
    assert competent(who, asks(), CONFIG)
    assert not competent(who, asks(kind="extended"), CONFIG)


def test_a_product_that_was_taken_off_counts_as_first_line() -> None:
    assert competent(Clerk("a", "A", frozenset({"quick"}), levels={"quick": 1}), asks("gone"), CONFIG)

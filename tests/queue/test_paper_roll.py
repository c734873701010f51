"""Numbers that stand on paper already: the hall follows the roll, and never gives a number twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from balie_app.queue.commands import By, Issue, SetNumber
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall
from balie_app.queue.messages import sentence
from balie_app.queue.rules.refused import Refused

BY = By("devices")
PULL = Issue(contact_type="quick", via="dispenser", roll=True)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = create_hall(tmp_path / "hall.db", template("three-counters", "Voorbeeld"))
    yield made
    made.close()


def refused(hall: Hall, command: Issue | SetNumber) -> Refused:
    with pytest.raises(Refused) as caught:
        hall.perform(command, BY)
    return caught.value


def test_a_roll_gives_nothing_until_its_number_of_today_is_set(hall: Hall) -> None:
    found = refused(hall, PULL)
    assert found.code == "roll-not-set"
    assert "balie devices roll" in sentence(found)


def test_the_hall_follows_the_roll_from_its_first_number_of_the_day(hall: Hall) -> None:
    hall.perform(SetNumber("quick", 57), BY)
    assert [hall.perform(PULL, BY).label for _ in range(3)] == ["K057", "K058", "K059"]
    assert [entry.what for entry in hall.journal()].count("roll-set") == 1


def test_lost_numbers_are_skipped_when_somebody_sets_the_roll_again(hall: Hall) -> None:
    hall.perform(SetNumber("quick", 57), BY)
    hall.perform(PULL, BY)
    hall.perform(SetNumber("quick", 62), BY)
    assert hall.perform(PULL, BY).label == "K062"


def test_a_number_in_the_hand_is_the_visitor_s_number_and_the_roll_goes_on_after_it(hall: Hall) -> None:
    hall.perform(SetNumber("quick", 57), BY)
    hall.perform(PULL, BY)
    assert hall.perform(Issue(contact_type="quick", number=60), BY).label == "K060"
    assert hall.perform(PULL, BY).label == "K061"
    assert hall.perform(Issue(contact_type="quick", number=59), BY).label == "K059"  # came later than who had 60
    assert hall.perform(PULL, BY).label == "K062"


def test_no_number_is_given_twice_on_a_day_whatever_the_paper_says(hall: Hall) -> None:
    hall.perform(SetNumber("quick", 57), BY)
    hall.perform(PULL, BY)
    assert refused(hall, Issue(contact_type="quick", number=57)).code == "number-taken"
    assert refused(hall, SetNumber("quick", 57)).code == "number-taken"
    assert refused(hall, SetNumber("quick", 12)).code == "number-taken"  # it would come to 57 again
    assert hall.perform(PULL, BY).label == "K058"


@pytest.mark.parametrize("number", [0, -3, 10_000])
def test_a_number_that_no_roll_has_is_refused(hall: Hall, number: int) -> None:
    assert refused(hall, SetNumber("quick", number)).code == "wrong-number"
    assert refused(hall, Issue(contact_type="quick", number=number)).code == "wrong-number"


def test_a_kind_of_contact_that_the_hall_lacks_is_refused(hall: Hall) -> None:
    assert refused(hall, SetNumber("anders", 1)).code == "no-such-contact-type"


def test_a_press_that_is_repeated_with_its_key_gives_its_own_number_again(hall: Hall) -> None:
    hall.perform(SetNumber("quick", 5), BY)
    once = Issue(contact_type="quick", via="dispenser", roll=True, key="press-a")
    assert [hall.perform(once, BY).label for _ in range(2)] == ["K005", "K005"]

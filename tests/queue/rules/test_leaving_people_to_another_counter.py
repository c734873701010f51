"""The least flexible counter first, and a clerk who speaks the visitor's language, within the norm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from balie_app.queue.rules.choose import Candidate, Choice, choose
from balie_app.queue.rules.hall import Clerk, ContactType, Counter, CounterType, HallConfig, Privacy, Settings
from balie_app.queue.rules.leave import LESS_FLEXIBLE, SPEAKER, TO_SPARE, Desk
from balie_app.queue.rules.visit import Contact, ContactState

NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
STAND_UP = Counter(1, CounterType.STAND_UP)
ROOM = Counter(8, CounterType.ROOM, private=True)
OTHER_ROOM = Counter(9, CounterType.ROOM, private=True)
ANNA = Clerk("anna", "Anna", frozenset({"*"}), ("nl",))
BRAM = Clerk("bram", "Bram", frozenset({"*"}), ("nl", "ar"))
CONFIG = HallConfig(
    "Hal",
    "Dorp",
    (STAND_UP, ROOM, OTHER_ROOM),
    (
        ContactType("quick", "K", (CounterType.STAND_UP, CounterType.ROOM), {"nl": "kort"}),
        ContactType("private", "V", (CounterType.ROOM,), {"nl": "vertrouwelijk"}, Privacy.PRIVATE),
    ),
    (),
    (ANNA, BRAM),
    settings=Settings(strictness=0.0, spare_flexible_seconds=20),
)


def waiting(label: str, kind: str = "quick", minutes: float = 0, language: str = "nl", norm: int = 15) -> Candidate:
    """Somebody who walked in so many minutes ago."""
    since = NOW - timedelta(minutes=minutes)
    due = since + timedelta(minutes=norm)
    contact = Contact(label, label, date(2026, 3, 3), label, ContactState.WAITING, kind, (), since, due, since)
    return Candidate(contact, (), language)


def called(
    candidates: Sequence[Candidate], at: Counter, clerk: Clerk = ANNA, others: Sequence[Desk] = ()
) -> str | None:
    found: Choice | None = choose(candidates, at, clerk, CONFIG, NOW, lambda: others)
    return None if found is None else found.contact.label


IDLE, BUSY = True, False


def test_a_room_leaves_to_an_idle_stand_up_counter_what_that_can_do() -> None:
    assert called([waiting("K1")], ROOM, others=[Desk(STAND_UP, BRAM, IDLE)]) is None
    assert called([waiting("K1")], STAND_UP, others=[Desk(ROOM, BRAM, IDLE)]) == "K1"


def test_a_room_takes_it_when_the_stand_up_counter_is_busy_or_its_clerk_cannot() -> None:
    assert called([waiting("K1")], ROOM, others=[Desk(STAND_UP, BRAM, BUSY)]) == "K1"
    novice = Clerk("carla", "Carla", frozenset({"private"}))
    assert called([waiting("K1")], ROOM, others=[Desk(STAND_UP, novice, IDLE)]) == "K1"


def test_nobody_is_left_for_long() -> None:
    others = [Desk(STAND_UP, BRAM, IDLE)]
    waited = CONFIG.settings.spare_flexible_seconds / 60
    assert called([waiting("K1", minutes=waited)], ROOM, others=others) == "K1"
    assert called([waiting("K1", minutes=waited - 0.01)], ROOM, others=others) is None


def test_unless_a_hall_wants_it_who_calls_gets_somebody() -> None:
    plain = replace(CONFIG, settings=Settings(strictness=0.0))
    found = choose([waiting("K1")], ROOM, ANNA, plain, NOW, lambda: [Desk(STAND_UP, BRAM, IDLE)])
    assert found is not None
    assert found.contact.label == "K1"


def test_one_idle_counter_takes_one_visitor() -> None:
    others = [Desk(STAND_UP, BRAM, IDLE)]
    assert called([waiting("K1", minutes=0.2), waiting("K2", minutes=0.1)], ROOM, others=others) == "K2"


def test_what_only_a_room_can_do_is_not_left() -> None:
    others = [Desk(STAND_UP, BRAM, IDLE), Desk(OTHER_ROOM, BRAM, IDLE)]
    assert called([waiting("K1", minutes=0.2), waiting("V1", "private", 0.1)], ROOM, others=others) == "V1"


def test_of_two_rooms_the_one_with_the_clerk_who_can_do_less_goes_first() -> None:
    narrow = Clerk("carla", "Carla", frozenset({"quick"}))
    assert called([waiting("K1")], ROOM, ANNA, [Desk(OTHER_ROOM, narrow, IDLE)]) is None
    assert called([waiting("K1")], OTHER_ROOM, narrow, [Desk(ROOM, ANNA, IDLE)]) == "K1"


def test_the_reason_tells_who_was_left_to_another_counter() -> None:
    candidates = [waiting("K1", minutes=0.2), waiting("V1", "private", 0.1)]
    found = choose(candidates, ROOM, ANNA, CONFIG, NOW, lambda: [Desk(STAND_UP, BRAM, IDLE)])
    assert found is not None
    assert found.reason.blocked == {"K1": LESS_FLEXIBLE}


@pytest.mark.parametrize("state", [IDLE, BUSY])
def test_a_visitor_waits_for_a_clerk_who_speaks_his_language(state: bool) -> None:
    others = [Desk(STAND_UP, BRAM, state)]
    arabic = waiting("K1", minutes=5, language="ar")
    assert called([arabic, waiting("K2", minutes=1)], ROOM, ANNA, others) == "K2"
    assert called([arabic], ROOM, BRAM, [Desk(STAND_UP, ANNA, state)]) == "K1"
    found = choose([arabic, waiting("K2", minutes=1)], ROOM, ANNA, CONFIG, NOW, lambda: others)
    assert found is not None
    assert found.reason.blocked == {"K1": SPEAKER}


def test_the_norm_is_not_broken_for_a_language() -> None:
    others = [Desk(STAND_UP, BRAM, BUSY)]
    pressed = 15 - TO_SPARE.total_seconds() / 60
    assert called([waiting("K1", minutes=pressed - 0.1, language="ar")], ROOM, ANNA, others) is None
    assert called([waiting("K1", minutes=pressed, language="ar")], ROOM, ANNA, others) == "K1"


def test_a_language_that_nobody_speaks_makes_nobody_wait() -> None:
    assert called([waiting("K1", language="pl")], STAND_UP, ANNA, [Desk(ROOM, BRAM, BUSY)]) == "K1"


def test_a_speaker_who_may_not_take_the_visitor_is_not_waited_for() -> None:
    private = waiting("V1", "private", 1, "ar")
    assert called([private], ROOM, ANNA, [Desk(STAND_UP, BRAM, IDLE)]) == "V1"

"""Versions of the configuration: planned, undone, edited by two at once; yesterday's figures stay. Both databases."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from balie_app.queue import commands as c
from balie_app.queue import replay
from balie_app.queue.config.differences import lines
from balie_app.queue.figures import BY, figures, span
from balie_app.queue.hall import Hall, open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.rules.hall import CounterType, HallConfig, Norm
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store.versions import Version, versions

ZONE = ZoneInfo("Europe/Amsterdam")
DAY = date(2030, 1, 14)


def history(hall: Hall) -> tuple[Version, ...]:
    with hall.reading() as connection:
        return versions(connection)


def sound(hall: Hall) -> bool:
    with hall.reading() as connection:
        return replay.first_difference(connection) is None


def refused(play: Any, command: c.Command) -> Refused:
    with pytest.raises(Refused) as caught:
        play.do(command)
    return caught.value


def with_minutes(config: HallConfig, minutes: int) -> HallConfig:
    first, *rest = config.products
    return replace(config, products=(replace(first, minutes=minutes), *rest))


def passport(hall: Hall) -> int:
    return hall.view().config.product_by_slug["paspoort"].minutes


# -- figures of yesterday ------------------------------------------------------------------------------


def figures_of(play: Any, day: date) -> list[dict[str, Any]]:
    with play.hall.looking() as work:
        return [figures(work.connection, work.config, *span(day, day, ZONE), by) for by in (None, *BY)]


def changed_in_every_way(config: HallConfig) -> HallConfig:
    """Other norms, longer products of another kind, other types of counter, lines and owners, and new names."""
    return replace(
        config,
        name="Andere hal",
        norms=(Norm("appointment", 1, 0.1), Norm("walk-in-short", 1, 0.1), Norm("come-back", 0, 0.9)),
        contact_types=tuple(replace(each, norm_minutes=1, minutes=60) for each in config.contact_types),
        products=tuple(
            replace(each, labels={"nl": "Anders"}, minutes=90, contact_type="extended", line=3, owner="iemand anders")
            for each in config.products
        ),
        counters=tuple(replace(each, type=CounterType.TABLE, private=False) for each in config.counters),
    )


@pytest.mark.parametrize("planned", [False, True])
def test_a_change_never_alters_yesterdays_figures(play: Any, planned: bool) -> None:
    play.open((1, "anna"), (3, "daan"))
    play.do(c.CheckIn(play.do(c.Book(("paspoort",), play.at)).code))
    for product in ("paspoort", "verhuizing", "schulden"):
        play.issue(product)
    play.later(minutes=7)
    for counter in (1, 3, 3):
        play.do(c.CallNext(counter))
        play.later(minutes=1)
        play.do(c.Start(counter))
        play.later(minutes=9)
        play.do(c.Finish(counter, came_back_because="pasfoto" if counter == 1 else ""))
    play.do(c.CloseDay())
    play.later(days=1)
    before = figures_of(play, DAY)
    config = changed_in_every_way(play.hall.config())
    if planned:
        config = replace(
            config,
            counters=play.hall.config().counters
            + tuple(replace(each, valid_from=date(2030, 1, 15)) for each in config.counters),
        )
    play.do(c.Configure(config))
    assert figures_of(play, DAY) == before
    play.later(days=1)
    assert figures_of(play, DAY) == before


def test_a_rehearsal_whose_clock_went_back_keeps_its_figures_too(hall_url: str, make_config: Any) -> None:
    from balie_app.queue.hall import create_hall

    with closing(create_hall(hall_url, make_config(), rehearsal=True)) as hall:
        by, at = c.By("test"), hall.now() - timedelta(days=100)
        hall.perform(c.Configure(with_minutes(make_config(), 33)), by)
        hall.perform(c.Issue(("paspoort",)), by, at)
        first = hall.perform(c.Issue(("paspoort",)), by, at + timedelta(minutes=1))
        counters = tuple(replace(each, type=CounterType.TABLE) for each in make_config().counters)
        hall.perform(c.Configure(replace(make_config(), counters=counters)), by, at + timedelta(minutes=2))
        known = [each.at for each in history(hall)]
        assert known == sorted(known)
        assert known[1] <= first.arrived_at < known[2]


# -- planned for later ---------------------------------------------------------------------------------


def test_a_change_that_is_entered_now_takes_effect_on_its_day(play: Any) -> None:
    config = play.hall.config()
    later = replace(config.products[0], minutes=25, valid_from=date(2030, 1, 16))
    play.do(c.Configure(replace(config, products=(*config.products, later))))
    assert passport(play.hall) == 10
    play.later(days=1)
    assert passport(play.hall) == 10
    play.later(days=1)
    assert passport(play.hall) == 25
    assert play.do(c.Book(("paspoort",), play.at)).minutes == 25
    assert len(play.hall.config().products) == len(config.products) + 1


def test_a_planned_norm_and_counter_begin_on_their_day(play: Any) -> None:
    config = play.hall.config()
    kind = replace(config.contact_types[0], norm_minutes=3, valid_from=date(2030, 1, 15))
    counter = replace(config.counters[0], type=CounterType.ROOM, valid_from=date(2030, 1, 15))
    changed = replace(config, contact_types=(*config.contact_types, kind), counters=(*config.counters, counter))
    play.do(c.Configure(changed))
    play.issue("paspoort")
    assert play.hall.view().contacts[0].due_at == play.at + timedelta(minutes=15)
    play.later(days=1)
    play.issue("paspoort")
    assert play.hall.view().contacts[0].due_at == play.at + timedelta(minutes=3)
    assert play.hall.view().config.counter_by_number[1].type is CounterType.ROOM
    play.open((1, "bram"))
    assert play.do(c.CallNext(1)) is None


def test_a_step_whose_clock_passes_midnight_sees_the_new_day(play: Any) -> None:
    config = play.hall.config()
    later = replace(config.products[0], minutes=25, valid_from=date(2030, 1, 15))
    play.do(c.Configure(replace(config, products=(*config.products, later))))
    at = play.at + timedelta(days=1)
    assert play.hall.perform(c.Book(("paspoort",), at), c.By("test"), at).minutes == 25


# -- a new version -------------------------------------------------------------------------------------


def test_other_stations_pick_up_a_new_version_by_themselves(play: Any) -> None:
    with closing(open_hall(address(play.hall))) as other:
        assert (passport(other), other.view().config_version) == (10, 1)
        play.do(c.Configure(with_minutes(play.hall.config(), 12)))
        assert (passport(other), other.view().config_version) == (12, 2)
        assert other.perform(c.Book(("paspoort",), play.at), c.By("other")).minutes == 12


def address(hall: Hall) -> str:
    url = hall.engine.url
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=False)


def test_the_journal_says_who_changed_what(play: Any) -> None:
    config = play.hall.config()
    changed = replace(with_minutes(config, 12), clerks=config.clerks[:-1], name="Nieuwe naam")
    play.do(c.Configure(changed), station="hall", actor="beheerder")
    (first, second) = history(play.hall)
    assert (first.number, first.changes) == (1, ())
    assert (second.number, second.station, second.actor, second.at) == (2, "hall", "beheerder", play.at)
    assert lines(list(second.changes)) == [
        "name: was Publiekshal, is nu Nieuwe naam",
        "medewerker daan: weg",
        "product paspoort, minutes: was 10, is nu 12",
    ]


# -- undo ----------------------------------------------------------------------------------------------


def test_a_change_is_undone_as_a_new_version(play: Any) -> None:
    before = play.hall.config()
    play.do(c.Configure(with_minutes(before, 12)))
    play.do(c.UndoConfigure())
    assert play.hall.config() == before
    last = history(play.hall)[-1]
    assert (last.number, last.undoes, last.same_as) == (3, 2, 1)
    assert lines(list(last.changes)) == ["product paspoort, minutes: was 12, is nu 10"]
    assert sound(play.hall)


def test_undo_goes_further_back_each_time(play: Any) -> None:
    config = play.hall.config()
    for minutes in (11, 12, 13):
        play.do(c.Configure(with_minutes(config, minutes)))
    found = []
    for _ in range(3):
        play.do(c.UndoConfigure())
        found.append(passport(play.hall))
    assert found == [12, 11, 10]
    assert refused(play, c.UndoConfigure()).code == "no-earlier-setup"


def test_a_change_after_an_undo_is_undone_to_where_it_began(play: Any) -> None:
    config = play.hall.config()
    play.do(c.Configure(with_minutes(config, 11)))
    play.do(c.Configure(with_minutes(config, 12)))
    play.do(c.UndoConfigure())
    play.do(c.Configure(with_minutes(config, 20)))
    play.do(c.UndoConfigure())
    assert passport(play.hall) == 11
    play.do(c.UndoConfigure())
    assert passport(play.hall) == 10


def test_who_takes_back_their_own_version_never_takes_back_somebody_else_s(play: Any) -> None:
    config = play.hall.config()
    mine = play.do(c.Configure(with_minutes(config, 11)))
    play.do(c.Configure(with_minutes(config, 12), base=mine))
    assert refused(play, c.UndoConfigure(base=mine)).code == "set-up-meanwhile"
    assert passport(play.hall) == 12
    play.do(c.UndoConfigure(base=mine + 1))
    assert passport(play.hall) == 11


def test_a_new_hall_has_nothing_to_undo(play: Any) -> None:
    error = refused(play, c.UndoConfigure())
    assert sentence(error) == "Er is geen eerdere inrichting om naar terug te gaan."


def test_undo_does_not_take_a_counter_away_from_a_visitor(play: Any) -> None:
    config = play.hall.config()
    new = replace(config.counters[0], number=9)
    play.do(c.Configure(replace(config, counters=(*config.counters, new))))
    play.open((9, "anna"))
    play.issue("paspoort")
    play.do(c.CallNext(9))
    assert refused(play, c.UndoConfigure()).code == "counter-busy"


# -- two who edit --------------------------------------------------------------------------------------


def test_who_edits_an_older_version_is_told_what_changed_and_loses_nothing(play: Any) -> None:
    config = play.hall.config()
    base = play.hall.view().config_version
    play.do(c.Configure(with_minutes(config, 12), base=base), actor="kim")
    error = refused(play, c.Configure(replace(config, name="Anders"), base=base))
    assert error.code == "set-up-meanwhile"
    assert (error.facts["by"], error.facts["version"]) == ("kim", 2)
    assert "product paspoort, minutes: was 10, is nu 12" in sentence(error)
    assert (play.hall.config().name, passport(play.hall)) == ("Publiekshal", 12)
    play.do(c.Configure(replace(play.hall.config(), name="Anders"), base=2))
    assert (play.hall.config().name, passport(play.hall)) == ("Anders", 12)


def test_a_version_that_is_not_there_is_refused(play: Any) -> None:
    assert refused(play, c.Configure(play.hall.config(), base=7)).code == "no-such-setup"


# -- what stays ----------------------------------------------------------------------------------------


def test_a_product_with_an_appointment_cannot_be_taken_off(play: Any) -> None:
    play.do(c.Book(("paspoort",), play.at + timedelta(days=3)))
    config = play.hall.config()
    clerks = tuple(each for each in config.clerks if "paspoort" not in each.competences)
    without = replace(config, products=config.products[1:], clerks=clerks)
    error = refused(play, c.Configure(without))
    assert (error.code, error.facts["product"]) == ("product-booked", "paspoort")
    assert error.facts["start"] == "2030-01-17T10:00+01:00"


def test_a_counter_that_goes_closes_and_one_with_a_visitor_stays(play: Any) -> None:
    play.open((1, "anna"), (2, "bram"))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    config = play.hall.config()
    assert refused(play, c.Configure(replace(config, counters=config.counters[1:]))).code == "counter-busy"
    play.do(c.Configure(replace(config, counters=(config.counters[0], *config.counters[2:]))))
    play.do(c.Configure(config))
    assert [each.state for each in play.hall.view().counters][:2] == ["open", "closed"]


@pytest.mark.parametrize(("clerk", "state"), [("anna", "counter-busy"), ("bram", "closed")])
def test_a_clerk_who_goes_leaves_an_empty_counter_only(play: Any, clerk: str, state: str) -> None:
    play.open((1, "anna"), (2, "bram"))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    config = play.hall.config()
    without = replace(config, clerks=tuple(each for each in config.clerks if each.code != clerk))
    if state == "closed":
        play.do(c.Configure(without))
        assert play.hall.view().counters[1].state == "closed"
    else:
        assert refused(play, c.Configure(without)).code == state

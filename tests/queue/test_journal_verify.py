"""Somebody changes the database behind the hall's back: it is found, and named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from balie_app.queue import commands as c
from balie_app.queue import journal_cli, replay
from balie_app.queue.hall import Hall
from balie_app.queue.store import journal, tables

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def busy(play: Any) -> Any:
    """A hall in which about everything happened."""
    play.open((1, "anna"), (3, "daan"))
    code = play.do(c.Book(("paspoort",), play.at + timedelta(minutes=5), initials="S. de V.")).code
    other = play.do(c.Book(("paspoort",), play.at, initials="A. B.")).code
    play.do(c.CancelAppointment(other))
    play.do(c.CheckIn(code, printer="hal"))
    play.issue("paspoort", needs=("wheelchair",))
    play.issue("schulden")
    play.do(c.QuickContact("openingstijden"))
    play.later(minutes=6)
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.do(c.AddContact(1, ("verhuizing",)))
    play.do(c.Undo(1))
    play.do(c.Transfer(1, contact_type="extended", note="komt zo"))
    play.do(c.CallNext(3))
    play.do(c.Configure(play.hall.config()))
    job = play.hall.view().print_jobs[0].id
    play.do(c.PrintOutcome(job, "sending"))
    return play


def verdict(hall: Hall) -> replay.Difference | None:
    with hall.reading() as connection:
        return replay.first_difference(connection)


def spoil(hall: Hall, statement: str, **values: Any) -> None:
    with hall.engine.begin() as connection:
        assert connection.execute(text(statement), values).rowcount > 0


def test_an_honest_hall_is_well(busy: Any, capsys: Capture) -> None:
    assert verdict(busy.hall) is None
    assert journal_cli.main(["verify", "--hall", _where(busy.hall)]) == 0
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert said.startswith("Het logboek klopt: ")


def _where(hall: Hall) -> str:
    url = hall.engine.url
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=False)


def test_an_empty_hall_is_well(make_play: Callable[..., Any]) -> None:
    assert verdict(make_play().hall) is None


@pytest.mark.parametrize("page", [1, 2, 1000])
def test_it_makes_no_difference_how_much_is_read_at_once(busy: Any, page: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "AT_ONCE", page)
    assert verdict(busy.hall) is None


@pytest.mark.parametrize(
    ("statement", "record", "problem"),
    [
        ("UPDATE visit SET party = 9 WHERE label = 'K002'", "bezoek", "party is 9, volgens het logboek 1"),
        ("UPDATE visit SET needs = '[]' WHERE label = 'K002'", "bezoek", "needs"),
        ("UPDATE contact SET state = 'left' WHERE label = 'V001'", "gesprek", "state is left, volgens het logboek w"),
        ("UPDATE contact SET arrived_at = arrived_at - 1 WHERE label = 'V001'", "gesprek", "arrived_at"),
        ("UPDATE contact SET clerk = NULL WHERE clerk = 'daan'", "gesprek", "clerk is leeg, volgens het logboek daan"),
        ("UPDATE contact SET state = 'unheard' WHERE label = 'V001'", "", "geen waarde"),
        ("UPDATE counter SET clerk = 'bram' WHERE number = 3", "balie 3", "clerk is bram"),
        ("UPDATE appointment SET state = 'booked' WHERE state = 'cancelled'", "afspraak", "state"),
        ("UPDATE print_job SET state = 'printed'", "afdruk", "state is printed, volgens het logboek sending"),
        ("DELETE FROM contact WHERE label = 'V001'", "gesprek", "ontbreekt in de hal"),
        ("DELETE FROM visit WHERE label = 'K002'", "bezoek", "ontbreekt in de hal"),
        ("UPDATE configuration SET document = '{}' WHERE version = 2", "inrichting, versie 2", "anders"),
    ],
)
def test_a_changed_record_is_found(busy: Any, statement: str, record: str, problem: str) -> None:
    spoil(busy.hall, statement)
    found = verdict(busy.hall)
    assert found is not None
    assert record in found.record
    assert problem in found.problem


def test_a_record_that_nobody_made_is_found(busy: Any) -> None:
    spoil(busy.hall, "UPDATE appointment SET code = 'XXXXXX' WHERE state = 'cancelled'")
    found = verdict(busy.hall)
    assert found is not None
    assert found.seq is not None
    assert "ontbreekt" in found.problem
    spoil(busy.hall, "INSERT INTO counter (number, state, revision) VALUES (99, 'closed', 1)")
    assert verdict(busy.hall) == found


def test_the_difference_names_the_entry_that_wrote_the_record_last(busy: Any) -> None:
    spoil(busy.hall, "UPDATE counter SET clerk = 'bram' WHERE number = 3")
    found = verdict(busy.hall)
    opened = next(e for e in busy.hall.journal() if e.what == "counter-opened" and e.counter == 3)
    assert found is not None
    assert found.seq == opened.seq
    assert found.sentence().startswith(f"Het logboek klopt niet bij stap {opened.seq}: balie 3: ")


def test_initials_are_not_compared_because_the_journal_has_none(busy: Any) -> None:
    spoil(busy.hall, "UPDATE appointment SET initials = ''")
    assert verdict(busy.hall) is None


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE journal SET actor = 'niemand' WHERE seq = 7", "controleketen"),
        ("UPDATE journal SET at = at + 1 WHERE seq = 7", "controleketen"),
        ("UPDATE journal SET chain = 'x' WHERE seq = 7", "controleketen"),
        ("UPDATE journal SET facts = '{}' WHERE seq = 7", "controleketen"),
        ("UPDATE journal SET changes = '[]' WHERE seq = 7", "controleketen"),
        ("UPDATE journal SET changes = 'nonsense' WHERE seq = 7", "niet te lezen"),
        ("UPDATE journal SET facts = '{' WHERE seq = 7", "niet te lezen"),
        ("DELETE FROM journal WHERE seq = 7", "ontbreekt"),
    ],
)
def test_a_changed_entry_is_found_at_its_number(busy: Any, statement: str, problem: str) -> None:
    spoil(busy.hall, statement)
    found = verdict(busy.hall)
    assert found is not None
    assert (found.seq, found.record) == (7, "")
    assert problem in found.problem


def test_two_entries_that_changed_places_are_found(busy: Any) -> None:
    for seq, other in ((7, -8), (8, 7), (-8, 8)):
        spoil(busy.hall, "UPDATE journal SET seq = :other WHERE seq = :seq", seq=seq, other=other)
    found = verdict(busy.hall)
    assert found is not None
    assert (found.seq, found.record) == (7, "")
    assert "controleketen" in found.problem


def test_an_entry_that_was_put_in_between_is_found(busy: Any) -> None:
    last = busy.hall.journal()[-1].seq
    for seq in range(last, 6, -1):
        spoil(busy.hall, "UPDATE journal SET seq = seq + 1 WHERE seq = :seq", seq=seq)
    columns = "at, station, actor, what, ticket, counter, facts, changes, result, chain"
    spoil(busy.hall, f"INSERT INTO journal (seq, {columns}) SELECT 7, {columns} FROM journal WHERE seq = 6")
    found = verdict(busy.hall)
    assert found is not None
    assert (found.seq, found.record) == (7, "")
    spoil(busy.hall, "DELETE FROM journal WHERE seq = 7")
    found = verdict(busy.hall)
    assert found is not None
    assert (found.seq, "ontbreekt" in found.problem) == (7, True)


def test_an_entry_behind_the_last_one_is_found(busy: Any) -> None:
    last = busy.hall.journal()[-1].seq
    columns = "at, station, actor, what, ticket, counter, facts, changes, result, chain"
    spoil(busy.hall, f"INSERT INTO journal (seq, {columns}) SELECT seq + 1, {columns} FROM journal WHERE seq = {last}")
    found = verdict(busy.hall)
    assert found is not None
    assert found.seq == last + 1


def test_a_journal_that_lost_its_end_together_with_the_head_is_found_by_what_the_hall_holds(busy: Any) -> None:
    entries = busy.hall.journal()
    spoil(busy.hall, "DELETE FROM journal WHERE seq = :seq", seq=entries[-1].seq)
    spoil(busy.hall, "UPDATE hall SET seq = :seq, chain = :chain", seq=entries[-2].seq, chain=entries[-2].chain)
    found = verdict(busy.hall)
    assert found is not None
    assert found.record


def test_a_journal_that_lost_its_end_is_found(busy: Any) -> None:
    last = busy.hall.journal()[-1].seq
    spoil(busy.hall, "DELETE FROM journal WHERE seq >= :seq", seq=last)
    found = verdict(busy.hall)
    assert found is not None
    assert found.seq == last


def test_a_head_that_was_set_back_is_found(busy: Any) -> None:
    last = busy.hall.journal()[-1].seq
    spoil(busy.hall, "UPDATE hall SET seq = :seq", seq=last - 1)
    found = verdict(busy.hall)
    assert found is not None
    assert found.seq == last


def test_history_rewritten_with_a_right_chain_is_found_by_what_follows_from_it(busy: Any) -> None:
    """Whoever can compute hashes can rewrite the chain; the replay then no longer fits."""
    with busy.hall.engine.begin() as connection:
        chain, rewritten = journal.beginning(connection), 0
        for entry in journal.entries(connection, 0, 1000):
            new = entry
            if entry.what == "issued" and entry.ticket == "K002":
                changes = [dict(each) for each in entry.changes]
                contact = next(each for each in changes if each["of"] == "contact")
                contact["is"] = {**contact["is"], "contact_type": "extended"}
                new = type(entry)(
                    **{name: getattr(entry, name) for name in entry.__slots__} | {"changes": tuple(changes)}
                )
                rewritten = entry.seq
            chain = journal.chained(chain, new)
            update = tables.journal.update().where(tables.journal.c.seq == entry.seq)
            connection.execute(update.values(chain=chain, changes=journal.packed(list(new.changes))))
        connection.execute(tables.hall.update().values(chain=chain))
    found = verdict(busy.hall)
    assert found is not None
    assert "contact_type" in found.problem
    assert found.seq is not None
    assert found.seq >= rewritten > 0


def test_the_command_says_what_is_wrong_and_exits_with_one(busy: Any, capsys: Capture) -> None:
    spoil(busy.hall, "UPDATE visit SET party = 9 WHERE label = 'K002'")
    assert journal_cli.main(["verify", "--hall", _where(busy.hall)]) == 1
    said = capsys.readouterr().out
    assert "Het logboek klopt niet bij stap" in said
    assert "party is 9, volgens het logboek 1" in said


def test_the_journal_is_shown(busy: Any, capsys: Capture) -> None:
    import json

    entries = busy.hall.journal()
    assert journal_cli.main(["show", "--hall", _where(busy.hall), "--limit", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [int(line.split()[0]) for line in lines] == [entry.seq for entry in entries[-3:]]
    assert journal_cli.main(["show", "--hall", _where(busy.hall), "--since", "4", "--limit", "2", "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["seq"] for each in found] == [5, 6]
    assert found[0]["at"].endswith("+01:00")


def test_a_wrong_line_and_a_missing_hall_are_explained(capsys: Capture, tmp_path: Any) -> None:
    assert journal_cli.main(["shwo"]) == 2
    assert "balie journal verify" in capsys.readouterr().err
    assert journal_cli.main(["verify", "--hall", str(tmp_path / "niets.db")]) == 1
    assert "Er is geen hal" in capsys.readouterr().err


def test_a_first_configuration_that_was_changed_is_found(busy: Any) -> None:
    spoil(busy.hall, "UPDATE configuration SET document = replace(document, 'Paspoort', 'Rijbewijs') WHERE version = 1")
    found = verdict(busy.hall)
    assert found is not None
    assert "eerste inrichting" in found.problem


def test_a_first_configuration_that_is_gone_is_found(busy: Any) -> None:
    spoil(busy.hall, "DELETE FROM configuration WHERE version = 1")
    found = verdict(busy.hall)
    assert found is not None
    assert found.problem == "de eerste inrichting ontbreekt"

"""Whatever stands on a line: one answer, no traceback, and a hall that is as it was."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from balie_app.queue.config.templates import template
from balie_app.queue.ctl import lines
from balie_app.queue.ctl.main import serve
from balie_app.queue.ctl.session import WORDS, Session
from balie_app.queue.hall import create_hall

DEEP = b'{"do":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
HUGE = b'{"do": "ticket", "ticket": "' + b"x" * 1_000_000 + b'"}'


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"nonsense",
        b"{",
        b"[]",
        b"3",
        b"null",
        b'"do"',
        b"\xff\xfe{}",
        b"\x00",
        b'{"do": "hall", "id": NaN}',
        b'{"do": "hall", "id": Infinity}',
        b'{"do": "hall", "id": 1e999}',
        b'{"do": "hall", "id": ' + b"9" * 5000 + b"}",
        b'{"do": "hall"} {"do": "hall"}',
        DEEP,
        b"[" * 100_000,
    ],
)
def test_what_is_no_json_object_is_answered_with_the_line_named(talk: Any, line: bytes) -> None:
    before = talk.last()
    answer = talk.line(line)
    assert (answer["ok"], answer["code"], answer["facts"]["field"]) == (False, "bad-request", "line")
    assert talk.last() == before


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("{}", "do"),
        ('{"do": null}', "do"),
        ('{"do": 3}', "do"),
        ('{"do": "nexd", "counter": 1}', "do"),
        ('{"do": "next", "do": "issue"}', "do"),
        ('{"do": "next"}', "counter"),
        ('{"do": "next", "counter": null}', "counter"),
        ('{"do": "next", "counter": "1"}', "counter"),
        ('{"do": "next", "counter": 1.0}', "counter"),
        ('{"do": "next", "counter": true}', "counter"),
        ('{"do": "next", "counter": 99999999999999999999}', "counter"),
        ('{"do": "next", "counter": 1, "countr": 1}', "countr"),
        ('{"do": "next", "counter": 1, "exclude": "K001"}', "exclude"),
        ('{"do": "next", "counter": 1, "exclude": [1]}', "exclude[0]"),
        ('{"do": "issue"}', "products"),
        ('{"do": "issue", "products": []}', "products"),
        ('{"do": "issue", "products": "paspoort-aanvragen"}', "products"),
        ('{"do": "issue", "products": ["paspoort-aanvragen"], "party": 0}', "party"),
        ('{"do": "issue", "products": ["paspoort-aanvragen"], "party": 51}', "party"),
        ('{"do": "issue", "products": ["paspoort-aanvragen"], "count": 0}', "count"),
        ('{"do": "issue", "products": ["paspoort-aanvragen"], "language": "Dutch"}', "language"),
        ('{"do": "issue", "products": ["paspoort-aanvragen"], "via": "window"}', "via"),
        ('{"do": "issue", "products": ["paspoort-aanvragen"], "needs": ["weelchair"]}', "needs[0]"),
        ('{"do": "issue", "products": ["paspoort-aanvragen"], "at": "2026-03-02T10:00"}', "at"),
        ('{"do": "issue", "products": ["paspoort-aanvragen"], "at": 5}', "at"),
        ('{"do": "issue", "products": ["paspoort-aanvragen"], "at": "9999-12-31T23:59:59+00:00"}', "at"),
        ('{"do": "quick-contact", "topic": "  "}', "topic"),
        ('{"do": "quick-contact", "topic": "a\\u0000b"}', "topic"),
        ('{"do": "quick-contact", "topic": "a\\ud800b"}', "topic"),
        ('{"do": "quick-contact", "topic": "a\\nb"}', "topic"),
        ('{"do": "transfer", "counter": 1, "to": "extended"}', "to"),
        ('{"do": "transfer", "counter": 1, "to": {}}', "to"),
        ('{"do": "transfer", "counter": 1, "to": {"desk": 2}}', "to.desk"),
        ('{"do": "transfer", "counter": 1, "to": {"counter": "2"}}', "to.counter"),
        ('{"do": "transfer", "counter": 1, "to": {"counter": 2}, "position": "middle"}', "position"),
        ('{"do": "transfer", "counter": 1, "to": {"counter": 2}, "confirm": "yes"}', "confirm"),
        ('{"do": "book", "products": ["paspoort-aanvragen"], "start": "morgen"}', "start"),
        ('{"do": "book", "products": ["x"], "start": "2026-03-02T10:00:00+01:00", "minutes": 0}', "minutes"),
        ('{"do": "configure", "hall": []}', "hall"),
        ('{"do": "journal", "since": -1}', "since"),
        ('{"do": "journal", "limit": 1000000}', "limit"),
        ('{"do": "figures", "from": "2026-03-02"}', "to"),
        ('{"do": "figures", "from": "2026-02-30", "to": "2026-03-02"}', "from"),
        ('{"do": "figures", "from": "2026-03-02", "to": "2026-03-01"}', "to"),
        ('{"do": "figures", "from": "2026-03-02", "to": "2026-03-02", "by": "clerk"}', "by"),
    ],
)
def test_the_field_that_is_wrong_is_named(talk: Any, line: str, field: str) -> None:
    before = talk.last()
    answer = talk.line(line.encode())
    assert (answer["ok"], answer["code"], answer["facts"]["field"]) == (False, "bad-request", field)
    assert field in answer["message"]
    assert talk.last() == before


def test_a_million_characters_are_refused(talk: Any) -> None:
    assert talk.line(HUGE)["facts"]["field"] == "ticket"


def test_the_id_comes_back_whatever_it_is(talk: Any) -> None:
    for each in (1, "a", None, 1.5, [1, {"a": 2}], "\ud800", "é\u2028"):
        line = json.dumps({"do": "zoem", "id": each}).encode()
        assert talk.line(line)["id"] == each
        assert talk.line(line.replace(b"zoem", b"counters"))["id"] == each
    assert "id" not in talk.line(b'{"do": "counters"}')


def test_texts_of_programmers_are_just_texts(talk: Any) -> None:
    texts = ["'; DROP TABLE visit; --", "%s %d %(x)s", "{0} {x!r} {", "\\", '"', "<script>", "../../etc", "😀"]
    for each in texts:
        assert talk.ok("quick-contact", topic=each)["contact"]["topic"] == each
        assert talk.no("ticket", ticket=each[:16])[0] == "no-such-ticket"
        assert talk.no("issue", products=[each])[1] == {"product": each}


def test_a_bug_is_answered_too(talk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("1/0")

    monkeypatch.setattr(talk.hall, "perform", broken)
    answer = talk.ask("next", counter=1)
    assert (answer["ok"], answer["code"]) == (False, "internal-error")
    assert "ZeroDivisionError" in answer["message"]


# -- anything at all ------------------------------------------------------------------------------------

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**18, max_value=10**40),
    st.floats(),
    st.text(),
    st.sampled_from(["", "K001", "2026-03-02", "1", "*", "nl", "\x00", "%s", "' OR 1=1", "a" * 3000]),
)
VALUES = st.recursive(ODD, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3))
NAMES = st.sampled_from(
    [
        *("counter", "ticket", "products", "contact_type", "language", "party", "needs", "via", "count"),
        *("topic", "start", "minutes", "officer", "code", "exclude", "reason", "outcome", "depth"),
        *("came_back_because", "note", "to", "position", "confirm", "hall", "since", "limit", "from"),
        *("by", "zone", "clerk", "at"),
    ]
)
WRONG = st.builds(
    lambda do, fields, extra: {"do": do, **fields, "niet-bestaand": extra},
    st.sampled_from(WORDS) | st.text(),
    st.dictionaries(NAMES | st.text(), VALUES, max_size=5),
    VALUES,
)
"""Requests with one field too many: every one of them is wrong."""


@pytest.fixture(scope="module")
def one_session(tmp_path_factory: pytest.TempPathFactory) -> Any:
    hall = create_hall(tmp_path_factory.mktemp("fuzz") / "hall.db", template("three-counters", "V"), rehearsal=True)
    session = Session(hall)
    assert session.answer(b'{"do":"issue","products":["paspoort-aanvragen"],"at":"2026-03-02T09:00:00+01:00"}')["ok"]
    yield session
    hall.close()


def unchanged(session: Session, line: bytes) -> dict[str, Any]:
    def head() -> tuple[Any, ...]:
        with session.hall.looking() as work:
            return tuple(work.head)

    before = head()
    text = lines.line_of(session.answer(line))
    assert text.count(b"\n") == 1
    assert head() == before
    answer: dict[str, Any] = json.loads(text)
    return answer


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(line=st.binary() | st.text().map(str.encode) | VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_line_gets_an_answer_and_changes_nothing(one_session: Session, line: bytes) -> None:
    answer = unchanged(one_session, line)
    assert answer["ok"] is False
    assert answer["code"] == "bad-request"


@settings(deadline=None, max_examples=250, suppress_health_check=list(HealthCheck))
@given(request_=WRONG)
def test_a_wrong_request_gets_an_answer_and_changes_nothing(one_session: Session, request_: dict[str, Any]) -> None:
    answer = unchanged(one_session, json.dumps(request_).encode())
    assert answer["ok"] is False
    assert answer["code"] in {"bad-request", "config-mistakes"}


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(do=st.sampled_from(WORDS), fields=st.dictionaries(NAMES, VALUES, max_size=4))
def test_no_request_ever_meets_a_bug(one_session: Session, do: str, fields: dict[str, Any]) -> None:
    answer = json.loads(lines.line_of(one_session.answer(json.dumps({"do": do, **fields}).encode())))
    assert answer["ok"] or answer["code"] != "internal-error"


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    key=st.sampled_from(["name", "counters", "products", "norms", "opening", "settings", "texts", "clerks"]), it=VALUES
)
def test_no_configuration_ever_meets_a_bug(one_session: Session, key: str, it: Any) -> None:
    hall = one_session.answer(b'{"do": "hall"}')["hall"]
    hall[key] = it
    hall["niet-bestaand"] = 1
    answer = unchanged(one_session, json.dumps({"do": "configure", "hall": hall}).encode())
    assert answer["code"] in {"config-mistakes", "bad-request"}


# -- streams --------------------------------------------------------------------------------------------


def test_every_line_is_answered_in_order(talk: Any) -> None:
    asked = b'{"do":"counters","id":1}\r\n\nx\n{"do":"screen","id":2}'
    answers = io.BytesIO()
    assert serve(talk.session, io.BytesIO(asked), answers) == 0
    found = [json.loads(line) for line in answers.getvalue().splitlines()]
    assert [each.get("id") for each in found] == [1, None, None, 2]
    assert [each["ok"] for each in found] == [True, False, False, True]


def test_a_line_without_an_end_is_refused_and_the_next_one_answered(
    make_talk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "LONGEST", 50)
    asked = io.BytesIO(b'{"do":"' + b"x" * 500 + b'"}\n{"do":"counters"}\n')
    answers = io.BytesIO()
    assert serve(make_talk().session, asked, answers) == 0
    found = [json.loads(line) for line in answers.getvalue().splitlines()]
    assert [each["ok"] for each in found] == [False, True]


def test_nobody_reading_the_answers_ends_it(talk: Any) -> None:
    class Gone(io.BytesIO):
        def flush(self) -> None:
            raise BrokenPipeError

    assert serve(talk.session, io.BytesIO(b"x\n"), Gone()) == 1

"""`balie ctl` as a process that is fed anything at all: one answer a line, never a traceback, a hall as it was."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from balie_app.queue.config.templates import template
from balie_app.queue.ctl.changes import CHANGES
from balie_app.queue.ctl.lines import line_of
from balie_app.queue.ctl.session import WORDS, Session
from balie_app.queue.hall import create_hall, open_hall
from balie_app.queue.store import tables

REPOSITORY = Path(__file__).resolve().parents[3]
LINES = 10_000
FIELDS = (
    *("counter", "ticket", "products", "contact_type", "language", "party", "needs", "via", "count", "topic", "start"),
    *("minutes", "officer", "code", "exclude", "reason", "outcome", "depth", "came_back_because", "note", "to"),
    *("position", "confirm", "hall", "since", "limit", "from", "by", "zone", "clerk", "at", "key", "id", "do"),
)
ODD = [
    *(
        "1e400",
        "-1e400",
        "NaN",
        "-Infinity",
        "-0",
        "-0.0",
        "0.1",
        str(2**70),
        "-" + "9" * 400,
        "1E5",
        "01",
        "+1",
        "0x1",
    ),
    *("null", "true", "[]", "{}", "[[]]", '{"a":{"b":[1]}}', '""', '" "', '"K001"', '"k 1"', '"\\u0000"', '"a\\nb"'),
    *('"\\ud800"', '"\\udc00\\ud800"', '"\\u202e"', '"\\u001b[31m"', '"\'; DROP TABLE visit; --"', '"%s%n%(x)s"'),
    *('"{0.__class__}"', '"{{x}}"', '"111222333"', '"2026-03-02T09:00:00+01:00"', '"9999-12-31T23:59:59-23:59"'),
    *('"0001-01-01T00:00:00+23:59"', '"../../etc/passwd"', '"' + "é" * 5000 + '"', "[" * 50 + "]" * 50, "\t1"),
]
"""Values as they stand on a line; some are no JSON."""
WHOLE = [
    *(b"", b"\r", b"\x00", b"\x00" * 1000, b"\xff\xfe", b"\xc3", b"{", b"}", b"[", b'"', b"null", b"{}\x00"),
    *(b"\xef\xbb\xbf{}", b'{"do":"hall"}{"do":"hall"}', b'{"do":"issue","do":"hall"}', b'{"do":"issue","pro'),
    *(b"[" * 100_000, b"[" * 100_000 + b"]" * 100_000, b'{"a":' * 100_000, b'{"do":"' + b"x" * 1_000_000 + b'"}'),
    *(b'{"do":"quick-contact","topic":"' + b"a" * 1_000_000 + b'"}', b'{"do":"next","counter":' + b"9" * 5000 + b"}"),
    *(b'{"do":"issue","products":[' + b'"a",' * 200_000 + b'"a"]}', b"{" + b'"k":1,' * 100_000 + b'"k":1}'),
]  # fmt: skip


def lines() -> list[bytes]:
    """Lines that are all wrong: odd values in every field of every word, each with a field that nobody knows."""
    draw = random.Random(7)
    found = [*WHOLE]
    while len(found) < LINES:
        some = {name: draw.choice(ODD) for name in draw.sample(FIELDS, draw.randint(0, 4)) if name != "do"}
        parts = [f'"do":"{draw.choice(WORDS)}"', *(f'"{name}":{value}' for name, value in some.items()), '"zz":1']
        draw.shuffle(parts)
        line = ("{" + ",".join(parts) + "}").encode()
        half = line[: draw.randrange(len(line))] if draw.random() < 0.05 else line
        found.append(half + draw.choice((b"", b"", b"", b"\r", b" ", b"\x00")))
    draw.shuffle(found)
    return found


def content(where: str) -> list[Any]:
    """Everything that stands in a hall's database."""
    with closing(open_hall(where)) as hall, hall.reading() as connection:
        every = [connection.execute(select(table)).all() for table in tables.metadata.sorted_tables]
    return [sorted(map(repr, rows)) for rows in every]


Run = Callable[[bytes], tuple[list[dict[str, Any]], subprocess.CompletedProcess[bytes]]]


@pytest.fixture
def run(hall_url: str) -> Run:
    """What one process answers to all that."""

    def ctl(asked: bytes) -> tuple[list[dict[str, Any]], subprocess.CompletedProcess[bytes]]:
        command = [sys.executable, "-m", "balie_app", "ctl", "--hall", hall_url]
        environment = {**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C"}
        done = subprocess.run(command, cwd=REPOSITORY, env=environment, input=asked, capture_output=True, timeout=500)
        return [json.loads(line) for line in done.stdout.splitlines()], done

    return ctl


def test_ten_thousand_wrong_lines_get_ten_thousand_refusals_and_the_next_good_line_works(
    hall_url: str, run: Run
) -> None:
    create_hall(hall_url, template("three-counters", "V"), rehearsal=True).close()
    before = content(hall_url)
    asked = lines()
    answers, done = run(b"\n".join([*asked, b'{"do":"counters","id":"goed"}']))  # and no line end after the last
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(answers) == len(asked) + 1
    wrong = {answer.get("code") for answer in answers[:-1]}
    assert {"bad-request"} <= wrong <= {"bad-request", "config-mistakes"}
    assert all(set(answer) - {"id"} == {"ok", "code", "message", "facts"} for answer in answers[:-1])
    assert answers[-1]["ok"]
    assert answers[-1]["id"] == "goed"
    assert content(hall_url) == before


GOOD: dict[str, dict[str, Any]] = {
    "issue": {"products": ["paspoort-aanvragen"], "party": 1, "needs": ["quiet"], "via": "kiosk", "count": 2},
    "next": {"counter": 1, "exclude": ["K009"]},
    "call": {"counter": 1, "ticket": "K001", "reason": "spoed"},
    "start": {"counter": 1},
    "transfer": {"counter": 1, "to": {"contact_type": "extended"}, "note": "n", "position": "last", "confirm": True},
    "finish": {"counter": 1, "outcome": "done", "depth": 1, "came_back_because": "p", "products": []},
    "park": {"counter": 1, "note": "foto"},
    "book": {"products": ["paspoort-aanvragen"], "start": "2026-03-02T10:00:00+01:00", "minutes": 5, "officer": "anna"},
    "quick-contact": {"topic": "route", "counter": 1},
    "open-counter": {"counter": 1, "clerk": "anna"},
    "figures": {"from": "2026-03-02", "to": "2026-03-02", "by": "day"},
    "journal": {"since": 0, "limit": 5},
    "explain": {"counter": 1},
}


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with closing(
        create_hall(tmp_path_factory.mktemp("odd") / "hall.db", template("three-counters", "V"), True)
    ) as hall:
        yield Session(hall)


@pytest.mark.parametrize("word", GOOD)
def test_one_odd_value_in_a_good_line_never_meets_a_bug(session: Session, word: str) -> None:
    """Some of these are good after all, as a note of five thousand letters is not; then the hall may change."""

    def head() -> tuple[Any, ...]:
        with session.hall.looking() as work:
            return tuple(work.head)

    assert session.answer(json.dumps({"do": "issue", "products": ["paspoort-aanvragen"]}).encode())["ok"]
    for name in (*GOOD[word], "id", *(["key"] if word in CHANGES else [])):
        for odd in ODD:
            others = "".join(f',"{key}":{json.dumps(value)}' for key, value in GOOD[word].items() if key != name)
            before = head()
            answer = json.loads(line_of(session.answer(f'{{"do":"{word}"{others},"{name}":{odd}}}'.encode())))
            assert answer["ok"] or answer["code"] != "internal-error", (name, odd)
            assert answer["ok"] or head() == before

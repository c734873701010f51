"""The same lists of people for several kinds of contact, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    column,
    func,
    literal_column,
    select,
    true,
    union_all,
    values,
)

from balie_app.queue.store import tables

Kinds = Sequence[str]
Part = tuple[Any, Sequence[tuple[int, str]]]
"""A list, with for each kind that it is asked for: the number that says which list this is, and the kind."""

_kind: ColumnElement[str] = tables.contact.c.contact_type


def numbers(lists: int, kinds: Kinds) -> list[tuple[int, int, str]]:
    """For each list of each kind its number, counted from 1 (list 0 of kind 0, list 1 of kind 0, …); list and kind."""
    return [(1 + lists * at + each, each, kind) for at, kind in enumerate(kinds) for each in range(lists)]


def heads(lists: Sequence[Select[Any]], kinds: Kinds, limit: int, dialect: str) -> list[Select[Any]]:
    """Of each list and each kind the first ``limit`` rows, and ``which`` list it is. The parts go into a union."""
    short = [each.limit(limit) for each in lists]
    return _asked(_parts(short, numbers(len(lists), kinds)), dialect)


def lengths(lists: Sequence[Select[Any]], kinds: Kinds, limit: int, only: Sequence[int], dialect: str) -> Any:
    """How long these lists are, counted up to ``limit``: ``length``, and ``which`` list."""
    wanted = [each for each in numbers(len(lists), kinds) if each[0] in only]
    # in order, so that PostgreSQL reads the index and never the table from its beginning
    short = [each.limit(limit) for each in lists]
    return union_all(*_asked(_parts(short, wanted), dialect, count=True))


def _parts(lists: Sequence[Select[Any]], wanted: Sequence[tuple[int, int, str]]) -> list[Part]:
    by_list = [(each, [(which, kind) for which, of, kind in wanted if of == at]) for at, each in enumerate(lists)]
    return [(each, kinds) for each, kinds in by_list if kinds]


def _asked(parts: Sequence[Part], dialect: str, count: bool = False) -> list[Select[Any]]:
    make = _joined if dialect == "postgresql" else _apart
    return [select_ for each, kinds in parts for select_ in make(each, kinds, count)]


def _apart(each: Select[Any], kinds: Sequence[tuple[int, str]], count: bool) -> list[Select[Any]]:
    """SQLite: a part for each kind."""
    answer = []
    for which, kind in kinds:
        rows = each.where(_kind == kind).subquery()
        answer.append(_numbered(_columns(rows, count), literal_column(str(which))).select_from(rows))
    return answer


def _joined(each: Select[Any], kinds: Sequence[tuple[int, str]], count: bool) -> list[Select[Any]]:
    """PostgreSQL: one part that is asked again for each kind; to begin a part costs it as much as to read one."""
    asked = values(column("kind", String), column("which", Integer), name="asked").data(
        [(kind, which) for which, kind in kinds]
    )
    mine = each.where(_kind == asked.c.kind).correlate(asked).lateral()
    rows = select(func.count().label("length")).select_from(mine).lateral() if count else mine
    return [_numbered(rows.c, asked.c.which).select_from(asked).join(rows, true())]


def _columns(rows: Any, count: bool) -> Any:
    return (func.count().label("length"),) if count else rows.c


def _numbered(columns: Any, which: ColumnElement[int]) -> Select[Any]:
    return select(*columns, which.label("which"))

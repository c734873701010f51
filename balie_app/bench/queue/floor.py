"""The raw floor: one small insert and its commit, on the same disk or server, by the bare driver."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import psycopg

from balie_app.bench.measure import Figure, figure, timed
from balie_app.queue.store.engine import hall_url

ROUNDS = 200
_TEXT = "x" * 200


def raw_floor(where: str) -> Figure:
    """Durable inserts beside the hall (a file of their own, or a table of their own on the same server)."""
    url = hall_url(where)
    if url.get_backend_name() == "sqlite":
        return _sqlite(Path(f"{url.database}-floor"))
    return _postgresql(url.set(drivername="postgresql").render_as_string(hide_password=False))


def _sqlite(file: Path) -> Figure:
    link = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        link.execute(f"PRAGMA {pragma}")
    link.execute("CREATE TABLE floor (id INTEGER PRIMARY KEY, said TEXT)")
    took = [timed(lambda: link.execute("INSERT INTO floor (said) VALUES (?)", (_TEXT,))) for _ in range(ROUNDS)]
    link.close()
    for each in file.parent.glob(f"{file.name}*"):
        each.unlink()
    return figure(took)


def _postgresql(url: str) -> Figure:
    with psycopg.connect(url, autocommit=True) as link:
        link.execute("CREATE TABLE IF NOT EXISTS bench_floor (id serial PRIMARY KEY, said text)")
        took = [
            timed(lambda: link.execute("INSERT INTO bench_floor (said) VALUES (%s)", (_TEXT,))) for _ in range(ROUNDS)
        ]
        link.execute("DROP TABLE bench_floor")
    return figure(took)

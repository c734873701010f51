"""A hall full of people, made in bulk: who waits now, and the contacts of earlier years."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, text

from balie_app.queue.hall import Hall
from balie_app.queue.rules.hall import HallConfig, Intake, Product
from balie_app.queue.rules.visit import Contact, ContactState, Visit
from balie_app.queue.store import tables
from balie_app.queue.store.records import values

CHUNK = 1_000
BOOKED_SHARE = 0.2
OLD_CHUNK = 250_000


def walk_in_products(config: HallConfig) -> list[Product]:
    """What a visitor of the bench may ask for: products that some counter of this hall can help with."""
    types = {counter.type for counter in config.counters}
    return [
        each
        for each in config.products
        if each.intake in {Intake.BOTH, Intake.WALK_IN}
        and types.intersection(config.contact_type_by_code[each.contact_type].counter_types)
    ]


def add_waiting(hall: Hall, config: HallConfig, already: int, wanted: int, seed: int = 1) -> None:
    """Let the hall have ``wanted`` waiting contacts, of which ``already`` are there; not through the use cases."""
    draw = random.Random(seed + already)  # noqa: S311
    now, day = hall.now(), hall.now().date()
    people = [_somebody(draw, config, number, now) for number in range(already, wanted)]
    people.sort(key=lambda pair: pair[0].arrived_at)  # rows stand in a table in the order in which people came
    with hall.engine.begin() as connection:
        for start in range(0, len(people), CHUNK):
            part = people[start : start + CHUNK]
            connection.execute(insert(tables.visit), [values(visit) | {"day": day} for visit, _ in part])
            connection.execute(insert(tables.contact), [values(contact) | {"day": day} for _, contact in part])
    analyse(hall)


def _somebody(draw: random.Random, config: HallConfig, number: int, now: datetime) -> tuple[Visit, Contact]:
    product = draw.choice(walk_in_products(config))
    kind = config.contact_type_by_code[product.contact_type]
    arrived = now - timedelta(seconds=draw.uniform(0, 3600))
    booked = now + timedelta(minutes=draw.uniform(-20, 40)) if draw.random() < BOOKED_SHARE else None
    due = max(arrived, booked) + timedelta(minutes=5) if booked else arrived + timedelta(minutes=kind.norm_minutes)
    # a letter that no contact type has: these numbers never meet those of the real series
    visit = Visit(f"bench-{number}", now.date(), f"Z{number:05d}", f"bench-{number}", arrived)
    contact = Contact(
        id=f"bench-{number}",
        visit=visit.id,
        day=visit.day,
        label=visit.label,
        state=ContactState.WAITING,
        contact_type=kind.code,
        products=(product.slug,),
        arrived_at=arrived,
        due_at=due,
        waiting_since=arrived,
        appointment_at=booked,
    )
    return visit, contact


def add_old(hall: Hall, count: int) -> Iterator[int]:
    """Add contacts (and their visits) of earlier days; answers how many there are after each part."""
    for start in range(0, count, OLD_CHUNK):
        with hall.engine.begin() as connection:
            _add_old_part(connection, start, min(start + OLD_CHUNK, count))
        yield min(start + OLD_CHUNK, count)
    analyse(hall)


def _add_old_part(connection: Connection, start: int, end: int) -> None:
    """Thousand a day, the days counted back from 2020; made by the database itself."""
    sqlite = connection.dialect.name == "sqlite"
    numbers = (
        "WITH RECURSIVE n(i) AS (SELECT :start UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :end)"
        if sqlite
        else "WITH n AS (SELECT generate_series(CAST(:start AS bigint), CAST(:end AS bigint) - 1) AS i)"
    )
    day = (
        "date('2020-01-01', '-' || (i / 1000) || ' days')"
        if sqlite
        else "CAST(DATE '2020-01-01' - CAST(i / 1000 AS int) AS text)"
    )
    connection.execute(text(numbers + _OLD_VISITS.replace("$day", day)), {"start": start, "end": end})
    connection.execute(text(numbers + _OLD_CONTACTS.replace("$day", day)), {"start": start, "end": end})


_OLD_VISITS = """
INSERT INTO visit (id, day, label, code, arrived_at, language, party, needs, via, revision)
SELECT 'old-' || i, $day, 'A' || (i % 1000), 'old-' || i, 1500000000000 + i, 'nl', 1, '[]', 'kiosk', 1 FROM n
"""
_OLD_CONTACTS = """
INSERT INTO contact (id, visit, day, label, ordinal, state, contact_type, products, arrived_at, due_at, waiting_since,
  first_called_at, called_at, waited_ms, started_at, finished_at, counter, clerk, position, call_seq, calls, referrals,
  note, outcome, came_back_because, why, revision)
SELECT 'old-' || i, 'old-' || i, $day, 'A' || (i % 1000), 1, 'done', 'quick', '["paspoort"]',
  1500000000000 + i, 1500000900000 + i, 1500000000000 + i, 1500000300000 + i, 1500000300000 + i, 300000,
  1500000310000 + i, 1500000900000 + i, CAST(1 + i % 10 AS integer), 'anna', 'arrival', -1, 1, 0, '', 'done', '', '', 4
FROM n
"""


def analyse(hall: Hall) -> None:
    """Tell the database how much there is, as its own housekeeping does sooner or later."""
    with hall.engine.begin() as connection:
        connection.execute(text("ANALYZE"))

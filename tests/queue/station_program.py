"""A station without a window, for tests: started as a process of its own, told by arguments what to do.

Prints one line for each step that the hall acknowledged, and nothing before that.
"""

from __future__ import annotations

import json
import random
import sys
import uuid

from balie_app.queue import commands as c
from balie_app.queue.hall import Hall, open_hall
from balie_app.queue.rules.refused import Refused
from balie_app.queue.trouble import Trouble


def tell(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def issue(hall: Hall, number: int, count: int) -> None:
    for _ in range(count):
        tell(label=hall.perform(c.Issue(("paspoort",)), c.By(f"station-{number}")).label)


def call(hall: Hall, number: int, count: int) -> None:
    by = c.By(f"counter-{number}")
    while (called := hall.perform(c.CallNext(number), by)) is not None:
        tell(label=called.label)
        hall.perform(c.Start(number), by)
        hall.perform(c.Finish(number), by)


def anything(hall: Hall, number: int, count: int) -> None:
    """Random steps until somebody ends this process; the key of each that the hall acknowledged."""
    draw, by = random.Random(number), c.By(f"station-{number}")
    for _ in range(count):
        key = uuid.uuid4().hex.translate(str.maketrans("0123456789", "ghijklmnop"))
        try:
            command = _random_command(draw, number, key)
            result = hall.perform(command, by)
        except Refused:
            continue
        except Trouble as trouble:
            if trouble.code not in {"database-away", "outcome-unknown", "locked"}:
                raise
            continue
        if result is not None or not isinstance(command, c.CallNext):  # calling nobody changes nothing
            tell(key=key)


def _random_command(draw: random.Random, counter: int, key: str) -> c.Command:
    return draw.choice(
        (
            lambda: c.Issue(("paspoort",), printer="bon", key=key),
            lambda: c.Issue(("verhuizing",), key=key),
            lambda: c.CallNext(counter, key=key),
            lambda: c.CallNext(counter, key=key),
            lambda: c.Recall(counter, key=key),
            lambda: c.Start(counter, key=key),
            lambda: c.Start(counter, key=key),
            lambda: c.NotThere(counter, key=key),
            lambda: c.Finish(counter, key=key),
            lambda: c.Park(counter, "foto", key=key),
            lambda: c.Produce(counter, key=key),
            lambda: c.Transfer(counter, contact_type="extended", note="zie stuk", key=key),
            lambda: c.AddContact(counter, ("verhuizing",), key=key),
            lambda: c.Undo(counter, key=key),
        )
    )()


if __name__ == "__main__":
    job, where, number, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    hall = open_hall(where)
    {"issue": issue, "call": call, "anything": anything}[job](hall, number, count)
    hall.close()

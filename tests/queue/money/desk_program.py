"""A desk without a window, for tests: makes receipts, with some refusals between, until somebody ends it.

Prints the number of each receipt that the hall acknowledged, and nothing before that.
"""

from __future__ import annotations

import random
import sys

from balie_app.queue import commands as c
from balie_app.queue.hall import open_hall
from balie_app.queue.money import commands as m
from balie_app.queue.rules.money import Method, Payment
from balie_app.queue.rules.refused import Refused
from balie_app.queue.trouble import Trouble


def work(where: str, number: int, count: int) -> None:
    hall = open_hall(where)
    draw, by = random.Random(number), c.By(f"counter-{number}", "anna")
    made = 0
    while made < count:
        wrong = draw.random() < 0.2
        payments = (Payment(Method.CASH, 1 if wrong else 1750),)
        try:
            receipt = hall.perform(m.MakeReceipt(1, (m.Wish("uittreksel"),), payments, printer="bon"), by)
        except Refused:
            continue
        except Trouble as trouble:
            if trouble.code not in {"database-away", "outcome-unknown", "locked"}:
                raise
            continue
        made += 1
        sys.stdout.write(f"{receipt.number}\n")
        sys.stdout.flush()
    hall.close()


if __name__ == "__main__":
    work(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))

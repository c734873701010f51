"""Numbers that stand on paper already: a roll by the door, and a number that somebody holds in the hand."""

from __future__ import annotations

from sqlalchemy import select, text

from balie_app.queue import commands as c
from balie_app.queue.rules import numbering
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store import tables
from balie_app.queue.store.work import Work

HIGHEST = 9999
_RAISE = text(
    "INSERT INTO series (day, letter, last) VALUES (:day, :letter, :last) ON CONFLICT (day, letter)"
    " DO UPDATE SET last = CASE WHEN series.last > excluded.last THEN series.last ELSE excluded.last END"
)
_SET = text(
    "INSERT INTO series (day, letter, last) VALUES (:day, :letter, :last)"
    " ON CONFLICT (day, letter) DO UPDATE SET last = excluded.last"
)
_series = tables.series


def given_label(work: Work, letter: str, command: c.Issue) -> str | None:
    """The label that is on the visitor's paper already; None: the hall gives the next number itself.

    Numbers in between that nobody came with are lost, as happens with paper.
    """
    if command.number is not None:
        label = _free(work, letter, command.number)
        work.connection.execute(_RAISE, _row(work, letter, command.number))
        return label
    if command.roll and _last(work, letter) is None:
        raise Refused("roll-not-set", letter=letter)
    return None


def set_number(work: Work, command: c.SetNumber) -> None:
    """Say which number the roll of this kind of contact gives next: at the start of the day, or after a new roll."""
    if command.contact_type not in work.config.contact_type_by_code:
        raise Refused("no-such-contact-type", contact_type=command.contact_type)
    letter = work.config.contact_type_by_code[command.contact_type].letter
    _free(work, letter, command.number)
    highest = max((int(each.removeprefix(letter)) for each in _given(work, letter)), default=0)
    if highest >= command.number:  # the roll would come to a number that somebody has
        raise Refused("number-taken", ticket=numbering.label(letter, highest))
    work.connection.execute(_SET, _row(work, letter, command.number - 1))
    work.say("roll-set", contact_type=command.contact_type, number=command.number)


def _free(work: Work, letter: str, number: int) -> str:
    """The label of this number, when nobody has it today."""
    if not 1 <= number <= HIGHEST:
        raise Refused("wrong-number", most=HIGHEST)
    label = numbering.label(letter, number)
    if label in _given(work, letter):
        raise Refused("number-taken", ticket=label)
    return label


def _given(work: Work, letter: str) -> set[str]:
    """Today's labels with this letter."""
    visit = tables.visit
    rows = work.connection.execute(
        select(visit.c.label).where(visit.c.day == work.day, visit.c.label.startswith(letter))
    )
    return {label for (label,) in rows if label.rstrip("0123456789") == letter}


def _last(work: Work, letter: str) -> int | None:
    """The last number of this letter today; None: there was none yet."""
    found = select(_series.c.last).where(_series.c.day == work.day, _series.c.letter == letter)
    return work.connection.execute(found).scalar()


def _row(work: Work, letter: str, last: int) -> dict[str, object]:
    return {"day": work.day.isoformat(), "letter": letter, "last": last}

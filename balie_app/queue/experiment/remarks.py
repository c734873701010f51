"""What is odd in a real record, and by which stated rule the experiment deals with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from balie_app.queue.experiment.realday import Measured, RealDay

FEW_CALLS = 20
"""A mean that rests on fewer calls than this is a rough guess."""


def prepared(day: RealDay, others: Sequence[RealDay] = ()) -> RealDay:
    """The day as it is played: everybody was called, every queue has a mean; the remarks say what was done."""
    remarks = [*day.remarks, *_never_called(day)]
    kept = replace(day, tickets=tuple(each for each in day.tickets if each.called is not None))
    filled, told = _means(kept, others)
    remarks += [*told, *_weak_means(kept), *_called_behind_closed_counters(kept), *_grain(kept)]
    return replace(kept, measured=filled, remarks=tuple(remarks))


def _never_called(day: RealDay) -> Iterator[str]:
    by_queue = _count(each.queue for each in day.tickets if each.called is None)
    if by_queue:
        which = ", ".join(f"rij {queue}: {number}" for queue, number in by_queue.items())
        count = sum(by_queue.values())
        yield f"{people(count)} zonder oproep weggelaten ({which}): daarvan is geen wachttijd bekend."


def _means(day: RealDay, others: Sequence[RealDay]) -> tuple[dict[str, Measured], list[str]]:
    """A mean for every queue with visitors, and which were not measured on the day itself."""
    filled, told = dict(day.measured), []
    for queue in day.queues:
        held = day.measured[queue]
        if held.mean is not None:
            continue
        elsewhere = [each.measured[queue] for each in others if queue in each.measured and each.name != day.name]
        weighed = [(each.mean, each.calls) for each in elsewhere if each.mean is not None and each.calls > 0]
        if weighed:
            mean = sum(mean * calls for mean, calls in weighed) / sum(calls for _, calls in weighed)
            how = "het gemiddelde van deze rij op de andere dagen"
        else:
            mean = median(each.mean for each in day.measured.values() if each.mean is not None)
            how = "de middelste van de andere rijen van die dag"
        filled[queue] = replace(held, mean=mean)
        told.append(f"Rij {queue}: geen gespreksduur in het verslag; gerekend met {_number(mean)} minuten, {how}.")
    return filled, told


def _weak_means(day: RealDay) -> Iterator[str]:
    visitors = _count(each.queue for each in day.tickets)
    few = [q for q in day.queues if day.measured[q].mean is not None and day.measured[q].calls < FEW_CALLS]
    if few:
        which = ", ".join(f"{queue} ({day.measured[queue].calls})" for queue in few)
        yield f"De gespreksduur rust op minder dan {FEW_CALLS} oproepen in rij {which}: dat is een ruwe schatting."
    more = [q for q in day.queues if day.measured[q].mean is not None and day.measured[q].calls > visitors[q]]
    if more:
        which = ", ".join(f"{queue} ({day.measured[queue].calls} tegen {visitors[queue]})" for queue in more)
        yield f"Meer oproepen geteld dan bezoekers in rij {which}: de gespreksduur is daar waarschijnlijk te kort."


def _called_behind_closed_counters(day: RealDay) -> Iterator[str]:
    closed = sum(each.called is not None and open_at(day, each.queue, each.called) == 0 for each in day.tickets)
    if closed:
        yield f"{people(closed)} opgeroepen terwijl de rij volgens het verslag geen open balie had."


def _grain(day: RealDay) -> Iterator[str]:
    moments = sorted({minute for each in day.tickets for minute in (each.arrived, each.called) if minute is not None})
    steps = sorted(after - before for before, after in pairwise(moments))
    usual = steps[len(steps) // 2] if steps else 1
    if usual > 1:
        yield f"De tijden staan om de {usual} minuten in het verslag: elke gemeten wachttijd kan zoveel ernaast zitten."


def open_at(day: RealDay, queue: str, minute: int) -> int:
    """How many counters the record has open for a queue at a minute."""
    return next((count for since, count in reversed(day.counters[queue]) if since <= minute), 0)


def people(count: int) -> str:
    """So many visitors, in words."""
    return f"{count} {'bezoeker' if count == 1 else 'bezoekers'}"


def _count(queues: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in queues:
        found[each] = found.get(each, 0) + 1
    return dict(sorted(found.items()))


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")

"""``balie journal``: look at what happened, and check that nobody changed it afterwards."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from zoneinfo import ZoneInfo

from balie_app import settings
from balie_app.queue.hall import Hall, open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.replay import first_difference
from balie_app.queue.rules.numbering import shown
from balie_app.queue.store.journal import Entry
from balie_app.queue.trouble import Trouble
from balie_app.queue.usage import UsageParser

USAGE = """\
Het logboek van een hal.

  balie journal show   [--hall HAL] [--since STAP] [--limit AANTAL] [--json]   wat er is gebeurd
  balie journal verify [--hall HAL]                                            nakijken of alles klopt

show toont de laatste 50 stappen, of met --since alles na die stap. --json geeft één JSON-object per regel.
verify rekent de controleketen na, speelt het logboek opnieuw af en vergelijkt de uitkomst met de hal.
HAL is een bestand (zoals hal.db) of postgresql://server/naam. Zonder --hall is het de hal van dit station.
"""
LAST = 50
PAGE = 1000


class _Parser(UsageParser):
    explanation = USAGE


def main(argv: list[str]) -> int:
    """Run ``show`` or ``verify``; the exit code is 1 when something is wrong."""
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as end:
        return int(end.code or 0)
    run: Callable[[Hall, argparse.Namespace], int] = arguments.run
    try:
        with closing(open_hall(arguments.hall or settings.own_hall())) as hall:
            return run(hall, arguments)
    except Trouble as error:
        sys.stderr.write(f"{sentence(error)}\n")
        return 1
    except (BrokenPipeError, KeyboardInterrupt):
        with suppress(OSError):
            sys.stdout.close()
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="balie journal")
    commands = parser.add_subparsers(required=True, parser_class=_Parser)
    show = commands.add_parser("show")
    show.add_argument("--since", type=int, default=None)
    show.add_argument("--limit", type=int, default=None)
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=_show)
    verify = commands.add_parser("verify")
    verify.set_defaults(run=_verify)
    for command in (show, verify):
        command.add_argument("--hall", default=None)
    return parser


def _verify(hall: Hall, _arguments: argparse.Namespace) -> int:
    with hall.reading() as connection:
        found = first_difference(connection)
    if found is not None:
        sys.stdout.write(f"{found.sentence()} Bewaar dit bestand en vraag de beheerder.\n")
        return 1
    with hall.looking() as work:
        sys.stdout.write(f"Het logboek klopt: {work.head.seq} stappen, en de hal is zoals het logboek zegt.\n")
    return 0


def _show(hall: Hall, arguments: argparse.Namespace) -> int:
    with hall.looking() as work:
        zone, last = ZoneInfo(work.config.timezone), int(work.head.seq)
    limit: int | None = arguments.limit
    since: int | None = arguments.since
    if since is None:
        since = max(0, last - (LAST if limit is None else max(0, limit)))
    write = _json if arguments.json else _line
    for entry in _entries(hall, since, last - since if limit is None else limit):
        sys.stdout.write(f"{write(entry, zone)}\n")
    return 0


def _entries(hall: Hall, since: int, limit: int) -> Iterator[Entry]:
    while limit > 0 and (page := hall.journal(since, min(limit, PAGE))):
        yield from page
        since, limit = page[-1].seq, limit - len(page)


def _line(entry: Entry, zone: ZoneInfo) -> str:
    who = "/".join(each for each in (entry.station, entry.actor) if each)
    where = f"balie {entry.counter}" if entry.counter is not None else ""
    at = f"{entry.at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    told = entry.facts.get("why") or entry.facts.get("reason") or ""
    number = shown(entry.ticket) if entry.ticket else ""
    return f"{entry.seq:>7}  {at}  {who:<14} {entry.what:<20} {number:<7} {where:<9} {told}".rstrip()


def _json(entry: Entry, zone: ZoneInfo) -> str:
    names = ("seq", "station", "actor", "what", "ticket", "counter", "facts")
    found = {"at": entry.at.astimezone(zone).isoformat(), **{name: getattr(entry, name) for name in names}}
    return json.dumps(found, ensure_ascii=False, default=str)

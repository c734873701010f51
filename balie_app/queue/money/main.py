"""``balie money``: tariffs from a file, receipts and ledgers to a file, and the end of what need not be kept."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from balie_app import settings
from balie_app.queue.commands import By
from balie_app.queue.config.catalogue import products
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.hall import Hall, open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.money import books
from balie_app.queue.money.commands import PurgeReceipts, SetTariffs
from balie_app.queue.money.export import ledger_csv, receipts_csv
from balie_app.queue.money.tariffs import read_tariffs
from balie_app.queue.rules.money import Tariff, euro
from balie_app.queue.rules.refused import Refused
from balie_app.queue.trouble import Trouble
from balie_app.queue.usage import UsageParser

USAGE = """\
Leges en kas van een hal.

  balie money tariffs check  BESTAND                         een tarieventabel nakijken; er verandert niets
  balie money tariffs import [--hall HAL] [--year JAAR] BESTAND   nakijken en in gebruik nemen
  balie money tariffs show   [--hall HAL] [--year JAAR]      de tabel van een jaar
  balie money ledger   [--hall HAL] [--from DAG] [--to DAG] [BESTAND]   journaal per grootboekcode (CSV)
  balie money receipts [--hall HAL] [--from DAG] [--to DAG] [BESTAND]   alle bonregels (CSV)
  balie money purge    [--hall HAL] --year JAAR              bonnen van meer dan zeven jaar oud vernietigen

BESTAND is TOML of CSV; een voorbeeld staat in resources/tariffs. DAG is zoals 2026-03-02; zonder DAG is het vandaag.
HAL is een bestand (zoals hal.db) of postgresql://server/naam. Zonder --hall is het de hal van dit station.
"""
BY = By("money")


class _Parser(UsageParser):
    explanation = USAGE


def main(argv: list[str]) -> int:
    """Run one ``balie money`` command; answers the exit code."""
    try:
        arguments = _parser().parse_args(argv)
        run: Callable[[argparse.Namespace], None] = arguments.run
        run(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    except ConfigMistakes as error:
        return _failed(*error.sentences(), "Er is niets veranderd.")
    except (Refused, Trouble) as error:
        return _failed(sentence(error))
    except OSError as error:
        return _failed(f"Het bestand {error.filename or ''} kan niet open. Controleer de naam en uw rechten.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="balie money")
    words = parser.add_subparsers(required=True, parser_class=_Parser)
    tariffs = words.add_parser("tariffs").add_subparsers(required=True, parser_class=_Parser)
    for word, run in (("check", _check), ("import", _import), ("show", _show)):
        command = tariffs.add_parser(word)
        command.set_defaults(run=run)
        command.add_argument("--year", type=int, default=None)
        if word != "check":
            command.add_argument("--hall", default=None)
        if word != "show":
            command.add_argument("file", type=Path)
    for word, run in (("ledger", _ledger), ("receipts", _receipts)):
        command = words.add_parser(word)
        command.set_defaults(run=run)
        command.add_argument("--hall", default=None)
        command.add_argument("--from", dest="first", type=date.fromisoformat, default=None)
        command.add_argument("--to", dest="last", type=date.fromisoformat, default=None)
        command.add_argument("file", type=Path, nargs="?")
    purge = words.add_parser("purge")
    purge.set_defaults(run=_purge)
    purge.add_argument("--hall", default=None)
    purge.add_argument("--year", type=int, required=True)
    return parser


def _check(arguments: argparse.Namespace) -> None:
    slugs = {product.slug for product in products()}
    year, tariffs = read_tariffs(arguments.file, slugs, arguments.year)
    _say(f"{arguments.file.name} is goed: {len(tariffs)} tarieven van {year}.")


def _import(arguments: argparse.Namespace) -> None:
    with closing(_hall(arguments)) as hall:
        slugs = hall.config().product_by_slug.keys() | {product.slug for product in products()}
        year, tariffs = read_tariffs(arguments.file, slugs, arguments.year)
        hall.perform(SetTariffs(year, tariffs), BY)
        _say(f"De tabel van {year} geldt nu in {hall.where}: {len(tariffs)} tarieven.")


def _show(arguments: argparse.Namespace) -> None:
    with closing(_hall(arguments)) as hall, hall.looking() as work:
        year = arguments.year or work.day.year
        found = books.tariffs(work.connection, year)
    _say(*(_line(each) for each in found) if found else (f"Er zijn nog geen tarieven van {year}.",))


def _line(tariff: Tariff) -> str:
    tax = f" incl. {tariff.vat_percent}% btw" if tariff.vat_percent else ""
    return f"{tariff.article:<12} {tariff.code:<28} {euro(tariff.cents):>12}{tax}  {tariff.description}"


def _ledger(arguments: argparse.Namespace) -> None:
    _write(arguments, ledger_csv)


def _receipts(arguments: argparse.Namespace) -> None:
    _write(arguments, receipts_csv)


def _write(arguments: argparse.Namespace, make: Callable[..., str]) -> None:
    with closing(_hall(arguments)) as hall, hall.looking() as work:
        first = arguments.first or arguments.last or work.day
        text = make(work.connection, first, arguments.last or max(first, work.day))
        path: Path | None = arguments.file and hall.spare(arguments.file)
    if path is None:
        sys.stdout.write(text.removeprefix("\ufeff").replace("\r\n", "\n"))
        return
    path.write_text(text, encoding="utf-8", newline="")
    _say(f"Het journaal staat in {path}.")


def _purge(arguments: argparse.Namespace) -> None:
    gone = 0
    with closing(_hall(arguments)) as hall:
        while count := hall.perform(PurgeReceipts(arguments.year), BY):
            gone += count
    _say(f"Van {arguments.year} zijn {gone} bonnen, kasdagen en tarieven vernietigd.")


def _hall(arguments: argparse.Namespace) -> Hall:
    return open_hall(arguments.hall or settings.own_hall())


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _failed(*lines: str) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return 1

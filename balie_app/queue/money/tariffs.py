"""A year's table of tariffs from a file: TOML or CSV, every mistake named with its line, all of it or nothing."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from balie_app.queue.config.files import line_numbers
from balie_app.queue.config.mistakes import ConfigMistakes, Mistake, nearest
from balie_app.queue.config.table import Table, shown
from balie_app.queue.rules.money import MOST_CENTS, Tariff, TariffKind, amount, cents_of, tariff_id, wrong_tariff

YEARS = (2000, 2199)
_AMOUNT = 'een bedrag tussen aanhalingstekens, zoals "83,90"'
_ONE_CELL = "zoveel cellen als kolommen; zet een bedrag met een komma tussen aanhalingstekens, of scheid met ;"
COLUMNS = {
    "jaar": "year",
    "code": "code",
    "artikel": "article",
    "omschrijving": "description",
    "bedrag": "amount",
    "soort": "kind",
    "btw": "vat",
    "grootboek": "ledger",
    "producten": "products",
    "werkdagen": "ready_days",
}
"""The columns of a CSV file; in TOML the names on the right."""
_KINDS = {"leges": "fee", "verkoop": "sale"}
_NEEDED = ("jaar", "code", "artikel", "omschrijving", "bedrag")


def read_tariffs(path: Path, known: Iterable[str], year: int | None = None) -> tuple[int, tuple[Tariff, ...]]:
    """The year and its tariffs. ``known``: slugs of products; ``year``: the only one that is right.

    Raises ConfigMistakes with every mistake, and OSError when the file cannot be opened.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        mistake = Mistake("", "dit is geen tekstbestand in UTF-8.", "TOML of CSV in UTF-8; kies in Excel 'CSV UTF-8'")
        raise ConfigMistakes([mistake], file=path.name) from None
    document, lines = _csv(text, path.name) if path.suffix.lower() == ".csv" else _toml(text, path.name)
    mistakes: list[Mistake] = []
    found = _parsed(document, frozenset(known), mistakes)
    if year is not None and found[0] != year:
        mistakes.append(Mistake("year", f"dit is de tabel van {found[0]}.", f"de tabel van {year}"))
    if mistakes:
        raise ConfigMistakes(mistakes, path.name, lines or line_numbers(text, (each.key for each in mistakes)))
    return found


def _toml(text: str, file: str) -> tuple[dict[str, Any], dict[str, int]]:
    try:
        return tomllib.loads(text), {}
    except tomllib.TOMLDecodeError as error:
        raise ConfigMistakes([Mistake("", f"het bestand is niet te lezen ({error}).", "TOML")], file=file) from None


def _csv(text: str, file: str) -> tuple[dict[str, Any], dict[str, int]]:
    """A CSV file as the same document, and the line of each of its rows."""
    head = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=head.count))
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        if wrong := _wrong_columns(names):
            raise ConfigMistakes([Mistake("", wrong, "; ".join(COLUMNS))], file=file)
        tariffs, lines, spilled = _rows(rows, names)
    except csv.Error as error:
        wrong = f"regel {rows.line_num} is niet te lezen ({error})."
        raise ConfigMistakes([Mistake("", wrong, "CSV")], file=file) from None
    if spilled:
        raise ConfigMistakes(spilled, file, lines)
    years = [each.pop("year", None) for each in tariffs]
    for index, each in enumerate(years):
        if each != years[0]:  # told as a mistake of that row
            tariffs[index]["year"] = each
    return {"year": years[0] if years else None, "tariffs": tariffs}, lines | {"year": 2}


def _wrong_columns(names: list[str]) -> str:
    """What is wrong with the names of the columns, as a sentence; empty when they are right."""
    missing = [name for name in _NEEDED if name not in names]
    strange = [name for name in names if name not in COLUMNS]
    twice = [name for name in COLUMNS if names.count(name) > 1]
    if missing:
        return f"kolom {missing[0]} ontbreekt."
    if strange:
        return f"kolom {shown(strange[0])} kent Balie niet."
    return f"kolom {twice[0]} staat er twee keer." if twice else ""


def _rows(rows: Any, names: list[str]) -> tuple[list[dict[str, Any]], dict[str, int], list[Mistake]]:
    """The tariffs, the line of each of their cells, and rows that have more cells than there are columns."""
    tariffs: list[dict[str, Any]] = []
    lines: dict[str, int] = {}
    spilled: list[Mistake] = []
    for row in rows:
        cells = {COLUMNS[name]: cell.strip() for name, cell in zip(names, row, strict=False) if cell.strip()}
        place = f"tariffs[{len(tariffs)}]"
        if rest := " ".join(cell.strip() for cell in row[len(names) :]).strip():
            spilled.append(Mistake(place, f"na de laatste kolom staat nog {shown(rest)}.", _ONE_CELL))
        if cells:
            lines |= {place: rows.line_num} | {f"{place}.{key}": rows.line_num for key in ("", *COLUMNS.values())}
            tariffs.append(_row(cells))
    return tariffs, lines, spilled


def _row(cells: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = dict(cells)
    for key in ("year", "vat", "ready_days"):
        text = cells.get(key, "").removesuffix("%").strip()
        if text.isascii() and text.isdigit():
            found[key] = int(text)
    if "kind" in cells:
        found["kind"] = _KINDS.get(cells["kind"].lower(), cells["kind"])
    if "products" in cells:
        found["products"] = cells["products"].replace(",", " ").split()
    return found


def _parsed(document: dict[str, Any], known: frozenset[str], mistakes: list[Mistake]) -> tuple[int, tuple[Tariff, ...]]:
    root = Table(document, "", mistakes)
    year = root.integer("year", *YEARS, required=True)
    items = root.items("tariffs", "tabellen [[tariffs]]", required=True)
    root.finish()
    tariffs = [_tariff(Table(each, f"tariffs[{at}]", mistakes), year, known) for at, each in enumerate(items)]
    codes = [each.code.lower() for each in tariffs]
    for at, code in enumerate(codes):
        if code and code in codes[:at]:
            mistakes.append(
                Mistake(f"tariffs[{at}].code", f"{shown(tariffs[at].code)} staat er twee keer.", "elke code één keer")
            )
    return year, tuple(tariffs)


def _tariff(table: Table, year: int, known: frozenset[str]) -> Tariff:
    before = len(table.mistakes)
    code = table.code("code")
    found = Tariff(
        id=tariff_id(year, code),
        year=table.integer("year", *YEARS, year),
        code=code,
        article=table.text("article"),
        description=table.text("description"),
        cents=_cents(table),
        kind=table.choice("kind", TariffKind, TariffKind.FEE),
        vat_percent=table.integer("vat", 0, 100, 0),
        ledger=table.code("ledger", "", most=32),
        products=_products(table, known),
        ready_days=table.optional_integer("ready_days", 0, 250),
    )
    table.finish()
    if len(table.mistakes) == before and (problem := wrong_tariff(found, year)):
        table.wrong("code", f"dit tarief {problem}.", f"een tarief van {year}")
    return found


def _cents(table: Table) -> int:
    cents = cents_of(text := table.text("amount", expected=_AMOUNT))
    if text and (cents is None or not 0 <= cents <= MOST_CENTS):
        table.wrong("amount", f"hier staat {shown(text)}.", f"{_AMOUNT}, van 0 tot en met {amount(MOST_CENTS)}")
    return cents or 0


def _products(table: Table, known: frozenset[str]) -> tuple[str, ...]:
    slugs = table.texts("products")
    for slug in slugs:
        if slug not in known:
            table.wrong(
                "products", f"product {shown(slug)} is er niet.", "slugs uit de catalogus" + nearest(slug, known)
            )
    return slugs

"""Tariffs from TOML and CSV: everything right is read, everything wrong is named with its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from balie_app.paths import resource
from balie_app.queue.config.catalogue import products
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.money.main import main
from balie_app.queue.money.tariffs import read_tariffs
from balie_app.queue.rules.money import TariffKind

SLUGS = {"paspoort-aanvragen", "uittreksel-brp"}
GOOD = """\
year = 2026
[[tariffs]]
code = "paspoort"
article = "1.2.1"
description = "Paspoort"
amount = "80,00"
products = ["paspoort-aanvragen"]
ready_days = 5
ledger = "8001"
[[tariffs]]
code = "kaart"
article = "V.1"
description = "Kaart"
amount = "4,95"
kind = "sale"
vat = 9
"""
CSV = """\
jaar;code;artikel;omschrijving;bedrag;soort;btw;grootboek;producten;werkdagen
2026;paspoort;1.2.1;Paspoort;80,00;leges;;8001;paspoort-aanvragen;5
2026;kaart;V.1;Kaart;4,95;verkoop;9%;;;
"""


def written(tmp_path: Path, text: str, name: str = "t.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(path: Path, **rest: Any) -> str:
    with pytest.raises(ConfigMistakes) as caught:
        read_tariffs(path, SLUGS, **rest)
    return "\n".join(caught.value.sentences())


def test_toml_and_csv_say_the_same(tmp_path: Path) -> None:
    year, tariffs = read_tariffs(written(tmp_path, GOOD), SLUGS)
    assert (year, [each.cents for each in tariffs]) == (2026, [8000, 495])
    assert (tariffs[1].kind, tariffs[1].vat_percent, tariffs[0].ready_days) == (TariffKind.SALE, 9, 5)
    assert read_tariffs(written(tmp_path, CSV, "t.csv"), SLUGS) == (year, tariffs)
    assert read_tariffs(written(tmp_path, "\ufeff" + CSV.replace(";", "\t"), "u.csv"), SLUGS) == (year, tariffs)


@pytest.mark.parametrize(
    ("before", "after", "line", "word"),
    [
        ('"80,00"', '"-80,00"', 6, "bedrag"),
        ('"80,00"', "80.00", 6, "aanhalingstekens"),
        ('"80,00"', '"8O,00"', 6, "bedrag"),
        ('"80,00"', '"100.000,01"', 6, "100.000,00"),
        ("ready_days = 5", "ready_days = 5\nyear = 2025", 3, "2025"),
        ('kind = "sale"', "", 0, "geen btw"),
        ("vat = 9", "vat = 101", 16, "101"),
        ('code = "kaart"', 'code = "paspoort"', 11, "twee keer"),
        ('article = "1.2.1"\n', "", 2, "ontbreekt"),
        ("paspoort-aanvragen", "paspoort-aanvrage", 7, "bedoelt u"),
        ('ledger = "8001"', 'grootboek = "8001"', 9, "kent Balie niet"),
        ('"Paspoort"', '"Pas\\u001bpoort"', 5, "printen"),
        ("year = 2026", "", 0, "year"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, before: str, after: str, line: int, word: str) -> None:
    assert before in GOOD
    said = mistakes(written(tmp_path, GOOD.replace(before, after, 1)))
    assert word in said
    if line:
        assert f"regel {line}" in said


def test_a_csv_with_a_wrong_row_or_column_is_refused(tmp_path: Path) -> None:
    said = mistakes(written(tmp_path, CSV.replace("2026;kaart", "2025;kaart"), "t.csv"))
    assert "regel 3" in said
    assert "2025" in said
    assert "bedrag" in mistakes(written(tmp_path, CSV.replace("bedrag", "prijs"), "t.csv"))
    assert "regel 2" in mistakes(written(tmp_path, CSV.replace("80,00", "-1"), "t.csv"))
    assert "kolom" in mistakes(written(tmp_path, "", "t.csv"))


def test_an_amount_cut_in_two_by_the_comma_between_columns_is_refused(tmp_path: Path) -> None:
    commas = "jaar,code,artikel,omschrijving,bedrag\n2026,paspoort,1.2.1,Paspoort,83,90\n"
    said = mistakes(written(tmp_path, commas, "t.csv"))
    assert "regel 2" in said
    assert "90" in said
    quoted = commas.replace("83,90", '"83,90",,')  # empty cells at the end do no harm
    assert [each.cents for each in read_tariffs(written(tmp_path, quoted, "t.csv"), SLUGS)[1]] == [8390]


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("€ 83,90", 8390), ("€\u00a083,90", 8390), (" €  83,90 ", 8390), ("1.234,50", 123_450), ("1.234", 123_400)],
)
def test_amounts_as_a_spreadsheet_writes_them(tmp_path: Path, typed: str, cents: int) -> None:
    path = written(tmp_path, CSV.replace("80,00", typed), "t.csv")
    assert read_tariffs(path, SLUGS)[1][0].cents == cents


@pytest.mark.parametrize("typed", ["83,9", "83.9", "83,900", "-83,90", "83,90-", "8 390", "83,90 EUR"])
def test_an_amount_that_could_mean_two_things_is_refused(tmp_path: Path, typed: str) -> None:
    assert "regel 2" in mistakes(written(tmp_path, CSV.replace("80,00", typed), "t.csv"))


def test_a_file_from_a_spreadsheet_that_is_not_utf_8_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(CSV.replace("Paspoort", "Café").encode("cp1252"))
    assert "CSV UTF-8" in mistakes(path)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (CSV.replace("soort", "bedrag", 1), "kolom bedrag staat er twee keer"),
        (CSV.replace("2026;kaart", "2026;Paspoort"), "twee keer"),
        (CSV.replace("Kaart", "x" * 200_000), "niet te lezen"),
    ],
)
def test_a_spreadsheet_that_says_something_twice_or_too_much_is_refused(tmp_path: Path, text: str, word: str) -> None:
    assert word in mistakes(written(tmp_path, text, "t.csv"))


def test_the_table_of_another_year_is_refused(tmp_path: Path) -> None:
    assert "de tabel van 2026" in mistakes(written(tmp_path, GOOD), year=2027)


def test_a_file_that_is_no_text_or_no_toml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in mistakes(path)
    assert "niet te lezen" in mistakes(written(tmp_path, "year = = 3"))


def test_without_a_year_the_table_of_the_halls_own_day_is_shown(
    shop: Any, play: Any, hall_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    play.at = play.at.replace(month=12, day=31, hour=23, minute=30)  # half past midnight in the hall
    play.later(minutes=0)
    assert main(["tariffs", "show", "--hall", hall_url]) == 0
    assert "Er zijn nog geen tarieven van 2031." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["voorbeeld-2026.toml", "voorbeeld-2026.csv"])
def test_the_shipped_example_is_right_and_says_that_it_is_an_example(name: str) -> None:
    path = resource("tariffs", name)
    year, tariffs = read_tariffs(path, {each.slug for each in products()})
    assert year == 2026
    assert tariffs
    assert "VOORBEELD" in path.read_text(encoding="utf-8")


def test_the_words_of_balie_money_work_on_both_databases(
    shop: Any, hall_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, GOOD.replace("2026", "2030"))
    assert main(["tariffs", "check", str(path)]) == 0
    assert main(["tariffs", "import", "--hall", hall_url, str(path)]) == 0
    assert "2 tarieven" in capsys.readouterr().out
    assert main(["tariffs", "show", "--hall", hall_url]) == 0
    assert "€ 80,00" in capsys.readouterr().out
    shop.sell("paspoort")
    out = tmp_path / "journaal.csv"
    assert main(["ledger", "--hall", hall_url, str(out)]) == 0
    assert "8001;1.2.1 Paspoort;1;;80,00" in out.read_text(encoding="utf-8-sig")
    capsys.readouterr()
    assert main(["receipts", "--hall", hall_url, "--from", "2030-01-01", "--to", "2030-12-31"]) == 0
    assert "2030-000001;2030-01-14;bon" in capsys.readouterr().out
    assert main(["purge", "--hall", hall_url, "--year", "2030"]) == 1
    assert "01-01-2038" in capsys.readouterr().err
    bad = written(tmp_path, GOOD.replace("80,00", "-80"), "bad.toml")
    assert main(["tariffs", "import", "--hall", hall_url, str(bad)]) == 1
    assert "Er is niets veranderd" in capsys.readouterr().err
    assert main(["tariffs", "check", str(tmp_path / "weg.toml")]) == 1
    assert main(["tarieven"]) == 2

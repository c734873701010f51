"""hall.toml on disk."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from balie_app.queue.config import ConfigMistakes, parse, read_file, write_file
from balie_app.queue.config import files as files_module
from balie_app.queue.config.files import line_numbers
from balie_app.queue.config.templates import template


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hall.toml"


def test_a_written_hall_is_read_back_the_same(path: Path) -> None:
    config = template("haarlem", "Haarlem")
    write_file(config, path)
    assert read_file(path) == config


def test_the_file_explains_itself_in_dutch(path: Path, small: dict[str, Any]) -> None:
    write_file(parse(small), path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# De inrichting van een hal.")
    assert text.count("[[counters]]") == 2
    assert "# De plekken." in text
    assert max(map(len, text.splitlines())) < 130


def test_a_hall_without_products_or_clerks_can_be_written(path: Path, small: dict[str, Any]) -> None:
    config = parse({**small, "products": [], "clerks": [], "norms": []})
    write_file(config, path)
    assert read_file(path) == config


def test_a_mistake_has_the_file_and_the_line(path: Path, small: dict[str, Any]) -> None:
    write_file(parse(small), path)
    lines = path.read_text(encoding="utf-8").replace('type = "closed"', 'type = "close"').splitlines()
    path.write_text("\n".join(lines), encoding="utf-8")
    line = lines.index('type = "close"') + 1
    with pytest.raises(ConfigMistakes) as caught:
        read_file(path)
    assert caught.value.sentences()[0].startswith(
        f'hall.toml, regel {line}: counters[1].type: "close" kent Balie niet.'
    )


def test_a_missing_key_points_at_its_table() -> None:
    text = 'name = "x"\n\n[[counters]]\nnumber = 1\n\n[[counters]]\nnumber = 2\n[opening.weekdays]\nmon = []\n'
    keys = ["counters[1].type", "counters[0].number", "opening.weekdays.mon[0][1]", "name", "nergens", "counters[9].x"]
    assert line_numbers(text, keys) == {
        "counters[1].type": 6,
        "counters[0].number": 4,
        "opening.weekdays.mon[0][1]": 9,
        "name": 1,
    }


def test_tables_in_a_product_are_counted_with_their_product() -> None:
    text = (
        '[[products]]\nslug = "a"\n[products.labels]\nnl = "A"\n[[products]]\nslug = "b"\n[products.labels]\nen = "B"\n'
    )
    assert line_numbers(text, ["products[1].labels.nl", "products[1].labels.en"]) == {
        "products[1].labels.nl": 7,
        "products[1].labels.en": 8,
    }


@pytest.mark.parametrize(
    ("text", "where"),
    [('name = "Hal', "regel 1, teken"), ("name = 1\nname = 2\n", "regel 2"), ("[[counters", "regel 1")],
)
def test_broken_toml_is_one_mistake_with_its_place(path: Path, text: str, where: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigMistakes) as caught:
        read_file(path)
    (sentence,) = caught.value.sentences()
    assert sentence.startswith("hall.toml: ")
    assert where in sentence or "aan het einde van het bestand" in sentence


def test_what_is_no_text_is_one_mistake(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00hal")
    with pytest.raises(ConfigMistakes) as caught:
        read_file(path)
    assert "UTF-8" in str(caught.value)


def test_a_file_saved_by_windows_notepad_is_read(path: Path, small: dict[str, Any]) -> None:
    write_file(parse(small), path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_file(path) == parse(small)


def test_a_failed_write_leaves_the_old_file_as_it_was(
    path: Path, small: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(parse(small), path)
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files_module.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_file(parse({**small, "name": "Andere hal"}), path)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir() if entry.suffix == ".tmp"] == []


def test_every_character_of_a_label_survives(path: Path, small: dict[str, Any]) -> None:
    small["products"][0]["labels"] = {"nl": 'Aanhaling " en \\ en \n regel', "ar": "جواز سفر", "uk": "Паспорт"}
    small["texts"] = {"welcome": {"nl": "Welkom # geen commentaar"}}
    write_file(parse(small), path)
    assert read_file(path) == parse(small)
    assert tomllib.loads(path.read_text(encoding="utf-8"))["texts"]["welcome"]["nl"] == "Welkom # geen commentaar"

"""How paper looks, in hall.toml: the logo travels inside, and a picture that no printer should get is refused."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from balie_app import paths
from balie_app.queue.config import ConfigMistakes, Mistake, document, logo, parse, read_file, write_file
from balie_app.queue.config import main as command
from balie_app.queue.config.differences import differences, lines
from balie_app.queue.hall import open_hall
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.paper import LogoPlace, Paper, PaperLanguage, TicketLine

Capture = pytest.CaptureFixture[str]
Logo = Callable[..., bytes]


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content), kind) + content + struct.pack(">I", zlib.crc32(kind + content))


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in chunks)


def head(wide: int, high: int) -> tuple[bytes, bytes]:
    return b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)


def chosen(small: dict[str, Any], **paper: Any) -> HallConfig:
    return parse({**small, "paper": paper})


def test_every_choice_about_paper_is_read_and_written(small: dict[str, Any], make_logo: Logo, tmp_path: Path) -> None:
    paper = Paper(
        header={"nl": "Publiekshal\nMarkt 1", "en": "Public hall"},
        footer={"nl": "Tot ziens"},
        logo=make_logo(),
        logo_width=320,
        logo_place=LogoPlace.CENTRE,
        language=PaperLanguage.VISITOR,
        hide=(TicketLine.BEFORE, TicketLine.CODE),
    )
    config = replace(parse(small), paper=paper)
    assert parse(document(config)) == config
    write_file(config, tmp_path / "hall.toml")
    assert read_file(tmp_path / "hall.toml") == config
    assert max(map(len, (tmp_path / "hall.toml").read_text(encoding="utf-8").splitlines())) < 130


def test_a_hall_that_says_nothing_about_paper_has_no_table_for_it(small: dict[str, Any]) -> None:
    assert parse(small).paper == Paper()
    assert "paper" not in document(parse(small))


def test_the_order_of_hidden_lines_is_that_of_the_paper(small: dict[str, Any]) -> None:
    assert chosen(small, hide=["code", "kind", "code"]).paper.hide == (TicketLine.KIND, TicketLine.CODE)


def test_the_footer_of_before_still_works_and_the_new_one_goes_first(small: dict[str, Any]) -> None:
    old = {**small, "texts": {"ticket_footer": "Oud"}}
    assert parse(old).footer == {"nl": "Oud"}
    assert parse({**old, "paper": {"footer": "Nieuw"}}).footer == {"nl": "Nieuw"}


def test_all_mistakes_about_paper_are_told_at_once(
    small: dict[str, Any], mistakes_of: Callable[[dict[str, Any]], tuple[Mistake, ...]]
) -> None:
    small["paper"] = {"logo_width": 9000, "language": "duch", "hide": ["qr"], "logo": "nee", "colour": "rood"}
    found = {mistake.key: mistake for mistake in mistakes_of(small)}
    assert set(found) == {
        "paper.logo_width", "paper.language", "paper.hide[0]", "paper.logo", "paper.colour",
    }  # fmt: skip
    assert 'bedoelt u "dutch"?' in found["paper.language"].expected
    assert found["paper.logo"].problem == "dit is geen PNG."
    assert "32 kB" in found["paper.logo"].expected


def test_a_header_as_long_as_a_letter_is_a_mistake(
    small: dict[str, Any], mistakes_of: Callable[[dict[str, Any]], tuple[Mistake, ...]]
) -> None:
    assert len(chosen(small, header="a\nb\nc\nd\ne\nf\n").paper.header["nl"]) == 12
    small["paper"] = {"footer": {"nl": "kort", "en": "a\nb\nc\nd\ne\nf\ng"}}
    (mistake,) = mistakes_of(small)
    assert mistake.sentence() == "paper.footer.en: deze tekst heeft 7 regels. Verwacht: hoogstens 6 regels"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"GIF89a", "dit is geen PNG."),
        (b"", "dit is geen PNG."),
        (png(head(2001, 10)), "dit beeld is te groot: 2001 bij 10 beeldpunten."),
        (png(head(10, 9999)), "dit beeld is te groot: 10 bij 9999 beeldpunten."),
        (png(head(0, 10)), "dit beeld is te groot: 0 bij 10 beeldpunten."),
        (b"\x89PNG\r\n\x1a\n", "deze PNG is beschadigd."),
        (png(head(10, 10)), "deze PNG is beschadigd."),
        (png(head(10, 10), (b"IDAT", b"no zlib"), (b"IEND", b"")), "deze PNG is beschadigd."),
        (png((b"IDAT", zlib.compress(b"\0" * 110)), (b"IEND", b"")), "deze PNG is beschadigd."),
    ],
)
def test_what_is_no_small_whole_png_is_no_logo(data: bytes, said: str) -> None:
    assert logo.problem(data) == said


def test_every_way_to_write_a_png_is_accepted(make_logo: Logo) -> None:
    for mode in ("1", "L", "P", "RGB", "RGBA", "LA"):
        assert logo.problem(make_logo(300, 80, mode)) == "", mode


def test_a_logo_with_one_wrong_byte_or_a_piece_missing_is_refused(make_logo: Logo) -> None:
    data = make_logo()
    half = len(data) // 2
    assert logo.problem(data[:half]) == "deze PNG is beschadigd."
    assert logo.problem(data[:half] + bytes((data[half] ^ 1,)) + data[half + 1 :]) == "deze PNG is beschadigd."


def test_a_picture_that_unpacks_to_more_than_it_says_is_refused() -> None:
    bomb = zlib.compress(b"\0" * 4_000_000)
    assert len(bomb) < logo.LARGEST
    assert logo.problem(png(head(10, 10), (b"IDAT", bomb), (b"IEND", b""))) == "deze PNG is beschadigd."


def test_a_large_file_is_refused_by_its_size(make_logo: Logo) -> None:
    assert logo.problem(make_logo() + b"\0" * logo.LARGEST) == "dit beeld is te groot: 33 kB."


def test_nine_digits_in_the_bytes_of_a_logo_are_no_citizen_service_number(
    small: dict[str, Any], make_logo: Logo
) -> None:
    data = make_logo()
    # base64 that holds 111222333, which passes the eleven-test, in a comment of the picture
    text = logo.from_text("AA111222333A")
    commented = next(
        whole
        for shift in range(3)
        if b"111222333" in logo.as_text(whole := data[:33] + chunk(b"tEXt", b"x" * shift + text) + data[33:]).encode()
    )
    assert chosen(small, logo=logo.as_text(commented)).paper.logo == commented


def test_a_changed_logo_is_told_without_its_bytes(small: dict[str, Any], make_logo: Logo) -> None:
    plain, first, second = (
        document(replace(parse(small), paper=Paper(logo=data))) for data in (b"", make_logo(), make_logo(80, 80))
    )
    assert lines(differences({**plain, "paper": {}}, first))[0].startswith("papier, logo: is nu beeld van 1 kB (")
    told = lines(differences(first, second))[0]
    assert told.startswith("papier, logo: was beeld van 1 kB (")
    assert len(str(differences(first, second))) < 200
    assert "staat er niet meer" in lines(differences(second, {**plain, "paper": {}}))[0]


@pytest.fixture
def file(tmp_path: Path, small: dict[str, Any]) -> Path:
    """A hall file that names a logo beside it."""
    path = tmp_path / "hall.toml"
    write_file(parse(small), path)
    path.write_text(path.read_text(encoding="utf-8") + '\n[paper]\nlogo = "Logo.PNG"\n', encoding="utf-8")
    return path


def test_a_file_beside_hall_toml_is_taken_into_the_hall(file: Path, make_logo: Logo, capsys: Capture) -> None:
    own = paths.data_folder() / "hall.db"
    assert command.main(["new", "--template", "one-desk", "--municipality", "Voorbeeld", str(own)]) == 0
    (file.parent / "Logo.PNG").write_bytes(make_logo())
    assert command.main(["import", str(file)]) == 0
    assert 'logo = "Logo.PNG"' in file.read_text(encoding="utf-8")
    with closing(open_hall(own)) as hall:
        assert hall.config().paper.logo == make_logo()
        assert command.main(["undo"]) == 0
        assert hall.config().paper == Paper()
    assert "Versie 2 is teruggenomen" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "said"), [(None, "Logo.PNG: dit bestand kan Balie niet lezen."), (b"BM", "Logo.PNG: dit is geen PNG.")]
)
def test_a_wrong_file_is_named_with_its_line_among_the_other_mistakes(
    file: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (file.parent / "Logo.PNG").write_bytes(content)
    file.write_text(file.read_text(encoding="utf-8").replace('type = "closed"', 'type = "dicht"'), encoding="utf-8")
    with pytest.raises(ConfigMistakes) as caught:
        read_file(file)
    told = caught.value.sentences()
    assert len(told) == 2
    line = file.read_text(encoding="utf-8").splitlines().index('logo = "Logo.PNG"') + 1
    assert f"hall.toml, regel {line}: paper.logo: {said}" in told[0]
    assert "counters[1].type" in told[1]

"""Colours that can be read, in every theme and for every municipality."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from balie_app import paths
from balie_app.ui.look import brand, contrast, motion, theme, values


@pytest.mark.parametrize("name", values.THEMES)
def test_every_pair_of_text_and_ground_reads_well(name: str) -> None:
    assert contrast.failures(values.house(name).colour, values.pairs()) == []


def test_contrast_is_the_one_of_the_guideline() -> None:
    assert contrast.ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast.ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def rules() -> list[tuple[str, str]]:
    text = re.sub(r"/\*.*?\*/", "", paths.resource("look", "balie.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.findall(r"([^{}]+)(?<!\$)\{((?:[^{}]|\$\{\w+\})*)\}", text)


def shade(body: str, key: str) -> str | None:
    found = re.search(rf"(?:^|[;\s]){key}:\s*\$(\w+)", body)
    return found[1] if found else None


def test_the_style_sheet_uses_no_pair_that_was_not_computed() -> None:
    known = {tuple(pair) for listed in values.pairs().values() for pair in listed}
    used = {(shade(body, "color"), shade(body, "background")): head.strip() for head, body in rules()}
    missing = {
        pair: head
        for pair, head in used.items()
        if None not in pair and pair not in known and pair[0] != "text_disabled"
    }
    assert len(used) > 20
    assert missing == {}


def test_the_style_sheet_names_only_tokens() -> None:
    sheet = theme._template()
    known = set(values.house("light").qss_values()) | {"signs"}
    assert set(sheet.get_identifiers()) <= known


def test_both_themes_name_the_same_colours() -> None:
    assert set(values.house("light").colour) == set(values.house("dark").colour)


def test_text_for_kiosk_and_screen_has_the_higher_limit() -> None:
    public = {tuple(pair) for pair in values.pairs()["public"]}
    assert {
        ("text", "background"),
        ("text_quiet", "surface"),
        ("accent_text", "accent"),
        ("brand_text", "brand"),
    } <= public


def write(folder: Path, text: str) -> Path:
    path = folder / "look.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_municipality_gives_its_own_colour(tmp_path: Path) -> None:
    own = brand.read(write(tmp_path, '[brand]\ncolour = "#7A0019"\n'))
    dressed = theme.checked(values.with_brand(values.house("light"), own))
    assert dressed.colour["brand"] == "#7A0019"
    assert dressed.colour["brand_text"] == "#FFFFFF"
    assert dressed.colour["accent"] == values.house("light").colour["accent"]


def test_an_own_accent_brings_its_shades(tmp_path: Path) -> None:
    own = brand.read(write(tmp_path, 'accent = "#5B1166"\n'))
    dressed = theme.checked(values.with_brand(values.house("light"), own)).colour
    assert dressed["accent"] == "#5B1166"
    assert dressed["accent_hover"] != values.house("light").colour["accent_hover"]


@pytest.mark.parametrize("text", ['colour = "#FFD200"\ntext = "#FFFFFF"', 'accent = "#FFD200"', 'colour = "#808080"'])
def test_colours_that_cannot_be_read_are_refused(tmp_path: Path, text: str) -> None:
    own = brand.read(write(tmp_path, text))
    with pytest.raises(brand.LookRefused, match="verschillen te weinig"):
        theme.checked(values.with_brand(values.house("light"), own))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('colour = "rood"', "moet een kleur zijn"),
        ('kleur = "#7A0019"', "geen bekende naam"),
        ('logo = "weg.svg"', "is er niet"),
        ("font = 5", "moet een bestandsnaam zijn"),
        ("colour = ", "niet te lezen"),
    ],
)
def test_a_mistake_in_the_own_look_is_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(brand.LookRefused, match=says):
        brand.read(write(tmp_path, text))


def test_a_missing_own_look_is_said() -> None:
    with pytest.raises(brand.LookRefused, match="bestaat niet"):
        brand.read(Path("/nergens/look.toml"))


def test_movement_stops_when_the_user_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BALIE_MOTION", raising=False)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "")
    assert motion.wanted()
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    monkeypatch.setattr(motion, "ASK_GNOME", ("echo", "false"))
    assert not motion.wanted()
    monkeypatch.setattr(motion, "ASK_GNOME", ("no-such-program-here",))
    assert motion.wanted()
    monkeypatch.setenv("BALIE_MOTION", "off")
    assert not motion.wanted()


def test_the_example_for_municipalities_can_be_used() -> None:
    own = brand.read(paths.resource("look", "look.example.toml"))
    for name in values.THEMES:
        theme.checked(values.with_brand(values.house(name), own))
    assert own.colour == "#07485C"

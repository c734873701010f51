"""Printer profiles: what is wrong is said with file and key, all at once."""

from __future__ import annotations

import pytest

from balie_app.paths import resource
from balie_app.printing.profiles import profile, profile_names, read_profile
from balie_app.queue.trouble import Trouble


def test_the_shipped_profiles_are_right():
    assert set(profile_names()) >= {"epson", "clone", "custom-vkp80", "nippon", "star"}
    for name in profile_names():
        assert profile(name).name == name


def test_an_unknown_profile_names_the_known_ones():
    with pytest.raises(Trouble) as trouble:
        profile("../epson")
    assert trouble.value.code == "printer-profile-unknown"
    assert "epson" in str(trouble.value.facts["known"])


def test_every_mistake_is_told_with_file_and_key(tmp_path):
    text = resource("printers", "epson.toml").read_text(encoding="utf-8")
    for right, wrong in (
        ("dots = 576", "dots = 12"),
        ("columns = 48", "columns = true"),
        ('qr = "native"', 'qr = "magic"'),
        ('cut = "1d 56 42 00"', 'cut = "zz"'),
        ("slow = false", 'slow = "no"'),
        ("cp1252 = 16", "cp9999 = 16"),
        ('done = "gs-r"', 'dome = "gs-r"'),
    ):
        assert right in text
        text = text.replace(right, wrong, 1)
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Trouble) as trouble:
        read_profile(path)
    assert trouble.value.code == "printer-profile-wrong"
    assert trouble.value.facts["file"] == "mine.toml"
    mistakes = trouble.value.facts["mistakes"]
    assert isinstance(mistakes, tuple)
    keys = {mistake.split(":")[0] for mistake in mistakes}
    assert keys == {"dots", "columns", "qr", "cut", "slow", "code_pages", "done", "dome"}


def test_a_file_that_is_no_toml_is_refused(tmp_path):
    path = tmp_path / "broken.toml"
    path.write_text("dots = [", encoding="utf-8")
    with pytest.raises(Trouble) as trouble:
        read_profile(path)
    assert trouble.value.facts["file"] == "broken.toml"


@pytest.mark.parametrize(
    ("name", "right", "wrong", "key"),
    [
        ("star", "number_scale = 6", "number_scale = 8", "number_scale"),
        ("star", "qr_module = 6", "qr_module = 9", "qr_module"),
        ("star", 'done = "etb"', 'done = "gs-r"', "done"),
        ("star", 'dialect = "star"', 'dialect = "escpos"', "status"),
        ("epson", 'dialect = "escpos"', 'dialect = "star"', "status"),
        ("epson", 'status = "escpos"', 'status = "none"', "done"),
        ("nippon", "slow = false", "slow = true", "slow"),
        ("star", "slow = false", 'slow = false\nidentity = "TSP700"', "identity"),
    ],
)
def test_keys_that_do_not_go_together_are_told(tmp_path, name, right, wrong, key):
    text = resource("printers", f"{name}.toml").read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(Trouble) as trouble:
        read_profile(path)
    assert key in [mistake.split(":")[0] for mistake in trouble.value.facts["mistakes"]]


def test_a_profile_may_name_the_model_it_is_for(tmp_path):
    text = resource("printers", "epson.toml").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(f'identity = "TM-T20"\n{text}', encoding="utf-8")
    assert read_profile(path).identity == "TM-T20"
    assert profile("epson").identity == ""

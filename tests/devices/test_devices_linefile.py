"""Lines go into station.toml and out of it; what a person wrote around them stays, and nothing gets worse."""

from __future__ import annotations

import socket
import tomllib
from pathlib import Path

import pytest

from balie_app.devices.config import read_station
from balie_app.devices.config_model import Wish
from balie_app.devices.draft import Draft, buttons_of, draft_of, models, template_of, to_try
from balie_app.devices.linefile import drop_line, line_tables, mistakes_in, put_line
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.settings import own_hall

BY_HAND = """# de machine bij de deur
station = "noord"   # zo heet hij

[[lines]]
name = "bon"
kind = "printer"
port = "/dev/ttyS1" # achter de plint

# de automaat, sinds 2019
[[lines]]
name = "deur"
kind = "dispenser"
port = "/dev/ttyS2"
template = "button-bytes"
printer = "bon"
map.1 = { contact_type = "quick" }
line = { baud = 2400, discard_ms = 100 }
"""
DISPLAY = {"name": "d", "kind": "display", "port": "/dev/ttyS3", "template": "ditel-dn109", "counter": 4, "address": 4}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "station.toml"
    made.write_text(BY_HAND, encoding="utf-8")
    return made


def names(file: Path) -> list[str]:
    return [line.name for line in read_station(file).lines]


def test_a_new_line_comes_behind_the_others_and_every_comment_stays(file: Path) -> None:
    put_line(file, DISPLAY)
    text = file.read_text(encoding="utf-8")
    assert text.startswith(BY_HAND.rstrip())
    assert names(file) == ["bon", "deur", "d"]


def test_a_new_file_names_its_machine_and_a_hall_that_is_not_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "PC-Balie-3.stadhuis.lan")
    put_line(tmp_path / "a.toml", DISPLAY)
    assert (tmp_path / "a.toml").read_text(encoding="utf-8").startswith('station = "pc-balie-3"\n\n[[lines]]\n')
    put_line(tmp_path / "b.toml", DISPLAY, hall="postgresql://server/balie")
    put_line(tmp_path / "c.toml", DISPLAY, hall=own_hall())
    found = [read_station(tmp_path / name) for name in ("a.toml", "b.toml", "c.toml")]
    assert [each.hall for each in found] == [None, "postgresql://server/balie", None]
    assert {each.station for each in found} == {"pc-balie-3"}


def test_a_changed_line_stays_in_its_place_under_its_new_name(file: Path) -> None:
    put_line(file, {"name": "bon", "kind": "printer", "port": "/dev/ttyS9", "profile": "epson"}, instead_of="bon")
    assert names(file) == ["bon", "deur"]
    text = file.read_text(encoding="utf-8")
    assert "# de automaat, sinds 2019\n[[lines]]" in text
    assert "# de machine bij de deur" in text
    assert read_station(file).lines[0].port == "/dev/ttyS9"


def test_who_may_read_the_file_stays_the_same(file: Path) -> None:
    file.chmod(0o600)
    put_line(file, DISPLAY)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_line_that_goes_leaves_the_comment_of_the_next_one(file: Path) -> None:
    put_line(file, DISPLAY)
    drop_line(file, "deur")
    drop_line(file, "bon")
    text = file.read_text(encoding="utf-8")
    assert "# de automaat, sinds 2019" in text
    assert "achter de plint" not in text
    assert names(file) == ["d"]


def test_the_last_line_may_go(file: Path) -> None:
    drop_line(file, "deur")
    drop_line(file, "bon")
    assert line_tables(file) == []
    assert mistakes_in(file) == ()
    put_line(file, DISPLAY)
    assert names(file) == ["d"]


def test_a_printer_that_others_print_on_cannot_go(file: Path) -> None:
    with pytest.raises(ConfigMistakes, match="'bon' is er niet"):
        drop_line(file, "bon")
    assert file.read_text(encoding="utf-8") == BY_HAND
    assert [each.name for each in file.parent.iterdir()] == ["station.toml"]


def test_a_line_that_is_wrong_is_refused_and_the_file_stays(file: Path) -> None:
    with pytest.raises(ConfigMistakes, match="al gebruikt"):
        put_line(file, {**DISPLAY, "port": "/dev/ttyS1"})
    assert file.read_text(encoding="utf-8") == BY_HAND


def test_a_mistake_that_was_there_already_does_not_stop_anybody(file: Path) -> None:
    file.write_text(BY_HAND.replace("ttyS2", "ttyS1"), encoding="utf-8")
    assert [each.problem for each in mistakes_in(file)] == ["'/dev/ttyS1' is al gebruikt."]
    put_line(file, DISPLAY)
    assert [each["name"] for each in line_tables(file)] == ["bon", "deur", "d"]
    drop_line(file, "deur")
    assert mistakes_in(file) == ()


def test_a_file_that_is_no_toml_is_kept_as_it_is(file: Path) -> None:
    file.write_text("station = noord", encoding="utf-8")
    with pytest.raises(ConfigMistakes):
        put_line(file, DISPLAY)
    assert file.read_text(encoding="utf-8") == "station = noord"
    file.write_text("lines = 3", encoding="utf-8")
    assert [each.key for each in mistakes_in(file)] == ["lines"]


def test_lines_written_another_way_are_understood_too(file: Path) -> None:
    file.write_text('lines = [{ name = "bon", kind = "printer", port = "/dev/ttyS1" }]\n', encoding="utf-8")
    put_line(file, DISPLAY)
    assert names(file) == ["bon", "d"]


def test_a_draft_says_what_the_file_said(file: Path) -> None:
    for table in tomllib.loads(BY_HAND)["lines"]:
        assert to_try(draft_of(table)) == to_try(draft_of(draft_of(table).table()))
    deur = draft_of(tomllib.loads(BY_HAND)["lines"][1])
    assert (deur.baud, deur.printer, deur.buttons) == (2400, "bon", {"1": Wish("quick")})
    assert deur.table()["line"] == {"discard_ms": 100, "baud": 2400}


def test_a_draft_of_several_displays_names_each_address() -> None:
    draft = Draft("display", "/dev/ttyS3", "modbus-number", "noord", counters={1: 1, 4: 7})
    assert draft.table()["counters"] == {"1": 1, "4": 7}
    assert draft_of(draft.table()).counters == {1: 1, 4: 7}
    assert draft_of(Draft("display", "x", "alpha", "n", counters={4: 7}).table()).counters == {4: 7}


@pytest.mark.parametrize("kind", ["printer", "display", "dispenser", "scanner"])
def test_every_model_can_be_tried_before_its_use_is_known(kind: str) -> None:
    found = models(kind)
    assert len({each.name for each in found}) == len(found) > 2
    for model in found:
        assert model.title
        assert to_try(Draft(kind, "/dev/ttyS1", model.name)).kind == kind


def test_a_template_beside_the_file_is_a_model_too(file: Path) -> None:
    from balie_app.paths import resource

    own = resource("displays", "ditel-dn109.toml").read_text(encoding="utf-8").replace("Ditel DN109", "Van ons")
    file.with_name("eigen.toml").write_text(own, encoding="utf-8")
    assert [each.title for each in models("display", file.parent) if each.name == "eigen"] == ["Van ons"]
    assert not any(each.name == "station" for each in models("display", file.parent))


def test_buttons_stand_in_the_order_of_the_dispenser() -> None:
    template = template_of("button-bytes")
    assert template is not None
    assert buttons_of(template)[:2] == ("1", "2")
    assert buttons_of(template)[-1] == "0"

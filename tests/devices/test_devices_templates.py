from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balie_app.devices.encoders import DRIVERS
from balie_app.devices.sim_readers import reader_for
from balie_app.devices.template import Template
from balie_app.devices.template_reader import known_templates, load_template, template_path
from balie_app.queue.config.mistakes import ConfigMistakes

DISPLAYS = (*known_templates("display"), *known_templates("lamp"))

GOOD = """
[device]
name = "Proef"
kind = "display"
source = "test"
[address]
style = "ascii-dec"
[value]
width = 4
[commands.show]
parts = ["STX", "address", "value", "ETX"]
[[vectors]]
address = 1
value = "A012"
hex = "02 30 31 41 30 31 32 03"
"""


def mistakes_of(tmp_path: Path, text: str) -> dict[str, str]:
    file = tmp_path / "proef.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigMistakes) as caught:
        load_template(file)
    assert caught.value.file == "proef.toml"
    return {mistake.key: mistake.sentence() for mistake in caught.value.mistakes}


def test_every_shipped_template_passes_its_own_examples() -> None:
    assert {load_template(template_path(name)).key for name in known_templates()} == set(known_templates())
    assert {"ditel-dn109", "edi-ed400d", "siebert-sx202", "usb-relay-lamp", "usb-relay-gong"} <= set(DISPLAYS)
    assert {"button-bytes", "button-letters"} <= set(known_templates("dispenser"))


SAYS_WHERE = re.compile(r"pages? \d|[a-z]\.(c|go)\b|wiki\.|application protocol|^Own convention|ISO/IEC")


@pytest.mark.parametrize("name", known_templates())
def test_a_template_says_where_its_bytes_come_from(name: str) -> None:
    source = load_template(template_path(name)).source
    assert SAYS_WHERE.search(source), source


def test_eight_displays_that_have_a_manual_have_a_template() -> None:
    documented = {
        *("edi-ed400d", "ditel-dn109", "siebert-sx202", "kubler-codix", "microgate-micrograph", "scannotec-metro"),
        *("evs-umd", "tsl-umd31", "usb-relay-lamp"),
    }
    assert documented <= set(DISPLAYS)


def test_the_number_on_a_display_that_fills_up_with_noughts_is_read_whole() -> None:
    encoder = load_template(template_path("kubler-codix"))
    for label, shown in (("A010", "10"), ("A100", "100"), ("A042", "42")):
        assert reader_for(encoder).read(encoder.show(1, label, attention=False)) == [(1, shown, False)]


def test_a_good_template_loads(tmp_path: Path) -> None:
    file = tmp_path / "proef.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert load_template(file).frame("show", 1, "A012") == b"\x0201A012\x03"


def test_a_template_whose_example_does_not_come_out_is_refused(tmp_path: Path) -> None:
    found = mistakes_of(tmp_path, GOOD.replace('32 03"', '33 03"'))
    assert "02 30 31 41 30 31 32 03" in found["vectors[0].hex"]


def test_a_template_without_examples_is_refused(tmp_path: Path) -> None:
    assert "vectors" in mistakes_of(tmp_path, GOOD.partition("[[vectors]]")[0])


def test_all_mistakes_are_told_at_once_with_their_keys(tmp_path: Path) -> None:
    bad = GOOD.replace('"STX"', '"STOX"').replace("width = 4", "width = 4000").replace('"display"', '"toaster"')
    assert set(mistakes_of(tmp_path, bad)) == {"commands.show.parts[0]", "value.width", "device.kind"}


def test_a_slip_of_the_pen_is_found_and_the_right_word_suggested(tmp_path: Path) -> None:
    found = mistakes_of(tmp_path, GOOD.replace("[address]\nstyle", "[address]\nstile"))
    assert '"style"' in found["address.stile"]


def test_a_field_stands_in_a_frame_at_most_once(tmp_path: Path) -> None:
    found = mistakes_of(tmp_path, GOOD.replace('"value", "ETX"', '"value", "value", "ETX"'))
    assert list(found) == ["commands.show.parts[3]"]


def test_a_file_that_is_no_toml_is_refused_with_its_name(tmp_path: Path) -> None:
    assert mistakes_of(tmp_path, "[device\n") != {}


def test_buttons_whose_messages_cannot_be_told_apart_are_refused(tmp_path: Path) -> None:
    text = (
        '[device]\nname = "x"\nkind = "dispenser"\nsource = "x"\n'
        '[receive.map]\n"31" = "1"\n"31 32" = "2"\n[[vectors]]\nhex = "31"\npress = "1"\n'
    )
    assert list(mistakes_of(tmp_path, text)) == ["receive.map"]


@pytest.mark.parametrize("name", [*DISPLAYS, *DRIVERS])
def test_a_simulated_display_shows_what_its_encoder_sends_however_it_is_cut(name: str) -> None:
    encoder = DRIVERS.get(name) or load_template(template_path(name))
    number = max(1, encoder.address.low) if isinstance(encoder, Template) else 1
    stream = encoder.hello() + encoder.show(number, "A011", True) + encoder.show(number, "A012", False)
    whole = reader_for(encoder).read(stream)[-1]
    for at in range(len(stream) + 1):
        reader = reader_for(encoder)
        faces = [*reader.read(stream[:at]), *reader.read(stream[at:])]
        assert faces[-1] == whole
    assert any(sign in whole[1] for sign in ("12", "aan"))
    dark = reader_for(encoder).read(stream + encoder.clear(number))[-1]
    assert dark[1] == ""


@settings(deadline=None)
@given(st.binary(max_size=200), st.lists(st.integers(0, 220), max_size=8))
def test_noise_before_a_frame_does_not_hide_it(noise: bytes, cuts: list[int]) -> None:
    encoder = load_template(template_path("usb-relay-lamp"))
    stream = noise + encoder.show(3, "A012", False)
    reader, last, faces = reader_for(encoder), 0, []
    for cut in (*sorted(cuts), len(stream)):
        faces += reader.read(stream[last:cut])
        last = max(last, cut)
    assert (3, "aan", False) in faces


def test_a_frame_with_a_wrong_checksum_is_not_shown() -> None:
    encoder = load_template(template_path("usb-relay-lamp"))
    assert isinstance(encoder, Template)
    assert reader_for(encoder).read(bytes.fromhex("A0 01 01 A3")) == []


def test_alpha_frames_are_those_of_the_manual() -> None:
    # Five NUL, SOH, type Z, address, STX, body, ETX, 16-bit sum from STX to ETX, EOT.
    packet = DRIVERS["alpha"].packet(0, b"AA\x1b bA042 > 3")  # type: ignore[attr-defined]
    body = b"\x02AA\x1b bA042 > 3\x03"
    assert packet == b"\0\0\0\0\0\x01Z00" + body + b"%04X" % (sum(body) & 0xFFFF) + b"\x04"


def test_the_alpha_priority_file_is_released_by_a_bare_command() -> None:
    assert b"\x02A0\x03" in DRIVERS["alpha"].show(1, "A012", attention=False)
    assert b"\x02A0\x1b cA012\x03" in DRIVERS["alpha"].show(1, "A012", attention=True)

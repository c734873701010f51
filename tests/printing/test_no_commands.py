"""What a person typed is never a command, whatever part of a document it stands in and whatever printer it goes to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from balie_app.printing.bitmap import Bitmap
from balie_app.printing.commands import CommandReader
from balie_app.printing.documents import (
    Align,
    Code,
    Cut,
    Document,
    Drawer,
    Image,
    Line,
    Number,
    Pair,
    Rule,
    Size,
    Space,
    clean,
)
from balie_app.printing.encoder import encode
from balie_app.printing.escpos import harmless
from balie_app.printing.profiles import profile, profile_names

CONTROL = st.sampled_from(
    [
        "\x1b@",
        "\x10\x04\x01",
        "\x10\x14\x01\x00\x01",
        "\x1dV\0",
        "\x1bd\3",
        "\x17",
        "\x18",
        "\x07",
        "\n",
        "\x7f",
        "\x9b",
        "\u202e",
        "\u2028",
    ]
)
LETTERS = st.text(st.characters(codec="cp1252", exclude_characters="?"), max_size=12)
TEXT = st.lists(CONTROL | LETTERS, max_size=4).map("".join)
DOTS = st.binary(min_size=4, max_size=120).map(
    lambda data: Bitmap(16, tuple(data[at : at + 2] for at in range(0, len(data) - 1, 2)))
)
PARTS = st.one_of(
    st.builds(Line, TEXT, st.sampled_from(Size), st.booleans(), st.sampled_from(Align)),
    st.builds(Number, TEXT),
    st.builds(Pair, TEXT, TEXT, st.sampled_from(Size), st.booleans()),
    st.builds(Rule, st.booleans()),
    st.builds(Space, st.integers(0, 600)),
    st.builds(Code, st.text(st.characters(max_codepoint=0x7F), max_size=12)),
    st.builds(Image, DOTS),
)
ESCPOS = {
    "reset",
    "auto-status",
    "single-byte",
    "code-page",
    "style",
    "size",
    "align",
    "feed-dots",
    "line-end",
    "text",
    "raster",
    "code",
}
STAR = {
    "reset",
    "line-spacing-default",
    "line-spacing-picture",
    "code-page",
    "font",
    "heavy",
    "light",
    "expand",
    "align",
    "feed-dots",
    "line-end",
    "text",
    "columns",
    "code-model",
    "code-level",
    "code-module",
    "code-data",
    "code-print",
}
MEANT = {"escpos": ESCPOS, "star": STAR}
ONCE = ("reset", "code-page", "drawer")
ENDS = {
    "gs-r": {"ask-paper"},
    "nippon": {"job-start", "job-end"},
    "etb": {"auto-status", "ask-done"},
}


@pytest.mark.parametrize("name", profile_names())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(PARTS, max_size=5), language=st.sampled_from(["nl", "ar"]))
@example(
    parts=[Line("Dag\x1b@\x1dV\x00\x10\x04\x01 hoor"), Image(Bitmap(16, (b"\x10\x14", b"\x01\x00")))], language="nl"
)
def test_no_command_reaches_a_printer_that_we_did_not_mean(name, parts, language):
    kind = profile(name)
    data = encode(Document("", language, (*parts, Drawer(), Cut())), kind)
    reader = CommandReader(kind.dialect)
    commands = reader.feed(data)
    found = [command.name for command in commands]
    cuts = {one.name for one in CommandReader(kind.dialect).feed(kind.cut)}
    assert reader.rest == b""
    assert set(found) <= MEANT[kind.dialect] | ENDS[kind.done] | cuts | {"drawer"}
    assert [found.count(each) for each in ONCE] == [1, 1, 1]
    assert found.count("cut") + found.count("cut-after-feed") == 1
    assert not any(value < 0x20 for one in commands if one.name in {"text", "code-data"} for value in one.data)
    assert b"?" not in b"".join(one.data for one in commands if one.name == "text")


@pytest.mark.parametrize("name", [name for name in profile_names() if profile(name).dialect == "escpos"])
@given(dots=DOTS)
@example(dots=Bitmap(16, (b"\x10\x04", b"\x01\x10", b"\x14\x02")))
def test_dots_never_look_like_a_command_that_printers_obey_at_once(name, dots):
    data = encode(Document("", "nl", (Image(dots),)), replace(profile(name), done="none", status="none"))
    for second in (b"\x04", b"\x05", b"\x14"):
        assert b"\x10" + second not in data


def test_making_dots_harmless_adds_one_dot_and_no_byte():
    assert harmless(b"\x10\x04\x10\x10\x14\xff") == b"\x18\x04\x10\x18\x14\xff"


@given(st.text(max_size=500))
def test_cleaned_text_holds_no_control_sign_and_is_clean_already(text):
    once = clean(text)
    assert clean(once) == once
    assert not any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in once)

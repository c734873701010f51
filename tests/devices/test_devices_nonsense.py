"""Files with nonsense in them: every mistake is a sentence, none is a crash."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from balie_app.devices.config import read_station
from balie_app.devices.template_reader import known_templates, load_template, template_path
from balie_app.queue.config.mistakes import ConfigMistakes

DOCUMENTED = (Path(__file__).parents[2] / "docs" / "station-toml.md").read_text(encoding="utf-8")
STATION: dict[str, Any] = tomllib.loads(DOCUMENTED.split("```toml\n")[1].split("```")[0])
NONSENSE: tuple[Any, ...] = (
    *(0, -1, 1, 300, 2**70, 1.5, float("nan"), float("inf"), True, False),
    *(
        "",
        "x",
        "31",
        "FF",
        "é",
        "\0",
        "a b",
        "../../x",
        "usb:",
        "usb:zz",
        "socket://",
        "rfc2217://a:9",
        "text:",
        "value",
    ),
    *([], [1], ["x"], ["address"], ["value", "value"], {}, {"x": 1}, {"1": 1}, {"31": "1"}, [{}], [[{}]], "ë" * 300),
)
KEYS = (
    "broadcast",
    "low",
    "high",
    "width",
    "encoding",
    "style",
    "map",
    "line",
    "address",
    "counters",
    "how",
    "steps",
    "x",
)


def places(tree: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a document."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield (*above, key)
        if isinstance(value, dict | list):
            yield from places(value, (*above, key))


def spoiled(tree: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """The document with a few things left out, added, or turned into nonsense."""
    made = copy.deepcopy(tree)
    for _ in range(data.draw(st.integers(1, 3))):
        *above, key = data.draw(st.sampled_from(sorted(places(made), key=repr)))
        parent: Any = made
        for each in above:
            parent = parent[each]
        how = data.draw(st.sampled_from(("leave out", "change", "add")))
        if how == "leave out":
            del parent[key]
        elif how == "change" or isinstance(parent, list):
            parent[key] = copy.deepcopy(data.draw(st.sampled_from(NONSENSE)))
        else:
            parent[data.draw(st.sampled_from(KEYS))] = copy.deepcopy(data.draw(st.sampled_from(NONSENSE)))
        if not made:
            break
    return made


def told(reader: Any, file: Path) -> list[str] | None:
    """The sentences about what is wrong in it; None: nothing is."""
    try:
        reader(file)
    except ConfigMistakes as error:
        return [mistake.sentence() for mistake in error.mistakes]
    return None


def is_calm(sentences: list[str] | None) -> bool:
    """Nothing wrong, or at least one sentence and none of them empty."""
    return sentences is None or (bool(sentences) and all(sentences))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_station_file_with_nonsense_is_read_or_its_mistakes_are_told(tmp_path: Path, data: st.DataObject) -> None:
    file = tmp_path / "station.toml"
    file.write_text(tomli_w.dumps(spoiled(STATION, data)), encoding="utf-8")
    assert is_calm(told(read_station, file))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(known_templates()), data=st.data())
def test_a_template_with_nonsense_is_read_or_its_mistakes_are_told(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    whole = tomllib.loads(template_path(name).read_text(encoding="utf-8"))
    file = tmp_path / "eigen.toml"
    file.write_text(tomli_w.dumps(spoiled(whole, data)), encoding="utf-8")
    assert is_calm(told(load_template, file))


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"\xff\xfe[\0", b"[[lines]]\n" * 3, b"lines = 5", b"= = ="])
def test_a_file_that_is_no_station_file_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "station.toml"
    file.write_bytes(content)
    with pytest.raises(ConfigMistakes):
        read_station(file)
    with pytest.raises(ConfigMistakes):
        read_station(tmp_path)


def test_a_template_is_named_and_not_pointed_at(tmp_path: Path) -> None:
    for name in ("../eigen", "/etc/passwd", "x" * 300, "\t"):
        made = {"lines": [{"name": "a", "kind": "display", "port": "p", "counter": 1, "template": name}]}
        file = tmp_path / "station.toml"
        file.write_text(tomli_w.dumps(made), encoding="utf-8")
        with pytest.raises(ConfigMistakes) as caught:
            read_station(file)
        assert [each.key for each in caught.value.mistakes] == ["lines[0].template"]


def test_an_answer_of_an_address_that_cannot_be_is_a_mistake_in_the_template(tmp_path: Path) -> None:
    text = template_path("modbus-number").read_text(encoding="utf-8")
    file = tmp_path / "eigen.toml"
    file.write_text(text + '[[vectors]]\naddress = 300\nhex = "01"\nreply = "ok"\n', encoding="utf-8")
    with pytest.raises(ConfigMistakes) as caught:
        load_template(file)
    assert [each.key for each in caught.value.mistakes] == ["vectors[3].address"]

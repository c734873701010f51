"""The look on real widgets: fonts of our own, icons in theme colours, roles, names."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from balie_app import paths
from balie_app.ui import look
from balie_app.ui.look import bundle

NEEDED = [
    "search",
    "person",
    "ticket",
    "clock",
    "clock_filled",
    "check",
    "cross",
    "pause",
    "play",
    "call",
    "recall",
    "transfer",
    "note",
    "print",
    "undo",
    "help",
    "wheelchair",
    "speaker",
    "contrast",
    "text_size",
    "language",
    "warning",
    "door",
    "settings",
    "back",
    "home",
    "calendar",
    "add",
    "more",
    "offline",
]


@pytest.fixture
def back_to_light(qapp: QApplication) -> Iterator[None]:
    yield
    os.environ.pop("BALIE_LOOK", None)
    look.apply(qapp, "light")


def colours_in(name: str, colour: str) -> set[str]:
    picture = look.icon(name, colour).pixmap(48, 48).toImage()
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    solid = (picture.pixelColor(x, y) for x, y in points)
    return {found.name() for found in solid if found.alpha() == 255}


@pytest.mark.parametrize("name", NEEDED)
def test_each_promised_icon_is_drawn_in_the_asked_colour(name: str) -> None:
    assert look.colour("accent").name() in colours_in(name, "accent")


def test_icons_share_one_pen() -> None:
    for name in look.icon_names():
        text = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in text, name
        assert 'stroke-width="2" stroke-linecap="round" stroke-linejoin="round"' in text, name


@pytest.mark.parametrize("role", ["small", "body", "heading", "title", "number", "display"])
def test_text_is_set_in_our_own_font(qapp: QApplication, role: str) -> None:
    info = QFontInfo(look.font(role))
    assert info.family() == "IBM Plex Sans"
    assert info.pixelSize() == look.tokens().type[role]
    assert info.weight() == (400 if role in {"small", "body"} else 600)


def test_figures_have_one_width(qapp: QApplication) -> None:
    metrics = QFontMetrics(look.font("number"))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_a_font_can_be_asked_bigger(qapp: QApplication) -> None:
    assert look.font("body", 2).pixelSize() == 2 * look.font("body").pixelSize()


def test_switching_the_theme_changes_colours_and_back(qapp: QApplication, back_to_light: None) -> None:
    light = look.colour("background").lightness()
    look.apply(qapp, "dark")
    assert look.tokens().theme == "dark"
    assert look.colour("background").lightness() < 60 < light
    assert qapp.palette().window().color() == look.colour("background")


def test_putting_the_same_look_on_again_does_nothing(qapp: QApplication) -> None:
    before = qapp.styleSheet()
    look.apply(qapp, "light")
    assert qapp.styleSheet() == before


def test_a_role_dresses_a_button(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.resize(120, 40)
    look.role(button, "primary")
    assert button.grab().toImage().pixelColor(60, 20) == look.colour("accent")


def test_the_focus_can_be_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    for role in ("primary", "secondary", "quiet", "danger", "choice"):
        button = QPushButton(role)
        look.role(button, role)
        row.addWidget(button)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    for button in window.findChildren(QPushButton):
        button.setFocus()
        edge = button.grab().toImage().pixelColor(button.width() // 2, 1)
        assert edge == look.colour("focus"), button.text()


def test_an_unreadable_own_look_is_refused_and_the_house_look_stays(
    qapp: QApplication, tmp_path: Path, back_to_light: None, caplog: pytest.LogCaptureFixture
) -> None:
    own = tmp_path / "look.toml"
    own.write_text('accent = "#FFD200"\n', encoding="utf-8")
    os.environ["BALIE_LOOK"] = str(own)
    look.apply(qapp, "light")
    assert "verschillen te weinig" in look.refusal()
    assert "verschillen te weinig" in caplog.text
    assert look.colour("accent").name() == "#07485c"


def test_an_own_colour_and_font_are_used(qapp: QApplication, tmp_path: Path, back_to_light: None) -> None:
    own = tmp_path / "look.toml"
    font = paths.resource("fonts", "IBMPlexSansArabic-Regular.ttf")
    own.write_text(f'colour = "#7A0019"\nfont = "{font.as_posix()}"\n', encoding="utf-8")
    os.environ["BALIE_LOOK"] = str(own)
    look.apply(qapp, "light")
    assert look.refusal() == ""
    assert look.colour("brand").name() == "#7a0019"
    assert QFontInfo(look.font("body")).family() == "IBM Plex Sans Arabic"


def test_an_own_logo_has_the_height_asked(qapp: QApplication, tmp_path: Path, back_to_light: None) -> None:
    assert look.logo(40).isNull()
    own = tmp_path / "look.toml"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20"/></svg>'
    (tmp_path / "logo.svg").write_text(drawing, encoding="utf-8")
    own.write_text('logo = "logo.svg"\n', encoding="utf-8")
    os.environ["BALIE_LOOK"] = str(own)
    look.apply(qapp, "dark")
    assert look.logo(40).deviceIndependentSize().toSize().toTuple() == (120, 40)


def test_pictures_in_memory_can_be_read_by_qt(qapp: QApplication) -> None:
    files = {f"{number}.svg": bytes([number]) * number for number in range(1, 30)}
    bundle.register("probe", files)
    for name, content in files.items():
        file = QFile(f":/look/probe/{name}")
        assert file.open(QFile.OpenModeFlag.ReadOnly), name
        assert bytes(file.readAll().data()) == content


def test_the_walker_finds_a_control_without_a_name(
    qtbot: QtBot, every_control_is_named: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QLineEdit(window)
    with pytest.raises(AssertionError, match="without a name"):
        every_control_is_named(window)


def test_the_walker_finds_two_buttons_with_one_name(
    qtbot: QtBot, every_control_is_named: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    look.name(QPushButton("…", window), "Open balie 1")
    look.name(QPushButton("…", window), "Open balie 2")
    every_control_is_named(window)
    look.name(QPushButton("…", window), "Open balie 2")
    with pytest.raises(AssertionError, match="Open balie 2"):
        every_control_is_named(window)


BARE = """
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
assert not [f for f in QFontDatabase.families() if "DejaVu" in f], QFontDatabase.families()
from balie_app.ui import look
look.apply(app, "light")
def ink(text):
    label = QLabel(text)
    label.resize(200, 40)
    image = label.grab().toImage()
    return sum(image.pixelColor(x, y).lightness() < 128 for x in range(200) for y in range(40))
assert QFontInfo(app.font()).family() == "IBM Plex Sans"
for text in ("Balie 4", "Ґанок", "Αθήνα", "\\u0645\\u0631\\u062d\\u0628\\u0627"):
    assert ink(text) > 40, text
"""


def test_a_machine_without_any_font_still_shows_text(tmp_path: Path) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    environment = os.environ | {"FONTCONFIG_FILE": str(empty), "PYTHONPATH": str(paths.resources().parent)}
    ran = subprocess.run([sys.executable, "-c", BARE], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_a_label_takes_the_size_of_its_role(qtbot: QtBot) -> None:
    label = QLabel("Balie")
    qtbot.addWidget(label)
    look.role(label, "title")
    label.ensurePolished()
    assert QFontInfo(label.font()).pixelSize() == look.tokens().type["title"]

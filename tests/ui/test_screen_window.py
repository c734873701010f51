"""The waiting screen as a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from balie_app.queue.rules.visit import ContactState
from balie_app.queue.views import Call, HallView
from balie_app.ui import look
from balie_app.ui.look.contrast import ratio
from balie_app.ui.screen.layout import arrange
from balie_app.ui.screen.loudspeaker import Loudspeaker, Speech
from balie_app.ui.screen.player import Silent
from balie_app.ui.screen.voice import Voice
from balie_app.ui.screen.window import ScreenWindow, build

MakeView = Callable[..., HallView]
SIZES = [(1366, 768), (1920, 1080), (3840, 2160), (1280, 1024), (1080, 1920), (768, 1366), (2160, 3840)]


class Recorder(Loudspeaker):
    """A loudspeaker that notes what it should say, and is done when told."""

    def __init__(self) -> None:
        super().__init__(Voice(), Silent())
        self._audible = True
        self.said: list[Speech] = []

    def play(self, speech: Speech) -> None:
        self.said.append(speech)


class Screen:
    """A waiting screen with a clock and a loudspeaker of our own."""

    def __init__(self, qtbot: QtBot, link: Any, **options: Any) -> None:
        self.now = 1000.0
        self.link, self.speaker = link, Recorder()
        given = {"zone": "", "language": "nl", "sound": "off", "fullscreen": False} | options
        self.window = ScreenWindow(link, SimpleNamespace(**given), self.speaker, lambda: self.now)  # type: ignore[arg-type]
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()

    def call(self, *calls: Call) -> None:
        view = self.link.view
        self.link.send(replace(view, seq=view.seq + len(calls), calls=(*reversed(calls), *view.calls)[:12]))

    def end_speech(self, after: float = 6.0) -> None:
        self.now += after
        self.speaker.finished.emit()
        self.now += 1.0
        self.window._turn()

    @property
    def large(self) -> str:
        return self.window.call.accessibleName()

    @property
    def listed(self) -> list[str]:
        return [row.number for row in self.window.earlier.rows]


@pytest.fixture
def screen(qtbot: QtBot, fake_link: Any) -> Iterator[Screen]:
    made = Screen(qtbot, fake_link)
    yield made
    made.window.close()


def new(seq: int, label: str, counter: int, view: HallView, language: str = "nl") -> Call:
    return Call(seq, label, counter, view.read_at, language)


def test_calls_from_before_the_start_are_shown_and_not_spoken(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    assert screen.large == "Laatst opgeroepen: A 011, Balie 3"
    assert screen.listed == ["K 031", "U 004", "U 006", "K 030", "V 001"]
    assert screen.speaker.said == []


def test_a_new_call_is_large_highlighted_and_spoken(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    screen.call(new(401, "A012", 6, sample_view))
    assert screen.large == "Nu aan de beurt: A 012, Kamer 6"
    assert screen.speaker.said == [Speech("000401-A012", (("Nummer A, nul, een, twee. Kamer 6.", "nl"),))]
    screen.now += 10.5
    screen.window._show_calls()
    assert screen.large == "Laatst opgeroepen: A 012, Kamer 6"


def test_a_visitor_is_called_in_dutch_first_and_then_in_their_own_language(
    screen: Screen, sample_view: HallView
) -> None:
    screen.link.send(sample_view)
    screen.call(new(401, "A012", 2, sample_view, "pl"))
    assert screen.speaker.said[0].sentences == (
        ("Nummer A, nul, een, twee. Balie 2.", "nl"),
        ("Numer A, zero, jeden, dwa. Okienko 2.", "pl"),
    )


def test_calls_at_once_are_spoken_one_after_another(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    screen.call(new(401, "A012", 2, sample_view), new(402, "K033", 1, sample_view))
    assert len(screen.speaker.said) == 1
    assert screen.large == "Nu aan de beurt: A 012, Balie 2"
    assert screen.listed[0] == "K 033"
    screen.end_speech()
    assert [speech.name for speech in screen.speaker.said] == ["000401-A012", "000402-K033"]
    assert screen.large == "Nu aan de beurt: K 033, Balie 1"
    assert screen.window.earlier.rows[0].fresh


def test_the_same_picture_again_is_not_spoken_again(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    screen.call(new(401, "A012", 2, sample_view))
    screen.link.send(replace(screen.link.view, seq=402))
    screen.end_speech()
    assert len(screen.speaker.said) == 1


def test_a_recall_is_spoken_again(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    screen.call(new(401, "A011", 3, sample_view))
    assert [speech.name for speech in screen.speaker.said] == ["000401-A011"]
    assert "A 011" not in screen.listed


def test_in_a_rush_older_calls_get_one_gong_and_all_are_on_the_wall(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    screen.call(*(new(401 + at, f"A{50 + at:03d}", 2, sample_view) for at in range(9)))
    assert screen.speaker.said == [Speech("000404-gong")]
    assert {*screen.listed, screen.large.split(": ")[1].split(",")[0]} >= {f"A {50 + at:03d}" for at in range(9)}


def test_a_zone_hears_only_its_own_calls(qtbot: QtBot, fake_link: Any, sample_view: HallView) -> None:
    config = sample_view.config
    counters = tuple(replace(c, zone="noord" if c.number < 3 else "zuid") for c in config.counters)
    screen = Screen(qtbot, fake_link, zone="zuid")
    fake_link.send(replace(sample_view, config=replace(config, counters=counters)))
    assert screen.large == "Laatst opgeroepen: A 011, Balie 3"
    assert screen.listed == ["U 006", "V 001"]
    screen.call(new(401, "K040", 1, sample_view), new(402, "A040", 3, sample_view))
    assert [speech.name for speech in screen.speaker.said] == ["000402-A040"]
    screen.window.close()


def test_before_the_first_picture_the_screen_is_calm(screen: Screen) -> None:
    assert screen.large == "Welkom Verbinden met de hal…"
    assert screen.window.header.heading.notices == ()


def test_an_empty_hall_welcomes_people_and_tells_when_it_opens(screen: Screen, make_view: MakeView) -> None:
    screen.link.send(make_view(calls=(), contacts=(), type_waits={}))
    assert screen.large == "Welkom in het stadhuis Uw nummer verschijnt hier als u aan de beurt bent."
    assert not screen.window.earlier.isVisible()
    assert screen.window.waits.accessibleName() == "Er is nog geen balie open."
    screen.call(new(401, "A001", 2, screen.link.view))
    assert screen.window.earlier.isVisible()
    assert screen.large == "Nu aan de beurt: A 001, Balie 2"


def test_without_the_database_the_last_state_stays_with_its_time(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    screen.link.time += timedelta(minutes=7)
    screen.link.online.emit(False)
    assert screen.window.header.heading.clock == "10:49"
    assert screen.window.header.heading.notices == (("offline", "Stand van 10:42"),)
    assert screen.listed == ["K 031", "U 004", "U 006", "K 030", "V 001"]
    screen.link.online.emit(True)
    screen.link.send(sample_view)
    assert screen.window.header.heading.notices == ()


def test_after_a_long_absence_only_who_is_still_awaited_is_called(
    screen: Screen, sample_view: HallView, make_contact: Callable[..., Any]
) -> None:
    screen.link.send(sample_view)
    screen.link.online.emit(False)
    screen.now += 600
    screen.link.online.emit(True)
    awaited = make_contact("U020", "verhuizen", 3, state=ContactState.CALLED, counter=2)
    served = make_contact("U021", "verhuizen", 3, state=ContactState.SERVING, counter=3)
    view = replace(screen.link.view, contacts=(awaited, served))
    screen.link.view = view
    screen.call(new(401, "U020", 2, view), new(402, "U021", 3, view))
    assert [speech.name for speech in screen.speaker.said] == ["000401-U020"]
    assert "U 021" in screen.listed
    screen.end_speech()
    screen.link.send(replace(screen.link.view, seq=403))
    assert len(screen.speaker.said) == 1


def test_after_a_short_absence_every_call_is_spoken(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    screen.link.online.emit(False)
    screen.now += 20
    screen.link.online.emit(True)
    screen.call(new(401, "U020", 2, sample_view))
    assert len(screen.speaker.said) == 1


def test_a_hall_that_begins_anew_is_not_read_aloud(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    screen.link.send(replace(sample_view, seq=3, calls=(new(2, "A001", 1, sample_view),)))
    assert screen.large == "Laatst opgeroepen: A 001, Balie 1"
    assert screen.listed == []
    assert screen.speaker.said == []


def test_silence_is_marked_on_the_screen(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    assert screen.window.header.heading.notices == ()
    screen.speaker._audible = False
    screen.speaker.audible_changed.emit(False)
    assert screen.window.header.heading.notices == (("speaker", "Geluid uit"),)


def test_messages_take_turns(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    seen = set()
    for _ in range(3):
        screen.window._tick()
        seen.add(screen.window.message.words[0])
        screen.now += 20
    assert seen == {
        "Met een afspraak bent u binnen 5 minuten aan de beurt.",
        "Op donderdag zijn wij open tot 20.00 uur.",
    }


def test_nothing_about_a_person_but_the_number(screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    names = [part.accessibleName() for part in (screen.window, screen.window.call, screen.window.earlier,
             screen.window.waits, screen.window.message, screen.window.header)]  # fmt: skip
    for private in ("S. de V.", "Anna", "anna", "paspoort", "wheelchair", "eerste-inschrijving"):
        assert not any(private in name for name in names)


def ink(image: QImage, area: QRect, colour: str) -> int:
    """Height in pixels of what is painted in exactly this colour in the area."""
    wanted = look.colour(colour).rgb()
    xs = range(area.left(), area.right(), max(1, area.width() // 600))
    rows = [y for y in range(area.top(), area.bottom()) if any(image.pixel(x, y) == wanted for x in xs)]
    return rows[-1] - rows[0] + 1 if rows else 0


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(("label", "counter"), [("A012", 4), ("W888", 6)])
def test_number_and_counter_are_each_an_eighth_of_the_window_high(
    screen: Screen, make_view: MakeView, width: int, height: int, label: str, counter: int
) -> None:
    view = make_view()
    screen.link.send(replace(view, calls=(new(7, label, counter, view),)))
    screen.window.resize(width, height)
    image = screen.window.call.grab().toImage()
    whole = QRect(QPoint(0, 0), image.size())
    assert ink(image, whole, "accent") >= height / 8
    assert ink(image, whole.adjusted(0, whole.height() * 3 // 5, 0, 0), "text") >= height / 8 - 1


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_parts_fill_the_window_without_overlap(width: int, height: int) -> None:
    places = arrange(QSize(width, height))
    parts = [places.header, places.call, places.earlier, places.waits, places.message]
    window = QRect(0, 0, width, height)
    assert all(window.contains(part) for part in parts)
    assert not any(one.intersects(other) for at, one in enumerate(parts) for other in parts[at + 1 :])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_on_the_wall_contrasts_seven_to_one(qapp: QApplication, theme: str) -> None:

    look.apply(qapp, theme)
    shades = look.tokens().colour
    look.apply(qapp, "light")
    pairs = [("brand_text", "brand"), ("accent_text", "accent"), ("text_quiet", "background")]
    pairs += [(ink, ground) for ink in ("text", "accent") for ground in ("background", "surface")]
    assert all(ratio(shades[ink], shades[ground]) >= 7 for ink, ground in pairs)


def test_a_new_call_comes_in_and_stands_still(qtbot: QtBot, screen: Screen, sample_view: HallView) -> None:
    screen.link.send(sample_view)
    assert not screen.window.call.moving
    screen.call(new(401, "A012", 2, sample_view))
    assert screen.window.call.moving
    qtbot.waitUntil(lambda: not screen.window.call.moving, timeout=5000)


def test_nothing_moves_when_the_user_wants_no_movement(
    screen: Screen, sample_view: HallView, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = replace(look.tokens(), duration_ms=0)
    monkeypatch.setattr(look, "tokens", lambda: still)
    screen.link.send(sample_view)
    screen.call(new(401, "A012", 2, sample_view))
    assert not screen.window.call.moving


def test_escape_leaves_full_screen_and_closes_nothing(qtbot: QtBot, screen: Screen) -> None:
    screen.window.showFullScreen()
    qtbot.keyClick(screen.window, Qt.Key.Key_Escape)
    assert not screen.window.isFullScreen()
    qtbot.keyClick(screen.window, Qt.Key.Key_Escape)
    assert screen.window.isVisible()


def test_the_built_window_speaks_into_a_folder_and_ends_its_thread(
    qtbot: QtBot, fake_link: Any, sample_view: HallView, tmp_path: Any
) -> None:
    options = SimpleNamespace(zone="", language="nl", sound=f"file:{tmp_path}", fullscreen=True)
    window = build(fake_link, options)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    fake_link.send(sample_view)
    fake_link.send(replace(sample_view, seq=401, calls=(new(401, "A012", 2, sample_view), *sample_view.calls)))
    qtbot.waitUntil(lambda: (tmp_path / "000401-A012.wav").exists(), timeout=10000)
    window.close()


def test_every_part_has_a_name_for_a_screen_reader(
    screen: Screen, sample_view: HallView, every_control_is_named: Callable[[Any], None]
) -> None:
    screen.link.send(sample_view)
    every_control_is_named(screen.window)
    parts = (
        screen.window.header,
        screen.window.call,
        screen.window.earlier,
        screen.window.waits,
        screen.window.message,
    )
    assert all(part.accessibleName() for part in parts)


def test_what_to_do_is_told_once(screen: Screen, make_view: MakeView) -> None:
    view = make_view()
    alone = replace(view, calls=view.calls[:1])
    screen.link.send(alone)
    assert screen.window.earlier.accessibleName().startswith("Wordt uw nummer geroepen?")
    screen.link.send(replace(alone, config=replace(view.config, texts={})))
    assert screen.window.earlier.accessibleName() == ""
    assert screen.window.message.accessibleName().startswith("Wordt uw nummer geroepen?")

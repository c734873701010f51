"""The kiosk as a visitor meets it: touched, typed, scanned, read aloud, left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from balie_app.queue.commands import CheckIn, Issue
from balie_app.queue.rules.hall import HallIntake, Intake, Opening, Product
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Visit
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView, PrintJob
from balie_app.ui.kiosk.parts import Prose, Tile
from balie_app.ui.kiosk.state import Aids
from balie_app.ui.kiosk.window import Kiosk
from balie_app.ui.station import StationOptions


class Seconds:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Listener:
    """In place of the voice: what would be heard."""

    present = True

    def __init__(self) -> None:
        self.heard: list[tuple[list[str], str]] = []
        self.hushed = 0

    def say(self, sentences: list[str], language: str) -> None:
        self.heard.append((list(sentences), language))

    def hush(self) -> None:
        self.hushed += 1

    def close(self) -> None:
        """Nothing runs."""


class Stand:
    """A kiosk with everything around it."""

    def __init__(self, link: Any, view: HallView, **options: Any) -> None:
        self.link, self.view = link, view
        self.seconds, self.voice = Seconds(), Listener()
        pin = options.pop("pin", "")
        given = StationOptions("hall.db", "kiosk", **({"printer": "bon"} | options))
        self.kiosk = Kiosk(link, given, self.voice, pin, self.seconds)  # type: ignore[arg-type]
        link.send(view)
        self.kiosk.show()
        QApplication.processEvents()

    def tile(self, name: str) -> Tile:
        found = [each for each in self.kiosk.buttons() if each.accessibleName() == name]
        assert len(found) == 1, (name, self.names)
        assert isinstance(found[0], Tile)
        return found[0]

    @property
    def names(self) -> list[str]:
        return [each.accessibleName() for each in self.kiosk.buttons()]

    def touch(self, *names: str) -> None:
        for name in names:
            QTest.mouseClick(self.tile(name), Qt.MouseButton.LeftButton)

    @property
    def heading(self) -> str:
        return self.kiosk.page.heading

    @property
    def text(self) -> str:
        shown = [part for part in self.kiosk.findChildren(Prose) if part.isVisible()]
        return " ".join(block.text for part in shown for block in part.blocks)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.seconds.now += 1
            self.kiosk.tick()

    def keys(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._focus, letter)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self._focus, key)

    @property
    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.kiosk

    def given(self, label: str = "A031", **more: Any) -> Visit:
        visit = Visit(f"v-{label}", self.view.read_at.date(), label, "code", self.view.read_at, **more)
        self.link.answer(visit)
        return visit


@pytest.fixture
def stand(fake_link: Any, sample_view: HallView, qapp: QApplication) -> Iterator[Callable[..., Stand]]:
    made: list[Stand] = []

    def make(view: HallView | None = None, **options: Any) -> Stand:
        made.append(Stand(fake_link, view or sample_view, **options))
        return made[-1]

    yield make
    for each in made:
        each.kiosk.close()
        each.kiosk.deleteLater()


def changed(view: HallView, **config: Any) -> HallView:
    return replace(view, config=replace(view.config, **config))


# --- with an appointment --------------------------------------------------------------------------


def test_a_code_is_typed_on_big_keys_and_gives_a_number(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Ik heb een afspraak")
    assert not [each for each in here.kiosk.buttons() if each.accessibleName() == "Aanmelden"], "nothing typed yet"
    here.touch("A", "F", "S", "Streepje", "1", "0", "4", "2", "Aanmelden")
    (command,) = here.link.done
    assert (command.code, command.via, command.printer) == ("AFS-1042", "kiosk", "bon")
    assert command.language is None, "who did not choose a language keeps that of the appointment"
    here.given("A031", told_low=5, told_high=10)
    assert here.heading == "Uw nummer"
    assert "A 031" in here.text
    assert "5 tot 10 minuten" in here.text


def test_a_scanner_checks_in_from_the_first_page(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.keys("afs-1042")
    here.press(Qt.Key.Key_Return)
    assert [type(each) for each in here.link.done] == [CheckIn]
    assert here.link.done[0].code == "AFS-1042"


def test_the_next_visitor_may_scan_while_a_number_is_shown_but_a_double_read_does_nothing(
    stand: Callable[..., Stand],
) -> None:
    here = stand()
    here.kiosk.check_in("AFS-1042")
    here.given("A031")
    here.keys("afs-1042")
    here.press(Qt.Key.Key_Return)
    assert len(here.link.done) == 1
    assert here.heading == "Uw nummer"
    here.seconds.now += 5
    here.keys("afs-1100")
    here.press(Qt.Key.Key_Return)
    assert here.link.done[-1].code == "AFS-1100"


def test_who_lost_the_code_points_at_the_time_and_confirms(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Ik heb een afspraak", "Ik weet mijn code niet")
    assert not any("P. K." in name for name in here.names), "a kiosk shows no names"
    here.touch("11.00 uur")
    assert not here.link.done
    here.touch("Ja, aanmelden")
    assert here.link.done[0].code == "AFS-1100"


def test_a_time_with_two_appointments_asks_for_the_code(stand: Callable[..., Stand], sample_view: HallView) -> None:
    booked = next(each for each in sample_view.appointments if each.code == "AFS-1100")
    twin = replace(booked, code="AFS-TWIN")
    here = stand(replace(sample_view, appointments=(*sample_view.appointments, twin)))
    here.touch("Ik heb een afspraak", "Ik weet mijn code niet", "11.00 uur")
    assert here.heading == "Scan of typ uw code"
    assert "meer afspraken" in here.text


@pytest.mark.parametrize(
    ("error", "heading", "text"),
    [
        (Refused("unknown-code"), "Wij vinden deze code niet", "receptie"),
        (Refused("cancelled"), "Deze afspraak is afgezegd", "receptie"),
        (Refused("already-checked-in"), "U bent al aangemeld", "Neem plaats"),
        (Refused("wrong-day", day="2026-11-25"), "Uw afspraak is niet vandaag", "woensdag 25 november"),
        (Refused("too-early", **{"from": "2026-11-23T14:00:00+01:00"}), "U bent nog te vroeg", "14.00 uur"),
        (Refused("something-new"), "Dit lukt nu niet", "receptie"),
    ],
)
def test_a_refusal_is_a_kind_page_with_a_next_step(
    stand: Callable[..., Stand], error: Refused, heading: str, text: str
) -> None:
    here = stand()
    here.kiosk.check_in("AFS-1")
    here.link.refuse(error)
    assert here.heading == heading
    assert text in here.text
    here.touch("Naar het begin")
    assert here.heading == "Welkom in het stadhuis"


def test_refusals_are_told_in_the_visitors_language(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Français")
    here.kiosk.check_in("AFS-1")
    assert here.link.done[0].language == "fr"
    here.link.refuse(Refused("wrong-day", day="2026-11-25"))
    assert here.heading == "Votre rendez-vous n'est pas aujourd'hui"
    assert "mercredi 25 novembre" in here.text


# --- without ---------------------------------------------------------------------------------------


def test_three_pages_to_a_number(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak", "Paspoort aanvragen")
    assert "Oud paspoort of ID-kaart" in here.text
    assert "ongeveer 10 minuten" in here.text
    assert "5 tot 15 minuten" in here.text, "the wait is told before the number"
    here.touch("Nummer nemen")
    (command,) = here.link.done
    assert command == Issue(products=("paspoort",), via="kiosk", printer="bon", language="nl", key=command.key)
    assert command.key


def test_a_double_touch_asks_once_and_a_new_try_asks_the_same(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak", "Paspoort aanvragen", "Nummer nemen", "Nummer nemen")
    assert len(here.link.done) == 1
    here.link.answers[-1][1](Trouble("database-away", where="x"))
    assert here.heading == "Dit lukte nog niet"
    here.touch("Opnieuw proberen")
    assert here.link.done[0] == here.link.done[1], "with the same key, so that it cannot happen twice"


def test_two_visitors_have_two_keys(stand: Callable[..., Stand]) -> None:
    here = stand()
    for label in ("A031", "A032"):
        here.touch("Ik heb geen afspraak", "Paspoort aanvragen", "Nummer nemen")
        here.given(label)
        here.touch("Klaar")
    one, other = here.link.done
    assert one.key != other.key


def test_what_nobody_can_do_now_says_so_and_updates_by_itself(
    stand: Callable[..., Stand], sample_view: HallView
) -> None:
    here = stand(replace(sample_view, type_waits={}))
    here.touch("Ik heb geen afspraak", "Paspoort aanvragen")
    assert "Nu kan niemand u hiermee helpen." in here.text
    button = here.tile("Toch een nummer nemen")
    here.link.send(sample_view)
    assert "5 tot 15 minuten" in here.text
    assert button.isVisible(), "a finger on its way to the button still meets it"


@pytest.mark.parametrize(
    ("intake", "text"),
    [(Intake.APPOINTMENT, "Hiervoor hebt u een afspraak nodig"), (Intake.NONE, "Ga naar het waterschap")],
)
def test_what_cannot_be_had_here_tells_where_to_go(
    stand: Callable[..., Stand], sample_view: HallView, intake: Intake, text: str
) -> None:
    water = Product("water", {"nl": "Waterpas"}, "counter", 5, intake=intake, refer_to={"nl": "Ga naar het waterschap"})
    here = stand(changed(sample_view, products=(*sample_view.config.products, water)))
    here.touch("Ik heb geen afspraak", "Zoeken")
    here.keys("watrepas")
    here.touch("Waterpas")
    assert text in here.text
    assert "Nummer nemen" not in here.names


def test_life_events_lead_to_products(stand: Callable[..., Stand], sample_view: HallView) -> None:
    move = replace(sample_view.config.products[4], life_events=("verhuizen",))
    here = stand(changed(sample_view, products=(*sample_view.config.products[:4], move)))
    here.touch("Ik heb geen afspraak", "Andere onderwerpen", "Verhuizen en wonen", "Verhuizing doorgeven")
    assert here.heading == "Verhuizing doorgeven"
    here.touch("Terug", "Terug", "Terug", "Terug")
    assert here.heading == "Welkom in het stadhuis"


def test_searching_forgives_errors_and_says_when_it_finds_nothing(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak", "Zoeken")
    here.touch("r", "y", "b", "e", "w", "i", "j", "s")
    assert "Rijbewijs aanvragen" in here.names
    here.touch(*["Wissen"] * 8)
    here.touch("x", "x", "x", "x")
    assert "Wij vinden dit niet" in here.text


def test_more_than_fits_comes_on_a_next_sheet(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.kiosk.resize(1024, 560)
    QApplication.processEvents()
    here.kiosk.choose_aids(Aids(low=True))
    here.touch("Ik heb geen afspraak")
    seen = set(here.names)
    assert "Huwelijk" not in seen
    for _ in range(6):
        here.touch("Meer")
        seen |= set(here.names)
    assert {product.labels["nl"] for product in here.view.config.products[:10]} <= seen


def test_speaking_to_somebody_is_a_number_or_the_reception(stand: Callable[..., Stand], sample_view: HallView) -> None:
    here = stand()
    here.touch("Ik wil iemand spreken")
    assert here.heading == "Ga naar de receptie"
    here.kiosk.restart()
    person = Product("iemand-spreken", {"nl": "Ik wil iemand spreken"}, "pickup", 5)
    here.link.send(changed(sample_view, products=(*sample_view.config.products, person)))
    here.touch("Ik wil iemand spreken", "Nummer nemen")
    assert here.link.done[0].products == ("iemand-spreken",)


def test_a_wheelchair_travels_with_the_number(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak", "Paspoort aanvragen", "Ik gebruik een rolstoel", "Nummer nemen")
    assert here.link.done[0].needs == ("wheelchair",)


def test_low_mode_supposes_a_wheelchair_and_can_be_told_otherwise(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Lager", "Ik heb geen afspraak", "Paspoort aanvragen")
    assert here.tile("Ik gebruik een rolstoel").isChecked()
    here.touch("Ik gebruik een rolstoel", "Nummer nemen")
    assert here.link.done[0].needs == ()


# --- paper ----------------------------------------------------------------------------------------


def test_without_a_printer_the_number_is_to_be_written_down(stand: Callable[..., Stand]) -> None:
    here = stand(printer=None)
    here.kiosk.take_number("paspoort")
    here.given()
    assert "Schrijf dit nummer op of maak een foto" in here.text


@pytest.mark.parametrize("state", ["failed", "unknown"])
def test_a_printer_in_trouble_means_writing_it_down(
    stand: Callable[..., Stand], sample_view: HallView, state: str
) -> None:
    here = stand()
    here.kiosk.take_number("paspoort")
    here.given("A031")
    job = PrintJob("1", "bon", "ticket", "A031", "queued", False, sample_view.read_at)
    here.link.send(replace(sample_view, print_jobs=(job,)))
    assert "Uw bon wordt geprint" in here.text
    here.link.send(replace(sample_view, print_jobs=(replace(job, state=state),)))
    assert "Schrijf dit nummer op" in here.text


def test_paper_that_does_not_come_is_not_waited_for(stand: Callable[..., Stand], sample_view: HallView) -> None:
    here = stand()
    here.kiosk.take_number("paspoort")
    here.given("A031")
    job = PrintJob("1", "bon", "ticket", "A031", "queued", False, sample_view.read_at)
    here.link.send(replace(sample_view, print_jobs=(job,)))
    here.wait(7)
    assert "Uw bon wordt geprint" in here.text
    here.wait(3)
    assert "Schrijf dit nummer op" in here.text


def test_printed_paper_is_to_be_taken_and_the_page_goes_by_itself(
    stand: Callable[..., Stand], sample_view: HallView
) -> None:
    here = stand()
    here.kiosk.take_number("paspoort")
    here.given("A031")
    here.link.send(sample_view)
    assert "Neem uw bon mee" in here.text
    here.wait(22)
    assert here.heading == "Welkom in het stadhuis"


def test_a_number_without_paper_stays_until_somebody_was_asked(stand: Callable[..., Stand]) -> None:
    here = stand(printer=None)
    here.kiosk.take_number("paspoort")
    here.given("A031")
    here.wait(61)
    assert "Ja, ik ga verder" in here.names
    here.touch("Ja, ik ga verder")
    assert here.heading == "Uw nummer"


# --- closed, away, forgotten ----------------------------------------------------------------------


def test_before_the_first_picture_and_offline_it_asks_for_patience(
    stand: Callable[..., Stand], fake_link: Any, sample_view: HallView
) -> None:
    early = Kiosk(fake_link, StationOptions("x", "kiosk"), Listener())  # type: ignore[arg-type]
    assert early.page.heading == "Even geduld, alstublieft"
    fake_link.send(sample_view)
    assert early.page.heading == "Welkom in het stadhuis"
    early.close()
    here = stand()
    here.touch("Ik heb geen afspraak")
    fake_link.online.emit(False)
    assert here.heading == "Even geduld, alstublieft"
    fake_link.online.emit(True)
    assert here.heading == "Waarvoor komt u?", "it goes on where the visitor was"


def test_a_closed_hall_says_when_it_opens_and_opens_by_itself(
    stand: Callable[..., Stand], sample_view: HallView
) -> None:
    closed = changed(sample_view, opening=Opening({"mon": ((time(12), time(17)),)}))
    here = stand(replace(closed, appointments=()))
    assert here.heading == "U kunt nu geen nummer nemen"
    assert "Wij gaan vandaag open om 12.00 uur." in here.text
    assert "Ik heb geen afspraak" not in here.names
    here.link.time = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    here.kiosk.tick()
    QApplication.processEvents()
    assert "Ik heb geen afspraak" in here.names


def test_a_hall_where_the_host_gives_numbers_sends_to_the_reception(
    stand: Callable[..., Stand], sample_view: HallView
) -> None:
    here = stand(changed(sample_view, settings=replace(sample_view.config.settings, intake=HallIntake.HOST)))
    assert here.heading == "Meld u bij de receptie"
    here.keys("afs-1042")
    here.press(Qt.Key.Key_Return)
    assert not here.link.done


def test_it_asks_before_it_forgets_and_then_forgets_everything(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("العربية", "تباين")
    assert here.kiosk.layoutDirection() is Qt.LayoutDirection.RightToLeft
    here.wait(46)
    assert "نعم، سأتابع" in here.names
    here.touch("نعم، سأتابع")
    here.wait(40)
    assert here.kiosk.state.language == "ar", "the visitor said yes"
    here.wait(26)
    assert here.heading == "Welkom in het stadhuis"
    assert here.kiosk.state.aids == Aids()
    assert here.kiosk.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_touch_beside_the_question_is_a_yes_too(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak")
    here.wait(46)
    assert here.kiosk.buttons()[0].accessibleName() == "Nee, opnieuw beginnen"
    QTest.mouseClick(here.kiosk.childAt(QPoint(5, 5)), Qt.MouseButton.LeftButton)
    assert "Zoeken" in here.names


# --- languages, aids, keys, names -----------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "de", "fr", "ar", "tr", "pl", "uk"])
def test_who_picks_a_language_sees_no_dutch_again(stand: Callable[..., Stand], language: str) -> None:
    here = stand(printer=None)
    dutch = {"Terug", "Stoppen", "Zoeken", "Nummer nemen", "Klaar", "Waarvoor komt u?", "Uw nummer"}
    here.kiosk.choose_language(language)
    for step in ("choose", "events", "find", "code", "times", "reception", "trouble"):
        here.kiosk.go(step)
        assert here.kiosk.page.heading not in dutch
        assert not dutch & set(here.names), step
    here.kiosk.choose_product("paspoort")
    here.kiosk.take_number("paspoort")
    assert here.link.done[0].language == language
    here.given("A031", language=language, told_low=5, told_high=15)
    assert "Schrijf" not in here.text
    assert here.kiosk.page.heading not in dutch


def test_the_number_is_shown_in_the_language_of_the_appointment(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.kiosk.check_in("AFS-1042")
    here.given("A031", language="en")
    assert here.heading == "Your number"


@pytest.mark.parametrize("size", [(1024, 768), (1080, 1920), (1920, 1080)])
def test_in_low_mode_all_controls_are_in_the_lower_half_and_none_is_too_small(
    stand: Callable[..., Stand], size: tuple[int, int]
) -> None:
    here = stand()
    here.kiosk.resize(*size)
    here.kiosk.choose_aids(Aids(low=True))
    for step in ("start", "code", "times", "choose", "find", "reception", "refusal"):
        here.kiosk.go(step, note="unknown-code" if step == "refusal" else "")
        QApplication.processEvents()
        for button in here.kiosk.buttons():
            top = button.mapTo(here.kiosk, QPoint(0, 0)).y()
            assert top >= size[1] // 2 - 1, (step, button.accessibleName())
            assert top + button.height() <= size[1], (step, button.accessibleName())
            assert min(button.width(), button.height()) >= here.kiosk.dress.target - 1, (step, button.accessibleName())


@pytest.mark.parametrize("size", [(1024, 768), (768, 1024), (3840, 2160)])
@pytest.mark.parametrize("aids", [Aids(), Aids(large=True), Aids(large=True, contrast=True)])
def test_targets_are_large_and_never_overlap(stand: Callable[..., Stand], size: tuple[int, int], aids: Aids) -> None:
    here = stand()
    here.kiosk.resize(*size)
    here.kiosk.choose_aids(aids)
    for step in ("start", "code", "choose", "find"):
        here.kiosk.go(step)
        QApplication.processEvents()
        places = []
        for button in here.kiosk.buttons():
            assert min(button.width(), button.height()) >= here.kiosk.dress.target - 1, (step, button.accessibleName())
            place = button.rect().translated(button.mapTo(here.kiosk, QPoint(0, 0)))
            assert here.kiosk.rect().contains(place), (step, button.accessibleName())
            assert not any(place.adjusted(1, 1, -1, -1).intersects(other) for other in places), button.accessibleName()
            places.append(place)


def test_every_page_has_named_controls(
    stand: Callable[..., Stand], every_control_is_named: Callable[[QWidget], None]
) -> None:
    here = stand(pin="1234")
    for step in ("start", "code", "times", "choose", "events", "find", "reception", "refusal", "trouble", "service"):
        here.kiosk.go(step)
        every_control_is_named(here.kiosk)
    here.kiosk.go("product", product="paspoort")
    every_control_is_named(here.kiosk)


def test_a_keypad_alone_is_enough(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.kiosk.activateWindow()
    for name, way in (("Ik heb een afspraak", Qt.Key.Key_Right), ("Ik heb geen afspraak", Qt.Key.Key_Return)):
        assert QApplication.focusWidget().accessibleName() == name
        here.press(way)
    QTest.qWait(150)
    assert here.heading == "Waarvoor komt u?"
    for way in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        here.press(way)
    assert QApplication.focusWidget().accessibleName() == "Paspoort aanvragen"
    assert here.kiosk.property("by_keys") is True
    here.press(Qt.Key.Key_Space)
    QTest.qWait(150)
    assert here.heading == "Paspoort aanvragen"


def test_a_keypad_types_on_the_keys_of_the_screen_and_a_keyboard_sends_off_with_enter(
    stand: Callable[..., Stand],
) -> None:
    here = stand()
    here.touch("Ik heb een afspraak")
    for way in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        here.press(way)
        QTest.qWait(120)
    assert here.kiosk.state.typed == "123"
    for letter in "ab c":
        here.keys(letter)
        here.seconds.now += 0.3
    here.press(Qt.Key.Key_Backspace)
    here.press(Qt.Key.Key_Return)
    assert here.link.done[0].code == "123AB"


def test_enter_after_searching_goes_to_what_was_found(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak", "Zoeken")
    here.keys("wmo")
    here.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "Hulp thuis (Wmo)"
    here.press(Qt.Key.Key_Return)
    QTest.qWait(120)
    assert here.heading == "Hulp thuis (Wmo)"


def test_every_page_is_read_aloud_when_asked(stand: Callable[..., Stand]) -> None:
    here = stand()
    assert not here.voice.heard
    here.touch("Türkçe", "Sesli oku", "Randevum yok")
    heard, language = here.voice.heard[-1]
    assert language == "tr"
    assert heard[0] == "Hangi işlem için geldiniz?"
    here.kiosk.take_number("paspoort")
    here.given("A031", language="tr")
    assert "A, sıfır, üç, bir" in here.voice.heard[-1][0]
    here.touch("Tamam")
    assert here.voice.hushed


def test_who_walks_along_the_controls_hears_them(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Voorlezen", "Ik heb geen afspraak")
    here.press(Qt.Key.Key_Tab)
    assert here.voice.heard[-1] == ([QApplication.focusWidget().accessibleName()], "nl")
    here.press(Qt.Key.Key_Down)
    assert here.voice.heard[-1] == ([QApplication.focusWidget().accessibleName()], "nl")
    assert here.voice.heard[-1] != here.voice.heard[-2]


def test_tab_stays_with_the_question_whether_somebody_is_there(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak")
    here.wait(46)
    names = []
    for _ in range(3):
        here.kiosk.focusNextPrevChild(True)
        names.append(QApplication.focusWidget().accessibleName())
    assert names == ["Nee, opnieuw beginnen", "Ja, ik ga verder", "Nee, opnieuw beginnen"]


# --- leaving the kiosk ----------------------------------------------------------------------------


def spontaneous_close(kiosk: Kiosk) -> bool:
    """What the window manager sends for Alt+F4; answers whether the kiosk lets go."""
    event = QCloseEvent()
    event.spontaneous = lambda: True  # type: ignore[method-assign]
    kiosk.closeEvent(event)
    return event.isAccepted()


def test_a_full_screen_kiosk_is_closed_by_the_service_code_only(stand: Callable[..., Stand]) -> None:
    here = stand(fullscreen=True, pin="4711")
    assert not spontaneous_close(here.kiosk)
    here.touch("1", "1", "1", "1", "Afsluiten")
    assert here.kiosk.isVisible()
    here.keys("4711")
    here.press(Qt.Key.Key_Return)
    assert not here.kiosk.isVisible()


def test_three_wrong_codes_lead_back_to_the_start(stand: Callable[..., Stand]) -> None:
    here = stand(fullscreen=True, pin="4711")
    here.press(Qt.Key.Key_Escape)
    for _ in range(3):
        here.touch("1", "Afsluiten")
    assert here.heading == "Welkom in het stadhuis"


def test_a_full_screen_kiosk_without_a_code_cannot_be_closed_by_a_visitor(stand: Callable[..., Stand]) -> None:
    here = stand(fullscreen=True)
    here.press(Qt.Key.Key_Escape)
    assert here.heading == "Welkom in het stadhuis"
    assert not spontaneous_close(here.kiosk)
    assert here.kiosk.isVisible()


def test_a_kiosk_in_a_window_closes_like_any_window(stand: Callable[..., Stand]) -> None:
    here = stand()
    assert spontaneous_close(here.kiosk)


def test_a_new_theme_is_put_on_at_once(stand: Callable[..., Stand]) -> None:
    here = stand()
    before = here.kiosk.page
    QApplication.sendEvent(here.kiosk, QEvent(QEvent.Type.PaletteChange))
    QApplication.processEvents()
    assert here.kiosk.page is not before

"""The kiosk as a visitor meets it: touched, typed, scanned, left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from balie_app.queue.commands import CheckIn, Issue
from balie_app.queue.rules.hall import HallIntake, Intake, Opening, Product, Unserved
from balie_app.queue.rules.opening import WEEKDAYS
from balie_app.queue.rules.refused import Refused
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView, PrintJob
from balie_app.ui.kiosk.state import Aids
from balie_app.ui.kiosk.window import Kiosk
from balie_app.ui.station import StationOptions


def changed(view: HallView, **config: Any) -> HallView:
    return replace(view, config=replace(view.config, **config))


# --- with an appointment --------------------------------------------------------------------------


def test_a_code_is_typed_on_big_keys_and_gives_a_number(stand: Callable[..., Any]) -> None:
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


def test_a_scanner_checks_in_from_the_first_page(stand: Callable[..., Any]) -> None:
    here = stand()
    here.keys("afs-1042")
    here.press(Qt.Key.Key_Return)
    assert [type(each) for each in here.link.done] == [CheckIn]
    assert here.link.done[0].code == "AFS-1042"


def test_the_next_visitor_may_scan_while_a_number_is_shown_but_a_double_read_does_nothing(
    stand: Callable[..., Any],
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


def test_who_lost_the_code_points_at_the_time_and_confirms(stand: Callable[..., Any]) -> None:
    here = stand()
    here.touch("Ik heb een afspraak", "Ik weet mijn code niet")
    assert not any("P. K." in name for name in here.names), "a kiosk shows no names"
    here.touch("11.00 uur")
    assert not here.link.done
    here.touch("Ja, aanmelden")
    assert here.link.done[0].code == "AFS-1100"


def test_a_time_with_two_appointments_asks_for_the_code(stand: Callable[..., Any], sample_view: HallView) -> None:
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
    stand: Callable[..., Any], error: Refused, heading: str, text: str
) -> None:
    here = stand()
    here.kiosk.check_in("AFS-1")
    here.link.refuse(error)
    assert here.heading == heading
    assert text in here.text
    here.touch("Naar het begin")
    assert here.heading == "Welkom in het stadhuis"


def test_refusals_are_told_in_the_visitors_language(stand: Callable[..., Any]) -> None:
    here = stand()
    here.touch("Français")
    here.kiosk.check_in("AFS-1")
    assert here.link.done[0].language == "fr"
    here.link.refuse(Refused("wrong-day", day="2026-11-25"))
    assert here.heading == "Votre rendez-vous n'est pas aujourd'hui"
    assert "mercredi 25 novembre" in here.text


# --- without ---------------------------------------------------------------------------------------


def test_three_pages_to_a_number(stand: Callable[..., Any]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak", "Paspoort aanvragen")
    assert "Oud paspoort of ID-kaart" in here.text
    assert "ongeveer 10 minuten" in here.text
    assert "5 tot 15 minuten" in here.text, "the wait is told before the number"
    here.touch("Nummer nemen")
    (command,) = here.link.done
    assert command == Issue(products=("paspoort",), via="kiosk", printer="bon", language="nl", key=command.key)
    assert command.key


def test_a_double_touch_asks_once_and_a_new_try_asks_the_same(stand: Callable[..., Any]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak", "Paspoort aanvragen", "Nummer nemen", "Nummer nemen")
    assert len(here.link.done) == 1
    here.link.answers[-1][1](Trouble("database-away", where="x"))
    assert here.heading == "Dit lukte nog niet"
    here.touch("Opnieuw proberen")
    assert here.link.done[0] == here.link.done[1], "with the same key, so that it cannot happen twice"


def test_two_visitors_have_two_keys(stand: Callable[..., Any]) -> None:
    here = stand()
    for label in ("A031", "A032"):
        here.touch("Ik heb geen afspraak", "Paspoort aanvragen", "Nummer nemen")
        here.given(label)
        here.touch("Klaar")
    one, other = here.link.done
    assert one.key != other.key


def test_what_nobody_can_do_now_says_so_and_updates_by_itself(stand: Callable[..., Any], sample_view: HallView) -> None:
    here = stand(replace(sample_view, type_waits={}, counters=()))
    here.touch("Ik heb geen afspraak")
    assert here.tile("Paspoort aanvragen").sub == "Nu niet"
    here.touch("Paspoort aanvragen")
    assert "Nu kan niemand u hiermee helpen." in here.text
    button = here.tile("Toch een nummer nemen")
    here.link.send(sample_view)
    assert "5 tot 15 minuten" in here.text
    assert button.isVisible(), "a finger on its way to the button still meets it"
    assert button is here.tile("Nummer nemen")


def test_what_nobody_can_do_gives_no_number_when_the_hall_chose_so(
    stand: Callable[..., Any], sample_view: HallView
) -> None:
    refuses = changed(sample_view, settings=replace(sample_view.config.settings, unserved=Unserved.REFUSE))
    here = stand(replace(refuses, type_waits={}, counters=()))
    here.touch("Ik heb geen afspraak", "Paspoort aanvragen")
    assert "Hiervoor kunt u nu geen nummer nemen" in here.text
    assert "Toch een nummer nemen" not in here.names


def test_a_product_that_is_not_there_at_this_hour_says_when_it_is(
    stand: Callable[..., Any], sample_view: HallView
) -> None:
    own = Opening({"sun": ((time(9), time(12)),), "sat": ((time(9), time(12)),)})
    first, *rest = sample_view.config.products
    here = stand(changed(sample_view, products=(replace(first, opening=own), *rest)))
    here.touch("Ik heb geen afspraak", "Paspoort aanvragen")
    assert "Hiervoor kunt u nu geen nummer nemen" in here.text
    assert "U kunt hiervoor weer terecht: zaterdag" in here.text
    assert "vanaf 09.00 uur" in here.text
    assert "Nummer nemen" not in here.names


def test_who_would_not_be_called_before_closing_time_is_told_so(
    stand: Callable[..., Any], sample_view: HallView
) -> None:
    local = sample_view.read_at.astimezone(ZoneInfo(sample_view.config.timezone))
    soon = Opening(dict.fromkeys(WEEKDAYS, ((time(0), (local + timedelta(minutes=3)).time()),)))
    here = stand(changed(sample_view, opening=soon))
    here.touch("Ik heb geen afspraak", "Paspoort aanvragen")
    assert "Hiervoor komt u vandaag niet meer aan de beurt" in here.text
    assert "Nummer nemen" not in here.names


@pytest.mark.parametrize(
    ("intake", "text"),
    [(Intake.APPOINTMENT, "Hiervoor hebt u een afspraak nodig"), (Intake.NONE, "Ga naar het waterschap")],
)
def test_what_cannot_be_had_here_tells_where_to_go(
    stand: Callable[..., Any], sample_view: HallView, intake: Intake, text: str
) -> None:
    water = Product("water", {"nl": "Waterpas"}, "counter", 5, intake=intake, refer_to={"nl": "Ga naar het waterschap"})
    here = stand(changed(sample_view, products=(*sample_view.config.products, water)))
    here.touch("Ik heb geen afspraak", "Zoeken")
    here.keys("watrepas")
    here.touch("Waterpas")
    assert text in here.text
    assert "Nummer nemen" not in here.names


def test_life_events_lead_to_products(stand: Callable[..., Any], sample_view: HallView) -> None:
    move = replace(sample_view.config.products[4], life_events=("verhuizen",))
    here = stand(changed(sample_view, products=(*sample_view.config.products[:4], move)))
    here.touch("Ik heb geen afspraak", "Andere onderwerpen", "Verhuizen en wonen", "Verhuizing doorgeven")
    assert here.heading == "Verhuizing doorgeven"
    here.touch("Terug", "Terug", "Terug", "Terug")
    assert here.heading == "Welkom in het stadhuis"


def test_searching_forgives_errors_and_says_when_it_finds_nothing(stand: Callable[..., Any]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak", "Zoeken")
    here.touch("r", "y", "b", "e", "w", "i", "j", "s")
    assert "Rijbewijs aanvragen" in here.names
    here.touch(*["Wissen"] * 8)
    here.touch("x", "x", "x", "x")
    assert "Wij vinden dit niet" in here.text


def test_more_than_fits_comes_on_a_next_sheet(stand: Callable[..., Any]) -> None:
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


def test_speaking_to_somebody_is_a_number_or_the_reception(stand: Callable[..., Any], sample_view: HallView) -> None:
    here = stand()
    here.touch("Ik wil iemand spreken")
    assert here.heading == "Ga naar de receptie"
    here.kiosk.restart()
    person = Product("iemand-spreken", {"nl": "Ik wil iemand spreken"}, "pickup", 5)
    here.link.send(changed(sample_view, products=(*sample_view.config.products, person)))
    here.touch("Ik wil iemand spreken", "Nummer nemen")
    assert here.link.done[0].products == ("iemand-spreken",)


def test_a_wheelchair_travels_with_the_number(stand: Callable[..., Any]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak", "Paspoort aanvragen", "Ik gebruik een rolstoel", "Nummer nemen")
    assert here.link.done[0].needs == ("wheelchair",)


def test_low_mode_supposes_a_wheelchair_and_can_be_told_otherwise(stand: Callable[..., Any]) -> None:
    here = stand()
    here.touch("Lager", "Ik heb geen afspraak", "Paspoort aanvragen")
    assert here.tile("Ik gebruik een rolstoel").isChecked()
    here.touch("Ik gebruik een rolstoel", "Nummer nemen")
    assert here.link.done[0].needs == ()


# --- paper ----------------------------------------------------------------------------------------


def test_without_a_printer_the_number_is_to_be_written_down(stand: Callable[..., Any]) -> None:
    here = stand(printer=None)
    here.kiosk.take_number("paspoort")
    here.given()
    assert "Schrijf dit nummer op of maak een foto" in here.text


@pytest.mark.parametrize("state", ["failed", "unknown"])
def test_a_printer_in_trouble_means_writing_it_down(
    stand: Callable[..., Any], sample_view: HallView, state: str
) -> None:
    here = stand()
    here.kiosk.take_number("paspoort")
    here.given("A031")
    job = PrintJob("1", "bon", "ticket", "A031", "queued", False, sample_view.read_at)
    here.link.send(replace(sample_view, print_jobs=(job,)))
    assert "Uw bon wordt geprint" in here.text
    here.link.send(replace(sample_view, print_jobs=(replace(job, state=state),)))
    assert "Schrijf dit nummer op" in here.text


def test_paper_that_does_not_come_is_not_waited_for(stand: Callable[..., Any], sample_view: HallView) -> None:
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
    stand: Callable[..., Any], sample_view: HallView
) -> None:
    here = stand()
    here.kiosk.take_number("paspoort")
    here.given("A031")
    here.link.send(sample_view)
    assert "Neem uw bon mee" in here.text
    here.wait(22)
    assert here.heading == "Welkom in het stadhuis"


def test_a_number_without_paper_stays_until_somebody_was_asked(stand: Callable[..., Any]) -> None:
    here = stand(printer=None)
    here.kiosk.take_number("paspoort")
    here.given("A031")
    here.wait(61)
    assert "Ja, ik ga verder" in here.names
    here.touch("Ja, ik ga verder")
    assert here.heading == "Uw nummer"


# --- closed, away, forgotten ----------------------------------------------------------------------


def test_before_the_first_picture_and_offline_it_asks_for_patience(
    stand: Callable[..., Any], fake_link: Any, listener: Any, sample_view: HallView
) -> None:
    early = Kiosk(fake_link, StationOptions("x", "kiosk"), listener)
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


def test_a_closed_hall_says_when_it_opens_and_opens_by_itself(stand: Callable[..., Any], sample_view: HallView) -> None:
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
    stand: Callable[..., Any], sample_view: HallView
) -> None:
    here = stand(changed(sample_view, settings=replace(sample_view.config.settings, intake=HallIntake.HOST)))
    assert here.heading == "Meld u bij de receptie"
    here.keys("afs-1042")
    here.press(Qt.Key.Key_Return)
    assert not here.link.done


def test_it_asks_before_it_forgets_and_then_forgets_everything(stand: Callable[..., Any]) -> None:
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


def test_a_touch_beside_the_question_is_a_yes_too(stand: Callable[..., Any]) -> None:
    here = stand()
    here.touch("Ik heb geen afspraak")
    here.wait(46)
    assert here.kiosk.buttons()[0].accessibleName() == "Nee, opnieuw beginnen"
    QTest.mouseClick(here.kiosk.childAt(QPoint(5, 5)), Qt.MouseButton.LeftButton)
    assert "Zoeken" in here.names

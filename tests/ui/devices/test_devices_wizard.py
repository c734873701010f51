"""The window of devices: a cable becomes a line in station.toml, tried by a person."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from balie_app.devices.config import read_station
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import Found, opener
from balie_app.devices.simulate import SimulatedDispenser, SimulatedDisplay, SimulatedPrinter, SimulatedScanner
from balie_app.queue.store.devices import Holder


def test_an_empty_computer_is_calm_and_needs_no_hall(bench: Any, every_control_is_named: Any) -> None:
    texts = [each.text() for each in bench.window.list.findChildren(type(bench.window.list.hall))]
    assert "Er hangt nog niets aan deze computer." in texts
    assert "De hal is nu niet bereikbaar." in texts
    assert bench.window.list.add_button.isEnabled()
    every_control_is_named(bench.window)


def test_a_cable_that_is_plugged_in_appears_as_new_and_is_chosen(bench: Any) -> None:
    bench.plug(SimulatedDisplay("ditel-dn109", bench.folder / "een"))
    bench.window.add()
    page = bench.window.wizard.port
    bench.until(lambda: page.list.count() == 1)
    assert "nieuw" not in page.list.item(0).text()
    second = bench.plug(SimulatedPrinter(bench.folder / "twee"), "EPSON TM-T20")
    bench.window.watch.look()
    bench.until(lambda: page.list.count() == 2)
    assert page.list.item(1).text().startswith("EPSON TM-T20 · nieuw")
    assert page.port == second
    bench.ports.pop()
    bench.window.watch.look()
    bench.until(lambda: page.list.count() == 1)


def test_without_ports_one_can_be_typed_and_its_form_is_checked(bench: Any) -> None:
    bench.window.add()
    page = bench.window.wizard.port
    bench.until(lambda: bench.window.watch.known)
    assert page.none.text() == "Er is nog geen poort gevonden. Steek de kabel in deze computer."
    assert not bench.window.wizard.forward.isEnabled()
    QTest.keyClicks(page.field, "socket://10.0.0.7")
    assert page.wrong.text() == "Zo kan het wel: socket://naam:nummer"
    assert not bench.window.wizard.forward.isEnabled()
    QTest.keyClicks(page.field, ":4001")
    assert page.wrong.text() == ""
    assert page.port == "socket://10.0.0.7:4001"
    assert bench.window.wizard.forward.isEnabled()


def test_a_display_shows_itself_and_a_person_says_that_it_works(bench: Any, every_control_is_named: Any) -> None:
    display = SimulatedDisplay("modbus-number", bench.folder / "poort")
    bench.begin(bench.plug(display), "display", "modbus-number")
    wizard = bench.window.wizard
    assert bench.window.focusWidget() is wizard.displays.rows[0].counter
    wizard.displays.more.click()
    bench.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    QApplication.processEvents()
    assert bench.window.isActiveWindow(), "no part was ever a window of its own"
    wizard.displays.rows[1].address.setValue(7)
    every_control_is_named(bench.window)
    bench.on()
    wizard.naming.field.setText("displays noord")
    bench.on()
    bench.ready()
    assert wizard.forward.text() == "Opslaan zonder proef"
    wizard.trying.show_button.click()
    bench.until(lambda: display.shown.keys() == {1, 7})
    every_control_is_named(bench.window)
    wizard.trying.wire_button.click()
    bench.until(lambda: wizard.trying.wire.text().startswith("→  0"))
    wizard.trying.yes.click()
    assert wizard.forward.text() == "Opslaan"
    bench.on()
    (line,) = read_station(bench.file).lines
    assert (line.name, line.counters, line.port) == ("displays noord", {1: 1, 2: 7}, display.port)
    assert bench.window.currentWidget() is bench.window.list
    assert "‘displays noord’ is opgeslagen." in bench.window.list.said.text()


def test_who_says_no_is_told_what_to_look_at_and_may_go_back(bench: Any) -> None:
    display = SimulatedDisplay("ditel-dn109", bench.folder / "poort")
    bench.begin(bench.plug(display), "display", "ditel-dn109")
    bench.on()
    bench.on()
    bench.ready()
    page = bench.window.wizard.trying
    page.show_button.click()
    bench.until(lambda: display.shown)
    page.no.click()
    assert "Kijk of het display aan staat" in page.verdict.text()
    assert bench.window.wizard.forward.text() == "Opslaan zonder proef"
    for _ in range(3):
        bench.window.wizard.back.click()
    assert bench.window.wizard.page is bench.window.wizard.model
    bench.until(lambda: not bench.window.tester.health.ready or bench.window.tester._line is None)
    assert not bench.file.exists()


def test_a_cable_that_comes_loose_during_the_trial_is_told_and_the_trial_goes_on(bench: Any) -> None:
    display = SimulatedDisplay("ditel-dn109", bench.folder / "poort")
    bench.begin(bench.plug(display), "display", "ditel-dn109")
    bench.on()
    bench.on()
    bench.ready()
    display.unplug()
    page = bench.window.wizard.trying
    bench.until(lambda: page.told.text() == "De verbinding is weg. Steek de kabel weer in.")
    assert page.state.text() == "De lijn is niet open."
    assert not page.show_button.isEnabled()
    display.plug()
    bench.ready()
    page.show_button.click()
    bench.until(lambda: display.shown)


def test_the_buttons_of_a_dispenser_find_their_row_and_give_products_by_name(
    bench: Any, sample_view: Any, every_control_is_named: Any
) -> None:
    bench.link.send(sample_view)
    deur = SimulatedDispenser("button-letters", bench.folder / "poort")
    bench.begin(bench.plug(deur), "dispenser", "button-letters")
    page = bench.window.wizard.buttons
    bench.ready()
    every_control_is_named(bench.window)
    assert not bench.window.wizard.forward.isEnabled()
    deur.press("C")
    bench.until(lambda: page.buttons.chosen == "C")
    page.search.setText("reisdocument")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.buttons.currentItem().text() == "Knop C\nPaspoort aanvragen"
    page.buttons.choose("A")
    page.wishes.choose("Soort contact: aan de balie")
    QTest.keyClick(page.wishes, Qt.Key.Key_Return)
    page.buttons.choose("B")
    page.wishes.choose("Verhuizing doorgeven")
    QTest.mouseClick(
        page.wishes.viewport(), Qt.MouseButton.LeftButton, pos=page.wishes.visualItemRect(page.wishes.item(0)).center()
    )
    bench.on()
    bench.on()
    bench.ready()
    deur.press("A")
    trying = bench.window.wizard.trying
    bench.until(lambda: trying.confirmed)
    assert trying.heard.text() == "Knop A: aan de balie"
    bench.until(lambda: deur.answers)
    assert set(deur.answers) == {"refuse"}, "no number leaves a trial"
    bench.on()
    assert bench.lines()[0]["map"] == {"A": {"contact_type": "counter"}, "C": {"products": ["paspoort"]}}


def test_a_dispenser_may_have_a_roll_or_another_printer(two: Any, sample_view: Any) -> None:
    two.link.send(sample_view)
    port = two.plug(SimulatedDispenser("button-bytes", two.folder / "poort"))
    two.begin(port, "dispenser", "button-bytes")
    page = two.window.wizard.buttons
    assert [page.paper.box.itemText(at) for at in range(page.paper.box.count())] == [
        "de nummerautomaat zelf", "printer ‘bon’", "een rol waar de nummers al op staan",
    ]  # fmt: skip
    page._take("Paspoort aanvragen")
    page.paper.box.setCurrentIndex(2)
    for _ in range(3):
        two.on()
    assert (two.lines()[-1]["roll"], "printer" in two.lines()[-1]) == (True, False)


def test_a_dispenser_needs_the_hall_to_know_what_there_is_to_choose(bench: Any) -> None:
    bench.begin(bench.plug(SimulatedDispenser("button-bytes", bench.folder / "poort")), "dispenser", "button-bytes")
    page = bench.window.wizard.buttons
    assert page.wishes.item(0).text() == "De hal is nu niet bereikbaar."
    page.wishes.setCurrentRow(0)
    assert page.wishes.chosen == ""
    assert not bench.window.wizard.forward.isEnabled()


def test_a_printer_prints_and_its_paper_is_minded(bench: Any) -> None:
    printer = SimulatedPrinter(bench.folder / "poort")
    bench.begin(bench.plug(printer), "printer", "epson")
    bench.window.wizard.naming.field.setText("bon")
    bench.on()
    bench.ready()
    page = bench.window.wizard.trying
    page.show_button.click()
    bench.until(lambda: printer.papers)
    assert "Balie: proef van de printer" in printer.papers[0].text
    bench.ready()
    page.show_button.click()
    bench.until(lambda: len(printer.papers) == 2)
    printer.fault("paper_out")
    bench.until(lambda: page.told.text() == "Het papier is op. Leg een nieuwe rol in de printer.")
    assert not page.show_button.isEnabled()


def test_a_scan_is_answered_and_what_may_be_private_is_not_shown(bench: Any) -> None:
    scanner = SimulatedScanner("scanner-datalogic", bench.folder / "poort")
    bench.begin(bench.plug(scanner), "scanner", "scanner-datalogic")
    bench.on()
    bench.on()
    bench.ready()
    page = bench.window.wizard.trying
    scanner.scan("K7M2XJ")
    bench.until(lambda: "K7M2XJ" in page.heard.text())
    bench.until(lambda: scanner.answers == ["accept"])
    scanner.scan("111222333")
    bench.until(lambda: "9 tekens" in page.heard.text())
    assert "111222333" not in page.heard.text()
    page.wire_button.click()
    bench.until(lambda: "←  5d 51 31" in page.wire.text())
    assert "K7M2XJ" not in page.wire.text(), "what is scanned is masked on the line"
    bench.until(lambda: "→  42" in page.wire.text())


def test_a_port_that_the_devices_service_has_is_told_with_its_station(bench: Any) -> None:
    port = bench.plug(SimulatedDisplay("ditel-dn109", bench.folder / "poort"))
    taken = opener(port, LineSettings())()
    bench.begin(port, "display", "ditel-dn109")
    bench.on()
    bench.on()
    page = bench.window.wizard.trying
    bench.until(lambda: page.told.text() == "Een ander programma gebruikt deze poort. Sluit dat programma.")
    bench.link.answer(Holder("noord", "pc-1"))
    assert page.told.text().startswith("Station ‘noord’ op pc-1 gebruikt deze lijn nu.")
    taken.close()
    bench.ready()
    assert page.told.isHidden()


def test_a_port_that_hangs_holds_up_nothing(bench: Any) -> None:
    """The far end never lets the port open: the window goes on, and closes."""
    entered, let_go = threading.Event(), threading.Event()

    def hang(_line: Any) -> Callable[[], Any]:
        def open_it() -> Any:
            entered.set()
            assert threading.current_thread() is not threading.main_thread()
            let_go.wait(60)
            raise OSError

        return open_it

    bench.open_line = hang
    bench.begin(bench.plug(SimulatedDisplay("ditel-dn109", bench.folder / "poort")), "display", "ditel-dn109")
    bench.window.tester._patience.setInterval(1)
    bench.on()
    bench.on()
    assert entered.wait(60)
    page = bench.window.wizard.trying
    bench.until(lambda: page.told.text() == "Het apparaat neemt niets meer aan. Zet het uit en weer aan.")
    bench.window.wizard.cancel.click()
    assert bench.window.currentWidget() is bench.window.list
    bench.window.close()
    assert not bench.window.isVisible()
    let_go.set()


def test_looking_for_ports_that_hangs_is_asked_once_and_off_the_window(bench: Any) -> None:
    asked: list[str] = []
    let_go = threading.Event()

    def slow() -> tuple[Found, ...]:
        asked.append(threading.current_thread().name)
        let_go.wait(60)
        return ()

    bench.window.watch._ask = slow
    bench.window.add()
    bench.window.watch.look()
    bench.window.watch.look()
    bench.until(lambda: asked)
    assert asked == ["balie-errand"]
    assert bench.window.wizard.port.none.text() == "Balie kijkt welke poorten er zijn…"
    let_go.set()
    bench.until(lambda: bench.window.watch.known)


def test_a_file_that_cannot_be_written_is_told_and_nothing_changed(two: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = two.file.read_text(encoding="utf-8")
    two.window.list.asked.emit("edit", "bon")
    two.on()
    monkeypatch.setattr(Path, "write_text", full)
    two.on()
    assert two.window.wizard.trying.verdict.text() == "Kan niet opslaan: No space left on device."
    monkeypatch.undo()
    assert two.file.read_text(encoding="utf-8") == before


def test_a_port_that_has_a_device_already_cannot_be_chosen_again(two: Any) -> None:
    two.ports += [Found("/dev/ttyS8", words="Seriële poort"), Found("/dev/ttyS7", words="Seriële poort")]
    two.window.add()
    page = two.window.wizard.port
    two.until(lambda: page.list.count() == 2)
    assert "hier zit ‘bon’ al op" in page.list.item(0).text()
    assert page.port == "/dev/ttyS7"
    QTest.keyClicks(page.field, "/dev/ttyS9")
    assert page.wrong.text() == "Hier zit ‘deur’ al op."
    assert not two.window.wizard.forward.isEnabled()


def test_the_keyboard_alone_walks_through_and_out(bench: Any) -> None:
    bench.ports.append(Found("/dev/ttyS7"))
    bench.window.activateWindow()
    bench.until(bench.window.isActiveWindow)
    bench.window.list.add_button.setFocus()
    QTest.keyClick(bench.window.focusWidget(), Qt.Key.Key_Space)
    wizard = bench.window.wizard
    bench.until(lambda: wizard.port.list.count() == 1)
    QTest.keyClick(bench.window.focusWidget(), Qt.Key.Key_Return)
    assert wizard.page is wizard.kind
    QTest.keyClick(bench.window.focusWidget(), Qt.Key.Key_Return)
    assert wizard.page is wizard.model
    QTest.keyClick(bench.window.focusWidget(), Qt.Key.Key_Return)
    assert wizard.page is wizard.displays
    QTest.keyClick(bench.window.focusWidget(), Qt.Key.Key_Return)
    assert wizard.page is wizard.naming
    QTest.keyClick(bench.window.focusWidget(), Qt.Key.Key_Escape)
    assert bench.window.currentWidget() is bench.window.list


def test_another_kind_than_the_likeliest_has_a_reason_of_its_own(bench: Any) -> None:
    bench.ports.append(Found("/dev/ttyUSB7", 0x0403, 0x6001))
    wizard = bench.window.wizard
    bench.window.add()
    bench.until(lambda: wizard.port.list.chosen == "/dev/ttyUSB7")
    bench.on()
    assert wizard.kind.why.text().startswith("Waarschijnlijk: display of lamp, want ")
    wizard.kind.cards["printer"].click()
    bench.on()
    wizard.go_back()
    assert wizard.kind.why.text() == "Misschien: bonprinter, want aan zo'n poort zit ook wel eens een bonprinter."


def test_an_english_wizard_asks_and_explains_in_english(english: None, two: Any, sample_view: Any) -> None:
    two.link.send(sample_view)
    port = two.plug(SimulatedDispenser("button-bytes", two.folder / "poort"))
    two.ports[-1] = replace(two.ports[-1], vid=0x1A86)
    wizard = two.window.wizard
    two.begin(port, "dispenser", "button-bytes")
    assert wizard.kind.why.text().endswith("because this CH340 is often on a USB relay.")
    wizard.buttons._take("Apply for a passport")
    two.on()
    two.on()
    two.ready()
    assert wizard.trying.question.text() == "Now press a button of the dispenser."
    two.far[-1].stop()
    two.until(lambda: wizard.trying.told.text() == "The connection is gone. Plug the cable in again.")

"""The list says how each device is, since when and what to do; the monitor what goes over its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from balie_app.devices.cli_monitor import monitor_file
from balie_app.devices.monitor import KEPT, Monitor
from balie_app.queue.views import DeviceState

# -- the list -------------------------------------------------------------------------------------


def state(name: str, kind: str, word: str, cause: str, view: Any, station: str = "noord") -> DeviceState:
    return DeviceState(name, kind, station, word, cause, "", view.read_at - timedelta(minutes=12))


def test_the_list_says_how_each_device_is_since_when_and_what_to_do(
    two: Any, sample_view: Any, every_control_is_named: Any
) -> None:
    bon, deur = two.window.list.cards.values()
    assert bon.accessibleName() == "bon, uit."
    view = replace(
        sample_view,
        devices=(
            state("bon", "printer", "hulp nodig", "paper_out", sample_view),
            state("deur", "dispenser", "gereed", "", sample_view, station="zuid"),
        ),
    )
    two.link.send(view)
    bon, deur = two.window.list.cards.values()
    assert bon.accessibleName() == "bon, hulp nodig sinds 10:30. Het papier is op. Leg een nieuwe rol in de printer."
    assert deur.accessibleName() == "deur, uit."
    assert two.window.list.service.text().startswith("Balie gebruikt deze apparaten.")
    assert two.window.list.start_button.isHidden()
    every_control_is_named(two.window)


def test_an_english_list_says_in_english_how_each_device_is(english: None, two: Any, sample_view: Any) -> None:
    two.link.send(replace(sample_view, devices=(state("bon", "printer", "hulp nodig", "paper_out", sample_view),)))
    bon, deur = two.window.list.cards.values()
    assert bon.accessibleName() == "bon, needs help since 10:30. The paper is out. Put a new roll in the printer."
    assert deur.accessibleName() == "deur, off."


def test_the_devices_are_started_from_the_list_and_a_complaint_is_shown(two: Any, sample_view: Any) -> None:
    two.link.send(sample_view)
    two.window.list.start_button.click()
    assert two.launcher.started == [["devices", "--hall", "hal.db", "--station", str(two.file)]]
    assert two.window.list.said.text() == "De apparaten starten…"
    two.launcher.said = "Er is geen hal."
    two.window.look()
    assert two.window.list.trouble.text() == "Er is geen hal."
    two.link.send(replace(sample_view, devices=(state("bon", "printer", "gereed", "", sample_view),)))
    assert two.window.list.trouble.isHidden()
    assert two.window.list.said.isHidden()


def test_a_device_is_changed_in_its_place_and_what_the_window_does_not_know_stays(two: Any, sample_view: Any) -> None:
    two.link.send(sample_view)
    two.window.list.asked.emit("edit", "deur")
    wizard = two.window.wizard
    assert wizard.page is wizard.buttons
    assert wizard.buttons.paper.printer == "bon"
    wizard.buttons.buttons.choose("2")
    wizard.buttons._take("Paspoort aanvragen")
    two.on()
    assert wizard.naming.name == "deur"
    wizard.naming.field.setText("bon")
    assert not wizard.forward.isEnabled()
    wizard.naming.field.setText("voordeur")
    two.on()
    two.on()
    bon, deur = two.lines()
    assert (bon["name"], deur["name"], deur["printer"]) == ("bon", "voordeur", "bon")
    assert deur["line"] == {"discard_ms": 100}
    assert deur["map"] == {"1": {"contact_type": "counter"}, "2": {"products": ["paspoort"]}}


def test_a_device_is_taken_out_after_a_question_and_not_when_another_needs_it(two: Any) -> None:
    bon, deur = two.window.list.cards.values()
    bon._pressed("drop")
    bon.no.click()
    assert len(two.lines()) == 2
    bon._pressed("drop")
    bon.yes.click()
    assert "'bon' is er niet" in two.window.list.trouble.text()
    assert len(two.lines()) == 2
    deur._pressed("drop")
    deur.yes.click()
    assert [line["name"] for line in two.lines()] == ["bon"]
    assert two.window.list.said.text() == "‘deur’ is verwijderd."


def test_all_mistakes_of_the_file_are_shown_and_the_file_is_kept(two: Any) -> None:
    right = two.file.read_text(encoding="utf-8")
    wrong = right.replace("button-bytes", "button-byte").replace('kind = "printer"', 'kind = "printre"')
    two.file.write_text(wrong, encoding="utf-8")
    two.window.look()
    told = two.window.list.trouble.text()
    assert "lines[0].kind" in told
    assert "lines[1].template" in told
    assert [card.state.text() for card in two.window.list.cards.values()] == ["fout ingesteld"] * 2
    assert two.file.read_text(encoding="utf-8") == wrong
    two.file.write_text("station = noord", encoding="utf-8")
    two.window.look()
    assert "geldige TOML" in two.window.list.trouble.text()
    assert not two.window.list.add_button.isEnabled()
    two.file.write_text(right, encoding="utf-8")
    two.window.look()
    assert two.window.list.trouble.isHidden()
    assert two.window.list.add_button.isEnabled()


# -- the monitor ----------------------------------------------------------------------------------


def test_the_monitor_follows_pauses_copies_and_saves_what_was_masked(two: Any, tmp_path: Path) -> None:
    log = Monitor({"bon": "printer", "deur": "dispenser"})
    log.heard("bon", "out", b"\x1b@Mevrouw De Vries\n")
    log.heard("deur", "in", b"1")
    file = monitor_file("noord")
    log.save(file)
    two.window.list.asked.emit("watch", "bon")
    page = two.window.monitor
    two.until(lambda: page.model.rowCount() == 1)
    index = page.model.index(0, 3)
    assert page.model.data(index) == "<ESC>@xxxxxxx xx xxxxx<LF>"
    page.copy.click()
    assert "xxxxxxx" in QGuiApplication.clipboard().text()
    assert "Vries" not in QGuiApplication.clipboard().text()
    page.pause.click()
    log.heard("bon", "in", b"\x12")
    log.save(file)
    page.look()
    assert page.model.rowCount() == 1
    page.pause.click()
    two.until(lambda: page.model.rowCount() == 2)
    page.export(tmp_path / "lijn.txt")
    assert "<DC2>" in (tmp_path / "lijn.txt").read_text(encoding="utf-8")
    page.export(tmp_path / "weg" / "lijn.txt")
    assert page.said.text() == "Kan niet opslaan: No such file or directory."
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert two.window.currentWidget() is two.window.list


def test_the_monitor_keeps_the_last_five_hundred_and_its_place(two: Any) -> None:
    log = Monitor({"bon": "printer"})
    page = two.window.monitor
    for turn in range(KEPT + 20):
        log.heard("bon", "in", b"%d" % turn)
        if turn in {3, 300, KEPT + 5}:
            page.model.show(log.last("bon"))
            assert page.model.seen == list(log.last("bon"))
    page.model.show(log.last("bon"))
    assert page.model.rowCount() == KEPT
    page.model.show(())
    assert page.model.rowCount() == 0


def test_a_line_without_exchanges_is_calm(two: Any) -> None:
    two.window.list.asked.emit("watch", "deur")
    page = two.window.monitor
    two.until(lambda: page.empty.text().startswith("Over deze lijn ging nog niets."))
    assert not page.copy.isEnabled()
    assert QApplication.focusWidget() in {page.pause, None}

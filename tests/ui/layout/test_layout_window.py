"""Choosing how paper looks: what is chosen is seen, kept as a version, and never somebody else's loss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget

from balie_app.queue.commands import Configure
from balie_app.queue.config import document, parse
from balie_app.queue.rules.paper import LogoPlace, Paper, PaperLanguage, TicketLine
from balie_app.ui import look
from balie_app.ui.layout.preview import Preview
from balie_app.ui.layout.window import LayoutWindow

from .conftest import Scene

PaperOf = Callable[[LayoutWindow], Preview]


def words(preview: Preview) -> list[str]:
    assert preview.shown is not None
    return preview.shown.words.split("\n")


def typed(field: Any, text: str) -> None:
    field.control.setPlainText(text)


def save(scene: Scene, window: LayoutWindow) -> None:
    scene.qtbot.mouseClick(window.save, Qt.MouseButton.LeftButton)
    scene.until(lambda: window.notice.text().startswith("Opgeslagen"))


def test_what_is_typed_is_on_the_paper_beside_it(scene: Scene, paper_of: PaperOf) -> None:
    window = scene.open()
    typed(window.form.header, "Publiekshal\nMarkt 1")
    typed(window.form.footer, "Tot ziens")
    seen = words(paper_of(window))
    assert seen[:3] == ["Gemeente Waterrijk", "Publiekshal", "Markt 1"]
    assert seen[-1] == "Tot ziens"


def test_the_picture_follows_fast_typing_with_few_pictures_and_ends_at_the_last_letter(
    scene: Scene, paper_of: PaperOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = scene.open()
    preview, thoughts = paper_of(window), []
    consider = window.link.consider
    monkeypatch.setattr(window.link, "consider", lambda thought, done: (thoughts.append(1), consider(thought, done)))
    for letter in "Publiekshal aan de Markt":
        scene.qtbot.keyClicks(window.form.header.control, letter)
    paper_of(window)
    assert words(preview)[1] == "Publiekshal aan de Markt"
    assert len(thoughts) < len("Publiekshal aan de Markt")


def test_a_line_that_is_ticked_off_is_gone_from_the_paper(scene: Scene, paper_of: PaperOf) -> None:
    window = scene.open()
    for line in (TicketLine.MUNICIPALITY, TicketLine.BEFORE):
        window.form.lines[line].click()
    seen = words(paper_of(window))
    assert "Gemeente Waterrijk" not in seen
    assert not any("Wachtenden" in each for each in seen)
    assert window.form.paper.hide == (TicketLine.MUNICIPALITY, TicketLine.BEFORE)


def test_another_language_shows_its_paper_and_its_texts(scene: Scene, paper_of: PaperOf) -> None:
    window = scene.open()
    typed(window.form.header, "Publiekshal")
    preview = paper_of(window)
    preview.language.setCurrentIndex(preview.language.findData("en"))
    assert window.form.header.name.text() == "Onder de naam van de gemeente (Engels)"
    assert window.form.header.control.placeholderText() == "Publiekshal"
    typed(window.form.header, "Public hall")
    seen = words(paper_of(window))
    assert seen[1] == "Public hall"
    assert "Wachttijd: 5 tot 15 minuten" in seen
    window.form.radios[PaperLanguage.VISITOR].click()
    assert "Wachttijd: 5 tot 15 minuten" not in words(paper_of(window))
    assert window.form.paper.header == {"nl": "Publiekshal", "en": "Public hall"}


def test_a_receipt_and_a_printer_can_be_looked_at(scene: Scene, paper_of: PaperOf, logo_file: Path) -> None:
    window = scene.open()
    window.form.logo.take(logo_file)
    preview = paper_of(window)
    preview.what.setCurrentIndex(1)
    assert "Kennisgeving leges" in words(paper_of(window))
    assert not preview.language.isEnabled()
    preview.printer.setCurrentIndex(preview.printer.findData("epson"))
    paper_of(window)
    raster = preview.shown
    assert raster is not None
    assert f"{raster.size} bytes" in preview.cost.text()
    preview.printer.setCurrentIndex(preview.printer.findData("epson-logo"))
    paper_of(window)
    assert preview.shown is not None
    assert preview.shown.size < raster.size - 1500


def test_a_logo_is_chosen_measured_placed_and_removed(scene: Scene, paper_of: PaperOf, logo_file: Path) -> None:
    window = scene.open()
    logo = window.form.logo
    assert not logo.remove.isEnabled()
    logo.take(logo_file)
    logo.width_mm.setValue(50)
    logo.place.setCurrentIndex(1)
    paper = window.form.paper
    assert (paper.logo, paper.logo_width, paper.logo_place) == (logo_file.read_bytes(), 400, LogoPlace.CENTRE)
    logo.remove.click()
    assert window.form.paper.logo == b""
    assert logo.state.text() == "Geen logo"


def test_a_width_between_two_millimetres_stays_as_it_was(scene: Scene) -> None:
    config = scene.config()
    scene.do(Configure(replace(config, paper=Paper(logo_width=236))))
    window = scene.open()
    assert window.form.paper.logo_width == 236
    assert not window.dirty


def test_a_large_photo_is_made_into_a_logo(scene: Scene, large_file: Path) -> None:
    window = scene.open()
    window.form.logo.take(large_file)
    made = QImage.fromData(window.form.paper.logo)
    assert (made.width(), made.isGrayscale()) == (552, True)
    assert "omgezet" in window.form.logo.told.text()
    assert not window.form.first_wrong()


@pytest.mark.parametrize(
    ("content", "told"), [(b"geen beeld", "geen afbeelding die Balie kent"), (None, "kan Balie niet lezen")]
)
def test_a_file_that_is_no_picture_is_refused_and_the_logo_stays(
    scene: Scene, logo_file: Path, tmp_path: Path, content: bytes | None, told: str
) -> None:
    window = scene.open()
    window.form.logo.take(logo_file)
    other = tmp_path / "anders.png"
    if content is not None:
        other.write_bytes(content)
    window.form.logo.take(other)
    assert told in window.form.logo.told.text()
    assert window.form.paper.logo == logo_file.read_bytes()


def test_saving_makes_a_version_in_the_user_s_name_and_undo_takes_it_back(scene: Scene, logo_file: Path) -> None:
    window = scene.open(who="kim")
    assert not window.save.isEnabled()
    window.form.logo.take(logo_file)
    typed(window.form.footer, "Tot ziens")
    save(scene, window)
    assert scene.version() == 2
    assert scene.config().paper.footer == {"nl": "Tot ziens"}
    assert not window.dirty
    assert window.undo.isVisible()
    scene.qtbot.mouseClick(window.undo, Qt.MouseButton.LeftButton)
    scene.until(lambda: window.form.paper == Paper())
    assert scene.config().paper == Paper()
    assert scene.version() == 3
    assert not window.undo.isVisible()
    assert not window.dirty


def test_the_window_can_be_used_with_the_keyboard_alone(scene: Scene) -> None:
    window = scene.open()
    window.activateWindow()
    assert window.focusWidget() is window.form.logo.choose
    passed = [window.focusWidget()]
    while window.focusWidget() is not window.form.footer.control and len(passed) < 20:
        scene.qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        passed.append(window.focusWidget())
    assert window.form.header.control in passed
    scene.qtbot.keyClicks(window.focusWidget(), "Dag")
    while window.focusWidget() is not window.form.lines[TicketLine.CODE] and len(passed) < 40:
        scene.qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        passed.append(window.focusWidget())
    scene.qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    scene.qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    scene.until(lambda: scene.version() == 2)
    assert scene.config().paper == Paper(footer={"nl": "Dag"}, hide=(TicketLine.CODE,))


def test_the_footer_of_before_is_shown_and_moves_when_it_is_changed(scene: Scene) -> None:
    config = scene.config()
    scene.do(Configure(replace(config, texts={**config.texts, "ticket_footer": {"nl": "Oud"}})))
    window = scene.open()
    assert window.form.footer.control.toPlainText() == "Oud"
    assert not window.dirty
    typed(window.form.footer, "")
    save(scene, window)
    assert scene.config().footer == {}
    assert "ticket_footer" not in scene.config().texts


def test_a_mistake_is_told_at_its_field_and_nothing_is_saved(scene: Scene, paper_of: PaperOf) -> None:
    window = scene.open()
    typed(window.form.header, "BSN 123456782")
    assert "burgerservicenummer" in window.form.header.mistake.text()
    scene.qtbot.mouseClick(window.save, Qt.MouseButton.LeftButton)
    assert "klopt nog iets niet" in window.notice.text()
    assert window.focusWidget() is window.form.header.control
    preview = paper_of(window)
    preview.language.setCurrentIndex(preview.language.findData("en"))
    assert window.form.header.mistake.text().startswith("Nederlands: ")
    preview.language.setCurrentIndex(0)
    typed(window.form.header, "Goed")
    assert not window.form.header.mistake.isVisible()
    assert scene.version() == 1


def test_english_without_dutch_is_a_mistake(scene: Scene, paper_of: PaperOf) -> None:
    window = scene.open()
    preview = paper_of(window)
    preview.language.setCurrentIndex(preview.language.findData("en"))
    typed(window.form.header, "Public hall")
    assert window.form.header.mistake.text() == "Nederlands: De Nederlandse tekst ontbreekt."


def test_a_second_editor_is_told_and_chooses_whose_paper_stays(scene: Scene) -> None:
    first, second = scene.open(who="kim"), scene.open(who="lee")
    typed(first.form.header, "Van Kim")
    typed(second.form.header, "Van Lee")
    save(scene, first)
    scene.until(lambda: "kim heeft intussen ook het papier veranderd" in second.notice.text())
    assert not second.save.isEnabled()
    scene.qtbot.mouseClick(second.mine, Qt.MouseButton.LeftButton)
    assert second.form.paper.header == {"nl": "Van Lee"}
    save(scene, second)
    assert scene.config().paper.header == {"nl": "Van Lee"}
    scene.until(lambda: first.form.paper.header == {"nl": "Van Lee"})
    assert "lee heeft het papier veranderd" in first.notice.text()
    assert not first.undo.isVisible()


def test_the_other_s_paper_can_be_taken_over(scene: Scene) -> None:
    window = scene.open()
    typed(window.form.header, "Van mij")
    scene.do(Configure(replace(scene.config(), paper=Paper(header={"nl": "Van Anna"}))))
    scene.until(window.take.isVisible)
    scene.qtbot.mouseClick(window.take, Qt.MouseButton.LeftButton)
    assert window.form.paper.header == {"nl": "Van Anna"}
    assert not window.dirty
    assert not window.take.isVisible()


def test_what_somebody_else_changed_elsewhere_is_kept(scene: Scene) -> None:
    window = scene.open()
    typed(window.form.header, "Publiekshal")
    other = document(scene.config())
    other["settings"]["recall_limit"] = 5
    scene.do(Configure(parse(other)))
    scene.until(lambda: window.setup is not None and window.setup.version == 2)
    assert not window.notice.isVisible()
    save(scene, window)
    assert scene.config().settings.recall_limit == 5
    assert scene.config().paper.header == {"nl": "Publiekshal"}


def test_unsaved_work_is_asked_about_once_and_never_keeps_a_program_from_ending(scene: Scene) -> None:
    window = scene.open()
    assert window.may_close(by_hand=True)
    typed(window.form.header, "Publiekshal")
    assert window.may_close(by_hand=False)
    assert not window.may_close(by_hand=True)
    assert "nog niet opgeslagen" in window.notice.text()
    assert window.may_close(by_hand=True)


def test_letting_go_shows_what_is_saved(scene: Scene) -> None:
    window = scene.open()
    typed(window.form.header, "Publiekshal")
    scene.qtbot.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert window.form.paper == Paper()
    assert not window.back.isEnabled()


def test_every_control_has_a_name_and_the_paper_can_be_read_aloud(
    scene: Scene, paper_of: PaperOf, every_control_is_named: Callable[[QWidget], None]
) -> None:
    window = scene.open()
    every_control_is_named(window)
    area = QAccessible.queryAccessibleInterface(paper_of(window).area)
    assert area is not None
    assert "Wachtenden voor u: 5" in area.text(QAccessible.Text.Description)


def test_the_wheel_does_not_change_a_choice_while_somebody_scrolls_past(scene: Scene, paper_of: PaperOf) -> None:
    window = scene.open()
    logo = window.form.logo
    event = QEvent(QEvent.Type.Wheel)
    assert logo.still.eventFilter(logo.width_mm, event)
    logo.width_mm.setEnabled(True)
    window.activateWindow()
    logo.width_mm.setFocus()
    assert not logo.still.eventFilter(logo.width_mm, event)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_on_a_small_screen(scene: Scene, theme: str, qapp: QApplication) -> None:
    look.apply(qapp, theme)
    try:
        window = scene.open()
        window.resize(1366, 728)
        typed(window.form.header, "BSN 123456782")
        scene.qtbot.wait(0)
        assert window.width() == 1366
        assert window.minimumSizeHint().width() <= 1024
        for part in (window.save, window.back, window.form.logo.choose, *window.form.lines.values()):
            assert part.width() >= part.sizeHint().width()
        assert window.form.header.control.height() >= 3 * window.fontMetrics().lineSpacing()
    finally:
        look.apply(qapp, "light")


class SlowMind:
    """Thinks only when it is told to."""

    def __init__(self) -> None:
        self.thoughts: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def consider(self, thought: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.thoughts.append((thought, done))

    def finish(self) -> None:
        thought, done = self.thoughts.pop(0)
        done(thought())


def test_a_slow_picture_is_waited_for_and_only_the_last_wish_follows(scene: Scene, paper_of: PaperOf) -> None:
    window = scene.open()
    preview, slow = paper_of(window), SlowMind()
    scene.until(lambda: not preview._pace.isActive())
    preview.mind = slow
    for text in ("een", "twee", "drie"):
        typed(window.form.header, text)
    scene.until(lambda: not preview._pace.isActive())  # its time is over, and it is not there yet
    assert len(slow.thoughts) == 1
    assert not preview.at_rest
    slow.finish()
    assert words(preview)[1] == "een"
    scene.until(lambda: len(slow.thoughts) == 1)
    slow.finish()
    assert words(preview)[1] == "drie"
    assert preview.at_rest


def test_nothing_of_the_choices_is_cut_in_the_narrowest_window(scene: Scene) -> None:
    window = scene.open()
    window.resize(100, 600)
    scene.qtbot.waitUntil(lambda: window.form.width() > 0)
    visible = window.form.parentWidget()
    assert visible is not None
    assert window.form.minimumSizeHint().width() <= visible.width()

"""The kiosk on a real hall: what is touched here stands in the journal there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from balie_app.queue.commands import Book, By, OpenCounter, PrintOutcome, TakeOver
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall
from balie_app.ui.kiosk.parts import Prose
from balie_app.ui.kiosk.reader import Reader
from balie_app.ui.kiosk.window import Kiosk
from balie_app.ui.link import HallLink
from balie_app.ui.screen.player import FolderPlayer, Silent
from balie_app.ui.screen.voice import Voice
from balie_app.ui.station import StationOptions

PATIENCE = 5000


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    config = template("three-counters", "Waterrijk", "nl")
    config = replace(config, opening=replace(config.opening, weekdays={}))
    made = create_hall(str(tmp_path / "hall.db"), config)
    made.perform(OpenCounter(counter=1, clerk="anna"), By("counter-1"))
    yield made
    made.close()


@pytest.fixture
def kiosk(hall: Hall, tmp_path: Path, qtbot: QtBot) -> Iterator[Kiosk]:
    link = HallLink(str(tmp_path / "hall.db"), By("kiosk"))
    options = StationOptions(str(tmp_path / "hall.db"), "kiosk", printer="bon")
    made = Kiosk(link, options, Reader(Voice(program=""), Silent))
    made.show()
    link.start()
    qtbot.waitUntil(lambda: link.view is not None, timeout=PATIENCE)
    yield made
    link.stop()
    made.close()


def touch(kiosk: Kiosk, name: str) -> None:
    tile = next(each for each in kiosk.buttons() if each.accessibleName() == name)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)


def text(kiosk: Kiosk) -> str:
    return " ".join(block.text for part in kiosk.findChildren(Prose) if part.isVisible() for block in part.blocks)


def test_a_number_taken_here_is_in_the_hall_with_its_paper(kiosk: Kiosk, hall: Hall, qtbot: QtBot) -> None:
    touch(kiosk, "English")
    touch(kiosk, "I have no appointment")
    touch(kiosk, "Apply for a passport")
    touch(kiosk, "Take a number")
    qtbot.waitUntil(lambda: kiosk.page.heading == "Your number", timeout=PATIENCE)
    (contact,) = hall.view().contacts
    visit = hall.view().visits[contact.visit]
    assert (visit.language, visit.via, contact.products) == ("en", "kiosk", ("paspoort-aanvragen",))
    assert hall.journal()[-1].station == "kiosk"
    (job,) = hall.view().print_jobs
    assert (job.printer, job.label, job.state) == ("bon", visit.label, "queued")
    assert "Your ticket is being printed." in text(kiosk)
    hall.perform(PrintOutcome(job.id, "sending"), By("devices"))
    hall.perform(PrintOutcome(job.id, "printed"), By("devices"))
    qtbot.waitUntil(lambda: "Please take your ticket." in text(kiosk), timeout=PATIENCE)


def test_the_visitor_hears_that_another_printer_makes_the_ticket(kiosk: Kiosk, hall: Hall, qtbot: QtBot) -> None:
    touch(kiosk, "Ik heb geen afspraak")
    touch(kiosk, "Paspoort aanvragen")
    touch(kiosk, "Nummer nemen")
    qtbot.waitUntil(lambda: kiosk.page.heading == "Uw nummer", timeout=PATIENCE)
    hall.perform(TakeOver("bon", "receptie"), By("devices"))
    qtbot.waitUntil(lambda: "Uw bon komt uit een andere printer: receptie." in text(kiosk), timeout=PATIENCE)
    (job,) = hall.view().print_jobs
    hall.perform(PrintOutcome(job.id, "sending", printer="receptie"), By("devices"))
    hall.perform(PrintOutcome(job.id, "printed", printer="receptie"), By("devices"))
    assert "receptie" in text(kiosk)  # also when it lies there


def test_an_appointment_checks_in_once(kiosk: Kiosk, hall: Hall, qtbot: QtBot) -> None:
    start = hall.now() + timedelta(minutes=10)
    booked = hall.perform(Book(products=("rijbewijs-aanvragen",), start=start, initials="A. B."), By("host"))
    kiosk.check_in(booked.code.lower())
    qtbot.waitUntil(lambda: kiosk.page.heading == "Uw nummer", timeout=PATIENCE)
    assert "A. B." not in text(kiosk)
    kiosk.restart()
    kiosk.check_in(booked.code)
    qtbot.waitUntil(lambda: kiosk.page.heading == "U bent al aangemeld", timeout=PATIENCE)
    assert len(hall.view().contacts) == 1


def test_pages_are_written_as_sound_sentence_by_sentence(tmp_path: Path, qtbot: QtBot) -> None:
    class Tone(Voice):
        present = True

        def say(self, text: str, language: str = "nl") -> bytes:
            return bytes(220)

    reader = Reader(Tone(), lambda: FolderPlayer(tmp_path / "sound"))
    wanted: Callable[[], bool] = lambda: len(list((tmp_path / "sound").glob("*.wav"))) >= 2  # noqa: E731
    reader.say(["Welkom", "Raak een vak aan."], "nl")
    qtbot.waitUntil(wanted, timeout=PATIENCE)
    reader.say(["Iets anders"], "nl")
    reader.hush()
    reader.close()
    reader.say(["Na afloop"], "nl")
    assert not list((tmp_path / "sound").glob("kiosk-003*"))

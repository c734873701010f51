"""The story of one ticket, through every process of a hall, on both databases."""

from __future__ import annotations

import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from balie_app.devices.simulate import SimulatedDisplay, SimulatedPrinter
from balie_app.queue.commands import Issue

STATION = """
station = "apparaten"
[[lines]]
name = "bon"
kind = "printer"
port = "{folder}/bon"
[[lines]]
name = "display"
kind = "display"
port = "{folder}/display"
template = "ditel-dn109"
counter = 1
"""
ASKED = "Paspoort aanvragen"


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[SimulatedPrinter]:
    made = SimulatedPrinter(tmp_path / "bon")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def display(tmp_path: Path) -> Iterator[SimulatedDisplay]:
    made = SimulatedDisplay("ditel-dn109", tmp_path / "display")
    made.start()
    yield made
    made.stop()


def sounds(folder: Path) -> list[Path]:
    """Sound files that are complete."""
    found = []
    for file in folder.glob("*.wav"):
        try:
            with wave.open(str(file)) as sound:
                found += [file] if sound.getnframes() > 1000 else []
        except (wave.Error, EOFError):
            continue
    return found


def take_ticket(origin: str, host: Any, kiosk: Any) -> None:
    """A visitor gets number K 001, and the reception sees it."""
    if origin == "host":
        host.key("F3")
        host.type("paspoort")
        host.sees(ASKED)
        host.key("Return")
        host.click("Nummer geven")
        host.sees("Nummer K 001")
        host.key("Escape")
    else:
        for name in ("Ik heb geen afspraak", ASKED, "Nummer nemen"):
            kiosk.click(name)
        kiosk.sees("K 001")
    host.sees(f"K 001, {ASKED}")


@pytest.mark.parametrize("origin", ["host", "kiosk"])
def test_a_ticket_goes_through_the_whole_hall(
    origin: str,
    tmp_path: Path,
    printer: SimulatedPrinter,
    display: SimulatedDisplay,
    any_scene: Any,
    until: Callable[..., Any],
) -> None:
    scene = any_scene
    scene.make()
    file = tmp_path / "station.toml"
    file.write_text(STATION.format(folder=tmp_path), encoding="utf-8")
    host = scene.start("host", "--printer", "bon")
    counter = scene.counter(1)
    screen = scene.start("screen", "--sound", f"file:{tmp_path / 'sound'}")
    kiosk = scene.start("kiosk", "--printer", "bon")
    devices = scene.start("devices", "--station", str(file), "--status")
    for each in (host, counter, screen, kiosk):
        each.shows()
    until(
        lambda: [devices.state(name) for name in ("bon", "display")] == ["gereed", "gereed"], lambda: devices.statuses
    )

    counter.click("Balie openen")
    counter.sees("Volgende")
    take_ticket(origin, host, kiosk)
    until(lambda: printer.papers, "a ticket from the printer")
    assert "K 001" in printer.papers[0].text
    assert printer.papers[0].paper().problems == ()

    counter.sees("K 001")
    screen.misses("K 001")
    counter.key("F8")
    screen.sees("K 001", "Balie 1")
    host.sees("Balie 1, K 001 · Paspoort aanvragen")
    counter.sees("geroepen")
    until(lambda: "001" in display.text, lambda: f"on the display: {display.shown}")
    until(lambda: sounds(tmp_path / "sound"), "a sound")
    scene.wait_happened("print-printed")

    counter.key("F10")
    counter.sees("in gesprek")
    counter.key("F11")
    scene.wait_happened("finished")
    counter.sees("vrij")
    host.sees("niemand wacht")
    until(lambda: "001" not in display.text, lambda: f"a dark display: {display.shown}")

    happened = scene.happened()
    print_steps = [what for what in happened if what.startswith("print-")]
    assert [what for what in happened if what not in print_steps] == [
        "counter-opened",
        "issued",
        "called",
        "started",
        "finished",
    ]
    assert print_steps == ["print-sending", "print-printed"]
    entries = {entry.what: entry for entry in scene.hall.journal()}
    assert {entries[what].ticket for what in ("issued", "called", "started", "finished")} == {"K001"}
    assert entries["issued"].station == origin
    assert entries["finished"].station == "counter-1"
    assert entries["finished"].actor == "anna"


@pytest.mark.parametrize("language", ["ar", "uk", "pl"])
def test_a_ticket_in_the_visitors_language_comes_out_of_the_service_without_windows(
    language: str, tmp_path: Path, printer: SimulatedPrinter, scene: Any, until: Callable[..., Any]
) -> None:
    scene.make()
    file = tmp_path / "station.toml"
    file.write_text(STATION.format(folder=tmp_path).split('[[lines]]\nname = "display"')[0], encoding="utf-8")
    devices = scene.start("devices", "--station", str(file), "--status")
    until(lambda: devices.state("bon") == "gereed", lambda: devices.statuses)
    scene.do(Issue(("paspoort-aanvragen",), language=language, printer="bon"))
    until(lambda: printer.papers or "print-cancelled" in scene.happened(), "a ticket from the printer")
    assert printer.papers, scene.happened()
    assert printer.papers[0].paper().problems == ()
    assert ("[beeld " in printer.papers[0].text) == (language == "ar")
    scene.wait_happened("print-printed")

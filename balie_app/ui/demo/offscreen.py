"""The demo without a display: an hour of the day at speed, pictures of every window, a ticket, a summary."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication
from tqdm import tqdm

from balie_app.queue.views import HallView
from balie_app.ui.demo.stage import PANELS, Stage
from balie_app.ui.demo.window import ControlWindow

READY_SECONDS = 90.0
BACKSTAGE = "achter-de-schermen"
"""The folder with the hall itself, the lines of the devices, and what a process had to complain about."""
LOOK_EVERY_MS = 100
SLOW_BAR_SECONDS = 10.0
"""Where the output is not a terminal, the bar is drawn this often."""
CONTROL_SIZE = (440, 1080)
SIZES = {
    "host": "1366x768",
    "counter-4": "400x760",
    "counter-18": "1100x760",
    "screen": "1920x1080",
    "kiosk": "1280x800",
}


class Turns:
    """Keeps the control window alive while the demo waits for something else."""

    def __init__(self, app: QApplication, stopped: threading.Event) -> None:
        self._app = app
        self._stopped = stopped

    def take(self) -> None:
        """Do what is due; raises KeyboardInterrupt when a person wants to stop."""
        self._app.processEvents()
        if self._stopped.is_set():
            raise KeyboardInterrupt


def play_offscreen(
    app: QApplication, output: Path, seed: int, minutes: int, speed: int, stopped: threading.Event
) -> int:
    """Play ``minutes`` of the day at ``speed``; answers 0 when everything ran to the end.

    Raises KeyboardInterrupt soon after ``stopped`` is set; everything has ended then.
    """
    turns = Turns(app, stopped)
    backstage, sound = output / BACKSTAGE, output / "geluid"
    for old in (backstage, sound):
        shutil.rmtree(old, ignore_errors=True)
    backstage.mkdir()
    stage = Stage(backstage, seed, {name: ["--size", size] for name, size in SIZES.items()}, f"file:{sound}")
    try:
        began = time.monotonic()
        stage.prepare()
        stage.start()
        window = ControlWindow(stage.conductor, stage.props, PANELS)
        window.resize(*CONTROL_SIZE)
        window.show()
        if not all(_patiently(turns, each.wait_ready) for each in stage.stations):
            sys.stderr.write(f"Niet alle vensters kwamen op gang. Kijk in {backstage} naar de .err-bestanden.\n")
            return 1
        sys.stdout.write(f"Alle vensters staan na {time.monotonic() - began:.1f} s.\n")
        window.choose_speed(speed) if speed in {1, 2, 5, 10, 20, 30, 60, 120} else stage.conductor.pace(float(speed))
        _run(turns, stage, minutes)
        stage.conductor.pace(1.0, paused=True)
        view = _view(turns, stage)
        _pictures(turns, stage, window, output)
        sys.stdout.write(summary(view, stage, minutes, output))
        return 0 if not stage.dead() else 1
    finally:
        stage.stop()


def _patiently(turns: Turns, wait: Callable[[float], bool]) -> bool:
    """Wait for something on another thread while the control window stays alive."""
    found: list[bool] = []
    thread = threading.Thread(target=lambda: found.append(wait(READY_SECONDS)))
    thread.start()
    while thread.is_alive():
        turns.take()
        thread.join(LOOK_EVERY_MS / 1000)
    return found == [True]


def _run(turns: Turns, stage: Stage, minutes: int) -> None:
    """Let the hall run until its clock is ``minutes`` past the start, with a progress bar."""
    zone = ZoneInfo(stage.conductor.config.timezone)
    start, length = stage.conductor.opens, timedelta(minutes=minutes)
    bar_format = "{desc} |{bar}| {n:.0f} van {total:.0f} minuten [{elapsed}]"
    every = 0.1 if sys.stdout.isatty() else SLOW_BAR_SECONDS
    with tqdm(total=minutes, bar_format=bar_format, mininterval=every, file=sys.stdout) as bar:
        pause = threading.Event()
        while (passed := stage.conductor.state.now - start) < length and not stage.dead():
            stage.conductor.check()
            turns.take()
            pause.wait(LOOK_EVERY_MS / 1000)
            bar.set_description_str(f"{stage.conductor.state.now.astimezone(zone):%H:%M}", refresh=False)
            bar.update(passed / timedelta(minutes=1) - bar.n)
        bar.update(minutes - bar.n)


def _view(turns: Turns, stage: Stage) -> HallView:
    found: list[HallView] = []
    stage.conductor.picture(found.append)
    pause = threading.Event()
    while not found:
        stage.conductor.check()
        turns.take()
        pause.wait(LOOK_EVERY_MS / 1000)
    return found[0]


def _pictures(turns: Turns, stage: Stage, window: ControlWindow, output: Path) -> None:
    for each in stage.stations:
        each.ask(do="picture", file=str((output / f"{each.name}.png").resolve()))
    window.refresh()
    turns.take()
    window.grab().save(str(output / "regie.png"))
    same_day = window.show_same_day()
    turns.take()
    same_day.grab().save(str(output / "dezelfde-dag.png"))
    if stage.papers:
        last = stage.papers[-1]
        (output / "bon.png").write_bytes(last.paper().png())
        (output / "bon.txt").write_text(last.text + "\n", encoding="utf-8")
        (output / "bon.bin").write_bytes(last.data)


def summary(view: HallView, stage: Stage, minutes: int, output: Path) -> str:
    """What happened, in a few lines."""
    figures = view.figures
    waits = "nog niemand opgeroepen"
    if figures.wait_mean is not None and figures.wait_p90 is not None:
        waits = f"gemiddeld {figures.wait_mean:.1f} minuten, 90 % binnen {figures.wait_p90:.1f} minuten"
    called, in_time = figures.appointments_called, figures.appointments_in_time
    share = f" ({in_time / called:.0%})" if called else ""
    lines = [
        "",
        f"{minutes} minuten van {stage.conductor.source}, in een hal met {len(view.counters)} balies en kamers.",
        f"  binnengekomen        {figures.arrived}",
        f"  geholpen             {figures.served}",
        f"  niet verschenen      {figures.missed}",
        f"  wacht nu nog         {sum(each.state == 'waiting' for each in view.contacts)}",
        f"  wachten (inloop)     {waits}",
        f"  afspraken binnen 5 minuten opgeroepen   {in_time} van {called}{share}",
        f"  bonnen geprint       {len(stage.papers)} (over een seriële lijn, echte bytes)",
        "",
        f"Foto's van elk venster en een bon staan in {output}/.",
        "",
    ]
    return "\n".join(lines)

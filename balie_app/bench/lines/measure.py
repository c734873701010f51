"""The measurements of the lines."""

from __future__ import annotations

import os
import threading
import time
import tty
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from balie_app.bench.lines.stage import BUTTONS, BYTE_S, PATIENCE, Slow, Stage
from balie_app.bench.measure import Figure, figure, machine_load
from balie_app.bench.queue.floor import raw_floor
from balie_app.bench.queue.steps import bench_config
from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Show
from balie_app.devices.line import Line
from balie_app.devices.ports import opener
from balie_app.devices.sim_display import SimulatedDisplay
from balie_app.devices.template_reader import load_template, template_path
from balie_app.queue import commands as c
from balie_app.queue.hall import Hall, create_hall, open_hall

BY = c.By("bench")
MANY = 20
MULTI_DROP = ("ditel-dn109", "modbus-number")
IDLE_LINES = 10
FRAME = 12
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Findings:
    """What came out: milliseconds, and the part of a core that one idle line takes."""

    wire: Figure
    """The floor: twelve bytes over the same pseudo-terminal, without Balie."""
    commit: Figure
    """The floor: one small commit on the same disk."""
    call: Figure
    many: dict[str, Figure]
    many_floor: dict[str, float]
    """The floor: milliseconds that frames, answers and the line's own rest take on the wire."""
    ticket: Figure
    paper: Figure
    idle: float
    load: float


def measure(folder: Path, rounds: int, seconds: float, say: Say) -> Findings:
    """All measurements, in a folder that is thrown away."""
    where = str(folder / "hall.db")
    load = machine_load()
    say("bodem: draad en schijf")
    wire = figure([_over_the_wire() for _ in range(rounds)])
    say("twintig displays op een lijn")
    many = {name: figure([_many(folder, name) for _ in range(max(3, rounds // 10))]) for name in MULTI_DROP}
    create_hall(where, bench_config()).close()
    commit = raw_floor(where)
    say("van oproep tot display, van knop tot bon")
    call, ticket, paper = _in_a_hall(folder, where, rounds)
    say("lijnen waarop niets gebeurt")
    floor = {name: wire_ms(name) for name in MULTI_DROP}
    return Findings(wire, commit, call, many, floor, ticket, paper, _idle(folder, seconds), load)


def _over_the_wire() -> float:
    """Twelve bytes to a far end that takes the time of a wire."""
    master, slave = os.openpty()
    tty.setraw(slave)
    got = threading.Event()

    def far_end() -> None:
        count = 0
        while count < FRAME:
            count += len(os.read(master, FRAME))
        time.sleep(FRAME * BYTE_S)
        got.set()

    reader = threading.Thread(target=far_end)
    reader.start()
    begun = time.perf_counter()
    os.write(slave, bytes(FRAME))
    got.wait()
    took = time.perf_counter() - begun
    reader.join()
    os.close(master)
    os.close(slave)
    return took


def wire_ms(name: str) -> float:
    """What twenty displays take on the wire alone; a display that answers does so with as many bytes at most."""
    template = load_template(template_path(name))
    frame = len(template.show(1, "A001", attention=False))
    said = frame * (2 if template.reply.expected else 1)
    return 1000 * MANY * (said * BYTE_S + template.line.rest_s)


def _many(folder: Path, name: str) -> float:
    """Seconds until twenty displays on one line are all right, at the line's real speed."""
    done = threading.Event()
    wanted = {address: f"A{address:03d}" for address in range(1, MANY + 1)}
    template = load_template(template_path(name))
    expected = {address: template.value.decode(template.value.encode(text)) for address, text in wanted.items()}
    far = SimulatedDisplay(template, folder / "many", lambda: done.set() if far.shown == expected else None)
    far.addresses = frozenset(wanted)
    far.byte_s = BYTE_S
    far.start()
    ready = threading.Event()
    driver = DisplayDriver(template, tuple(wanted))
    line = Line("many", opener(far.port, template.line), driver, lambda *_: ready.set())
    line.start()
    if not ready.wait(PATIENCE):
        raise Slow(name)
    begun = time.perf_counter()
    for address, text in wanted.items():
        line.submit(Show(address, text))
    all_right = done.wait(PATIENCE)
    took = time.perf_counter() - begun
    line.stop()
    far.stop()
    if not all_right:
        raise Slow(name)
    return took


def _in_a_hall(folder: Path, where: str, rounds: int) -> tuple[Figure, Figure, Figure]:
    hall = open_hall(where)
    stage = Stage(folder, where)
    stage.start()
    try:
        hall.perform(c.OpenCounter(1, "bench1"), BY)
        called = [_call(stage, hall) for _ in range(rounds)]
        pressed = [_press(stage, BUTTONS[turn % len(BUTTONS)]) for turn in range(rounds)]
    finally:
        stage.stop()
        hall.close()
    return figure(called), figure([each[0] for each in pressed]), figure([each[1] for each in pressed])


def _call(stage: Stage, hall: Hall) -> float:
    """From the commit of a call to the last byte at its display."""
    hall.perform(c.Issue(contact_type="quick"), BY)
    stage.moments.forget()
    hall.perform(c.CallNext(1), BY)
    begun = time.perf_counter()
    took = stage.moments.next("shown") - begun
    hall.perform(c.Start(1), BY)
    hall.perform(c.Finish(1), BY)
    stage.moments.next("dark")
    return took


def _press(stage: Stage, button: str) -> tuple[float, float]:
    """From the byte of a button to its ticket, and to the first byte of the paper."""
    stage.moments.forget()
    begun = time.perf_counter()
    stage.dispenser.press(button)
    ticket = stage.moments.next("ticket")
    paper = stage.moments.next("paper")
    stage.moments.next("status")  # printed: the next press finds a printer that is ready
    time.sleep(0.1)
    return ticket - begun, paper - begun


def _idle(folder: Path, seconds: float) -> float:
    """Part of a core that one line takes while nothing happens on it."""
    template = load_template(template_path("ditel-dn109"))
    far = [SimulatedDisplay(template, folder / f"idle-{number}") for number in range(IDLE_LINES)]
    lines = []
    for each in far:
        each.start()
        driver = DisplayDriver(template, (1,))
        lines.append(Line(each.port, opener(each.port, template.line), driver, lambda _name, _event: None))
    for line in lines:
        line.start()
        line.submit(Show(1, "A012"))
    time.sleep(0.5)
    begun, cpu = time.perf_counter(), time.process_time()
    time.sleep(seconds)
    share = (time.process_time() - cpu) / (time.perf_counter() - begun)
    for line in lines:
        line.stop()
    for each in far:
        each.stop()
    return share / IDLE_LINES

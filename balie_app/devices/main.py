"""``balie devices``: the service without a window; ``balie devices simulate …``: devices that are not there."""

from __future__ import annotations

import argparse
import json
import logging
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Event, Thread

from balie_app import log as house_log
from balie_app.devices.cli_monitor import monitor_file
from balie_app.devices.config import StationConfig, hall_of, read_station, station_file
from balie_app.devices.reload import FileWatch
from balie_app.devices.service import DeviceService
from balie_app.devices.states import Status
from balie_app.printing.work import prepare
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.messages import sentence

WORDS = {
    "simulate": "balie_app.devices.simulate",
    "monitor": "balie_app.devices.cli_monitor",
    "roll": "balie_app.devices.cli_roll",
    "setup": "balie_app.devices.setup",
    "test": "balie_app.devices.cli_test",
}
"""What else can be done with devices → the module with ``main(argv) -> int``."""


def main(argv: list[str]) -> int:
    """Run until SIGTERM or Ctrl-C. 0: ended on request; 1: the hall cannot be used; 2: a mistake in a file."""
    if argv and argv[0] in WORDS:
        answer: int = import_module(WORDS[argv[0]]).main(argv[1:])
        return answer
    options = _parser().parse_args(argv)
    file = station_file(options.station)
    if not file.is_file():
        sys.stderr.write(f"Er is geen {file}. Maak dit bestand, of wijs een ander aan met --station BESTAND.\n")
        return 2
    try:
        config = read_station(file)
    except ConfigMistakes as error:
        sys.stderr.write(f"{error}\nDe apparaten zijn niet gestart.\n")
        return 2
    _log(config)
    if options.child:
        Thread(target=_end_with_input, name="balie-parent", daemon=True).start()
    return _run(options.hall or hall_of(config.hall, file), config, file, options.status)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="balie devices",
        description="De apparaten op de seriële lijnen van deze computer.",
        epilog="Verder: balie devices window · setup · test · monitor · roll · simulate (met --help).",
    )
    parser.add_argument("--hall", metavar="HAL", help="bestand of postgresql://… (anders uit station.toml)")
    parser.add_argument("--station", metavar="BESTAND", help="een ander bestand dan station.toml")
    parser.add_argument("--status", action="store_true", help="elke verandering als JSON op een regel")
    parser.add_argument("--child", action="store_true", help="stoppen als standaardinvoer sluit")
    return parser


def _end_with_input() -> None:
    """End when whoever started this service is gone."""
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _log(config: StationConfig) -> None:
    house_log.set_up(config.station)
    spoken = logging.StreamHandler(sys.stderr)
    spoken.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger("balie.devices").addHandler(spoken)


def _run(hall: str, config: StationConfig, file: Path, with_status: bool) -> int:
    done, watch = Event(), FileWatch(file, config)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: done.set())
    service = DeviceService(hall, config, _say if with_status else None, monitor_file=monitor_file(config.station))
    _be_able_to_draw(config)
    service.start()
    while not done.wait(0.5):
        if service.join(0):
            break
        if (news := watch.news()) is not None:
            _be_able_to_draw(news)
            service.adopt(news)
    service.stop()
    if service.fatal is not None:
        sys.stderr.write(f"{sentence(service.fatal)}\n")
        return 1
    return 0 if service.ended_well else 1


def _be_able_to_draw(config: StationConfig) -> None:
    """Lines in Arabic are drawn, and only the main thread can begin with that. Without a printer nothing is."""
    if any(line.kind == "printer" for line in config.lines):
        prepare()


def _say(status: Status) -> None:
    with suppress(BrokenPipeError):  # whoever listened is gone; the devices still matter
        sys.stdout.write(json.dumps(status.as_dict(), ensure_ascii=False) + "\n")
        sys.stdout.flush()

"""``balie devices setup``: finds ports, suggests what is on them, lets the device show itself, writes station.toml."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from balie_app.devices.config import read_station, station_file
from balie_app.devices.config_lines import READERS
from balie_app.devices.config_model import KINDS, LineConfig
from balie_app.devices.encoders import DRIVERS
from balie_app.devices.fields import Fields
from balie_app.devices.ports import Found, ports_now
from balie_app.devices.suggest import suggestions
from balie_app.devices.template_reader import known_templates
from balie_app.devices.trying import Trial
from balie_app.printing.profiles import profile_names
from balie_app.queue.config.mistakes import ConfigMistakes

PRESS_SECONDS = 20.0
ASK = {
    "display": "Knippert het display, of staat er een nummer op?",
    "printer": "Kwam er een bon uit de printer?",
}
WAIT_FOR = {
    "dispenser": ("press", "Druk nu op een knop van de automaat."),
    "scanner": ("scan", "Houd nu een code voor de scanner."),
}


@dataclass(frozen=True, slots=True)
class Talk:
    """How the wizard speaks with whoever sits there."""

    say: Callable[[str], None]
    ask: Callable[[str], str]

    def choose(self, question: str, choices: Iterable[str], usual: str = "") -> str:
        """One of the choices, by its number or its name."""
        known = list(choices)
        for number, choice in enumerate(known, start=1):
            self.say(f"  {number}. {choice}")
        while True:
            said = self.ask(f"{question}{f' [{usual}]' if usual else ''}: ").strip() or usual
            if said in known:
                return said
            if said.isdigit() and 1 <= int(said) <= len(known):
                return known[int(said) - 1]
            self.say("Kies een van deze, met het nummer.")

    def yes(self, question: str) -> bool:
        """Whether the answer is yes."""
        while (said := self.ask(f"{question} (j/n): ").strip().lower()[:1]) not in {"j", "n"}:
            self.say("Antwoord met j of n.")
        return said == "j"


def main(argv: list[str], ports: Callable[[], tuple[Found, ...]] = ports_now) -> int:
    """Walk through it; answers the exit code."""
    parser = argparse.ArgumentParser(
        prog="balie devices setup", description="Apparaten zoeken, proberen en in station.toml zetten."
    )
    parser.add_argument("--station", metavar="BESTAND", help="een ander bestand dan station.toml")
    parser.add_argument("--port", metavar="POORT", help="een poort die niet vanzelf gevonden wordt")
    options = parser.parse_args(argv)
    talk = Talk(lambda text: _say(text), _ask)
    found = ports() + ((Found(options.port),) if options.port else ())
    if not found:
        talk.say("Er is geen seriële poort gevonden. Steek de kabel in, of geef --port POORT.")
        return 1
    try:
        line = interview(talk, found)
        if line is None:
            return 1
        file = station_file(options.station)
        add_line(file, line)
        read_station(file)
    except ConfigMistakes as error:
        talk.say(str(error))
        return 2
    except EOFError:
        return 1
    talk.say(f"Opgeslagen in {file}. Start nu: balie devices")
    return 0


def interview(talk: Talk, found: tuple[Found, ...]) -> dict[str, Any] | None:
    """Ask what is on which port, try it, and answer the line for station.toml; None: it was given up."""
    talk.say("Deze poorten zijn er nu:")
    names = [f"{each.device}  {each.words}".strip() for each in found]
    port = found[names.index(talk.choose("Welke poort", names, names[0]))]
    likely = suggestions(port)
    for each in likely[:2]:
        talk.say(f"Misschien een {each.kind} ({each.driver}): {each.why}.")
    kind = talk.choose("Wat voor apparaat is het", KINDS, likely[0].kind if likely else "display")
    driver = next((each.driver for each in likely if each.kind == kind), "")
    line = _describe(talk, kind, driver, port)
    config = _checked(line)
    if config is None:
        return None
    return line if _tried(talk, config) else None


def _describe(talk: Talk, kind: str, driver: str, port: Found) -> dict[str, Any]:
    line: dict[str, Any] = {"name": talk.ask("Hoe heet dit apparaat: ").strip(), "kind": kind, "port": port.identity}
    known = {
        "printer": profile_names(),
        "display": (*DRIVERS, *known_templates("display"), *known_templates("lamp")),
        "dispenser": known_templates("dispenser"),
        "scanner": known_templates("scanner"),
    }[kind]
    chosen = talk.choose("Welk model", known, driver if driver in known else known[0])
    key = "profile" if kind == "printer" else "driver" if chosen in DRIVERS else "template"
    line[key] = chosen
    if kind == "display":
        line["counter"] = _number(talk, "Boven welke balie hangt het")
        line["address"] = _number(talk, "Welk adres heeft het op de lijn")
    if kind == "dispenser":
        line["map"] = {"1": {"contact_type": talk.ask("Soort contact van knop 1 (zoals quick): ").strip()}}
    return line


def _number(talk: Talk, question: str) -> int:
    while not (said := talk.ask(f"{question}: ").strip()).isdigit():
        talk.say("Typ een getal.")
    return int(said)


def _checked(line: dict[str, Any]) -> LineConfig | None:
    """The line as the service will read it; raises ConfigMistakes."""
    fields = Fields(line, "", [])
    made = LineConfig(fields.text("name"), fields.text("kind", None, KINDS), fields.text("port"))
    made = READERS[made.kind](made, fields, Path())
    if fields.mistakes:
        raise ConfigMistakes(fields.mistakes, "station.toml")
    return made


def _tried(talk: Talk, line: LineConfig) -> bool:
    """Whether the device did what it should, as the person next to it says."""
    with Trial(line) as trial:
        if problem := trial.problem():
            talk.say(problem)
            return talk.yes("Toch opslaan?")
        if line.kind in WAIT_FOR:
            kind, question = WAIT_FOR[line.kind]
            talk.say(question)
            heard = trial.wait({kind}, PRESS_SECONDS)
            talk.say("Gehoord. Het werkt." if heard else "Er kwam niets. Kijk naar kabel en snelheid.")
            return heard is not None or talk.yes("Toch opslaan?")
        trial.identify()
        return talk.yes(ASK[line.kind]) or talk.yes("Toch opslaan?")


def add_line(file: Path, line: dict[str, Any]) -> None:
    """Put one line into station.toml, which is made when it is not there; one of the same name is replaced."""
    document = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    others = [each for each in document.get("lines", []) if each.get("name") != line["name"]]
    document["lines"] = [*others, line]
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    fresh.write_text(tomli_w.dumps(document), encoding="utf-8")
    fresh.replace(file)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _ask(question: str) -> str:
    sys.stdout.write(question)
    sys.stdout.flush()
    said = sys.stdin.readline()
    if not said:
        raise EOFError
    return said

"""``balie devices setup``: finds ports, suggests what is on them, lets the device show itself, writes station.toml."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from balie_app.devices.config import station_file
from balie_app.devices.config_model import KINDS, LineConfig, Wish
from balie_app.devices.draft import Draft, buttons_of, checked, models, template_of
from balie_app.devices.linefile import put_line
from balie_app.devices.ports import Found, ports_now
from balie_app.devices.suggest import suggestions
from balie_app.devices.talk import Talk, at_terminal
from balie_app.devices.trying import ASK, WAIT_FOR, Trial
from balie_app.queue.config.mistakes import ConfigMistakes

PRESS_SECONDS = 20.0


def main(argv: list[str], ports: Callable[[], tuple[Found, ...]] = ports_now) -> int:
    """Walk through it; answers the exit code."""
    parser = argparse.ArgumentParser(
        prog="balie devices setup", description="Apparaten zoeken, proberen en in station.toml zetten."
    )
    parser.add_argument("--station", metavar="BESTAND", help="een ander bestand dan station.toml")
    parser.add_argument("--port", metavar="POORT", help="een poort die niet vanzelf gevonden wordt")
    options = parser.parse_args(argv)
    talk = at_terminal()
    found = ports() + ((Found(options.port),) if options.port else ())
    if not found:
        talk.say("Er is geen seriële poort gevonden. Steek de kabel in, of geef --port POORT.")
        return 1
    try:
        file = station_file(options.station)
        line = interview(talk, found, file.parent)
        if line is None:
            return 1
        put_line(file, line)
    except ConfigMistakes as error:
        talk.say(str(error))
        return 2
    except EOFError:
        return 1
    talk.say(f"Opgeslagen in {file}. Start nu: balie devices (wat al draait, merkt het zelf)")
    return 0


def interview(talk: Talk, found: tuple[Found, ...], folder: Path = Path()) -> dict[str, Any] | None:
    """Ask what is on which port, try it, and answer the line for station.toml; None: it was given up."""
    talk.say("Deze poorten zijn er nu:")
    names = [f"{each.device}  {each.words}".strip() for each in found]
    port = found[names.index(talk.choose("Welke poort", names, names[0]))]
    likely = suggestions(port)
    for each in likely[:2]:
        talk.say(f"Misschien een {each.kind} ({each.driver}): {each.why}.")
    kind = talk.choose("Wat voor apparaat is het", KINDS, likely[0].kind if likely else "display")
    name = talk.ask("Hoe heet dit apparaat: ").strip()
    driver = next((each.driver for each in likely if each.kind == kind), "")
    known = [each.name for each in models(kind, folder)]
    model = talk.choose("Welk model", known, driver if driver in known else known[0])
    draft = _use(talk, Draft(kind, port.identity, model, name), folder)
    line = draft.table(folder)
    return line if _tried(talk, checked(line, folder)) else None


def _use(talk: Talk, draft: Draft, folder: Path) -> Draft:
    """What the device is for, by its kind."""
    if draft.kind == "display":
        counter = _number(talk, "Boven welke balie hangt het")
        return replace(draft, counters={counter: _number(talk, "Welk adres heeft het op de lijn")})
    template = template_of(draft.model, folder)
    if draft.kind == "dispenser" and template is not None:
        return replace(draft, buttons=_wishes(talk, buttons_of(template)))
    return draft


def _wishes(talk: Talk, buttons: tuple[str, ...]) -> dict[str, Wish]:
    """What each button is for, until one is not used."""
    found: dict[str, Wish] = {}
    for button in buttons:
        said = talk.ask(f"Soort contact van knop {button}, zoals quick (leeg: geen knoppen meer): ").strip()
        if not said:
            break
        found[button] = Wish(said)
    return found


def _number(talk: Talk, question: str) -> int:
    while not (said := talk.ask(f"{question}: ").strip()).isdigit():
        talk.say("Typ een getal.")
    return int(said)


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
            talk.say("Ontvangen. Het werkt." if heard else "Er kwam niets. Kijk naar kabel en snelheid.")
            return heard is not None or talk.yes("Toch opslaan?")
        trial.identify()
        return talk.yes(ASK[line.kind]) or talk.yes("Toch opslaan?")

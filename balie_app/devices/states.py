"""How a device is doing, in one word and one line of advice for a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """One list for all kinds of device. The values are what people read."""

    OFF = "uit"
    CONNECTING = "verbinden"
    READY = "gereed"
    BUSY = "bezig"
    ATTENTION = "let op"
    HELP = "hulp nodig"
    SILENT = "geen antwoord"
    GONE = "weg"
    MISCONFIGURED = "fout ingesteld"


USABLE = frozenset({State.READY, State.BUSY, State.ATTENTION})
"""States in which a device does its work."""

STATE_OF_CAUSE: dict[str, State] = {
    "": State.READY,
    "paper_near_end": State.ATTENTION,
    "paper_out": State.HELP,
    "cover_open": State.HELP,
    "cutter": State.HELP,
    "cutter_stuck": State.HELP,
    "not_taken": State.ATTENTION,
    "other_printer": State.MISCONFIGURED,
    "error": State.HELP,
    "offline": State.HELP,
    "silent": State.SILENT,
    "garbage": State.MISCONFIGURED,
    "permission": State.MISCONFIGURED,
    "in_use": State.MISCONFIGURED,
    "missing": State.GONE,
    "unplugged": State.GONE,
    "vanishes": State.GONE,
    "stuck": State.SILENT,
    "bug": State.HELP,
    "stopped": State.OFF,
    "some_silent": State.ATTENTION,
    "device_error": State.ATTENTION,
    "claimed": State.MISCONFIGURED,
    "ambiguous": State.MISCONFIGURED,
    "no_rs485": State.MISCONFIGURED,
    "roll_unset": State.HELP,
    "service_gone": State.GONE,
    "no_handshake": State.MISCONFIGURED,
    "toner_low": State.ATTENTION,
    "toner_out": State.HELP,
    "jam": State.HELP,
    "offline_system": State.HELP,
    "queue_stopped": State.HELP,
    "queue_closed": State.HELP,
    "no_queue": State.MISCONFIGURED,
    "no_spooler": State.SILENT,
    "disk_full": State.HELP,
    "file_denied": State.MISCONFIGURED,
    "no_file": State.MISCONFIGURED,
}
"""State that belongs to a cause; a cause is a stable code."""

ADVICE: dict[str, str] = {
    "": "",
    "paper_near_end": "Het papier is bijna op. Leg een nieuwe rol klaar.",
    "paper_out": "Het papier is op. Leg een nieuwe rol in de printer.",
    "cover_open": "De klep staat open. Sluit de klep.",
    "cutter": "Het mes zit vast. Haal het papier bij het mes weg. De printer probeert het zelf opnieuw.",
    "cutter_stuck": "Het mes zit nog vast. Haal het papier bij het mes weg en zet de printer uit en weer aan.",
    "not_taken": "Er zit nog een bon in de printer. Haal hem eruit.",
    "other_printer": "Hier zit een andere printer dan in station.toml staat: {detail}. Wissel de kabels.",
    "error": "De printer meldt een storing. Zet de printer uit en weer aan.",
    "offline": "De printer staat niet aan de lijn. Druk op de knop Online of Feed.",
    "silent": "Het apparaat antwoordt niet. Kijk of het aan staat en of de kabel vastzit.",
    "garbage": "Het apparaat praat onverstaanbaar. Zoek de snelheid: balie devices test {detail} --scan.",
    "permission": "Balie mag deze poort niet openen. Zet de gebruiker in de groep {detail} en meld u opnieuw aan.",
    "in_use": "Een ander programma gebruikt deze poort. Sluit dat programma.",
    "missing": "Het apparaat is niet gevonden. Sluit de kabel aan, of controleer de poort in station.toml.",
    "unplugged": "De verbinding is weg. Steek de kabel weer in.",
    "vanishes": "De poort gaat meteen weer dicht. Verwijder brltty van deze computer, of probeer een andere kabel.",
    "stuck": "Het apparaat neemt niets meer aan. Zet het uit en weer aan.",
    "bug": "Balie begreep dit apparaat niet en begint opnieuw. Gebeurt het vaker? Stuur de uitvoer van 'balie devices "
    "monitor --export' naar de leverancier.",
    "stopped": "",
    "some_silent": "Geen antwoord van het display bij {detail}. Kijk of het aan staat; de andere werken.",
    "device_error": "Het apparaat meldt een storing aan zichzelf. Bel de leverancier als het niet overgaat.",
    "claimed": "{detail} heeft deze lijn al. Sluit dat station, of haal de lijn uit station.toml.",
    "ambiguous": "Er zijn twee gelijke adapters. Zet de USB-plaats in station.toml: balie devices setup noemt ze.",
    "no_rs485": 'Deze adapter kan de RS-485-lijn niet omkeren. Zet rs485 = "auto" in station.toml.',
    "roll_unset": "Het nummer van de rol is vandaag nog niet gezet. Typ: balie devices roll {detail} NUMMER.",
    "service_gone": "Balie draait niet meer op {detail}. Start daar 'balie devices' opnieuw.",
    "no_handshake": 'De lijn wacht op een draad die de kabel misschien niet heeft. Zet flow = "none" in station.toml.',
    "toner_low": "De toner is bijna op. Leg een nieuwe klaar.",
    "toner_out": "De toner is op. Doe een nieuwe in de printer.",
    "jam": "Er zit papier vast. Haal het papier uit de printer.",
    "offline_system": "De printer is niet te bereiken. Kijk of hij aan staat en of het netwerk werkt.",
    "queue_stopped": "De wachtrij van deze printer staat stil. Zet hem weer aan bij de printers van het systeem.",
    "queue_closed": "De wachtrij van deze printer neemt niets aan. Zet hem open bij de printers van het systeem.",
    "no_queue": "Het systeem kent deze printer niet. Controleer de naam achter system: in station.toml.",
    "no_spooler": "Het printsysteem (CUPS) antwoordt niet. Start deze computer opnieuw als het zo blijft.",
    "disk_full": "De schijf is vol. Maak ruimte.",
    "file_denied": "Balie mag niet in dit bestand schrijven. Geef de gebruiker rechten op de map.",
    "no_file": "De map van dit bestand is er niet. Maak de map, of controleer de poort in station.toml.",
}
"""One Dutch line for whoever stands next to the device."""

OF_A_JOB: dict[str, str] = {
    "aborted": "Het systeem kon dit niet printen. Kijk bij de printers van het systeem.",
    "refused": "Het systeem neemt dit niet aan. Kijk of deze printer PDF kan.",
    "canceled": "Iemand haalde dit uit de wachtrij van het systeem.",
    "slow": "Dit stond te lang in de wachtrij van het systeem.",
    "gone": "Het systeem weet niet meer van deze opdracht. Kijk of het papier er ligt.",
    "unconfirmed": "Deze printer zegt nooit of het gelukt is. Kijk of het papier er ligt.",
    "restart": "Balie stopte tijdens het printen. Kijk of het papier er ligt.",
}
"""What to know about a paper that did not come out, or may not have, when its printer is well."""

USUAL = {"permission": "dialout", "garbage": "NAAM"}
"""What the advice is about when nobody knows better: the group that may open serial ports on most systems."""
SOMETHING = "dit apparaat"
"""When it may be about anything."""


def advice(cause: str, detail: str = "") -> str:
    """The line for a cause, about ``detail``; empty when nothing is wrong."""
    return ADVICE.get(cause, "").replace("{detail}", detail or USUAL.get(cause, SOMETHING))


def job_advice(detail: str) -> str:
    """The line for the detail of a paper's outcome; empty when there is nothing to add."""
    return OF_A_JOB.get(detail) or advice(detail)


@dataclass(frozen=True, slots=True)
class Status:
    """One device now, as the control window and the host desk show it."""

    name: str
    kind: str
    """printer, display, dispenser or scanner."""
    port: str
    state: State
    since: datetime
    """Aware, UTC: when it came into this state."""
    cause: str = ""
    detail: str = ""
    """What the advice is about: which counters, which station."""
    shows: dict[int, str] | None = None
    """Displays: counter → the text that was sent last ("" is empty)."""

    @property
    def advice(self) -> str:
        """What a person can do about it; empty when nothing is wrong."""
        return advice(self.cause, self.detail)

    def as_dict(self) -> dict[str, object]:
        """The values of one line of JSON."""
        answer: dict[str, object] = {
            "device": self.name,
            "kind": self.kind,
            "port": self.port,
            "state": self.state.value,
            "since": self.since.isoformat(),
            "cause": self.cause,
            "advice": self.advice,
            "detail": self.detail,
        }
        if self.shows is not None:
            answer["shows"] = {str(counter): text for counter, text in self.shows.items()}
        return answer

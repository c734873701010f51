"""What devices are and need, in the language of the windows: ``balie_app.devices`` knows no Qt, and speaks Dutch."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "DeviceWords"
ABOUT = "{detail}"
"""What stands in a sentence where it is about something that only the device knows."""


def said(sentence: str) -> str:
    """A Dutch sentence of ``balie_app.devices`` in the language of the windows; any other stays as it is."""
    if sentence in SENTENCES:
        return QCoreApplication.translate(CONTEXT, sentence)
    return next(_about(sentence), sentence)


def _about(sentence: str) -> Iterator[str]:
    """A sentence that was filled in already: what it is about is put in the translated one."""
    for before, _, after in (each.partition(ABOUT) for each in SENTENCES if ABOUT in each):
        if sentence.startswith(before) and sentence.endswith(after):
            detail = sentence[len(before) : len(sentence) - len(after)]
            yield QCoreApplication.translate(CONTEXT, f"{before}{ABOUT}{after}").replace(ABOUT, said(detail))


_WORDS: tuple[object, ...] = (
    QT_TRANSLATE_NOOP("DeviceWords", "uit"),
    QT_TRANSLATE_NOOP("DeviceWords", "verbinden"),
    QT_TRANSLATE_NOOP("DeviceWords", "gereed"),
    QT_TRANSLATE_NOOP("DeviceWords", "bezig"),
    QT_TRANSLATE_NOOP("DeviceWords", "let op"),
    QT_TRANSLATE_NOOP("DeviceWords", "hulp nodig"),
    QT_TRANSLATE_NOOP("DeviceWords", "geen antwoord"),
    QT_TRANSLATE_NOOP("DeviceWords", "weg"),
    QT_TRANSLATE_NOOP("DeviceWords", "fout ingesteld"),
    QT_TRANSLATE_NOOP("DeviceWords", "Het papier is bijna op. Leg een nieuwe rol klaar."),
    QT_TRANSLATE_NOOP("DeviceWords", "Het papier is op. Leg een nieuwe rol in de printer."),
    QT_TRANSLATE_NOOP("DeviceWords", "De klep staat open. Sluit de klep."),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Het mes zit vast. Haal het papier bij het mes weg. De printer probeert het zelf opnieuw."
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Het mes zit nog vast. Haal het papier bij het mes weg en zet de printer uit en weer aan."
    ),
    QT_TRANSLATE_NOOP("DeviceWords", "Er zit nog een bon in de printer. Haal hem eruit."),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Hier zit een andere printer dan in station.toml staat: {detail}. Wissel de kabels."
    ),
    QT_TRANSLATE_NOOP("DeviceWords", "De printer meldt een storing. Zet de printer uit en weer aan."),
    QT_TRANSLATE_NOOP("DeviceWords", "De printer staat niet aan de lijn. Druk op de knop Online of Feed."),
    QT_TRANSLATE_NOOP("DeviceWords", "Het apparaat antwoordt niet. Kijk of het aan staat en of de kabel vastzit."),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Het apparaat praat onverstaanbaar. Zoek de snelheid: balie devices test {detail} --scan."
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Balie mag deze poort niet openen. Zet de gebruiker in de groep {detail} en meld u opnieuw aan."
    ),
    QT_TRANSLATE_NOOP("DeviceWords", "Een ander programma gebruikt deze poort. Sluit dat programma."),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Het apparaat is niet gevonden. Sluit de kabel aan, of controleer de poort in station.toml."
    ),
    QT_TRANSLATE_NOOP("DeviceWords", "De verbinding is weg. Steek de kabel weer in."),
    QT_TRANSLATE_NOOP(
        "DeviceWords",
        "De poort gaat meteen weer dicht. Verwijder brltty van deze computer, of probeer een andere kabel.",
    ),
    QT_TRANSLATE_NOOP("DeviceWords", "Het apparaat neemt niets meer aan. Zet het uit en weer aan."),
    QT_TRANSLATE_NOOP(
        "DeviceWords",
        "Balie begreep dit apparaat niet en begint opnieuw. Gebeurt het vaker? Stuur de uitvoer van 'balie "
        "devices monitor --export' naar de leverancier.",
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Geen antwoord van het display bij {detail}. Kijk of het aan staat; de andere werken."
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Het apparaat meldt een storing aan zichzelf. Bel de leverancier als het niet overgaat."
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "{detail} heeft deze lijn al. Sluit dat station, of haal de lijn uit station.toml."
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Er zijn twee gelijke adapters. Zet de USB-plaats in station.toml: balie devices setup noemt ze."
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", 'Deze adapter kan de RS-485-lijn niet omkeren. Zet rs485 = "auto" in station.toml.'
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Het nummer van de rol is vandaag nog niet gezet. Typ: balie devices roll {detail} NUMMER."
    ),
    QT_TRANSLATE_NOOP("DeviceWords", "Balie draait niet meer op {detail}. Start daar 'balie devices' opnieuw."),
    QT_TRANSLATE_NOOP(
        "DeviceWords",
        'De lijn wacht op een draad die de kabel misschien niet heeft. Zet flow = "none" in station.toml.',
    ),
    QT_TRANSLATE_NOOP("DeviceWords", "De toner is bijna op. Leg een nieuwe klaar."),
    QT_TRANSLATE_NOOP("DeviceWords", "De toner is op. Doe een nieuwe in de printer."),
    QT_TRANSLATE_NOOP("DeviceWords", "Er zit papier vast. Haal het papier uit de printer."),
    QT_TRANSLATE_NOOP("DeviceWords", "De printer is niet te bereiken. Kijk of hij aan staat en of het netwerk werkt."),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "De wachtrij van deze printer staat stil. Zet hem weer aan bij de printers van het systeem."
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "De wachtrij van deze printer neemt niets aan. Zet hem open bij de printers van het systeem."
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Het systeem kent deze printer niet. Controleer de naam achter system: in station.toml."
    ),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "Het printsysteem (CUPS) antwoordt niet. Start deze computer opnieuw als het zo blijft."
    ),
    QT_TRANSLATE_NOOP("DeviceWords", "De schijf is vol. Maak ruimte."),
    QT_TRANSLATE_NOOP("DeviceWords", "Balie mag niet in dit bestand schrijven. Geef de gebruiker rechten op de map."),
    QT_TRANSLATE_NOOP(
        "DeviceWords", "De map van dit bestand is er niet. Maak de map, of controleer de poort in station.toml."
    ),
    QT_TRANSLATE_NOOP("DeviceWords", "Het systeem kon dit niet printen. Kijk bij de printers van het systeem."),
    QT_TRANSLATE_NOOP("DeviceWords", "Het systeem neemt dit niet aan. Kijk of deze printer PDF kan."),
    QT_TRANSLATE_NOOP("DeviceWords", "Iemand haalde dit uit de wachtrij van het systeem."),
    QT_TRANSLATE_NOOP("DeviceWords", "Dit stond te lang in de wachtrij van het systeem."),
    QT_TRANSLATE_NOOP("DeviceWords", "Het systeem weet niet meer van deze opdracht. Kijk of het papier er ligt."),
    QT_TRANSLATE_NOOP("DeviceWords", "Deze printer zegt nooit of het gelukt is. Kijk of het papier er ligt."),
    QT_TRANSLATE_NOOP("DeviceWords", "Balie stopte tijdens het printen. Kijk of het papier er ligt."),
    QT_TRANSLATE_NOOP("DeviceWords", "dit apparaat"),
    QT_TRANSLATE_NOOP("DeviceWords", "NAAM"),
    QT_TRANSLATE_NOOP("DeviceWords", "Knippert het display, of staat er een nummer op?"),
    QT_TRANSLATE_NOOP("DeviceWords", "Kwam er een bon uit de printer?"),
    QT_TRANSLATE_NOOP("DeviceWords", "Druk nu op een knop van de nummerautomaat."),
    QT_TRANSLATE_NOOP("DeviceWords", "Houd nu een code voor de scanner."),
    QT_TRANSLATE_NOOP("DeviceWords", "op een RS-485-adapter zitten vaak displays"),
    QT_TRANSLATE_NOOP("DeviceWords", "aan zo'n poort zit ook wel eens een bonprinter"),
    QT_TRANSLATE_NOOP("DeviceWords", "aan zo'n poort zit ook wel eens een nummerautomaat"),
    QT_TRANSLATE_NOOP("DeviceWords", "aan zo'n poort zit ook wel eens een scanner"),
    QT_TRANSLATE_NOOP("DeviceWords", "dit is een printer met een eigen USB-kabel"),
    QT_TRANSLATE_NOOP("DeviceWords", "dit is vaak een bonprinter"),
    QT_TRANSLATE_NOOP("DeviceWords", "Epson maakt bonprinters"),
    QT_TRANSLATE_NOOP("DeviceWords", "Epson maakt klantdisplays"),
    QT_TRANSLATE_NOOP("DeviceWords", "Star maakt bonprinters"),
    QT_TRANSLATE_NOOP("DeviceWords", "Hand Held Products maakt scanners"),
    QT_TRANSLATE_NOOP("DeviceWords", "Datalogic maakt scanners"),
    QT_TRANSLATE_NOOP("DeviceWords", "Opticon maakt scanners"),
    QT_TRANSLATE_NOOP("DeviceWords", "Honeywell maakt scanners"),
    QT_TRANSLATE_NOOP("DeviceWords", "Custom maakt bonprinters"),
    QT_TRANSLATE_NOOP("DeviceWords", "deze CH340 zit vaak op een USB-relais"),
    QT_TRANSLATE_NOOP("DeviceWords", "deze CH340 zit vaak in een nummerautomaat"),
    QT_TRANSLATE_NOOP("DeviceWords", "een Arduino is vaak een nummerautomaat"),
)
"""lupdate finds a text where it stands; a test compares these with what the devices say."""
SENTENCES = frozenset(str(each) for each in _WORDS)

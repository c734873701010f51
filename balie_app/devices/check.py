"""What a person next to a printer is asked about the test page, and what follows from the answers.

No terminal and no window: `cli_test` asks on the one, a setup window may ask in the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from balie_app.devices.config_model import LineConfig
from balie_app.devices.making import profile_of
from balie_app.devices.ports import on_pages, spooled
from balie_app.printing.checkpage import END, check_document, check_page, signs
from balie_app.printing.pdf import Paper, pdf
from balie_app.printing.profiles import Profile, profile, profile_names

SPEEDS = (9600, 19200, 38400, 115200)
"""What printers are set to, the most usual first."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to look for on the test page; yes is good."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What would be better, and what that is in the line's table in station.toml (nothing: a person has to act)."""

    sentence: str
    keys: dict[str, object] = field(default_factory=dict)


def page_for(line: LineConfig) -> bytes:
    """The test page as this printer takes it."""
    if on_pages(line.port):
        return pdf(check_document(line.name, None), Paper.A4)
    return check_page(profile_of(line), line.name)


def questions(line: LineConfig) -> tuple[Question, ...]:
    """What to ask, in the order of the page."""
    own = profile_of(line)
    first = Question("paper", "Kwam er een bon uit de printer?")
    if on_pages(line.port):
        return (first, Question("qr", "Ziet u een vierkant met blokjes?"))
    letters = tuple(
        Question(f"page:{page.codec}", f"Staat er achter {page.codec} precies: {signs(page.codec)}?")
        for page in own.code_pages
    )
    rest = (
        Question("width", "Staat elke rij cijfers op een eigen regel, zonder iets eronder?"),
        *(() if own.qr == "none" else (Question("qr", "Ziet u een vierkant met blokjes?"),)),
        Question("end", f"Staat onderaan: {END}?"),
        Question("cut", "Is de bon afgesneden?"),
    )
    return (first, *letters, *rest)


def changes(line: LineConfig, answers: Mapping[str, bool]) -> tuple[Change, ...]:
    """What follows from the answers (question → yes or no); empty when all is well."""
    if not answers.get("paper", True):
        return (Change("Kijk of de printer aan staat, papier heeft, en of de kabel in de goede poort zit."),)
    return tuple(_changes(line, profile_of(line), answers))


def _changes(line: LineConfig, own: Profile, answers: Mapping[str, bool]) -> Iterator[Change]:
    if not answers.get("end", True):
        yield _flow(line)
    pages = [page.codec for page in own.code_pages]
    good = [codec for codec in pages if answers.get(f"page:{codec}", True)]
    if not good:
        yield _other(own, "Geen enkele regel met letters klopt", lambda each: each.code_pages != own.code_pages)
    elif good != pages:
        yield Change("Gebruik alleen de tekensets die kloppen.", {"code_pages": good})
    if not answers.get("width", True):
        yield _other(own, "Het papier is smaller", lambda each: each.columns < own.columns)
    if not answers.get("qr", True) and not on_pages(line.port):
        instead = "raster" if own.qr == "native" else "none"
        how = "Teken de QR-code zelf." if own.qr == "native" else "Deze printer kan geen QR-code. Laat hem weg."
        yield Change(how, {"qr": instead})
    if not answers.get("cut", True):
        yield _other(own, "De printer snijdt niet", lambda each: each.cut != own.cut)


def _other(own: Profile, why: str, fits: Callable[[Profile], bool]) -> Change:
    """Another profile that differs in what went wrong, as like this one as can be."""
    others = [profile(name) for name in profile_names() if name != own.name]
    likely = sorted((each for each in others if fits(each)), key=lambda each: (each.status != own.status, each.name))
    if not likely:
        return Change(f"{why}. Kies een ander profiel, of maak er een voor deze printer.")
    return Change(f"{why}. Probeer het profiel {likely[0].name} ({likely[0].title}).", {"profile": likely[0].name})


def _flow(line: LineConfig) -> Change:
    """A printer that loses the end of a paper is told too much at once, or waits for a wire that is not there."""
    if spooled(line.port) or "://" in line.port:
        return Change("Het einde ontbreekt. Kijk of er genoeg papier is, en probeer het profiel clone.")
    if line.settings.flow in {"rtscts", "dsrdtr"}:
        return Change("Het einde ontbreekt: de kabel heeft te weinig draden.", {"line": {"flow": "none"}})
    flow = "rtscts" if line.settings.flow == "xonxoff" else "xonxoff"
    return Change("Het einde ontbreekt: de printer krijgt te veel tegelijk.", {"line": {"flow": flow}})

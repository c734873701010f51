"""What the kiosk says. Dutch is the source; the other languages stand in ``resources/i18n``."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from balie_app.printing import texts as paper
from balie_app.printing.waiting import wait_text
from balie_app.queue.rules.offer import Standing
from balie_app.ui.screen import voice

translate = QCoreApplication.translate

NAMES = {
    "nl": "Nederlands",
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "ar": "العربية",
    "tr": "Türkçe",
    "pl": "Polski",
    "uk": "Українська",
}
"""Each language by its own name."""
RIGHT_TO_LEFT = frozenset({"ar"})


def more() -> str:
    return translate("kiosk", "Meer")


def erase() -> str:
    return translate("kiosk", "Wissen")


def space() -> str:
    return translate("kiosk", "Spatie")


def hyphen() -> str:
    return translate("kiosk", "Streepje")


def at_time(at: datetime, language: str) -> str:
    """A local time: "10.40 uur"."""
    return paper.words(language).time(at)


def day_name(at: datetime, language: str) -> str:
    """A local date: "dinsdag 14 januari"."""
    return QLocale(language).toString(QDate(at.year, at.month, at.day), DAY.get(language, "dddd d MMMM"))


DAY = {"de": "dddd, d. MMMM", "tr": "d MMMM dddd"}


def opens(at: datetime | None, today: datetime, language: str) -> str:
    """When the hall opens, in a sentence; "" when that is not known."""
    if at is None:
        return ""
    time = at_time(at, language)
    if at.date() == today.date():
        return translate("kiosk", "Wij gaan vandaag open om %1.").replace("%1", time)
    sentence = translate("kiosk", "Wij zijn weer open: %1, vanaf %2.")
    return sentence.replace("%1", day_name(at, language)).replace("%2", time)


def wait(range_: tuple[int, int] | None, language: str) -> str:
    """The expected wait before a number is taken."""
    if range_ is None:
        return translate("kiosk", "Nu kan niemand u hiermee helpen.")
    return wait_text(*range_, language)


def not_now(stands: Standing) -> str:
    """In a word, on a product that cannot be had at once; "" for one that can."""
    return {
        Standing.APPOINTMENT_ONLY: translate("kiosk", "Alleen met afspraak"),
        Standing.NOT_HERE: translate("kiosk", "Niet hier"),
        Standing.PRODUCT_CLOSED: translate("kiosk", "Nu niet"),
        Standing.NOBODY: translate("kiosk", "Nu niet"),
        Standing.INTAKE_FULL: translate("kiosk", "Vandaag niet meer"),
    }.get(stands, "")


def again(at: datetime, language: str) -> str:
    """From when a product can be had again."""
    sentence = translate("kiosk", "U kunt hiervoor weer terecht: %1, vanaf %2.")
    return sentence.replace("%1", day_name(at, language)).replace("%2", at_time(at, language))


def about(minutes: int, language: str) -> str:
    """ "ongeveer 10 minuten"."""
    spoken = paper.words(language)
    few = "about_to_ten" if minutes <= 10 and "about_to_ten" in spoken.words else "about"
    return spoken.say(few, high=minutes)


def lasts(minutes: int, language: str) -> str:
    """How long the conversation takes."""
    return translate("kiosk", "Duur van het gesprek: %1").replace("%1", about(minutes, language))


def spelled(label: str, language: str) -> str:
    """A number as it is read aloud: character by character."""
    own = voice.words().get(language) or voice.words()["nl"]
    return own.comma.join(own.digits[int(sign)] if sign.isdecimal() else sign for sign in label if sign.isalnum())


def refusal(code: str) -> tuple[str, str]:
    """Why the kiosk cannot check somebody in, and what to do now."""
    reception = translate("kiosk", "Ga naar de receptie. Daar helpen wij u verder.")
    known = {
        "already-checked-in": (
            translate("kiosk", "U bent al aangemeld"),
            translate("kiosk", "Neem plaats en let op het scherm. Bent u uw nummer kwijt? Ga naar de receptie."),
        ),
        "cancelled": (translate("kiosk", "Deze afspraak is afgezegd"), reception),
        "too-early": (translate("kiosk", "U bent nog te vroeg"), ""),
        "unknown-code": (
            translate("kiosk", "Wij vinden deze code niet"),
            translate("kiosk", "Kijk goed naar uw code en typ hem opnieuw, of ga naar de receptie."),
        ),
        "wrong-day": (translate("kiosk", "Uw afspraak is niet vandaag"), ""),
        "hall-closed": (
            translate("kiosk", "U kunt nu geen nummer meer nemen"),
            translate("kiosk", "Ga naar de receptie als u vragen hebt."),
        ),
        "appointment-only": (translate("kiosk", "Hiervoor hebt u een afspraak nodig"), reception),
        "not-here": (translate("kiosk", "Hiervoor kunt u hier niet terecht"), reception),
        "product-closed": (translate("kiosk", "Hiervoor kunt u nu geen nummer nemen"), reception),
        "nobody-present": (translate("kiosk", "Hiervoor kunt u nu geen nummer nemen"), reception),
        "intake-full": (translate("kiosk", "Hiervoor komt u vandaag niet meer aan de beurt"), reception),
    }
    return known.get(code, (translate("kiosk", "Dit lukt nu niet"), reception))


def too_early(at: str) -> str:
    """From when somebody can check in."""
    sentence = translate("kiosk", "U kunt zich aanmelden vanaf %1. Kom dan terug, of ga naar de receptie.")
    return sentence.replace("%1", at)


def wrong_day(day: str) -> str:
    """On which day the appointment is."""
    return translate("kiosk", "De datum van uw afspraak: %1. Hebt u een vraag? Ga naar de receptie.").replace("%1", day)


def reception() -> str:
    """Where somebody always helps."""
    return translate("kiosk", "Bij de receptie helpt een medewerker u verder.")


def still_there() -> str:
    """Before everything is forgotten."""
    return translate("kiosk", "Bent u er nog?")

"""Words that several windows use: clock times, people, needs, languages, kinds of counter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from balie_app.queue.rules.hall import Counter, CounterType, HallConfig

translate = QCoreApplication.translate


def local(moment: datetime, config: HallConfig) -> datetime:
    """The hall's local time."""
    return moment.astimezone(ZoneInfo(config.timezone))


def clock(moment: datetime, config: HallConfig) -> str:
    """Local time of the hall, such as 10:42."""
    return local(moment, config).strftime("%H:%M")


def filled(template: str, *values: str) -> str:
    """A translated sentence with its %1, %2 … filled in."""
    for at, value in enumerate(values, start=1):
        template = template.replace(f"%{at}", value)
    return template


def own_language() -> str:
    """The code of the language that the windows speak: itself a text to translate, so that the two cannot differ."""
    return translate("Words", "nl")


def label(labels: Mapping[str, str]) -> str:
    """A text of the hall's configuration in the language of the windows, else in Dutch; "" when there is none."""
    return labels.get(own_language()) or labels.get("nl", "")


def things(lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A list of the hall's configuration in the language of the windows, else in Dutch."""
    return lists.get(own_language()) or lists.get("nl", ())


def people(count: int) -> str:
    """1 persoon, 2 personen."""
    if count == 1:
        return translate("Words", "1 persoon")
    return filled(translate("Words", "%1 personen"), str(count))


def need(code: str) -> str:
    """What a visitor needs."""
    return {
        "wheelchair": translate("Words", "rolstoel"),
        "help": translate("Words", "hulp nodig"),
        "quiet": translate("Words", "rustige plek"),
        "interpreter": translate("Words", "tolk"),
    }.get(code, code)


def language(code: str) -> str:
    """The name of a language."""
    return {
        "nl": translate("Words", "Nederlands"),
        "en": translate("Words", "Engels"),
        "de": translate("Words", "Duits"),
        "fr": translate("Words", "Frans"),
        "ar": translate("Words", "Arabisch"),
        "tr": translate("Words", "Turks"),
        "pl": translate("Words", "Pools"),
        "uk": translate("Words", "Oekraïens"),
    }.get(code, code)


def counter_kind(counter: Counter) -> str:
    """What sort of place it is."""
    return {
        CounterType.STAND_UP: translate("Words", "sta-balie"),
        CounterType.QUICK: translate("Words", "snelbalie"),
        CounterType.CLOSED: translate("Words", "gesloten balie"),
        CounterType.ROOM: translate("Words", "spreekkamer"),
        CounterType.GROUP_ROOM: translate("Words", "groepsspreekkamer"),
        CounterType.READING_ROOM: translate("Words", "leeskamer"),
        CounterType.TABLE: translate("Words", "tafel"),
        CounterType.RECEPTION: translate("Words", "receptie"),
    }[counter.type]

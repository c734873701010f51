"""What changed between two configurations, as data for the journal and as Dutch lines for people."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Any

Change = dict[str, Any]
"""``where`` (such as ``products[paspoort].minutes``) with ``was`` and ``is``; one of them is missing for a whole thing
that came or went."""

NAMED_BY = {"counters": "number", "contact_types": "code", "products": "slug", "clerks": "code", "norms": "code"}
"""Lists of things, and the key that names one."""
PARTS = {
    "counters": "balie",
    "contact_types": "soort contact",
    "products": "product",
    "clerks": "medewerker",
    "norms": "norm",
    "settings": "instelling",
    "opening": "openingstijden",
    "texts": "tekst",
    "paper": "papier",
}
MOST = 1000
"""Changes that the journal lists one by one."""
_LONGEST = 60


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Everything that differs between two documents, in the order of the parts."""
    found: list[Change] = []
    for part in dict.fromkeys([*before, *after]):
        if part in NAMED_BY:
            was, now = (_by_name(part, document.get(part, [])) for document in (before, after))
            for name in dict.fromkeys([*was, *now]):
                found += _compared(f"{part}[{name}]", was.get(name), now.get(name))
        else:
            found += _compared(part, before.get(part), after.get(part))
    return found[:MOST]


def _by_name(part: str, things: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {_name(part, each): each for each in things}


def _name(part: str, thing: Mapping[str, Any]) -> str:
    begins = thing.get("valid_from")
    return f"{thing[NAMED_BY[part]]} vanaf {begins}" if begins else str(thing[NAMED_BY[part]])


def _compared(where: str, was: Any, now: Any) -> Iterator[Change]:
    if was == now:
        return
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        for key in dict.fromkeys([*was, *now]):
            yield from _compared(f"{where}.{key}", was.get(key), now.get(key))
    else:
        if where.endswith("paper.logo"):
            was, now = (_picture(value) for value in (was, now))
        change = {"where": where, "was": was, "is": now}
        yield {key: value for key, value in change.items() if value is not None}


def _picture(value: str | None) -> str | None:
    """A picture in a word: nobody reads its bytes, and the journal has them in the document."""
    if value is None:
        return None
    return f"beeld van {-(-len(value) * 3 // 4096)} kB ({zlib.crc32(value.encode()):08x})"


def lines(changes: list[Change]) -> list[str]:
    """Each change as a short Dutch line."""
    return [line(change) for change in changes]


def line(change: Change) -> str:
    """One change in Dutch: "product paspoort, minutes: was 10, is nu 15"."""
    about = _place(change["where"])
    if "was" not in change:
        return f"{about}: nieuw" if _whole(change["is"]) else f"{about}: is nu {_shown(change['is'])}"
    if "is" not in change:
        return f"{about}: weg" if _whole(change["was"]) else f"{about}: was {_shown(change['was'])}, staat er niet meer"
    return f"{about}: was {_shown(change['was'])}, is nu {_shown(change['is'])}"


def _whole(value: Any) -> bool:
    return isinstance(value, Mapping)


def _place(where: str) -> str:
    head, dot, key = where.partition("].") if "[" in where else where.partition(".")
    part, bracket, name = head.rstrip("]").partition("[")
    thing = f"{PARTS.get(part, part)} {name}" if bracket else PARTS.get(part, part)
    return f"{thing}, {key}" if dot else thing


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        text = ", ".join(_shown(each) for each in value) or "leeg"
    elif isinstance(value, Mapping):
        text = ", ".join(f"{key} {_shown(each)}" for key, each in value.items()) or "leeg"
    else:
        text = str(value) if value != "" else "leeg"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

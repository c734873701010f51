"""A row with Arabic in it as signs from left to right, for a page whose writer neither joins nor orders letters.

A letter looks different at the beginning, in the middle and at the end of a word. Unicode has a sign for each of those
forms (Arabic Presentation Forms A and B) and says which letter each is of; our own Arabic font has them all. The order
follows Unicode's bidirectional algorithm (UAX 9) as far as a row on paper needs it: there are no direction marks in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby

ISOLATED, FINAL, INITIAL, MEDIAL = "<isolated>", "<final>", "<initial>", "<medial>"
FORMS = (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD))
"""Forms of one letter, and of lam with alef; the ligatures of whole words are left alone."""
FORM = {(False, False): ISOLATED, (False, True): INITIAL, (True, False): FINAL, (True, True): MEDIAL}
"""By whether it joins the letter before, and the letter after."""
MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
RIGHT, NUMBER, LETTERS = frozenset({"R", "AL"}), frozenset({"EN", "AN"}), frozenset({"L", "R", "AL"})
"""Kinds of signs in Unicode's words: letters from the right, digits, and letters that decide about a direction."""


@lru_cache(maxsize=256)
def from_left_to_right(text: str) -> str:
    """The signs of a row as they stand on paper: letters in their joined forms, in the order of the eye."""
    signs = _joined(text)
    levels = _levels([unicodedata.bidirectional(sign[0]) for sign in signs])
    return "".join(signs[at].translate(MIRRORED) if levels[at] % 2 else signs[at] for at in _order(levels))


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter (or lam with alef) → its forms."""
    found: dict[str, dict[str, str]] = {}
    for sign in map(chr, FORMS):
        kind, *letters = unicodedata.decomposition(sign).split()
        found.setdefault("".join(chr(int(each, 16)) for each in letters), {})[kind] = sign
    return found


def _joined(text: str) -> list[str]:
    """The signs in the order of reading."""
    shapes, letters = _forms(), _letters(text)
    signs = []
    for at, letter in enumerate(letters):
        own, before, after = (shapes.get(each, {}) for each in (letter, *_beside(letters, at)))
        form = FORM[FINAL in own and INITIAL in before, INITIAL in own and FINAL in after]
        signs.append(own.get(form, letter))
    return signs


def _letters(text: str) -> list[str]:
    """The letters; a lam with an alef behind it is one."""
    found, at = [], 0
    while at < len(text):
        pair = text[at : at + 2]
        found.append(pair if len(pair) == 2 and pair in _forms() else text[at])
        at += len(found[-1])
    return found


def _beside(letters: list[str], at: int) -> tuple[str, str]:
    """The letters before and after, empty at an edge; vowel marks stand above a word, not in it."""

    def nearest(others: Iterable[str]) -> str:
        return next((each for each in others if unicodedata.category(each[0]) != "Mn"), "")

    return nearest(reversed(letters[:at])), nearest(letters[at + 1 :])


def _levels(kinds: list[str]) -> list[int]:
    """Even: from left to right; odd: from right to left; the first letter decides about the row (P2, P3)."""
    row = 0 if next((kind for kind in kinds if kind in LETTERS), "L") == "L" else 1
    kinds = _numbers(kinds, row)
    sides = ["R" if kind in RIGHT | NUMBER else kind if kind == "L" else "" for kind in kinds]
    levels = []
    for at, kind in enumerate(kinds):
        side = sides[at] or _between(sides, at, row)
        levels.append(2 if kind in NUMBER else 1 if side == "R" else 2 * row)
    return levels


def _numbers(kinds: list[str], row: int) -> list[str]:
    """Which signs are part of a number, and with which letters a number reads along (W2, W4, W5 and W7)."""
    after_arabic = _after(kinds, "L", "AL", "AN")
    around = zip(["", *after_arabic], after_arabic, [*after_arabic[1:], ""], strict=False)
    whole = [_in_number(before, kind, after) for before, kind, after in around]
    return _after(whole, "R" if row else "L", "L", "L")


def _after(kinds: list[str], letter: str, wanted: str, becomes: str) -> list[str]:
    """European numbers after a letter of the ``wanted`` kind become something else; ``letter``: before the row."""
    found = []
    for kind in kinds:
        letter = kind if kind in LETTERS else letter
        found.append(becomes if kind == "EN" and letter == wanted else kind)
    return found


def _in_number(before: str, kind: str, after: str) -> str:
    if before == after and (before, kind) in {("EN", "ES"), ("EN", "CS"), ("AN", "CS")}:
        return before
    return "EN" if kind == "ET" and "EN" in {before, after} else kind


def _between(sides: list[str], at: int, row: int) -> str:
    """The direction of a space or sign: that of both neighbours when they agree, else that of the row (N1, N2)."""
    edge = "R" if row else "L"
    before = next((side for side in reversed(sides[:at]) if side), edge)
    after = next((side for side in sides[at:] if side), edge)
    return before if before == after else edge


def _order(levels: list[int]) -> list[int]:
    """Which sign stands where: from the highest level down, what is as high is turned round (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        pieces = [(high, list(run)) for high, run in groupby(order, lambda at: levels[at] >= level)]  # noqa: B023
        order = [at for high, run in pieces for at in (reversed(run) if high else run)]
    return order

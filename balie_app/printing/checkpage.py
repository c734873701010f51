"""The page that shows what a printer can do: its letters, its width, a QR code, the end, and the cut.

It shows more than one code page, which no document does; so its first part is bytes of its own.
"""

from __future__ import annotations

from balie_app.printing.documents import Code, Cut, Document, Line, Part, Rule, Size, Space
from balie_app.printing.encoder import DIALECTS, encode
from balie_app.printing.profiles import CodePage, Profile

_WESTERN, _CYRILLIC = "é ë ï ö ü ç ñ ß €", "Привіт ґ є ї"
_SIGNS = {
    "cp852": "ą ć ę ł ń ó ś ź ż ă",
    "cp1250": "ą ć ę ł ń ó ś ź ż ă €",
    "cp857": "ğ ş ı İ ç ö ü é",
    "cp1254": "ğ ş ı İ ç ö ü é €",
    "cp866": "Привет",
    "cp1251": _CYRILLIC,
    "cp1125": _CYRILLIC,
}
FIGURES = "1234567890"
TITLE = "Balie: proef van de printer"
END = "Einde van de proef"


def signs(codec: str) -> str:
    """The letters that tell this code page from others, as far as it has them."""
    wanted = _SIGNS.get(codec, _WESTERN).split()
    return " ".join(sign for sign in wanted if _has(codec, sign))


def _has(codec: str, text: str) -> bool:
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def check_document(name: str, profile: Profile | None) -> Document:
    """What is below the letters, or all there is to show on a printer with letters of its own (None)."""
    parts: list[Part] = [Line(name, bold=True), Space(16)]
    if profile is None:
        parts.insert(0, Line(TITLE, Size.LARGE, bold=True))
    else:
        parts += [
            Line((FIGURES * 13)[: profile.columns]),
            Line((FIGURES * 13)[: profile.columns_small], Size.SMALL),
        ]
    parts += [Rule(wide=True), Space(16), Code("BALIE-PROEF"), Space(16)]
    return Document("Balie", "nl", (*parts, Line("Ziet u hierboven een vierkant?"), Line(END), Cut()))


def check_page(profile: Profile, name: str) -> bytes:
    """All of it as bytes, ending in the profile's done marker."""
    title = _start(profile, profile.code_pages[0]) + TITLE.encode("ascii") + b"\n\n"
    letters = b"".join(_letters(profile, page) for page in profile.code_pages)
    return title + letters + b"\n" + encode(check_document(name, profile), profile, b"test")


def _letters(profile: Profile, page: CodePage) -> bytes:
    return _start(profile, page) + f"{page.codec}: {signs(page.codec)}".encode(page.codec) + b"\n"


def _start(profile: Profile, page: CodePage) -> bytes:
    return DIALECTS[profile.dialect].start(profile, page)

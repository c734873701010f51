"""Counters, contact types, products, clerks, norms and settings: one table each."""

from __future__ import annotations

from collections.abc import Mapping

from balie_app.queue.config import logo
from balie_app.queue.config.dates import valid_from
from balie_app.queue.config.hours import opening
from balie_app.queue.config.shipped import contact_type_labels
from balie_app.queue.config.table import DAY, Table, shown
from balie_app.queue.rules.hall import (
    MOST,
    Clerk,
    ContactType,
    Counter,
    CounterType,
    HallIntake,
    Intake,
    IntakeLimit,
    Labels,
    Norm,
    Opening,
    Privacy,
    Product,
    Settings,
    Unserved,
)
from balie_app.queue.rules.paper import (
    LOGO_NARROWEST,
    LOGO_WIDEST,
    MOST_ROWS,
    LogoPlace,
    Paper,
    PaperLanguage,
    TicketLine,
)

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""Ticket letters: I, O and Q look too much like 1 and 0."""
TEXTS = ("welcome", "promise", "messages", "ticket_footer", "address", "pay_later", "objection")
"""Texts the municipality may give."""
SHORT = 32
"""Characters in a code that the hall's database keeps with every conversation."""


def counter(table: Table) -> Counter:
    return Counter(
        number=table.integer("number", 1, 999, required=True),
        type=table.choice("type", CounterType),
        zone=table.text("zone", ""),
        private=table.flag("private", default=False),
        accessible=table.flag("accessible", default=True),
        capacity=table.integer("capacity", 1, 500, 2),
        valid_from=valid_from(table),
    )


def contact_type(table: Table) -> ContactType:
    code = table.code("code", most=SHORT)
    return ContactType(
        code=code,
        letter=_letter(table),
        counter_types=_counter_types(table),
        labels=table.labels("labels") if table.has("labels") else usual_labels(code),
        privacy=table.choice("privacy", Privacy, Privacy.OPEN),
        norm_minutes=table.integer("norm_minutes", 0, DAY, 15),
        minutes=table.integer("minutes", 1, DAY, 10),
        valid_from=valid_from(table),
    )


def usual_labels(code: str) -> Labels:
    """The shipped labels of a well-known contact type; for another, its code as a word."""
    return contact_type_labels().get(code) or {"nl": code.replace("_", " ").capitalize()}


def _letter(table: Table) -> str:
    expected = f"één of twee hoofdletters uit {LETTERS}"
    letter = table.text("letter", expected=expected)
    if letter and (len(letter) > 2 or not set(letter) <= set(LETTERS)):
        problem = f"{shown(letter)} kan niet op een nummer staan."
        if set(letter.upper()) & set("IOQ"):
            problem = f"{shown(letter)} lijkt op een 1 of een 0 en kan niet op een nummer staan."
        table.wrong("letter", problem, expected)
    return letter


def _counter_types(table: Table) -> tuple[CounterType, ...]:
    items = table.items("counter_types", "een lijst met ten minste één soort balie", required=True)
    found = [table.chosen(f"counter_types[{index}]", item, CounterType) for index, item in enumerate(items)]
    return tuple(dict.fromkeys(kind for kind in found if kind))


def product(table: Table, usual_minutes: int = 10) -> Product:
    """One product; ``usual_minutes`` holds when it gives none itself."""
    return Product(
        slug=table.code("slug"),
        labels=table.labels("labels", required=True),
        contact_type=table.code("contact_type", most=SHORT),
        minutes=table.integer("minutes", 1, DAY, usual_minutes),
        minutes_per_extra_person=table.integer("minutes_per_extra_person", 0, DAY, 0),
        intake=table.choice("intake", Intake, Intake.BOTH),
        life_events=table.texts("life_events"),
        synonyms=table.lists("synonyms"),
        bring=table.lists("bring"),
        line=table.integer("line", 1, 3, 1),
        owner=table.text("owner", ""),
        upl_name=table.text("upl_name", ""),
        upl_uri=_uri(table),
        cost_cents=table.optional_integer("cost_cents", 0, 10_000_000),
        early_minutes=table.optional_integer("early_minutes", 0, DAY),
        late_minutes=table.optional_integer("late_minutes", 0, DAY),
        refer_to=table.labels("refer_to"),
        opening=_own_hours(table),
        valid_from=valid_from(table),
    )


def _own_hours(table: Table) -> Opening | None:
    return opening(table.table("opening")) if table.has("opening") else None


def _uri(table: Table) -> str:
    uri = table.text("upl_uri", "")
    if uri and not uri.startswith(("http://", "https://")):
        table.wrong("upl_uri", f"{shown(uri)} is geen webadres.", "een adres dat begint met http:// of https://")
    return uri


def clerk(table: Table) -> Clerk:
    code, name = table.code("code", most=SHORT), table.text("name")
    levels = _levels(table)
    expected = 'soorten contact, producten of "*"'
    known = tuple(levels) if levels else table.texts("competences", expected=expected, required=True)
    return Clerk(
        code=code,
        name=name,
        competences=frozenset(known),
        languages=table.languages("languages", ("nl",)),
        levels={word: level for word, level in levels.items() if level < MOST},
    )


def _levels(table: Table) -> dict[str, int]:
    """Competences written as a table: each with the highest line that this clerk does."""
    if not isinstance(table.values.get("competences"), Mapping):
        return {}
    inner = table.table("competences")
    found = {word: inner.integer(word, 1, MOST) for word in inner.values}
    if not found:
        table.wrong(
            "competences", "deze tabel is leeg.", "een soort contact of product met een lijn, zoals { quick = 1 }"
        )
    return found


def norm(table: Table) -> Norm:
    return Norm(
        code=table.code("code"),
        minutes=table.integer("minutes", 0, 366 * DAY, required=True),
        share=table.fraction("share"),
        owner=table.text("owner", ""),
        valid_from=valid_from(table),
    )


_LIMITS = {
    "recall_limit": (0, 20),
    "absent_pause_minutes": (0, DAY),
    "return_tolerance_minutes": (0, DAY),
    "late_minutes": (0, DAY),
    "early_minutes": (0, DAY),
    "undo_seconds": (0, 3600),
    "spare_flexible_seconds": (0, 300),
    "host_level": (1, 3),
}
"""The whole numbers among the settings: lowest and highest."""


def settings(table: Table) -> Settings:
    usual = Settings()
    numbers = {key: table.integer(key, *limits, getattr(usual, key)) for key, limits in _LIMITS.items()}
    found = Settings(
        **numbers,
        strictness=table.fraction("strictness", usual.strictness),
        look_ahead=table.flag("look_ahead", usual.look_ahead),
        intake=table.choice("intake", HallIntake, usual.intake),
        print_tickets=table.flag("print_tickets", usual.print_tickets),
        intake_limit=table.choice("intake_limit", IntakeLimit, usual.intake_limit),
        unserved=table.choice("unserved", Unserved, usual.unserved),
    )
    table.finish()
    return found


def texts(table: Table) -> dict[str, Labels]:
    found = {key: table.labels(key) for key in TEXTS if table.has(key)}
    table.finish()
    return found


def paper(table: Table) -> Paper:
    usual = Paper()
    found = Paper(
        header=_rows(table, "header"),
        footer=_rows(table, "footer"),
        logo=_logo(table),
        logo_width=table.integer("logo_width", LOGO_NARROWEST, LOGO_WIDEST, usual.logo_width),
        logo_place=table.choice("logo_place", LogoPlace, usual.logo_place),
        language=table.choice("language", PaperLanguage, usual.language),
        hide=_hidden(table),
    )
    table.finish()
    return found


def _rows(table: Table, key: str) -> Labels:
    """A text of a few lines, by language."""
    found = table.labels(key)
    for language, text in found.items():
        count = len(text.strip().split("\n"))
        if count > MOST_ROWS:
            table.wrong(f"{key}.{language}", f"deze tekst heeft {count} regels.", f"hoogstens {MOST_ROWS} regels")
    return found


def _logo(table: Table) -> bytes:
    """The logo, out of its base64. Not read as a text: nine digits in a row mean nothing in it."""
    if not table.has("logo") or table.values["logo"] == "":
        return b""
    value = table.values["logo"]
    data = logo.from_text(value) if isinstance(value, str) else b""
    if said := logo.problem(data):
        table.wrong(
            "logo", said, f"{logo.EXPECTED}, in base64; in hall.toml ook de naam van een bestand dat ernaast staat"
        )
        return b""
    return data


def _hidden(table: Table) -> tuple[TicketLine, ...]:
    items = table.items("hide", "een lijst van regels die niet op het nummer komen")
    found = {table.chosen(f"hide[{index}]", item, TicketLine) for index, item in enumerate(items)}
    return tuple(line for line in TicketLine if line in found)

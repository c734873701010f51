"""What a hall is made of: counters, contact types, products, clerks, hours, norms, settings.

These are the values of ``hall.toml`` after it was read and found right (``queue/config``). All are
frozen: a changed hall is a new version of the configuration, never an edited one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from functools import cached_property

Labels = dict[str, str]
"""Text by language code ("nl", "en", …); "nl" is always there."""


class CounterType(StrEnum):
    """What kind of place a counter is."""

    STAND_UP = "stand_up"
    QUICK = "quick"
    CLOSED = "closed"
    ROOM = "room"
    GROUP_ROOM = "group_room"
    READING_ROOM = "reading_room"
    TABLE = "table"
    RECEPTION = "reception"


ROOM_TYPES = frozenset({CounterType.ROOM, CounterType.GROUP_ROOM, CounterType.READING_ROOM})
"""Places a visitor knows as "Kamer 2"; all others are "Balie 2"."""


class Privacy(StrEnum):
    """Whether others may overhear the conversation."""

    OPEN = "open"
    PRIVATE = "private"


class Intake(StrEnum):
    """How a product can be had."""

    BOTH = "both"
    WALK_IN = "walk-in"
    APPOINTMENT = "appointment"
    NONE = "none"


class HallIntake(StrEnum):
    """Who hands out numbers in this hall."""

    KIOSK = "kiosk"
    HOST = "host"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Counter:
    """A numbered place where a visitor is helped; never named after a department."""

    number: int
    type: CounterType
    zone: str = ""
    private: bool = False
    accessible: bool = True
    capacity: int = 2

    @property
    def is_room(self) -> bool:
        """Whether the visitor is sent to "Kamer n" instead of "Balie n"."""
        return self.type in ROOM_TYPES


@dataclass(frozen=True, slots=True)
class ContactType:
    """The nature of a conversation: the one thing that decides where it takes place."""

    code: str
    letter: str
    counter_types: tuple[CounterType, ...]
    """In order of preference."""
    labels: Labels
    privacy: Privacy = Privacy.OPEN
    norm_minutes: int = 15
    """Promise for a walk-in: called within this many minutes of taking a number."""
    minutes: int = 10
    """Usual length of the conversation."""


@dataclass(frozen=True, slots=True)
class Product:
    """What a visitor comes for."""

    slug: str
    labels: Labels
    contact_type: str
    minutes: int
    minutes_per_extra_person: int = 0
    intake: Intake = Intake.BOTH
    life_events: tuple[str, ...] = ()
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Other words for it, by language."""
    bring: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The checklist "neem mee", by language."""
    line: int = 1
    owner: str = ""
    upl_name: str = ""
    upl_uri: str = ""
    cost_cents: int | None = None
    early_minutes: int | None = None
    late_minutes: int | None = None
    refer_to: Labels = field(default_factory=dict)
    """Where else to go, for what this hall does not do."""


@dataclass(frozen=True, slots=True)
class Clerk:
    """Somebody who works at a counter."""

    code: str
    name: str
    competences: frozenset[str]
    """Contact type codes, product slugs, or "*"."""
    languages: tuple[str, ...] = ("nl",)


@dataclass(frozen=True, slots=True)
class Norm:
    """A promise with a number: ``share`` of people called within ``minutes``."""

    code: str
    minutes: int
    share: float
    owner: str = ""
    valid_from: date | None = None


Hours = tuple[tuple[time, time], ...]
"""Opening hours of one day: (from, to) in local time."""


@dataclass(frozen=True, slots=True)
class Opening:
    """When the hall is open. Empty weekdays: always open."""

    weekdays: dict[str, Hours] = field(default_factory=dict)
    """Keys "mon" … "sun"; a missing day is a closed day, unless no day is given at all."""
    exceptions: dict[date, Hours] = field(default_factory=dict)
    last_ticket_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers of ``hall.md`` that a hall may change."""

    recall_limit: int = 2
    absent_pause_minutes: int = 3
    return_tolerance_minutes: int = 30
    late_minutes: int = 15
    """How late an appointment may check in before it waits as a walk-in."""
    early_minutes: int = 60
    """How early an appointment may check in."""
    undo_seconds: int = 60
    strictness: float = 0.5
    """0 to 1: how hard appointments push before walk-ins (`dispatch.md` section 2)."""
    intake: HallIntake = HallIntake.BOTH
    host_level: int = 2
    """1 refers only; 2 also checks the papers; 3 also answers."""
    print_tickets: bool = True


@dataclass(frozen=True)
class HallConfig:
    """The whole configuration of one hall."""

    name: str
    municipality: str
    counters: tuple[Counter, ...]
    contact_types: tuple[ContactType, ...]
    products: tuple[Product, ...]
    clerks: tuple[Clerk, ...]
    timezone: str = "Europe/Amsterdam"
    languages: tuple[str, ...] = ("nl", "en")
    opening: Opening = field(default_factory=Opening)
    norms: tuple[Norm, ...] = ()
    settings: Settings = field(default_factory=Settings)
    texts: dict[str, Labels] = field(default_factory=dict)
    """Texts the municipality gives: "welcome", "promise", "messages", "ticket_footer"."""

    @cached_property
    def counter_by_number(self) -> dict[int, Counter]:
        """Counters by their number."""
        return {counter.number: counter for counter in self.counters}

    @cached_property
    def contact_type_by_code(self) -> dict[str, ContactType]:
        """Contact types by code."""
        return {kind.code: kind for kind in self.contact_types}

    @cached_property
    def product_by_slug(self) -> dict[str, Product]:
        """Products by slug."""
        return {product.slug: product for product in self.products}

    @cached_property
    def clerk_by_code(self) -> dict[str, Clerk]:
        """Clerks by code."""
        return {clerk.code: clerk for clerk in self.clerks}

    def norm_minutes(self, code: str, default: int, day: date | None = None) -> int:
        """Minutes promised under the norm ``code`` on that day, or ``default`` when the hall has none."""
        norm = self.norm_on(code, day)
        return default if norm is None else norm.minutes

    def norm_on(self, code: str, day: date | None = None) -> Norm | None:
        """The norm ``code`` as it holds on ``day`` (None: the first that is given)."""
        known = [norm for norm in self.norms if norm.code == code]
        if day is not None:
            known = [norm for norm in known if norm.valid_from is None or norm.valid_from <= day]
            known.sort(key=lambda norm: norm.valid_from or date.min, reverse=True)
        return known[0] if known else None

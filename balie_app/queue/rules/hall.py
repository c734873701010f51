"""What a hall is made of: counters, contact types, products, clerks, hours, norms, settings.

These are the values of ``hall.toml`` after it was read and found right (``queue/config``). All are
frozen: a changed hall is a new version of the configuration, never an edited one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from functools import cached_property
from typing import Protocol, TypeVar

from balie_app.queue.rules.durations import Learned
from balie_app.queue.rules.paper import Paper

Labels = dict[str, str]
"""Text by language code ("nl", "en", …); "nl" is always there."""


MOST = 3
"""The highest line, and the level of a clerk who may do everything of a kind."""


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


class IntakeLimit(StrEnum):
    """Who still gets a number when the hall is about to close."""

    CALLED = "called"
    """Who is expected to be called before closing time."""
    FINISHED = "finished"
    """Who is expected to be done before closing time."""
    NONE = "none"
    """Everybody, as long as numbers are given."""


class Unserved(StrEnum):
    """What happens when nobody who is there can do what is asked."""

    WARN = "warn"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Counter:
    """A numbered place where a visitor is helped; never named after a department."""

    number: int
    type: CounterType
    zone: str = ""
    private: bool = False
    accessible: bool = True
    capacity: int = 2
    valid_from: date | None = None
    """The first day on which it is so; None: always was."""

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
    valid_from: date | None = None


Hours = tuple[tuple[time, time], ...]
"""Opening hours of one day: (from, to) in local time."""
FreeDays = Callable[[int], Mapping[date, str]]
"""The public holidays of a year that count, with their names."""


def no_free_days(_year: int) -> Mapping[date, str]:
    """No public holiday counts."""
    return {}


@dataclass(frozen=True, slots=True)
class Opening:
    """When the hall is open, or when a product can be had. Empty weekdays: always."""

    weekdays: dict[str, Hours] = field(default_factory=dict)
    """Keys "mon" … "sun"; a missing day is a closed day, unless no day is given at all."""
    exceptions: dict[date, Hours] = field(default_factory=dict)
    """Other hours on that date, or none; they come before weekdays and holidays."""
    last_ticket_minutes: int = 0
    holidays: tuple[str, ...] = ()
    """The public holidays on which it is closed, by their names in ``queue/config/holidays.py``."""
    reasons: dict[date, str] = field(default_factory=dict)
    """Why there is an exception on that date."""
    free_days: FreeDays = field(default=no_free_days, compare=False, repr=False)
    """When ``holidays`` are: computed outside the rules, which know only Python."""


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
    opening: Opening | None = None
    """When it can be had, within the hall's own hours; None: whenever the hall is open."""
    valid_from: date | None = None


@dataclass(frozen=True, slots=True)
class Clerk:
    """Somebody who works at a counter."""

    code: str
    name: str
    competences: frozenset[str]
    """Contact type codes, product slugs, or "*"."""
    languages: tuple[str, ...] = ("nl",)
    levels: dict[str, int] = field(default_factory=dict, hash=False)
    """By competence: the highest line (1 to 3) of the products that this clerk does; what is left out is all."""

    def line_for(self, contact_type: str, product: str = "") -> int:
        """Up to which line this clerk does that; 0: not at all. What is named most precisely decides."""
        known = next((each for each in (product, contact_type, "*") if each in self.competences), None)
        return 0 if known is None else self.levels.get(known, MOST)


@dataclass(frozen=True, slots=True)
class Norm:
    """A promise with a number: ``share`` of people called within ``minutes``."""

    code: str
    minutes: int
    share: float
    owner: str = ""
    valid_from: date | None = None


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
    spare_flexible_seconds: int = 0
    """So long somebody who just came is left to an idle counter that can do less; 0: who calls gets somebody."""
    look_ahead: bool = False
    """Whether a call is weighed in sampled futures before it is made (`dispatch.md` section 3)."""
    intake: HallIntake = HallIntake.BOTH
    host_level: int = 2
    """1 refers only; 2 also checks the papers; 3 also answers."""
    print_tickets: bool = True
    intake_limit: IntakeLimit = IntakeLimit.CALLED
    unserved: Unserved = Unserved.WARN


class Dated(Protocol):
    """Something in the configuration that begins on a day."""

    @property
    def valid_from(self) -> date | None: ...


Thing = TypeVar("Thing", bound=Dated)


def _valid(things: Iterable[Thing], name: Callable[[Thing], object], day: date) -> tuple[Thing, ...]:
    """Of each name the thing that holds on ``day``: the one that began last. Names keep their order."""
    found: dict[object, Thing] = {}
    for each in things:
        begins, known = each.valid_from or date.min, found.get(name(each))
        if begins <= day and (known is None or begins >= (known.valid_from or date.min)):
            found[name(each)] = each
    return tuple(found.values())


@dataclass(frozen=True)
class HallConfig:
    """The whole configuration of one hall, with what was planned for later.

    Steps and pictures work with :meth:`on` of their day, in which each counter, contact type and product is there once.
    """

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
    paper: Paper = field(default_factory=Paper)
    learned: Learned = field(default_factory=Learned, compare=False, repr=False)
    """How long conversations really last: not configured, but learned (``store/learning.py``)."""

    @cached_property
    def changes(self) -> tuple[date, ...]:
        """The days on which something in here begins to hold, in order."""
        dated: tuple[Dated, ...] = (*self.counters, *self.contact_types, *self.products)
        return tuple(sorted({each.valid_from for each in dated if each.valid_from is not None}))

    @cached_property
    def _seen(self) -> dict[int, HallConfig]:
        return {}

    def on(self, day: date) -> HallConfig:
        """The configuration as it holds on ``day``: the same object until the next change."""
        if not self.changes:
            return self
        place = bisect_right(self.changes, day)
        if place not in self._seen:
            self._seen[place] = self._made_for(day)
        return self._seen[place]

    def _made_for(self, day: date) -> HallConfig:
        kinds = _valid(self.contact_types, lambda each: each.code, day)
        codes = {each.code for each in kinds}
        products = _valid(self.products, lambda each: each.slug, day)
        # without the days, so that what holds now is not planned once more
        return replace(
            self,
            counters=tuple(replace(each, valid_from=None) for each in _valid(self.counters, lambda c: c.number, day)),
            contact_types=tuple(replace(each, valid_from=None) for each in kinds),
            products=tuple(replace(each, valid_from=None) for each in products if each.contact_type in codes),
        )

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

    @property
    def footer(self) -> Labels:
        """What stands below everything on paper for visitors."""
        return self.paper.footer or self.texts.get("ticket_footer", {})

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

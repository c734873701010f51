"""What tests of windows share: the look, a believable hall, a link that records, and guards.

``fake_link`` stands in for ``balie_app.ui.link.HallLink``: ``fake_link.send(view)`` plays the store,
``fake_link.done`` lists the commands a window gave, ``fake_link.answer(value)`` and
``fake_link.refuse(error)`` answer the last one. ``sample_view`` is a busy Monday morning;
``make_view(contacts=(), …)`` is the same with other parts.
"""

from __future__ import annotations

import threading
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QThread, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QScrollArea, QWidget

from balie_app.queue.commands import By
from balie_app.queue.rules.hall import (
    Clerk,
    ContactType,
    Counter,
    CounterType,
    HallConfig,
    Norm,
    Privacy,
    Product,
)
from balie_app.queue.rules.visit import (
    Appointment,
    AppointmentState,
    Contact,
    ContactState,
    CounterState,
    CounterWork,
    Visit,
)
from balie_app.queue.views import Call, Clock, DayFigures, HallView, Wait
from balie_app.ui import look
from balie_app.ui.tongue import silence, speak

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
"""A Monday in November, 10:42 in the hall."""


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """The windows of this test speak English."""
    before = QLocale()
    speak("en")
    yield
    silence()
    QLocale.setDefault(before)


# --- the hall -------------------------------------------------------------------------------------


def _counters() -> tuple[Counter, ...]:
    kinds = CounterType
    return (
        Counter(1, kinds.QUICK),
        Counter(2, kinds.STAND_UP),
        Counter(3, kinds.STAND_UP),
        Counter(4, kinds.CLOSED, private=True),
        Counter(5, kinds.CLOSED, private=True),
        Counter(6, kinds.ROOM, private=True, capacity=6),
    )


def _contact_types() -> tuple[ContactType, ...]:
    kinds = CounterType
    return (
        ContactType("pickup", "K", (kinds.QUICK, kinds.STAND_UP), {"nl": "ophalen", "en": "pick up"}, minutes=3),
        ContactType("counter", "A", (kinds.STAND_UP,), {"nl": "aan de balie", "en": "at a counter"}, minutes=10),
        ContactType(
            "private", "V", (kinds.CLOSED, kinds.ROOM), {"nl": "besloten balie", "en": "closed counter"},
            privacy=Privacy.PRIVATE, norm_minutes=20, minutes=20,
        ),
        ContactType(
            "room", "W", (kinds.ROOM,), {"nl": "spreekkamer", "en": "consulting room"},
            privacy=Privacy.PRIVATE, norm_minutes=20, minutes=30,
        ),
    )  # fmt: skip


PRODUCTS = """
paspoort           counter 10 Paspoort aanvragen         | Apply for a passport        | pas, reisdocument
id-kaart           counter 10 ID-kaart aanvragen         | Apply for an ID card        | ID, identiteitskaart
rijbewijs          counter  8 Rijbewijs aanvragen        | Apply for a driving licence | autorijden
document-ophalen   pickup   3 Paspoort of kaart ophalen  | Collect a document          | afhalen
verhuizen          counter  9 Verhuizing doorgeven       | Report a move               | adres, verhuizing
uittreksel         counter  5 Uittreksel aanvragen       | Extract from the register   | BRP
geboorte           private 25 Geboorte aangeven          | Register a birth            | baby, kind
overlijden         private 25 Overlijden aangeven        | Register a death            | begrafenis
huwelijk           private 30 Trouwen of partnerschap    | Marriage or partnership     | bruiloft
eerste-inschrijving private 40 Eerste inschrijving       | First registration          | vestiging
wmo                room    45 Hulp thuis (Wmo)           | Help at home                | rolstoel
schulden           room    45 Hulp bij schulden          | Help with debts             | geld
"""
PAPERS = ("Oud paspoort of ID-kaart", "Nieuwe pasfoto")


def _product(line: str) -> Product:
    head, en, words = (part.strip() for part in line.split("|"))
    slug, kind, length, nl = head.split(maxsplit=3)
    return Product(
        slug, {"nl": nl, "en": en}, kind, int(length), minutes_per_extra_person=int(length) // 2,
        synonyms={"nl": tuple(words.split(", "))}, bring={"nl": PAPERS} if slug in {"paspoort", "id-kaart"} else {},
    )  # fmt: skip


def _products() -> tuple[Product, ...]:
    return tuple(_product(line) for line in PRODUCTS.strip().splitlines())


def _config() -> HallConfig:
    return HallConfig(
        name="Publiekshal",
        municipality="Waterrijk",
        counters=_counters(),
        contact_types=_contact_types(),
        products=_products(),
        clerks=(
            Clerk("anna", "Anna", frozenset({"*"}), ("nl", "en")),
            Clerk("bram", "Bram", frozenset({"counter", "pickup"})),
            Clerk("chantal", "Chantal", frozenset({"counter", "pickup", "private"}), ("nl", "fr")),
            Clerk("driss", "Driss", frozenset({"*"}), ("nl", "ar", "fr")),
            Clerk("els", "Els", frozenset({"private", "room"})),
        ),
        languages=("nl", "en", "de", "fr", "ar", "tr", "pl", "uk"),
        norms=(Norm("appointment", 5, 0.95), Norm("walk-in", 15, 0.80), Norm("counter", 10, 0.80)),
        texts={
            "welcome": {"nl": "Welkom in het stadhuis", "en": "Welcome to the town hall"},
            "promise": {"nl": "Met een afspraak bent u binnen 5 minuten aan de beurt."},
            "messages": {"nl": "Op donderdag zijn wij open tot 20.00 uur."},
        },
    )


# --- the people -----------------------------------------------------------------------------------


def _visit(label: str, arrived: float, **more: Any) -> Visit:
    return Visit(id=f"v-{label}", day=DAY, label=label, code=f"code-{label}", arrived_at=NOW - minutes(arrived), **more)


def _contact(label: str, product: str, arrived: float, norm: float = 15, **more: Any) -> Contact:
    """A waiting contact that came ``arrived`` minutes ago; with ``appointment`` minutes from now when it has one."""
    booked = more.pop("appointment", None)
    due = NOW + minutes(booked + 5) if booked is not None else NOW - minutes(arrived) + minutes(norm)
    kind = next(p.contact_type for p in _products() if p.slug == product)
    return Contact(
        id=f"c-{label}", visit=f"v-{label}", day=DAY, label=label, contact_type=kind, products=(product,),
        state=more.pop("state", ContactState.WAITING), arrived_at=NOW - minutes(arrived), due_at=due,
        appointment_at=None if booked is None else NOW + minutes(booked),
        waiting_since=more.pop("waiting_since", NOW - minutes(arrived)), **more,
    )  # fmt: skip


def _waiting() -> tuple[Contact, ...]:
    return (
        _contact("A012", "paspoort", 14, appointment=-6),
        _contact("W003", "wmo", 9, appointment=-4),
        _contact("U007", "verhuizen", 14),
        _contact("A013", "id-kaart", 6, appointment=3),
        _contact("K033", "document-ophalen", 1),
        _contact("U008", "uittreksel", 8),
        _contact("A014", "rijbewijs", 4, appointment=8),
        _contact("V002", "geboorte", 5, norm=20),
        _contact("U009", "paspoort", 3),
        _contact("K034", "document-ophalen", 0.5),
    )


def _at_work() -> tuple[Contact, ...]:
    state = ContactState
    return (
        _contact("K031", "document-ophalen", 6, state=state.SERVING, counter=1, clerk="bram", calls=1,
                 called_at=NOW - minutes(4), started_at=NOW - minutes(3)),
        _contact("A011", "paspoort", 12, appointment=-2, state=state.CALLED, counter=3, clerk="anna", calls=1,
                 called_at=NOW - minutes(0.2), why="Afspraak van 10:40; wacht het langst."),
        _contact("V001", "eerste-inschrijving", 30, norm=20, state=state.SERVING, counter=4, clerk="chantal", calls=1,
                 called_at=NOW - minutes(19), started_at=NOW - minutes(18)),
        _contact("U005", "huwelijk", 50, state=state.PARKED, note="Wacht op collega"),
        _contact("U006", "id-kaart", 25, state=state.MISSED, calls=2, called_at=NOW - minutes(7)),
    )  # fmt: skip


def _visits(contacts: tuple[Contact, ...]) -> dict[str, Visit]:
    special: dict[str, dict[str, Any]] = {
        "A012": {"party": 2, "needs": ("wheelchair",), "appointment": "AFS-1040"},
        "A011": {"appointment": "AFS-1038"},
        "A013": {"language": "en", "appointment": "AFS-1045"},
        "A014": {"appointment": "AFS-1050"},
        "W003": {"party": 2, "language": "ar", "needs": ("interpreter",), "appointment": "AFS-1038W"},
    }
    found = [_visit(c.label, (NOW - c.arrived_at) / minutes(1), **special.get(c.label, {})) for c in contacts]
    return {visit.id: visit for visit in found}


def _appointments() -> tuple[Appointment, ...]:
    def one(code: str, at: float, product: str, initials: str, **more: Any) -> Appointment:
        return Appointment(code, DAY, NOW + minutes(at), (product,), 10, initials=initials, **more)

    here = AppointmentState.ARRIVED
    return (
        one("AFS-1040", -6, "paspoort", "S. de V.", party=2, state=here),
        one("AFS-1038W", -4, "wmo", "H. A.", state=here, officer="els"),
        one("AFS-1038", -2, "paspoort", "T. B.", state=here),
        one("AFS-1042", 0, "geboorte", "P. K."),
        one("AFS-1045", 3, "id-kaart", "M. J.", state=here, language="en"),
        one("AFS-1050", 8, "rijbewijs", "R. v. D.", state=here),
        one("AFS-1100", 18, "schulden", "L. O.", officer="els"),
        one("AFS-1110", 28, "huwelijk", "F. en N."),
        one("AFS-1115", 33, "paspoort", "B. Y.", state=AppointmentState.CANCELLED),
        one("AFS-1130", 48, "verhuizen", "C. M."),
    )


def _work() -> tuple[CounterWork, ...]:
    opened = NOW - minutes(95)
    return (
        CounterWork(1, CounterState.OPEN, "bram", opened),
        CounterWork(2, CounterState.OPEN, "driss", opened),
        CounterWork(3, CounterState.OPEN, "anna", opened),
        CounterWork(4, CounterState.OPEN, "chantal", opened),
        CounterWork(5, CounterState.PAUSED, "els", NOW - minutes(12)),
        CounterWork(6),
    )


def _calls() -> tuple[Call, ...]:
    listed = (("A011", 3, 0.2), ("K031", 1, 4), ("U004", 2, 6), ("U006", 3, 7), ("K030", 1, 9), ("V001", 4, 19))
    return tuple(Call(400 - at, label, counter, NOW - minutes(ago)) for at, (label, counter, ago) in enumerate(listed))


def build_view(**parts: Any) -> HallView:
    contacts = parts.pop("contacts", _waiting() + _at_work())
    waiting = [contact for contact in contacts if contact.state is ContactState.WAITING]
    view: dict[str, Any] = {
        "seq": 400,
        "read_at": NOW,
        "clock": Clock(rehearsal=True, at=NOW, wall=NOW, speed=0.0),
        "config": _config(),
        "counters": _work(),
        "contacts": contacts,
        "visits": _visits(contacts),
        "appointments": _appointments(),
        "calls": _calls(),
        "waits": {c.id: Wait(2.0 + at, 4.0 + at, 8.0 + 2 * at) for at, c in enumerate(waiting)},
        "type_waits": {"pickup": Wait(0, 2, 4), "counter": Wait(6, 9, 14), "private": Wait(8, 15, 25)},
        "figures": DayFigures(
            arrived=48, served=31, missed=2, left=1, quick_contacts=9, appointments_called=14,
            appointments_in_time=13, walk_ins_called=17, wait_mean=7.4, wait_p90=14.0,
        ),
        "undoable": {3: "called"},
    }  # fmt: skip
    return HallView(**(view | parts))


@pytest.fixture
def make_view() -> Callable[..., HallView]:
    """The sample hall with some parts replaced: ``make_view(contacts=(), seq=401)``."""
    return build_view


@pytest.fixture
def make_contact() -> Callable[..., Contact]:
    """A contact of the sample hall: ``make_contact("U020", "verhuizen", 3)`` came three minutes ago and waits."""
    return _contact


@pytest.fixture
def sample_view() -> HallView:
    """Six counters, ten waiting (one appointment six minutes late), calls and figures."""
    return build_view()


# --- the link -------------------------------------------------------------------------------------


class FakeLink(QObject):
    """The signals and methods of HallLink, without threads or a database."""

    changed = Signal(object)
    online = Signal(bool)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.view: HallView | None = None
        self.is_online = True
        self.where = "hall.db"
        self.by = By("test")
        self.done: list[Any] = []
        self.answers: list[tuple[Callable[[Any], object] | None, Callable[[Exception], object] | None]] = []
        self.time = NOW
        self.answer_at_once: Callable[[Any], Any] | None = None
        """When set, each command is answered straight away with what this makes of it."""

    def send(self, view: HallView) -> None:
        self.view = view
        self.changed.emit(view)

    def do(
        self,
        command: Any,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        self.done.append(command)
        self.answers.append((done, failed))
        if self.answer_at_once is not None:
            self.answer(self.answer_at_once(command))

    def answer(self, value: Any = None) -> None:
        done, _ = self.answers.pop()
        if done is not None:
            done(value)

    def refuse(self, error: Exception, sentence: str = "Dat kan nu niet.") -> None:
        _, failed = self.answers.pop()
        if failed is not None:
            failed(error)
        else:
            self.refused.emit(sentence)

    def ask(
        self,
        question: Callable[[Any], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        self.done.append(question)
        self.answers.append((done, failed))

    def consider(self, thought: Callable[[], Any], done: Callable[[Any], object]) -> None:
        done(thought())

    def now(self) -> datetime:
        return self.time

    def start(self) -> None:
        """Nothing to start."""

    def stop(self) -> None:
        """Nothing to stop."""

    close = stop


@pytest.fixture
def fake_link(qapp: QApplication) -> Iterator[FakeLink]:
    """A link that records what a window asks of the hall."""
    link = FakeLink()
    yield link
    link.deleteLater()


# --- access for everyone --------------------------------------------------------------------------


def accessible_name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name).strip() if found is not None else ""


def check_names(window: QWidget) -> None:
    shown = [part for part in window.findChildren(QWidget) if part.isVisibleTo(window)]
    takes_focus = [part for part in shown if part.focusPolicy().value and not _inner(part)]
    nameless = [f"{type(part).__name__} {part.objectName()!r}" for part in takes_focus if not accessible_name(part)]
    assert not nameless, f"without a name for a screen reader: {nameless}"
    buttons = Tally(accessible_name(part) for part in shown if isinstance(part, QAbstractButton) and not _inner(part))
    twice = [name for name, count in buttons.items() if count > 1 and name]
    assert not twice, f"more than one button is called: {twice}"


def _inner(part: QWidget) -> bool:
    """Whether Qt made this part inside another control, or it only scrolls."""
    parent = part.parentWidget()
    inside = isinstance(parent, QAbstractScrollArea) and part is parent.viewport()
    return inside or type(part) is QScrollArea or part.objectName().startswith("qt_")


@pytest.fixture
def every_control_is_named() -> Callable[[QWidget], None]:
    """Fails when a control that takes the focus has no accessible name, or two visible buttons share one."""
    return check_names


# --- the look, and guards -------------------------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """All windows of the tests wear the light look."""
    look.apply(qapp, "light")


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test that leaves a thread running or a window open fails."""
    started: list[QThread] = []
    start = QThread.start

    def remember(thread: QThread, *arguments: Any) -> None:
        started.append(thread)
        start(thread, *arguments)

    monkeypatch.setattr(QThread, "start", remember)
    threads, windows = set(threading.enumerate()), set(visible_windows())
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [type(window).__name__ for window in visible_windows() if window not in windows]
    for window in visible_windows():
        window.close()
    running = [repr(thread) for thread in started if _runs(thread)]
    running += [t.name for t in threading.enumerate() if t not in threads and not isinstance(t, threading._DummyThread)]
    assert not left, f"windows still open after the test: {left}"
    assert not running, f"threads still running after the test: {running}"


def visible_windows() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def _runs(thread: QThread) -> bool:
    try:
        return thread.isRunning()
    except RuntimeError:  # Qt deleted it, so it is over
        return False

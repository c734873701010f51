"""A small hall, one visitor, and tickets made of them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from balie_app.printing.documents import Document
from balie_app.printing.ticket import ticket
from balie_app.queue.rules.hall import ContactType, Counter, CounterType, HallConfig, Product
from balie_app.queue.rules.visit import Contact, ContactState, Visit

AT = datetime(2020, 1, 14, 9, 42, tzinfo=UTC)
LABELS = {
    "nl": "Aanvragen en ophalen",
    "en": "Apply and collect",
    "de": "Beantragen und abholen",
    "fr": "Demander et retirer",
    "ar": "تقديم الطلبات والاستلام",
    "tr": "Başvuru ve teslim alma",
    "pl": "Składanie i odbiór",
    "uk": "Подання та отримання",
}


@pytest.fixture(autouse=True)
def one_application(qapp: object) -> None:
    """Drawing must not make a Qt application of its own here: the windows' tests share this process."""


@pytest.fixture
def hall() -> HallConfig:
    """One contact type, one product with a checklist, two counters in one zone."""
    return HallConfig(
        name="Publiekshal",
        municipality="Gemeente Haarlem",
        counters=(Counter(1, CounterType.STAND_UP, "hal A"), Counter(2, CounterType.STAND_UP, "hal A")),
        contact_types=(ContactType("apply", "A", (CounterType.STAND_UP,), LABELS),),
        products=(
            Product("question", {"nl": "Vraag"}, "apply", 5),
            Product(
                "passport",
                {"nl": "Paspoort"},
                "apply",
                10,
                bring={
                    "nl": ("uw oude paspoort", "een pasfoto"),
                    "en": ("your old passport", "a photo"),
                },
            ),
        ),
        clerks=(),
    )


@pytest.fixture
def visit() -> Visit:
    """Number A 012, told to wait 8 to 14 minutes."""
    return Visit(
        id="v1", day=date(2020, 1, 14), label="A012", code="k7Q2mZx9TbRw", arrived_at=AT, told_low=8, told_high=14
    )


@pytest.fixture
def contact() -> Contact:
    """The conversation that visitor waits for."""
    return Contact(
        id="c1",
        visit="v1",
        day=date(2020, 1, 14),
        label="A012",
        state=ContactState.WAITING,
        contact_type="apply",
        products=("question",),
        arrived_at=AT,
        due_at=AT,
        waiting_since=AT,
    )


@pytest.fixture
def make_ticket(hall: HallConfig, visit: Visit, contact: Contact) -> Callable[..., Document]:
    """A ticket; ``visit`` and ``contact`` take fields to replace, ``hall`` a configuration."""

    def make(
        language: str = "nl", before: int | None = 5, copy: bool = False, products: tuple[str, ...] = (), **fields: Any
    ) -> Document:
        its_visit = replace(visit, language=language, **fields.get("visit", {}))
        its_contact = replace(contact, products=products or contact.products, **fields.get("contact", {}))
        return ticket(fields.get("hall", hall), its_visit, its_contact, before, copy=copy)

    return make


@pytest.fixture
def tool(tmp_path: Path) -> Callable[..., str]:
    """Runs a Debian tool in the test's folder; a missing one skips the test with its name, and in CI fails it."""

    def run(program: str, *arguments: str) -> str:
        if shutil.which(program) is None:
            if os.environ.get("CI"):
                pytest.fail(f"CI needs {program}")
            pytest.skip(f"{program} is not installed")
        done = subprocess.run([program, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout

    return run

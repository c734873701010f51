"""Whatever hall there is: written down and read again, it is the same hall."""

from __future__ import annotations

import json
import string
import tomllib
from datetime import date, time
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from balie_app.queue.config import ConfigMistakes, document, parse
from balie_app.queue.config.sections import LETTERS, TEXTS
from balie_app.queue.config.writing import text_of
from balie_app.queue.rules import hall as words
from balie_app.queue.rules import paper
from balie_app.queue.rules.privacy import contains_bsn

texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip()) and not contains_bsn(text)
)
codes = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=6)
languages = st.sampled_from(["nl", "en", "de", "fr", "ar", "tr", "pl", "uk"])
language_lists = st.lists(languages, min_size=1, max_size=4, unique=True).map(tuple)
labels = st.dictionaries(languages, texts, max_size=3).flatmap(lambda d: texts.map(lambda nl: {"nl": nl} | d))
lists = st.dictionaries(languages, st.lists(texts, max_size=3, unique=True).map(tuple), max_size=2)
minutes = st.integers(1, 1440)
counter_types = st.lists(st.sampled_from(words.CounterType), min_size=1, max_size=4, unique=True).map(tuple)
times = st.builds(time, st.integers(0, 23), st.integers(0, 59))
dates = st.dates(date(2020, 1, 1), date(2030, 1, 1))
cents = st.none() | st.integers(0, 10_000_000)
optional = st.none() | st.integers(0, 1440)


@st.composite
def hours(draw: st.DrawFn) -> words.Hours:
    marks = sorted(draw(st.sets(times, max_size=6)))
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return tuple(pairs)


counters = st.builds(
    words.Counter,
    number=st.integers(1, 999),
    type=st.sampled_from(words.CounterType),
    zone=st.just("") | texts,
    private=st.booleans(),
    accessible=st.booleans(),
    capacity=st.integers(1, 500),
)
settings_values = st.builds(
    words.Settings,
    recall_limit=st.integers(0, 20),
    undo_seconds=st.integers(0, 3600),
    strictness=st.floats(0, 1),
    intake=st.sampled_from(words.HallIntake),
    host_level=st.integers(1, 3),
    print_tickets=st.booleans(),
)
openings = st.builds(
    words.Opening,
    weekdays=st.dictionaries(st.sampled_from(["mon", "tue", "sat"]), hours(), max_size=3),
    exceptions=st.dictionaries(dates, hours(), max_size=2),
    last_ticket_minutes=st.integers(0, 1440),
)
norms = st.builds(
    words.Norm,
    code=codes,
    minutes=st.integers(0, 1440),
    share=st.floats(0, 1),
    owner=st.just("") | texts,
    valid_from=st.none() | dates,
)
papers = st.builds(
    paper.Paper,
    header=st.just({}) | labels,
    footer=st.just({}) | labels,
    logo_width=st.integers(paper.LOGO_NARROWEST, paper.LOGO_WIDEST),
    logo_place=st.sampled_from(paper.LogoPlace),
    language=st.sampled_from(paper.PaperLanguage),
    hide=st.sets(st.sampled_from(paper.TicketLine)).map(lambda found: tuple(x for x in paper.TicketLine if x in found)),
)


def contact_types(code: str, letter: str) -> st.SearchStrategy[words.ContactType]:
    return st.builds(
        words.ContactType,
        code=st.just(code),
        letter=st.just(letter),
        counter_types=counter_types,
        labels=labels,
        privacy=st.sampled_from(words.Privacy),
        norm_minutes=st.integers(0, 1440),
        minutes=minutes,
    )


def products(slug: str, kinds: list[str]) -> st.SearchStrategy[words.Product]:
    return st.builds(
        words.Product,
        slug=st.just(slug),
        labels=labels,
        contact_type=st.sampled_from(kinds),
        minutes=minutes,
        minutes_per_extra_person=st.integers(0, 60),
        intake=st.sampled_from(words.Intake),
        life_events=st.lists(codes, max_size=2, unique=True).map(tuple),
        synonyms=lists,
        bring=lists,
        line=st.integers(1, 3),
        owner=st.just("") | texts,
        upl_name=st.just("") | texts,
        upl_uri=st.just("") | codes.map(lambda code: f"https://voorbeeld.nl/{code}"),
        cost_cents=cents,
        early_minutes=optional,
        late_minutes=optional,
        refer_to=st.just({}) | labels,
    )


@st.composite
def halls(draw: st.DrawFn) -> words.HallConfig:
    letters = draw(st.lists(st.sampled_from(LETTERS), min_size=1, max_size=3, unique=True))
    kinds = draw(st.lists(codes, min_size=len(letters), max_size=len(letters), unique=True))
    slugs = draw(st.lists(codes, max_size=2, unique=True))
    known = st.sampled_from([*kinds, *slugs, "*"])
    clerks = [
        words.Clerk(code, draw(texts), draw(st.frozensets(known, min_size=1)), draw(language_lists))
        for code in draw(st.lists(codes, max_size=2, unique=True))
    ]
    return words.HallConfig(
        name=draw(texts),
        municipality=draw(texts),
        counters=tuple(draw(st.lists(counters, min_size=1, max_size=3, unique_by=lambda c: c.number))),
        contact_types=tuple(draw(contact_types(code, letter)) for code, letter in zip(kinds, letters, strict=True)),
        products=tuple(draw(products(slug, kinds)) for slug in slugs),
        clerks=tuple(clerks),
        timezone=draw(st.sampled_from(["Europe/Amsterdam", "America/Curacao", "UTC"])),
        languages=draw(language_lists),
        opening=draw(openings),
        norms=tuple(draw(st.lists(norms, max_size=2, unique_by=lambda norm: norm.code))),
        settings=draw(settings_values),
        texts=draw(st.dictionaries(st.sampled_from(TEXTS), labels, max_size=2)),
        paper=draw(papers),
    )


@given(halls())
@settings(max_examples=60, deadline=None)
def test_a_hall_survives_being_written_and_read(config: words.HallConfig) -> None:
    written = document(config)
    assert parse(written) == config
    assert parse(json.loads(json.dumps(written))) == config
    assert parse(tomllib.loads(text_of(config))) == config


keys = st.sampled_from(
    ["counters", "contact_types", "products", "clerks", "opening", "norms", "settings", "texts", "number", "type",
     "code", "labels", "nl", "weekdays", "mon", "share", "languages", "competences", "synonyms", "x"]
)  # fmt: skip
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


def problems(document: dict[str, Any]) -> list[str]:
    try:
        parse(document)
    except ConfigMistakes as error:
        return [mistake.sentence() for mistake in error.mistakes]
    return []


@given(st.dictionaries(keys, anything, max_size=5))
@settings(max_examples=150, deadline=None)
def test_no_document_breaks_the_reader(written: dict[str, Any]) -> None:
    assert all(problems(written))


def test_a_number_beyond_all_floats_is_a_mistake_and_no_crash(small: dict[str, Any]) -> None:
    small["settings"] = {"strictness": 10**400, "recall_limit": 10**400}
    assert len(problems(small)) == 2

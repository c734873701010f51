"""The kiosk's parts without a window: sizes, colours, scanner, patience, offers, paper, keyboards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QSize

from balie_app.queue.rules.hall import HallIntake, Intake, Opening
from balie_app.queue.views import PrintJob
from balie_app.ui.kiosk import layouts, offers, paper, words
from balie_app.ui.kiosk.dress import HIGH_CONTRAST, measure, target
from balie_app.ui.kiosk.keys import Scanner, code_of
from balie_app.ui.kiosk.patience import Limit, Patience
from balie_app.ui.look.contrast import ratio


class Seconds:
    now = 100.0

    def __call__(self) -> float:
        return self.now


# --- sizes and colours ----------------------------------------------------------------------------


@pytest.mark.parametrize(("dpi", "px"), [(96, 57), (200, 118), (0, 60), (9000, 60)])
def test_a_target_is_fifteen_millimetres_or_a_sensible_size_when_the_screen_tells_nothing(dpi: float, px: int) -> None:
    assert target(dpi) == px


@pytest.mark.parametrize(("size", "scale"), [((1024, 768), 1.0), ((768, 1024), 1.0), ((3840, 2160), 2.8125)])
def test_everything_grows_with_the_screen(size: tuple[int, int], scale: float) -> None:
    dress = measure(QSize(*size), 96, low=False, large=False, contrast=False)
    assert dress.scale == pytest.approx(scale)
    assert measure(QSize(*size), 96, low=False, large=True, contrast=False).type(20) > dress.type(20)


@pytest.mark.parametrize("ground", ["background", "surface", "brand"])
def test_high_contrast_is_far_above_seven_to_one(ground: str) -> None:
    for text in ("text", "text_quiet", "accent", "brand_text"):
        assert ratio(HIGH_CONTRAST[text], HIGH_CONTRAST[ground]) > 12
    assert ratio(HIGH_CONTRAST["accent_text"], HIGH_CONTRAST["accent"]) > 12
    assert ratio(HIGH_CONTRAST["text"], HIGH_CONTRAST["accent_surface"]) > 7


# --- scanner and patience -------------------------------------------------------------------------


def test_a_scanner_is_known_by_its_speed() -> None:
    seconds = Seconds()
    scanner = Scanner(seconds)
    for letter in "afs-1042":
        scanner.key(letter)
        seconds.now += 0.01
    assert scanner.scanned() == "AFS-1042"
    assert scanner.scanned() == ""
    for letter in "afs-1042":
        scanner.key(letter)
        seconds.now += 0.2
    assert scanner.scanned() == ""


@pytest.mark.parametrize(
    ("scanned", "code"),
    [("ab12cd", "AB12CD"), ("https://x.nl/a/AB12", "AB12"), ("https://x.nl/?code=q7", "Q7"), ("  ", "")],
)
def test_a_code_may_stand_at_the_end_of_a_web_address(scanned: str, code: str) -> None:
    assert code_of(scanned) == code


def test_patience_asks_first_and_a_touch_starts_it_again() -> None:
    seconds = Seconds()
    patience, limit = Patience(seconds), Limit(45)
    seconds.now += 46
    assert patience.asking(limit)
    assert not patience.over(limit)
    seconds.now += 20
    assert patience.over(limit)
    patience.touched()
    assert not patience.asking(limit)
    seconds.now += 46
    assert patience.over(Limit(45, asks=False))


# --- what the hall offers -------------------------------------------------------------------------


def _with_opening(view, opening: Opening):
    return replace(view, config=replace(view.config, opening=opening))


def test_the_most_asked_are_ten_that_can_be_had_today(sample_view) -> None:
    config = sample_view.config
    first = replace(config.products[0], intake=Intake.APPOINTMENT)
    config = replace(config, products=(first, *config.products[1:]))
    found = offers.most_asked(config)
    assert len(found) == 10
    assert first.slug not in [product.slug for product in found]


def test_a_hall_where_the_host_gives_numbers_has_no_use_of_the_kiosk(sample_view) -> None:
    config = replace(sample_view.config, settings=replace(sample_view.config.settings, intake=HallIntake.HOST))
    door = offers.door(replace(sample_view, config=config), sample_view.read_at)
    assert (door.numbers, door.appointments, door.host_only) == (False, False, True)


def test_a_closed_hall_tells_when_it_opens_and_keeps_early_appointments(sample_view) -> None:
    days = Opening({day: ((time(11), time(17)),) for day in ("mon", "wed")})
    closed = _with_opening(sample_view, days)
    door = offers.door(closed, sample_view.read_at)
    assert (door.numbers, door.appointments) == (False, True)
    assert door.opens is not None
    assert f"{door.opens:%a %H:%M}" == "Mon 11:00"
    evening = offers.door(closed, sample_view.read_at + timedelta(hours=10))
    assert not evening.appointments
    assert evening.opens is not None
    assert evening.opens.date() == date(2026, 11, 25)


def test_a_hall_that_does_not_open_again_says_nothing_about_it(sample_view) -> None:
    door = offers.door(_with_opening(sample_view, Opening({"mon": ()})), sample_view.read_at)
    assert door.opens is None
    assert words.opens(None, sample_view.read_at, "nl") == ""


def test_a_label_falls_back_to_english_and_then_to_dutch() -> None:
    assert offers.in_language({"nl": "pas", "en": "passport", "ar": "جواز"}, "ar") == "جواز"
    assert offers.in_language({"nl": "pas", "en": "passport"}, "ar") == "passport"
    assert offers.in_language({"nl": "pas"}, "ar") == "pas"


def test_the_list_of_times_holds_only_who_can_check_in_now(sample_view) -> None:
    codes = [each.code for each in offers.soon(sample_view, sample_view.read_at)]
    assert codes == ["AFS-1042", "AFS-1100", "AFS-1110", "AFS-1130"]


# --- paper, words, keyboards ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "outcome"), [("queued", None), ("sending", None), ("failed", False), ("unknown", False), (None, True)]
)
def test_paper_is_believed_only_when_the_printer_says_so(sample_view, state: str | None, outcome: bool | None) -> None:
    jobs = () if state is None else (PrintJob("1", "p", "ticket", "A012", state, False, sample_view.read_at),)
    other = PrintJob("2", "p", "ticket", "A013", "failed", False, sample_view.read_at)
    assert paper.printed(replace(sample_view, print_jobs=(*jobs, other)), "A012") is outcome


def test_a_number_is_read_aloud_sign_by_sign_in_every_language() -> None:
    assert words.spelled("A012", "nl") == "A, nul, een, twee"
    assert all("0" not in words.spelled("A012", language) for language in words.NAMES)


@pytest.mark.parametrize("language", list(words.NAMES))
def test_every_language_can_be_typed_on_its_keyboard(language: str) -> None:
    keys = "".join(layouts.letters(language))
    assert len(keys) == len(set(keys)), "a key twice"
    assert max(len(row) for row in layouts.letters(language)) <= 12
    needed = {"ar": "جواز", "uk": "паспорт", "tr": "pasaport", "pl": "paszport"}.get(language, "paspoort")
    assert set(needed) <= set(keys)


def test_the_keyboard_for_codes_has_all_signs_of_our_codes() -> None:
    from balie_app.queue.store.work import CODE_LETTERS

    assert set(CODE_LETTERS) <= set("".join(layouts.code()))


def test_days_and_times_are_told_in_the_visitors_language() -> None:
    at = datetime(2026, 11, 25, 9, 5, tzinfo=UTC)
    assert words.at_time(at, "nl") == "9.05 uur" or words.at_time(at, "nl") == "09.05 uur"
    assert words.day_name(at, "fr") == "mercredi 25 novembre"
    assert words.day_name(at, "de") == "Mittwoch, 25. November"

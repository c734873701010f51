"""The same day per department and by kind of contact: same people, same work, same open counters."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from balie_app.queue.dispatch.day import Day, Rule
from balie_app.queue.dispatch.kernel import FIRST_COME, NO_APPOINTMENT, STRICT
from balie_app.queue.experiment.byrule import Comparison, compare
from balie_app.queue.experiment.fitting import fitted
from balie_app.queue.experiment.main import main
from balie_app.queue.experiment.playing import SPREAD, Floor, lengths
from balie_app.queue.experiment.reading import DayFiles, read_day
from balie_app.queue.experiment.real import demo_files
from balie_app.queue.experiment.realday import Measured, RealDay
from balie_app.queue.experiment.remarks import prepared
from balie_app.queue.experiment.report import csv_text, document, table
from balie_app.queue.experiment.staffing import ALWAYS, Degree, Desk, desks, minutes_open, one_by_one
from balie_app.queue.experiment.waits import figure, rank

SEEDS = (1, 2, 3)
Write = Callable[..., DayFiles]


@pytest.fixture
def day(day_files: Write) -> RealDay:
    return prepared(read_day(day_files()))


@pytest.fixture
def found(day: RealDay) -> Comparison:
    return compare(day, SEEDS, 0.5)


# -- counters and clerks --------------------------------------------------------------------------


def test_a_count_of_counters_becomes_counters_with_hours() -> None:
    assert one_by_one([(0, 1), (10, 3), (20, 1), (30, 2), (40, 0)]) == [
        ((0, 40),),
        ((10, 20), (30, 40)),
        ((10, 20),),
    ]
    assert one_by_one([(0, 0), (5, 1)]) == [((5, ALWAYS),)]
    assert one_by_one([(0, 0)]) == []


def test_the_counters_of_a_queue_are_as_many_as_the_record_has_at_every_minute(day: RealDay) -> None:
    made = desks(day, Degree.GENERALISTS)
    for minute in range(540, 660, 5):
        open_now = [each for each in made if any(since <= minute < until for since, until in each.open)]
        assert len(open_now) == (3 if minute < 570 else 4)
    assert minutes_open(day, 660) == 120 + 90 + 120 + 120


def test_training_goes_from_the_own_work_to_the_whole_kind(day: RealDay) -> None:
    does = {str(degree): {(each.queue, each.index): each.does for each in desks(day, degree)} for degree in Degree}
    assert does["same"]["A", 0] == ("A",)
    assert does["neighbours"]["A", 0] == ("A", "B")
    assert set(does["generalists"]["B", 0]) == {"A", "B"}
    assert does["generalists"]["C", 0] == ("C",), "care is another kind of contact"


def test_colleagues_of_one_queue_help_different_neighbours(day: RealDay) -> None:
    matters = {**day.matters, "C": replace(day.matters["C"], contact_type="quick")}
    made = desks(replace(day, matters=matters), Degree.NEIGHBOURS)
    assert {each.does for each in made if each.queue == "A"} == {("A", "B"), ("A", "C")}


def test_who_has_a_number_is_helped_after_closing_and_then_the_clerk_goes_home() -> None:
    # the only counter closes at 10, with two people waiting; the last visitor comes at 60
    desk = Desk("A", 0, ((0.0, 10.0),), ("A",), stays_for=("A",), awaits=60.0)
    early = Desk("A", 1, ((0.0, 5.0),), ("A",), stays_for=("A",))
    arrived = np.array([0.0, 0.0, 1.0, 60.0])
    people = Day(np.zeros(4, dtype=np.int64), arrived, np.full(4, NO_APPOINTMENT), np.full(4, 20.0))
    called = Floor([desk, early], ["A"], Rule(FIRST_COME)).played(people)
    assert called.start.tolist() == [0.0, 0.0, 20.0, 60.0]
    assert called.counter[3] == 0, "the other clerk went home at the first minute that nobody waited"


@pytest.mark.parametrize("counters", [1, 2, 5])
def test_a_queue_goes_as_a_queue_with_so_many_counters_goes(counters: int) -> None:
    random = np.random.default_rng(counters)
    arrived, work = np.sort(random.uniform(0, 300, 200)), random.exponential(1.3 * counters, 200)
    free = [0.0] * counters  # each takes the next in line as soon as it can: first come, first served
    expected = []
    for come, lasts in zip(arrived.tolist(), work.tolist(), strict=True):
        begin = max(come, heapq.heappop(free))
        expected.append(begin)
        heapq.heappush(free, begin + lasts)
    places = [Desk("A", index, ((0.0, 200.0),), ("A",), stays_for=("A",), awaits=300.0) for index in range(counters)]
    people = Day(np.zeros(200, dtype=np.int64), arrived, np.full(200, NO_APPOINTMENT), work)
    assert Floor(places, ["A"], Rule(FIRST_COME)).played(people).start == pytest.approx(np.array(expected))


def test_a_clerk_who_leaves_for_lunch_does_not_stay(day: RealDay) -> None:
    counters = {**day.counters, "A": ((540, 2), (560, 1), (1100, 0))}
    made = desks(replace(day, counters=counters), Degree.SAME)
    assert [each.stays_for for each in made if each.queue == "A"] == [("A",), ()]


# -- what comes of it -----------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_day_and_another_seed_another(day: RealDay, found: Comparison) -> None:
    assert compare(day, SEEDS, 0.5).arranged == found.arranged
    assert compare(day, (9,), 0.5).arranged != found.arranged


def test_a_rule_alone_changes_nothing_where_everybody_keeps_the_own_work(found: Comparison) -> None:
    assert found.arranged["same"].waits == found.arranged["departments"].waits


def test_without_appointments_every_rule_calls_who_waits_longest(day: RealDay, found: Comparison) -> None:
    strict = compare(day, SEEDS, 0.5, policy=STRICT)
    assert strict.arranged["generalists"].waits == found.arranged["generalists"].waits


def test_helping_each_other_shortens_the_wait_of_a_crowded_department(found: Comparison) -> None:
    means = {name: each.waits.mean.value for name, each in found.arranged.items()}
    assert means["generalists"] <= means["neighbours"] < means["same"]
    queue_a = {name: each.waits.by_queue["A"].mean for name, each in found.arranged.items()}
    assert queue_a["generalists"] < queue_a["departments"]


def test_care_stays_apart_whatever_the_others_learn(found: Comparison) -> None:
    assert found.arranged["generalists"].waits.by_queue["C"] == found.arranged["same"].waits.by_queue["C"]


def test_the_record_is_what_the_record_says(day: RealDay, found: Comparison) -> None:
    said = [each.called - each.arrived for each in day.tickets if each.called is not None]
    assert found.recorded.waits.mean.value == pytest.approx(sum(said) / len(said))
    assert found.recorded.waits.longest.value == max(said)
    assert found.recorded.waits.mean.within == 0
    assert sum(found.recorded.spread) == len(day.tickets)


def test_everybody_waits_once_and_is_gone_in_the_end(day: RealDay, found: Comparison) -> None:
    for each in found.arranged.values():
        assert sum(each.spread) == pytest.approx(len(day.tickets), abs=0.5)
        assert each.waiting[-1] == 0
        assert min(each.waiting) >= 0


def test_longer_conversations_make_longer_waits(day: RealDay, found: Comparison) -> None:
    longer = compare(day, SEEDS, 0.5, longer=1.5)
    assert longer.work.value == pytest.approx(1.5 * found.work.value)
    assert longer.arranged["departments"].waits.mean.value > found.arranged["departments"].waits.mean.value


def test_counters_that_open_later_make_people_wait(day: RealDay, found: Comparison) -> None:
    later = compare(day, SEEDS, 0.5, opened=(570, 660))
    assert later.settings["open"] == "09:30-11:00"
    for name, each in later.arranged.items():
        assert each.waits.mean.value > found.arranged[name].waits.mean.value
    assert later.recorded == found.recorded


def test_nobody_is_forgotten_when_all_counters_close_at_once(day: RealDay) -> None:
    found = compare(day, (1,), 0.5, opened=(540, 550))
    assert sum(found.arranged["departments"].spread) == len(day.tickets)


def test_work_after_hours_is_counted(day: RealDay) -> None:
    early = dict.fromkeys(day.counters, ((540, 1), (545, 0)))
    found = compare(replace(day, counters=early), (1,), 0.5).arranged["departments"]
    total = compare(replace(day, counters=early), (1,), 0.5).work.value
    assert total - 15 <= found.overtime.value < total


def test_lengths_have_the_mean_and_the_spread_that_were_asked_for() -> None:
    drawn = lengths(np.full(200_000, 7.0), 1)
    assert drawn.mean() == pytest.approx(7.0, rel=0.01)
    assert np.log(drawn).std() == pytest.approx(SPREAD, rel=0.01)


def test_fitted_lengths_bring_the_departments_to_their_recorded_waits(day: RealDay) -> None:
    ready, factors = fitted(day, SEEDS, 0.5)
    said, held = (each.waits.by_queue["A"].mean for each in _recorded_and_departments(ready))
    assert held == pytest.approx(said, rel=0.1)
    assert 1 / 3 <= factors["A"] <= 3


def _recorded_and_departments(day: RealDay) -> tuple[object, ...]:
    found = compare(day, SEEDS, 0.5, degrees=())
    return found.recorded, found.arranged["departments"]


# -- figures --------------------------------------------------------------------------------------


def test_ninety_per_cent_is_by_nearest_rank() -> None:
    assert rank(np.arange(1.0, 11.0), 0.9) == 9
    assert rank(np.array([5.0]), 0.9) == 5


def test_a_figure_knows_how_sure_it_is() -> None:
    assert figure([4.0]).within == 0
    assert figure([1.0, 2.0, 3.0]).within == pytest.approx(4.30 / 3**0.5)


# -- oddities are told ------------------------------------------------------------------------------


def test_people_who_were_never_called_are_left_out_and_counted(day_files: Write) -> None:
    files = day_files()
    gone = files.tickets.read_text().replace("A,Auto's,3,09:06,09:12", "A,Auto's,3,09:06,")
    day = prepared(read_day(day_files(tickets=gone)))
    assert len(day.tickets) == 27
    assert "1 bezoeker zonder oproep weggelaten (rij A: 1)" in day.remarks[0]


def test_a_queue_where_nobody_was_ever_called_is_left_out_whole(day_files: Write) -> None:
    files = day_files()
    tickets = [line.rsplit(",", 1)[0] + "," if line.startswith("C,") else line for line in _lines(files.tickets)]
    without = {name: _without(getattr(files, name), "C,") for name in ("counters", "service")}
    day = prepared(read_day(day_files(tickets="\n".join(tickets) + "\n", **without)))
    assert day.queues == ("A", "B")
    assert "3 bezoekers zonder oproep weggelaten (rij C: 3)" in day.remarks[0]
    assert compare(day, (1,), 0.5).recorded.waits.visitors == 25


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _without(file: Path, start: str) -> str:
    return "\n".join(line for line in _lines(file) if not line.startswith(start)) + "\n"


def test_a_length_that_was_not_measured_comes_from_other_days_or_from_the_other_queues(day: RealDay) -> None:
    without = replace(day, measured={**day.measured, "C": Measured(None, 2)}, remarks=())
    alone = prepared(without)
    assert alone.measured["C"].mean == pytest.approx((6.0 + 2.5) / 2)
    assert any("Rij C: geen gespreksduur" in each and "4,2 minuten, de middelste" in each for each in alone.remarks)
    other = prepared(without, [without, replace(day, name="2024-03-06")])
    assert other.measured["C"].mean == 10.0
    assert any("op de andere dagen" in each for each in other.remarks)


def test_weak_means_and_closed_counters_are_told(day: RealDay) -> None:
    odd = replace(
        day,
        measured={**day.measured, "A": Measured(6.0, 3), "B": Measured(2.5, 400)},
        counters={**day.counters, "C": ((541, 1), (542, 0))},
        remarks=(),
    )
    told = "\n".join(prepared(odd).remarks)
    assert "minder dan 20 oproepen in rij A (3)" in told
    assert "B (400 tegen 5)" in told
    assert "3 bezoekers opgeroepen terwijl de rij volgens het verslag geen open balie had" in told


# -- the command ------------------------------------------------------------------------------------


def test_the_table_names_every_arrangement_the_error_and_the_price(found: Comparison) -> None:
    text = table(found)
    for said in ("gemeten op de dag zelf", "per afdeling, nagespeeld", "één zaak erbij", "IJking", "Baliebezetting"):
        assert said in text


def test_the_csv_has_a_line_for_each_arrangement_and_each_queue(found: Comparison) -> None:
    rows = csv_text([found]).splitlines()
    assert len(rows) == 1 + 5 * (1 + 3)
    assert len({row.count(",") for row in rows}) == 1


def test_the_outcome_can_be_written_as_json(found: Comparison) -> None:
    held = json.loads(json.dumps(document([found]), allow_nan=False))["days"][0]
    assert set(held["by_contact_type"]) == {"same", "neighbours", "generalists"}
    assert held["calibration"]["by_queue"]["A"]["visitors"] == 20


@pytest.mark.parametrize("picture", ["uit.svg", "uit.pdf"])
def test_the_command_saves_what_it_found(
    day_files: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str], picture: str
) -> None:
    files, out = day_files(), tmp_path / "uit.json"
    words = [
        w for name in ("tickets", "counters", "service", "matters") for w in (f"--{name}", str(getattr(files, name)))
    ]
    words += [
        "--seeds",
        "1-2",
        "--json",
        str(out),
        "--csv",
        str(tmp_path / "uit.csv"),
        "--picture",
        str(tmp_path / picture),
    ]
    assert main(["real", *words]) == 0
    assert "2024-03-05 · 28 bezoekers · 3 rijen · 2 keer nagespeeld" in capsys.readouterr().out
    held = json.loads(out.read_text(encoding="utf-8"))
    assert held["settings"]["seeds"] == [1, 2]
    assert held["days"][0]["recorded"]["visitors"] == 28
    assert (tmp_path / picture).read_bytes()[:5] in {b"<?xml", b"%PDF-"}
    assert (tmp_path / "uit.csv").read_text().startswith("day,arrangement,queue")


def test_hours_in_which_a_queue_has_no_counter_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["real", "--seeds", "1", "--open", "16:00-17:00"]) == 2
    assert "Met --open is op 2020-01-14 voor rij A, C, D, E" in capsys.readouterr().err


def test_one_degree_and_fitted_lengths_can_be_asked_for(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "uit.json"
    words = ["real", "--seeds", "1", "--competences", "generalists", "--fit", "--longer", "1.1", "--json", str(out)]
    assert main(words) == 0
    held = json.loads(out.read_text(encoding="utf-8"))
    assert list(held["days"][0]["by_contact_type"]) == ["generalists"]
    assert held["settings"] == {"seeds": [1], "strictness": 0.5, "longer": 1.1, "open": None, "fitted": True}
    assert set(held["fitted_factors"]["2020-01-14"]) == set(held["days"][0]["queues"])


def test_without_files_it_is_the_day_that_ships_with_balie() -> None:
    day = prepared(read_day(demo_files()))
    found = compare(day, (1,), 0.5)
    assert len(day.tickets) == 1936
    assert found.recorded.waits.mean.value == pytest.approx(16.43, abs=0.01)
    assert found.arranged["departments"].waits.mean.value == pytest.approx(16.4, abs=4)
    assert found.arranged["generalists"].waits.mean.value < 8


def test_days_that_balie_does_not_ship_can_be_read_too() -> None:
    folder = Path(__file__).parents[4] / "shared" / "data" / "warsaw"
    if not folder.is_dir():
        pytest.skip("the six recorded days are not here")
    for tickets in sorted(folder.glob("*_tickets.csv")):
        files = [tickets.with_name(tickets.name.replace("tickets", word)) for word in ("counters", "service")]
        day = prepared(read_day(DayFiles(tickets, *files, folder / "matters.csv")))
        found = compare(day, (1,), 0.5, degrees=(Degree.GENERALISTS,))
        assert found.arranged["generalists"].waits.mean.value < found.recorded.waits.mean.value


def test_a_page_is_filled_between_its_marks(day_files: Write, tmp_path: Path) -> None:
    page, files = tmp_path / "pagina.md", day_files()
    page.write_text(
        "voor\n<!-- uitkomst -->\noud\n<!-- /uitkomst -->\ntussen\n"
        "<!-- kanttekeningen -->\n<!-- /kanttekeningen -->\nna\n"
    )
    words = [
        w for name in ("tickets", "counters", "service", "matters") for w in (f"--{name}", str(getattr(files, name)))
    ]
    words = ["real", *words, "--seeds", "1-2", "--page"]
    assert main([*words, f"{page}#uitkomst", f"{page}#kanttekeningen"]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("voor\n<!-- uitkomst -->\n")
    assert text.endswith("<!-- /kanttekeningen -->\nna\n")
    assert "oud" not in text
    assert "tussen" in text
    assert "| 5-3-2024 | 12,1 / 27 |" in text
    assert (
        "- Baliebezetting 450 minuten; gewerkt buiten die uren om iedereen te helpen: per afdeling, nagespeeld: 0;"
        in text
    )
    assert main([*words, f"{page}#uitkomst", f"{page}#kanttekeningen"]) == 0
    assert page.read_text(encoding="utf-8") == text, "filling again changes nothing"


def test_a_page_without_marks_is_left_alone(
    day_files: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "pagina.md"
    page.write_text("niets\n")
    assert main(["real", "--seeds", "1", "--page", f"{page}#uitkomst"]) == 1
    assert main(["real", "--seeds", "1", "--page", str(page)]) == 2
    assert "noemt geen deel" in capsys.readouterr().err
    assert page.read_text() == "niets\n"


def test_the_numbers_of_the_page_are_those_of_the_outcome_beside_it() -> None:
    docs = Path(__file__).parents[3] / "docs"
    text = (docs / "by-contact-type.md").read_text(encoding="utf-8")
    held = json.loads((docs / "by-contact-type.json").read_text(encoding="utf-8"))
    for day in held["days"]:
        for name in ("departments", "generalists"):
            outcome = day["departments"] if name == "departments" else day["by_contact_type"][name]
            mean = f"{outcome['mean']['value']:.1f} ± {outcome['mean']['plus_minus']:.1f}".replace(".", ",")
            assert mean in text
        assert day["visitors"] == sum(each["visitors"] for each in day["recorded"]["by_queue"].values())
    assert len(held["days"]) == 6

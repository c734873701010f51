"""Two stations that want one line: the second is told who has it, and gets it when the first is gone."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from balie_app.devices.claims import who_has
from balie_app.devices.ports import Found
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.queue.store.devices import LEASE_S, SERVICE_GONE, STALE, DeviceBook, Holder, Report, read_devices

NOW = datetime(2030, 1, 14, 9, tzinfo=UTC)


@pytest.fixture
def hall(hall_url: str) -> Iterator[Hall]:
    made = create_hall(hall_url, template("one-desk", "Voorbeeld"))
    yield made
    made.close()


class Time:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def book(hall: Hall, station: str, time: Time, machine: str = "pc-1") -> DeviceBook:
    return DeviceBook(hall.engine, hall.where, station, clock=time, machine=machine)


def report(name: str = "bon", place: str = "pc-1:/dev/ttyUSB0", state: str = "gereed", cause: str = "") -> Report:
    return Report(name, "printer", place, state, cause, "", NOW, {})


def test_the_second_is_told_who_has_the_line(hall: Hall) -> None:
    time = Time()
    noord, zuid = book(hall, "noord", time), book(hall, "zuid", time, "pc-2")
    assert noord.write([report()], tell=True) == {}
    assert zuid.write([report(place="pc-2:COM3")], tell=True) == {"bon": Holder("noord", "pc-1")}
    assert noord.write([report()], tell=False) == {}


def test_one_port_under_two_names_is_still_one_line(hall: Hall) -> None:
    time = Time()
    far = "rfc2217://10.0.0.7:4001"
    book(hall, "noord", time).write([report("a", far)], tell=False)
    assert book(hall, "zuid", time, "pc-2").write([report("b", far)], tell=False) == {"b": Holder("noord", "pc-1")}


def test_a_line_of_a_station_that_died_is_free_after_its_lease(hall: Hall) -> None:
    time = Time()
    noord, zuid = book(hall, "noord", time), book(hall, "zuid", time, "pc-2")
    noord.write([report()], tell=False)
    zuid.write([report()], tell=False)
    time.now = LEASE_S - 1
    assert zuid.write([report()], tell=False) != {}
    time.now = LEASE_S
    assert zuid.write([report()], tell=False) == {}
    assert noord.write([report()], tell=False) == {"bon": Holder("zuid", "pc-2")}


def test_a_station_that_goes_on_beating_keeps_its_line_for_ever(hall: Hall) -> None:
    time = Time()
    noord, zuid = book(hall, "noord", time), book(hall, "zuid", time, "pc-2")
    for _ in range(20):
        time.now += LEASE_S / 3
        assert noord.write([report()], tell=False) == {}
        assert zuid.write([report()], tell=False) != {}


def test_a_station_that_ends_in_good_order_lets_go_at_once(hall: Hall) -> None:
    time = Time()
    noord, zuid = book(hall, "noord", time), book(hall, "zuid", time, "pc-2")
    noord.write([report()], tell=False)
    noord.let_go([report()])
    assert zuid.write([report()], tell=False) == {}


def test_a_station_that_starts_again_has_its_lines_at_once(hall: Hall) -> None:
    time = Time()
    book(hall, "noord", time).write([report()], tell=False)
    assert book(hall, "noord", time).write([report()], tell=False) == {}


def test_two_of_the_same_name_on_one_machine_do_not_take_it_from_each_other_all_the_time(hall: Hall) -> None:
    time = Time()
    first, second = book(hall, "noord", time), book(hall, "noord", time)
    first.write([report()], tell=False)
    assert second.write([report()], tell=False) == {}
    for _ in range(5):
        time.now += 10
        assert first.write([report()], tell=False) == {"bon": Holder("noord", "pc-1")}
        assert second.write([report()], tell=False) == {}


def test_a_port_is_known_by_its_adapter_whatever_it_is_called(hall: Hall) -> None:
    machine = socket.gethostname()
    found = (Found("/dev/ttyUSB0", 0x0403, 0x6001, "FT4X1"), Found("/dev/ttyUSB1"))
    reports = [report("a", f"{machine}:usb:0403:6001:FT4X1"), report("b", "rfc2217://10.0.0.7:4001")]
    noord = book(hall, "noord", Time(), machine)
    noord.write(reports, tell=False)
    holder = Holder("noord", machine)
    assert who_has(hall, "/dev/ttyUSB0", found) == holder
    assert who_has(hall, "usb:0403:6001", found) == holder
    assert who_has(hall, "rfc2217://10.0.0.7:4001", found) == holder
    assert who_has(hall, "/dev/ttyUSB1", found) is None
    assert who_has(hall, "usb:dead:beef", found) is None
    noord.let_go(reports)
    assert who_has(hall, "/dev/ttyUSB0", found) is None


def test_a_device_that_a_station_has_no_more_leaves_the_list(hall: Hall) -> None:
    noord, zuid = book(hall, "noord", Time()), book(hall, "zuid", Time(), "pc-2")
    noord.write([report("a", "x"), report("b", "y")], tell=False)
    zuid.write([report("c", "z")], tell=False)
    noord.tidy(["a"])
    assert [device.name for device in hall.view().devices] == ["a", "c"]
    book(hall, "noord", Time()).tidy([])
    assert [device.name for device in hall.view().devices] == ["a", "c"], "another process minds it"
    noord.let_go([report("a", "x")])
    book(hall, "noord", Time()).tidy([])
    assert [device.name for device in hall.view().devices] == ["c"]


def test_everybody_sees_how_the_devices_are(hall: Hall) -> None:
    book(hall, "noord", Time()).write([report(state="hulp nodig", cause="paper_out")], tell=True)
    (device,) = hall.view().devices
    assert (device.name, device.station, device.state, device.cause) == ("bon", "noord", "hulp nodig", "paper_out")
    assert device.since == NOW


def test_devices_of_a_station_that_fell_silent_are_gone(hall: Hall) -> None:
    book(hall, "noord", Time()).write([report()], tell=True)
    with hall.reading() as connection:
        (soon,) = read_devices(connection, datetime.now(UTC))
        (late,) = read_devices(connection, datetime.now(UTC) + STALE + timedelta(seconds=5))
    assert (soon.state, soon.cause) == ("gereed", "")
    assert (late.state, late.cause, late.detail) == ("weg", SERVICE_GONE, "noord")


def test_devices_are_no_part_of_the_journal(hall: Hall) -> None:
    before = hall.journal()
    book(hall, "noord", Time()).write([report()], tell=True)
    assert hall.journal() == before


def test_claims_of_two_processes_at_once_end_with_one_owner(tmp_path: Path) -> None:
    create_hall(tmp_path / "hal.db", template("one-desk", "Voorbeeld")).close()
    first, second = open_hall(tmp_path / "hal.db"), open_hall(tmp_path / "hal.db")
    time = Time()
    answers = [
        book(first, "noord", time).write([report()], tell=False),
        book(second, "zuid", time, "pc-2").write([report()], tell=False),
    ]
    assert sorted(map(len, answers)) == [0, 1]
    first.close()
    second.close()

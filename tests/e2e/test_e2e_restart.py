"""Stations come and go in any order, the database goes away and comes back: what people see is right again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from balie_app.queue.commands import CallNext, Finish, Issue, OpenCounter, Start
from installer.postgres import fresh_database

ASKED = ("paspoort-aanvragen",)


def test_stations_may_start_before_there_is_a_hall(any_scene: Any) -> None:
    scene = any_scene
    host, screen = scene.start("host", "--wait"), scene.start("screen", "--wait", "--sound", "off")
    counter = scene.counter(1, "anna", "--wait")
    for each in (host, counter, screen):
        assert each.texts(), "a window that says something"
        assert not each.first_picture.is_set()
    scene.make()
    for each in (host, counter, screen):
        each.shows()
    scene.do(OpenCounter(1, "anna"))
    scene.do(Issue(ASKED))
    scene.do(CallNext(1))
    for each in (host, counter, screen):
        each.sees("K 001")


def test_killed_stations_show_the_same_again_and_go_on(any_scene: Any) -> None:
    scene = any_scene
    scene.make()
    scene.do(OpenCounter(1, "anna"))
    scene.do(Issue(ASKED))
    scene.do(Issue(ASKED))
    stations = [scene.start("host"), scene.counter(1), scene.start("screen", "--sound", "off")]
    host, counter, screen = (each.shows() for each in stations)
    counter.key("F8")
    for each in stations:
        each.sees("K 001")
    for each in stations:
        each.murder()
    for each in stations:
        each.begin()
    for each in stations:
        each.shows().sees("K 001")
    host.sees("K 002")
    screen.sees("Balie 1")
    counter.key("F10")
    counter.sees("in gesprek")
    counter.key("F11")
    scene.wait_happened("finished")


def test_stations_stay_in_step_while_others_come_and_go(any_scene: Any, balie: Callable[..., Any]) -> None:
    scene = any_scene
    scene.make()
    scene.do(OpenCounter(1, "anna"))
    scene.hall.close()  # or this process would keep together what the stations have to keep together
    counter = scene.counter(1).shows()
    host = scene.station("host")
    for number in ("K 001", "K 002"):
        assert balie("journal", "verify", "--hall", scene.where).returncode == 0
        host.key("F3")
        host.type("paspoort")
        host.sees("Paspoort aanvragen")
        host.key("Return")
        host.click("Nummer geven")
        host.sees(f"Nummer {number}")
        host.key("Escape")
        counter.sees(f"volgende {number}")
        counter.key("F8")
        counter.sees("geroepen", number)
        counter.key("F10")
        counter.sees("in gesprek")
        counter.key("F11")
        counter.sees("vrij")
    assert scene.happened().count("called") == 2


def test_a_station_killed_in_the_middle_of_a_step_leaves_a_whole_hall(scene: Any) -> None:
    hall = scene.make()
    scene.do(OpenCounter(1, "anna"))
    for _ in range(4):
        scene.do(Issue(ASKED))
    counter = scene.counter(1)
    for _ in range(4):
        counter.shows().sees("Volgende")
        before = len(scene.happened())
        assert counter.process.stdin is not None
        counter.process.stdin.write(b'{"do": "key", "keys": "F8"}\n')
        counter.process.stdin.flush()
        counter.murder()
        assert len(scene.happened()) - before in {0, 1}
        at_counter = [each for each in hall.view().contacts if each.counter == 1]
        assert len(at_counter) == min(1, scene.happened().count("called") - scene.happened().count("finished"))
        if at_counter:
            scene.do(Start(1), "counter-1")
            scene.do(Finish(1), "counter-1")
        counter.begin()
    counter.shows()


def test_a_station_that_was_killed_does_not_keep_its_place(scene: Any) -> None:
    scene.make()
    host = scene.station("host")
    host.murder()
    host.begin().shows().end()


@pytest.mark.postgres
def test_stations_sit_out_a_restart_of_the_server(tmp_path: Path, server: Any, make_scene: Callable[..., Any]) -> None:
    with fresh_database(server.url) as url:
        scene = make_scene(url)
        scene.make()
        scene.do(OpenCounter(1, "anna"))
        scene.do(Issue(ASKED))
        stations = [scene.start("host"), scene.counter(1), scene.start("screen", "--sound", "off")]
        host, counter, screen = (each.shows() for each in stations)
        counter.key("F8")
        for each in stations:
            each.sees("K 001")
        server.stop()
        host.sees("verbinding")
        counter.sees("verbinding")
        for each in stations:
            each.sees("K 001")
        counter.key("F10")
        counter.sees("verbinding")
        server.start()
        host.misses("geen verbinding")
        counter.misses("Geen verbinding")
        scene.do(Issue(ASKED))
        host.sees("K 002")
        counter.key("F10")
        scene.wait_happened("started")
        screen.sees("K 001")
        scene.close()


def test_stations_wait_calmly_for_a_file_that_another_program_holds(scene: Any) -> None:
    scene.make()
    scene.do(OpenCounter(1, "anna"))
    scene.do(Issue(ASKED))
    host, counter = scene.start("host"), scene.counter(1)
    for each in (host, counter):
        each.shows().sees("K 001")
    with closing(sqlite3.connect(scene.where, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        counter.key("F8")
        for each in (host, counter):
            each.sees("K 001")
        assert scene.happened().count("called") == 0
        other.execute("ROLLBACK")
    scene.wait_happened("called")
    host.sees("Balie 1, K 001")
    assert scene.happened().count("called") == 1

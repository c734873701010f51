"""``balie layout`` as a person uses it: a real process, and the keyboard alone."""

from __future__ import annotations

import getpass
import signal
from collections.abc import Callable
from contextlib import closing
from typing import Any

from balie_app.queue.hall import open_hall
from balie_app.queue.store.versions import versions


def test_a_text_is_typed_saved_and_printed_in_the_name_of_the_user(scene: Any, until: Callable[..., Any]) -> None:
    scene.make()
    window = scene.start("layout").shows()
    window.sees("Onder de naam van de gemeente (Nederlands)", "Geen logo")
    window.key("Tab")
    window.type("Publiekshal")
    window.key("Ctrl+S")
    window.sees("Opgeslagen als versie 2")
    with closing(open_hall(scene.where)) as hall, hall.reading() as connection:
        assert hall.config().paper.header == {"nl": "Publiekshal"}
        assert [each.actor for each in versions(connection)] == ["", getpass.getuser()]
    window.click("Opslaan ongedaan maken")
    window.sees("Ongedaan gemaakt")
    until(lambda: scene.hall.config().paper.header == {}, "the earlier paper")


def test_unsaved_work_does_not_keep_it_from_ending_on_a_signal(scene: Any) -> None:
    scene.make()
    window = scene.start("layout").shows()
    window.sees("Geen logo")
    window.key("Tab")
    window.type("Publiekshal")
    window.sees("Opslaan")
    window.send(signal.SIGTERM)
    assert window.leave() == 0
    assert window.said() == ""

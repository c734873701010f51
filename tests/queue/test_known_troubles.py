"""What is the surroundings' fault, and what is a bug."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall, open_hall
from balie_app.queue.store.engine import known_troubles
from balie_app.queue.trouble import Trouble


def test_a_wrong_statement_is_a_bug_and_not_an_outage(tmp_path: Path) -> None:
    hall = create_hall(tmp_path / "hall.db", template("one-desk", "Voorbeeldstad"))
    with pytest.raises(OperationalError), hall.reading() as connection:
        connection.exec_driver_sql("SELECT nothing FROM hall")
    hall.close()


@pytest.mark.parametrize("url", ["mysql://server/hal", "postgresql://server:geen-poort/hal", "http://balie.nl"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(Trouble) as caught:
        open_hall(url)
    assert caught.value.code == "bad-url"


def test_a_password_is_never_shown() -> None:
    with pytest.raises(Trouble) as caught:
        open_hall("postgresql://balie:geheim@localhost:1/hal")
    assert caught.value.code == "database-away"
    assert "geheim" not in str(caught.value.facts)


def test_a_full_disk_is_named() -> None:
    with pytest.raises(Trouble) as caught, known_troubles("hier"):
        raise OSError(28, "No space left on device")
    assert (caught.value.code, caught.value.facts) == ("disk-full", {"where": "hier"})

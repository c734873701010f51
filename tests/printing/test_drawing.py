"""Drawing lines with Qt, in programs with and without windows."""

from __future__ import annotations

import subprocess
import sys

import pytest

from balie_app.printing.documents import Size
from balie_app.printing.drawing import text_bitmap

PROGRAM = """
import threading
from balie_app.printing import work
from balie_app.printing.documents import Document, Line
from balie_app.printing.encoder import encode
from balie_app.printing.profiles import profile
{prepare}
def job():
    try:
        print(len(encode(Document("", "ar", (Line("مرحبا"),)), profile("epson"))) > 200)
    except Exception as error:
        print(error.code)
thread = threading.Thread(target=job)
thread.start()
thread.join()
"""


@pytest.mark.parametrize(("prepare", "said"), [("work.prepare()", "True"), ("", "drawing-not-ready")])
def test_a_program_without_windows_draws_on_another_thread_once_it_is_prepared(prepare, said):
    program = PROGRAM.format(prepare=prepare)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, said), done.stderr


def test_arabic_is_joined_and_ordered_by_qt():
    joined = text_bitmap("مرحبا", Size.NORMAL, 576)
    apart = text_bitmap("م ر ح ب ا", Size.NORMAL, 576)
    assert joined.width < apart.width


def test_a_drawn_line_wraps_and_stays_within_the_paper():
    one, many = text_bitmap("слово", Size.NORMAL, 384), text_bitmap("слово " * 30, Size.NORMAL, 384)
    assert many.width <= 384
    assert many.height % one.height == 0
    assert many.height > 3 * one.height
    assert all(len(row) * 8 == many.width for row in many.rows)


def test_text_at_the_right_ends_where_text_at_the_left_begins():
    left = text_bitmap("слово слово слово да", Size.NORMAL, 240)
    right = text_bitmap("слово слово слово да", Size.NORMAL, 240, right=True)
    assert left != right
    assert sum(row.count(0) for row in left.rows) == pytest.approx(sum(row.count(0) for row in right.rows), rel=0.1)

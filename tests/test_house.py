"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import queue
import re
import statistics
import subprocess
import sys
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

import PySide6
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from installer.lock import RUN, TEST, packages

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 600, 50
USUAL_FILE, USUAL_FUNCTION = 130, 8


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lengths(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [(n.name, (n.end_lineno or n.lineno) - n.lineno + 1) for n in ast.walk(tree) if isinstance(n, kinds)]


def written_by_us() -> list[Path]:
    """Every text file that goes into the repository (git knows), or that would, for one not yet added."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout that this user may read")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_the_hall_s_queue_does_not_hide_the_standard_library_s() -> None:
    assert queue.SimpleQueue().empty()


def test_balie_starts_from_inside_its_own_package(tmp_path: Path) -> None:
    done = subprocess.run(
        [ROOT / "balie", "help"], cwd=ROOT / "balie_app", capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "balie demo" in done.stdout


def test_no_file_is_too_long() -> None:
    long = {str(path): lines(path) for path in sources("balie_app", "installer", "tests") if lines(path) > LONGEST_FILE}
    assert not long


def test_no_function_is_too_long() -> None:
    long = [
        f"{path}: {name} ({length})"
        for path in sources("balie_app", "installer")
        for name, length in function_lengths(path)
        if length > LONGEST_FUNCTION
    ]
    assert not long


def test_files_and_functions_are_usually_short() -> None:
    written = [path for path in sources("balie_app") if lines(path) > 1]
    assert statistics.median(lines(path) for path in written) <= USUAL_FILE
    lengths = [length for path in written for _, length in function_lengths(path)]
    assert statistics.median(lengths) <= USUAL_FUNCTION


@pytest.mark.parametrize("word", [r"\bTODO\b", r"\bFIXME\b", r"\bNotImplementedError\b"])
def test_nothing_is_left_unfinished(word: str) -> None:
    found = [
        str(path) for path in sources("balie_app", "installer") if re.search(word, path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_the_repository_names_no_machine_and_no_package_host() -> None:
    # written in pieces, so that this file does not find itself
    forbidden = [
        "/" + "work/(main|shared)", "/" + r"root/\.", "pypi" + r"\.org", "python" + r"hosted\.org",
        r"(index-url|find-links)[= ]+\S", "deb" + r"\.debian\.org",
    ]  # fmt: skip
    pattern = re.compile("|".join(forbidden))
    found = []
    for path in written_by_us():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a font, a database
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in pattern.finditer(text)]
    assert not found


def test_qt_gives_none_and_true_back(qapp: QCoreApplication) -> None:
    """PySide6 6.12 on Python 3.11 loses a reference to None at every void call, until the process aborts."""
    assert tuple(int(part) for part in PySide6.__version__.split(".")[:2]) < (6, 12)

    class Sender(QObject):
        said = Signal(bool)

    sender, timer = Sender(), QTimer()
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(500):
        qapp.processEvents()
        timer.setInterval(5)
        sender.said.emit(True)
    lost = [b - a for a, b in zip((sys.getrefcount(None), sys.getrefcount(True)), before, strict=True)]
    assert max(lost) < 100


def test_the_locks_hold_exact_versions_with_hashes() -> None:
    for lock in (RUN, TEST):
        entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
        unsafe = [entry.split()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]
        assert len(entries) > 10
        assert not unsafe


def test_the_test_lock_adds_and_never_repeats() -> None:
    assert packages(RUN).keys().isdisjoint(packages(TEST))


def test_the_locks_hold_everything_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[\[<>=~!;\s]", line)[0].lower().replace("_", "-") for line in requirements}

    assert names(project["dependencies"]) <= packages(RUN).keys()
    assert names(project["optional-dependencies"]["test"]) <= packages(RUN).keys() | packages(TEST).keys()


def test_the_locks_hold_everything_that_their_packages_need() -> None:
    # nothing is looked up at set-up: a package that is not in the locks would be missing
    held = {canonicalize_name(name) for name in (*packages(RUN), *packages(TEST))}
    away = {"colorama"}  # Windows only
    missing = [
        (name, need.name)
        for name in held - away
        for need in map(Requirement, requires(name) or ())
        if (need.marker is None or need.marker.evaluate({"extra": ""})) and canonicalize_name(need.name) not in held
    ]
    assert not missing


def test_the_lock_is_what_runs_here() -> None:
    here = {name: version(name) for name in packages(RUN) if name != "colorama"}
    locked = {name: exact for name, exact in packages(RUN).items() if name != "colorama"}
    assert here == locked


def test_the_licence_is_the_eupl_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\nEUPL © the European Union 2007, 2016")
    for article in range(1, 16):
        assert f"\n{article}." in text
    assert text.rstrip().endswith("require the production of a new EUPL version.")


def test_ci_runs_the_readme_s_test_command_and_nothing_else() -> None:
    commands = [
        line
        for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "exec ./balie test"]

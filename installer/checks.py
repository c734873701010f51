"""Behind ``./balie test``: style, types, rooms, all tests without a screen, the windowed ones on a screen, coverage.

With arguments only pytest runs, with those arguments: ``./balie test tests/queue -k undo``.
The last line is ``N passed, N failed``; the exit code is 0 only when every check went well.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

from installer.screen import NoScreenError, virtual_screen

ROOT = Path(__file__).resolve().parent.parent
PYTEST = ("-m", "pytest")
RESULTS = "results.xml"
READING = (
    ("stijl", ("-m", "ruff", "check", ".")),
    ("opmaak", ("-m", "ruff", "format", "--check", ".")),
    ("typen", ("-m", "mypy")),
    (
        "kamers",
        ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-logo'])"),
    ),
)
"""Checks that only read the source: name, what Python must run."""


def main(arguments: list[str]) -> int:
    """Run everything, or only pytest with these arguments; answers the exit code."""
    try:
        if arguments:
            return _chosen(arguments)
        with tempfile.TemporaryDirectory(prefix="balie-test-") as folder:
            return _everything(Path(folder))
    except KeyboardInterrupt:
        return 130


def _chosen(arguments: list[str]) -> int:
    with _screen(wanted="gui" in arguments) as screen:
        return _python((*PYTEST, *arguments), screen)


def _everything(folder: Path) -> int:
    wrong = [name for name, command in READING if _reading(name, command)]
    without, on_screen = folder / "without", folder / "screen"
    if _tests("tests", without, ("-n", "2", "-m", "not gui")):
        wrong.append("tests")
    with _screen(wanted=True) as screen:
        if _tests("tests op een scherm", on_screen, ("-m", "gui"), screen):
            wrong.append("tests op een scherm")
    if _coverage(folder, (without, on_screen)):
        wrong.append("dekking")
    return _verdict(wrong, (without, on_screen))


def _tests(name: str, folder: Path, chosen: tuple[str, ...], extra: Mapping[str, str] | None = None) -> int:
    """Run these tests; the folder then holds their results and what they covered."""
    folder.mkdir()
    command = (*PYTEST, *chosen, "--cov", "--cov-report=", "--cov-fail-under=0", f"--junitxml={folder / RESULTS}")
    return _step(name, command, {"COVERAGE_FILE": str(folder / ".coverage"), **(extra or {})})


def _coverage(folder: Path, parts: tuple[Path, ...]) -> int:
    data = f"--data-file={folder / '.coverage'}"
    _python(("-m", "coverage", "combine", "--quiet", data, *(str(part / ".coverage") for part in parts)), {})
    return _reading("dekking", ("-m", "coverage", "report", "--sort=-cover", data))


def _verdict(wrong: list[str], folders: tuple[Path, ...]) -> int:
    """Say in two lines how it went; the last in the form that build servers read."""
    passed = failed = skipped = 0
    for report in (folder / RESULTS for folder in folders):
        if not report.exists():
            continue
        for suite in ElementTree.parse(report).iter("testsuite"):  # noqa: S314 — pytest wrote it just now
            bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            left_out = int(suite.get("skipped", 0))
            passed += int(suite.get("tests", 0)) - bad - left_out
            failed, skipped = failed + bad, skipped + left_out
    _say(f"\nNiet goed: {', '.join(wrong)}." if wrong else "\nAlles goed.")
    _say(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if wrong or failed or not passed else 0


def _reading(name: str, command: tuple[str, ...]) -> int:
    """Run a check that only reads: one line when all is well, everything it said when not."""
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    said = (done.stdout + done.stderr).strip() or "-"
    _say(f"── {name}: {said.splitlines()[-1]}" if done.returncode == 0 else f"── {name}: NIET GOED\n{said}\n")
    return done.returncode


def _step(name: str, command: tuple[str, ...], extra: Mapping[str, str] | None = None) -> int:
    _say(f"\n── {name}")
    start = time.monotonic()
    code = _python(command, extra or {})
    _say(f"   {name}: {'goed' if code == 0 else 'NIET GOED'}, {time.monotonic() - start:.0f} s")
    return code


def _python(command: tuple[str, ...], extra: Mapping[str, str]) -> int:
    """Run this Python in the checkout; Ctrl-C reaches it directly, and we wait until it has tidied up."""
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env={**os.environ, **extra})
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.wait()
        raise


@contextmanager
def _screen(wanted: bool) -> Iterator[dict[str, str]]:
    """The environment for windows: a screen of our own with a window manager, or the one Qt has in memory."""
    if not wanted:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    try:
        with virtual_screen() as display:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
    except NoScreenError as error:
        if os.environ.get("CI"):
            raise SystemExit(str(error)) from error
        _say(f"{error} Tests met een scherm worden overgeslagen.")
        yield {"QT_QPA_PLATFORM": "offscreen"}


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

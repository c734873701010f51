"""``./balie`` on machines that do not exist: every program it calls is played by a few lines of shell."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from balie_app.cli import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
TOOLS = "sh cat cksum cp dirname env find flock grep head mkdir mktemp readlink rm sed sleep sync tail touch true"
PYTHON = """#!/bin/sh
echo "python $*" >>"$WORLD/log"
case "$1 $2" in
"-m venv")
    mkdir -p "$3/bin" && cp "$0" "$3/bin/python"
    ;;
"-m pip")
    touch "$WORLD/pip-runs"
    while [ -e "$WORLD/pip-waits" ]; do sleep 0.05; done
    [ ! -e "$WORLD/pip-fails" ] || { echo "geen verbinding met de server" && exit 1; }
    ;;
"-m balie_app" | "-m installer.checks")
    shift
    printf '<%s>' "$@"
    printf ' %s %s %s\\n' "$$" "$PYTHONPATH" "${PYTHONSAFEPATH:-}"
    ;;
"-c "*)
    case "$2" in
    *PySide6*) [ ! -e "$WORLD/no-qt" ] || { echo "libEGL.so.1: cannot open shared object file" && exit 1; } ;;
    *) [ ! -e "$WORLD/no-python" ] ;;
    esac
    ;;
esac
"""
DPKG_QUERY = """#!/bin/sh
for name; do :; done
grep -qx "$name" "$WORLD/installed" && printf installed
"""
APT_GET = """#!/bin/sh
echo "apt-get $*" >>"$WORLD/log"
[ ! -e "$WORLD/apt-fails" ] || { rm "$WORLD/apt-fails" && exit 100; }
rm -f "$WORLD/no-python"
"""
APT_CACHE = """#!/bin/sh
grep -qx "$2" "$WORLD/available"
"""
WINDOW = (
    "libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)


class World:
    """A checkout with ``balie`` and the locks, on a machine of which we decide everything."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.checkout = folder / "check out"
        self.programs = folder / "bin"
        self.programs.mkdir(parents=True)
        (self.checkout / "balie_app").mkdir(parents=True)
        for name in ("balie", "requirements.lock", "requirements-test.lock", "balie_app/cli.py"):
            shutil.copy(ROOT / name, self.checkout / name)
        for tool in TOOLS.split():
            (self.programs / tool).symlink_to(shutil.which(tool) or pytest.skip(f"{tool} is not here"))
        self.program("python3", PYTHON)
        self.debian("libglib2.0-0", *WINDOW.split(), "espeak-ng", "alsa-utils")
        self.user("1000")

    @property
    def venv(self) -> Path:
        return self.checkout / ".venv"

    def program(self, name: str, text: str) -> None:
        (self.programs / name).write_text(text)
        (self.programs / name).chmod(0o755)

    def debian(self, *installed: str, available: str = WINDOW) -> None:
        (self.folder / "installed").write_text("\n".join(installed) + "\n")
        (self.folder / "available").write_text("\n".join(available.split()) + "\n")
        for name, text in (("dpkg-query", DPKG_QUERY), ("apt-get", APT_GET), ("apt-cache", APT_CACHE)):
            self.program(name, text)
        self.program("dpkg", "#!/bin/sh\n")

    def user(self, number: str) -> None:
        self.program("id", f"#!/bin/sh\necho {number}\n")

    def mark(self, name: str) -> Path:
        path = self.folder / name
        path.touch()
        return path

    def start(self, *words: str, program: Path | None = None) -> subprocess.Popen[str]:
        environment = {"WORLD": str(self.folder), "PATH": str(self.programs), "HOME": str(self.folder)}
        return subprocess.Popen(
            [program or self.checkout / "balie", *words],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *words: str, program: Path | None = None) -> tuple[int, str, str]:
        with self.start(*words, program=program) as process:
            said, complained = process.communicate(timeout=60)
        return process.returncode, said, complained

    def calls(self, start: str) -> list[str]:
        log = self.folder / "log"
        return [line for line in log.read_text().splitlines() if line.startswith(start)] if log.exists() else []

    def forget(self) -> None:
        (self.folder / "log").unlink(missing_ok=True)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "a machine")


def until(condition: Callable[[], bool], patience_s: float = 20.0) -> None:
    deadline = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < deadline, "it never came true"
        os.sched_yield()


def test_the_first_start_makes_an_environment_from_the_lock_and_starts(world: World) -> None:
    code, said, _ = world.run("host", "--hall", "een hal.db")
    assert code == 0
    assert said.startswith("<balie_app><host><--hall><een hal.db>")
    (pip,) = world.calls("python -m pip")
    assert "--require-hashes" in pip
    assert "--no-deps" in pip  # a newer release of what the lock pins must not come between
    assert pip.endswith("check out/requirements.lock")
    assert "requirements-test.lock" not in pip
    assert "index" not in pip


def test_the_second_start_does_nothing_but_start(world: World) -> None:
    world.run("host")
    world.forget()
    code, _, complained = world.run("host")
    assert (code, complained) == (0, "")
    assert world.calls("python") == ["python -m balie_app host"]
    assert not world.calls("apt-get")


def test_the_second_start_takes_less_than_a_second(world: World) -> None:
    world.run("host")
    started = time.perf_counter()
    world.run("host")
    assert time.perf_counter() - started < 1


def test_python_takes_the_place_of_the_script_so_that_signals_reach_it(world: World) -> None:
    world.run("host")
    with world.start("host") as process:
        said, _ = process.communicate(timeout=60)
    assert f" {process.pid} " in said


def test_only_the_checkout_s_own_modules_are_found(world: World) -> None:
    _, said, _ = world.run("host")
    assert said.rstrip().endswith(f"{world.checkout} 1")


def test_a_link_to_balie_works_from_any_folder(world: World) -> None:
    link = world.folder / "balie link"
    link.symlink_to(world.checkout / "balie")
    code, said, _ = world.run("kiosk", program=link)
    assert code == 0
    assert str(world.checkout) in said


def test_the_word_test_installs_what_tests_need_and_runs_the_checks(world: World) -> None:
    (test_packages,) = re.findall('^test_packages="([^"]*)"', (ROOT / "balie").read_text(), flags=re.MULTILINE)
    (world.folder / "installed").write_text(
        (world.folder / "installed").read_text() + "\n".join([*test_packages.split(), ""])
    )
    code, said, _ = world.run("test", "-k", "een woord")
    assert code == 0
    assert said.startswith("<installer.checks><-k><een woord>")
    (pip,) = world.calls("python -m pip")
    assert pip.endswith("requirements-test.lock")


def test_a_new_lock_brings_the_environment_up_to_date(world: World) -> None:
    world.run("host")
    world.forget()
    with (world.checkout / "requirements.lock").open("a") as lock:
        lock.write("# new\n")
    assert world.run("host")[0] == 0
    assert len(world.calls("python -m pip")) == 1
    assert not world.calls("python -m venv")


def test_a_new_list_of_packages_is_looked_at_again(world: World) -> None:
    world.run("host")
    world.user("0")
    with (world.checkout / "balie").open("a") as script:
        script.write("# and one more package\n")
    (world.folder / "installed").write_text("libglib2.0-0\n")
    assert world.run("host")[0] == 0
    assert len(world.calls("apt-get")) == 1


def test_another_python_makes_the_environment_anew(world: World) -> None:
    world.run("host")
    world.forget()
    (world.venv / "bin" / "python").unlink()
    assert world.run("host")[0] == 0
    assert len(world.calls("python -m venv")) == 1


def test_a_failed_installation_says_why_and_the_next_start_begins_anew(world: World) -> None:
    failing = world.mark("pip-fails")
    code, said, complained = world.run("host")
    assert (code, said) == (1, "")
    assert "geen verbinding met de server" in complained
    assert "start Balie opnieuw" in complained
    (world.venv / "half").touch()
    failing.unlink()
    assert world.run("host")[0] == 0
    assert len(world.calls("python -m venv")) == 2
    assert not (world.venv / "half").exists()


def test_a_qt_that_does_not_start_is_tried_again_without_a_new_environment(world: World) -> None:
    missing = world.mark("no-qt")
    code, said, complained = world.run("host")
    assert (code, said) == (1, "")
    assert "libEGL.so.1" in complained
    missing.unlink()
    assert world.run("host")[0] == 0
    assert len(world.calls("python -m venv")) == 1


def test_a_set_up_for_other_locks_is_not_believed_when_they_come_back(world: World) -> None:
    world.debian(available="")
    world.user("0")
    lock = world.checkout / "requirements.lock"
    old = lock.read_text()
    world.run("test")
    lock.write_text(old + "# new\n")
    world.run("host")
    lock.write_text(old)
    world.forget()
    assert world.run("test")[0] == 0
    assert len(world.calls("python -m pip")) == 1


def test_ctrl_c_during_the_set_up_ends_everything_and_the_next_start_begins_anew(world: World) -> None:
    waiting = world.mark("pip-waits")
    with world.start("host") as process:
        until((world.folder / "pip-runs").exists)
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode in {130, -signal.SIGINT}
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    waiting.unlink()
    world.forget()
    assert world.run("host")[0] == 0
    assert len(world.calls("python -m venv")) == 1


def test_of_two_first_starts_one_sets_up_and_the_other_waits(world: World) -> None:
    waiting = world.mark("pip-waits")
    with world.start("host") as first:
        until((world.folder / "pip-runs").exists)
        with world.start("kiosk") as second:
            assert second.stderr
            assert "even wachten" in second.stderr.readline()
            waiting.unlink()
            assert "<kiosk>" in second.communicate(timeout=60)[0]
        assert "<host>" in first.communicate(timeout=60)[0]
    assert len(world.calls("python -m pip")) == 1


def test_root_installs_only_what_is_missing(world: World) -> None:
    world.user("0")
    world.debian("libglib2.0-0", "libgl1", "espeak-ng", "alsa-utils")
    assert world.run("host")[0] == 0
    (install,) = world.calls("apt-get")
    assert "install --yes --no-install-recommends libegl1 " in install
    assert not re.search(r"libgl1|libglib|python3|espeak|xvfb", install)


@pytest.mark.parametrize(
    ("available", "expected"), [("libglib2.0-0t64", "libglib2.0-0t64"), ("libglib2.0-0", "libglib2.0-0")]
)
def test_a_package_has_the_name_of_its_release(world: World, available: str, expected: str) -> None:
    world.user("0")
    world.debian(*WINDOW.split(), available=f"{available} libegl1")
    world.run("host")
    (install,) = world.calls("apt-get")
    assert expected in install.split()


def test_a_stale_package_list_is_refreshed_once(world: World) -> None:
    world.user("0")
    world.debian()
    world.mark("apt-fails")
    assert world.run("host")[0] == 0
    words = [next(word for word in call.split() if word in {"install", "update"}) for call in world.calls("apt-get")]
    assert words == ["install", "update", "install"]


def test_without_rights_the_one_command_is_printed_and_nothing_is_done(world: World) -> None:
    world.debian("libglib2.0-0", "espeak-ng")
    world.mark("no-python")
    code, said, complained = world.run("host")
    assert (code, said) == (1, "")
    command = f"su -c 'apt-get install --no-install-recommends python3 python3-venv {WINDOW} alsa-utils'"
    assert [line.strip() for line in complained.splitlines() if "apt-get" in line] == [command]
    assert not world.calls("apt-get")
    assert not world.venv.exists()


def test_without_package_lists_the_command_fetches_them_first(world: World) -> None:
    world.debian(available="")
    world.program("sudo", "#!/bin/sh\nexit 1\n")
    _, _, complained = world.run("host")
    assert "sudo apt-get update && sudo apt-get install --no-install-recommends libglib2.0-0 " in complained


def test_sudo_is_used_when_it_asks_nothing(world: World) -> None:
    world.debian()
    world.program("sudo", '#!/bin/sh\nshift\necho "sudo $*" >>"$WORLD/log"\nexec "$@"\n')
    assert world.run("host")[0] == 0
    assert len(world.calls("apt-get")) == 1
    assert world.calls("sudo env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get")


def test_a_missing_voice_does_not_keep_the_hall_closed(world: World) -> None:
    world.debian("libglib2.0-0", *WINDOW.split())
    code, said, complained = world.run("screen")
    assert code == 0
    assert "<screen>" in said
    assert "Voor gesproken oproepen" in complained


def test_a_system_without_debian_s_packages_just_goes_on(world: World) -> None:
    for name in ("dpkg-query", "apt-get", "apt-cache", "dpkg"):
        (world.programs / name).unlink()
    assert world.run("host")[0] == 0


def test_a_python_that_does_not_fit_is_said_in_one_sentence(world: World) -> None:
    for name in ("dpkg-query", "apt-get"):
        (world.programs / name).unlink()
    world.mark("no-python")
    code, _, complained = world.run("host")
    assert code == 1
    assert "Python 3.11, 3.12 of 3.13" in complained


def test_an_unknown_word_sets_nothing_up(world: World) -> None:
    code, said, complained = world.run("ontvangst")
    assert (code, said) == (2, "")
    assert complained.startswith("Onbekende opdracht: ontvangst")
    assert not world.venv.exists()


def test_help_lists_every_command_even_without_python(world: World) -> None:
    (world.programs / "python3").unlink()
    code, said, _ = world.run("help")
    assert code == 0
    listed = re.findall(r"^  balie ([\w ]+): (.+)$", said, flags=re.MULTILINE)
    assert dict(listed) == {**{word: line for word, (_, line) in COMMANDS.items()}, "test": "alle controles en tests"}
    assert not world.venv.exists()


def test_help_is_the_same_with_a_python() -> None:
    done = subprocess.run([ROOT / "balie", "help"], capture_output=True, text=True, timeout=60, check=True)
    assert all(f"  balie {word} " in done.stdout for word in (*COMMANDS, "test", "help"))

"""Write the lock files anew: ``.venv/bin/python -m installer.lock [--upgrade]``. Needs ``uv``.

``requirements.lock`` is what a hall needs, ``requirements-test.lock`` only what ``./balie test`` adds.
Exact versions, with the hashes of every wheel: one pair of files for Python 3.11 to 3.13, Linux and Windows.
Where packages come from is the machine's own pip configuration; the lock names no place.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN = ROOT / "requirements.lock"
TEST = ROOT / "requirements-test.lock"
HOW = (
    "uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet",
)  # fmt: skip


def packages(lock: Path) -> dict[str, str]:
    """Name → exact version of everything in a lock file."""
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE))


def main(arguments: list[str]) -> int:
    """Write both files; the second leaves out what the first already has, at the same versions."""
    subprocess.run([*HOW, "--output-file", str(RUN), *arguments], cwd=ROOT, check=True)
    already = [part for name in packages(RUN) for part in ("--no-emit-package", name)]
    only_tests = ["--extra", "test", "--constraints", str(RUN), *already, "--output-file", str(TEST)]
    subprocess.run([*HOW, *only_tests, *arguments], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""``python -m balie_app``: the only way in."""

from __future__ import annotations

import sys

from balie_app import cli

INTERRUPTED = 130
"""The exit code of a program that was stopped with Ctrl-C, as shells know it."""


def main() -> int:
    """Run the command of this process; answers the exit code."""
    try:
        return cli.main(sys.argv[1:])
    except KeyboardInterrupt:  # before a window, or whatever else minds it, was there
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())

"""``python -m balie_app``: the only way in."""

from __future__ import annotations

import sys

from balie_app.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

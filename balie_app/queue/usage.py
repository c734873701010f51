"""How a command without a window explains itself: one short Dutch text, whatever was wrong with the line."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn


class UsageParser(argparse.ArgumentParser):
    """Answers a wrong line with the whole explanation; argparse's own English says less."""

    explanation = ""
    """Each command's own, set in its subclass."""

    def error(self, message: str) -> NoReturn:
        """Explain, and end with exit code 2."""
        sys.stderr.write(f"Deze opdracht kent Balie niet. Zo kan het wel:\n\n{self.explanation}")
        raise SystemExit(2)

    def format_help(self) -> str:
        """The explanation itself."""
        return self.explanation

"""``balie devices roll``: which number the roll by the door gives next."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from balie_app.queue.commands import By, SetNumber
from balie_app.queue.hall import open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.rules.numbering import label, shown
from balie_app.queue.rules.refused import Refused
from balie_app.queue.trouble import Trouble
from balie_app.settings import own_hall


def main(argv: list[str]) -> int:
    """Set the number; answers the exit code."""
    parser = argparse.ArgumentParser(
        prog="balie devices roll",
        description="Zegt welk nummer de rol nu geeft: aan het begin van de dag, na een nieuwe rol, of als er nummers "
        "verloren gingen.",
    )
    parser.add_argument("contact_type", metavar="SOORT", help="het soort contact van de knop, zoals quick")
    parser.add_argument("number", metavar="NUMMER", type=int, help="het nummer dat nu uit de rol steekt")
    parser.add_argument("--hall", metavar="HAL", help="bestand of postgresql://… (anders uw eigen hal)")
    options = parser.parse_args(argv)
    try:
        with closing(open_hall(options.hall or own_hall())) as hall:
            hall.perform(SetNumber(options.contact_type, options.number), By("devices"))
            letter = hall.config().contact_type_by_code[options.contact_type].letter
    except (Refused, Trouble) as error:
        sys.stderr.write(f"{sentence(error)}\n")
        return 1
    sys.stdout.write(f"De rol geeft nu {shown(label(letter, options.number))}.\n")
    return 0

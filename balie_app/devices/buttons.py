"""Dispensers: a press becomes a ticket, or the out-of-order lamp says that it cannot."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from balie_app.devices.config_model import LineConfig
from balie_app.devices.driver import Event, OutOfOrder, Settle
from balie_app.devices.paper import Desk
from balie_app.queue.commands import Issue
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Visit
from balie_app.queue.trouble import Trouble

log = logging.getLogger("balie.devices")

PATIENCE = 8.0
"""Seconds that a press waits for a database that is away; after that the visitor has left the button."""
LAMP_SECONDS = 5.0
"""How long the lamp is lit after a refused press."""
ROLL_NOT_SET = "roll-not-set"


@dataclass(slots=True)
class _Press:
    command: Issue
    give_up_at: float


class Buttons:
    """One press, at most one ticket: the key makes a repeated attempt the same ticket."""

    def __init__(
        self,
        desk: Desk,
        dispensers: dict[str, LineConfig],
        new_key: Callable[[], str],
        say: Callable[[str, Event], None] = lambda _line, _event: None,
    ) -> None:
        self._desk = desk
        self._dispensers = dispensers
        self._new_key = new_key
        self._say = say
        self._presses: dict[str, _Press] = {}
        self._lamp_until: dict[str, float] = {}
        self._lamps: dict[str, bool] = {}
        self._unset: dict[str, str] = {}

    def adopt(self, dispensers: dict[str, LineConfig], ended: Iterable[str]) -> None:
        """These are the dispensers from now on; those in ``ended`` are gone, or begin anew."""
        self._dispensers = dispensers
        for name in ended:
            for kept in (self._presses, self._lamp_until, self._lamps, self._unset):
                kept.pop(name, None)

    @property
    def hurry(self) -> bool:
        """Whether ``tick`` is wanted soon."""
        return bool(self._presses or self._lamp_until)

    def handle(self, line: str, event: Event, now: float) -> None:
        """What a dispenser's driver (or its line) says."""
        if event.kind == "open":
            self._lamps.pop(line, None)
            self._unset.pop(line, None)
        elif event.kind == "lost":
            self._presses.pop(line, None)
        elif event.kind == "press":
            self._press(line, str(event.facts["button"]), now)

    def tick(self, now: float, online: bool) -> None:
        """Try presses again, and set the lamps right."""
        for line in list(self._presses):
            self._try(line, now)
        for line, dispenser in self._dispensers.items():
            if self._lamp_until.get(line, now + 1) <= now:
                del self._lamp_until[line]
            broken = not online or not self._printer_works(dispenser)
            self._light(line, broken or line in self._lamp_until)

    def _printer_works(self, dispenser: LineConfig) -> bool:
        return dispenser.printer is None or self._desk.usable(dispenser.printer)

    def _press(self, line: str, button: str, now: float) -> None:
        dispenser = self._dispensers[line]
        wish = dispenser.buttons.get(button)
        if wish is None or not self._printer_works(dispenser):
            self._refuse(line, now)
            return
        command = Issue(
            products=wish.products,
            contact_type=wish.contact_type,
            via="dispenser",
            printer=dispenser.printer,
            roll=dispenser.roll,
            key=self._new_key(),
        )
        self._presses[line] = _Press(command, now + PATIENCE)
        self._try(line, now)

    def _try(self, line: str, now: float) -> None:
        press = self._presses[line]
        try:
            visit = self._desk.perform(press.command)
        except Refused as refused:
            log.info("geen nummer bij %s: %s", line, refused.code)
            self._tell(line, "roll_unset" if refused.code == ROLL_NOT_SET else "", press.command.contact_type or "")
            self._refuse(line, now)
        except Trouble as trouble:
            if now >= press.give_up_at:
                log.warning("geen nummer bij %s: %s", line, trouble.code)
                self._refuse(line, now)
        else:
            del self._presses[line]
            self._tell(line, "", "")
            self._desk.submit(line, Settle(accepted=True, label=visit.label if isinstance(visit, Visit) else ""))

    def _tell(self, line: str, cause: str, detail: str) -> None:
        """A roll whose number was not set (or is now) is something that a person at the desk must see."""
        if self._dispensers[line].roll and self._unset.get(line, "") != cause:
            self._unset[line] = cause
            self._say(line, Event("state", {"cause": cause, "detail": detail}))

    def _refuse(self, line: str, now: float) -> None:
        self._presses.pop(line, None)
        self._lamp_until[line] = now + LAMP_SECONDS
        self._desk.submit(line, Settle(accepted=False))
        self._light(line, on=True)

    def _light(self, line: str, on: bool) -> None:
        if self._lamps.get(line) != on:
            self._lamps[line] = on
            self._desk.submit(line, OutOfOrder(on))

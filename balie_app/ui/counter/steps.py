"""From a key to a command: which key means which step, and the commands that need no question."""

from __future__ import annotations

from collections.abc import Callable

from balie_app.queue.commands import (
    CallNext,
    CloseCounter,
    Command,
    Finish,
    NotThere,
    OpenCounter,
    PauseCounter,
    Recall,
    ResumeCounter,
    Start,
    Undo,
)
from balie_app.ui.counter.situation import Situation, Step

KEYS = {
    Step.OPEN: "Ctrl+O",
    Step.NEXT: "F8",
    Step.RECALL: "F9",
    Step.START: "F10",
    Step.DONE: "F11",
    Step.OUTCOME: "Shift+F11",
    Step.NOT_THERE: "F12",
    Step.UNDO: "Ctrl+Z",
    Step.TRANSFER: "F7",
    Step.PARK: "Ctrl+P",
    Step.UNPARK: "Ctrl+H",
    Step.PRODUCE: "Ctrl+M",
    Step.READY: "Ctrl+G",
    Step.SECOND: "Ctrl+T",
    Step.TICKET: "Ctrl+K",
    Step.PAY: "F6",
    Step.TILL: "Ctrl+F6",
    Step.RECEIPTS: "Shift+F6",
    Step.PAPERS: "Ctrl+I",
    Step.REFER: "Shift+F7",
}
"""The keys of the panel; they stand on the buttons too."""

_SIMPLE: dict[Step, Callable[[int], Command]] = {
    Step.PAUSE: lambda counter: PauseCounter(counter=counter),
    Step.RESUME: lambda counter: ResumeCounter(counter=counter),
    Step.CLOSE: lambda counter: CloseCounter(counter=counter),
    Step.NEXT: lambda counter: CallNext(counter=counter),
    Step.RECALL: lambda counter: Recall(counter=counter),
    Step.START: lambda counter: Start(counter=counter),
    Step.DONE: lambda counter: Finish(counter=counter),
    Step.NOT_THERE: lambda counter: NotThere(counter=counter),
    Step.UNDO: lambda counter: Undo(counter=counter),
}


def command_for(step: Step, here: Situation) -> Command | None:
    """The command of a step that asks nothing; None for a step that has a panel."""
    if step is Step.OPEN:
        return OpenCounter(counter=here.counter.number, clerk=here.clerk.code) if here.clerk else None
    make = _SIMPLE.get(step)
    return make(here.counter.number) if make else None

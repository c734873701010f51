"""The devices of all stations: how each is doing, since when, and what a person can do about it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from balie_app.devices.states import State, advice
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.views import DeviceState, HallView
from balie_app.ui import look
from balie_app.ui.devices.signs import RED, sign
from balie_app.ui.devicewords import said
from balie_app.ui.host import parts, words
from balie_app.ui.host.actions import HostActions
from balie_app.ui.host.panel import Page
from balie_app.ui.host.words import filled
from balie_app.ui.scanning.testcode import TestCode

SIGN = 18
CALM = frozenset({State.READY, State.BUSY, State.OFF, State.CONNECTING})


def in_trouble(devices: Iterable[DeviceState]) -> list[DeviceState]:
    """The devices that somebody should look at."""
    return [device for device in devices if device.state not in CALM]


def _place(state: str) -> int:
    """What wants somebody most stands first."""
    return 0 if state in RED else 1 if state == State.ATTENTION else 2


class DeviceRow(QWidget):
    """One device."""

    def __init__(self, device: DeviceState, config: HallConfig) -> None:
        super().__init__()
        self.device = device
        icon, colour = sign(device.state)
        picture = QLabel()
        picture.setPixmap(look.icon(icon, colour).pixmap(SIGN, SIGN))
        since = filled(
            self.tr("%1 sinds %2 · station %3"), said(device.state), words.clock(device.since, config), device.station
        )
        told = said(advice(device.cause, device.detail))
        calls = ((counter, text) for counter, text in sorted(device.shows.items()) if text)
        shown = ", ".join(f"{words.counter_name(counter, config)}: {words.ticket(text)}" for counter, text in calls)
        texts = [parts.label(device.name, "strong", wrap=True), parts.label(since, "small", wrap=True)]
        texts += [parts.label(told, "", wrap=True)] if told else []
        texts += [parts.label(filled(self.tr("Toont %1"), shown), "small", wrap=True)] if shown and not told else []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.addWidget(picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        for row, text in enumerate(texts):
            grid.addWidget(text, row, 1)
        grid.setColumnStretch(1, 1)
        look.name(self, ", ".join(text.text() for text in texts))


class DevicesPage(Page):
    """All devices, those in trouble first."""

    wanted = Signal()
    """The window of this computer's own devices."""

    def __init__(self, actions: HostActions) -> None:
        super().__init__()
        self._actions = actions
        self.title = self.tr("Apparaten")
        self._shown: tuple[DeviceState, ...] | None = None
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        parts.fill(self._column, (), space=4)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._rows)
        scroll.viewport().setAutoFillBackground(False)
        self._rows.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        code = TestCode(self.tr("Testcode voor de scanner"))
        hint = parts.label(
            self.tr("Typt uw scanner in dit venster? Scan deze code: Balie zegt of het klopt."), "small", wrap=True
        )
        beside = parts.row(code, hint, space=12)
        beside.setStretch(1, 1)
        own = parts.button(self.tr("Apparaten aan deze computer"), "secondary", "settings")
        own.clicked.connect(self.wanted.emit)
        parts.fill(layout, (scroll, own))
        layout.addLayout(beside)

    @property
    def rows(self) -> list[DeviceRow]:
        """What is on show, from above."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        return [found for item in items if item is not None and isinstance(found := item.widget(), DeviceRow)]

    def refresh(self) -> None:
        view = self._actions.view
        if view is None or view.devices == self._shown:
            return
        self._shown = view.devices
        parts.clear(self._column)
        for device in sorted(view.devices, key=lambda each: (_place(each.state), each.kind, each.name)):
            self._column.addWidget(DeviceRow(device, view.config))
        if not view.devices:
            self._column.addWidget(parts.label(self.tr("Geen station heeft hier apparaten."), "muted", wrap=True))
        self._column.addStretch(1)


class DevicesButton(QWidget):
    """In the top line: whether all devices do their work. Hidden in a hall without devices."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = parts.button(self.tr("Apparaten"), "quiet", "check")
        self._kept = False
        self.button.clicked.connect(self.clicked.emit)
        layout = QHBoxLayout(self)
        parts.fill(layout, (self.button,))
        self.hide()

    def keep(self) -> None:
        """Also there in a hall without devices: the only window of that hall is the way to the first one."""
        self._kept = True

    def tell(self, view: HallView) -> None:
        """Show how many devices want somebody."""
        count = len(in_trouble(view.devices))
        text = filled(self.tr("Apparaten: %1 met een melding"), str(count)) if count else self.tr("Apparaten in orde")
        text = text if view.devices else self.tr("Apparaten")
        self.setVisible(self._kept or bool(view.devices))
        self.button.setProperty("ink", "red" if count else "accent")
        parts.rename(self.button, text)
        parts.sign(self.button, "warning" if count else "check" if view.devices else "print")

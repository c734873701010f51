"""One desk: reception and counter side by side, each on a link of its own to the same hall."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from balie_app.queue.rules.hall import HallConfig
from balie_app.ui import look
from balie_app.ui.counter.window import build as build_counter
from balie_app.ui.host.window import HostWindow
from balie_app.ui.host.window import build as build_host
from balie_app.ui.link import HallLink
from balie_app.ui.station import StationOptions

COUNTER_WIDTH = 400


class OneDeskWindow(QWidget):
    """The two faces in one window; closing it ends both."""

    def __init__(self, host: HallLink, counter: HallLink, options: StationOptions, config: HallConfig) -> None:
        super().__init__()
        look.role(self, "page")
        self.host = build_host(host, replace(options, station="host"))
        if isinstance(self.host, HostWindow):
            self.host.header.devices.keep()
        self.counter = build_counter(counter, counter_options(options, config))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        for face in (self.host, self.counter):
            face.setParent(self.split)
            face.setWindowFlags(Qt.WindowType.Widget)
            self.split.addWidget(face)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.split.setSizes([1000, COUNTER_WIDTH])
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.split)


def counter_options(options: StationOptions, config: HallConfig) -> StationOptions:
    """The options of the only counter; with one clerk it is known who sits there."""
    number = config.counters[0].number
    clerk = config.clerks[0].code if len(config.clerks) == 1 else None
    return replace(options, station=f"counter-{number}", counter=number, clerk=clerk)

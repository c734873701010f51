"""The control window of the demo: the clock, who plays which counter, and what the devices are doing."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from balie_app.queue.experiment.shipped import shipped_day
from balie_app.queue.messages import sentence
from balie_app.ui import look
from balie_app.ui.demo.conductor import Conductor
from balie_app.ui.demo.devices import DevicesCard
from balie_app.ui.demo.props import Props
from balie_app.ui.demo.sameday import SameDayWindow
from balie_app.ui.setup.parts import button, card, label

SPEEDS = (1, 2, 5, 10, 20, 30, 60, 120)
REFRESH_MS = 200


class ControlWindow(QWidget):
    """Clock, speed, pause, take over, devices."""

    closed = Signal()

    def __init__(self, conductor: Conductor, props: Props, panels: tuple[int, ...]) -> None:
        super().__init__()
        self._conductor = conductor
        self._zone = ZoneInfo(conductor.config.timezone)
        self.setWindowTitle(self.tr("Balie: de regie van de demo"))
        look.role(self, "page")
        self.taken: dict[int, QPushButton] = {}
        self._same_day: SameDayWindow | None = None
        self.devices = DevicesCard(props, conductor.config)
        self._page = QWidget()
        look.role(self._page, "scrolled")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(20, 12, 20, 8)
        column.setSpacing(12)
        column.addLayout(self._about())
        column.addWidget(self._clock_card())
        column.addWidget(self._counters_card(panels))
        column.addWidget(self.devices)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(REFRESH_MS)
        self.resize(440, 760)
        self.refresh()

    def choose_speed(self, speed: int) -> None:
        """Run the clock at this speed (one of ``SPEEDS``)."""
        self._slider.setValue(SPEEDS.index(speed))
        self._pause.setChecked(False)
        self._set_pace()

    def refresh(self) -> None:
        """Show the clock and the devices as they are now."""
        pace = self._conductor.state
        self._clock.setText(pace.now.astimezone(self._zone).strftime("%H:%M:%S"))
        self._speed.setText(self._speed_text(pace.speed, pace.paused, pace.slowed))
        if self._conductor.failed is not None:
            self._speed.setText(self.tr("De dag is gestopt: %1").replace("%1", sentence(self._conductor.failed)))
        self.devices.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the cards keep their height, and the page scrolls."""
        super().resizeEvent(event)
        column = self._page.layout()
        if column is not None:
            self._page.setMinimumHeight(column.totalHeightForWidth(self._scroll.viewport().width()))

    def closeEvent(self, event: object) -> None:
        """Closing this window ends the demo."""
        if self._same_day is not None:
            self._same_day.close()
        self.closed.emit()

    def _about(self) -> QVBoxLayout:
        about = label("muted", wrap=True)
        about.setText(
            self.tr("Een echte dag, nagespeeld in een oefenhal. De bezoekers komen van: %1.").replace(
                "%1", self._conductor.source
            )
        )
        self.compare = button("quiet", self.tr("Dezelfde dag, twee keer"), "people")
        self.compare.clicked.connect(self.show_same_day)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(about)
        column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _clock_card(self) -> QWidget:
        self._clock, self._speed = label("number"), label("muted", wrap=True)
        self._clock.setFont(look.font("number"))
        self._pause = button("secondary", self.tr("Pauze"), "pause")
        self._pause.setCheckable(True)
        self._pause.toggled.connect(self._set_pace)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, len(SPEEDS) - 1)
        self._slider.setPageStep(1)
        self._slider.setValue(SPEEDS.index(10))
        look.name(self._slider, self.tr("Snelheid van de klok"))
        self._slider.valueChanged.connect(self._set_pace)
        face = QHBoxLayout()
        face.addWidget(self._clock)
        face.addStretch(1)
        face.addWidget(self._pause)
        grid = QVBoxLayout()
        grid.addLayout(face)
        grid.addWidget(self._slider)
        grid.addWidget(self._speed)
        return card(grid, margin=16)

    def show_same_day(self) -> SameDayWindow:
        """Open the comparison of this day, or bring it to the front."""
        if self._same_day is None:
            self._same_day = SameDayWindow(shipped_day())
        self._same_day.show()
        self._same_day.raise_()
        return self._same_day

    def _counters_card(self, panels: tuple[int, ...]) -> QWidget:
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.addWidget(label("strong", self.tr("Wie speelt de balies?")), 0, 0, 1, 2)
        explain = label(
            "small", self.tr("De computer speelt alle balies. Neem er een over en roep zelf op."), wrap=True
        )
        grid.addWidget(explain, 1, 0, 1, 2)
        for row, number in enumerate(panels, start=2):
            grid.addWidget(label("body", self._clerk_text(number)), row, 0)
            self.taken[number] = self._take_over_button(number)
            grid.addWidget(self.taken[number], row, 1, Qt.AlignmentFlag.AlignRight)
        return card(grid, margin=16)

    def _clerk_text(self, number: int) -> str:
        clerk = self._conductor.config.clerks[number - 1]
        return self.tr("Balie %1, %2").replace("%1", str(number)).replace("%2", clerk.name)

    def _take_over_button(self, number: int) -> QPushButton:
        made = button("secondary", self.tr("Balie %1 overnemen").replace("%1", str(number)), "person")
        made.setCheckable(True)
        made.toggled.connect(lambda on: self._take_over(number, on))
        return made

    def _take_over(self, number: int, on: bool) -> None:
        self._conductor.take_over(number, on)
        text = self.tr("Balie %1 teruggeven") if on else self.tr("Balie %1 overnemen")
        self.taken[number].setText(text.replace("%1", str(number)))

    def _set_pace(self) -> None:
        paused = self._pause.isChecked()
        self._pause.setText(self.tr("Verder") if paused else self.tr("Pauze"))
        self._pause.setIcon(look.icon("play" if paused else "pause"))
        self._conductor.pace(float(SPEEDS[self._slider.value()]), paused)

    def _speed_text(self, speed: float, paused: bool, slowed: bool) -> str:
        if paused:
            return self.tr("De klok staat stil.")
        text = self.tr("%1 × zo snel als echt").replace("%1", f"{speed:g}" if speed == int(speed) else f"{speed:.0f}")
        return text + self.tr(" (sneller lukt niet op deze computer)") if slowed else text

"""The same day twice: per department as it was, and by kind of contact, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSlider, QVBoxLayout, QWidget

from balie_app.queue.experiment.shipped import SameDay, Track
from balie_app.ui import look
from balie_app.ui.demo.dayviews import DayLines, Group, QueueBars
from balie_app.ui.setup.parts import button, card, label
from balie_app.ui.words import filled, own_language

DEGREES = ("generalists", "neighbours", "same")
"""In the order in which they are offered: the largest effect first, and what it takes beside it."""
STEP_MS = 110
"""A step of the day while it plays: the whole day in about ten seconds."""
LONGER_BY = 2.0
"""Minutes: a queue is named as waiting longer when its mean grows by more."""


class SameDayWindow(QWidget):
    """Plays a day that was worked out beforehand; nothing here needs a hall."""

    def __init__(self, day: SameDay) -> None:
        super().__init__()
        self._day = day
        self._was = day.tracks["recorded"]
        self.setWindowTitle(self.tr("Balie: dezelfde dag, twee keer"))
        look.role(self, "page")
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._next)
        page = QWidget()
        look.role(page, "scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 14, 24, 18)
        column.setSpacing(12)
        column.addLayout(self._about())
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._queues_card(), 3)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self._through_the_day_card(), 1)
        right.addWidget(self._figures_card())
        row.addLayout(right, 2)
        column.addLayout(row, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        self.resize(1240, 728)
        self._choose()
        total = self._was.total
        self.slider.setValue(total.index(max(total)))

    # -- what is on it -----------------------------------------------------------------------------

    def _about(self) -> QVBoxLayout:
        told = self.tr(
            "%1 bezoekers op één dag in een wijkkantoor in Warschau. Links: elke afdeling met eigen balies en een "
            "eigen rij, zoals het was. Rechts: dezelfde bezoekers en evenveel open balies, verdeeld naar soort contact."
        )
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label("title", self.tr("Dezelfde dag, twee keer")))
        column.addWidget(label("muted", filled(told, str(self._day.visitors)), wrap=True))
        return column

    def _queues_card(self) -> QWidget:
        tracks = self._day.tracks.values()
        most = max(max(line) for track in tracks for line in track.waiting.values())
        self.bars = QueueBars(self._groups(), most)
        look.name(self.bars, self.tr("Wie er wacht, per rij"))
        self._left, self._right = label("number"), label("number")
        self.degree = QComboBox()
        for degree in DEGREES:
            self.degree.addItem(self._degree_name(degree), degree)
        look.name(self.degree, self.tr("Wat medewerkers kunnen"))
        self.degree.currentIndexChanged.connect(self._choose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        sides = ((self.tr("Per afdeling"), self._left), (self.tr("Naar soort contact"), self._right))
        for at, (name, number) in enumerate(sides):
            grid.addWidget(label("heading", name), 0, at)
            grid.addWidget(number, 1, at)
            grid.setColumnStretch(at, 1)
        grid.addWidget(label("small", self.tr("zoals het op die dag ging")), 2, 0)
        grid.addWidget(self.degree, 2, 1)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self.bars)
        column.addStretch(1)
        return card(column, margin=18)

    def _through_the_day_card(self) -> QWidget:
        self._clock = label("number")
        self.play = button("primary", self.tr("Speel de dag af"), "play")
        self.play.clicked.connect(self._play_or_pause)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, self._day.steps - 1)
        self.slider.setPageStep(60 // self._day.step)
        look.name(self.slider, self.tr("Het moment van de dag"))
        self.slider.valueChanged.connect(self._show_moment)
        names = (self.tr("per afdeling"), self.tr("naar soort contact"))
        self.lines = DayLines(self._day.begin, self._day.step, names)
        look.name(self.lines, self.tr("Hoeveel mensen er wachten, door de dag heen"))
        top = QHBoxLayout()
        top.addWidget(self._clock)
        top.addStretch(1)
        top.addWidget(self.play)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.slider)
        column.addWidget(label("strong", self.tr("Mensen die wachten")))
        column.addWidget(self.lines, 1)
        return card(column, margin=18)

    def _figures_card(self) -> QWidget:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        heads = (
            self.tr("Wachten, in minuten"),
            self.tr("gemiddeld"),
            self.tr("9 van de 10 binnen"),
            self.tr("langste rij"),
        )
        for at, text in enumerate(heads):
            self._grid.addWidget(label("strong" if at == 0 else "small", text), 0, at, _side(at))
        self._cells = [[label("body") for _ in heads] for _ in range(3)]
        for row, cells in enumerate(self._cells, start=1):
            for at, cell in enumerate(cells):
                self._grid.addWidget(cell, row, at, _side(at))
        self._longer, self._source = label("small", wrap=True), label("small", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(self._grid)
        column.addWidget(self._longer)
        column.addWidget(self._source)
        return card(column, margin=18)

    # -- what changes ------------------------------------------------------------------------------

    def _choose(self) -> None:
        """Another degree of training on the right."""
        self._could = self._day.tracks[self.degree.currentData()]
        self.lines.show_lines(self._was.total, self._could.total)
        played = self._day.tracks["departments"]
        rows = (
            (self.tr("Per afdeling, gemeten"), self._was),
            (self.tr("Per afdeling, nagespeeld"), played),
            (self.tr("Naar soort contact"), self._could),
        )
        for cells, (name, track) in zip(self._cells, rows, strict=True):
            self._fill(cells, name, track)
        self._longer.setText(self._longer_text(played))
        self._longer.setVisible(bool(self._longer.text()))
        self._source.setText(self._source_text())
        self._show_moment()

    def _fill(self, cells: list[QLabel], name: str, track: Track) -> None:
        for cell, text in zip(
            cells, (name, _decimal(track.mean), f"{track.p90:.0f}", f"{track.worst_mean:.0f}"), strict=True
        ):
            cell.setText(text)
            look.role(cell, "strong" if track is self._could else "body")
        cells[3].setToolTip(self._queue_name(track.worst_queue))

    def _show_moment(self) -> None:
        at = self.slider.value()
        was, could = self._was.at(at), self._could.at(at)
        minute = self._day.begin + at * self._day.step
        self._clock.setText(f"{minute // 60:02}:{minute % 60:02}")
        self._left.setText(self._waiting_text(sum(was.values())))
        self._right.setText(self._waiting_text(sum(could.values())))
        self.bars.show_people(was, could)
        self.lines.show_moment(at)

    def _play_or_pause(self) -> None:
        if self._timer.isActive():
            self._stop()
            return
        if self.slider.value() == self.slider.maximum() or self.play.property("fresh") is None:
            self.slider.setValue(0)
        self.play.setProperty("fresh", False)
        self._timer.start()
        self.play.setText(self.tr("Pauze"))
        self.play.setIcon(look.icon("pause", "accent_text"))

    def _next(self) -> None:
        self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == self.slider.maximum():
            self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        self.play.setText(self.tr("Speel de dag af"))
        self.play.setIcon(look.icon("play", "accent_text"))

    def hideEvent(self, event: object) -> None:
        """A window that nobody sees does not play on."""
        self._stop()

    # -- words -------------------------------------------------------------------------------------

    def _waiting_text(self, people: float) -> str:
        if round(people) == 1:
            return self.tr("1 wacht")
        return filled(self.tr("%1 wachten"), f"{people:.0f}")

    def _degree_name(self, degree: str) -> str:
        return {
            "same": self.tr("ieder alleen het eigen werk"),
            "neighbours": self.tr("ieder leert één zaak erbij"),
            "generalists": self.tr("ieder leert alle zaken van dat soort"),
        }[degree]

    def _kind_name(self, kind: str) -> str:
        return {
            "quick": self.tr("Kort"),
            "extended": self.tr("Uitgebreid"),
            "pickup": self.tr("Afhalen"),
            "private": self.tr("Vertrouwelijk"),
        }.get(kind, kind)

    def _groups(self) -> list[Group]:
        found: dict[str, list[tuple[str, str]]] = {"extended": [], "quick": [], "pickup": [], "private": []}
        for queue, held in self._day.queues.items():
            found.setdefault(held.contact_type, []).append((queue, self._queue_name(queue)))
        return [Group(self._kind_name(kind), tuple(queues)) for kind, queues in found.items() if queues]

    def _queue_name(self, queue: str) -> str:
        held = self._day.queues[queue]
        return held.dutch if own_language() == "nl" else held.english

    def _longer_text(self, before: Track) -> str:
        """Who pays for it: that is part of the story."""
        if self.degree.currentData() == "same":
            return self.tr("Met alleen het eigen werk verandert er niets: een vrije balie mag de ander niet helpen.")
        longer = [
            filled(self.tr("%1 (%2 → %3 minuten)"), self._queue_name(queue), _decimal(mean), _decimal(now))
            for queue, mean in before.queue_means.items()
            if (now := self._could.queue_means[queue]) > mean + LONGER_BY
        ]
        return filled(self.tr("Wel langer wachten: %1."), ", ".join(longer)) if longer else ""

    def _source_text(self) -> str:
        told = self.tr(
            "Gemeten: %1, Stad Warschau, wijkkantoor Praga-Południe. Nagespeeld: het gemiddelde van %2 keer, met "
            "gespreksduren die uit het verslag zijn geschat."
        )
        year, month, day = self._day.day.split("-")
        return filled(told, f"{int(day)}-{int(month)}-{year}", str(self._day.repeats))


def _decimal(minutes: float) -> str:
    text = f"{minutes:.1f}"
    return text.replace(".", ",") if own_language() == "nl" else text


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight

"""Two drawings of one day: who waits in which queue at a moment, left and right, and how many wait through the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from balie_app.ui import look

ROW, HEADING, NAME_WIDTH, NUMBER_WIDTH, BAR = 20, 27, 240, 34, 13
NICE_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
LEFT_SHADE, RIGHT_SHADE = "line_strong", "accent"
"""What was, and what could be: told apart by side and by label as well."""


@dataclass(frozen=True, slots=True)
class Group:
    """Queues of one kind of contact: a heading, and the queues by letter with their names."""

    heading: str
    queues: tuple[tuple[str, str], ...]


class QueueBars(QWidget):
    """One row a queue: its name in the middle, who waits as a bar to the left and to the right."""

    def __init__(self, groups: Sequence[Group], most: float) -> None:
        """``most`` people make the longest bar, so that lengths can be compared through the day."""
        super().__init__()
        self._groups = groups
        self._most = max(1.0, most)
        self._left: Mapping[str, float] = {}
        self._right: Mapping[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_people(self, left: Mapping[str, float], right: Mapping[str, float]) -> None:
        """Show another moment."""
        self._left, self._right = left, right
        self.update()

    def sizeHint(self) -> QSize:
        rows = sum(len(each.queues) for each in self._groups)
        return QSize(620, rows * ROW + len(self._groups) * HEADING)

    def minimumSizeHint(self) -> QSize:
        return QSize(NAME_WIDTH + 2 * (NUMBER_WIDTH + 40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            top = 0.0
            for group in self._groups:
                self._heading(painter, group.heading, top)
                top += HEADING
                for queue, name in group.queues:
                    self._row(painter, queue, name, top)
                    top += ROW

    def _heading(self, painter: QPainter, text: str, top: float) -> None:
        painter.setFont(_bold("small"))
        painter.setPen(look.colour("text"))
        painter.drawText(QRectF(0, top + 6, self.width(), HEADING - 6), Qt.AlignmentFlag.AlignCenter, text)

    def _row(self, painter: QPainter, queue: str, name: str, top: float) -> None:
        middle = self.width() / 2
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_quiet"))
        fitting = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, NAME_WIDTH - 16)
        box = QRectF(middle - NAME_WIDTH / 2, top, NAME_WIDTH, ROW)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, fitting)
        self._bar(painter, box.left(), top, -1, self._left.get(queue, 0.0), LEFT_SHADE)
        self._bar(painter, box.right(), top, 1, self._right.get(queue, 0.0), RIGHT_SHADE)

    def _bar(self, painter: QPainter, x: float, top: float, way: int, people: float, shade: str) -> None:
        if round(people) == 0:
            return
        room = (self.width() - NAME_WIDTH) / 2 - NUMBER_WIDTH
        length = people / self._most * room
        rect = QRectF(x, top + (ROW - BAR) / 2, way * length, BAR).normalized()
        painter.fillRect(rect, look.colour(shade))
        painter.setPen(look.colour("text"))
        painter.setFont(look.font("small"))
        end = x + way * (length + 6)
        number = QRectF(end if way > 0 else end - NUMBER_WIDTH, top, NUMBER_WIDTH, ROW)
        side = Qt.AlignmentFlag.AlignLeft if way > 0 else Qt.AlignmentFlag.AlignRight
        painter.drawText(number, side | Qt.AlignmentFlag.AlignVCenter, str(round(people)))


class DayLines(QWidget):
    """Two lines through the day, with the moment that is looked at."""

    LEFT, BOTTOM, TOP = 38, 24, 36

    def __init__(self, begin: int, step: int, names: tuple[str, str]) -> None:
        """Minutes since midnight of the first value, minutes between values, and how the two lines are called."""
        super().__init__()
        self._names = names
        self._begin, self._step = begin, step
        self._was: Sequence[float] = ()
        self._could: Sequence[float] = ()
        self._at = 0
        self.setMinimumHeight(150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_lines(self, was: Sequence[float], could: Sequence[float]) -> None:
        """Show other lines."""
        self._was, self._could = was, could
        self.update()

    def show_moment(self, at: int) -> None:
        """Put the upright line at this step."""
        self._at = at
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(460, 190)

    def paintEvent(self, event: QPaintEvent) -> None:
        count = max(len(self._was), len(self._could))
        if count < 2:
            return
        most = max(1.0, *self._was, *self._could)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(look.font("small"))
            self._legend(painter)
            self._people_axis(painter, most)
            self._hours(painter, count)
            for line, shade in ((self._was, LEFT_SHADE), (self._could, RIGHT_SHADE)):
                painter.setPen(QPen(look.colour(shade), 2.4))
                painter.drawPolyline(
                    QPolygonF([self._point(each, value, count, most) for each, value in enumerate(line)])
                )
            x = self._point(min(self._at, count - 1), 0, count, most).x()
            painter.setPen(QPen(look.colour("text"), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, self.TOP - 6), QPointF(x, self.height() - self.BOTTOM))

    def _point(self, step: int, people: float, count: int, most: float) -> QPointF:
        wide, high = self.width() - self.LEFT - 8, self.height() - self.TOP - self.BOTTOM
        return QPointF(self.LEFT + step / (count - 1) * wide, self.TOP + high * (1 - people / most))

    def _legend(self, painter: QPainter) -> None:
        x = float(self.LEFT)
        for name, shade in zip(self._names, (LEFT_SHADE, RIGHT_SHADE), strict=True):
            painter.setPen(QPen(look.colour(shade), 4.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(x, 9), QPointF(x + 18, 9))
            painter.setPen(look.colour("text"))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(name)
            painter.drawText(QRectF(x + 25, 0, wide + 2, 18), Qt.AlignmentFlag.AlignVCenter, name)
            x += 25 + wide + 26

    def _people_axis(self, painter: QPainter, most: float) -> None:
        step = next((each for each in NICE_STEPS if most / each <= 5), NICE_STEPS[-1])
        for people in range(0, int(most) + 1, step):
            y = self._point(0, people, 2, most).y()
            painter.setPen(look.colour("line"))
            painter.drawLine(QPointF(self.LEFT, y), QPointF(self.width() - 8, y))
            painter.setPen(look.colour("text_quiet"))
            painter.drawText(QRectF(0, y - 9, self.LEFT - 8, 18), _RIGHT, str(people))

    def _hours(self, painter: QPainter, count: int) -> None:
        painter.setPen(look.colour("text_quiet"))
        last = self._begin + (count - 1) * self._step
        for hour in range(-(-self._begin // 60), last // 60 + 1):
            x = self._point(0, 0, count, 1).x() + (hour * 60 - self._begin) / (last - self._begin) * (
                self.width() - self.LEFT - 8
            )
            box = QRectF(min(x - 24, self.width() - 48.0), self.height() - self.BOTTOM + 5, 48, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{hour}:00")


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _bold(role: str) -> QFont:
    made = look.font(role)
    made.setWeight(QFont.Weight.DemiBold)
    return made

"""The waiting screen's window: takes the hall's pictures, hangs up the calls, lets them be heard."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from balie_app.queue.rules.numbering import place, shown
from balie_app.queue.rules.visit import ContactState
from balie_app.queue.views import Call, HallView
from balie_app.ui import look
from balie_app.ui.screen import texts
from balie_app.ui.screen.announce import Announcement, Announcements
from balie_app.ui.screen.board import Board, in_zone, sight_ends
from balie_app.ui.screen.call_panel import CallPanel, LargeCall
from balie_app.ui.screen.earlier_panel import EarlierPanel, Row
from balie_app.ui.screen.foot_panels import MessagePanel, WaitsPanel
from balie_app.ui.screen.header import Header, Heading
from balie_app.ui.screen.layout import arrange
from balie_app.ui.screen.loudspeaker import Loudspeaker, Speech
from balie_app.ui.screen.player import choose
from balie_app.ui.screen.voice import Voice, announcement, languages

if TYPE_CHECKING:
    from balie_app.ui.link import HallLink
    from balie_app.ui.station import StationOptions

MESSAGE_SECONDS = 20.0
"""How long one message stays before the next."""
LATE_SECONDS = 60.0
"""After a longer time without the hall, only who is still being waited for is announced."""


def build(link: HallLink, options: StationOptions) -> QWidget:
    """The waiting screen of one zone ("" for the whole hall); not shown yet."""
    window = ScreenWindow(link, options, Loudspeaker(Voice(), choose(options.sound)))
    if options.fullscreen:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
    return window


class ScreenWindow(QWidget):
    """Number and counter of who is called; nothing else about anyone."""

    def __init__(
        self,
        link: HallLink,
        options: StationOptions,
        loudspeaker: Loudspeaker,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._link, self._options, self._seconds = link, options, seconds
        self._language = options.language or "nl"
        self._announcements, self._board = Announcements(), Board()
        self._view: HallView | None = None
        self._away_since: float | None = None
        self._is_online = True
        self._make_parts()
        self._loudspeaker = loudspeaker
        loudspeaker.setParent(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(loudspeaker.close)
        loudspeaker.finished.connect(self._speech_ended)
        loudspeaker.audible_changed.connect(self._show_header)
        self._turn_timer = self._timer(self._turn)
        self._fade_timer = self._timer(self._show_calls)
        self._second = QTimer(self)
        self._second.timeout.connect(self._tick)
        self._second.start(1000)
        link.changed.connect(self._take)
        link.online.connect(self._online)
        if link.view is not None:
            self._take(link.view)
        self._show()

    def _make_parts(self) -> None:
        self.setWindowTitle(self.tr("Wachtscherm"))
        look.name(self, self.tr("Wachtscherm"))
        self.setMinimumSize(480, 360)
        self.resize(1280, 720)
        self.header = Header(self)
        self.call = CallPanel(self)
        self.earlier = EarlierPanel(self)
        self.waits = WaitsPanel(self)
        self.message = MessagePanel(self)

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    # -- what the hall says ----------------------------------------------------------------------

    def _take(self, view: HallView) -> None:
        now = self._seconds()
        late = self._away_since is not None and now - self._away_since > LATE_SECONDS
        calls = in_zone(view, self._options.zone)
        if self._view is None or view.seq < self._view.seq:  # the first picture, or the journal started over
            self._announcements.restart()
            self._board = Board()
        else:
            due = (call for call in calls if not late or _still_called(view, call))
            self._announcements.add(due, after=sight_ends(self._view))
        self._announcements.skip(view.calls)
        self._view, self._away_since = view, None
        self._board.take(view, self._options.zone, now)
        self._announcements.keep(call.seq for call in self._board.calls)
        self._turn()
        self._show()

    def _online(self, online: bool) -> None:
        if not online and self._away_since is None:
            self._away_since = self._seconds()
        self._is_online = online
        self._show_header()

    # -- the loudspeaker's turns -----------------------------------------------------------------

    def _turn(self) -> None:
        now = self._seconds()
        turn = self._announcements.next(now)
        if turn is not None:
            self._board.announce(turn.calls, now)
            self._loudspeaker.play(self._speech(turn))
            self._show_calls()
        if self._announcements.waiting:
            self._turn_timer.start(max(20, round(self._announcements.ready_in(now) * 1000) + 5))

    def _speech_ended(self) -> None:
        self._announcements.finished(self._seconds())
        self._turn()

    def _speech(self, turn: Announcement) -> Speech:
        call = turn.calls[-1]
        if not turn.spoken:
            return Speech(f"{call.seq:06d}-gong")
        spoken = languages(call.language)
        sentences = tuple((announcement(call.label, self._place(call, one), one), one) for one in spoken)
        return Speech(f"{call.seq:06d}-{call.label}", sentences)

    def _place(self, call: Call, language: str) -> str:
        counter = self._view.config.counter_by_number.get(call.counter) if self._view else None
        return place(counter, language) if counter else str(call.counter)

    # -- what hangs on the wall ------------------------------------------------------------------

    def _tick(self) -> None:
        self._show_header()
        self._show_message()
        self._show_waits()

    def _show(self) -> None:
        self._show_header()
        self._show_calls()
        self._show_waits()
        self._show_message()

    def _show_header(self) -> None:
        view = self._view
        if view is None:
            self.header.show_heading(Heading())
            return
        config, at = view.config, texts.local(self._link.now(), view.config)
        self.header.show_heading(
            Heading(
                hall=config.name,
                municipality=texts.municipality(config),
                clock=f"{at:%H:%M}",
                day=texts.day(at, self._language),
                notices=tuple(self._notices(texts.local(view.read_at, config))),
            )
        )

    def _notices(self, read_at: datetime) -> list[tuple[str, str]]:
        notices = []
        if not self._is_online:
            notices.append(("offline", self.tr("Stand van %1").replace("%1", f"{read_at:%H:%M}")))
        if not self._loudspeaker.audible:
            notices.append(("speaker", self.tr("Geluid uit")))
        return notices

    def _show_calls(self) -> None:
        now, view = self._seconds(), self._view
        self._show_welcome()
        self._hang()
        large = self._board.large
        self.call.show_call(self._large(large, now) if large else None)
        speed = view.clock.speed if view and view.clock.rehearsal else 1.0
        rows = tuple(
            Row(shown(call.label), self._place(call, self._language), self._board.fresh(call, now))
            for call in self._board.earlier(now, speed)
        )
        told_below = view is not None and texts.pages(view, self._language) == (texts.how_to(),)
        hint = "" if view is None or told_below else " ".join(texts.how_to())
        self.earlier.show_rows(self.tr("Ook opgeroepen"), rows, hint)
        ends = self._board.next_change(now)
        if ends is not None:
            self._fade_timer.start(round(ends * 1000) + 20)

    def _large(self, call: Call, now: float) -> LargeCall:
        fresh = self._board.fresh(call, now)
        heading = self.tr("Nu aan de beurt") if fresh else self.tr("Laatst opgeroepen")
        return LargeCall(call.seq, heading, shown(call.label), self._place(call, self._language), fresh)

    def _show_welcome(self) -> None:
        if self._view is None:
            self.call.show_welcome(self.tr("Welkom"), self.tr("Verbinden met de hal…"))
            return
        own = texts.in_language(self._view.config.texts.get("welcome", {}), self._language)
        self.call.show_welcome(own or self.tr("Welkom"), self.tr("Uw nummer verschijnt hier als u aan de beurt bent."))

    def _show_waits(self) -> None:
        if self._view is None:
            return
        lines = texts.waits(self._view, self._language)
        instead = texts.no_waits_text(self._view.config, self._link.now())
        self.waits.show_waits(self.tr("Wachttijd nu"), lines, instead)

    def _show_message(self) -> None:
        if self._view is None:
            return
        pages = texts.pages(self._view, self._language)
        self.message.show_message(*pages[int(self._seconds() / MESSAGE_SECONDS) % len(pages)])

    # -- the window itself -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._hang()
        super().resizeEvent(event)

    def _hang(self) -> None:
        """Give each part its place; the welcome takes that of the calls."""
        places, welcome = arrange(self.size()), self._board.large is None
        self.earlier.setVisible(not welcome)
        for panel, spot in (
            (self.header, places.header),
            (self.call, places.welcome if welcome else places.call),
            (self.earlier, places.earlier),
            (self.waits, places.waits),
            (self.message, places.message),
        ):
            panel.unit = places.unit
            panel.setGeometry(spot)
        self.header.tall = self.call.tall = places.tall

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.colour("background")))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        for timer in (self._second, self._turn_timer, self._fade_timer):
            timer.stop()
        self._loudspeaker.close()
        super().closeEvent(event)


def _still_called(view: HallView, call: Call) -> bool:
    """Whether this visitor is still on the way to that counter."""
    return any(
        contact.label == call.label and contact.counter == call.counter and contact.state is ContactState.CALLED
        for contact in view.contacts
    )

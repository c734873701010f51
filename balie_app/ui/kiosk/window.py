"""The kiosk's window: one visitor at a time, one page at a time; afterwards everything is forgotten."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from balie_app.queue.commands import CheckIn, Command, Issue
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Visit
from balie_app.queue.views import HallView
from balie_app.ui import look
from balie_app.ui.kiosk import keys, offers, pin, words
from balie_app.ui.kiosk.dress import Dress, measure
from balie_app.ui.kiosk.frame import Band, Footer, Ways, sheet
from balie_app.ui.kiosk.pages.book import PAGES
from balie_app.ui.kiosk.pages.message import Away, moment
from balie_app.ui.kiosk.pages.page import Page
from balie_app.ui.kiosk.patience import WARNING_SECONDS, Patience
from balie_app.ui.kiosk.reader import Reader
from balie_app.ui.kiosk.state import Aids, State
from balie_app.ui.kiosk.tongue import Tongue
from balie_app.ui.kiosk.warning import StillThere
from balie_app.ui.screen.player import choose
from balie_app.ui.screen.voice import Voice

if TYPE_CHECKING:
    from balie_app.ui.link import HallLink
    from balie_app.ui.station import StationOptions

NEEDS_WHEELCHAIR = ("wheelchair",)


def build(link: HallLink, options: StationOptions) -> QWidget:
    """The kiosk; not shown yet."""
    reader = Reader(Voice(), lambda: choose(options.sound))
    return Kiosk(link, options, reader, pin.service_pin())


class Kiosk(QWidget):
    """Shows the page of the state; every change of the state is a new page."""

    def __init__(
        self,
        link: HallLink,
        options: StationOptions,
        reader: Reader,
        service_pin: str = "",
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.link, self.options, self.seconds = link, options, seconds
        self._reader, self._pin = reader, service_pin
        self._home = options.language if options.language in words.NAMES else "nl"
        self.state = State(language=self._home)
        self._trail: list[State] = []
        self._pending: Command | None = None
        self._busy = False
        self._online = True
        self._wrong_pins = 0
        self._unlocked = False
        self._warning: StillThere | None = None
        self._tongue = Tongue()
        self._tongue.speak(self._home)
        self._patience = Patience(seconds)
        self._scanner = keys.Scanner(seconds)
        self._typing = False  # letters come from a keyboard; Enter then sends them off
        self._make_window()
        self._make_timers()
        link.changed.connect(self._take)
        link.online.connect(self._say_online)
        self.render_page()

    def _make_window(self) -> None:
        self.setWindowTitle("Balie")
        self.setProperty("by_keys", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMinimumSize(400, 400)
        self.resize(1024, 768)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._sheet: QWidget | None = None
        self._band: Band | None = None
        self.dress: Dress = self._measure()

    def _make_timers(self) -> None:
        self._second = QTimer(self)
        self._second.timeout.connect(self.tick)
        self._second.start(1000)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.render_page)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._reader.close)

    # -- what pages ask --------------------------------------------------------------------------

    @property
    def known(self) -> HallView:
        """The last picture of the hall. Pages exist only when there is one."""
        if self.link.view is None:
            raise LookupError("no picture of the hall yet")
        return self.link.view

    def local(self, at: datetime) -> datetime:
        """A moment on the hall's wall clock."""
        return at.astimezone(ZoneInfo(self.known.config.timezone))

    def keep(self, **changes: Any) -> State:
        """Remember something without a new page."""
        self.state = replace(self.state, **changes)
        self.touched()
        return self.state

    def go(self, page: str, **changes: Any) -> None:
        """On to a page; the way back is remembered."""
        self._trail.append(self.state)
        self._become(self.state.to(page, **changes))

    def back(self) -> None:
        """To the page before, in the language and with the aids of now."""
        if not self._trail:
            self.restart()
            return
        before = self._trail.pop()
        self._become(replace(before, language=self.state.language, aids=self.state.aids, note=""))

    def restart(self) -> None:
        """Forget everything: the start page, in the first language."""
        self._trail.clear()
        self._pending = None
        self._wrong_pins = 0
        self.setProperty("by_keys", False)
        self._become(State(language=self._home))

    def choose_language(self, language: str) -> None:
        """Everything in this language from now on."""
        self._become(replace(self.state, language=language))

    def choose_aids(self, aids: Aids) -> None:
        """The kiosk as the visitor wants it."""
        wheelchair = self.state.wheelchair or (aids.low and not self.state.aids.low)
        self._become(replace(self.state, aids=aids, wheelchair=wheelchair and aids.low))

    def choose_product(self, slug: str) -> None:
        """On to a product, if the hall still has it."""
        if slug in self.known.config.product_by_slug:
            self.go("product", product=slug)
        else:
            self.restart()

    def speak_to_somebody(self) -> None:
        """To the product for it, or else to the reception."""
        if offers.HELP in self.known.config.product_by_slug and offers.door(self.known, self.link.now()).numbers:
            if self.state.page != "product" or self.state.product != offers.HELP:
                self.choose_product(offers.HELP)
        elif self.state.page != "reception":
            self.go("reception")

    def touched(self) -> None:
        """The visitor is there."""
        self._patience.touched()
        self._end_warning()

    # -- asking the hall -------------------------------------------------------------------------

    @property
    def _printer(self) -> str | None:
        return self.options.printer if self.known.config.settings.print_tickets else None

    def take_number(self, slug: str) -> None:
        """A number for a product. The page's key makes a second press harmless."""
        needs = NEEDS_WHEELCHAIR if self.state.wheelchair else ()
        self._ask(
            Issue(
                products=(slug,),
                language=self.state.language,
                needs=needs,
                via="kiosk",
                printer=self._printer,
                key=self.state.key,
            )
        )

    def check_in(self, code: str) -> None:
        """A number for an appointment."""
        # who did not choose a language here keeps that of the appointment
        language = self.state.language if self.state.language != self._home else None
        key = f"{self.state.key}-{code}"
        self._ask(CheckIn(code=code, via="kiosk", language=language, printer=self._printer, key=key))

    def again(self) -> None:
        """Ask once more what did not arrive; the key keeps it from happening twice."""
        if self._pending is None:
            self.restart()
        else:
            self._ask(self._pending)

    def _ask(self, command: Command) -> None:
        self.touched()
        if self._busy:
            return
        self._busy, self._pending = True, command
        self.link.do(command, self._given, self._failed)

    def _given(self, visit: Visit) -> None:
        self._busy, self._pending = False, None
        self._trail.clear()
        language = visit.language if visit.language in words.NAMES else self.state.language
        paper = self._printer is not None
        self._become(self.state.to("number", visit=visit, paper=paper, language=language))

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        if not isinstance(error, Refused):
            self.go("trouble")
            return
        self._pending = None
        fact = error.facts.get("from") or error.facts.get("day") or ""
        self.go("refusal", note=error.code, at=moment(fact))

    def _take(self, view: HallView) -> None:
        if isinstance(self.page, Away):
            self.render_page()
        else:
            self.page.take(view)
        self._show_time()

    def _say_online(self, online: bool) -> None:
        self._online = online
        if online == isinstance(self.page, Away) and self.state.page != "number":
            self.render_page()

    # -- the page --------------------------------------------------------------------------------

    def _become(self, state: State) -> None:
        self.state = state
        self._typing = False
        self._tongue.speak(state.language)
        self.touched()
        self.render_page(fresh=True)

    def render_soon(self) -> None:
        """Draw the page anew, once for many reasons."""
        self._soon.start(0)

    def render_page(self, *, fresh: bool = False) -> None:
        """Draw the page of the state; the focus stays where it was, unless the page is ``fresh``."""
        self._soon.stop()
        focused = self._focused_name() if not fresh else ""
        right_to_left = self.state.language in words.RIGHT_TO_LEFT
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        self.dress = self._measure()
        self.page = self._page()
        look.name(self, self.page.heading)
        self._end_warning()
        self._hang(self._new_sheet())
        self._focus(focused)
        if fresh:
            self.read_page()

    def _page(self) -> Page:
        away = self.link.view is None or (not self._online and self.state.page not in {"number", "service"})
        return Away(self) if away else PAGES[self.state.page](self)

    def _new_sheet(self) -> QWidget:
        ways = Ways(self.back, self.restart, self.speak_to_somebody, self.choose_aids)
        bare = self.link.view is None or self.state.page == "service"
        footer = None if bare else Footer(self.dress, self.page, ways, voice=self._reader.present)
        config = self.link.view.config if self.link.view else None
        self._band = Band(self.dress, config.name if config else "", "")
        self._show_time()
        return sheet(self.dress, self.page, self._band, footer)

    def _hang(self, new: QWidget) -> None:
        old, self._sheet = self._sheet, new
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._box.addWidget(new)
        new.show()
        self._box.activate()

    def _measure(self) -> Dress:
        screen = self.screen()
        dpi = screen.physicalDotsPerInch() if screen is not None else 0.0
        aids = self.state.aids
        return measure(self.size(), dpi, low=aids.low, large=aids.large, contrast=aids.contrast)

    def _show_time(self) -> None:
        if self._band is not None and self.link.view is not None:
            now = self.local(self.link.now())
            self._band.show_time(words.at_time(now, self.state.language))

    def _focused_name(self) -> str:
        focused = QApplication.focusWidget()
        return focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""

    def _focus(self, name: str) -> None:
        """Back to the control of this name, or the page's first."""
        found = next((each for each in self.buttons() if name and each.objectName() == name), None)
        target = found or self.page.first
        if target is not None:
            target.setFocus()
        else:
            self.setFocus()

    def buttons(self) -> Sequence[QAbstractButton]:
        """What can be pressed now."""
        root: QWidget | None = self._warning or self._sheet
        found = root.findChildren(QAbstractButton) if root is not None else []
        return [each for each in found if each.isVisibleTo(self) and each.isEnabled()]

    # -- time ------------------------------------------------------------------------------------

    def tick(self) -> None:
        """A second passed."""
        self._show_time()
        self.page.tick()
        if self._busy or self._is_fresh():
            self._patience.touched()
            return
        limit = self.page.limit
        if self._patience.over(limit):
            self.restart()
        elif self._patience.asking(limit):
            self._warn(self._patience.left(limit))

    def _is_fresh(self) -> bool:
        """Whether nobody did anything yet."""
        return replace(self.state, key="") == State(language=self._home, key="")

    def _warn(self, left: float) -> None:
        if self._warning is None:
            self._warning = StillThere(self.dress, self, self.touched, self.restart)
            self._warning.show()
            self._warning.stay.setFocus()
            self._read([words.still_there()])
        self._warning.show_seconds(max(0, round(WARNING_SECONDS + left)))

    def _end_warning(self) -> None:
        if self._warning is not None:
            self._warning.hide()
            self._warning.deleteLater()
            self._warning = None
            if self.page.first is not None:
                self.page.first.setFocus()

    # -- reading aloud ---------------------------------------------------------------------------

    def read_page(self) -> None:
        """Read the page aloud, when that was asked."""
        self._read([self.page.heading, self.page.intro, *self.page.spoken()])

    def _read(self, sentences: Sequence[str]) -> None:
        if self.state.aids.aloud:
            self._reader.say([sentence for sentence in sentences if sentence.strip()], self.state.language)
        else:
            self._reader.hush()

    # -- keys and the window itself --------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_focus()
        key = Qt.Key(event.key())
        answers = key in keys.ARROWS or key in keys.ENTERS or key == Qt.Key.Key_Space
        if self._warning is None or not answers:
            self.touched()
        if not self._key(event):
            event.ignore()

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in keys.ENTERS:
            return self._enter()
        if key in keys.ARROWS:
            return self._walk(keys.ARROWS[key])
        if key == Qt.Key.Key_Backspace:
            self.page.erase()
            return True
        if key == Qt.Key.Key_Escape:
            self._escape()
            return True
        text = event.text()
        if not text or not text.isprintable():
            return False
        self._scanner.key(text)
        if text == " " and not self._typing:
            return self._press()
        self._typing = self._warning is None and self.page.typed(text)
        return self._typing

    def _enter(self) -> bool:
        scanned = self._scanner.scanned()
        if scanned and self.page.scans and self.link.view is not None:
            if self.state.page == "number":  # the next visitor
                self.restart()
            self.check_in(scanned)
            return True
        if self._warning is None and self._typing and self.page.enter():
            self._typing = False
            return True
        return self._press()

    def _press(self) -> bool:
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
            focused.animateClick()
            return True
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  Qt's name
        self._typing = False
        self._show_focus()
        if self._warning is None:
            moved = bool(super().focusNextPrevChild(next))
            self._read_focus()
            return moved
        (self._warning.leave if self._warning.stay.hasFocus() else self._warning.stay).setFocus()
        return True

    def _walk(self, way: tuple[int, int]) -> bool:
        focused = QApplication.focusWidget() or self
        self._typing = False
        found = keys.neighbour(self.buttons(), focused, way)
        if found is not None:
            found.setFocus()
            self._read_focus()
        return True

    def _show_focus(self) -> None:
        """Keys are used: from now on the focus can be seen."""
        self.setProperty("by_keys", True)
        self.update()

    def _read_focus(self) -> None:
        """Who walks along the controls hears where they are."""
        focused = QApplication.focusWidget()
        if focused is not None and self.state.aids.aloud:
            self._read([focused.accessibleName()])

    def _escape(self) -> None:
        if self.options.fullscreen or self._pin:
            self._ask_pin()
        else:
            self.restart()

    def _ask_pin(self) -> None:
        if self._pin and self.state.page != "service":
            self.go("service")

    def unlock(self, typed: str) -> None:
        """Close when this is the service code; after three wrong ones back to the start."""
        if pin.fits(self._pin, typed):
            self._unlocked = True
            self.close()
            return
        self._wrong_pins += 1
        if self._wrong_pins >= 3:
            self.restart()

    def closeEvent(self, event: QCloseEvent) -> None:
        # What ends the program in good order (a signal, the demo) is not a visitor's doing: not spontaneous.
        locked = (self.options.fullscreen or bool(self._pin)) and not self._unlocked
        if event.spontaneous() and locked:
            event.ignore()
            self._ask_pin()
            return
        self._second.stop()
        self._soon.stop()
        self._reader.close()
        self._tongue.silence()
        super().closeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.dress.key != self._measure().key:
            self.render_page()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange} and hasattr(self, "_soon"):
            self.render_soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.dress.colour("background")))
        painter.end()

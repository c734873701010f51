"""The window "Papier": choose how paper looks, see it at once, keep it as a new version of the hall."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from balie_app.queue.commands import Configure, UndoConfigure
from balie_app.queue.config.commands import user
from balie_app.queue.hall import Hall
from balie_app.queue.messages import sentence
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.paper import Paper
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store.versions import versions
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView
from balie_app.ui import look
from balie_app.ui.counter.notice import announce
from balie_app.ui.layout.draft import dressed, layout_of, mistakes
from balie_app.ui.layout.form import Form
from balie_app.ui.layout.picture import DESIGNED, Wish
from balie_app.ui.layout.preview import SCALE, Preview
from balie_app.ui.layout.trial import TrialPrinter
from balie_app.ui.link import HallLink
from balie_app.ui.setup.parts import button, label
from balie_app.ui.station import StationOptions
from balie_app.ui.words import filled

SIZE = (1240, 720)
FORM, PAPER = 600, 560


@dataclass(frozen=True, slots=True)
class Setup:
    """The configuration of the hall as it stands now, and who made it."""

    version: int
    config: HallConfig
    who: str


def setup_of(hall: Hall) -> Setup:
    """Read it. The version first: when somebody saves in between, ours is refused later and nothing is lost."""
    version = hall.view().config_version
    with hall.reading() as connection:
        last = versions(connection)[-1]
    return Setup(version, hall.config(), last.actor or last.station)


class LayoutWindow(QWidget):
    """The form, the paper, and one line of buttons."""

    def __init__(self, link: HallLink, options: StationOptions) -> None:
        super().__init__()
        self.link, self.options = link, options
        self.setup: Setup | None = None
        self.theirs: Setup | None = None
        """What somebody else made of the paper meanwhile, until it is chosen whose stays."""
        self._reading = False
        self._saved: int | None = None
        """The version that this window saved last: what undo takes back."""
        self._warned = False
        look.role(self, "page")
        self.setWindowTitle(self.tr("Papier"))
        self.resize(*SIZE)
        self.printer = TrialPrinter(options.printer, link, self) if options.printer else None
        self.form = Form()
        self.preview: Preview | None = None
        self.title, self.notice = label("title"), label("banner", wrap=True)
        self._buttons()
        self._lay_out()
        self._listen()
        self._refresh()

    # -- putting together ------------------------------------------------------------------------

    def _buttons(self) -> None:
        self.mine = button("secondary", self.tr("Mijn versie houden"))
        self.take = button("secondary", self.tr("Die versie laten zien"))
        self.trial = button("secondary", self.tr("Proef printen"), "print")
        self.keep = button("secondary", self.tr("Logo opslaan in de printer"))
        self.undo = button("quiet", self.tr("Opslaan ongedaan maken"), "undo")
        self.back = button("secondary", self.tr("Niet opslaan"))
        self.save = button("primary", self.tr("Opslaan"))
        for each, keys in ((self.save, "Ctrl+S"), (self.trial, "Ctrl+P")):
            each.setToolTip(keys)
            QShortcut(QKeySequence(keys), self, each.click)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.form)
        area.setMinimumWidth(self.form.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 8)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addLayout(self._told())
        column.addLayout(head)
        column.addWidget(self.split, 1)
        column.addWidget(self._foot())

    def _told(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.notice, 1)
        row.addWidget(self.take)
        row.addWidget(self.mine)
        self.notice.hide()
        return row

    def _foot(self) -> QWidget:
        foot = QWidget()
        look.role(foot, "footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(8)
        for each in (self.trial, self.keep):
            row.addWidget(each)
        row.addStretch()
        for each in (self.undo, self.back, self.save):
            row.addWidget(each)
        return foot

    def _listen(self) -> None:
        self.link.changed.connect(self._look)
        self.link.online.connect(lambda _: self._refresh())
        self.form.changed.connect(self._edited)
        self.save.clicked.connect(self.store)
        self.back.clicked.connect(self.forget)
        self.undo.clicked.connect(self.take_back)
        self.mine.clicked.connect(self.keep_mine)
        self.take.clicked.connect(self.show_theirs)
        if self.printer is not None:
            self.printer.told.connect(self._printing)
            self.printer.done.connect(self._printed)
            self.link.changed.connect(self.printer.follow)
            self.trial.clicked.connect(self._print)
            self.keep.clicked.connect(self._keep_logo)

    # -- the hall and the form -------------------------------------------------------------------

    @property
    def dirty(self) -> bool:
        """Whether there is something that is not saved."""
        return self.setup is not None and self.form.paper != layout_of(self.setup.config)

    def _look(self, view: HallView) -> None:
        """The hall changed: perhaps its configuration did."""
        known = self.setup.version if self.setup else 0
        if view.config_version not in {known, self.theirs.version if self.theirs else 0} and not self._reading:
            self._reading = True
            self.link.ask(setup_of, self._found, self._not_read)

    def _not_read(self, error: BaseException) -> None:
        self._reading = False
        self._failed(error)

    def _found(self, setup: Setup) -> None:
        """The configuration as it is now: ours goes on from it, unless both changed the paper."""
        self._reading = False
        before, now = self.setup, layout_of(setup.config)
        if before is None:
            self._begin(setup)
            return
        was, mine = layout_of(before.config), self.form.paper
        if now in (was, mine):
            self._settle(setup)
        elif mine == was:
            self._settle(setup, now)
            self._say(filled(self.tr("%1 heeft het papier veranderd. U ziet nu die versie."), setup.who))
        else:
            self.theirs = setup
            self._say(filled(self.tr("%1 heeft intussen ook het papier veranderd. Welke versie blijft?"), setup.who))
        self._refresh()

    def _begin(self, setup: Setup) -> None:
        config = setup.config
        self.title.setText(filled(self.tr("Papier van %1"), config.name))
        self.preview = Preview(self.link, config.languages, self.printer.profile if self.printer else DESIGNED)
        self.preview.changed.connect(self._draw)
        self.preview.spoken.connect(self.form.speak)
        self.split.addWidget(self.preview)
        self.split.setSizes([FORM, PAPER])
        self.form.speak(config.languages[0])
        self._settle(setup, layout_of(config))
        self.form.logo.choose.setFocus()

    def _settle(self, setup: Setup, paper: Paper | None = None) -> None:
        """Go on from this version; with ``paper`` show that."""
        self.setup, self.theirs = setup, None
        if self._saved != setup.version:
            self._saved = None
        if paper is not None:
            self.form.show_paper(paper)
        self._edited()

    def _edited(self) -> None:
        self._warned = False
        self.form.blame(mistakes(self.form.paper))
        self._draw()
        self._refresh()

    def keep_mine(self) -> None:
        """The other's paper goes when this one is saved; everything else they changed stays."""
        if self.theirs is not None:
            self._settle(self.theirs)
            self._say("")

    def show_theirs(self) -> None:
        """Let go of what was changed here."""
        if self.theirs is not None:
            self._settle(self.theirs, layout_of(self.theirs.config))
            self._say("")

    def forget(self) -> None:
        """Back to what is saved."""
        if self.setup is not None:
            self._settle(self.setup, layout_of(self.setup.config))
            self._say("")

    # -- keeping ---------------------------------------------------------------------------------

    def store(self) -> None:
        """Save as a new version of the hall, unless something is wrong."""
        if self.setup is None or not self.save.isEnabled():
            return
        if mistakes(self.form.paper):
            self._say(self.tr("Er klopt nog iets niet. Kijk bij het veld met de rode tekst."))
            wrong = self.form.first_wrong()
            if wrong is not None:
                wrong.setFocus()
            return
        config = dressed(self.setup.config, self.form.paper)
        self.save.setEnabled(False)
        self.link.do(
            Configure(config, base=self.setup.version), lambda version: self._kept(version, config), self._failed
        )

    def _kept(self, version: int, config: HallConfig) -> None:
        self._saved = version
        self._settle(Setup(version, config, self.link.by.actor))
        said = self.tr("Opgeslagen als versie %1. Elk nieuw nummer ziet er nu zo uit.")
        self._say(filled(said, str(version)))

    def take_back(self) -> None:
        """Undo what was saved here last."""
        if self._saved is not None and self.undo.isEnabled():
            self.undo.setEnabled(False)
            self.link.do(UndoConfigure(base=self._saved), self._taken_back, self._failed)

    def _taken_back(self, version: int) -> None:
        self._saved = None
        self._reading = True
        self.link.ask(setup_of, self._found_back, self._not_read)
        self._say(filled(self.tr("Ongedaan gemaakt. Versie %1 geldt weer."), str(version)))

    def _found_back(self, setup: Setup) -> None:
        self._reading = False
        self._settle(setup, layout_of(setup.config))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Refused | Trouble):
            self._say(sentence(error))
        self._refresh()

    # -- the paper -------------------------------------------------------------------------------

    def _wish(self) -> Wish | None:
        if self.setup is None or self.preview is None:
            return None
        now, shown = self.link.now(), self.preview
        config = dressed(self.setup.config, self.form.paper).on(now.date())
        scale = SCALE * self.devicePixelRatioF()
        what, language, printer = (str(box.currentData()) for box in (shown.what, shown.language, shown.printer))
        return Wish(config, what, language, printer, now, scale)

    def _draw(self) -> None:
        wish = self._wish()
        if wish is not None and self.preview is not None:
            self.preview.draw(wish)

    def _print(self) -> None:
        wish = self._wish()
        if wish is not None and self.printer is not None:
            self.printer.print(wish, self.form.paper)
            self._refresh()

    def _keep_logo(self) -> None:
        wish = self._wish()
        if wish is not None and self.printer is not None:
            self.printer.keep_logo(wish)
            self._refresh()

    def _printing(self, trouble: str) -> None:
        self._say(trouble or self.tr("De proef gaat naar de printer…"))

    def _printed(self, problem: str) -> None:
        self._say(problem or self.tr("De proef is geprint."))
        self._refresh()

    # -- what can be done now --------------------------------------------------------------------

    def _say(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.setVisible(bool(text))
        if text:
            announce(self.notice, text)

    def _refresh(self) -> None:
        dirty, settled = self.dirty, self.theirs is None
        self.save.setEnabled(dirty and settled and self.link.is_online)
        self.back.setEnabled(dirty and settled)
        self.undo.setVisible(self._saved is not None)
        self.undo.setEnabled(not dirty and self.link.is_online)
        self.mine.setVisible(not settled)
        self.take.setVisible(not settled)
        self.trial.setVisible(self.printer is not None)
        self.keep.setVisible(self.printer is not None and self.printer.keeps_logo)
        for each in (self.trial, self.keep):
            each.setEnabled(self.setup is not None and not (self.printer and self.printer.busy))

    def may_close(self, *, by_hand: bool) -> bool:
        """Whether the window may go: a person who did not save is told once."""
        if not (by_hand and self.dirty) or self._warned:
            return True
        self._warned = True
        self._say(self.tr("U hebt nog niet opgeslagen. Sluit het venster nog eens als u niet wilt opslaan."))
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """A program that ends us (a signal, another program) is never held up."""
        goes = self.may_close(by_hand=event.spontaneous())
        event.setAccepted(goes)
        if goes and self.preview is not None:
            self.preview.stop()


def build(link: HallLink, options: StationOptions) -> QWidget:
    """The window, not shown yet; what it changes is done by the user of this computer."""
    link.by = user(options.station)
    return LayoutWindow(link, options)

"""The number, and where to wait."""

from __future__ import annotations

from balie_app.printing.texts import words as paper_words
from balie_app.printing.ticket import zone
from balie_app.printing.waiting import wait_text
from balie_app.queue.rules.numbering import shown
from balie_app.queue.views import HallView
from balie_app.ui.kiosk import words
from balie_app.ui.kiosk.pages.page import Page
from balie_app.ui.kiosk.paper import PAPER_SECONDS, printed, printer_of
from balie_app.ui.kiosk.parts import Block
from balie_app.ui.kiosk.patience import NUMBER_SECONDS, WRITE_SECONDS, Limit
from balie_app.ui.kiosk.words import translate

SCAN_AGAIN_SECONDS = 4.0


class NumberPage(Page):
    """Huge, so that it can be read, written down and photographed."""

    nav = False
    helps = False

    @property
    def scans(self) -> bool:  # type: ignore[override]
        """The next visitor may scan; a scanner that reads the same code twice may not."""
        return self.kiosk.seconds() - self.since > SCAN_AGAIN_SECONDS

    def make(self) -> None:
        self.heading = translate("kiosk", "Uw nummer")
        self.since = self.kiosk.seconds()
        self.paper = self.state.paper
        self.came = False
        self.elsewhere = ""
        visit = self.state.visit
        label = shown(visit.label) if visit else ""
        aloud = words.spelled(label, self.language)
        number = self.prose(Block(label, 150, bold=True, colour="accent", aloud=aloud), card=True, centre=True)
        self.told = self.prose(*self._blocks(), card=True, hug=self.dress.portrait)
        self.info = self.row([number, self.told], upright=self.dress.portrait, stretch=(1, 1))
        done = self.tile(translate("kiosk", "Klaar"), self.kiosk.restart, kind="primary", icon="check")
        self.high(done, 88)
        self.controls = done
        self.first = done

    @property
    def limit(self) -> Limit:
        slow = self.state.aids.large or self.state.aids.aloud
        if self.paper:
            return Limit(NUMBER_SECONDS * (2 if slow else 1), asks=False)
        return Limit(WRITE_SECONDS)

    def _blocks(self) -> list[Block]:
        return [
            self._paper(),
            Block(
                translate("kiosk", "Neem plaats en let op het scherm. Wij roepen uw nummer."), 23, icon="screen", gap=20
            ),
            Block(self._where(), 23, icon="door", gap=20),
            Block(self._wait(), 23, icon="clock", gap=20),
            Block(translate("kiosk", "Dit scherm gaat vanzelf terug naar het begin."), 18, colour="text_quiet", gap=26),
        ]

    def _paper(self) -> Block:
        if self.elsewhere:
            text = translate("kiosk", "Uw bon komt uit een andere printer: %1.").replace("%1", self.elsewhere)
            return Block(text, 25, bold=True, icon="print")
        if not self.paper:
            text = translate("kiosk", "Schrijf dit nummer op of maak een foto. Er komt geen papier.")
            return Block(text, 25, bold=True, icon="note")
        text = translate("kiosk", "Neem uw bon mee.") if self.came else translate("kiosk", "Uw bon wordt geprint.")
        return Block(text, 25, bold=True, icon="print")

    def _where(self) -> str:
        visit = self.state.visit
        view = self.kiosk.known
        mine = next((each for each in view.contacts if visit and each.visit == visit.id), None)
        name = zone(view.config, mine) if mine else ""
        return paper_words(self.language).say("zone", zone=name) if name else ""

    def _wait(self) -> str:
        visit = self.state.visit
        if visit is None or visit.told_low is None or visit.told_high is None:
            return ""
        return wait_text(visit.told_low, visit.told_high, self.language)

    def take(self, view: HallView) -> None:
        if self.state.visit is not None and self.kiosk.options.printer is not None:
            self._look_elsewhere(printer_of(view, self.state.visit.label))
        if self.paper and self.state.visit is not None:
            outcome = printed(view, self.state.visit.label)
            self.came = outcome is True
            if outcome is False:
                self._no_paper()
        self.told.show_blocks(self._blocks())

    def _look_elsewhere(self, printer: str) -> None:
        """Another printer has taken over: the visitor hears it once."""
        if printer and printer not in {self.kiosk.options.printer, self.elsewhere}:
            self.elsewhere = printer
            self.kiosk.touched()
            self.told.show_blocks(self._blocks())
            self.kiosk.read_page()

    def tick(self) -> None:
        if self.paper and not self.came and self.kiosk.seconds() - self.since > PAPER_SECONDS:
            self._no_paper()

    def _no_paper(self) -> None:
        self.paper = False
        self.kiosk.keep(paper=False)
        self.kiosk.touched()
        self.told.show_blocks(self._blocks())
        self.kiosk.read_page()

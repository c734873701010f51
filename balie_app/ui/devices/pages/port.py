"""Where is it plugged in? Found ports appear by themselves; a path can be typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from balie_app.devices.config import check_port
from balie_app.devices.draft import Draft
from balie_app.devices.fields import Fields
from balie_app.devices.ports import Found, device_of
from balie_app.ui import look
from balie_app.ui.devices.errands import PortWatch
from balie_app.ui.devices.pages.step import TWO_LINES, Around, ChoiceList, Step
from balie_app.ui.setup.parts import label
from balie_app.ui.words import filled


class PortPage(Step):
    """The ports of this computer, and a field for others."""

    def __init__(self, watch: PortWatch) -> None:
        super().__init__()
        self.watch = watch
        self._around: Around | None = None
        self._wanted = ""
        self._seen: frozenset[str] = frozenset()
        """New ports that were chosen already."""
        self.title.setText(self.tr("Op welke poort zit het apparaat?"))
        self.lead.setText(self.tr("Steek de kabel in deze computer. De poort komt dan vanzelf in de lijst, als nieuw."))
        self.list = ChoiceList(self.tr("Poorten van deze computer"), TWO_LINES)
        self.none = label("muted", "", wrap=True)
        self.caption = label("strong", self.tr("Of typ een andere poort"))
        self.field = QLineEdit()
        self.field.setMaximumWidth(520)
        self.field.setPlaceholderText(self.tr("zoals socket://10.0.0.7:4001, rfc2217://10.0.0.7:4001 of /dev/ttyS0"))
        look.name(self.field, self.caption.text())
        self.wrong = label("small", "", wrap=True)
        for part in (self.list, self.none, self.caption, self.field, self.wrong):
            self.body.addWidget(part, 1 if part is self.list else 0)
        self.watch.changed.connect(self._show_ports)
        self.list.currentRowChanged.connect(lambda _: self._picked())
        self.list.itemActivated.connect(lambda _: self.entered.emit())
        self.field.textEdited.connect(lambda _: self._typed())

    def forget(self) -> None:
        """Another device: nothing was chosen yet."""
        self.list.clear()
        self.field.clear()

    def open(self, draft: Draft, around: Around) -> None:
        """Look for ports from now on."""
        self._around, self._wanted, self._seen = around, draft.port, frozenset()
        self.list.clear()
        self.field.clear()
        self.wrong.clear()
        self.none.setText(self.tr("Balie kijkt welke poorten er zijn…"))
        self._show_ports()
        self.watch.begin()
        self.changed.emit()

    def close_page(self) -> None:
        """Stop looking."""
        self.watch.end()

    def first_focus(self) -> QWidget:
        """The list, or the field when there is nothing to choose."""
        return self.list

    @property
    def port(self) -> str:
        """How station.toml will name the port; "" when nothing is chosen."""
        if typed := self.field.text().strip():
            return typed
        found = self.found
        return found.identity if found is not None else ""

    @property
    def found(self) -> Found | None:
        """The found port that is chosen; None for a typed one."""
        if self.field.text().strip():
            return None
        return next((each for each in self.watch.ports if each.device == self.list.chosen), None)

    def complete(self) -> bool:
        """A port, of a form that can be opened."""
        return bool(self.port) and not self._mistake() and not self._owner(self.port)

    def filled(self, draft: Draft) -> Draft:
        """The draft on this port."""
        return replace(draft, port=self.port)

    def _picked(self) -> None:
        if self.list.chosen:
            self._wanted = self.list.chosen
            self.field.clear()
            self.wrong.clear()
        self.changed.emit()

    def _typed(self) -> None:
        """What is typed goes before what is chosen in the list."""
        owner = self._owner(self.port) if self.port else ""
        taken = filled(self.tr("Hier zit ‘%1’ al op."), owner) if owner else ""
        self.wrong.setText(taken or self._mistake())
        self.changed.emit()

    def _mistake(self) -> str:
        """What is wrong with the port that was typed."""
        fields = Fields({}, "", [])
        check_port(self.field.text().strip(), fields)
        return " ".join(filled(self.tr("Zo kan het wel: %1"), each.expected) for each in fields.mistakes)

    def _owner(self, port: str) -> str:
        """Which other device is on this port already, by whatever name the port goes."""
        others = self._around.others if self._around is not None else ()
        own = self._device(port)
        return next((str(each.get("name")) for each in others if self._device(str(each.get("port", ""))) == own), "")

    def _device(self, port: str) -> str:
        try:
            return device_of(port, lambda: self.watch.ports)
        except OSError:
            return port

    def _show_ports(self) -> None:
        """Ports come and go; the choice stays on its own."""
        wanted = {each.device: self._text(each) for each in self.watch.ports}
        for at in reversed(range(self.list.count())):
            if self.list.item(at).text() != wanted.get(self.list.keys[at]):
                self.list.takeItem(at)
        for at, each in enumerate(self.watch.ports):
            if each.device not in self.list.keys:
                self.list.put(at, each.device, wanted[each.device], enabled=not self._owner(each.identity))
        self._choose()
        if self.watch.known and self._wanted and not self.list.chosen and not self.field.text():
            self.field.setText(self._wanted)  # its adapter is not there now
        if self.watch.known:
            self.none.setText(self.tr("Er is nog geen poort gevonden. Steek de kabel in deze computer."))
        self.none.setVisible(not self.watch.ports)
        self.list.setVisible(bool(self.watch.ports))
        self.changed.emit()

    def _choose(self) -> None:
        """What was just plugged in is meant; else what was chosen before; else the first."""
        arrived = [key for key in self.list.keys if key in self.watch.fresh - self._seen]
        self._seen = self.watch.fresh
        if arrived and not self.field.text().strip():
            self.list.choose(arrived[0])
        if self.list.chosen or self.field.text().strip():
            return
        keys = [key for at, key in enumerate(self.list.keys) if self.list.item(at).flags() & Qt.ItemFlag.ItemIsEnabled]
        wanted = self._device(self._wanted)
        if wanted in keys or not self._wanted:
            self.list.choose(wanted if wanted in keys else next(iter(keys), ""))

    def _text(self, found: Found) -> str:
        parts = [found.words or self.tr("Seriële poort")]
        where = [found.device, *([found.identity] if found.identity != found.device else [])]
        owner = self._owner(found.identity)
        if owner:
            parts.append(filled(self.tr("hier zit ‘%1’ al op"), owner))
        elif found.device in self.watch.fresh:
            parts.append(self.tr("nieuw"))
        return f"{' · '.join(parts)}\n{' · '.join(where)}"

"""The coloured side of an assistant: the name of the product, and how far somebody is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from balie_app.ui import look
from balie_app.ui.setup.parts import label

SIDE = 250


class Steps(QFrame):
    """Steps before this one are done, this one is bold."""

    def __init__(self, most: int) -> None:
        super().__init__()
        look.role(self, "brand")
        self.setFixedWidth(SIDE)
        self.signs = [QLabel() for _ in range(most)]
        self.steps = [label("body") for _ in range(most)]
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 52, 24, 32)
        column.setSpacing(14)
        column.addWidget(label("title", "Balie"))
        column.addSpacing(28)
        for sign, step in zip(self.signs, self.steps, strict=True):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(sign)
            row.addWidget(step, 1)
            column.addLayout(row)
        column.addStretch()

    def show_steps(self, texts: Sequence[str], number: int) -> None:
        """These steps, of which ``number`` (from 0) is the one of now."""
        for at, (sign, step) in enumerate(zip(self.signs, self.steps, strict=True)):
            there = at < len(texts)
            sign.setVisible(there)
            step.setVisible(there)
            if there:
                icon = "check" if at < number else ("dot" if at == number else "ring")
                sign.setPixmap(look.icon(icon, "brand_text").pixmap(18, 18))
                step.setText(texts[at])
                look.role(step, "strong" if at == number else "body")

"""Says of each piece of a page what it is, so that a screen reader reads a paper as its maker meant it.

reportlab can write such a page but not describe it: marks around what is drawn (ISO 32000-1, 14.6), and the tree of
the document that names them (14.7). Here there are a heading (H1), paragraphs (P) and what is only drawn (an artifact).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFPage
from reportlab.pdfgen.canvas import Canvas

HEADING, PARAGRAPH = "H1", "P"
ROOT, WHOLE = "structure", "structure-document"


class Tags:
    """The marks of one file, in the order in which it is drawn and read."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        whole: Any = canvas
        self._file = whole._doc
        self._pages: list[list[str]] = [[]]
        """Of each page the kinds of its pieces."""

    @contextmanager
    def piece(self, kind: str) -> Iterator[None]:
        """What is drawn meanwhile is a heading or a paragraph."""
        here = self._pages[-1]
        self._canvas.addLiteral(f"/{kind} <</MCID {len(here)}>> BDC")
        here.append(kind)
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn meanwhile has no meaning of its own: a line, a code, a page number."""
        self._canvas.addLiteral("/Artifact BMC")
        yield
        self._canvas.addLiteral("EMC")

    def page_done(self) -> None:
        """The page was shown; the next begins."""
        page: Any = self._file.Pages.pages[-1]
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents"]  # a key that reportlab does not know
        page.StructParents = len(self._pages) - 1
        self._pages.append([])

    def finish(self) -> None:
        """Write the tree; before the file is saved."""
        every = [self._page(number, kinds) for number, kinds in enumerate(self._pages[:-1])]
        parents = [each for number, names in enumerate(every) for each in (number, PDFArray(_references(names)))]
        self._keep(
            WHOLE, "Document", P=_reference(ROOT), K=PDFArray([one for names in every for one in _references(names)])
        )
        tree = {
            "Type": PDFName("StructTreeRoot"),
            "K": _reference(WHOLE),
            "ParentTree": PDFDictionary({"Nums": PDFArray(parents)}),
            "ParentTreeNextKey": len(every),
        }
        self._file.Reference(PDFDictionary(tree), ROOT)
        self._file.Catalog.StructTreeRoot = _reference(ROOT)
        self._file.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _page(self, number: int, kinds: list[str]) -> list[str]:
        """The pieces of a page as objects of the file; their names."""
        names = [f"structure-{number}-{at}" for at in range(len(kinds))]
        page = _reference(f"Page{number + 1}")
        for at, (name, kind) in enumerate(zip(names, kinds, strict=True)):
            self._keep(name, kind, P=_reference(WHOLE), Pg=page, K=at)
        return names

    def _keep(self, name: str, kind: str, **facts: object) -> None:
        self._file.Reference(PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(kind), **facts}), name)


def _reference(name: str) -> Any:
    return PDFObjectReference(name)


def _references(names: list[str]) -> list[Any]:
    return [_reference(name) for name in names]

"""The hall's configuration: read from a document, checked, written, and the templates it starts from.

Light to import: the catalogue, the templates and the search are modules of their own, loaded when
somebody needs them.
"""

from __future__ import annotations

from balie_app.queue.config.document import document
from balie_app.queue.config.files import read_file, write_file
from balie_app.queue.config.mistakes import ConfigMistakes, Mistake
from balie_app.queue.config.parse import parse

__all__ = ["ConfigMistakes", "Mistake", "document", "parse", "read_file", "write_file"]

"""What a trial print shows, kept with its print job: a layout that may not be in the configuration yet."""

from __future__ import annotations

import json
from typing import Any

from balie_app.queue.config.document import paper_table
from balie_app.queue.config.parse import parse_paper
from balie_app.queue.rules.paper import Paper

TRIAL = "trial"
"""The kind of print job."""


def trial_text(paper: Paper, language: str) -> str:
    """The layout, and the language of the visitor, as the text that a print job keeps."""
    return json.dumps({"paper": paper_table(paper), "language": language}, ensure_ascii=False)


def trial_paper(text: str) -> tuple[Paper, str]:
    """The inverse of :func:`trial_text`. Raises ConfigMistakes for a layout that is wrong."""
    found: dict[str, Any] = json.loads(text)
    return parse_paper(found["paper"]), str(found["language"])

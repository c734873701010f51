"""What is being chosen: the layout of a hall's paper as a value, from the configuration and back into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from balie_app.queue.config.document import paper_table
from balie_app.queue.config.mistakes import ConfigMistakes, Mistake
from balie_app.queue.config.parse import parse_paper
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.paper import Paper

OLD_FOOTER = "ticket_footer"


def layout_of(config: HallConfig) -> Paper:
    """The layout of this hall, with the footer that is printed now, wherever it stands."""
    return replace(config.paper, footer=dict(config.footer))


def dressed(config: HallConfig, paper: Paper) -> HallConfig:
    """The hall with this layout; the footer then stands with it, and no longer among the texts."""
    if paper == layout_of(config):
        return config
    texts = {key: labels for key, labels in config.texts.items() if key != OLD_FOOTER}
    return replace(config, paper=paper, texts=texts)


def said(labels: Mapping[str, str], language: str, text: str) -> dict[str, str]:
    """The texts with this one in them; an empty one goes."""
    kept = {each: words for each, words in labels.items() if each != language}
    return {**kept, language: text} if text.strip() else kept


def mistakes(paper: Paper) -> dict[str, Mistake]:
    """What is wrong with this layout, by the key of ``[paper]`` that it is about ("header", "footer", "logo", …)."""
    try:
        parse_paper(paper_table(paper))
    except ConfigMistakes as error:
        return {mistake.key.split(".")[1]: mistake for mistake in reversed(error.mistakes)}
    return {}

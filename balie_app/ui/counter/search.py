"""Finding where to: a kind of contact or a counter by how its name begins, a product by the catalogue's search."""

from __future__ import annotations

from balie_app.queue.config.search import find, plain
from balie_app.queue.rules.hall import HallConfig, Product
from balie_app.ui.words import own_language


def begins(typed: str, name: str) -> bool:
    """Whether each typed word begins a word of the name; nothing typed fits everything ("kamer2" fits "Kamer 2")."""
    words, name = plain(typed).split(), plain(name)
    glued = name.replace(" ", "")
    return all(glued.startswith(word) or any(part.startswith(word) for part in name.split()) for word in words)


def products(typed: str, config: HallConfig) -> list[Product]:
    """The products that fit, best first; all of them when nothing was typed."""
    return find(config.products, typed, own_language()) if plain(typed) else list(config.products)

"""Find a product by what a person types: words of the label or a synonym, in any order, with typing errors."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from balie_app.queue.rules.hall import Product

_EMPTY_WORDS = frozenset(
    {"a", "aan", "an", "apply", "de", "een", "en", "for", "het", "i", "ik", "in", "is", "me", "mij", "mijn"}
    | {"moet", "my", "of", "om", "op", "the", "to", "uit", "van", "voor", "want", "wil"}
)
"""Words that say nothing about the product; they count only when there is nothing else."""
_LEAST = 55.0
"""Below this score (0 to 100) a product is not what was meant."""


def plain(text: str) -> str:
    """Lower case, without accents, one space between words."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(" " if not (c.isalnum() or unicodedata.combining(c)) else c for c in parts)
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


class Index:
    """The words of a list of products in one language (Dutch is always searched too)."""

    def __init__(self, products: Sequence[Product], language: str) -> None:
        self.products = products
        self.labels = [tuple(plain(product.labels.get(code, "")) for code in (language, "nl")) for product in products]
        self.phrases = [_phrases(product, language) for product in products]
        self.words = [frozenset(word for phrase in phrases for word in phrase.split()) for phrases in self.phrases]
        self.all_words = sorted(frozenset().union(*self.words))

    def find(self, text: str, limit: int) -> list[Product]:
        """The products that fit the text, best first."""
        query = plain(text)
        asked = [word for word in query.split() if word not in _EMPTY_WORDS] or query.split()
        if not asked:
            return []
        scores = [(word, self._word_scores(word)) for word in asked]
        ranked = [(self._score(number, query, scores), -number) for number in range(len(self.products))]
        best = sorted((pair for pair in ranked if pair[0] >= _LEAST), reverse=True)[:limit]
        return [self.products[-number] for _, number in best]

    def _score(self, number: int, query: str, scores: list[tuple[str, dict[str, float]]]) -> float:
        total = sum(len(word) for word, _ in scores)
        found = sum(
            len(word) * max((by_word[known] for known in self.words[number] & by_word.keys()), default=0.0)
            for word, by_word in scores
        )
        return found / total + self._phrase_bonus(number, query) if found else 0.0

    def _phrase_bonus(self, number: int, query: str) -> float:
        """What was typed as a whole is worth more than its words: first what is called exactly so."""
        if query in self.phrases[number]:
            return 22.0
        if any(label.startswith(query) for label in self.labels[number]):
            return 20.0
        return 5.0 if any(phrase.startswith(query) for phrase in self.phrases[number]) else 0.0

    def _word_scores(self, asked: str) -> dict[str, float]:
        """How well each known word fits one typed word (0 to 100)."""
        found = {word: score for word in self.all_words if (score := _written_alike(asked, word))}
        if len(asked) > 3:
            for word, ratio, _ in process.extract(
                asked, self.all_words, scorer=fuzz.ratio, score_cutoff=74, limit=None
            ):
                found[word] = max(found.get(word, 0.0), ratio * 0.8)
            starts = [word[: len(asked)] for word in self.all_words]
            for _, ratio, place in process.extract(asked, starts, scorer=fuzz.ratio, score_cutoff=79, limit=None):
                word = self.all_words[place]
                found[word] = max(found.get(word, 0.0), ratio * 0.75)
        return found


def _phrases(product: Product, language: str) -> tuple[str, ...]:
    languages = dict.fromkeys([language, "nl"])
    texts = [product.labels[code] for code in languages if code in product.labels]
    texts += [word for code in languages for word in product.synonyms.get(code, ())]
    return tuple(dict.fromkeys(plain(text) for text in texts))


def _written_alike(asked: str, word: str) -> float:
    """The same word, its beginning, or a part of it (Dutch joins words: "vergunning" in "parkeervergunning")."""
    if word == asked:
        return 100.0
    if word.startswith(asked):
        return 88.0 + 8.0 * len(asked) / len(word)
    if len(asked) > 3 and asked in word:
        return 80.0
    return 75.0 if len(word) > 3 and asked.startswith(word) else 0.0


_last: dict[str, Index] = {}


def find(products: Sequence[Product], text: str, language: str = "nl", limit: int = 20) -> list[Product]:
    """The products that fit what was typed, best first; at most ``limit``. Nothing typed finds nothing.

    The words are kept for the next key press as long as the same ``products`` object is given.
    """
    index = _last.get(language)
    if index is None or index.products is not products:
        index = _last[language] = Index(products, language)
    return index.find(text, limit)

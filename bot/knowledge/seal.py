"""Seals: digests of an article's sentences, which prove a quote verbatim without republishing the rest."""

import hashlib
from collections.abc import Iterable, Mapping

from bot.text.sentences import paragraphs


def digest(sentence: str) -> str:
    """SHA-256 of one sentence in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).hexdigest()


def seal(text: str) -> tuple[tuple[str, ...], ...]:
    """The digests of an article's sentences, a tuple for each paragraph, in order."""
    return tuple(tuple(map(digest, sentences)) for sentences in paragraphs(text))


def positions(sealed: Iterable[Iterable[str]]) -> Mapping[str, tuple[int, int]]:
    """Digest → (paragraph, sentence), both from 1; the first place wins where a sentence stands twice."""
    found: dict[str, tuple[int, int]] = {}
    for paragraph, digests in enumerate(sealed, 1):
        for sentence, one in enumerate(digests, 1):
            found.setdefault(one, (paragraph, sentence))
    return found

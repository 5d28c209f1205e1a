"""Clauses that do not count: those about nothing known beside one that asks, and what is denied or left out."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from bot.matching import forms
from bot.matching.asks import Ask
from bot.matching.lexicon import ask_term
from bot.matching.reading import Mention, Role
from bot.matching.spotting import Piece
from bot.text.units import Sort, Unit

_NOT_ASKING = frozenset(map(ask_term, (Ask.CHECK, Ask.SHOW, Ask.REMARK)))
_CLAUSE = frozenset(",;!?。:")
_MYSELF = frozenset({"我", "本", "小", "i", "i'm", "im"})
"""Units that what somebody tells of himself begins with (我在寫報告, 本人 …, 小弟 …, I'm …)."""

_ME = frozenset({"我", "me", "my"})


def without_asides(mentions: tuple[Mention, ...], pieces: Sequence[Piece], seen: Sequence[Unit]) -> tuple[Mention, ...]:
    """The mentions without clauses that are about nothing known and ask nothing (…, 要教國中生; need it for my essay).

    Only beside a clause that names a subject or gives an amount, and asks: what stands alone may be the very thing asked.
    """
    ends = [at for at, (before, unit) in enumerate(pairwise(seen), 1) if _begins_clause(before, unit)]
    if not ends:
        return mentions
    clause = partial(bisect_right, ends)  # of a unit, by number
    clauses: dict[int, list[Mention]] = {}
    for mention in mentions:
        clauses.setdefault(clause(mention.start), []).append(mention)
    asking = {
        clause(piece.start)
        for piece in pieces
        if any(term.startswith(("?", "a:")) and term not in _NOT_ASKING for term in piece.terms)
    }
    own = {clause(at) for at, unit in enumerate(seen) if unit.key in _MYSELF and _begins(at, ends)}
    telling = {one for one, its in clauses.items() if any(m.role is not Role.UNREAD and not m.soft for m in its)}
    telling = {one for one in telling if one not in own or any(map(_means, clauses[one]))}
    naming = {one for one, its in clauses.items() if any(map(_names, its))}
    if not naming & asking:
        return mentions
    if any(map(_means_attribute, (m for one in naming for m in clauses[one]))):
        spoken = {clause(piece.start) for piece in pieces if any(t[0] == "?" for t in piece.terms)}
        mine = {clause(at) for at, unit in enumerate(seen) if unit.key in _ME}
        asides = mine - spoken - naming  # 老闆讓我估一下
        telling, asking = telling - asides, asking - asides
    return tuple(m for clause, its in clauses.items() if clause in telling | asking for m in its)


def without_guess(
    mentions: tuple[Mention, ...], pieces: Sequence[Piece], seen: Sequence[Unit], folded: str
) -> tuple[Mention, ...]:
    """The mentions of a question without the guess that ends it (…在哪個板塊,創業板?): a clause that is a single word.

    Another subject beside one that is named may be asked for as well, and stays.
    """
    if len(mentions) < 2 or not folded.endswith("?"):
        return mentions
    guess, named = mentions[-1], any(mention.role is Role.SUBJECT for mention in mentions[:-1])
    alone = pieces[-1].start == guess.start and not _CLAUSE.isdisjoint(seen[guess.start].breaks)
    return mentions if not alone or (named and guess.role is Role.SUBJECT) else mentions[:-1]


def _begins(at: int, ends: Sequence[int]) -> bool:
    """Whether a clause begins at that unit."""
    return at == 0 or at in ends


def _means(mention: Mention) -> bool:
    """Whether it names a subject, an attribute or an amount: what somebody says of himself may be what he asks for."""
    return _names(mention) or _means_attribute(mention)


def _means_attribute(mention: Mention) -> bool:
    return any(term.startswith("a:") for term in mention.terms)


def _begins_clause(before: Unit, unit: Unit) -> bool:
    """Whether a clause begins with `unit`: after punctuation, and after a space between Chinese characters."""
    apart = before.sort is Sort.HAN and unit.sort is Sort.HAN and unit.at > before.at + len(before.text)
    return apart or (bool(unit.breaks) and not _CLAUSE.isdisjoint(unit.breaks))


def _names(mention: Mention) -> bool:
    given = mention.amount is not None and not mention.soft
    return given or any(term.startswith("s:") for term in mention.terms)


def with_denials(mentions: tuple[Mention, ...], folded: str, seen: Sequence[Unit], checks: bool) -> tuple[Mention, ...]:
    """The mentions, those in a stretch that is denied marked so; what is to be confirmed is not denied."""
    spans = () if checks else forms.negated_spans(folded)
    if not spans:
        return mentions
    return tuple(
        mention._replace(negated=any(start <= seen[mention.start].at < end for start, end in spans))
        for mention in mentions
    )

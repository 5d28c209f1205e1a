"""Whether known questions bear out what the words of a question tell: which of several facts goes first, and which are set aside."""

from collections.abc import Sequence

from bot.answering.likely import likely
from bot.answering.strangers import NAMED_IN_PART, explained, of_anybody
from bot.matching.asks import Ask
from bot.matching.evoking import NAMED, exact
from bot.matching.examples import Likeness
from bot.matching.match import Match
from bot.matching.reading import Reading
from bot.matching.scoring import Scorer

_UNLIKE, _UNNAMED_UNLIKE, _FAR_LIKELIER = 0.15, 0.15, 0.4
"""Below this share of its whole sentence a fact is contradicted, when another sentence, or nothing, has more than that."""

_HARDLY_LIKE, _A_FEW = 0.05, 2
"""Below this share, instead, where more than a few subjects have the very attribute that a list is asked of."""

_NEARLY_ALL, _MOSTLY, _MANY_TIMES = 0.6, 0.45, 4
"""The shares of what nearly all and most mean; the former must be so many times that of the fact that it precedes."""

_CLEARLY, _SURELY, _TIMES, _FAR_BEHIND = 0.2, 0.35, 2, 4.0
"""The shares, and times that of the best, from which a fact goes first; by so much its score may be lower."""

_LESS_NAMED = 0.2

_ANY = 0.2
"""Below this cosine no example tells anything of the question."""

_SAME, _NEARER = 0.7, 0.1
"""From this cosine on, and so much nearer than the fact's own, an example that nothing answers is this very question."""

_MANY = frozenset({Ask.LIST, Ask.WHO})


def preferred(found: Sequence[Match], reading: Reading, likeness: Likeness) -> list[Match]:
    """The matches, though the best is beyond doubt by its words; first one that nearly all who ask so mean."""
    best, first = found[0], max(found, key=lambda match: likeness.votes.get(match.fact.id, 0.0))
    vote = likeness.votes.get(first.fact.id, 0.0)
    meant = vote >= _NEARLY_ALL and vote >= _MANY_TIMES * likeness.votes.get(best.fact.id, 0.0)
    return _with_first(first, found) if meant and _as_fit(first, best, reading) else list(found)


def settled(found: Sequence[Match], reading: Reading, likeness: Likeness, scorer: Scorer) -> list[Match]:
    """The matches that examples do not contradict; first the one that they clearly prefer, even over all others."""
    kept = [match for match in found if not _contradicted(match, found, reading, likeness)]
    if not kept or (len(kept) < len(found) and _is_anybodys(kept[0], reading)):
        return []
    best, first = kept[0], max(kept, key=lambda match: likeness.facts.get(match.fact.id, 0.0))
    if best.figure >= 1.0 and len(reading.content) == 1 and not reading.asks:
        return kept  # nothing is said but its very figure
    share = sum(likeness.facts.get(match.fact.id, 0.0) for match in _listed(best, kept, reading))
    clearly = _share_beside(best, first, likeness) >= max(_CLEARLY, _TIMES * share)
    if clearly and first.score >= best.score - _FAR_BEHIND and _may_precede(first, kept, reading, likeness):
        return _with_first(first, kept)
    meant = likely(reading, likeness, scorer)
    if meant is None or meant.fact in [match.fact for match in kept] or likeness.facts[meant.fact.id] < _SURELY:
        return kept
    surely = _share_beside(best, meant, likeness) >= _TIMES * share and _may_precede(meant, kept, reading, likeness)
    return [meant] if surely else kept


def _with_first(first: Match, found: Sequence[Match]) -> list[Match]:
    return [first, *(match for match in found if match is not first)]


def _as_fit(match: Match, best: Match, reading: Reading) -> bool:
    """Whether it is not asked why and the best match alone gives a reason."""
    return Ask.WHY not in reading.asks or match.kind >= best.kind


def _may_precede(match: Match, kept: Sequence[Match], reading: Reading, likeness: Likeness) -> bool:
    """Whether it fits as well as the best. One whose attribute is named less must be what most mean, and stands for no list."""
    best = kept[0]
    less = match.attribute < best.attribute - _LESS_NAMED
    several = len(_listed(best, kept, reading)) > 1
    meant = likeness.facts.get(match.fact.id, 0.0) >= _MOSTLY
    return not (less and (several or not meant)) and _as_fit(match, best, reading)


def _is_anybodys(match: Match, reading: Reading) -> bool:
    """Whether no word tells whose it is, and several have it: then no example tells either (GPU是誰發明的)."""
    unnamed = match.subject < NAMED_IN_PART and match.figure < 1.0 and not reading.several
    return unnamed and of_anybody(match, explained(match, reading))


def _share_beside(best: Match, match: Match, likeness: Likeness) -> float:
    """The share of a match, without that of the best where this states the same and more (10515.37億元人民幣 beside 人民幣)."""
    share = likeness.facts.get(match.fact.id, 0.0)
    more = match is not best and match.fact.quote == best.fact.quote and match.fact.figure in best.fact.figure
    return share - likeness.own.get(best.fact.id, 0.0) * (1 - likeness.nothing) if more else share


def _listed(match: Match, found: Sequence[Match], reading: Reading) -> list[Match]:
    """The match itself; and where several are asked for all that a list would have, those of its attribute."""
    attribute = match.fact.attribute
    return [one for one in found if one is match or (reading.several and one.fact.attribute == attribute)]


def _contradicted(match: Match, found: Sequence[Match], reading: Reading, likeness: Likeness) -> bool:
    """Whether what people ask so is next to never answered by the fact's sentence, and mostly by another or by nothing.

    Where not even the fact's subject is named, the former is enough.
    """
    if _known_as_unanswered(match, likeness):
        return True
    if match.figure >= 1.0 and any(map(exact, reading.amounts)):
        return False  # the very value is given
    listed = _listed(match, found, reading)
    quotes = {one.fact.quote.text for one in listed}
    own = sum(likeness.sentences.get(quote, 0.0) for quote in quotes)
    if likeness.nearest < _ANY:
        return False
    others = max(likeness.nothing, max(likeness.sentences.values(), default=0.0))
    if match.subject < NAMED_IN_PART and not reading.asks & _MANY and own < max(_UNNAMED_UNLIKE, likeness.nothing):
        return True
    many = match.attribute >= NAMED and len({one.fact.subject for one in listed}) > _A_FEW
    return own < (_HARDLY_LIKE if many else _UNLIKE) and others >= _FAR_LIKELIER


def _known_as_unanswered(match: Match, likeness: Likeness) -> bool:
    """Whether just this is known to be asked and answered by nothing."""
    known = likeness.near_nothing
    return known >= _SAME and known >= likeness.closest(match.fact.id) + _NEARER

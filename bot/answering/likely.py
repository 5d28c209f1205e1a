"""What the examples of questions say: which fact is meant where words alone do not tell, and that another is far likelier."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from bot.answering.corrections import claimed
from bot.answering.lookup import leftover
from bot.matching.asks import ANSWERS, QUANTITIES, Ask
from bot.matching.evoking import NAMED, exact, same
from bot.matching.examples import Likeness
from bot.matching.match import CORE, Match
from bot.matching.profile import RIVALS
from bot.matching.reading import Mention, Reading, Role
from bot.matching.scoring import Scorer


class _Bar(NamedTuple):
    """What it takes for a fact to be meant.

    `share`: of all likeness, over that of questions nothing answers; `near`: the cosine of an example; `covered`: of the
    question by the fact itself; `left` and `unread`: the weight of words, and of unknown words, that it does not explain.
    """

    share: float
    near: float
    covered: float
    left: float
    unread: float


_NAMED, _UNNAMED = _Bar(0.17, 0.12, 0.3, 4.0, 4.0), _Bar(0.2, 0.18, 0.3, 4.0, 1.0)
"""Where the fact's subject is named, and where it is not: an unknown word may then be what it is all about."""

_MEANT = _Bar(0.75, 0.2, 0.2, 7.0, 4.0)
"""What nearly all who ask so mean may be put in words of its own and ask for its kind of value as for another."""

_UNLIKE, _UNNAMED_UNLIKE, _FAR_LIKELIER = 0.15, 0.15, 0.4
"""Below this share of its whole sentence a fact is contradicted, when another sentence, or nothing, has more than that."""

_HARDLY_LIKE, _A_FEW = 0.05, 2
"""Below this share, instead, where more than a few subjects have the very attribute that a list is asked of."""

_OF_ANOTHER = 0.5
"""From this share on a fact may be meant though the question names something else that it belongs to or concerns."""

_NEARLY_ALL, _MOSTLY, _MANY_TIMES = 0.6, 0.45, 4
_CLEARLY, _SURELY, _TIMES, _FAR_BEHIND = 0.2, 0.35, 2, 4.0
_CLOSE, _ALMOST_ONE = 0.7, 0.92
"""From these cosines on an example is nearly the question, and the very question but for a word without content."""

_ANY = 0.2
"""Below this cosine no example tells anything of the question."""

_SAME, _NEARER = 0.7, 0.1
"""From this cosine on, and so much nearer than the fact's own, an example that nothing answers is this very question."""

_A_CHARACTER, _ONE_WORD, _KNOWN_A_LITTLE = 1.0, 1.9, 0.27
"""The weight of an unknown character and of an unknown word. One word may stand beside what only one has, for it is nobody's name;
and with more than a character unknown, a question must be at least a little like a known one (cosine)."""

_CLAIMED = 0.3
"""From this share on, over that of what nothing answers, a claim of another value is one about this fact."""

_MANY = frozenset({Ask.LIST, Ask.WHO})
_ONE_VALUE = QUANTITIES | {Ask.WHERE, Ask.WHEN}
_OTHER_RIVALS = frozenset({"market", "industry", "architecture", "platform", "model", "person", "country"})
_CONSIDERED, _EVOKED, _LESS_NAMED = 6, 0.5, 0.2


def preferred(found: Sequence[Match], reading: Reading, likeness: Likeness) -> list[Match]:
    """The matches, though the best is beyond doubt by its words; first one that nearly all who ask so mean."""
    best, first = found[0], max(found, key=lambda match: likeness.votes.get(match.fact.id, 0.0))
    vote = likeness.votes.get(first.fact.id, 0.0)
    meant = vote >= _NEARLY_ALL and vote >= _MANY_TIMES * likeness.votes.get(best.fact.id, 0.0)
    return _with_first(first, found) if meant and _as_fit(first, best, reading) else list(found)


def settled(found: Sequence[Match], reading: Reading, likeness: Likeness, scorer: Scorer) -> list[Match]:
    """The matches that examples do not contradict; first the one that they clearly prefer, even over all others."""
    kept = [match for match in found if not _contradicted(match, found, reading, likeness)]
    if not kept:
        return []
    best, first = kept[0], max(kept, key=lambda match: likeness.facts.get(match.fact.id, 0.0))
    share = sum(likeness.facts.get(match.fact.id, 0.0) for match in _listed(best, kept, reading))
    clearly = likeness.facts.get(first.fact.id, 0.0) >= max(_CLEARLY, _TIMES * share)
    if clearly and first.score >= best.score - _FAR_BEHIND and _may_precede(first, kept, reading, likeness):
        return _with_first(first, kept)
    meant = likely(reading, likeness, scorer)
    if meant is None or meant.fact in [match.fact for match in kept] or likeness.facts[meant.fact.id] < _SURELY:
        return kept
    surely = likeness.facts[meant.fact.id] >= _TIMES * share and _may_precede(meant, kept, reading, likeness)
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
    if match.subject < _EVOKED and not reading.asks & _MANY and own < max(_UNNAMED_UNLIKE, likeness.nothing):
        return True
    many = match.attribute >= NAMED and len({one.fact.subject for one in listed}) > _A_FEW
    return own < (_HARDLY_LIKE if many else _UNLIKE) and others >= _FAR_LIKELIER


def _known_as_unanswered(match: Match, likeness: Likeness) -> bool:
    """Whether just this is known to be asked and answered by nothing."""
    known = likeness.near_nothing
    return known >= _SAME and known >= likeness.closest(match.fact.id) + _NEARER


def likely(reading: Reading, likeness: Likeness, scorer: Scorer) -> Match | None:
    """The fact that people mean when they ask so, if nothing in the question speaks against it."""
    for match in scorer.each(islice(likeness.facts, _CONSIDERED), reading):
        if _possible(match, reading, likeness, scorer):
            everyday = scorer.knowledge.subjects[match.fact.subject].common
            return match if _passes(match, likeness, everyday) else None
    return None


def corrected(reading: Reading, likeness: Likeness, scorer: Scorer) -> Match | None:
    """The fact that people mean who claim so, if nothing but another value of its kind speaks against it."""
    surely = (fact for fact, share in likeness.facts.items() if share - likeness.nothing >= _CLAIMED)
    for match in scorer.each(islice(surely, _CONSIDERED), reading):
        claims = [m for m in match.unexplained if claimed(m, match.fact, scorer.knowledge, scorer)]
        rest = [mention for mention in match.unexplained if mention not in claims]
        named = match.subject >= CORE and not match.off_subject
        if claims and named and not match.off_time and match.kind >= 0 and not any(_against(m, scorer) for m in rest):
            return match
    return None


def _against(mention: Mention, scorer: Scorer) -> bool:
    """Whether it names something of its own: a subject, an amount, an attribute."""
    named = mention.role is Role.SUBJECT or any(term.startswith("a:") for term in mention.terms)
    return named or mention.amount is not None or _is_of_a_kind(mention, scorer)


def _passes(match: Match, likeness: Likeness, everyday: bool) -> bool:
    bar = _NAMED if match.subject >= _EVOKED and not everyday else _UNNAMED
    if likeness.closest(match.fact.id) >= _CLOSE:
        return likeness.facts[match.fact.id] - likeness.nothing >= bar.share
    if _reaches(_MEANT, match, likeness) and not everyday:
        return True
    unread = _unread(match)
    strange = unread > _A_CHARACTER and likeness.closest(match.fact.id) < _KNOWN_A_LITTLE
    return _reaches(bar, match, likeness) and not strange


def _reaches(bar: _Bar, match: Match, likeness: Likeness) -> bool:
    unread = _unread(match)
    return (
        likeness.facts[match.fact.id] - likeness.nothing >= bar.share
        and likeness.closest(match.fact.id) >= bar.near
        and match.coverage >= bar.covered
        and leftover(match) <= bar.left
        and (unread <= bar.unread or (unread <= _ONE_WORD and match.sole))
    )


def _unread(match: Match) -> float:
    return sum(mention.weight for mention in match.unexplained if mention.role is Role.UNREAD)


def _possible(match: Match, reading: Reading, likeness: Likeness, scorer: Scorer) -> bool:
    """Whether it is of the time and kind that were asked for, of no other subject, and nothing was named that no fact states.

    What is asked for is known where an example is the same question.
    """
    profile, share = scorer.profiles[match.fact.id], likeness.facts[match.fact.id]
    if not match.grounded and _asks_another(match, reading, scorer):
        return False
    if match.off_time or not reading.excluded.isdisjoint(profile.figure | {profile.subject}):
        return False
    if match.kind < 0 and not _is_known(match, likeness) and not _reaches(_MEANT, match, likeness):
        return False
    if match.off_subject and (share < _OF_ANOTHER or any(_rivals(m, match, scorer) for m in reading.subjects)):
        return False
    if match.subject < _EVOKED and not match.sole and match.figure < 1.0 and share < _OF_ANOTHER:
        return False  # whose revenue it is must be said
    left = [
        mention for mention in match.unexplained if mention.role is Role.SUBJECT and _rivals(mention, match, scorer)
    ]
    if left or any(_other_amount(mention, match, likeness, scorer) for mention in match.unexplained):
        return False
    another = any(
        _is_of_a_kind(mention, scorer) or not mention.terms.isdisjoint(scorer.unstated) for mention in match.unexplained
    )
    return not another or _is_known(match, likeness)


def _other_amount(mention: Mention, match: Match, likeness: Likeness, scorer: Scorer) -> bool:
    """Whether it is an amount that the fact has nothing to do with: not one of its sentence (漲到1638億之前) where it is surely meant."""
    if mention.amount is None or mention.soft:
        return False
    beside = any(same(mention.amount, one.value, one.unit) for one in scorer.profiles[match.fact.id].amounts)
    return not (beside and _reaches(_MEANT, match, likeness))


def _is_known(match: Match, likeness: Likeness) -> bool:
    """Whether just this question is known to be answered by the fact."""
    return likeness.closest(match.fact.id) >= _ALMOST_ONE


def _asks_another(match: Match, reading: Reading, scorer: Scorer) -> bool:
    """Whether words hint at attributes that would answer what is asked, and of the fact's subject none is stated (沐曦在哪上市)."""
    attributes = scorer.knowledge.attributes
    core = scorer.profiles[match.fact.id].core
    kinds = frozenset().union(*(ANSWERS[ask] for ask in reading.specific & _ONE_VALUE))
    words = [m for m in reading.all_of(Role.WORD) if not m.soft and all(core.get(term, 0.0) < CORE for term in m.terms)]
    hinted = frozenset().union(*(scorer.hinted.get(term, ()) for mention in words for term in mention.terms))
    asked = {one for one in hinted if attributes[one].kind in kinds}
    return bool(asked) and asked.isdisjoint(scorer.knowledge.stated_of[match.fact.subject])


def _is_of_a_kind(mention: Mention, scorer: Scorer) -> bool:
    """Whether it names a place, a process, an exchange …, of which the fact would state its own."""
    sorts = frozenset().union(*(scorer.types.get(term, frozenset()) for term in mention.terms))
    return mention.role is Role.WORD and not sorts <= {"scope", "use"}


def _rivals(mention: Mention, match: Match, scorer: Scorer) -> bool:
    """Whether it names a thing of which only one can be meant (a company, a chip, a market), and not what the fact is of."""
    subjects = scorer.knowledge.subjects
    named = [subjects[term[2:]] for term in mention.terms if term.startswith("s:")]
    return not any(match.fact.subject == one.of for one in named) and any(
        one.type in RIVALS | _OTHER_RIVALS for one in named
    )

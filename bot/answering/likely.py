"""Which fact is meant where words alone do not tell: the one that answers the known questions most like this one."""

from itertools import islice
from typing import NamedTuple

from bot.answering.corrections import another_maker, claimed
from bot.answering.lookup import leftover
from bot.answering.strangers import NAMED_IN_PART, OTHER_RIVALS, explained, may_be_anothers, unread
from bot.knowledge.model import Fact
from bot.matching.asks import ANSWERS, QUANTITIES, Ask
from bot.matching.evoking import same, same_amount
from bot.matching.examples import Likeness
from bot.matching.kinds import MEASURED
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
"""What nearly all who ask so mean may be put in words of its own, and be told in words where a number was expected (成本多少: 近乎零)."""

_BEYOND_DOUBT = _Bar(0.8, 0.15, 0.2, 7.5, 5.0)
"""What all who ask so of a subject mean may be put in words that are unknown; a number needs one that is known besides."""

_OF_ANOTHER = 0.5
"""From this share on a fact may be meant though the question names something else that it belongs to or concerns."""

_CLOSE, _ALMOST_ONE = 0.7, 0.92
"""From these cosines on an example is nearly the question, and the very question but for a word without content."""

_A_CHARACTER, _ONE_WORD, _KNOWN_A_LITTLE = 1.0, 1.9, 0.27
"""The weight of an unknown character and of an unknown word. One word may stand beside what only one has, for it is nobody's name;
and with more than a character unknown, a question must be at least a little like a known one (cosine)."""

_CLAIMED = 0.3
"""From this share on, over that of what nothing answers, a claim of another value is one about this fact."""

_ONE_VALUE = QUANTITIES | {Ask.WHERE, Ask.WHEN}
_EXACT = frozenset({Ask.DAY, Ask.MONTH})
"""What only a date tells."""

_CONSIDERED = 6


def likely(reading: Reading, likeness: Likeness, scorer: Scorer) -> Match | None:
    """The fact that people mean when they ask so, if nothing in the question speaks against it."""
    for match in scorer.each(islice(likeness.facts, _CONSIDERED), reading):
        if _possible(match, reading, likeness, scorer):
            return match if _passes(match, reading, likeness, scorer) else None
    return None


def corrected(reading: Reading, likeness: Likeness, scorer: Scorer) -> Match | None:
    """The fact that people mean who claim so, if nothing but another value of its kind speaks against it."""
    surely = (fact for fact, share in likeness.facts.items() if share - likeness.nothing >= _CLAIMED)
    for match in scorer.each(islice(surely, _CONSIDERED), reading):
        claims = [m for m in match.unexplained if claimed(m, match.fact, scorer.knowledge, scorer)]
        rest = [mention for mention in match.unexplained if mention not in claims]
        named = match.subject >= CORE and not match.off_subject
        own = [mention for mention in rest if not another_maker(mention, match.fact, scorer.knowledge, scorer)]
        against = any(_against(mention, match.fact, scorer) for mention in own)
        if claims and named and not match.off_time and match.kind >= 0 and not against:
            return match
    return None


def _against(mention: Mention, fact: Fact, scorer: Scorer) -> bool:
    """Whether it names something of its own: a subject, an amount, an attribute that is not stated beside the fact."""
    beside = {one.attribute for one in scorer.knowledge.facts_in[fact.quote] if one.subject == fact.subject}
    attributes = {term[2:] for term in mention.terms if term.startswith("a:")}
    another = mention.role is Role.SUBJECT or (bool(attributes) and attributes.isdisjoint(beside))
    return another or mention.amount is not None or _is_of_a_kind(mention, scorer)


def _passes(match: Match, reading: Reading, likeness: Likeness, scorer: Scorer) -> bool:
    everyday = scorer.knowledge.subjects[match.fact.subject].common
    if may_be_anothers(match, reading, scorer):
        return False
    bar = _NAMED if match.subject >= NAMED_IN_PART and not everyday else _UNNAMED
    if likeness.closest(match.fact.id) >= _CLOSE:
        return likeness.facts[match.fact.id] - likeness.nothing >= bar.share
    number = scorer.profiles[match.fact.id].kind in MEASURED
    sure = match.subject >= NAMED_IN_PART and _reaches(_BEYOND_DOUBT, match, likeness)
    if sure and (not number or _tells(match, reading)):
        return True
    unknown = unread(match)
    strange = unknown > _A_CHARACTER and likeness.closest(match.fact.id) < _KNOWN_A_LITTLE
    if _reaches(_MEANT, match, likeness) and not everyday:
        return not strange or _tells(match, reading)
    return _reaches(bar, match, likeness) and not strange


def _tells(match: Match, reading: Reading) -> bool:
    """Whether the fact explains more of the question than the names in it: on one unknown word alone nothing rests (沐曦口袋深不深)."""
    return any(mention.role is not Role.SUBJECT for mention in explained(match, reading))


def _reaches(bar: _Bar, match: Match, likeness: Likeness) -> bool:
    unknown = unread(match)
    return (
        likeness.facts[match.fact.id] - likeness.nothing >= bar.share
        and likeness.closest(match.fact.id) >= bar.near
        and match.coverage >= bar.covered
        and leftover(match) <= bar.left
        and (unknown <= bar.unread or (unknown <= _ONE_WORD and match.sole))
    )


def _possible(match: Match, reading: Reading, likeness: Likeness, scorer: Scorer) -> bool:
    """Whether it is of the time and kind that were asked for, of no other subject, and nothing was named that no fact states.

    What is asked for is known where an example is the same question.
    """
    profile, share = scorer.profiles[match.fact.id], likeness.facts[match.fact.id]
    if not match.grounded and _asks_another(match, reading, scorer):
        return False
    if match.off_time or not reading.excluded.isdisjoint(profile.figure | {profile.subject}):
        return False
    if match.kind < 0 and not _is_known(match, likeness):
        another_number = profile.kind in MEASURED and bool(reading.asks & QUANTITIES)
        if another_number or reading.asks & _EXACT or not _reaches(_MEANT, match, likeness):
            return False
    if match.off_subject and (share < _OF_ANOTHER or any(_rivals(m, match, scorer) for m in reading.subjects)):
        return False
    if match.subject < NAMED_IN_PART and not match.sole and match.figure < 1.0 and share < _OF_ANOTHER:
        return False  # whose revenue it is must be said
    offered = set().union(*reading.alternatives) if match.figure >= 1.0 or match.own else set()
    left = [mention for mention in match.unexplained if mention not in offered]  # 是第三代還是第四代
    if any(mention.role is Role.SUBJECT and _rivals(mention, match, scorer) for mention in left):
        return False
    if any(_other_amount(mention, match, likeness, scorer) for mention in left):
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
    told = match.keys > 0.0 or not _is_given_for_another(mention, match, scorer)
    return not (beside and told and _reaches(_MEANT, match, likeness))


def _is_given_for_another(mention: Mention, match: Match, scorer: Scorer) -> bool:
    """Whether it is the value of the same attribute at another time: which of the two is meant must be said."""
    own = (one for one in scorer.knowledge.facts_of[match.fact.subject] if one.attribute == match.fact.attribute)
    return any(mention.amount is not None and same_amount(mention.amount, one) for one in own)


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
        one.type in RIVALS | OTHER_RIVALS for one in named
    )

"""Whether a fact may be meant at all, however like its known questions a question is."""

from bot.answering.bars import MEANT, is_known, reaches
from bot.answering.strangers import NAMED_IN_PART, ONE_OF_MANY
from bot.matching.asks import ANSWERS, PARTS_OF_YEARS, QUANTITIES, Ask
from bot.matching.evoking import same, same_amount
from bot.matching.examples import Likeness
from bot.matching.kinds import MEASURED
from bot.matching.match import CORE, Match
from bot.matching.reading import Mention, Reading, Role
from bot.matching.scoring import Scorer

_OF_ANOTHER = 0.5
"""From this share on a fact may be meant though the question names something else that it belongs to or concerns."""

_ONE_VALUE = QUANTITIES | {Ask.WHERE, Ask.WHEN}
_VALUES = QUANTITIES | {Ask.WHEN}


def possible(match: Match, reading: Reading, likeness: Likeness, scorer: Scorer) -> bool:
    """Whether it is of the time and kind that were asked for, of no other subject, and nothing was named that no fact states.

    What is asked for is known where an example is the same question.
    """
    profile, share = scorer.profiles[match.fact.id], likeness.facts[match.fact.id]
    if not match.grounded and _asks_another(match, reading, scorer):
        return False
    if match.off_time or not reading.excluded.isdisjoint(profile.figure | {profile.subject}):
        return False
    if match.kind < 0 and not is_known(match, likeness):
        another_number = profile.kind in MEASURED and bool(reading.asks & _VALUES)
        if another_number or reading.asks & PARTS_OF_YEARS or not reaches(MEANT, match, likeness):
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
        is_of_a_kind(mention, scorer) or not mention.terms.isdisjoint(scorer.unstated) for mention in match.unexplained
    )
    return not another or is_known(match, likeness)


def _other_amount(mention: Mention, match: Match, likeness: Likeness, scorer: Scorer) -> bool:
    """Whether it is an amount that the fact has nothing to do with: not one of its sentence (漲到1638億之前) where it is surely meant."""
    if mention.amount is None or mention.soft:
        return False
    beside = any(same(mention.amount, one.value, one.unit) for one in scorer.profiles[match.fact.id].amounts)
    told = match.keys > 0.0 or not _is_given_for_another(mention, match, scorer)
    return not (beside and told and reaches(MEANT, match, likeness))


def _is_given_for_another(mention: Mention, match: Match, scorer: Scorer) -> bool:
    """Whether it is the value of the same attribute at another time: which of the two is meant must be said."""
    own = (one for one in scorer.knowledge.facts_of[match.fact.subject] if one.attribute == match.fact.attribute)
    return any(mention.amount is not None and same_amount(mention.amount, one) for one in own)


def _asks_another(match: Match, reading: Reading, scorer: Scorer) -> bool:
    """Whether words hint at attributes that would answer what is asked, and of the fact's subject none is stated (沐曦在哪上市)."""
    attributes = scorer.knowledge.attributes
    core = scorer.profiles[match.fact.id].core
    kinds = frozenset().union(*(ANSWERS[ask] for ask in reading.specific & _ONE_VALUE))
    words = [m for m in reading.all_of(Role.WORD) if not m.soft and all(core.get(term, 0.0) < CORE for term in m.terms)]
    hinted = frozenset().union(*(scorer.hinted.get(term, ()) for mention in words for term in mention.terms))
    asked = {one for one in hinted if attributes[one].kind in kinds}
    return bool(asked) and asked.isdisjoint(scorer.knowledge.stated_of[match.fact.subject])


def is_of_a_kind(mention: Mention, scorer: Scorer) -> bool:
    """Whether it names a place, a process, an exchange …, of which the fact would state its own."""
    sorts = frozenset().union(*(scorer.types.get(term, frozenset()) for term in mention.terms))
    return mention.role is Role.WORD and not sorts <= {"scope", "use"}


def _rivals(mention: Mention, match: Match, scorer: Scorer) -> bool:
    """Whether it names a thing of which only one can be meant (a company, a chip, a market), and not what the fact is of."""
    subjects = scorer.knowledge.subjects
    named = [subjects[term[2:]] for term in mention.terms if term.startswith("s:")]
    return not any(match.fact.subject == one.of for one in named) and any(one.type in ONE_OF_MANY for one in named)

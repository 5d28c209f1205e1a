"""Which fact is meant where words alone do not tell: the one that answers the known questions most like this one."""

from itertools import islice

from bot.answering.bars import BEYOND_DOUBT, MEANT, NAMED_BAR, UNNAMED_BAR, reaches
from bot.answering.corrections import another_maker, claimed
from bot.answering.possible import is_of_a_kind, possible
from bot.answering.strangers import NAMED_IN_PART, explained, may_be_anothers, unread
from bot.knowledge.model import Fact
from bot.matching.examples import Likeness
from bot.matching.kinds import MEASURED
from bot.matching.match import CORE, Match
from bot.matching.reading import Mention, Reading, Role
from bot.matching.scoring import Scorer

_CLOSE = 0.7
"""From this cosine on an example is nearly the question."""

_A_CHARACTER, _KNOWN_A_LITTLE = 1.0, 0.27
"""With more than this weight of unknown characters a question must be at least a little like a known one (cosine)."""

_CLAIMED = 0.3
"""From this share on, over that of what nothing answers, a claim of another value is one about this fact."""

_CONSIDERED = 6


def likely(reading: Reading, likeness: Likeness, scorer: Scorer) -> Match | None:
    """The fact that people mean when they ask so, if nothing in the question speaks against it."""
    for match in scorer.each(islice(likeness.facts, _CONSIDERED), reading):
        if possible(match, reading, likeness, scorer):
            return match if _passes(match, reading, likeness, scorer) else None
    return None


def corrected(reading: Reading, likeness: Likeness, scorer: Scorer) -> Match | None:
    """The fact that people mean who claim so, if nothing but another value of its kind speaks against it."""
    surely = (fact for fact, share in likeness.facts.items() if share - likeness.nothing >= _CLAIMED)
    for match in scorer.each(islice(surely, _CONSIDERED), reading):
        fact, knowledge = match.fact, scorer.knowledge
        claims = [m for m in match.unexplained if claimed(m, fact, knowledge, scorer)]
        rest = [m for m in match.unexplained if m not in claims and not another_maker(m, fact, knowledge, scorer)]
        named = match.subject >= CORE and not match.off_subject
        against = any(_against(mention, fact, scorer) for mention in rest)
        if claims and named and not match.off_time and match.kind >= 0 and not against:
            return match
    return None


def _against(mention: Mention, fact: Fact, scorer: Scorer) -> bool:
    """Whether it names something of its own: a subject, an amount, an attribute that is not stated beside the fact."""
    beside = {one.attribute for one in scorer.knowledge.facts_in[fact.quote] if one.subject == fact.subject}
    attributes = {term[2:] for term in mention.terms if term.startswith("a:")}
    another = mention.role is Role.SUBJECT or (bool(attributes) and attributes.isdisjoint(beside))
    return another or mention.amount is not None or is_of_a_kind(mention, scorer)


def _passes(match: Match, reading: Reading, likeness: Likeness, scorer: Scorer) -> bool:
    everyday = scorer.knowledge.subjects[match.fact.subject].common
    if may_be_anothers(match, reading, scorer):
        return False
    bar = NAMED_BAR if match.subject >= NAMED_IN_PART and not everyday else UNNAMED_BAR
    if likeness.closest(match.fact.id) >= _CLOSE:
        return likeness.facts[match.fact.id] - likeness.nothing >= bar.share
    number = scorer.profiles[match.fact.id].kind in MEASURED
    sure = match.subject >= NAMED_IN_PART and reaches(BEYOND_DOUBT, match, likeness)
    if sure and (not number or _tells(match, reading)):
        return True
    unknown = unread(match)
    strange = unknown > _A_CHARACTER and likeness.closest(match.fact.id) < _KNOWN_A_LITTLE
    if reaches(MEANT, match, likeness) and not everyday:
        return not strange or _tells(match, reading)
    return reaches(bar, match, likeness) and not strange


def _tells(match: Match, reading: Reading) -> bool:
    """Whether the fact explains more of the question than the names in it: on one unknown word alone nothing rests (沐曦口袋深不深)."""
    return any(mention.role is not Role.SUBJECT for mention in explained(match, reading))

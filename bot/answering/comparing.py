"""Whether a question sets things beside each other, and its answer if it does."""

from collections.abc import Sequence

from bot.answering import comparisons, lookup
from bot.answering.model import Answer, Outcome, Shape
from bot.answering.sorts import types_of
from bot.knowledge.model import Fact
from bot.matching.asks import NARROW, Ask
from bot.matching.evoking import NAMED
from bot.matching.match import CORE, Match
from bot.matching.profile import CLASS
from bot.matching.reading import Reading, Role
from bot.matching.scoring import Scorer

_SEVERAL = frozenset({Ask.COMPARE, Ask.LIST})
_PICKING = frozenset({Ask.WHAT, Ask.WHO})
_AT_LARGE = 0.7
"""The score of a comparison of which it was not said in what."""

_EVOKED, _FOREMOST, _LITTLE = 0.4, 8, 0.4
_MONEY = "元"


def comparison(text: str, reading: Reading, matches: Sequence[Match], scorer: Scorer) -> Answer | None:
    """The facts side by side of several subjects, times, names or attributes, or None where a question compares nothing."""
    if _picks(reading, matches):
        return None
    subjects = comparisons.compared_subjects(reading, scorer)
    if len(subjects) >= 2 and (Ask.COMPARE in reading.asks or not _joint(reading, matches, scorer)):
        return _of_subjects(text, subjects, reading, scorer)
    if len(reading.periods) >= 2 and not any(period.relative for period in reading.periods):
        return _matched(text, comparisons.compare_periods(reading, scorer), scorer)
    if grown := _grown(reading, matches):
        return _matched(text, grown, scorer)
    named = comparisons.compare_names(reading, scorer) or comparisons.compare_attributes(reading, scorer)
    return _matched(text, named, scorer)


def _of_subjects(text: str, subjects: Sequence[str], reading: Reading, scorer: Scorer) -> Answer | None:
    if found := comparisons.compare_all(subjects, reading, scorer):
        return _matched(text, found, scorer)
    picking = reading.asks & _PICKING and not reading.each and _of_one_sort(reading, scorer)
    if picking and (one := comparisons.picked(subjects, reading, scorer)):
        return Answer(text, Outcome.ANSWER, Shape.SINGLE, (one[0].fact,), score=round(one[0].coverage, 3))
    from bot.answering.ownership import makers_of  # noqa: PLC0415 - few questions name several

    asked = bool(reading.asks & _SEVERAL)
    if asked and (makers := makers_of(subjects, reading, scorer.knowledge)):
        return _side_by_side(text, makers, _AT_LARGE, scorer)
    if (asked or reading.each) and not _narrow(subjects, reading, scorer):
        facts = comparisons.by_default(subjects, scorer)
        return _side_by_side(text, facts, _AT_LARGE, scorer) if facts and not _beyond(facts, reading, scorer) else None
    return None


def _grown(reading: Reading, matches: Sequence[Match]) -> tuple[Match, ...]:
    """For a question by what an amount was multiplied that gives no time (營收翻了幾倍): its two values, the earlier first."""
    if Ask.MULTIPLE not in reading.asks or reading.periods or reading.checks or reading.choice:
        return ()
    named = [m for m in matches if m.own and m.attribute >= NAMED and m.fact.unit == _MONEY and not m.unexplained]
    values = {match.fact.id: match for match in named if match.fact.attribute == named[0].fact.attribute}
    both = sorted(values.values(), key=lambda match: match.fact.period or "")
    return tuple(both) if len(both) == 2 else ()


def about_one_of(match: Match, reading: Reading, scorer: Scorer) -> bool:
    """Whether several subjects are to be compared, of which the fact is about one: that is no comparison.

    Nor is one of them picked by what is stated of all (廬山同華山邊隻勁啲: they share an architecture).
    """
    if len(reading.subjects) < 2:
        return False
    of_all = _about_all(match, reading, scorer)
    unpicked = of_all and not match.own and match.attribute < _EVOKED and bool(reading.asks & _PICKING)
    compared = Ask.COMPARE in reading.asks or reading.each
    return (unpicked and _of_one_sort(reading, scorer)) or (compared and not of_all)


def _of_one_sort(reading: Reading, scorer: Scorer) -> bool:
    """Whether the named subjects are things of one sort: two chips, two companies."""
    return bool(set.intersection(*(types_of(one, scorer.knowledge) for one in reading.subjects)))


def _picks(reading: Reading, matches: Sequence[Match]) -> bool:
    """Whether one of two alternatives explains all of the question and the other does not (面向AI的是廬山還是華山)."""
    picking = reading.choice and not reading.each  # which is for AI and which for games picks neither
    own = [match for match in matches if match.own and match.kind >= 0] if picking else []
    if not own or Ask.COMPARE in reading.asks:
        return False
    other = next((match for match in own if match.fact.subject != own[0].fact.subject), None)
    picked = not own[0].unexplained and own[0].attribute >= NAMED and lookup.acceptable(own[0])
    return picked and other is not None and bool(other.unexplained)


def _joint(reading: Reading, matches: Sequence[Match], scorer: Scorer) -> bool:
    """Whether one acceptable fact is about all the named subjects at once (浦東創投 and 沐曦)."""
    return any(
        lookup.acceptable(match)
        and match.attribute >= _EVOKED
        and not match.unexplained
        and _about_all(match, reading, scorer)
        for match in matches[:_FOREMOST]
    )


def _about_all(match: Match, reading: Reading, scorer: Scorer) -> bool:
    core = scorer.profiles[match.fact.id].core
    return all(max(core.get(term, 0.0) for term in mention.terms) >= CORE for mention in reading.subjects)


def _narrow(subjects: Sequence[str], reading: Reading, scorer: Scorer) -> bool:
    """Whether one value is asked for, and no comparison at large; who makes products is told by their names."""
    named = all(scorer.knowledge.subjects[one].of for one in subjects)
    return bool(reading.asks & (NARROW - {Ask.WHO} if named else NARROW))


def _beyond(facts: Sequence[Fact], reading: Reading, scorer: Scorer) -> bool:
    """Whether the question names more than subjects to compare, what these facts tell, and words for what may be told at large."""
    told = comparisons.told_at_large(scorer.knowledge).union(*(scorer.profiles[fact.id].figure for fact in facts))
    rest = [
        m for m in reading.content
        if m.role not in (Role.SUBJECT, Role.PERIOD) and not m.terms & told
        and not (m.soft and (m.start in reading.asking_at or CLASS in types_of(m, scorer.knowledge)))
    ]  # fmt: skip
    return sum(mention.weight for mention in rest) >= _LITTLE


def _matched(text: str, found: Sequence[Match] | None, scorer: Scorer) -> Answer | None:
    return _side_by_side(text, tuple(match.fact for match in found), found[0].coverage, scorer) if found else None


def _side_by_side(text: str, facts: tuple[Fact, ...], score: float, scorer: Scorer) -> Answer:
    sums = comparisons.calculations(facts, scorer.knowledge)
    return Answer(text, Outcome.ANSWER, Shape.COMPARISON, facts, score=round(score, 3), calculations=sums)

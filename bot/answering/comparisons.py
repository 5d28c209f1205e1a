"""Questions about several subjects, or several times, at once."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.cards import card
from bot.answering.lookup import accepted
from bot.answering.model import Calculation
from bot.answering.narrowing import narrowest
from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching.asks import Ask
from bot.matching.evoking import NAMED
from bot.matching.kinds import WORDED
from bot.matching.lexicon import attribute_term
from bot.matching.match import Match
from bot.matching.reading import Mention, Reading, Role
from bot.matching.scoring import Scorer

_SINGULAR = frozenset({Ask.WHO, Ask.COUNT, Ask.LIST})
_EVOKED = 0.6
_RELATIVE = frozenset({Ask.MULTIPLE, Ask.PERCENT})
"""Asks that mean the comparison (誰高; where things are compared, 幾倍), not the value compared."""


def compared_subjects(reading: Reading, scorer: Scorer) -> tuple[str, ...]:
    """The subjects set beside each other: those named and, in a comparison, those whose parts are (全球和中國GPU市場).

    Who makes a named thing is no second one (沐曦C500).
    """
    subjects = scorer.knowledge.subjects
    all_named = dict.fromkeys(
        term[2:] for mention in reading.subjects for term in sorted(mention.terms) if term.startswith("s:")
    )
    owners = {subjects[one].of for one in all_named}
    named = dict.fromkeys(one for one in all_named if one not in owners)
    if Ask.COMPARE not in reading.asks:
        return tuple(named)
    if len(named) == 1:
        named |= dict.fromkeys(sorted(term[2:] for mention in reading.content for term in mention.terms & scorer.field))
    words = reading.terms | reading.inner
    loose = frozenset(term for mention in reading.all_of(Role.WORD) for term in mention.terms)
    by_parts = tuple(
        subject for subject, parts in scorer.parts.items()
        if all(words & part for part in parts) and any(loose & part for part in parts)
    )  # fmt: skip
    return tuple(dict.fromkeys([*named, *narrowest(by_parts, scorer.knowledge)]))


def compare_all(subjects: Sequence[str], reading: Reading, scorer: Scorer) -> list[Match] | None:
    """The best match for each subject of the sort that is named more than once, at each time named, or None."""
    sorts = [scorer.knowledge.subjects[one].type for one in subjects]
    several = tuple(one for one, sort in zip(subjects, sorts, strict=True) if sorts.count(sort) > 1) or tuple(subjects)
    if len(reading.times) < 2:
        return compare_subjects(several, reading, scorer)
    found: list[Match] = []
    for time in reading.times:
        single = replace(reading, mentions=tuple(m for m in reading.mentions if not m.period or m is time))
        found += compare_subjects(several, single, scorer) or []
    return found if len(found) == len(reading.times) * len(several) else None


def picked(subjects: Sequence[str], reading: Reading, scorer: Scorer) -> list[Match] | None:
    """Which of the named subjects has what the question tells (廬山跟華山哪顆是做AI的): its match, if only one has."""
    best = [found[0] for subject in subjects if (found := _for_subject(subject, subjects, reading, scorer))]
    telling = [match for match in best if match.figure >= 1.0 and match.attribute >= 0.4]
    return telling if len(telling) == 1 else None


def compare_subjects(subjects: Sequence[str], reading: Reading, scorer: Scorer) -> list[Match] | None:
    """The best match for each subject, all of one attribute, or None when some subject has none."""
    per_subject = [_for_subject(subject, subjects, reading, scorer) for subject in subjects]
    own = [
        [m for m in found if m.fact.subject == subject] or found
        for subject, found in zip(subjects, per_subject, strict=True)
    ]
    if shared := _shared(own) or _shared(per_subject):
        # A fact about one beside a fact that only names the other (what C500 is measured against) compares nothing.
        themselves = [m.fact.subject == subject for m, subject in zip(shared, subjects, strict=True)]
        of_makers = not any(themselves) and all(m.attribute >= _EVOKED for m in shared)
        return shared if all(themselves) or of_makers else None
    per_subject, attributes = own, [_attributes(found) for found in own]
    kinds = scorer.knowledge.attributes
    alike = all(attributes) and len({kinds[one[0]].kind for one in attributes}) == 1
    if alike and Ask.WHEN in reading.asks and kinds[attributes[0][0]].kind is Kind.DATE:
        return _apart([found[0] for found in per_subject])  # 誰先誰後
    sorts = {scorer.knowledge.subjects[one].type for one in subjects}
    named = all(found and found[0].attribute >= NAMED for found in per_subject)
    if len(sorts) > 1 and not named and not all(scorer.knowledge.subjects[one].of for one in subjects):
        return None
    near = all(attributes) and all(one[0] in (attributes[0][0], *kinds[attributes[0][0]].near) for one in attributes)
    if (near or (alike and kinds[attributes[0][0]].kind is not Kind.LIST)) and all(
        found[0].attribute >= 0.6 for found in per_subject
    ):
        return _apart([found[0] for found in per_subject])
    return None


def _apart(matches: list[Match]) -> list[Match] | None:
    """The matches, if they are different facts: one fact about two subjects is no comparison of them."""
    return matches if len({match.fact.id for match in matches}) == len(matches) else None


def _attributes(found: Sequence[Match]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.fact.attribute for match in found))


def _shared(per_subject: Sequence[Sequence[Match]]) -> list[Match] | None:
    """The matches of the first attribute that every subject has, if each has a fact of its own."""
    attributes = [_attributes(found) for found in per_subject]
    for one in attributes[0] if attributes else ():
        if all(one in others for others in attributes[1:]):
            matches = [next(m for m in found if m.fact.attribute == one) for found in per_subject]
            if apart := _apart(matches):
                return apart
    return None


def _for_subject(subject: str, subjects: Sequence[str], reading: Reading, scorer: Scorer) -> list[Match]:
    mine = replace(
        reading,
        mentions=tuple(m for m in reading.mentions if not _of_others(m, subject, subjects, scorer)),
        asks=reading.asks - _SINGULAR - (_RELATIVE if Ask.COMPARE in reading.asks else frozenset()),
    )
    return accepted(scorer.matches(mine, about=subject))


def _of_others(mention: Mention, subject: str, subjects: Sequence[str], scorer: Scorer) -> bool:
    """Whether a mention only names another of the compared subjects, or is a word that belongs to that one's name."""
    if mention.role is Role.SUBJECT:
        return f"s:{subject}" not in mention.terms and any(f"s:{one}" in mention.terms for one in subjects)
    named = {term[2:] for term in mention.terms if term.startswith("a:")}
    stated = scorer.knowledge.stated_of
    if named and named.isdisjoint(stated[subject]):
        return any(not named.isdisjoint(stated[one]) for one in subjects)  # 營收 beside a market
    own = _part_terms(subject, scorer)
    return not mention.terms & own and any(
        mention.terms & _part_terms(one, scorer) for one in subjects if one != subject
    )


def _part_terms(subject: str, scorer: Scorer) -> frozenset[str]:
    return frozenset().union(*scorer.parts.get(subject, ()))


def compare_periods(reading: Reading, scorer: Scorer) -> list[Match] | None:
    """The best match for each time that the question names, all of one subject and attribute, or None."""
    found: list[Match] = []
    for time in reading.times:
        single = replace(
            reading,
            mentions=tuple(m for m in reading.mentions if not m.period or m is time),
            asks=reading.asks - {Ask.WHEN, Ask.MULTIPLE},
        )
        matches = accepted(scorer.matches(single))
        if not matches:
            return None
        found.append(matches[0])
    same = {(match.fact.subject, match.fact.attribute) for match in found}
    return _apart(found) if len(same) == 1 else None


def told_at_large(knowledge: Knowledge) -> frozenset[str]:
    """The terms of stated attributes that are told in words: asked how they differ in one, two subjects differ in what they are for."""
    attributes = {fact.attribute for fact in knowledge.facts.values()}
    return frozenset(attribute_term(one) for one in attributes if knowledge.attributes[one].kind in WORDED)


def compare_names(reading: Reading, scorer: Scorer) -> list[Match] | None:
    """The best match for each of several names or amounts that facts state (場景深耕者和雙量產先行者各是誰), or None."""
    names = [
        m
        for m in reading.content
        if (m.amount and not m.soft) or (m.role is Role.WORD and any(t.startswith("f:") for t in m.terms))
    ]
    if len(names) < 2:
        return None
    found = []
    for name in names:
        single = replace(reading, mentions=tuple(m for m in reading.mentions if m is name or m not in names))
        matches = [m for m in accepted(scorer.matches(single)) if m.figure >= 1.0]
        if not matches:
            return None
        found.append(matches[0])
    kinds = {scorer.knowledge.attributes[match.fact.attribute].kind for match in found}
    return found if len({match.fact.id for match in found}) > 1 and len(kinds) == 1 else None


def compare_attributes(reading: Reading, scorer: Scorer) -> list[Match] | None:
    """The best match for each of several attributes named of one subject (遊戲性能跟光追性能分別 …), or None."""
    named = [
        m for m in reading.content if m.role is Role.WORD and not m.soft and any(t.startswith("a:") for t in m.terms)
    ]
    if len(named) < 2 or (Ask.COMPARE not in reading.asks and sum(m.seeking for m in named) < 2):
        return None
    found = []
    for name in named:
        single = replace(reading, mentions=tuple(m for m in reading.mentions if m is name or m not in named))
        matches = [m for m in accepted(scorer.matches(single)) if m.attribute >= NAMED]
        if not matches:
            return None
        found.append(matches[0])
    return _apart(found) if len({match.fact.subject for match in found}) == 1 else None


def by_default(subjects: Sequence[str], scorer: Scorer) -> tuple[Fact, ...]:
    """For a comparison without an attribute: what each subject is for, else the first attribute that all share.

    Things of one sort that share none are told by the first fact of each one's card.
    """
    knowledge = scorer.knowledge
    stated = [{fact.attribute: fact for fact in reversed(knowledge.facts_of.get(one, ()))} for one in subjects]
    shared = [attribute for attribute in stated[0] if all(attribute in other for other in stated[1:])]
    order = sorted(
        shared,
        key=lambda one: (
            knowledge.attributes[one].kind not in (Kind.USE, Kind.LIST),
            list(knowledge.attributes).index(one),
        ),
    )
    if order:
        return tuple(facts[order[0]] for facts in stated)
    alike = len({knowledge.subjects[one].type for one in subjects}) == 1
    return tuple(card(one, knowledge, scorer)[0] for one in subjects) if alike and all(stated) else ()


def calculations(facts: Sequence[Fact], knowledge: Knowledge) -> tuple[Calculation, ...]:
    """Difference and ratio of two amounts of one unit, larger first; nothing for anything else."""
    if len(facts) != 2:
        return ()
    high, low = sorted(facts, key=lambda fact: -fact.value if isinstance(fact.value, float | int) else 0.0)
    alike = high.unit == low.unit and knowledge.attributes[high.attribute].kind is Kind.MONEY
    if not alike or not isinstance(high.value, float | int) or not isinstance(low.value, float | int) or not low.value:
        return ()
    return (
        Calculation("difference", high.id, low.id, round(high.value - low.value, 4), high.unit or ""),
        Calculation("ratio", high.id, low.id, high.value / low.value, "倍"),
    )

"""What is told when nothing may be asserted: what was understood, what of it is not stated, and what is stated near it."""

from collections.abc import Sequence

from bot.answering import cards, lookup, strangers
from bot.answering.model import Answer, Outcome
from bot.knowledge.model import Fact, Knowledge
from bot.matching.asks import ANSWERS, Ask
from bot.matching.match import CORE, Match
from bot.matching.reading import Mention, Reading, Role
from bot.matching.scoring import Scorer
from bot.matching.slips import Slips

_EXACT = frozenset({Ask.WHEN, Ask.WHERE, Ask.MONEY, Ask.PERCENT})
"""Asks for a value of one kind only."""

_OFFERED = 3
_UNDERSTOOD = 0.5
"""The share of a question that must be explained for its attribute to be named when no subject was."""


def unanswered(text: str, reading: Reading, matches: Sequence[Match], scorer: Scorer, slips: Slips) -> Answer:
    """No answer to `text`, with the nearest facts as `related` and, for unknown names, those that may be meant."""
    near = [match for match in matches if match.attribute >= 0.5 and (match.subject >= CORE or not reading.subjects)]
    subject = _subject(reading, scorer)
    understood = subject or (near and near[0].coverage >= _UNDERSTOOD) or _asks_unstated(reading, scorer)
    attribute = _attribute(reading, subject, scorer) if understood else None
    return Answer(
        text,
        Outcome.NO_ANSWER,
        related=_related(near, subject, scorer) if understood else (),
        score=round(near[0].coverage, 3) if near else 0.0,
        subject=subject,
        attribute=attribute if subject or f"a:{attribute}" in scorer.unstated else None,
        missing=tuple(m.text for m in (near[0].unexplained if near else _telling(reading))),
        suggestions=() if subject else _meant(reading, scorer.knowledge, slips),
        period=" ".join(m.text for m in reading.content if m.period) or None,
        ambiguous=not subject and lookup.fits_several(matches),
        unknown=None if subject else strangers.named(text, reading),
    )


def _telling(reading: Reading) -> list[Mention]:
    return [mention for mention in reading.content if not mention.soft]


def _subject(reading: Reading, scorer: Scorer) -> str | None:
    """The subject that was named; of several, one of which the thing asked for is not stated."""
    knowledge = scorer.knowledge
    named = [term[2:] for m in reading.subjects for term in sorted(m.terms) if term.startswith("s:")]
    asked = {term[2:] for m in reading.content for term in m.terms if term.startswith("a:")}
    asked = asked or set(filter(None, [_hinted(reading, scorer)]))
    lacking = (one for one in named if asked and asked.isdisjoint(knowledge.stated_of[one]))
    return next(lacking, named[0] if named else None)


def _asks_unstated(reading: Reading, scorer: Scorer) -> bool:
    return not scorer.unstated.isdisjoint(reading.terms)


def _attribute(reading: Reading, subject: str | None, scorer: Scorer) -> str | None:
    """The attribute that was asked for and is not stated of the subject, as far as one was understood."""
    named = [sorted(term for term in m.terms if term.startswith("a:")) for m in reading.content]
    if unstated := [term for terms in named for term in terms if term in scorer.unstated]:
        return unstated[0][2:]
    stated = scorer.knowledge.stated_of[subject] if subject else frozenset()
    lacking = [terms[0][2:] for terms in named if terms and stated.isdisjoint(term[2:] for term in terms)]
    if lacking:
        return lacking[0]
    told = [term[2:] for terms in named for term in terms if term[2:] in stated]
    if told and reading.periods:
        return told[0]
    hinted = _hinted(reading, scorer) if subject and not told else None
    return hinted if hinted not in stated else None


def _hinted(reading: Reading, scorer: Scorer) -> str | None:
    """The attribute of the kind asked for that words hint at most, of whatever it is stated (幾時 … 上市: the listing date)."""
    asked = frozenset().union(*(ANSWERS[ask] for ask in reading.specific if ask in _EXACT))
    hints = {
        fact.attribute: len(profile.hints & reading.terms)
        for fact in scorer.knowledge.facts.values()
        if (profile := scorer.profiles[fact.id]).kind in asked
    }
    best = max(hints, key=lambda one: hints[one], default=None)
    return best if best and hints[best] else None


def _related(near: Sequence[Match], subject: str | None, scorer: Scorer) -> tuple[Fact, ...]:
    known = cards.card(subject, scorer.knowledge, scorer) if subject else ()
    return tuple(dict.fromkeys([*(match.fact for match in near), *known]))[:_OFFERED]


def _meant(reading: Reading, knowledge: Knowledge, slips: Slips) -> tuple[str, ...]:
    """Subjects whose names are near to words that could not be read."""
    unread = [m.text for m in reading.all_of(Role.UNREAD) if len(m.text) > 1]
    near = dict.fromkeys(term[2:] for word in unread for term in slips.nearest(word))
    return tuple(one for one in near if one in knowledge.facts_of)[:_OFFERED]

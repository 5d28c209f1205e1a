"""Whether a match may be asserted as the answer, and which facts belong to it."""

from collections.abc import Sequence

from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching import forms
from bot.matching.asks import QUANTITIES, Ask
from bot.matching.evoking import NAMED
from bot.matching.match import CORE, Match
from bot.matching.reading import Mention, Reading, Role
from bot.matching.scoring import Scorer

COVERED, COVERED_SURE = 0.6, 0.5
"""The share of the question's weight that an answer must explain; less where subject and attribute are beyond doubt."""

RETOLD = 2.9
"""The weight of words from a fact's own sentence that evokes it without naming its attribute."""

_HALF_NAMED = 0.5
_ONE_WORD = 1.5
"""The weight of a word."""

_HINTED, _SURELY_HINTED = 0.65, 0.75
_SOMEHOW, _KINDER, _NEARLY, _WHOLE = 0.4, 0.04, 1.3, 0.85
_MOST = 8
_TIE = 0.3
_MAKER = "company"
_SEEKING = frozenset({Ask.WHO, Ask.WHAT, Ask.MODEL})
_NAMES = frozenset({Kind.NAME, Kind.PRODUCT, Kind.LABEL, Kind.ORG, Kind.PERSON, Kind.PLACE, Kind.EXCHANGE})
_ALL = 0.99
_PLAIN = QUANTITIES | {Ask.WHEN, Ask.CALENDAR, Ask.COUNT, Ask.SHOW}
_ALIKE, _LITTLE, _ANYBODYS = 0.35, 0.5, 2
_ANSWERED = 0.9
"""From this fit of its kind on a fact's own figure is what is asked for."""

_FAR_AHEAD = 1.5
"""By so much a fact that is beyond doubt scores over another that people hardly ever mean in its place."""


def addresses(match: Match) -> bool:
    """Whether the question evokes what the fact states, and not only its subject."""
    by_keys = match.keys >= 1.0 or (match.keys >= 0.5 and (match.attribute > 0 or match.kind > 0))
    evoked = match.attribute >= 0.4 or match.figure >= 0.5 or by_keys
    by_kind = match.kind >= 1.0 and match.own and match.bare
    by_time = match.timed and match.subject == 1.0 and leftover(match) < 0.5
    retold = match.told >= RETOLD and match.coverage >= 0.65
    if match.subject < _HALF_NAMED:
        # Whose it is must then be what the rest of the question tells.
        on_that_day = match.dated and match.attribute >= _HINTED
        alone = match.attribute >= _SURELY_HINTED and match.sole
        evoked = match.figure >= 0.5 or by_keys or alone or match.listed or on_that_day
    return (match.grounded and (evoked or by_kind or by_time) and not _rests_on_one_word(match)) or retold


def _rests_on_one_word(match: Match) -> bool:
    """Whether a single word of its figure speaks for it, beside characters that may make another word of it (退錢)."""
    unknown = any(mention.role is Role.UNREAD for mention in match.unexplained)
    return unknown and match.subject < _HALF_NAMED and match.attribute < _SOMEHOW and match.told <= _ONE_WORD


def leftover(match: Match) -> float:
    """The weight of the words that the fact does not explain: names of other attributes weigh most, shared words less."""
    return sum(map(_left, match.unexplained))


def _left(mention: Mention) -> float:
    if mention.role is not Role.WORD:
        return mention.weight
    named = any(term.startswith("a:") for term in mention.terms)
    return min(mention.weight, 1.2 if named else 0.8)


def allowed(match: Match) -> float:
    """The weight of unexplained words that an answer may leave: the more, the surer it is that the fact is meant."""
    addressed = match.subject >= CORE
    if addressed and match.attribute >= 0.9:
        return 2.0
    if match.kind >= 0.9 and (match.attribute >= 0.6 or match.keys >= 0.5) and addressed:
        return 1.5
    named = match.attribute >= 0.9 or match.figure >= 1.0 or match.keys >= 0.5 or match.kind >= 0.9
    return 0.9 if named else 0.5


def acceptable(match: Match) -> bool:
    """Whether nothing forbids the fact and enough of the question speaks for it."""
    return (
        not match.off_time and not match.off_subject and match.kind >= 0 and not match.forbidden
        and leftover(match) <= allowed(match) + match.spare and match.coverage >= (COVERED_SURE if allowed(match) >= 1.5 or _gives_value(match) else COVERED) and addresses(match)
    )  # fmt: skip


def _gives_value(match: Match) -> bool:
    """Whether the question gives the fact's value and seeks what has it."""
    return match.figure >= 1.0 and match.fact.value is not None and match.subject < CORE


def beyond_doubt(match: Match, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether the question names the fact's very subject and attribute and little else: then no example says more.

    Asked what something is called, only a name is beyond doubt.
    """
    if Ask.NAME in reading.asks and knowledge.attributes[match.fact.attribute].kind not in _NAMES:
        return False
    return match.own and match.attribute >= NAMED and match.coverage >= _WHOLE and not match.unexplained


def unrivalled(found: Sequence[Match], reading: Reading) -> bool:
    """Whether none but the first, which is beyond doubt, can be meant: it is asked for plainly (沐曦 2024 營收), or nothing comes near."""
    if len(found) == 1 or found[1].score <= found[0].score - _FAR_AHEAD:
        return True
    return found[0].coverage >= _ALL and reading.asks <= _PLAIN and not (reading.checks or reading.choice)


def accepted(matches: Sequence[Match]) -> list[Match]:
    """The acceptable matches, best first; before the best comes a value of the very kind asked for that is nearly as good."""
    found = [match for match in matches if acceptable(match)]
    fitter = [match for match in found if _fits_better(match, found[0]) or _is_named(match, found[0])]
    return [*fitter[:1], *(match for match in found if match not in fitter[:1])]


def _fits_better(match: Match, best: Match) -> bool:
    """Whether a date is to be told for the edition of a conference, a number of scenarios for the scenarios themselves."""
    evoked = match.attribute >= _SOMEHOW and match.subject >= best.subject and match.timed == best.timed
    return (
        evoked
        and match.fact.value is not None
        and match.kind > best.kind + _KINDER
        and match.score >= best.score - _NEARLY
    )


def _is_named(match: Match, best: Match) -> bool:
    """Whether its attribute is named and that of the best is not, which merely stands in the sentence."""
    named = match.attribute >= NAMED and best.attribute <= _HALF_NAMED and match.subject >= CORE and match.sole
    return named and match.kind >= 0 and match.score >= best.score - _NEARLY


def chosen(accepted_: Sequence[Match], reading: Reading, knowledge: Knowledge) -> list[Match]:
    """The matches to assert: the best, with those that answer just as well.

    Empty when the best are about different subjects and the question names none: then it is not known whose figure is asked.
    """
    if not accepted_:
        return []
    best = accepted_[0]
    ties = [match for match in accepted_ if match.score >= best.score - _TIE]
    if max(best.attribute, best.figure, best.keys) == 0.0 and len({m.fact.attribute for m in ties}) > _ANYBODYS:
        return []  # the subject alone is named, and much is stated of it
    many = Ask.LIST in reading.asks or Ask.WHO in reading.asks
    if reading.several and not reading.subjects:
        alike = [m for m in accepted_ if m.fact.attribute == best.fact.attribute and m.coverage >= best.coverage - 0.15]
        if best.subject >= CORE:
            alike = [match for match in alike if match.fact.subject == best.fact.subject]
        return alike[:_MOST]
    if many:
        alike = [
            m for m in accepted_ if m.fact.attribute == best.fact.attribute and (m in ties or _listed(m, best, reading))
        ]
        return alike[:_MOST]
    if reading.span:
        both = [m for m in accepted_ if (m.fact.subject, m.fact.attribute) == (best.fact.subject, best.fact.attribute)]
        return sorted(both, key=lambda match: match.figure)[:_MOST]
    same = [m for m in ties if (m.fact.subject, m.fact.attribute) == (best.fact.subject, best.fact.attribute)]
    alike = [match for match in ties if match.fact.attribute == best.fact.attribute]
    others = {match.fact.subject for match in alike if match.fact.figure != best.fact.figure} - {best.fact.subject}
    quantity = knowledge.attributes[best.fact.attribute].kind in (
        Kind.MONEY,
        Kind.PERCENT,
        Kind.DATE,
        Kind.EXCHANGE,
        Kind.STATUS,
    )
    if others and (quantity or len(others) >= _ANYBODYS) and best.subject < CORE and best.figure < 1.0:
        return []
    return same[:_MOST]


def _listed(match: Match, best: Match, reading: Reading) -> bool:
    """Whether it belongs into the list that the best match begins: of the same subject, and nearly as much of the question."""
    return Ask.LIST in reading.asks and match.own and best.own and match.coverage >= best.coverage - _ALIKE


def holders(matches: Sequence[Match], reading: Reading, scorer: Scorer) -> list[Match]:
    """For a question which companies are of some sort (做通用GPU的有哪幾家): the best fact of each that states just that.

    Empty unless there are several, and for every other question.
    """
    if Ask.LIST not in reading.asks or reading.subjects or not forms.asks_for_makers(reading.folded):
        return []
    telling = [mention for mention in reading.all_of(Role.WORD) if _tells(mention, scorer)]
    found: dict[str, Match] = {}
    for match in matches:
        fact, core = match.fact, scorer.profiles[match.fact.id].core
        stated = all(any(core.get(term, 0.0) >= CORE for term in mention.terms) for mention in telling)
        possible = (
            match.kind >= 0
            and not match.off_time
            and not any(m.weight >= _LITTLE and _tells(m, scorer) for m in match.unexplained)
        )
        if telling and stated and possible and scorer.knowledge.subjects[fact.subject].type == _MAKER:
            found.setdefault(fact.subject, match)
    return list(found.values())[:_MOST] if len(found) > 1 else []


def _tells(mention: Mention, scorer: Scorer) -> bool:
    """Whether it says of what sort the thing is, and neither names an attribute nor only the field (國產, 廠商)."""
    named = any(term.startswith("a:") for term in mention.terms)
    return not (mention.soft or named or any("scope" in scorer.types.get(term, ()) for term in mention.terms))


def by_name(best: Match, reading: Reading, scorer: Scorer) -> list[Match]:
    """For a question that seeks the subject itself (誰, 哪款): the fact of the same sentence whose figure is its name, first.

    Empty where there is none, and for every other question.
    """
    told = best.own or (best.subject >= CORE and best.figure < 1.0)
    if told or not reading.asks & _SEEKING or Ask.LIST in reading.asks:
        return []
    fact, knowledge = best.fact, scorer.knowledge
    maker = knowledge.subjects[fact.subject].of
    names = {fact.subject}, {fact.subject, maker}
    # Where the figure itself is who was asked for, what another did beside it is something else (誰投的).
    others = {maker, *(term[2:] for term in scorer.profiles[fact.id].figure if term.startswith("s:"))}
    for one in knowledge.facts_in[fact.quote]:
        if best.kind >= _ANSWERED and one.subject not in others:
            continue
        if one.subject != fact.subject and one.period == fact.period and _names(one, scorer) in names:
            return [scorer.match(one, reading), best]
    return []


def _names(fact: Fact, scorer: Scorer) -> set[str] | None:
    """The subjects that the fact's figure names, if it does nothing else."""
    figure = scorer.profiles[fact.id].figure
    only = all(term[:2] in ("s:", "f:", "k:") for term in figure)
    return {term[2:] for term in figure if term.startswith("s:")} if only else None


def fits_several(matches: Sequence[Match]) -> bool:
    """Whether the same attribute of several subjects would answer, if only it were said whose is meant."""
    fitting = [
        match
        for match in matches
        if match.attribute >= NAMED and match.kind >= 0 and not (match.forbidden or match.off_time or match.unexplained)
    ]
    return any(len({m.fact.subject for m in fitting if m.fact.attribute == one.fact.attribute}) > 1 for one in fitting)

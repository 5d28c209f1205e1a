"""False premises: a question that takes another value for granted is answered with the sentence that has the cited one."""

from collections.abc import Iterable, Sequence

from bot.answering.lookup import COVERED
from bot.answering.ownership import MAKERS
from bot.answering.sorts import type_of, types_of
from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching import forms
from bot.matching.asks import Ask
from bot.matching.evoking import NAMED
from bot.matching.kinds import MEASURED
from bot.matching.match import CORE, Match
from bot.matching.reading import Mention, Reading, Role
from bot.matching.scoring import Scorer

_NAMED = frozenset({"company", "fund", "currency"})
"""Types of which a figure names one: only another one of that type is a claim against it."""

_SHARED = frozenset({Kind.USE, Kind.TREND, Kind.PLACE, Kind.EXCHANGE, Kind.STATUS})
"""Kinds whose values several may have: that one has it says nothing against another."""

_SEVERAL = frozenset({Kind.USE, Kind.PRODUCT, Kind.NAME, Kind.LABEL})
"""Kinds of what one has several of: asked whether there is another, the cited one denies nothing (燧原有沒有訓練卡), nor does another's."""

_EVOKED, _SURELY = 0.7, 0.75
_EVENTS = frozenset({Kind.NAME, Kind.ORG, Kind.PRODUCT, Kind.LABEL, Kind.TEXT, Kind.STATUS, Kind.EXCHANGE})
"""Kinds of what happened at a time: asked for another time, the cited one corrects it."""

_RECURRING = ("contest", "event")
"""Types of what is held again and again: asked of another year, another time is meant."""

_CLAIMED_TYPES: dict[Kind, frozenset[str]] = {
    Kind.EXCHANGE: frozenset({"exchange", "place", "city", "country"}),
    Kind.PLACE: frozenset({"place", "city", "country"}),
    Kind.USE: frozenset({"use"}),
    Kind.LENGTH: frozenset({"process"}),
    Kind.PRODUCT: frozenset({"chip", "card", "architecture"}),
    Kind.NAME: frozenset({"architecture", "platform", "model"}),
    Kind.ORG: frozenset({"company", "fund"}),
    Kind.LABEL: frozenset({"label"}),
    Kind.LIST: frozenset({"company"}),
}


def correction(matches: Iterable[Match], reading: Reading, knowledge: Knowledge, scorer: Scorer) -> Match | None:
    """The best match whose only fault is that the question claims another value where the fact states its own."""
    if reading.choice:
        return None
    found = [match for match in matches if _corrects(match, reading, knowledge, scorer)]
    if found and forms.asks_whether_there_is(reading.folded):
        found = [match for match in found if match.own and scorer.profiles[match.fact.id].kind not in _SEVERAL]
    return min(found, key=lambda match: _named_at(match, reading, scorer), default=None)


def _named_at(match: Match, reading: Reading, scorer: Scorer) -> int:
    """Where the fact's subject, or what its figure names, stands: what is named first is what the claim is about."""
    about = scorer.profiles[match.fact.id].figure | {f"s:{match.fact.subject}"}
    return next((mention.start for mention in reading.subjects if mention.terms & about), len(reading.seen))


def _swapped(match: Match, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether the question gives what only this fact states (an amount, a first, a nickname) to another of its kind."""
    fact = match.fact
    sort = knowledge.subjects[fact.subject].type
    if match.own or knowledge.attributes[fact.attribute].kind in _SHARED:
        return False
    others = [m for m in reading.subjects if sort in types_of(m, knowledge) and f"s:{fact.subject}" not in m.terms]
    rest = [m for m in match.unexplained if m not in others and m.weight >= 0.9]
    named = any(f"f:{fact.figure}" in mention.terms for mention in reading.content)
    telling = match.figure >= 1.0 and (match.attribute >= 0.4 or match.keys >= 0.5 or fact.value is not None or named)
    telling = telling or (match.sole and match.attribute >= _SURELY and reading.claims)
    asking = reading.asks & frozenset({Ask.WHEN, Ask.WHY, Ask.QUANTITY, Ask.MONEY, Ask.COUNT})
    return bool(others) and not rest and telling and not match.off_time and not asking and reading.checks


def _corrects(match: Match, reading: Reading, knowledge: Knowledge, scorer: Scorer) -> bool:
    if _swapped(match, reading, knowledge):
        return True
    if match.subject < CORE or match.off_subject or not reading.subjects:
        return False
    kind = knowledge.attributes[match.fact.attribute].kind
    # Whose a product is corrects the claim, not what else the supposed maker has.
    elsewhere = [m for m in match.unexplained if _made_elsewhere(m, match.fact.subject, knowledge)]
    owner = [m for m in match.unexplained if _wrong_owner(m, match.fact, knowledge, scorer)]
    claims = [
        m for m in match.unexplained
        if m not in owner and (claimed(m, match.fact, knowledge, scorer) or _stands_in(m, match, scorer))
    ]  # fmt: skip
    rest = [m for m in match.unexplained if m not in owner and m not in claims and m.weight >= 0.9]
    evoked = match.attribute >= 0.4 or match.figure >= 0.5
    given = match.figure >= 1.0 and any(m.amount and m not in match.unexplained for m in reading.content)
    rest = [m for m in rest if not (given and m.role is Role.WORD) or m.terms & scorer.unstated]
    if claims and not match.own and any(types_of(claim, knowledge) & _NAMED for claim in claims):
        return False  # what its parts did is not all that it did
    if elsewhere or rest or match.kind < 0 or not (match.grounded or claims or given):
        return False
    explained = match.coverage + _share(owner + claims, reading)
    if match.off_time:
        if kind is Kind.DATE and _measures(reading, match.fact, knowledge):
            return False  # of another year than stated, the size was asked and not when
        once = reading.claims or knowledge.subjects[match.fact.subject].type not in _RECURRING
        happened = kind in _EVENTS and match.fact.period is not None and match.attribute >= NAMED and once
        exactly = any(amount.value == match.fact.value for amount in reading.amounts)
        said = given or bool(claims) if kind not in MEASURED else exactly  # of another year nothing else is known
        dated = kind is Kind.DATE or said or happened
        return (
            (reading.claims or not reading.bare)
            and dated
            and (evoked or bool(claims) or _only_dated(reading))
            and explained >= COVERED
            and not any(p.relative for p in reading.periods)
        )
    if owner:
        return (
            (match.own or (match.sole and match.attribute >= NAMED and reading.checks))
            and (evoked or match.kind >= 1.0)
            and explained >= COVERED
        )
    named = kind in (Kind.NAME, Kind.PRODUCT, Kind.ORG, Kind.TEXT)
    said = reading.checks or (any(claim.amount for claim in claims) and not reading.asks - {Ask.SHOW})
    return ((bool(claims) and (match.attribute >= 0.6 or not named)) or given) and said and explained >= COVERED


def _measures(reading: Reading, fact: Fact, knowledge: Knowledge) -> bool:
    """Whether a measure of the fact's subject, other than a date, is named."""
    named = {term[2:] for m in reading.content for term in m.terms if term.startswith("a:")}
    known = named & knowledge.stated_of[fact.subject]
    return any(knowledge.attributes[one].kind in MEASURED - {Kind.DATE} for one in known)


def _only_dated(reading: Reading) -> bool:
    """Whether nothing is said of the subject but a time."""
    return all(m.role in (Role.SUBJECT, Role.PERIOD) or m.soft for m in reading.content)


def _share(mentions: Sequence[Mention], reading: Reading) -> float:
    total = sum(mention.weight for mention in reading.content)
    times = sum(mention.weight for mention in reading.content if mention.period)
    return (sum(mention.weight for mention in mentions) + times) / total if total else 0.0


def _wrong_owner(mention: Mention, fact: Fact, knowledge: Knowledge, scorer: Scorer) -> bool:
    """Whether the mention names a maker other than that of the fact's subject, where the fact is about just that."""
    attribute = knowledge.attributes[fact.attribute]
    tells = attribute.kind in (Kind.ORG, Kind.PRODUCT, Kind.NAME) or "推出" in attribute.words
    return tells and another_maker(mention, fact, knowledge, scorer)


def another_maker(mention: Mention, fact: Fact, knowledge: Knowledge, scorer: Scorer) -> bool:
    """Whether the mention names a maker other than that of the fact's subject, or of the thing that its figure names."""
    if knowledge.subjects[fact.subject].type in MAKERS:
        return False
    products = (fact.subject, *(term[2:] for term in scorer.profiles[fact.id].figure if term.startswith("s:")))
    owner = next((of for one in products if (of := knowledge.subjects[one].of)), None)
    named = [knowledge.subjects[term[2:]] for term in mention.terms if term.startswith("s:")]
    return (
        owner is not None
        and knowledge.subjects[owner].type in MAKERS
        and any(one.type in MAKERS and one.id != owner for one in named)
    )


def _made_elsewhere(mention: Mention, maker: str, knowledge: Knowledge) -> bool:
    """Whether the mention names a product of another maker than `maker`."""
    owners = {knowledge.subjects[term[2:]].of for term in mention.terms if term.startswith("s:")} - {None}
    return knowledge.subjects[maker].type in MAKERS and bool(owners) and maker not in owners


def claimed(mention: Mention, fact: Fact, knowledge: Knowledge, scorer: Scorer) -> bool:
    """Whether the mention is a value of the kind that the fact states."""
    kind = knowledge.attributes[fact.attribute].kind
    if mention.amount:
        return isinstance(fact.value, float | int) and (mention.amount.unit or fact.unit) == fact.unit
    typed = types_of(mention, knowledge)
    scoped = "scope" in typed and "scope" in scorer.profiles[fact.id].types
    if kind is Kind.LIST and knowledge.subjects[fact.subject].type != "group":
        return False
    types = {type_of(term, knowledge) for term in scorer.profiles[fact.id].figure}
    if types & _NAMED and typed & _NAMED:
        return scoped or bool(typed & types & _NAMED)  # a company in the place of a company, a fund in that of a fund
    return scoped or bool(typed & _CLAIMED_TYPES.get(kind, frozenset()))


def _stands_in(mention: Mention, match: Match, scorer: Scorer) -> bool:
    """Whether it names a thing in the place of the one that the figure names (用CPU訓練 for 利用GPU進行訓練)."""
    kind = scorer.knowledge.attributes[match.fact.attribute].kind
    named = {term for term in scorer.profiles[match.fact.id].figure if term.startswith("s:")}
    sure = match.attribute >= _EVOKED and kind is Kind.TEXT
    return sure and mention.role is Role.SUBJECT and bool(named) and named.isdisjoint(mention.terms)

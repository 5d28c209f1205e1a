"""How much of a question a fact explains: for each mention the level (0 to 1) to which the fact is about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.knowledge.model import Fact, Kind
from bot.matching import evoking, kinds
from bot.matching.asks import PARTS_OF_YEARS, Ask
from bot.matching.match import CORE
from bot.matching.profile import Profile
from bot.matching.reading import Mention, Reading, Role
from bot.text.periods import Period
from bot.text.quantities import Quantity

_NEARBY, _FIELD, _RETOLD, _EXPLAINED = 0.55, 0.75, 0.7, 0.5
_BY_WORDS = 0.75
_TIMELESS = frozenset(Kind) - kinds.MEASURED - {Kind.EXCHANGE, Kind.STATUS, Kind.TREND, Kind.PLACE, Kind.PERSON}
_UNDATED = _TIMELESS | {Kind.RANK, Kind.LENGTH}
_PLACES = frozenset({"exchange", "place", "city"})
_LOOSE_IN_TIME = _TIMELESS | {Kind.COUNT, Kind.MULTIPLE}


class _Sorted(NamedTuple):
    """What terms are, wherever they are mentioned: the first of what a `Part` has."""

    stated: frozenset[str]
    types: frozenset[str]
    kinds: tuple[Kind, ...]
    measured: bool
    broad: bool


class Part(NamedTuple):
    """A mention, with what is the same for all facts that are held against it.

    `stated`: its terms without those that no fact states; `types`: the rival types of its terms; `kinds`: those of the attributes
    that it names; `measured`: one of them is measured; `broad`: it names the whole field; `whose`: it asks of what an amount is
    that the question gives; `plain`: it is held against a fact by its terms alone.
    """

    stated: frozenset[str]
    types: frozenset[str]
    kinds: tuple[Kind, ...]
    measured: bool
    broad: bool
    mention: Mention
    whose: bool
    plain: bool


class Explained(NamedTuple):
    """What a fact explains of a question: the share of its weight, the weight of what else its sentence says, and what is left."""

    coverage: float
    told: float
    unexplained: tuple[Part, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Coverage:
    """Tells what facts explain.

    `types` sorts terms, `kinds` tells those of attributes, `whole_field` are the subjects that name all of it, `unstated` the
    attributes that no fact has, all as terms. What terms are is worked out once each.
    """

    types: Mapping[str, frozenset[str]]
    kinds: Mapping[str, Kind]
    whole_field: frozenset[str]
    unstated: frozenset[str]
    _sorted: dict[frozenset[str], _Sorted] = field(default_factory=dict)

    def parts(self, reading: Reading) -> tuple[Part, ...]:
        """The mentions of a reading, made ready."""
        of_what = evoking.asks_of_what(reading)
        return tuple(self._part(mention, of_what) for mention in reading.content)

    def _part(self, mention: Mention, of_what: bool) -> Part:
        known = self._sorted.get(mention.terms)
        if known is None:
            known = self._sorted[mention.terms] = self._sort(mention.terms)
        whose = of_what and (mention.head or mention.seeking)
        worded = mention.role is Role.SUBJECT or mention.role is Role.WORD
        return Part(*known, mention, whose, worded and not known.measured and not whose)

    def _sort(self, terms: frozenset[str]) -> _Sorted:
        named = tuple(self.kinds[term] for term in terms if term in self.kinds)
        types = frozenset(sort for term in terms for sort in self.types.get(term, ()))
        measured, broad = not kinds.MEASURED.isdisjoint(named), not self.whole_field.isdisjoint(terms)
        return _Sorted(terms - self.unstated, types, named, measured, broad)

    def explained(self, fact: Fact, profile: Profile, reading: Reading, parts: tuple[Part, ...]) -> Explained:
        """What a fact explains of a reading."""
        total = explained = told = 0.0
        unexplained: list[Part] = []
        passed = self._passed_over(fact, profile, reading, parts) if reading.parting is not None else ()
        for part in parts:
            mention = part.mention
            if passed and part in passed:
                continue
            level = _level_of_terms(part, profile) if part.plain else self._level(part, fact, profile, reading)
            weight, role = mention.weight, mention.role
            total += weight
            explained += weight * level
            if mention.soft:
                continue
            if level < _EXPLAINED and role is not Role.PERIOD:
                unexplained.append(part)
            if level and role is not Role.SUBJECT and mention.terms.isdisjoint(profile.evoking):
                told += weight * (0.5 if role is Role.UNREAD else 1.0)
        return Explained(explained / total if total else 0.0, told, tuple(unexplained))

    def _passed_over(self, fact: Fact, profile: Profile, reading: Reading, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """What the fact does not explain of the alternative that it is not (消費級還是服務器級)."""
        sides = [[part for part in parts if part.mention in side] for side in reading.alternatives]
        levels = [[self._level(part, fact, profile, reading) for part in side] for side in sides]
        for mine, other in ((0, 1), (1, 0)):
            if max(levels[other], default=0.0) >= CORE > max(levels[mine], default=0.0):
                return tuple(part for part in sides[mine] if self._spareable(part, sides[other]))
        return ()

    def _spareable(self, part: Part, others: Sequence[Part]) -> bool:
        if part.mention.terms & self.unstated or part.mention.amount:
            return False
        placed = not part.types.isdisjoint(_PLACES)  # 香港還是上海的交易所
        return part.mention.role is not Role.SUBJECT or any(
            part.types & other.types or (placed and not other.types.isdisjoint(_PLACES)) for other in others
        )

    def _level(self, part: Part, fact: Fact, profile: Profile, reading: Reading) -> float:
        mention = part.mention
        if mention.role is Role.UNREAD:
            known = sum(any(pair in profile.plain for pair in pairs) for pairs in mention.pairs)
            return _RETOLD * known / len(mention.pairs)
        if mention.amount:
            return _amount_level(mention.amount, fact, profile, reading)
        if mention.period:
            return 1.0 if in_time(mention.period, profile) else 0.0
        if part.measured and _names_another_measure(mention, profile, reading):
            return 0.0
        if part.whose and evoking.given(fact, reading):
            return _NEARBY  # of which market the amount is: the fact tells it by its subject
        return _level_of_terms(part, profile)


def _level_of_terms(part: Part, profile: Profile) -> float:
    level, core = 0.0, profile.core
    # A word for what no fact states is not explained by standing in a figure (人工 in 人工智能).
    for term in part.stated:
        if term in core and core[term] > level:
            level = core[term]
    if level < _NEARBY:
        mention = part.mention
        if mention.inner and mention.role is Role.WORD:
            level = max(level, _BY_WORDS * max(core.get(term, 0.0) for term in mention.inner))
        # Another measure in the same sentence is another fact's, and so is another fund, another market's scope.
        elsewhere = part.stated.isdisjoint(profile.nearby) or not part.types.isdisjoint(profile.types)
        if level < _NEARBY and not elsewhere and (profile.attribute in mention.terms or not part.measured):
            level = _NEARBY
    return _FIELD if part.broad and level < _FIELD else level


def _names_another_measure(mention: Mention, profile: Profile, reading: Reading) -> bool:
    """Whether a mention of a measured attribute (增速 for a size) names another than the fact's, which nothing names."""
    if profile.kind not in kinds.MEASURED or profile.attribute in reading.terms:
        return False
    return mention.terms.isdisjoint(profile.near)


def _amount_level(amount: Quantity, fact: Fact, profile: Profile, reading: Reading) -> float:
    """1 for the fact's own value, less for another amount of its sentence, nothing for one that it would have stated."""
    if evoking.same_amount(amount, fact):
        return 1.0
    alike = not isinstance(fact.value, str | None) and (amount.unit or fact.unit) == fact.unit
    if alike and not (reading.checks or reading.choice or reading.span):
        return 0.0
    return _NEARBY if any(evoking.same(amount, one.value, one.unit) for one in profile.amounts) else 0.0


def in_time(period: Period, profile: Profile) -> bool:
    """Whether a fact is for this time. Words such as 去年 name no time that an article could state."""
    if period.relative:
        return False
    if any(period.covers(time) for time in profile.times):
        return True
    loose = profile.kind in _LOOSE_IN_TIME
    return not profile.times and loose and any(period.covers(time) for time in profile.times_nearby)


def off_time(profile: Profile, reading: Reading, timed: list[bool], named: bool) -> bool:
    """Whether a fact is for another time than was asked. `timed`: for which of the times it is; `named`: its attribute is."""
    if not timed or (any(timed) if reading.choice else all(timed)):
        return False
    if profile.kind is Kind.DATE and Ask.CALENDAR in reading.asks and reading.asks.isdisjoint(PARTS_OF_YEARS):
        return False  # asked which year it was, another that is given is a guess
    return not (named and _timeless(profile, reading))


def _timeless(profile: Profile, reading: Reading) -> bool:
    """Whether only words such as 去年 are in the way, which no article can date, and the fact is nothing measured."""
    off = [period for period in reading.periods if not in_time(period, profile)]
    return all(period.relative for period in off) and profile.kind in _UNDATED

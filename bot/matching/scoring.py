"""Reading × facts → matches: how much of the question each fact explains, and what speaks against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching import evoking, kinds
from bot.matching.asks import Ask
from bot.matching.candidates import candidates, told
from bot.matching.match import CORE, Match
from bot.matching.profile import Profile
from bot.matching.reading import Mention, Reading, Role
from bot.text.quantities import Quantity

_NEARBY, _FIELD, _RETOLD, _EXPLAINED = 0.55, 0.75, 0.7, 0.5
_BY_WORDS = 0.75
_ALTERNATIVE = 0.8
_FOR_ALL = frozenset({Ask.LIST, Ask.WHO, Ask.COMPARE})
_TIMELESS = frozenset(Kind) - kinds.MEASURED - {Kind.EXCHANGE, Kind.STATUS, Kind.TREND, Kind.PLACE, Kind.PERSON}
_UNDATED = _TIMELESS | {Kind.RANK, Kind.LENGTH}
_LOOSE_IN_TIME = _TIMELESS | {Kind.COUNT, Kind.MULTIPLE}


class _Explained(NamedTuple):
    """What a fact explains of a reading."""

    coverage: float
    told: float
    unexplained: tuple[Mention, ...]


@dataclass(frozen=True)
class Scorer:
    """Scores facts by their profiles.

    `postings`: term → the facts that are about it, `pointers`: those with it in figure or keys. `hint_terms`: the words
    that hint at any attribute. `field`: subjects that name the whole field and fit every fact. `types` sorts terms,
    `unstated` are attributes that no fact has, `sole` those that only one subject has, `measured` terms of those measured.
    """

    knowledge: Knowledge
    profiles: Mapping[str, Profile]
    postings: Mapping[str, tuple[str, ...]]
    pointers: Mapping[str, tuple[str, ...]]
    hint_terms: frozenset[str]
    field: frozenset[str]
    types: Mapping[str, frozenset[str]]
    unstated: frozenset[str]
    sole: frozenset[str]
    measured: frozenset[str]

    def matches(self, reading: Reading, about: str | None = None) -> list[Match]:
        """Matches of every fact that is about something the reading mentions (and about that subject), best first."""
        facts = candidates(reading, self.knowledge, self.postings, self.pointers, self.sole)
        if about:
            facts = (fact for fact in facts if self.profiles[fact].core.get(f"s:{about}", 0.0) >= CORE)
        leading, telling = self._leading(reading), told(reading)
        scored = [
            self._match(self.knowledge.facts[fact], reading, leading)
            for fact in facts
            if not telling or not telling.isdisjoint(self.profiles[fact].reach)
        ]
        return sorted(scored, key=lambda match: -match.score)

    def match(self, fact: Fact, reading: Reading) -> Match:
        """How `fact` matches `reading`."""
        return self._match(fact, reading, self._leading(reading))

    def _match(self, fact: Fact, reading: Reading, leading: Sequence[Mention]) -> Match:
        profile = self.profiles[fact.id]
        explained = self._explained(fact, profile, reading)
        subject = evoking.subject(profile, reading)
        attribute = evoking.attribute(profile, reading)
        figure = evoking.figure(fact, profile, reading, self.field)
        keys, missed = evoking.keys(profile, reading)
        kind = kinds.fit(fact, profile.kind, reading, self.knowledge, evoking.Evoked(subject, attribute, figure))
        timed = [self._in_time(mention, profile) for mention in reading.times]
        off_time = bool(timed) and not (any(timed) if reading.choice else all(timed))
        if off_time and attribute >= evoking.NAMED and self._timeless(fact, reading):
            off_time = False
        confirming = reading.checks or reading.choice
        score = (
            3 * explained.coverage
            + 2.2 * subject
            + 2.4 * attribute
            # A figure in the question tells much when it asks whose it is, little when it gives both.
            + figure * (0.9 if confirming or subject < CORE else 0.1)
            + 0.8 * evoking.asked_for(profile, reading)
            + 0.7 * keys
            + 0.4 * (Ask.LIST in reading.asks and profile.kind is Kind.LIST)
            + 1.4 * kind
            + (0.05 if fact.period else 0.0)
            - (0.45 if missed else 0.0)
            - 1.5 * off_time
            - 0.5 * min(len(explained.unexplained), 3)
        )
        return Match(
            fact,
            score,
            explained.coverage,
            subject,
            attribute,
            figure,
            keys,
            kind,
            explained.unexplained,
            forbidden=self._forbidden(explained.unexplained, fact, reading, attribute, figure),
            off_time=off_time,
            off_subject=bool(reading.subjects) and subject < CORE,
            timed=any(timed),
            bare=reading.bare,
            own=profile.subject in reading.terms,
            grounded=self._grounded(profile, leading, attribute),
            told=explained.told,
            sole=fact.attribute in self.sole,
            listed=attribute >= evoking.NAMED and not reading.asks.isdisjoint(_FOR_ALL),
            spare=_ALTERNATIVE if reading.choice else 0.0,
        )

    def _explained(self, fact: Fact, profile: Profile, reading: Reading) -> _Explained:
        total = explained = told = 0.0
        unexplained: list[Mention] = []
        passed = self._passed_over(fact, profile, reading) if reading.parting is not None else ()
        for mention in reading.content:
            if passed and mention in passed:
                continue
            level = self._level(mention, fact, profile, reading)
            total += mention.weight
            explained += mention.weight * level
            if level < _EXPLAINED and not mention.soft and mention.role is not Role.PERIOD:
                unexplained.append(mention)
            tells = level and mention.role is not Role.SUBJECT and not mention.soft
            if tells and mention.terms.isdisjoint(profile.evoking):
                told += mention.weight * (0.5 if mention.role is Role.UNREAD else 1.0)
        return _Explained(explained / total if total else 0.0, told, tuple(unexplained))

    def _passed_over(self, fact: Fact, profile: Profile, reading: Reading) -> tuple[Mention, ...]:
        """What the fact does not explain of the alternative that it is not (消費級還是服務器級)."""
        sides = reading.alternatives
        levels = [[self._level(mention, fact, profile, reading) for mention in side] for side in sides]
        for side, mine, others in zip(sides, levels, levels[::-1], strict=True):
            if max(others, default=0.0) >= CORE > max(mine, default=0.0):
                return tuple(mention for mention in side if self._spareable(mention, sides))
        return ()

    def _spareable(self, mention: Mention, sides: tuple[tuple[Mention, ...], ...]) -> bool:
        if mention.terms & self.unstated or mention.amount:
            return False
        if mention.role is not Role.SUBJECT:
            return True
        sorts = [self._sorts(one) for side in sides if mention not in side for one in side]
        return any(self._sorts(mention) & one for one in sorts)

    def _sorts(self, mention: Mention) -> frozenset[str]:
        return frozenset().union(*(self.types.get(term, frozenset()) for term in mention.terms))

    def _level(self, mention: Mention, fact: Fact, profile: Profile, reading: Reading) -> float:
        """How well the fact explains a mention (0 to 1)."""
        if mention.role is Role.UNREAD:
            known = sum(any(pair in profile.plain for pair in pairs) for pairs in mention.pairs)
            return _RETOLD * known / len(mention.pairs)
        if mention.amount:
            return self._amount_level(mention.amount, fact, profile, reading)
        if mention.period:
            return 1.0 if self._in_time(mention, profile) else 0.0
        if self._other_attribute(mention, profile, reading):
            return 0.0
        if (mention.head or mention.seeking) and evoking.given(fact, reading):
            return _NEARBY  # of which market the amount is: the fact tells it by its subject
        return self._level_of_terms(mention, profile)

    def _level_of_terms(self, mention: Mention, profile: Profile) -> float:
        level, core = 0.0, profile.core
        for term in mention.terms:
            # A word for what no fact states is not explained by standing in a figure (人工 in 人工智能).
            if term in core and core[term] > level and term not in self.unstated:
                level = core[term]
        if level == 1.0:
            return level
        if level < _NEARBY and mention.role is Role.WORD and mention.inner:
            level = max(level, _BY_WORDS * max(profile.core.get(term, 0.0) for term in mention.inner))
        if level < _NEARBY and self._nearby(mention, profile) and not self._rivalled(mention, profile):
            level = _NEARBY
        return level if level >= _FIELD or mention.terms.isdisjoint(self.field) else _FIELD

    def _other_attribute(self, mention: Mention, profile: Profile, reading: Reading) -> bool:
        """Whether the mention names another measured attribute (增速 for a size) than the fact's, which nothing names."""
        terms = mention.terms
        if profile.kind not in kinds.MEASURED or self.measured.isdisjoint(terms):
            return False
        return profile.attribute not in reading.terms and terms.isdisjoint(profile.near)

    def _amount_level(self, amount: Quantity, fact: Fact, profile: Profile, reading: Reading) -> float:
        """1 for the fact's own value, less for another amount of its sentence, nothing for one that it would have stated."""
        if evoking.same_amount(amount, fact):
            return 1.0
        alike = not isinstance(fact.value, str | None) and (amount.unit or fact.unit) == fact.unit
        if alike and not (reading.checks or reading.choice or reading.span):
            return 0.0
        return _NEARBY if any(evoking.same(amount, one.value, one.unit) for one in profile.amounts) else 0.0

    def _nearby(self, mention: Mention, profile: Profile) -> bool:
        if profile.attribute not in mention.terms and not self.measured.isdisjoint(mention.terms):
            return False  # another measure in the same sentence is another fact's
        return any(term in profile.nearby and term not in self.unstated for term in mention.terms)

    def _rivalled(self, mention: Mention, profile: Profile) -> bool:
        """Whether the fact is about another thing of the same type: another fund, another market's scope."""
        return any(self.types.get(term, frozenset()) & profile.types for term in mention.terms)

    def _forbidden(
        self, unexplained: tuple[Mention, ...], fact: Fact, reading: Reading, attribute: float, figure: float
    ) -> bool:
        """Whether a mention that the fact does not explain rules it out, and does not merely weaken it."""
        if not unexplained and not reading.excluded:
            return False
        words = [mention for mention in unexplained if mention.role is Role.WORD]
        if attribute < evoking.NAMED and any(term.startswith("a:") for mention in words for term in mention.terms):
            return True  # another attribute is named, and this one is not
        if reading.choice and figure >= 1.0 and len(words) == len(unexplained):
            return False
        profile = self.profiles[fact.id]
        one = profile.kind is not Kind.LIST
        if one and not reading.excluded.isdisjoint(profile.figure | {profile.subject}):
            return True  # 除了沐曦還投了誰
        return any(
            self._rules_out(mention, profile, reading) or self._other_measure(mention, profile, reading)
            for mention in unexplained
        )

    def _rules_out(self, mention: Mention, profile: Profile, reading: Reading) -> bool:
        """Whether it is another subject, another amount, something no fact states, a rival value, or the very thing asked."""
        if mention.role is Role.UNREAD:
            return False
        if mention.role is not Role.WORD or mention.terms & self.unstated:
            return True
        types = self._sorts(mention)
        # A scope (國產, 全球) only matters where the fact has one of its own.
        asked = (mention.head or mention.seeking) and types != {"scope"}
        return not reading.choice and (asked or bool(types - {"scope"} or types & profile.types))

    def _other_measure(self, mention: Mention, profile: Profile, reading: Reading) -> bool:
        """Whether the mention asks for another measure: profit for revenue, growth for a size."""
        named = [self.knowledge.attributes[term[2:]].kind for term in mention.terms if term.startswith("a:")]
        if profile.kind in kinds.MEASURED.intersection(named):
            return True
        sums = bool(named) and kinds.SUMS.issuperset(named) and profile.kind in kinds.SUMS
        return sums and not mention.soft and not reading.asks & {Ask.COMPARE, Ask.LIST}

    def _in_time(self, mention: Mention, profile: Profile) -> bool:
        if mention.period is None or mention.period.relative:
            return False
        if any(mention.period.covers(time) for time in profile.times):
            return True
        loose = profile.kind in _LOOSE_IN_TIME
        return not profile.times and loose and any(mention.period.covers(time) for time in profile.times_nearby)

    def _timeless(self, fact: Fact, reading: Reading) -> bool:
        """Whether only words such as 去年 are in the way, which no article can date, and the fact is nothing measured."""
        profile = self.profiles[fact.id]
        off = [mention.period for mention in reading.times if not self._in_time(mention, profile)]
        return all(period.relative for period in off if period) and profile.kind in _UNDATED

    def _leading(self, reading: Reading) -> list[Mention]:
        """The attribute-like words of a question; not those that ask what a given amount is of."""
        of_what = evoking.asks_of_what(reading)
        return [
            m for m in reading.content
            if m.role is Role.WORD and not m.soft and not m.terms.isdisjoint(self.hint_terms)
            and not (of_what and (m.head or m.seeking))
        ]  # fmt: skip

    def _grounded(self, profile: Profile, leading: Sequence[Mention], attribute: float) -> bool:
        """Whether the fact is about at least one of the question's leading words, if it has any."""
        return (
            attribute >= evoking.NAMED
            or not leading
            or any(profile.core.get(term, 0.0) >= CORE for m in leading for term in m.terms | m.inner)
        )

"""Reading × facts → matches: how much of the question each fact explains, and what speaks against it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching.asks import ANSWERS, Ask
from bot.matching.lexicon import attribute_term, subject_term
from bot.matching.profile import Profile
from bot.matching.reading import Mention, Reading, Role
from bot.text.quantities import Quantity

CORE = 0.8
"""From this level on a fact is about a mention; below, the mention merely stands in its sentence."""

_NEARBY = 0.55
_FIELD = 0.75
_LOOSE_IN_TIME = frozenset({Kind.COUNT, Kind.LIST, Kind.TEXT, Kind.ORG, Kind.PRODUCT, Kind.USE, Kind.LABEL, Kind.NAME, Kind.MULTIPLE,
                            Kind.REASON, Kind.DEFINITION})  # fmt: skip


_QUANTITIES = frozenset({Ask.MONEY, Ask.QUANTITY, Ask.PERCENT, Ask.MULTIPLE})
_LOOSE_ASKS = frozenset({Ask.WHERE, Ask.COUNT, Ask.MULTIPLE, Ask.WHO})
_MEASURED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.SHARE, Kind.MULTIPLE, Kind.COUNT, Kind.LENGTH, Kind.DATE, Kind.RANK})


@dataclass(frozen=True, slots=True)
class Match:
    """How one fact matches a reading.

    `coverage`: share of the question's weight explained (0 to 1). `subject`, `attribute`, `figure`, `keys`, `kind`: how
    strongly the question evokes that part of the fact (0 to 1; `kind` is -1 for a clash). `unexplained`: mentions that
    forbid the fact as an answer; `off_time`: it is for another time; `told`: weight of what its sentence says besides subjects;
    `forbidden`: one of the unexplained mentions rules it out. `score` orders matches.
    """

    fact: Fact
    coverage: float
    subject: float
    attribute: float
    figure: float
    keys: float
    kind: float
    unexplained: tuple[Mention, ...]
    off_time: bool
    off_subject: bool
    score: float
    grounded: bool
    told: float
    forbidden: bool
    timed: bool
    spare: float


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores facts by their profiles. `field` are subject terms that name the whole field and fit every fact; `types` sorts terms,
    `unstated` are attributes that no fact has.
    """

    knowledge: Knowledge
    profiles: Mapping[str, Profile]
    postings: Mapping[str, tuple[str, ...]]
    hint_terms: frozenset[str]
    field: frozenset[str]
    types: Mapping[str, frozenset[str]]
    unstated: frozenset[str]

    def matches(self, reading: Reading) -> list[Match]:
        """Matches of every fact that is about something the reading mentions, best first."""
        scored = [self.match(self.knowledge.facts[fact], reading) for fact in self._candidates(reading)]
        return sorted(scored, key=lambda match: -match.score)

    def _candidates(self, reading: Reading) -> Iterable[str]:
        found: dict[str, None] = {}
        for mention in reading.content:
            for term in mention.terms:
                found.update(dict.fromkeys(self.postings.get(term, ())))
            if mention.amount:
                found.update(dict.fromkeys(f.id for f in self.knowledge.facts.values() if _same_amount(mention.amount, f)))
            if mention.period and mention.period.year:
                found.update(dict.fromkeys(self.postings.get(f"y:{mention.period.year}", ())))
        return found

    def match(self, fact: Fact, reading: Reading) -> Match:
        """How `fact` matches `reading`."""
        profile = self.profiles[fact.id]
        figure = self._figure(profile, reading, fact)
        total = explained = told = 0.0
        forbidden = False
        unexplained: list[Mention] = []
        for mention in reading.content:
            level = self._level(mention, fact, profile)
            total += mention.weight
            explained += mention.weight * level
            if level < 0.5 and not mention.soft and mention.role is not Role.PERIOD:
                unexplained.append(mention)
                forbidden = forbidden or self.forbids(mention, reading) or self._other_measure(mention, fact)
            if level and mention.role is not Role.SUBJECT and not mention.soft:
                told += mention.weight * (0.5 if mention.role is Role.UNREAD else 1.0)
        coverage = explained / total if total else 0.0
        if reading.choice and figure >= 1.0 and all(mention.role is Role.WORD for mention in unexplained):
            forbidden = False
        subject = self._subject(fact, profile, reading)
        attribute = self._attribute(fact, profile, reading)
        keys, missed = self._keys(profile, reading)
        kind = self._kind(fact, reading, subject, attribute, figure)
        timed = [self._in_time(mention, fact, profile) for mention in reading.content if mention.period]
        off_time = not (any(timed) if reading.choice else all(timed)) if timed else False
        off_subject = bool(reading.subjects) and subject < CORE
        score = (
            3 * coverage + 2.2 * subject + 2.4 * attribute + self._told_by_figure(figure, subject, reading) + 0.8 * self._asked_for(profile, reading) + 0.7 * keys + 1.4 * kind
            - (0.45 if missed else 0.0) - 1.5 * off_time - 0.5 * min(len(unexplained), 3)
            + (0.05 if fact.period else 0.0)
        )  # fmt: skip
        return Match(
            fact, coverage, subject, attribute, figure, keys, kind, tuple(unexplained), off_time, off_subject,
            score, self._grounded(profile, reading, attribute, figure, keys), told,
            forbidden, any(timed), 0.8 if reading.choice else 0.0,
        )  # fmt: skip

    def _level(self, mention: Mention, fact: Fact, profile: Profile) -> float:
        if mention.role is Role.UNREAD:
            known = sum(any(pair in profile.plain for pair in pairs) for pairs in mention.pairs)
            return 0.7 * known / len(mention.pairs)
        if mention.amount:
            if _same_amount(mention.amount, fact):
                return 1.0
            return _NEARBY if any(_same(mention.amount, one.value, one.unit) for one in profile.amounts) else 0.0
        if mention.period:
            return 1.0 if self._in_time(mention, fact, profile) else 0.0
        level = max((profile.core.get(term, 0.0) for term in mention.terms), default=0.0)
        if level < _NEARBY and mention.terms & profile.nearby and not self._rivalled(mention, profile):
            level = _NEARBY
        return max(level, _FIELD) if mention.terms & self.field else level

    def forbids(self, mention: Mention, reading: Reading) -> bool:
        """Whether a mention that a fact does not explain rules the fact out, and does not merely weaken it.

        Another subject does, another amount, a word for something that no fact states, another value of a rival type, the very thing asked for.
        """
        if mention.role is Role.UNREAD or (reading.choice and mention.role is Role.WORD and not mention.terms & self.unstated):
            return False
        typed = mention.head or any(self.types.get(term) for term in mention.terms)
        return mention.role is not Role.WORD or typed or bool(mention.terms & self.unstated)

    def _other_measure(self, mention: Mention, fact: Fact) -> bool:
        """Whether the mention asks for another measure of the same kind: profit for revenue, growth for a share."""
        kinds = {self.knowledge.attributes[term[2:]].kind for term in mention.terms if term.startswith("a:")}
        return self.knowledge.attributes[fact.attribute].kind in kinds & _MEASURED

    def _rivalled(self, mention: Mention, profile: Profile) -> bool:
        """Whether the fact is about another thing of the same type: another fund, another market's scope."""
        mine = frozenset().union(*(self.types.get(term, frozenset()) for term in mention.terms))
        return bool(mine & profile.types)

    def _in_time(self, mention: Mention, fact: Fact, profile: Profile) -> bool:
        if mention.period is None or mention.period.relative:
            return False
        if any(mention.period.covers(time) for time in profile.times):
            return True
        loose = self.knowledge.attributes[fact.attribute].kind in _LOOSE_IN_TIME
        return not profile.times and loose and any(mention.period.covers(time) for time in profile.times_nearby)

    def _subject(self, fact: Fact, profile: Profile, reading: Reading) -> float:
        named = [
            profile.core.get(term, 0.0) if term == profile.subject else min(profile.core.get(term, 0.0), 0.9)
            for mention in reading.subjects for term in mention.terms if term.startswith("s:")
        ]  # fmt: skip
        if named and max(named) >= CORE:
            return max(named)
        words = frozenset(term for mention in reading.content for term in mention.terms | mention.inner)
        if profile.parts:
            return sum(bool(words & part) for part in profile.parts) / len(profile.parts)
        return CORE if subject_term(fact.subject) in words else 0.0

    def _attribute(self, fact: Fact, profile: Profile, reading: Reading) -> float:
        named = attribute_term(fact.attribute)
        strongest = 0.0
        hinted = 0
        for mention in reading.content:
            if named in mention.terms:
                strongest = max(strongest, 0.9 if mention.soft else 1.0)
            elif mention.terms & profile.hints and mention.role is not Role.SUBJECT:
                hinted += 1
                strongest = max(strongest, 0.4 if mention.soft else 0.65)
            elif mention.terms & profile.near:
                strongest = max(strongest, 0.4 if mention.soft else 0.75)
            elif named in mention.inner or mention.inner & profile.hints:
                strongest = max(strongest, 0.5)
        return min(1.0, strongest + (0.12 * (hinted - 1) if hinted > 1 else 0.06 * hinted))

    def _own_named(self, profile: Profile, reading: Reading) -> bool:
        return any(profile.subject in mention.terms for mention in reading.content)

    def _figure(self, profile: Profile, reading: Reading, fact: Fact) -> float:
        own = subject_term(fact.subject)
        own_named = self._own_named(profile, reading)
        hits = [
            mention for mention in reading.content
            if (mention.terms & profile.figure and own not in mention.terms and not mention.terms & self.field
                and (own_named or mention.role is not Role.SUBJECT))
            or (mention.amount and not mention.soft and _same_amount(mention.amount, fact))
        ]  # fmt: skip
        return max((0.5 if mention.soft else 1.0 for mention in hits), default=0.0)

    def _asked_for(self, profile: Profile, reading: Reading) -> bool:
        """Whether the fact's attribute is the very thing asked for (哪項指標, which metric)."""
        own = profile.hints | {profile.attribute}
        return any(mention.head and mention.terms & own for mention in reading.content)

    def _told_by_figure(self, figure: float, subject: float, reading: Reading) -> float:
        """What it is worth that the question has the figure: much when it asks whose it is, little when it gives both."""
        confirming = reading.checks or reading.choice
        return figure * (0.9 if confirming or subject < CORE else 0.1)

    def _keys(self, profile: Profile, reading: Reading) -> tuple[float, bool]:
        if not profile.keys:
            return 0.0, False
        own = self._own_named(profile, reading)
        words = frozenset(t for m in reading.content if own or m.role is not Role.SUBJECT for t in m.terms)
        amounts = [m.amount for m in reading.content if m.amount and not m.soft]
        hits = sum(bool(words & key) for key in profile.keys)
        hits += sum(any(_same(one, key.value, key.unit) for one in amounts) for key in profile.key_amounts)
        return min(1.0, 0.5 * hits + (0.5 if hits >= len(profile.keys) else 0.0)), hits == 0

    def _kind(self, fact: Fact, reading: Reading, subject: float, attribute: float, figure: float) -> float:
        kind = self.knowledge.attributes[fact.attribute].kind
        specific = [ask for ask in reading.asks if ask in ANSWERS]
        listed = Ask.LIST in reading.asks and not reading.asks & (_QUANTITIES | {Ask.COUNT, Ask.WHEN, Ask.COMPARE})
        if listed and kind in _MEASURED - {Kind.DATE}:
            return -1.0
        if Ask.COUNT in specific and reading.asks & {Ask.LIST, Ask.WHAT} and len(specific) == 1:
            specific = []
        if not specific:
            return 0.0
        if Ask.WHY in reading.asks and kind is Kind.TEXT:
            return 0.3
        given = any(m.amount and not m.soft and not m.amount.loose and _same_amount(m.amount, fact) for m in reading.content)
        if given and not reading.checks and not reading.choice and reading.asks & _QUANTITIES:
            return -1.0
        if kind is Kind.DATE and not self._dated(fact, reading):
            return -1.0
        if any(kind in ANSWERS[ask] for ask in specific):
            return 1.0
        turned = any(self._turned(ask, fact, subject, attribute, figure) for ask in specific)
        if turned:
            return 0.4
        sure = attribute >= 0.95 or (attribute >= 0.7 and Ask.WHERE not in specific)
        lenient = specific and set(specific) <= _LOOSE_ASKS and kind not in _MEASURED and sure
        return 0.0 if lenient else -1.0

    def _dated(self, fact: Fact, reading: Reading) -> bool:
        """Whether a date is as exact as asked: 哪年 needs a year, 幾號 a day; 什麼時候 takes any time."""
        if Ask.DAY in reading.asks:
            return isinstance(fact.value, str) and len(fact.value) == len("2026-01-08")
        return Ask.CALENDAR not in reading.asks or fact.value is not None

    def _turned(self, ask: Ask, fact: Fact, subject: float, attribute: float, figure: float) -> bool:
        """Whether the fact answers with its subject or its period instead of its figure."""
        kind = self.knowledge.subjects[fact.subject].type
        if ask is Ask.WHO:
            return subject < CORE and kind in ("company", "fund", "investor", "chip", "card", "label", "city", "group")
        if ask is Ask.WHERE:
            owner = self.knowledge.subjects[fact.subject].of
            return subject < CORE and "city" in (kind, self.knowledge.subjects[owner].type if owner else "")
        if ask is Ask.WHEN:
            return bool(fact.period) and (figure == 1.0 or attribute >= 0.9)
        return False

    def _grounded(self, profile: Profile, reading: Reading, attribute: float, figure: float, keys: float) -> bool:
        """Whether the fact is about at least one of the attribute-like words of the question, if it has any."""
        leading = [m for m in reading.content if m.role is Role.WORD and not m.soft and m.terms & self.hint_terms]
        if not leading:
            return attribute > 0 or figure > 0 or keys > 0 or any(ask in ANSWERS for ask in reading.asks)
        return any(max((profile.core.get(term, 0.0) for term in mention.terms), default=0.0) >= CORE for mention in leading)


def _same_amount(amount: Quantity, fact: Fact) -> bool:
    return isinstance(fact.value, float | int) and _same(amount, fact.value, fact.unit or "")


def _same(amount: Quantity, value: float, unit: str) -> bool:
    alike = not amount.unit or amount.unit == unit or {amount.unit, unit} <= {"个", "家", "片", "款", ""}
    return alike and amount.fits(value)

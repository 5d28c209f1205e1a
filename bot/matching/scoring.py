"""Reading × facts → matches: how much of the question each fact explains, and what speaks against it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching import evoking, kinds
from bot.matching.asks import Ask
from bot.matching.candidates import candidates, told
from bot.matching.coverage import Coverage, Part, in_time, off_time
from bot.matching.lexicon import attribute_term
from bot.matching.match import CORE, Match
from bot.matching.profile import Profile
from bot.matching.reading import Reading, Role
from bot.text.periods import Period

_ALTERNATIVE = 0.8
_FOR_ALL = frozenset({Ask.LIST, Ask.WHO, Ask.COMPARE})


class _Weighed(NamedTuple):
    """A reading with what is the same for all facts: its mentions made ready, the terms of its leading words, its times and form."""

    reading: Reading
    parts: tuple[Part, ...]
    leading: tuple[frozenset[str], ...]
    periods: tuple[Period, ...]
    dated: bool
    of_a_kind: bool
    confirming: bool
    listing: bool
    of_all: bool


@dataclass(frozen=True, eq=False, repr=False)
class Scorer:
    """Scores facts by their profiles.

    `postings`: term → the facts that are about it, `pointers`: those with it in figure or keys. `hint_terms`: the words
    that hint at any attribute. `field`: subjects that name the whole field and fit every fact. `types` sorts terms,
    `unstated` are attributes that no fact has, `sole` those that only one subject has.
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

    @cached_property
    def coverage(self) -> Coverage:
        """Tells what facts explain."""
        kinds_of = {attribute_term(one.id): one.kind for one in self.knowledge.attributes.values()}
        return Coverage(self.types, kinds_of, self.field, self.unstated)

    @cached_property
    def parts(self) -> Mapping[str, tuple[frozenset[str], ...]]:
        """The subjects whose names have parts → the terms of each part."""
        facts_of = self.knowledge.facts_of
        each = ((subject, self.profiles[facts[0].id].parts) for subject, facts in facts_of.items())
        return {subject: parts for subject, parts in each if parts}

    @cached_property
    def describing(self) -> frozenset[str]:
        """The terms of attributes that describe a subject at large: what it is for."""
        return frozenset(map(attribute_term, (a.id for a in self.knowledge.attributes.values() if a.kind is Kind.USE)))

    @cached_property
    def hinted(self) -> Mapping[str, frozenset[str]]:
        """The attributes that each word hints at."""
        found: dict[str, frozenset[str]] = {}
        for attribute, hints in {(one.attribute[2:], one.hints) for one in self.profiles.values()}:
            for term in hints:
                found[term] = found.get(term, frozenset()) | {attribute}
        return found

    def matches(self, reading: Reading, about: str | None = None) -> list[Match]:
        """Matches of every fact that is about something the reading mentions (and about that subject), best first."""
        facts = candidates(reading, self.knowledge, self.postings, self.pointers, self.sole)
        if about:
            facts = (fact for fact in facts if self.profiles[fact].core.get(f"s:{about}", 0.0) >= CORE)
        weighed, telling = self._weighed(reading), told(reading)
        scored = [
            self._match(self.knowledge.facts[fact], weighed)
            for fact in facts
            if not telling or not telling.isdisjoint(self.profiles[fact].reach)
        ]
        return sorted(scored, key=lambda match: -match.score)

    def match(self, fact: Fact, reading: Reading) -> Match:
        """How `fact` matches `reading`."""
        return next(self.each((fact.id,), reading))

    def each(self, facts: Iterable[str], reading: Reading) -> Iterator[Match]:
        """How each of these facts matches `reading`, in their order, one after the other as they are wanted."""
        weighed = self._weighed(reading)
        return (self._match(self.knowledge.facts[fact], weighed) for fact in facts)

    def _weighed(self, reading: Reading) -> _Weighed:
        return _Weighed(
            reading,
            self.coverage.parts(reading),
            tuple(self._leading(reading)),
            periods := reading.periods,
            dated=any(period.month for period in periods),
            of_a_kind=bool(reading.specific) or reading.lists,
            confirming=reading.checks or reading.choice,
            listing=Ask.LIST in reading.asks,
            of_all=not reading.asks.isdisjoint(_FOR_ALL),
        )

    def _match(self, fact: Fact, weighed: _Weighed) -> Match:
        reading, profile = weighed.reading, self.profiles[fact.id]
        coverage, told, unexplained = self.coverage.explained(fact, profile, reading, weighed.parts)
        subject = evoking.subject(profile, reading)
        attribute = evoking.attribute(profile, reading)
        figure = evoking.figure(fact, profile, reading, self.field)
        keys, missed = evoking.keys(profile, reading)
        evoked = evoking.Evoked(subject, attribute, figure)
        kind = kinds.fit(fact, profile, reading, self.knowledge, evoked) if weighed.of_a_kind else 0.0
        named = attribute >= evoking.NAMED
        timed = [in_time(period, profile) for period in weighed.periods] if weighed.periods else []
        off = bool(timed) and off_time(profile, reading, timed, named=named)
        score = (
            3 * coverage
            + 2.2 * subject
            + 2.4 * attribute
            # A figure in the question tells much when it asks whose it is, little when it gives both.
            + figure * (0.9 if weighed.confirming or subject < CORE else 0.1)
            + 0.8 * evoking.asked_for(profile, reading)
            + 0.7 * keys
            + 0.4 * (weighed.listing and profile.kind is Kind.LIST)
            + 1.4 * kind
            + (0.05 if fact.period else 0.0)
            - (0.45 if missed else 0.0)
            - 1.5 * off
            - 0.5 * min(len(unexplained), 3)
        )
        forbidden = self._forbidden(unexplained, profile, reading, attribute, figure)
        # By position, in a third of the time: this is made for every fact that is weighed.
        return Match(
            fact,
            score,
            coverage,
            subject,
            attribute,
            figure,
            keys,
            kind,
            tuple([part.mention for part in unexplained]),
            forbidden,
            off,
            bool(reading.subjects) and subject < CORE,
            True in timed,
            weighed.dated and True in timed,
            reading.bare,
            profile.subject in reading.terms,
            named or _grounded(profile, weighed.leading),
            told,
            fact.attribute in self.sole,
            named and weighed.of_all,
            _ALTERNATIVE if reading.choice else 0.0,
        )

    def _forbidden(
        self, unexplained: tuple[Part, ...], profile: Profile, reading: Reading, attribute: float, figure: float
    ) -> bool:
        """Whether a mention that the fact does not explain rules it out, and does not merely weaken it."""
        if not unexplained and not reading.excluded:
            return False
        words = [part for part in unexplained if part.mention.role is Role.WORD]
        if attribute < evoking.NAMED and any(part.kinds for part in words):
            return True  # another attribute is named, and this one is not
        if reading.choice and figure >= 1.0 and len(words) == len(unexplained):
            return False
        one = profile.kind is not Kind.LIST
        if one and any(profile.core.get(term, 0.0) >= evoking.NAMED for term in reading.excluded):
            return True  # 除了沐曦還投了誰
        return any(
            self._rules_out(part, profile, reading) or _other_measure(part, profile, reading) for part in unexplained
        )

    def _rules_out(self, part: Part, profile: Profile, reading: Reading) -> bool:
        """Whether it is another subject, another amount, something no fact states, a rival value, or the very thing asked."""
        mention = part.mention
        if mention.role is Role.UNREAD:
            return False
        if mention.role is not Role.WORD or len(part.stated) < len(mention.terms):
            return True
        # A scope (國產, 全球) only matters where the fact has one of its own.
        asked = (mention.head or mention.seeking) and part.types != {"scope"}
        return not reading.choice and (asked or bool(part.types - {"scope"} or part.types & profile.types))

    def _leading(self, reading: Reading) -> Iterator[frozenset[str]]:
        """The terms of the attribute-like words of a question; not of those that ask what a given amount is of."""
        of_what = evoking.asks_of_what(reading)
        for mention in reading.content:
            like_attribute = (
                mention.role is Role.WORD and not mention.soft and not mention.terms.isdisjoint(self.hint_terms)
            )
            if like_attribute and not (of_what and (mention.head or mention.seeking)):
                yield mention.terms | mention.inner


def _other_measure(part: Part, profile: Profile, reading: Reading) -> bool:
    """Whether the mention asks for another measure: profit for revenue, growth for a size."""
    if profile.kind in kinds.MEASURED and profile.kind in part.kinds:
        return True
    sums = bool(part.kinds) and kinds.SUMS.issuperset(part.kinds) and profile.kind in kinds.SUMS
    return sums and not part.mention.soft and not reading.asks & {Ask.COMPARE, Ask.LIST}


def _grounded(profile: Profile, leading: tuple[frozenset[str], ...]) -> bool:
    """Whether the fact is about at least one of the question's leading words, if it has any."""
    return not leading or any(profile.core.get(term, 0.0) >= CORE for terms in leading for term in terms)

"""What each fact can explain: the terms it is about, and those that merely stand in its sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.knowledge.model import Attribute, Fact, Kind, Knowledge, Subject
from bot.matching.lexicon import FILLER, Lexicon, attribute_term, subject_term
from bot.matching.spotting import words_at
from bot.text.fold import fold
from bot.text.periods import Period, periods
from bot.text.quantities import Quantity, quantities
from bot.text.units import Sort, units


@dataclass(frozen=True, eq=False, repr=False)
class Profile:
    """The terms of one fact.

    `core`: term → how well the fact is about it (0 to 1); `figure`: telling terms of its figure, `keys`, `hints`: those of its keys and its
    attribute's words, `near`: those of the attributes near it; `nearby`: terms of the quote and context; `plain`: the squeezed quote; `times`: the times it is for;
    `amounts`: those in its sentence; `types`: the sorts of thing it is about (company, fund, exchange, scope),
    of which another one cannot be meant; `sorts`: the words for the sort of thing that its figure names (芯片 for 廬山).
    """

    subject: str
    attribute: str
    kind: Kind
    core: Mapping[str, float]
    figure: frozenset[str]
    keys: tuple[frozenset[str], ...]
    key_amounts: tuple[Quantity, ...]
    hints: frozenset[str]
    near: frozenset[str]
    parts: tuple[frozenset[str], ...]
    nearby: frozenset[str]
    plain: str
    times: tuple[Period, ...]
    times_nearby: tuple[Period, ...]
    amounts: tuple[Quantity, ...]
    types: frozenset[str]
    sorts: frozenset[str]

    @cached_property
    def asked(self) -> frozenset[str]:
        """The terms that ask for its attribute."""
        return self.hints | {self.attribute}

    @cached_property
    def evoking(self) -> frozenset[str]:
        """The terms that evoke its attribute, or one near it."""
        return self.asked | self.near

    @cached_property
    def reach(self) -> frozenset[str]:
        """Every term that the fact is about or that evokes it; not those that merely stand in its sentence."""
        return self.calling.union(self.core, self.figure, *self.keys)

    @cached_property
    def calling(self) -> frozenset[str]:
        """The terms that evoke its attribute in any way, the sort of thing that its figure names among them."""
        return self.evoking | self.sorts


FIELD = "field"
"""The type of subjects that name the whole field (GPU, domestic GPUs); naming one narrows nothing down."""

CLASS = "class"
"""The type of rings that name a sort of thing (company, chip) and narrow little down."""

_PART, _HINTED, _NEAR, _OWNED, _CLASSED, _SIBLING = 0.95, 0.9, 0.85, 0.85, 0.85, 0.8

RIVALS = frozenset(
    "company fund chip card scope exchange place city process event label contest generation use currency".split()
)
"""Types of which a fact is about its own: another one merely standing in its sentence is not what it states."""


def term_types(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Term → the rival types it has, as a subject or as a typed ring."""
    subjects = {subject_term(one.id): frozenset({one.type}) & RIVALS for one in knowledge.subjects.values()}
    rings = {f"r:{number}": frozenset({ring.type or ""}) & RIVALS for number, ring in enumerate(knowledge.rings)}
    return {term: types for term, types in (subjects | rings).items() if types}


@dataclass(frozen=True, eq=False, repr=False)
class Profiler:
    """Makes the profiles of one Knowledge's facts. What it has read once it keeps, for facts share sentences and words."""

    knowledge: Knowledge
    lexicon: Lexicon
    _seen: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def types(self) -> Mapping[str, frozenset[str]]:
        """The rival types of each term."""
        return term_types(self.knowledge)

    @cached_property
    def _classes(self) -> frozenset[str]:
        return frozenset(f"r:{number}" for number, ring in enumerate(self.knowledge.rings) if ring.type == CLASS)

    @cached_property
    def _together(self) -> Mapping[tuple[str, str], list[Fact]]:
        """The facts of one subject in one sentence."""
        together: dict[tuple[str, str], list[Fact]] = {}
        for fact in self.knowledge.facts.values():
            together.setdefault((fact.subject, fact.quote.text), []).append(fact)
        return together

    def profile(self, fact: Fact) -> Profile:
        """The profile of one fact."""
        attribute, subject = self.knowledge.attributes[fact.attribute], self.knowledge.subjects[fact.subject]
        around = fold(fact.quote.text + (fact.context.text if fact.context else ""))
        figure = self._terms_in(fact.figure)
        keys = tuple(map(self._meanings, fact.keys))
        hints = frozenset().union(*map(self._meanings, attribute.words))
        telling = frozenset(
            term
            for term in figure - hints - self._classes
            if not term.startswith("a:") and "scope" not in self.types.get(term, ())
        )
        core = self._core(fact, subject, attribute, figure.union(*keys), hints)
        stated = self._types_of(telling.union(*keys))
        for term in self._siblings(fact):
            if not self.types.get(term, frozenset()) & stated:
                core[term] = max(core.get(term, 0.0), _SIBLING)
        return Profile(
            subject=subject_term(subject.id),
            attribute=attribute_term(attribute.id),
            kind=attribute.kind,
            core=core,
            figure=telling,
            keys=keys,
            key_amounts=tuple(one for key in fact.keys for one in quantities(fold(key)) if one.unit),
            hints=hints,
            near=frozenset(map(attribute_term, attribute.near)),
            parts=tuple(map(self._meanings, subject.parts)),
            nearby=self._terms_in(around),
            plain=around.replace(" ", ""),
            times=periods(fold(fact.period or "")),
            times_nearby=periods(around),
            amounts=quantities(around),
            types=self._types_of(core),
            sorts=self._sorts_named(fact, attribute.kind),
        )

    def _core(
        self, fact: Fact, subject: Subject, attribute: Attribute, stated: frozenset[str], hints: frozenset[str]
    ) -> dict[str, float]:
        """Term → how well the fact is about it, the highest of what it may be."""
        parts = frozenset().union(*map(self._meanings, subject.parts))
        owners = self._owners_named(stated) | (frozenset({subject_term(subject.of)}) if subject.of else frozenset())
        levels = (
            (self._class_words(fact, subject, attribute.kind), _CLASSED),
            (owners, _OWNED),
            (frozenset(map(attribute_term, attribute.near)), _NEAR),
            (hints, _HINTED),
            (parts, _PART),
            (stated | {subject_term(subject.id), attribute_term(attribute.id)}, 1.0),
        )
        return {term: level for terms, level in levels for term in terms}

    def _siblings(self, fact: Fact) -> frozenset[str]:
        """The subjects that the same sentence states of the same subject: 英偉達A100 for the gap that 曦雲C500 still has."""
        others = (one for one in self._together[fact.subject, fact.quote.text] if one is not fact)
        return frozenset(term for one in others for term in self._terms_in(one.figure) if term.startswith("s:"))

    def _owners_named(self, terms: frozenset[str]) -> frozenset[str]:
        named = (self.knowledge.subjects[term[2:]] for term in terms if term.startswith("s:"))
        return frozenset(subject_term(one.of) for one in named if one.of)

    def _class_words(self, fact: Fact, subject: Subject, kind: Kind) -> frozenset[str]:
        """The words for the sort of thing the subject is, or the figure names (company, chip, fund, city)."""
        sorts = {subject.type}
        if kind is Kind.ORG or subject.type == FIELD:
            named = (self.knowledge.subjects[t[2:]].type for t in self._terms_in(fact.figure) if t.startswith("s:"))
            sorts |= {"company", *named}
        return frozenset().union(*map(self._meanings, sorted(sorts)))

    def _sorts_named(self, fact: Fact, kind: Kind) -> frozenset[str]:
        named = self._meanings(fact.figure) if kind in (Kind.PRODUCT, Kind.NAME, Kind.ORG) else ()
        sorts = {self.knowledge.subjects[term[2:]].type for term in named if term.startswith("s:")}
        return frozenset().union(*map(self._meanings, sorted(sorts)))

    def _types_of(self, terms: Iterable[str]) -> frozenset[str]:
        return frozenset(sort for term in terms for sort in self.types.get(term, ()))

    def _terms_in(self, text: str) -> frozenset[str]:
        if text not in self._seen:
            self._seen[text] = terms_in(text, self.lexicon)
        return self._seen[text]

    def _meanings(self, word: str) -> frozenset[str]:
        """The terms of exactly this word, without attributes that happen to have it as an alias."""
        surface = " ".join(unit.key for unit in units(fold(word), self.lexicon.stems))
        return frozenset(term for term in self.lexicon.terms.get(surface, ()) if term[:2] in ("r:", "k:", "s:"))


def terms_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Every term whose word stands anywhere in `text`; single Chinese characters, fillers and asks left out."""
    seen = units(fold(text), lexicon.stems)
    return frozenset(
        term
        for start in range(len(seen))
        for word in words_at(lexicon, seen, start)
        if word.end - word.start > 1 or seen[start].sort is not Sort.HAN
        for term in word.terms
        if term != FILLER and not term.startswith("?")
    )

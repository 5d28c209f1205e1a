"""What each fact can explain: the terms it is about, and those that merely stand in its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.model import Fact, Kind, Knowledge, Subject
from bot.matching.lexicon import FILLER, Lexicon, attribute_term, subject_term
from bot.matching.spotting import words_at
from bot.text.fold import fold, squeeze
from bot.text.periods import Period, periods
from bot.text.quantities import Quantity, quantities
from bot.text.units import Sort, units


@dataclass(frozen=True, slots=True)
class Profile:
    """The terms of one fact.

    `core`: term → how well the fact is about it (0 to 1); `figure`: telling terms of its figure, `keys`, `hints`: those of its keys and its
    attribute's words, `near`: those of the attributes near it; `nearby`: terms of the quote and context; `plain`: the squeezed quote; `times`: the times it is for;
    `amounts`: those in its sentence; `types`: the sorts of thing it is about (company, fund, exchange, scope),
    of which another one cannot be meant.
    """

    subject: str
    attribute: str
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


RIVALS = frozenset(
    {
        "company",
        "fund",
        "chip",
        "card",
        "scope",
        "exchange",
        "place",
        "city",
        "process",
        "event",
        "label",
        "contest",
        "generation",
        "use",
    }
)
"""Types of which a fact is about its own: another one merely standing in its sentence is not what it states."""


def term_types(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Term → the rival types it has, as a subject or as a typed ring."""
    subjects = {subject_term(one.id): frozenset({one.type}) & RIVALS for one in knowledge.subjects.values()}
    rings = {f"r:{number}": frozenset({ring.type or ""}) & RIVALS for number, ring in enumerate(knowledge.rings)}
    return {term: types for term, types in (subjects | rings).items() if types}


def profile(fact: Fact, knowledge: Knowledge, lexicon: Lexicon, types: Mapping[str, frozenset[str]]) -> Profile:
    """The profile of one fact."""
    attribute, subject = knowledge.attributes[fact.attribute], knowledge.subjects[fact.subject]
    figure = terms_in(fact.figure, lexicon)
    keys = tuple(_meanings(key, lexicon) for key in fact.keys)
    hints = frozenset(term for word in attribute.words for term in _meanings(word, lexicon))
    parts = tuple(_meanings(part, lexicon) for part in subject.parts)
    near = frozenset(map(attribute_term, attribute.near))
    core: dict[str, float] = {}

    def raise_to(terms: frozenset[str], level: float) -> None:
        for term in terms:
            core[term] = max(core.get(term, 0.0), level)

    raise_to(frozenset({subject_term(subject.id), attribute_term(attribute.id)}), 1.0)
    raise_to(frozenset().union(figure, *keys), 1.0)
    raise_to(frozenset().union(*parts), 0.95)
    raise_to(hints, 0.9)
    raise_to(near, 0.85)
    raise_to(_owners(subject, knowledge) | _figure_owners(figure, knowledge), 0.85)
    raise_to(_class_of(fact, subject, attribute.kind, lexicon), 0.85)
    around = fact.quote.text + (fact.context.text if fact.context else "")
    classes = frozenset(f"r:{number}" for number, ring in enumerate(knowledge.rings) if ring.type == "class")
    times = periods(fold(fact.period or ""))
    telling = frozenset(term for term in figure - hints - classes if not term.startswith("a:"))
    stated = frozenset(sort for term in telling.union(*keys) for sort in types.get(term, ()))
    siblings = _siblings(fact, knowledge, lexicon)
    raise_to(frozenset(term for term in siblings if not types.get(term, frozenset()) & stated), 0.8)
    own = frozenset(sort for term in core for sort in types.get(term, ()))
    return Profile(
        subject_term(subject.id), attribute_term(attribute.id), core, telling, keys,
        tuple(one for key in fact.keys for one in quantities(fold(key)) if one.unit), hints, near, parts, terms_in(around, lexicon), squeeze(around),
        times, periods(fold(around)), quantities(fold(around)), own,
    )  # fmt: skip


def _siblings(fact: Fact, knowledge: Knowledge, lexicon: Lexicon) -> frozenset[str]:
    """The subjects that the same sentence states of the same subject: 英偉達A100 for the gap that 曦雲C500 still has."""
    others = (
        one
        for one in knowledge.facts.values()
        if one.subject == fact.subject and one.quote == fact.quote and one != fact
    )
    return frozenset(term for one in others for term in terms_in(one.figure, lexicon) if term.startswith("s:"))


def _meanings(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The terms of exactly this word, without attributes that happen to have it as an alias."""
    surface = " ".join(unit.key for unit in units(fold(word), lexicon.stems))
    return frozenset(term for term in lexicon.terms.get(surface, ()) if term[:2] in ("r:", "k:", "s:"))


def _owners(subject: Subject, knowledge: Knowledge) -> frozenset[str]:
    return frozenset({subject_term(subject.of)}) if subject.of else frozenset()


def _figure_owners(figure: frozenset[str], knowledge: Knowledge) -> frozenset[str]:
    named = (knowledge.subjects[term[2:]] for term in figure if term.startswith("s:"))
    return frozenset(subject_term(one.of) for one in named if one.of)


def _class_of(fact: Fact, subject: Subject, kind: Kind, lexicon: Lexicon) -> frozenset[str]:
    """The words for the sort of thing the subject is, or the figure names: company, chip, fund, city …"""
    classes = {subject.type} | ({"company"} if kind is Kind.ORG or subject.type == "field" else set())
    if kind is Kind.ORG and any(term.startswith("s:") for term in terms_in(fact.figure, lexicon)):
        classes |= {"fund"} if "fund" in fact.figure or "基金" in fact.figure else set()
    return frozenset().union(*(_meanings(name, lexicon) for name in classes))

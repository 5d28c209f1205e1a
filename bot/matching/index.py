"""Everything made ready for matching: the lexicon and each fact's profile, from one Knowledge."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.model import Fact, Knowledge
from bot.matching import slips, wording
from bot.matching.kinds import WORDED
from bot.matching.lexicon import Lexicon, attribute_term, subject_term
from bot.matching.lexicon import build as build_lexicon
from bot.matching.profile import CLASS, FIELD, Profile, Profiler, term_types
from bot.matching.reader import Reader
from bot.matching.scoring import Scorer
from bot.matching.slips import Slips
from bot.matching.spelling import Spelling
from bot.matching.typed_pinyin import TypedPinyin
from bot.matching.wording import Wording, Words
from bot.text.fold import fold
from bot.text.periods import periods


@dataclass(frozen=True, eq=False, repr=False)
class Index:
    """What matching needs beside the knowledge itself.

    `phrases`: the aliases that hold a question word, with that word put in one way, `ways`: the words of each;
    `stated`: the subjects that facts are about or name, as terms, `pairs`: those of characters in their long names;
    `postings`: term → the facts that are about it; `pointers`: term → the facts with it in their figure or keys; `hints`: terms that hint at any attribute.
    """

    lexicon: Lexicon
    phrases: Lexicon
    ways: Mapping[str, Words]
    stated: frozenset[str]
    pairs: slips.Pairs
    profiles: Mapping[str, Profile]
    postings: Mapping[str, tuple[str, ...]]
    pointers: Mapping[str, tuple[str, ...]]
    hints: frozenset[str]


def build(knowledge: Knowledge) -> Index:
    """The index of `knowledge`."""
    lexicon = build_lexicon(knowledge)
    profiler = Profiler(knowledge, lexicon)
    profiles = {fact.id: profiler.profile(fact) for fact in knowledge.facts.values()}
    postings = _by_term({one: frozenset(profiles[one].core) | _years(fact) for one, fact in knowledge.facts.items()})
    pointers = _by_term({one: own.figure.union(*own.keys) for one, own in profiles.items()})
    ways = wording.ways()
    stated = _stated(knowledge, profiles)
    pairs = slips.pairs(lexicon, stated)
    return Index(
        lexicon,
        wording.phrases(lexicon, ways),
        ways,
        stated,
        pairs,
        profiles,
        postings,
        pointers,
        _hints(knowledge, profiles),
    )


def _hints(knowledge: Knowledge, profiles: Mapping[str, Profile]) -> frozenset[str]:
    return frozenset(map(attribute_term, knowledge.attributes)).union(*(one.hints for one in profiles.values()))


def _by_term(terms: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for fact, its in terms.items():
        for term in its:
            found.setdefault(term, []).append(fact)
    return {term: tuple(facts) for term, facts in found.items()}


def _years(fact: Fact) -> frozenset[str]:
    return frozenset(f"y:{period.year}" for period in periods(fold(fact.period or "")) if period.year)


def _stated(knowledge: Knowledge, profiles: Mapping[str, Profile]) -> frozenset[str]:
    figured = frozenset(term for one in profiles.values() for term in one.figure if term.startswith("s:"))
    return frozenset(subject_term(fact.subject) for fact in knowledge.facts.values()) | figured


def field_terms(knowledge: Knowledge) -> frozenset[str]:
    """The terms of subjects that name the whole field or the article."""
    return frozenset(subject_term(one.id) for one in knowledge.subjects.values() if one.type in (FIELD, "article"))


def unstated_terms(knowledge: Knowledge) -> frozenset[str]:
    """The terms of attributes that no fact has."""
    stated = {fact.attribute for fact in knowledge.facts.values()}
    return frozenset(attribute_term(one) for one in knowledge.attributes if one not in stated)


def _loose_terms(knowledge: Knowledge) -> frozenset[str]:
    """The terms of stated attributes that are told in words: a phrase that names one may be meant by its words alone."""
    loose = {one.id for one in knowledge.attributes.values() if one.kind in WORDED}
    return frozenset(attribute_term(fact.attribute) for fact in knowledge.facts.values() if fact.attribute in loose)


def reader(knowledge: Knowledge, index: Index) -> Reader:
    """A reader of messages over `index`."""
    classes = frozenset(f"r:{number}" for number, ring in enumerate(knowledge.rings) if ring.type == CLASS)
    owners = {subject_term(one.id): subject_term(one.of) for one in knowledge.subjects.values() if one.of}
    return Reader(
        index.lexicon,
        Wording(index.phrases, index.ways),
        Slips(index.lexicon, index.stated, index.pairs),
        Spelling(index.lexicon),
        TypedPinyin(index.lexicon),
        field_terms(knowledge),
        classes,
        unstated_terms(knowledge),
        _loose_terms(knowledge),
        owners,
    )


def scorer(knowledge: Knowledge, index: Index) -> Scorer:
    """A scorer of facts over `index`."""
    holders: dict[str, set[str]] = {}
    for fact in knowledge.facts.values():
        holders.setdefault(fact.attribute, set()).add(fact.subject)
    sole = frozenset(attribute for attribute, subjects in holders.items() if len(subjects) == 1)
    return Scorer(
        knowledge,
        index.profiles,
        index.postings,
        index.pointers,
        index.hints,
        field_terms(knowledge),
        term_types(knowledge),
        unstated_terms(knowledge),
        sole,
    )

"""What the bot knows, as immutable values. The words are those of the design's word list."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeVar


class Kind(StrEnum):
    """The kind of value an attribute has, and so the kind of question it can answer."""

    MONEY = "money"
    PERCENT = "percent"
    SHARE = "share"
    MULTIPLE = "multiple"
    COUNT = "count"
    LENGTH = "length"
    RANK = "rank"
    DATE = "date"
    PLACE = "place"
    EXCHANGE = "exchange"
    ORG = "org"
    PERSON = "person"
    PRODUCT = "product"
    NAME = "name"
    LABEL = "label"
    LIST = "list"
    STATUS = "status"
    TREND = "trend"
    USE = "use"
    REASON = "reason"
    DEFINITION = "definition"
    TEXT = "text"


class Name(NamedTuple):
    """One name in the three languages a reader may have."""

    hant: str
    hans: str
    en: str

    def in_language(self, language: str) -> str:
        """The name for `zh-Hant`, `zh-Hans` or `en`; Traditional Chinese for anything else."""
        return {"zh-Hans": self.hans, "en": self.en}.get(language, self.hant)


class Article(NamedTuple):
    """One published text. `seal` holds the SHA-256 of each sentence, a tuple for each paragraph, in order."""

    id: str
    publisher: str
    seal: tuple[tuple[str, ...], ...]
    author: str | None = None
    editor: str | None = None
    published: str | None = None
    url: str | None = None


class Subject(NamedTuple):
    """What facts are about. `of` is the subject it belongs to (a chip's maker); `parts` are words that together name it."""

    id: str
    name: Name
    type: str
    aliases: tuple[str, ...] = ()
    of: str | None = None
    parts: tuple[str, ...] = ()
    common: bool = False


class Attribute(NamedTuple):
    """What is stated of a subject. `aliases` name it, `words` are shared words that hint at it.

    `near` are attributes that people name when they mean this one (誰家的 for the product of a maker).
    """

    id: str
    name: Name
    kind: Kind
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


class Quote(NamedTuple):
    """One whole sentence of a sealed article, character for character. Paragraph and sentence count from 1."""

    text: str
    paragraph: int
    sentence: int


class Fact(NamedTuple):
    """Subject + attribute + period + figure (+ hedge) + quote (+ context).

    `value` is a number for quantities (in `unit`: 元, %, 倍, 片 …), an ISO date or its stated part for dates, else None.
    """

    id: str
    article: str
    subject: str
    attribute: str
    figure: str
    quote: Quote
    period: str | None = None
    value: float | str | None = None
    unit: str | None = None
    hedge: str | None = None
    context: Quote | None = None
    keys: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Ring(NamedTuple):
    """Words that mean the same to people who ask, the first one standing for all. `type` says what value they are, if any."""

    words: tuple[str, ...]
    type: str | None = None


class Example(NamedTuple):
    """A question as people ask it, and the fact that answers it; none (`fact` is empty) for what nothing answers."""

    question: str
    fact: str


K = TypeVar("K")


def _grouped(facts: Iterable[Fact], key: Callable[[Fact], K]) -> dict[K, tuple[Fact, ...]]:
    found: dict[K, list[Fact]] = {}
    for fact in facts:
        found.setdefault(key(fact), []).append(fact)
    return {one: tuple(its) for one, its in found.items()}


@dataclass(frozen=True)
class Knowledge:
    """An immutable, verified set of articles, subjects, attributes and facts: what one moment of the bot knows.

    `examples` are questions whose answers are known; what is taught to a fact as a phrase means it word for word only.
    """

    articles: Mapping[str, Article]
    subjects: Mapping[str, Subject]
    attributes: Mapping[str, Attribute]
    facts: Mapping[str, Fact]
    rings: tuple[Ring, ...] = ()
    examples: tuple[Example, ...] = ()
    version: str = field(default="", compare=False)

    @cached_property
    def facts_of(self) -> Mapping[str, tuple[Fact, ...]]:
        """Subject → its facts, in the order of the fact files; subjects without facts are not there."""
        return _grouped(self.facts.values(), lambda fact: fact.subject)

    @cached_property
    def facts_in(self) -> Mapping[Quote, tuple[Fact, ...]]:
        """Quote → the facts drawn from it."""
        return _grouped(self.facts.values(), lambda fact: fact.quote)

    @cached_property
    def stated_of(self) -> Mapping[str, frozenset[str]]:
        """Subject → the attributes of which it has facts, empty for subjects without facts."""
        return {one: frozenset(fact.attribute for fact in self.facts_of.get(one, ())) for one in self.subjects}

    @cached_property
    def measured(self) -> tuple[Fact, ...]:
        """The facts whose figure is a number."""
        return tuple(fact for fact in self.facts.values() if isinstance(fact.value, float | int))

    def __reduce__(self) -> tuple[object, ...]:
        parts = (self.articles, self.subjects, self.attributes, self.facts)
        return Knowledge.of, (*(tuple(part.values()) for part in parts), self.rings, self.examples, self.version)

    @staticmethod
    def of(  # noqa: PLR0913, PLR0917 - as many as there are parts
        articles: tuple[Article, ...],
        subjects: tuple[Subject, ...],
        attributes: tuple[Attribute, ...],
        facts: tuple[Fact, ...],
        rings: tuple[Ring, ...],
        examples: tuple[Example, ...] = (),
        version: str = "",
    ) -> "Knowledge":
        """Knowledge over these parts, each readable by its id and by no means writable."""
        return Knowledge(
            MappingProxyType({a.id: a for a in articles}),
            MappingProxyType({s.id: s for s in subjects}),
            MappingProxyType({a.id: a for a in attributes}),
            MappingProxyType({f.id: f for f in facts}),
            rings,
            examples,
            version,
        )

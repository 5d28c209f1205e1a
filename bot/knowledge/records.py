"""Unverified records as files or the store hand them in, each with the place it came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Place:
    """Where a record stands: a file (or a store's row) and a line, for messages to the curator."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True)
class ArticleRecord:
    """A sealed article, before verification."""

    id: str
    publisher: str
    seal: tuple[tuple[str, ...], ...]
    place: Place
    author: str | None = None
    editor: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class SubjectRecord:
    """A subject, before verification. `names` maps zh-Hant, zh-Hans and en to a name."""

    id: str
    names: dict[str, str]
    type: str
    place: Place
    aliases: tuple[str, ...] = ()
    of: str | None = None
    parts: tuple[str, ...] = ()
    common: bool = False


@dataclass(frozen=True)
class AttributeRecord:
    """An attribute, before verification."""

    id: str
    names: dict[str, str]
    kind: str
    place: Place
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class RingRecord:
    """Words of one meaning, before verification."""

    words: tuple[str, ...]
    place: Place
    type: str | None = None


@dataclass(frozen=True)
class FactRecord:
    """A fact, before verification: quote and context are bare sentences, not yet found in a seal.

    `keys` are words that narrow it down among its like, `phrases` whole questions taught to mean it.
    """

    article: str
    subject: str
    attribute: str
    figure: str
    quote: str
    place: Place
    id: str | None = None
    period: str | None = None
    hedge: str | None = None
    context: str | None = None
    keys: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True)
class AskedRecord:
    """Questions as people ask them that one fact answers, before verification; `fact` is empty for what nothing answers."""

    fact: str
    questions: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Records:
    """Everything that one Knowledge is made from."""

    articles: Sequence[ArticleRecord] = ()
    subjects: Sequence[SubjectRecord] = ()
    attributes: Sequence[AttributeRecord] = ()
    rings: Sequence[RingRecord] = ()
    facts: Sequence[FactRecord] = ()
    asked: Sequence[AskedRecord] = ()


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong with a record, in words for its curator."""

    place: Place = field(compare=False)
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


class BrokenFacts(Exception):
    """Records that do not pass verification; nothing of them was loaded."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)

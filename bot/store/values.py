"""What the store keeps and gives back, as immutable values that know no database."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict

from bot.answering.model import Strictness


@dataclass(frozen=True, slots=True)
class Asker:
    """Who does something, and where: the platform's own ids as text. A chat or a person may be unknown."""

    platform: str
    chat: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What the managers of one chat chose. `language` None follows the reader; `curators` are person ids."""

    language: str | None = None
    overheard: bool = False
    strictness: Strictness = Strictness.NORMAL
    curators: frozenset[str] = frozenset()


class SettingsChanges(TypedDict, total=False):
    """The fields of ChatSettings that a change names."""

    language: str | None
    overheard: bool
    strictness: Strictness
    curators: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Alike questions that got no answer: the one asked most often, how often all were asked, and a few wordings."""

    id: str
    example: str
    count: int
    examples: tuple[str, ...]


class Reason(StrEnum):
    """Why a change is not made, as keys of the catalogue."""

    NOT_A_CURATOR = "store.refused.not-a-curator"
    NO_SUCH_FACT = "store.refused.no-such-fact"
    NO_SUCH_RECORD = "store.refused.no-such-record"
    ALREADY_THERE = "store.refused.already-there"
    EMPTY = "store.refused.empty"
    TOO_LONG = "store.refused.too-long"
    OTHER_SUBJECT = "store.refused.other-subject"
    OTHER_PERIOD = "store.refused.other-period"
    MEANS_ANOTHER = "store.refused.means-another"
    BREAKS = "store.refused.breaks"
    NO_EFFECT = "store.refused.no-effect"
    BROKEN_FACTS = "store.refused.broken-facts"


@dataclass(frozen=True, slots=True)
class Taught:
    """What came of a curation. When refused, `reason_key` says why and `broken` what it would break."""

    ok: bool
    reason_key: Reason | None = None
    broken: tuple[str, ...] = ()


class FactChanges(TypedDict, total=False):
    """The fields of a fact that a correction names; None takes one away."""

    subject: str
    attribute: str
    figure: str
    period: str | None
    hedge: str | None
    quote: str
    context: str | None


class StoreUnavailable(Exception):
    """The database did not take a write that somebody waits for; nothing of it was kept."""

"""What goes into the engine and what comes out of it."""

from enum import StrEnum
from typing import NamedTuple

from bot.knowledge.model import Fact


class Outcome(StrEnum):
    """What the bot does with a question."""

    ANSWER = "answer"
    NO_ANSWER = "no_answer"
    SILENCE = "silence"


class Shape(StrEnum):
    """How the facts of an answer belong together, which decides how a reply shows them."""

    SINGLE = "single"
    CARD = "card"
    LIST = "list"
    COMPARISON = "comparison"
    CONFIRMATION = "confirmation"
    CORRECTION = "correction"
    NOTHING = "nothing"


class Addressed(StrEnum):
    """How a message reached the bot: everything but OVERHEARD was meant for it."""

    COMMAND = "command"
    MENTION = "mention"
    REPLY = "reply"
    PRIVATE = "private"
    OVERHEARD = "overheard"


class Strictness(StrEnum):
    """How sure the bot must be to speak up in a group uninvited."""

    STRICT = "strict"
    NORMAL = "normal"


class Question(NamedTuple):
    """A typed message: its text, how it was addressed and how strict the channel is about interruptions."""

    text: str
    addressed: Addressed = Addressed.COMMAND
    strictness: Strictness = Strictness.NORMAL


class Calculation(NamedTuple):
    """A value computed from two cited facts, never stated by the article: `operation` is difference, ratio or change."""

    operation: str
    first: str
    second: str
    value: float
    unit: str


class Answer(NamedTuple):
    """The outcome for one question.

    `facts` are asserted, best first; `related` is merely offered. For no_answer, `subject` and `attribute` are ids of what
    was understood, `period` the time as typed, `missing` the words of the question that no fact covers, `suggestions` names the asker may have meant.
    `ambiguous`: several subjects would fit and none was named; `unknown`: what was named and nothing is known of. `score` is the share of the question that the first fact explains, 0 to 1.
    """

    question: str
    outcome: Outcome
    shape: Shape = Shape.NOTHING
    facts: tuple[Fact, ...] = ()
    related: tuple[Fact, ...] = ()
    score: float = 0.0
    subject: str | None = None
    attribute: str | None = None
    missing: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    period: str | None = None
    ambiguous: bool = False
    unknown: str | None = None


class Suggestion(NamedTuple):
    """One autocomplete choice: `value` is an id to ask with (≤ 100 characters), `subject`, `attribute`, `period` its label's parts."""

    value: str
    subject: str
    attribute: str | None = None
    period: str | None = None

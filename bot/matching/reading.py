"""A message as the matcher reads it: what it mentions, what it asks, for which time."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from bot.matching import forms
from bot.matching.asks import ANSWERS, QUANTITIES, Ask
from bot.matching.spotting import Piece
from bot.text.periods import Period
from bot.text.quantities import Quantity
from bot.text.units import Unit

_ASKING_EACH = tuple(f"?{ask.value}" for ask in (Ask.WHO, Ask.WHAT, Ask.DEFINE))
_NO_LIST = QUANTITIES | {Ask.COUNT, Ask.WHEN, Ask.COMPARE}


class Role(StrEnum):
    """What a mention contributes."""

    SUBJECT = "subject"
    WORD = "word"
    PERIOD = "period"
    AMOUNT = "amount"
    UNREAD = "unread"


class Mention(NamedTuple):
    """A stretch of the message with content. `terms` are what it may mean; `soft` ones may also be without content.

    `pairs` holds, for each unread Chinese character, the two-character strings it forms with its neighbours; `inner` the
    terms of words inside a longer name. A `head` stands right after 哪些, 什麼, which: it is what is asked for;
    one that is `seeking` has such a word within.
    """

    text: str
    role: Role
    terms: frozenset[str]
    weight: float
    start: int
    end: int
    soft: bool = False
    negated: bool = False
    slip: float = 0.0
    period: Period | None = None
    amount: Quantity | None = None
    pairs: tuple[tuple[str, ...], ...] = ()
    inner: frozenset[str] = frozenset()
    head: bool = False
    seeking: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class Reading:
    """A message as read: its mentions in order, asks, and form. `pieces`: all of it, those without content too.

    `checks`: it wants a premise confirmed, `claims`: and says so in words; `marked`: it has a question mark; `choice`: it offers alternatives (A 還是 B);
    `span`: it asks from what to what. `parting`: the unit at which the alternatives part. `seen`: its units, slips in
    words put right; `spoken`: they are syllables of pinyin. `chatty`: it has everyday words that tell something.
    """

    folded: str
    mentions: tuple[Mention, ...]
    asks: frozenset[Ask]
    checks: bool
    marked: bool
    pieces: tuple[Piece, ...]
    choice: bool = False
    span: bool = False
    parting: int | None = None
    seen: tuple[Unit, ...] = ()
    spoken: bool = False
    chatty: bool = False
    claims: bool = False

    @cached_property
    def content(self) -> tuple[Mention, ...]:
        """The mentions that are not negated."""
        return tuple(mention for mention in self.mentions if not mention.negated)

    @cached_property
    def excluded(self) -> frozenset[str]:
        """The subjects that are denied or left out."""
        return frozenset(term for m in self.mentions if m.negated for term in m.terms if term.startswith("s:"))

    @cached_property
    def lists(self) -> bool:
        """Whether it wants several things named, and no number."""
        return Ask.LIST in self.asks and self.asks.isdisjoint(_NO_LIST)

    @cached_property
    def each(self) -> bool:
        """Whether it asks the same of one thing after the other (哪個做AI、哪個做圖形)."""
        return any(sum(ask in piece.terms for piece in self.pieces) > 1 for ask in _ASKING_EACH)

    @cached_property
    def asking_at(self) -> frozenset[int]:
        """The units at which asking words begin."""
        return frozenset(piece.start for piece in self.pieces if any(term.startswith("?") for term in piece.terms))

    @cached_property
    def several(self) -> bool:
        """Whether it asks for a list, or is about so many of a sort (四家的外號)."""
        counted = any(mention.amount and mention.soft and mention.amount.value > 1 for mention in self.content)
        return counted or Ask.LIST in self.asks

    @cached_property
    def specific(self) -> frozenset[Ask]:
        """The asks for one kind of value; a bare count beside another ask only counts what that one asks for (哪幾家)."""
        specific = frozenset(ask for ask in self.asks if ask in ANSWERS)
        if Ask.WHY in specific:
            specific -= {Ask.NAME}  # why it is called so is not what it is called
        if specific & {Ask.MONEY, Ask.PERCENT, Ask.MULTIPLE}:
            specific -= {Ask.QUANTITY}  # 金額是多少 asks for money
        return frozenset() if specific == {Ask.COUNT} and self.asks & {Ask.LIST, Ask.WHAT} else specific

    @property
    def remarks(self) -> bool:
        """Whether this is a remark: it exclaims or feels something and asks nothing."""
        asking = self.asks - {Ask.REMARK, Ask.CHECK, Ask.SHOW}
        told = Ask.REMARK in self.asks or forms.ends_as_told(self.folded)
        return told and not asking and not (self.marked or self.checks or self.choice)

    @cached_property
    def subjects(self) -> tuple[Mention, ...]:
        """The mentions that name a subject."""
        return tuple(mention for mention in self.content if mention.role is Role.SUBJECT)

    @cached_property
    def terms(self) -> frozenset[str]:
        """Every term that is mentioned."""
        return frozenset(term for mention in self.content for term in mention.terms)

    @cached_property
    def subject_terms(self) -> tuple[str, ...]:
        """The subjects that the named ones may be."""
        return tuple(term for mention in self.subjects for term in mention.terms if term.startswith("s:"))

    @cached_property
    def alternatives(self) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """What stands on either side of 還是: the last mention before it, and all that follow."""
        if self.parting is None:
            return (), ()
        before = [m for m in self.content if m.end <= self.parting and m.role is not Role.PERIOD and not m.soft]
        return tuple(before[-1:]), tuple(mention for mention in self.content if mention.start >= self.parting)

    @cached_property
    def heads(self) -> tuple[Mention, ...]:
        """The mentions that are the very thing asked for."""
        return tuple(mention for mention in self.content if mention.head or mention.seeking)

    @cached_property
    def times(self) -> tuple[Mention, ...]:
        """The mentions of a time; words such as 去年 say no more where a date is given, unless both are compared."""
        times = tuple(mention for mention in self.content if mention.period)
        dated = tuple(mention for mention in times if mention.period and not mention.period.relative)
        return times if self.choice or self.span or Ask.COMPARE in self.asks else dated or times

    @cached_property
    def bare(self) -> bool:
        """Whether nothing but subjects and times is named."""
        return all(mention.soft or mention.role in (Role.SUBJECT, Role.PERIOD) for mention in self.content)

    @cached_property
    def tells(self) -> bool:
        """Whether it says anything that has content of its own, or asks something of a subject."""
        return any(not mention.soft for mention in self.content) or bool(self.asks - {Ask.REMARK, Ask.SHOW, Ask.CHECK})

    @cached_property
    def inner(self) -> frozenset[str]:
        """The terms within names of several words."""
        return frozenset(term for mention in self.content for term in mention.inner)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The terms mentioned by other words than subjects' names."""
        return frozenset(term for m in self.content if m.role is not Role.SUBJECT for term in m.terms)

    @cached_property
    def amounts(self) -> tuple[Quantity, ...]:
        """The amounts that mean something by themselves."""
        return tuple(mention.amount for mention in self.content if mention.amount and not mention.soft)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The times mentioned."""
        return tuple(mention.period for mention in self.times if mention.period)

    def all_of(self, role: Role) -> tuple[Mention, ...]:
        """The mentions, negated ones left out, that have this role."""
        return tuple(mention for mention in self.content if mention.role is role)

"""How strongly a question evokes each part of a fact: its subject, attribute, figure and keys (0 to 1)."""

from functools import cache
from itertools import takewhile
from typing import NamedTuple

from bot.knowledge.model import Fact
from bot.matching.asks import QUANTITIES, Ask
from bot.matching.match import CORE
from bot.matching.profile import Profile
from bot.matching.reading import Reading, Role
from bot.text.quantities import Quantity


class Evoked(NamedTuple):
    """How strongly a question evokes a fact's subject, attribute and figure (0 to 1)."""

    subject: float
    attribute: float
    figure: float


NAMED = 0.9
"""From this level on the attribute itself was named, not something near it."""

_OTHER_NAME, _HINT, _NEAR, _INNER = 0.9, 0.65, 0.65, 0.5
_WHAT = frozenset({Ask.WHAT, Ask.WHO, Ask.WHEN})
_SEEKING = frozenset({Ask.WHO, Ask.LIST})
"""Asks under which a name that is also an attribute's (國資: the investors) means the attribute."""

_SOFT_HINT, _SOFT_NEAR, _NAMED_AGAIN = 0.4, 0.6, 0.06


def subject(profile: Profile, reading: Reading) -> float:
    """1 when the subject is named; less for what it belongs to or what the figure names, and for parts of its name."""
    levels = [
        profile.core.get(term, 0.0) if term == profile.subject else min(profile.core.get(term, 0.0), _OTHER_NAME)
        for term in reading.subject_terms
    ]
    if levels and max(levels) >= CORE:
        return max(levels)
    if profile.parts:
        parts = (not part.isdisjoint(reading.terms) or not part.isdisjoint(reading.inner) for part in profile.parts)
        return sum(parts) / len(profile.parts)
    return CORE if profile.subject in reading.terms or profile.subject in reading.inner else 0.0


def attribute(profile: Profile, reading: Reading) -> float:
    """1 when the attribute is named, a little more when it is named twice, less for words that hint at it, attributes near it and words inside names."""
    if reading.terms.isdisjoint(profile.calling) and reading.inner.isdisjoint(profile.asked):
        return 0.0
    strongest = 0.0
    hints = named = 0
    own = not reading.subjects or profile.subject in reading.terms
    for mention in reading.content:
        if own and (Ask.NAME in reading.asks or mention.head) and not mention.terms.isdisjoint(profile.sorts):
            strongest = max(strongest, NAMED)
        elif profile.attribute in mention.terms and (mention.role is not Role.SUBJECT or reading.asks & _SEEKING):
            named += 1
            strongest = max(strongest, NAMED if mention.soft else 1.0)
        elif not mention.terms.isdisjoint(profile.hints) and mention.role is not Role.SUBJECT:
            hints += 1
            strongest = max(strongest, _SOFT_HINT if mention.soft else _HINT)
        elif not mention.terms.isdisjoint(profile.near):
            strongest = max(strongest, _SOFT_NEAR if mention.soft else _NEAR)
        elif profile.attribute in mention.terms or not mention.inner.isdisjoint(profile.asked):
            strongest = max(strongest, _INNER)
    more = 0.12 * (hints - 1) if hints > 1 else 0.06 * hints
    return min(1.0, strongest + more) + (_NAMED_AGAIN if named > 1 else 0.0)


def figure(fact: Fact, profile: Profile, reading: Reading, field: frozenset[str]) -> float:
    """1 when the question has the fact's figure, or a telling word of it."""
    amounts = reading.amounts
    if amounts and any(same_amount(amount, fact) for amount in amounts):
        return 1.0
    if profile.figure.isdisjoint(reading.terms):
        return 0.0
    own_named = profile.subject in reading.terms
    hits = [
        mention
        for mention in reading.content
        if mention.terms & profile.figure
        and profile.subject not in mention.terms
        and not mention.terms & field
        and (own_named or mention.role is not Role.SUBJECT)
    ]
    return max((0.5 if mention.soft else 1.0 for mention in hits), default=0.0)


def keys(profile: Profile, reading: Reading) -> tuple[float, bool]:
    """How many of the fact's keys the question has, and whether it has keys and the question none of them."""
    if not profile.keys:
        return 0.0, False
    words = reading.terms if profile.subject in reading.terms else reading.telling
    hits = sum(bool(words & key) for key in profile.keys)
    hits += sum(any(same(one, key.value, key.unit) for one in reading.amounts) for key in profile.key_amounts)
    return min(1.0, 0.5 * hits + (0.5 if hits >= len(profile.keys) else 0.0)), hits == 0


def asked_for(profile: Profile, reading: Reading) -> bool:
    """Whether the fact's attribute is the very thing asked for (哪項指標, which metric)."""
    for mention in reading.heads:  # noqa: SIM110 - most questions have none, and any() would make its generator for every fact
        if not mention.terms.isdisjoint(profile.asked):
            return True
    return False


def given(fact: Fact, reading: Reading) -> bool:
    """Whether the question gives the fact's exact value and asks for no number: then it asks what the value is of."""
    return asks_of_what(reading) and any(exact(amount) and same_amount(amount, fact) for amount in reading.amounts)


def asks_of_what(reading: Reading) -> bool:
    """Whether an exact value is given and no number asked for."""
    numbers = reading.asks & QUANTITIES
    # 那個數字 asks for no number where something else is asked for.
    asked = numbers <= {Ask.QUANTITY} and reading.asks & _WHAT if numbers else True
    return bool(asked) and any(map(exact, reading.amounts))


def exact(amount: Quantity) -> bool:
    """Whether it is a value that hardly stands for another: one with a unit, or of thousands and more, in full."""
    if amount.loose:
        return not amount.several and amount.value >= 100 * amount.scale > 100
    return bool(amount.unit) or amount.scale > 1


def same_amount(amount: Quantity, fact: Fact) -> bool:
    """Whether an amount in a question is the fact's value, or its digits alone (10515.37)."""
    if not isinstance(fact.value, float | int):
        return False
    bare = not amount.unit and amount.scale == 1 and amount.value % 1 > 0
    return same(amount, fact.value, fact.unit or "") or (bare and _digits(amount.value) == _leading(fact.figure))


def _digits(value: float) -> str:
    return f"{value:.10g}"


@cache
def _leading(figure: str) -> str:
    """The digits that a figure begins with."""
    return "".join(takewhile("0123456789.".__contains__, figure))


def same(amount: Quantity, value: float, unit: str) -> bool:
    """Whether an amount in a question is this value in this unit, as far as it is stated."""
    alike = not amount.unit or amount.unit == unit or {amount.unit, unit} <= {"个", "家", "片", "款", ""}
    return alike and amount.fits(value)

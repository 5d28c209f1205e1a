"""How sure known questions must be that a fact is meant."""

from typing import NamedTuple

from bot.answering.lookup import leftover
from bot.answering.strangers import unread
from bot.matching.examples import Likeness
from bot.matching.match import Match


class Bar(NamedTuple):
    """What it takes for a fact to be meant.

    `share`: of all likeness, over that of questions nothing answers; `near`: the cosine of an example; `covered`: of the
    question by the fact itself; `left` and `unread`: the weight of words, and of unknown words, that it does not explain.
    """

    share: float
    near: float
    covered: float
    left: float
    unread: float


NAMED_BAR, UNNAMED_BAR = Bar(0.17, 0.12, 0.3, 4.0, 4.0), Bar(0.2, 0.18, 0.3, 4.0, 1.0)
"""Where the fact's subject is named, and where it is not: an unknown word may then be what it is all about."""

MEANT = Bar(0.75, 0.2, 0.2, 7.0, 4.0)
"""What nearly all who ask so mean may be put in words of its own, and be told in words where a number was expected (成本多少: 近乎零)."""

BEYOND_DOUBT = Bar(0.8, 0.15, 0.2, 7.5, 5.0)
"""What all who ask so of a subject mean may be put in words that are unknown; a number needs one that is known besides."""

_ONE_WORD = 1.9
"""The weight of an unknown word. One may stand beside what only one has, for it is nobody's name."""

_ALMOST_ONE = 0.92
"""From this cosine on an example is the very question but for a word without content."""


def reaches(bar: Bar, match: Match, likeness: Likeness) -> bool:
    """Whether the question is as like the fact's known questions, and as much of it is explained, as this takes."""
    unknown = unread(match)
    return (
        likeness.facts[match.fact.id] - likeness.nothing >= bar.share
        and likeness.closest(match.fact.id) >= bar.near
        and match.coverage >= bar.covered
        and leftover(match) <= bar.left
        and (unknown <= bar.unread or (unknown <= _ONE_WORD and match.sole))
    )


def is_known(match: Match, likeness: Likeness) -> bool:
    """Whether just this question is known to be answered by the fact."""
    return likeness.closest(match.fact.id) >= _ALMOST_ONE

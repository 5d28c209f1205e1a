"""Whether a question may be about somebody of whom nothing is known: then nothing that is known of others answers it."""

from collections.abc import Sequence

from bot.matching.match import Match
from bot.matching.profile import RIVALS
from bot.matching.reading import Mention, Reading, Role
from bot.matching.scoring import Scorer
from bot.text.units import Sort

NAMED_IN_PART = 0.5
"""From this level on a fact's subject is named, by part of its name at least."""

ONE_OF_MANY = RIVALS | {"market", "industry", "architecture", "platform", "model", "person", "country"}
"""Types of subjects of which a question can only mean one."""

_A_NAME = 1.5
"""The weight of unknown words that may be a name: one in Latin letters, or two characters."""

_OF = frozenset("的嘅之")


def known(found: Sequence[Match], reading: Reading, scorer: Scorer) -> list[Match]:
    """`found` without what is not known of whom the message opens with."""
    name = _opening_name(reading)
    return [match for match in found if name is None or not _is_of_another(match, name, reading, scorer)]


def _is_of_another(match: Match, name: Mention, reading: Reading, scorer: Scorer) -> bool:
    """Whether the fact is of a thing of many, which is not named beside that name (鵬芯微支持多少個場景)."""
    if match.figure >= 1.0 and not reading.checks:
        return False  # whose the given value is
    return _of_one_unnamed(match, scorer) or (not reading.subjects and _owns(name, reading))


def may_be_anothers(match: Match, reading: Reading, scorer: Scorer) -> bool:
    """Whether an unknown name opens the message or stands beside next to nothing, or several have what is asked (它是哪裡的)."""
    if not known([match], reading, scorer):
        return True
    if not _of_one_unnamed(match, scorer):
        return False
    told = explained(match, reading)
    return of_anybody(match, told) or (unread(match) >= _A_NAME and len(told) <= 1)


def of_anybody(match: Match, told: Sequence[Mention]) -> bool:
    """Whether several have what is asked, and nothing is told but that and a time."""
    attribute = f"a:{match.fact.attribute}"
    return not match.sole and all(attribute in m.terms or m.role is Role.PERIOD for m in told)


def explained(match: Match, reading: Reading) -> Sequence[Mention]:
    """What has content and the fact explains."""
    return [mention for mention in reading.content if not (mention.soft or mention in match.unexplained)]


def unread(match: Match) -> float:
    """The weight of unknown words."""
    return sum(mention.weight for mention in match.unexplained if mention.role is Role.UNREAD)


def _of_one_unnamed(match: Match, scorer: Scorer) -> bool:
    return match.subject < NAMED_IN_PART and scorer.knowledge.subjects[match.fact.subject].type in ONE_OF_MANY


def _owns(name: Mention, reading: Reading) -> bool:
    """Whether what the message opens with has something (ATI的第一款GPU, ATI's first GPU): even of the whole field this is then a part."""
    after = reading.seen[name.end].text if name.end < len(reading.seen) else ""
    return after in _OF or reading.seen[name.end - 1].text.endswith("'s")


def named(text: str, reading: Reading) -> str | None:
    """The unknown name that the message opens with, as typed where that can be told."""
    name = _opening_name(reading)
    if name is None or _is_torn(name, reading):
        return None
    start, last = reading.seen[name.start].at, reading.seen[name.end - 1]
    end = last.at + len(last.text.removesuffix("'s"))
    return text[start:end] if len(text) == len(reading.folded) else reading.folded[start:end]


def _is_torn(name: Mention, reading: Reading) -> bool:
    """Whether a single Chinese character stands right before it, of which it may be the rest (近|乎零)."""
    first = reading.seen[name.start]
    if name.start == 0 or first.breaks or first.sort is not Sort.HAN:
        return False
    alone = any(piece.end == name.start and piece.end - piece.start == 1 for piece in reading.pieces)
    return alone and reading.seen[name.start - 1].sort is Sort.HAN


def _opening_name(reading: Reading) -> Mention | None:
    first = min(reading.content, key=lambda mention: mention.start, default=None)
    if first is None or first.role is not Role.UNREAD or first.weight < _A_NAME:
        return None
    asking = min(reading.asking_at, default=len(reading.seen))
    return first if first.start < asking else None  # 哪家首創… asks who it is

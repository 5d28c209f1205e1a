"""Whether a fact states the kind of value that is asked for."""

from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching import forms
from bot.matching.asks import ANSWERS, QUANTITIES, Ask
from bot.matching.evoking import NAMED, Evoked, asks_of_what, same_amount
from bot.matching.match import CORE
from bot.matching.profile import FIELD, Profile
from bot.matching.reading import Reading
from bot.text.fold import fold
from bot.text.periods import Period

MEASURED = frozenset(
    {Kind.MONEY, Kind.PERCENT, Kind.SHARE, Kind.MULTIPLE, Kind.COUNT, Kind.LENGTH, Kind.DATE, Kind.RANK}
)
"""Kinds that are measured: asked for one attribute of such a kind, another is never the answer."""

_COUNTABLE = MEASURED - {Kind.DATE}

SUMS = frozenset({Kind.MONEY, Kind.PERCENT, Kind.SHARE})
"""Kinds that go together in one breath: the size of a market and its growth."""

WORDED = frozenset({Kind.LIST, Kind.USE, Kind.LABEL, Kind.NAME, Kind.PRODUCT, Kind.REASON, Kind.DEFINITION, Kind.TEXT})
"""Kinds whose values are told in words: what is asked may be said in many ways."""

_LOOSE = frozenset({Ask.WHERE, Ask.COUNT, Ask.MULTIPLE, Ask.WHO})
_HOW_MANY = ("几", "多少")
_NOBODY = frozenset({Kind.EXCHANGE, Kind.PLACE, Kind.STATUS, Kind.TREND})
_WHO_TYPES = ("company", "fund", "investor", "chip", "card", "label", "city", "group")
_MODEL_TYPES = ("chip", "card", "architecture", "platform", "model")
_BROAD = frozenset({Kind.LIST, Kind.NAME, Kind.PRODUCT, Kind.LABEL})
_NAMED_SOMEHOW, _EVOKED, _BROADLY, _TURNED, _REASONED, _CLASH = 0.4, 0.6, 0.95, 0.4, 0.3, -1.0


def fit(fact: Fact, profile: Profile, reading: Reading, knowledge: Knowledge, evoked: Evoked) -> float:
    """How well a fact answers: 1 for the kind asked for, 0 when none is asked for or it does not matter, -1 for a clash; less than 1 for a turn.

    A fact is turned when it answers with its subject or its period instead of its figure.
    """
    subject, attribute, figure = evoked
    kind = profile.kind
    if reading.lists and (kind in _COUNTABLE or (_names_nobody(profile) and _asks_for_makers(reading))):
        return _CLASH
    specific = reading.specific
    if not specific:
        return 0.0
    if Ask.WHY in specific and kind in (Kind.TEXT, Kind.LABEL):
        # The sentence that gives a name often gives its reason.
        return (
            _REASONED if attribute >= _EVOKED or (kind is Kind.LABEL and figure >= 1.0 and subject >= CORE) else _CLASH
        )
    if _clashes(fact, kind, reading, evoked):
        return _CLASH
    if any(kind in ANSWERS[ask] and not (ask is Ask.WHO and _names_nobody(profile)) for ask in specific):
        return _BROADLY if kind in _BROAD and not specific & {Ask.WHERE, Ask.RANK} else 1.0
    if any(_turned(ask, fact, profile, reading, knowledge, evoked) for ask in specific):
        return _TURNED
    of_field = kind is Kind.TEXT and knowledge.subjects[fact.subject].type == FIELD
    nobody = Ask.WHO in specific and (of_field or _names_nobody(profile))
    sure = not nobody and (attribute >= 0.95 or (attribute >= 0.7 and Ask.WHERE not in specific))
    told = kind in WORDED and attribute >= NAMED if Ask.COUNT in specific else kind not in MEASURED
    return 0.0 if specific <= _LOOSE and told and sure else _CLASH


def _clashes(fact: Fact, kind: Kind, reading: Reading, evoked: Evoked) -> bool:
    """Whether the question gives the value itself, or asks for what such a value cannot be."""
    subject, attribute, _ = evoked
    if _gives_value(fact, reading) or (kind is Kind.DATE and not _dated(fact, reading)):
        return True
    if reading.specific == {Ask.COUNT}:  # a list answers how many there are only when it is what was to be counted
        return kind is Kind.LIST and attribute < _NAMED_SOMEHOW
    # 天數智芯上市那天誰去敲鑼 asks for no exchange.
    somebody = reading.specific == {Ask.WHO} and Ask.WHAT not in reading.asks
    return somebody and kind in _NOBODY and subject >= CORE and attribute < NAMED


def _asks_for_makers(reading: Reading) -> bool:
    return any(forms.asks_for_makers(mention.text) for mention in reading.heads)


def _names_nobody(profile: Profile) -> bool:
    """Whether it lists things that are nobody: stages, fields, abilities."""
    return profile.kind is Kind.LIST and not any(term.startswith("s:") for term in profile.figure)


def _gives_value(fact: Fact, reading: Reading) -> bool:
    """Whether the question has the fact's value and asks for another."""
    given = any(not amount.loose and same_amount(amount, fact) for amount in reading.amounts)
    asking = bool(reading.asks & QUANTITIES) and not asks_of_what(reading)
    return given and not reading.checks and not reading.choice and asking


def _dated(fact: Fact, reading: Reading) -> bool:
    """Whether a date is as exact as asked: 哪年 needs a year, 幾號 a day; 什麼時候 takes any time."""
    if Ask.DAY in reading.asks:
        return isinstance(fact.value, str) and len(fact.value) == len("2026-01-08")
    if Ask.MONTH in reading.asks:
        return isinstance(fact.value, str) and len(fact.value) >= len("2026-01")
    return Ask.CALENDAR not in reading.asks or fact.value is not None


def _turned(ask: Ask, fact: Fact, profile: Profile, reading: Reading, knowledge: Knowledge, evoked: Evoked) -> bool:
    subject, attribute, figure = evoked
    about = knowledge.subjects[fact.subject]
    if ask is Ask.WHO:
        return subject < CORE and (about.type in _WHO_TYPES or (figure >= 1.0 and about.type != FIELD))
    if ask is Ask.MODEL:
        sort = all(mention.soft for mention in reading.heads)  # 哪款遊戲 asks for no chip
        return subject < CORE and about.type in _MODEL_TYPES and sort
    if ask is Ask.WHERE:
        return subject < CORE and "city" in (about.type, knowledge.subjects[about.of].type if about.of else "")
    if ask is Ask.WHY:
        return attribute >= _EVOKED and knowledge.attributes[fact.attribute].kind is Kind.USE  # 是幹嘛的 asks what for
    if ask is Ask.COUNT:
        return profile.kind is Kind.RANK and _counts_in(fact.figure, reading)
    return ask is Ask.WHEN and _answers_when(profile, reading) and (figure == 1.0 or attribute >= NAMED)


def _counts_in(figure: str, reading: Reading) -> bool:
    """Whether it is asked how many there are of what the rank counts (幾場: 第三場)."""
    counted = fold(figure)[-1:]
    return any(f"{many}{counted}" in reading.folded for many in _HOW_MANY)


def _answers_when(profile: Profile, reading: Reading) -> bool:
    """Whether the fact's period tells when: as exactly as asked, and more than the question itself says."""
    times = [time for time in profile.times if _as_exact(time, reading)]
    return bool(times) and not any(time.covers(given) for time in times for given in reading.periods)


def _as_exact(time: Period, reading: Reading) -> bool:
    if Ask.DAY in reading.asks:
        return time.day is not None
    return time.month is not None or Ask.MONTH not in reading.asks

"""Autocomplete: subjects first, then subject · attribute · period, matched by prefix in any script and pinyin."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.model import Suggestion
from bot.knowledge.model import Fact, Knowledge
from bot.text import pinyin
from bot.text.fold import fold, is_han


class Name(NamedTuple):
    """One way to type a choice: the folded name without spaces."""

    typed: str
    choice: Suggestion
    order: int


class Names(NamedTuple):
    """Every way to type each subject, and each subject's facts."""

    subjects: Sequence[Name]
    attributes: dict[str, tuple[tuple[tuple[str, ...], Suggestion], ...]]


def names(knowledge: Knowledge) -> Names:
    """All choices of `knowledge`, subjects in the order of the fact files."""
    stated: dict[str, list[Fact]] = {}
    for fact in knowledge.facts.values():
        stated.setdefault(fact.subject, []).append(fact)
    subjects = [
        Name(typed, Suggestion(subject.id, subject.id), order)
        for order, subject in enumerate(one for one in knowledge.subjects.values() if one.id in stated)
        for typed in _ways((subject.name.hant, subject.name.en, *subject.aliases))
    ]
    attributes = {one: tuple(_facts(facts, knowledge)) for one, facts in stated.items()}
    return Names(subjects, attributes)


def _facts(facts: Sequence[Fact], knowledge: Knowledge) -> list[tuple[tuple[str, ...], Suggestion]]:
    choices: dict[tuple[str, str | None], tuple[tuple[str, ...], Suggestion]] = {}
    for fact in facts:
        attribute = knowledge.attributes[fact.attribute]
        ways = _ways((attribute.name.hant, attribute.name.en, *attribute.aliases[:8]))
        period = (fold(fact.period),) if fact.period else ()
        choices.setdefault(
            (fact.attribute, fact.period),
            ((*ways, *period), Suggestion(fact.id, fact.subject, fact.attribute, fact.period)),
        )
    return list(choices.values())


def _ways(written: Sequence[str]) -> tuple[str, ...]:
    folded = [fold(name).replace(" ", "") for name in written]
    sounds = ["".join(pinyin.reading(char) if is_han(char) else char for char in name) for name in folded]
    return tuple(dict.fromkeys([*folded, *sounds]))


def suggest(typed: str, known: Names, limit: int) -> tuple[Suggestion, ...]:
    """At most `limit` choices for `typed`; every subject, in order, when nothing is typed yet."""
    asked = fold(typed)[:100]
    whole = asked.replace(" ", "")
    if not whole:
        return tuple(dict.fromkeys(name.choice for name in known.subjects))[:limit]
    begun = [name for name in known.subjects if name.typed.startswith(whole)]
    inside = [name for name in known.subjects if whole in name.typed and len(whole) > 1]
    named = [name for name in known.subjects if whole.startswith(name.typed) and len(name.typed) > 1]
    subjects = list(dict.fromkeys(name.choice for name in (*begun, *inside)))
    longest = max((len(name.typed) for name in named), default=0)
    details = [
        choice
        for subject in dict.fromkeys(
            [*(n.choice.subject for n in named if len(n.typed) == longest), *(c.subject for c in subjects[:3])]
        )
        for ways, choice in known.attributes[subject]
        if _fits(whole, longest, ways)
    ]
    return tuple(dict.fromkeys([*subjects, *details] if begun or not named else [*details, *subjects]))[:limit]


def _fits(whole: str, named: int, ways: tuple[str, ...]) -> bool:
    rest = whole[named:] if named else ""
    return not rest or any(way.startswith(rest) or rest in way or way in rest for way in ways)

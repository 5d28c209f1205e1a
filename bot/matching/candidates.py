"""The facts worth weighing for a question, so that not every fact need be scored."""

from collections.abc import Iterable, Mapping

from bot.knowledge.model import Knowledge
from bot.matching import evoking
from bot.matching.reading import Reading, Role

Postings = Mapping[str, tuple[str, ...]]
"""Term → facts."""


def candidates(
    reading: Reading, knowledge: Knowledge, postings: Postings, pointers: Postings, sole: frozenset[str]
) -> Iterable[str]:
    """The facts worth scoring: where subjects are named, theirs (and what a check may confuse); else all that touch.

    `postings` tell which facts are about a term, `pointers` which have it in figure or keys; `sole` are the attributes
    that only one subject has.
    """
    found: dict[str, None] = {}
    narrow = bool(reading.subjects)
    for mention in reading.content:
        pointing = narrow and mention.role is not Role.SUBJECT
        if pointing:  # what only one subject has may be meant beside another that is named
            only = (term for term in sorted(mention.terms) if term[2:] in sole and term.startswith("a:"))
            found.update((fact, None) for term in only for fact in postings.get(term, ()))
        if pointing and not reading.checks:
            continue  # only what is to be confirmed may be stated of another subject than was named
        for term in sorted(mention.terms):  # in an order of their own, so that ties always fall the same way
            found.update(dict.fromkeys((pointers if pointing else postings).get(term, ())))
        if mention.period and mention.period.year and not narrow:
            found.update(dict.fromkeys(postings.get(f"y:{mention.period.year}", ())))
    for amount in reading.amounts:
        found.update({one.id: None for one in knowledge.measured if evoking.same_amount(amount, one)})
    return found


def told(reading: Reading) -> frozenset[str]:
    """The terms of what a question tells beside subjects and times: a fact that has none of them is not meant.

    Empty, so that all are weighed, where claims and amounts may be wrong.
    """
    if reading.checks or reading.choice or any(mention.role is Role.AMOUNT for mention in reading.content):
        return frozenset()
    words = reading.all_of(Role.WORD)
    if all(mention.soft for mention in words):
        return frozenset()
    return frozenset(term for mention in words for term in (*mention.terms, *mention.inner))

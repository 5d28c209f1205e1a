"""What sort of thing words name: a company, a chip, an exchange, a mere class of things."""

from bot.knowledge.model import Knowledge
from bot.matching.reading import Mention


def type_of(term: str, knowledge: Knowledge) -> str | None:
    """The type of a subject or ring, by its term."""
    if term.startswith("s:"):
        return knowledge.subjects[term[2:]].type
    return knowledge.rings[int(term[2:])].type if term.startswith("r:") else None


def types_of(mention: Mention, knowledge: Knowledge) -> set[str]:
    """What sorts of value a mention may be: the types of its rings and subjects."""
    return {sort for term in mention.terms if (sort := type_of(term, knowledge))}

"""Whose a product is: the facts that name product and maker together."""

from collections.abc import Iterator, Sequence

from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching import forms
from bot.matching.asks import Ask
from bot.matching.lexicon import ask_term, attribute_term, subject_term
from bot.matching.match import CORE
from bot.matching.reading import Mention, Reading, Role
from bot.matching.scoring import Scorer
from bot.text.fold import fold

_STRANGE = 1.5
"""The weight of unknown words beside product and maker, up to which they hardly matter."""

MAKERS = ("company",)
"""The types of subjects that make products."""


def true_owner(reading: Reading, knowledge: Knowledge, scorer: Scorer) -> Fact | None:
    """For a check that gives a product to the wrong maker: the fact that names product and maker together."""
    named = [term[2:] for mention in reading.subjects for term in mention.terms if term.startswith("s:")]
    makers = {one for one in named if knowledge.subjects[one].type in MAKERS}
    told = set(map(subject_term, knowledge.facts_of))
    # Biren's chip, of which nothing is stated, stands for its maker.
    makers |= {
        of for mention in reading.subjects for of in _named_within(mention, knowledge) if not mention.terms & told
    }
    products = [one for one in named if knowledge.subjects[one].of and one not in makers]
    for product in products:
        if not makers or knowledge.subjects[product].of in makers:
            continue
        about = [fact for fact in _linking(product, knowledge) if _explains_rest(fact, reading, scorer)]
        if about:
            return about[0]
    return None


def _named_within(mention: Mention, knowledge: Knowledge) -> Iterator[str]:
    """The makers whose names the name of a product of theirs has within."""
    for term in mention.terms:
        of = knowledge.subjects[term[2:]].of if term.startswith("s:") else None
        if of and any(fold(alias) in mention.text for alias in knowledge.subjects[of].aliases):
            yield of


def makers_of(subjects: Sequence[str], reading: Reading, knowledge: Knowledge) -> tuple[Fact, ...]:
    """For a question whose several products are (MUSA跟BIRENSUPA分別是誰的): the fact that tells each one's maker, if all are told."""
    naming = frozenset(
        attribute_term(one.id) for one in knowledge.attributes.values() if one.kind in (Kind.ORG, Kind.PRODUCT)
    )
    words = reading.all_of(Role.WORD)
    setting_beside = {piece.start for piece in reading.pieces if ask_term(Ask.COMPARE) in piece.terms}
    asked = any(mention.terms & naming and mention.start not in setting_beside for mention in words)
    asked = asked or (Ask.WHO in reading.asks and forms.asks_for_makers(reading.folded))
    if not asked or reading.times or any(not mention.soft and not mention.terms & naming for mention in words):
        return ()
    told = [_linking(one, knowledge)[:1] for one in subjects]
    return tuple(facts[0] for facts in told) if all(told) else ()


def _linking(product: str, knowledge: Knowledge) -> tuple[Fact, ...]:
    """The facts that name a product and its maker together, those that state the maker first."""
    owner = knowledge.subjects[product].of
    if owner is None or knowledge.subjects[owner].type not in MAKERS:
        return ()
    either = (*knowledge.facts_of.get(product, ()), *knowledge.facts_of.get(owner, ()))
    linking = [fact for fact in either if _links(fact, product, owner, knowledge)]
    return tuple(sorted(linking, key=lambda fact: knowledge.attributes[fact.attribute].kind is not Kind.ORG))


def _explains_rest(fact: Fact, reading: Reading, scorer: Scorer) -> bool:
    profile = scorer.profiles[fact.id]
    if any(_is_beside(mention, scorer.knowledge) for mention in reading.subjects):
        return False
    rest = [m for m in reading.content if m.role not in (Role.SUBJECT, Role.UNREAD) and not m.soft and m.weight >= 0.9]
    if sum(mention.weight for mention in reading.all_of(Role.UNREAD)) > _STRANGE:
        return False
    return all(
        any(profile.core.get(term, 0.0) >= CORE or term in profile.nearby for term in mention.terms) for mention in rest
    )


def _is_beside(mention: Mention, knowledge: Knowledge) -> bool:
    """Whether it names neither a product nor a maker, but some third thing (whose the memory of a chip is)."""
    named = [knowledge.subjects[term[2:]] for term in mention.terms if term.startswith("s:")]
    return not any(one.type in MAKERS or one.of for one in named)


def _links(fact: Fact, product: str, owner: str, knowledge: Knowledge) -> bool:
    kind = knowledge.attributes[fact.attribute].kind
    names = knowledge.subjects
    stated_of_product = fact.subject == product and any(alias in fact.figure for alias in names[owner].aliases)
    stated_of_owner = fact.subject == owner and any(alias in fact.figure for alias in names[product].aliases)
    return (stated_of_product and kind is Kind.ORG) or (stated_of_owner and kind in (Kind.PRODUCT, Kind.NAME))

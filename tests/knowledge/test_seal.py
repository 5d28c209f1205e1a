"""A seal proves a sentence verbatim without holding it."""

import hashlib
from pathlib import Path

import pytest

from bot.knowledge.model import Knowledge
from bot.knowledge.seal import digest, positions, seal


def test_a_seal_holds_the_digest_of_each_sentence_in_order() -> None:
    sealed = seal("甲。乙。\n丙。")
    assert sealed == ((digest("甲。"), digest("乙。")), (digest("丙。"),))
    assert digest("甲。") == hashlib.sha256("甲。".encode()).hexdigest()


def test_a_place_counts_paragraphs_and_sentences_from_one() -> None:
    assert positions(seal("甲。乙。\n丙。甲。")) == {
        digest("甲。"): (1, 1),
        digest("乙。"): (1, 2),
        digest("丙。"): (2, 1),
    }


@pytest.mark.parametrize("other", ["甲", "甲. ", "甲。 ", "「甲。」", "\ud800"])
def test_another_wording_has_another_digest(other: str) -> None:
    assert digest(other) != digest("甲。")


def test_every_quote_and_context_of_the_facts_is_sealed_where_it_says(knowledge: Knowledge) -> None:
    for fact in knowledge.facts.values():
        sealed = knowledge.articles[fact.article].seal
        for quote in filter(None, (fact.quote, fact.context)):
            assert sealed[quote.paragraph - 1][quote.sentence - 1] == digest(quote.text), fact.id


def test_the_article_itself_is_not_shipped(knowledge: Knowledge) -> None:
    quoted = {digest(one.text) for fact in knowledge.facts.values() for one in (fact.quote, fact.context) if one}
    sealed = {one for article in knowledge.articles.values() for paragraph in article.seal for one in paragraph}
    assert quoted < sealed
    assert not list((Path(__file__).parents[2] / "facts").rglob("*.txt"))

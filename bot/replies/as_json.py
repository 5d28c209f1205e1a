"""Answers and facts as the JSON objects that other programs rely on."""

from bot.answering.model import Answer
from bot.knowledge.model import Fact, Knowledge


def answer_object(answer: Answer, text: str, knowledge: Knowledge) -> dict[str, object]:
    """question, outcome, text, facts (asserted), related (merely offered), score."""
    return {
        "question": answer.question,
        "outcome": answer.outcome.value,
        "text": text,
        "facts": [fact_object(fact, knowledge) for fact in answer.facts],
        "related": [fact_object(fact, knowledge) for fact in answer.related],
        "score": answer.score,
    }


def fact_object(fact: Fact, knowledge: Knowledge) -> dict[str, object]:
    """One fact with names in the article's script, its evidence and its source."""
    article = knowledge.articles[fact.article]
    return {
        "id": fact.id,
        "subject": knowledge.subjects[fact.subject].name.hant,
        "attribute": knowledge.attributes[fact.attribute].name.hant,
        "period": fact.period,
        "figure": fact.figure,
        "value": fact.value,
        "unit": fact.unit,
        "hedge": fact.hedge,
        "quote": fact.quote.text,
        "context": fact.context.text if fact.context else None,
        "source": {
            "article": article.id,
            "publisher": article.publisher,
            "author": article.author,
            "published": article.published,
            "url": article.url,
            "paragraph": fact.quote.paragraph,
            "sentence": fact.quote.sentence,
        },
    }

"""A thousand made-up facts, sealed and whole, for measuring what size costs."""

from bot.knowledge.records import ArticleRecord, AttributeRecord, FactRecord, Place, Records, SubjectRecord
from bot.knowledge.seal import seal

PLACE = Place("made up")
SUBJECTS, ATTRIBUTES = 50, 20


def thousand_facts() -> Records:
    """Fifty subjects with twenty figures each, every figure in a sentence of its own."""
    quotes = {
        (subject, attribute): f"虛構公司{subject}號的第{attribute}項收入為{subject}.{attribute + 10}億元。"
        for subject in range(SUBJECTS)
        for attribute in range(ATTRIBUTES)
    }
    return Records(
        articles=[ArticleRecord("made-up", "Nobody", seal("\n".join(quotes.values())), PLACE)],
        subjects=[
            SubjectRecord(f"s{one}", dict.fromkeys(("zh-Hant", "zh-Hans", "en"), f"虛構公司{one}號"), "company", PLACE)
            for one in range(SUBJECTS)
        ],
        attributes=[
            AttributeRecord(f"a{one}", dict.fromkeys(("zh-Hant", "zh-Hans", "en"), f"第{one}項收入"), "money", PLACE)
            for one in range(ATTRIBUTES)
        ],
        facts=[
            FactRecord("made-up", f"s{one}", f"a{other}", f"{one}.{other + 10}億元", quote, PLACE)
            for (one, other), quote in quotes.items()
        ],
    )

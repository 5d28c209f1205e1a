"""Answer → Reply: every word a reader sees, in the reader's language, before any platform lays it out."""

from bot.answering.model import Answer, Calculation, Outcome, Shape, Suggestion
from bot.knowledge.model import Fact, Knowledge, Subject
from bot.replies.amounts import amount, ratio
from bot.replies.catalogue import Catalogue
from bot.replies.model import Cited, Offer, Reply, Stretch, Table

_LABEL = 80


def compose(answer: Answer, knowledge: Knowledge, catalogue: Catalogue, language: str) -> Reply:
    """The reply to show for `answer` in `language`."""
    cited = tuple(cite(fact, knowledge, catalogue, language) for fact in answer.facts)
    return Reply(
        language,
        answer.outcome,
        answer.shape,
        _lead(answer, knowledge, catalogue, language),
        cited,
        _table(answer, cited, knowledge, catalogue, language),
        _notes(answer, knowledge, catalogue, language),
        tuple(Offer(fact.id, heading(fact, knowledge, language)[:_LABEL]) for fact in answer.related),
        tuple(knowledge.subjects[one].name.in_language(language) for one in answer.suggestions),
    )


def cite(fact: Fact, knowledge: Knowledge, catalogue: Catalogue, language: str) -> Cited:
    """One fact with its quote, context and source, verbatim where it is the article's."""
    article = knowledge.articles[fact.article]
    subject = knowledge.subjects[fact.subject].name.in_language(language)
    attribute = knowledge.attributes[fact.attribute].name.in_language(language)
    key = "reply.source" if article.author else "reply.source.no_author"
    source = catalogue.text(
        language, key, publisher=article.publisher, author=article.author,
        paragraph=fact.quote.paragraph, sentence=fact.quote.sentence,
    )  # fmt: skip
    if article.published:
        source = catalogue.text(language, "reply.source.published", source=source, published=article.published)
    return Cited(
        fact.id, heading(fact, knowledge, language), subject, attribute, period(fact.period, language), fact.figure, fact.hedge,
        stretches(fact.quote.text, fact.figure), fact.context.text if fact.context else None, source, article.url,
    )  # fmt: skip


def stretches(quote: str, figure: str) -> tuple[Stretch, ...]:
    """The quote cut around the figure's first occurrence; joined it is the quote again."""
    before, found, after = quote.partition(figure)
    parts = (Stretch(before), Stretch(found, figure=True), Stretch(after))
    return tuple(part for part in parts if part.text)


def heading(fact: Fact, knowledge: Knowledge, language: str) -> str:
    """Subject · attribute · period, in the reader's language."""
    subject = knowledge.subjects[fact.subject].name.in_language(language)
    attribute = knowledge.attributes[fact.attribute].name.in_language(language)
    return " · ".join(part for part in (subject, attribute, period(fact.period, language)) if part)


def label(suggestion: Suggestion, knowledge: Knowledge, language: str) -> str:
    """What an autocomplete choice says."""
    subject = knowledge.subjects[suggestion.subject].name.in_language(language)
    attribute = knowledge.attributes[suggestion.attribute].name.in_language(language) if suggestion.attribute else None
    return " · ".join(part for part in (subject, attribute, suggestion.period) if part)


def period(stated: str | None, language: str) -> str | None:
    """A period as stated or typed; a bare year without its 年 for English readers."""
    if stated and language == "en" and stated[:-1].isdecimal():
        return stated.removesuffix("年")
    return stated


def _lead(answer: Answer, knowledge: Knowledge, catalogue: Catalogue, language: str) -> str | None:
    match answer.shape:
        case Shape.CORRECTION:
            return catalogue.text(language, "reply.corrected")
        case Shape.CONFIRMATION:
            return catalogue.text(language, "reply.confirmed")
        case Shape.CARD if answer.subject:
            subject = knowledge.subjects[answer.subject].name
            names = dict.fromkeys((subject.in_language(language), subject.hant if language == "en" else subject.en))
            return " ".join(names)
        case Shape.NOTHING if answer.outcome is Outcome.NO_ANSWER:
            return _nothing(answer, knowledge, catalogue, language)
    return None


def _nothing(answer: Answer, knowledge: Knowledge, catalogue: Catalogue, language: str) -> str:
    asked = knowledge.subjects[answer.subject] if answer.subject else None
    subject = asked.name.in_language(language) if asked else None
    attribute = knowledge.attributes[answer.attribute].name.in_language(language) if answer.attribute else None
    if answer.unknown:
        return catalogue.text(language, "reply.nothing.unknown", name=answer.unknown)
    if answer.ambiguous:
        return catalogue.text(language, "reply.nothing.which")
    if asked and not _spoken_of(asked, knowledge):
        return catalogue.text(language, "reply.nothing.subject", subject=subject)
    if subject and attribute and answer.period:
        return catalogue.text(
            language,
            "reply.nothing.period",
            subject=subject,
            attribute=attribute,
            period=period(answer.period, language),
        )
    if subject and attribute:
        return catalogue.text(language, "reply.nothing.attribute", subject=subject, attribute=attribute)
    if attribute:
        return catalogue.text(language, "reply.nothing.attribute_only", attribute=attribute)
    if subject:
        return catalogue.text(language, "reply.nothing.of_subject", subject=subject)
    return catalogue.text(language, "reply.nothing")


def _spoken_of(subject: Subject, knowledge: Knowledge) -> bool:
    """Whether any fact is about `subject` or about what belongs to it, or has it in its figure."""
    facts, subjects = knowledge.facts.values(), knowledge.subjects
    figures = "\n".join([fact.figure for fact in facts])  # searched as one, which is much faster than one by one
    return any(alias in figures for alias in subject.aliases) or any(
        subject.id in (fact.subject, subjects[fact.subject].of) for fact in facts
    )


def _table(
    answer: Answer, cited: tuple[Cited, ...], knowledge: Knowledge, catalogue: Catalogue, language: str
) -> Table | None:
    if answer.shape is not Shape.COMPARISON or len(cited) < 2:
        return None
    columns = [("table.subject", [one.subject for one in cited])]
    if len({one.period for one in cited}) > 1:
        columns.append(("table.period", [one.period or "—" for one in cited]))
    if len({one.attribute for one in cited}) > 1:
        columns.append(("table.attribute", [one.attribute for one in cited]))
    columns.append(("table.figure", [_hedged(one, catalogue, language) for one in cited]))
    header = tuple(catalogue.text(language, key) for key, _ in columns)
    rows = tuple(zip(*(cells for _, cells in columns), strict=True))
    return Table(header, rows, tuple(_calculated(one, knowledge, catalogue, language) for one in answer.calculations))


def _hedged(one: Cited, catalogue: Catalogue, language: str) -> str:
    hedge = catalogue.text(language, "reply.hedge", hedge=one.hedge) if one.hedge else ""
    return f"{one.figure} {hedge}".rstrip()


def _calculated(one: Calculation, knowledge: Knowledge, catalogue: Catalogue, language: str) -> str:
    if one.operation != "ratio":
        return catalogue.text(
            language, f"reply.calculated.{one.operation}", value=amount(one.value, one.unit, language)
        )
    first, second = knowledge.facts[one.first], knowledge.facts[one.second]
    same = first.subject == second.subject
    names = [
        str(period(fact.period, language) if same else knowledge.subjects[fact.subject].name.in_language(language))
        for fact in (first, second)
    ]
    return catalogue.text(language, "reply.calculated.ratio", first=names[0], second=names[1], value=ratio(one.value))


def _notes(answer: Answer, knowledge: Knowledge, catalogue: Catalogue, language: str) -> tuple[str, ...]:
    if not answer.suggestions:
        return ()
    names = [knowledge.subjects[one].name.in_language(language) for one in answer.suggestions]
    joined = catalogue.text(language, "reply.suggestions.separator").join(names)
    return (catalogue.text(language, "reply.suggestions", names=joined),)

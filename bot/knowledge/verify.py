"""Records → Knowledge. Nothing unverified gets in: every fault is named, and one fault keeps all out."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.knowledge.figures import UnreadableFigureError, parse_figure
from bot.knowledge.model import Article, Attribute, Example, Fact, Kind, Knowledge, Name, Quote, Ring, Subject
from bot.knowledge.records import AttributeRecord, BrokenFacts, FactRecord, Fault, Place, Records, SubjectRecord
from bot.knowledge.seal import digest, positions
from bot.text.fold import squeeze
from bot.text.periods import periods

_LONGEST_ID = 60


@dataclass(slots=True)
class _Inspection:
    """The faults found so far and what facts are checked against."""

    subjects: dict[str, Subject] = field(default_factory=dict)
    attributes: dict[str, Attribute] = field(default_factory=dict)
    seals: dict[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    folded: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, place: Place, reason: str) -> None:
        self.faults.append(Fault(place, reason))

    def squeezed(self, text: str) -> str:
        if text not in self.folded:
            self.folded[text] = squeeze(text)
        return self.folded[text]


def verify(records: Records, version: str = "") -> Knowledge:
    """Knowledge made of `records`, or BrokenFacts naming each fault with its place and reason."""
    inspection = _Inspection()
    articles = tuple(
        Article(a.id, a.publisher, a.seal, a.author, a.editor, a.published, a.url) for a in records.articles
    )
    inspection.seals = {article.id: positions(article.seal) for article in articles}
    for subject in records.subjects:
        _take_subject(subject, inspection)
    _check_subject_links(records, inspection)
    for attribute in records.attributes:
        _take_attribute(attribute, inspection)
    for attribute in records.attributes:
        for near in attribute.near:
            if near not in inspection.attributes:
                inspection.fault(attribute.place, f"“{attribute.id}” is near the unknown attribute “{near}”")
    facts = [fact for record in records.facts if (fact := _fact(record, inspection))]
    facts = _with_ids(facts, records, inspection) if not inspection.faults else facts
    examples = _examples(records, {fact.id for fact in facts}, inspection) if not inspection.faults else ()
    if inspection.faults:
        raise BrokenFacts(inspection.faults)
    rings = tuple(Ring(ring.words, ring.type) for ring in records.rings)
    return Knowledge.of(
        articles,
        tuple(inspection.subjects.values()),
        tuple(inspection.attributes.values()),
        tuple(facts),
        rings,
        examples,
        version,
    )


def _name(names: Mapping[str, str]) -> Name:
    return Name(names["zh-Hant"], names["zh-Hans"], names["en"])


def _take_subject(record: SubjectRecord, inspection: _Inspection) -> None:
    if record.id in inspection.subjects:
        inspection.fault(record.place, f"the subject “{record.id}” is defined twice")
    inspection.subjects[record.id] = Subject(
        record.id, _name(record.names), record.type, record.aliases, record.of, record.parts, record.common
    )


def _check_subject_links(records: Records, inspection: _Inspection) -> None:
    owners: dict[str, str] = {}
    for record in records.subjects:
        if record.of is not None and record.of not in inspection.subjects:
            inspection.fault(record.place, f"“{record.id}” belongs to the unknown subject “{record.of}”")
        for alias in {inspection.squeezed(alias): alias for alias in record.aliases}.items():
            owner = owners.setdefault(alias[0], record.id)
            if owner != record.id:
                inspection.fault(record.place, f"the alias “{alias[1]}” of “{record.id}” already names “{owner}”")


def _take_attribute(record: AttributeRecord, inspection: _Inspection) -> None:
    if record.id in inspection.attributes:
        inspection.fault(record.place, f"the attribute “{record.id}” is defined twice")
    try:
        kind = Kind(record.kind)
    except ValueError:
        inspection.fault(record.place, f"“{record.kind}” is no kind of value; known are {', '.join(Kind)}")
        kind = Kind.TEXT
    inspection.attributes[record.id] = Attribute(
        record.id, _name(record.names), kind, record.aliases, record.words, record.near
    )


def _fact(record: FactRecord, inspection: _Inspection) -> Fact | None:
    subject = inspection.subjects.get(record.subject)
    attribute = inspection.attributes.get(record.attribute)
    if subject is None:
        inspection.fault(record.place, f"unknown subject “{record.subject}”")
    if attribute is None:
        inspection.fault(record.place, f"unknown attribute “{record.attribute}”")
    quote = _sealed(record, record.quote, "quote", inspection)
    context = _sealed(record, record.context, "context", inspection) if record.context else None
    if subject is None or attribute is None or quote is None or (record.context and context is None):
        return None
    _check_words(record, inspection)
    _check_named(record, subject, inspection)
    _check_order(record, quote, context, inspection)
    try:
        value, unit = parse_figure(record.figure, attribute.kind)
    except UnreadableFigureError as error:
        inspection.fault(record.place, str(error))
        return None
    return Fact(
        record.id or "", record.article, record.subject, record.attribute, record.figure, quote, record.period, value, unit,
        record.hedge, context, record.keys, record.phrases,
    )  # fmt: skip


def _sealed(record: FactRecord, sentence: str | None, what: str, inspection: _Inspection) -> Quote | None:
    seal = inspection.seals.get(record.article)
    if seal is None:
        inspection.fault(record.place, f"no sealed article “{record.article}”")
        return None
    place = seal.get(digest(sentence or ""))
    if place is None or sentence is None:
        inspection.fault(record.place, f"the {what} is no sentence of “{record.article}”: {(sentence or '')[:40]}…")
        return None
    return Quote(sentence, *place)


def _check_words(record: FactRecord, inspection: _Inspection) -> None:
    around = record.quote + (record.context or "")
    if not record.figure.strip() or record.figure not in record.quote:
        inspection.fault(record.place, f"the figure “{record.figure}” is not in its quote")
    for hedge in (record.hedge or "").split("、"):
        if hedge not in around:
            inspection.fault(record.place, f"the hedge “{hedge}” is neither in the quote nor in its context")
    if record.period:
        stated = {part.year for part in periods(inspection.squeezed(around))}
        asked = {part.year for part in periods(inspection.squeezed(record.period))}
        if not asked or not asked <= stated:
            inspection.fault(record.place, f"the period “{record.period}” is neither in the quote nor in its context")


def _check_named(record: FactRecord, subject: Subject, inspection: _Inspection) -> None:
    names = (*subject.aliases, subject.name.hant)
    around = inspection.squeezed(record.quote) + inspection.squeezed(record.context or "")
    named = any(inspection.squeezed(name) in around for name in names)
    by_parts = subject.parts and all(inspection.squeezed(part) in around for part in subject.parts)
    if not named and not by_parts and subject.type != "article":
        needs = "its context does not name it either" if record.context else "there is no context"
        inspection.fault(record.place, f"the quote does not name “{subject.name.hant}” and {needs}")


def _check_order(record: FactRecord, quote: Quote, context: Quote | None, inspection: _Inspection) -> None:
    if context and (context.paragraph, context.sentence) >= (quote.paragraph, quote.sentence):
        inspection.fault(record.place, "the context does not stand before the quote")


def _with_ids(facts: list[Fact], records: Records, inspection: _Inspection) -> list[Fact]:
    """Facts without an id get subject.attribute[.years]; those that would share it get a digest of their figure as well."""
    plain = [fact.id or _plain_id(fact) for fact in facts]
    shared = {one for one, count in Counter(plain).items() if count > 1}
    ids = [
        f"{one}.{hashlib.sha256(fact.figure.encode()).hexdigest()[:4]}" if one in shared and not fact.id else one
        for one, fact in zip(plain, facts, strict=True)
    ]
    seen: set[str] = set()
    for one, record in zip(ids, records.facts, strict=True):
        if one in seen:
            inspection.fault(record.place, f"the fact “{one}” is stated twice; drop one or give it an id of its own")
        if len(one) > _LONGEST_ID:
            inspection.fault(
                record.place, f"the id “{one}” is longer than {_LONGEST_ID} characters; give it a shorter one"
            )
        seen.add(one)
    return [fact._replace(id=one) for fact, one in zip(facts, ids, strict=True)]


def _examples(records: Records, facts: set[str], inspection: _Inspection) -> tuple[Example, ...]:
    """The questions whose answers are known; each may be given once, and only to a fact that there is."""
    owners: dict[str, str] = {}
    for record in records.asked:
        if record.fact and record.fact not in facts:
            inspection.fault(record.place, f"questions are given to the unknown fact “{record.fact}”")
        for question in record.questions:
            if owners.setdefault(question, record.fact) != record.fact:
                inspection.fault(record.place, f"the question “{question}” is given to “{owners[question]}” as well")
    return tuple(Example(question, fact) for question, fact in owners.items())


def _plain_id(fact: Fact) -> str:
    years = "-".join(str(period.year) for period in periods(squeeze(fact.period or "")) if period.year)
    return ".".join(part for part in (fact.subject, fact.attribute, years) if part)

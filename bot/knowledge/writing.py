"""Records → fact files, always laid out the same way: reading what was written and writing it again changes nothing."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import yaml

from bot.knowledge.files import NOTHING
from bot.knowledge.records import ArticleRecord, AttributeRecord, FactRecord, Records, RingRecord, SubjectRecord
from bot.knowledge.verify import verify

_LANGUAGES = ("zh-Hant", "zh-Hans", "en")
_HEADERS = {
    "article": "# The seal of one article: who published it, and the SHA-256 of each sentence, a list for each paragraph.",
    "quotes": "# Every checkable statement of the article, grouped by the sentence that states it. The quote is the whole\n"
    "# sentence, character for character; the figure stands in it word for word.",
    "subjects": "# What facts are about. name: Traditional, Simplified, English. of: what it belongs to. parts: words that name it\n"
    "# together. common: the name is also an everyday word, so that it alone does not show the bot is meant.",
    "attributes": "# What is stated of subjects. kind: the kind of value, hence of question. aliases name this attribute; words are\n"
    "# shared vocabulary that hints at it (their synonyms stand in words.yaml); near: what people also call it.",
    "words": "# Words that mean the same to people who ask; the first of a ring stands for all. type: what kind of value the\n"
    "# word is, so that a premise with another value of the same type (港交所 for 科創板) can be corrected.",
    "asked": "# How people ask: questions that each fact, named by its id, answers. They show what a new question is like.",
    "nothing": "# Questions of this field that nothing answers.",
    "unstated": "# What people ask about and no fact states. Naming it lets the bot say so instead of answering with something near.",
}


def write(records: Records, folder: Path) -> None:
    """Write `records` as the fact files of `folder`, which is made if need be; articles no longer there lose their files."""
    stated = {fact.subject for fact in records.facts}, {fact.attribute for fact in records.facts}
    subjects = [_subject(one) for one in records.subjects if one.id in stated[0]]
    attributes = [_attribute(one) for one in records.attributes if one.id in stated[1]]
    unstated = [
        *_section("subjects", [_subject(one) for one in records.subjects if one.id not in stated[0]]),
        *_section("attributes", [_attribute(one) for one in records.attributes if one.id not in stated[1]]),
    ]
    files = {
        "subjects.yaml": _lines("subjects", subjects),
        "attributes.yaml": _lines("attributes", attributes),
        "words.yaml": _lines("words", map(_ring, records.rings)),
        "unstated.yaml": _lines("unstated", unstated),
        **{f"articles/{one.id}.yaml": _lines("article", _article(one)) for one in records.articles},
        **{f"quotes/{one.id}.yaml": _lines("quotes", _quotes(one.id, records.facts)) for one in records.articles},
        **_asked_files(records),
    }
    for part in ("articles", "quotes", "asked"):
        (folder / part).mkdir(parents=True, exist_ok=True)
        for old in set((folder / part).glob("*.yaml")) - {folder / name for name in files}:
            old.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _asked_files(records: Records) -> dict[str, str]:
    """The questions of each article's facts, and those that nothing answers, each in a file of its own."""
    articles = dict(zip(verify(records).facts, (fact.article for fact in records.facts), strict=True))
    groups: dict[str, list[str]] = {}
    for one in records.asked:
        lines = groups.setdefault(articles[one.fact] if one.fact else NOTHING, [])
        lines += [f"{_text(one.fact or NOTHING)}:", *(f"- {_text(question)}" for question in one.questions)]
    return {
        f"asked/{name}.yaml": _lines(NOTHING if name == NOTHING else "asked", lines) for name, lines in groups.items()
    }


def _lines(header: str, lines: Iterable[str]) -> str:
    return "\n".join((_HEADERS[header], *lines)) + "\n"


def _section(name: str, lines: Sequence[str]) -> list[str]:
    return [f"{name}:", *(f"  {line}" for line in lines)] if lines else []


def _flow(value: object) -> str:
    return yaml.dump(
        value, Dumper=yaml.CSafeDumper, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6
    ).strip()


def _text(value: str) -> str:
    return _flow([value])[1:-1]


def _filled(**fields: object) -> dict[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items() if value}


def _names(names: dict[str, str]) -> list[str]:
    return [names[language] for language in _LANGUAGES]


def _subject(one: SubjectRecord) -> str:
    fields = _filled(
        type=one.type, name=_names(one.names), of=one.of, aliases=one.aliases, parts=one.parts, common=one.common
    )
    return f"{_text(one.id)}: {_flow(fields)}"


def _attribute(one: AttributeRecord) -> str:
    fields = _filled(kind=one.kind, name=_names(one.names), aliases=one.aliases, words=one.words, near=one.near)
    return f"{_text(one.id)}: {_flow(fields)}"


def _ring(one: RingRecord) -> str:
    return f"- {_flow(_filled(words=one.words, type=one.type))}"


def _article(one: ArticleRecord) -> list[str]:
    fields = _filled(
        publisher=one.publisher, author=one.author, editor=one.editor, published=one.published, url=one.url
    )
    seal = [f"{'  - ' if at else '- - '}{digest}" for paragraph in one.seal for at, digest in enumerate(paragraph)]
    return [*(f"{name}: {_text(str(value))}" for name, value in fields.items()), "seal:", *seal]


def _quotes(article: str, facts: Sequence[FactRecord]) -> list[str]:
    lines: list[str] = []
    mine = [fact for fact in facts if fact.article == article]
    for quote, group in groupby(mine, key=lambda fact: fact.quote):
        together = list(group)
        contexts = {fact.context for fact in together}
        shared = contexts.pop() if len(contexts) == 1 else None
        lines += ["", f"- quote: {_text(quote)}", *([f"  context: {_text(shared)}"] if shared else []), "  facts:"]
        lines += [f"  - {_flow(_fact(fact, shared))}" for fact in together]
    return lines


def _fact(fact: FactRecord, shared: str | None) -> dict[str, object]:
    return _filled(
        subject=fact.subject, attribute=fact.attribute, period=fact.period, figure=fact.figure, hedge=fact.hedge, id=fact.id,
        keys=fact.keys, phrases=fact.phrases, context=fact.context if fact.context != shared else None,
    )  # fmt: skip

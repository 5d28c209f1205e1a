"""Records → fact files, as an edit of the files that are there: what did not change keeps its line and its comments."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.knowledge.records import (
    ArticleRecord,
    AttributeRecord,
    FactRecord,
    Records,
    RingRecord,
    SubjectRecord,
)

_LANGUAGES = ("zh-Hant", "zh-Hans", "en")
_LISTS = {"aliases", "parts", "words", "keys", "phrases"}


@dataclass(frozen=True, slots=True)
class _Span:
    """The lines of one record in a file, and what stands before it on the first of them."""

    node: yaml.Node
    first: int
    last: int
    lead: str


def write(records: Records, folder: Path) -> None:
    """Make the files in `folder` say what `records` say."""
    for kind in ("articles", "quotes"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for file in (folder / kind).glob("*.yaml"):
            if file.stem not in {article.id for article in records.articles}:
                file.unlink()
    _write_named({subject.id: _subject_fields(subject) for subject in records.subjects}, folder, "subjects")
    _write_named({one.id: _attribute_fields(one) for one in records.attributes}, folder, "attributes")
    _write_rings(records.rings, folder / "words.yaml")
    for article in records.articles:
        _write_article(article, folder / "articles" / f"{article.id}.yaml")
        facts = [fact for fact in records.facts if fact.article == article.id]
        _write_facts(facts, folder / "quotes" / f"{article.id}.yaml")


class _File:
    """A file's lines, to be edited by their numbers and saved at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._text = path.read_text(encoding="utf-8") if path.exists() else ""
        self._before = self._text.splitlines()
        self._lines: list[list[str]] = [[line] for line in self._before]
        self.root: yaml.Node | None = yaml.compose(self._text, Loader=yaml.CSafeLoader) if self._text else None

    def span(self, first: yaml.Node, last: yaml.Node) -> _Span:
        """The lines from one node to the end of another."""
        start, end = first.start_mark, last.end_mark
        # A block ends where the next one begins; what is blank or comment before that belongs to the next.
        line = end.line if end.column else end.line - 1
        while line > start.line and self._before[line].strip()[:1] in ("", "#"):
            line -= 1
        return _Span(last, start.line, line, self._before[start.line][: start.column])

    def replace(self, span: _Span, lines: Sequence[str]) -> None:
        """Put these lines in place of the span's."""
        for line in range(span.first, span.last + 1):
            self._lines[line] = []
        self._lines[span.first] = list(lines)

    def add_after(self, line: int, text: str) -> None:
        """Add a line after this one."""
        self._lines[line].append(text)

    def append(self, lines: Sequence[str]) -> None:
        """Add lines at the end."""
        self._lines.append(list(lines))

    def save(self) -> None:
        """Write the file, if anything in it is different."""
        text = "".join(f"{line}\n" for lines in self._lines for line in lines)
        if text != self._text:
            self._path.write_text(text, encoding="utf-8")


def _write_named(wanted: dict[str, dict[str, Any]], folder: Path, section: str) -> None:
    """Subjects or attributes: in their own file, or in a section of the one for what is not stated."""
    here, unstated = _File(folder / f"{section}.yaml"), _File(folder / "unstated.yaml")
    there = next((value for key, value in _pairs(unstated.root) if key.value == section), None)
    for file, root in ((here, here.root), (unstated, there)):
        for key, value in list(_pairs(root)):
            _edit(file, file.span(key, value), wanted.pop(key.value, None), f"{key.value}: ")
    here.append([f"{name}: {_flow(said)}" for name, said in wanted.items()])
    here.save()
    unstated.save()


def _write_rings(rings: Sequence[RingRecord], path: Path) -> None:
    wanted = {ring.words[0]: _said(words=list(ring.words), type=ring.type) for ring in rings}
    file = _File(path)
    for item in _items(file.root):
        _edit(file, file.span(item, item), wanted.pop(_fields(item)["words"][0], None), "")
    file.append([f"- {_flow(said)}" for said in wanted.values()])
    file.save()


def _write_article(article: ArticleRecord, path: Path) -> None:
    said = _said(
        publisher=article.publisher, url=article.url, author=article.author, editor=article.editor,
        published=article.published, seal=[list(digests) for digests in article.seal],
    )  # fmt: skip
    if not path.exists() or _plain(yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)) != said:
        path.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _write_facts(facts: Sequence[FactRecord], path: Path) -> None:
    """Facts stand with their quote; one that left its quote is taken away there and added elsewhere."""
    file = _File(path)
    wanted = [(fact, _fact_fields(fact)) for fact in facts]
    groups: dict[tuple[str, str | None], int] = {}
    for group in _items(file.root):
        parts = {key.value: value for key, value in _pairs(group)}
        quote, context = _plain(parts["quote"]), _plain(parts["context"]) if "context" in parts else None
        spans = [file.span(item, item) for item in _items(parts["facts"])]
        kept = [_take(wanted, span, quote, context) for span in spans]
        for span, said in zip(spans, kept, strict=True):
            _edit(file, span, said, "")
        if any(kept):
            groups[quote, context] = spans[-1].last
        else:
            file.replace(file.span(group, group), [])
    for fact, said in wanted:
        _add_fact(file, fact, said, groups)
    file.save()


def _take(
    wanted: list[tuple[FactRecord, dict[str, object]]], span: _Span, quote: str, context: str | None
) -> dict[str, object] | None:
    """What is wanted on the line of this fact: the same, or the one of its subject and attribute, or nothing."""
    there = _fields(span.node)
    own = {**there, "context": there.get("context", context)}
    here = [(fact, said) for fact, said in wanted if fact.quote == quote and fact.context == own["context"]]
    alike = [one for one in here if {**one[1], "context": one[0].context} == own] or [
        one for one in here if all(one[1].get(name) == there.get(name) for name in ("subject", "attribute", "id"))
    ]
    if not alike:
        return None
    wanted.remove(alike[0])
    fact, said = alike[0]
    return said if fact.context == context else {**said, "context": fact.context}


def _add_fact(
    file: _File, fact: FactRecord, said: Mapping[str, object], groups: dict[tuple[str, str | None], int]
) -> None:
    line = f"  - {_flow(said)}"
    if (fact.quote, fact.context) in groups:
        file.add_after(groups[fact.quote, fact.context], line)
        return
    context = [f"  context: {_flow(fact.context)}"] if fact.context else []
    file.append(["", f"- quote: {_flow(fact.quote)}", *context, "  facts:", line])


def _edit(file: _File, span: _Span, said: Mapping[str, object] | None, lead: str) -> None:
    if said is None:
        file.replace(span, [])
    elif _fields(span.node) != said:
        file.replace(span, [f"{span.lead}{lead}{_flow(said)}"])


def _subject_fields(subject: SubjectRecord) -> dict[str, object]:
    return _said(
        type=subject.type, of=subject.of, name=[subject.names[language] for language in _LANGUAGES],
        aliases=list(subject.aliases), parts=list(subject.parts), common="true" if subject.common else None,
    )  # fmt: skip


def _attribute_fields(attribute: AttributeRecord) -> dict[str, object]:
    return _said(
        kind=attribute.kind, name=[attribute.names[language] for language in _LANGUAGES],
        aliases=list(attribute.aliases), words=list(attribute.words),
    )  # fmt: skip


def _fact_fields(fact: FactRecord) -> dict[str, object]:
    return _said(
        id=fact.id, subject=fact.subject, attribute=fact.attribute, period=fact.period, figure=fact.figure,
        hedge=fact.hedge, keys=list(fact.keys), phrases=list(fact.phrases),
    )  # fmt: skip


def _said(**fields: object) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, [])}


def _plain(node: yaml.Node | None) -> Any:  # noqa: ANN401 - YAML may hold anything
    """A node as plain values, each scalar the text that was typed."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return None if node is None else node.value


def _fields(node: yaml.Node) -> dict[str, Any]:
    """The fields of a record as `_said` would have them: lists as lists, and none that says nothing."""
    fields = {name: [said] if name in _LISTS and isinstance(said, str) else said for name, said in _plain(node).items()}
    return _said(**{name: said for name, said in fields.items() if (name, said) != ("common", "false")})


def _flow(value: object) -> str:
    """A value on one line."""
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, sort_keys=False, width=1_000_000)
    return text.removesuffix("...\n").strip()


def _pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    yield from node.value if isinstance(node, yaml.MappingNode) else ()


def _items(node: yaml.Node | None) -> Iterator[yaml.Node]:
    yield from node.value if isinstance(node, yaml.SequenceNode) else ()

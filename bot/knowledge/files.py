"""The fact files of a folder → unverified records."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.knowledge.records import (
    ArticleRecord,
    AskedRecord,
    AttributeRecord,
    BrokenFacts,
    FactRecord,
    Fault,
    Place,
    Records,
    RingRecord,
    SubjectRecord,
)
from bot.knowledge.yaml_nodes import Entry, read_yaml

_LANGUAGES = ("zh-Hant", "zh-Hans", "en")
NOTHING = "nothing"
"""The key under which questions stand that nothing answers."""

_T = TypeVar("_T")


def fact_files(folder: Path) -> tuple[Path, ...]:
    """Every file that knowledge is read from, in reading order."""
    singles = (folder / name for name in ("subjects.yaml", "attributes.yaml", "words.yaml", "unstated.yaml"))
    return (*sorted((folder / "articles").glob("*.yaml")), *sorted((folder / "quotes").glob("*.yaml")),
            *sorted((folder / "asked").glob("*.yaml")), *(path for path in singles if path.exists()))  # fmt: skip


def read(folder: Path) -> Records:
    """All records in the fact files of `folder`. Raises BrokenFacts with every fault of form found in any file."""
    faults: list[Fault] = []
    if not fact_files(folder):
        raise BrokenFacts([Fault(Place(str(folder)), "no fact files in this folder")])
    top = {name: _document(folder / f"{name}.yaml", faults) for name in ("subjects", "attributes", "words", "unstated")}
    unstated = _sections(top["unstated"], faults)
    articles = [(path, _document(path, faults)) for path in sorted((folder / "articles").glob("*.yaml"))]
    quotes = [(path, _document(path, faults)) for path in sorted((folder / "quotes").glob("*.yaml"))]
    asked = [_document(path, faults) for path in sorted((folder / "asked").glob("*.yaml"))]
    records = Records(
        articles=[_article(path.stem, entry) for path, entry in articles if entry],
        subjects=_all(_subject, _named(top["subjects"], faults) + _named(unstated.get("subjects"), faults), faults),
        attributes=_all(
            _attribute, _named(top["attributes"], faults) + _named(unstated.get("attributes"), faults), faults
        ),
        rings=_all(_ring, _listed(top["words"], faults), faults),
        facts=[
            fact
            for path, entry in quotes
            for group in _all(_quoted, _listed(entry, faults, path.stem), faults)
            for fact in group
        ],
        asked=[record for entry in asked for record in _all(_asked, _named(entry, faults), faults)],
    )
    if faults:
        raise BrokenFacts(faults)
    return records


def _document(path: Path, faults: list[Fault]) -> Entry | None:
    try:
        return read_yaml(path) if path.exists() else None
    except BrokenFacts as broken:
        faults.extend(broken.faults)
        return None


def _all(make: Callable[[str, Entry], _T], named: list[tuple[str, Entry]], faults: list[Fault]) -> list[_T]:
    made = []
    for name, entry in named:
        try:
            made.append(make(name, entry))
        except BrokenFacts as broken:
            faults.extend(broken.faults)
    return made


def _named(entry: Entry | None, faults: list[Fault]) -> list[tuple[str, Entry]]:
    try:
        return list(entry.mapping().items()) if entry else []
    except BrokenFacts as broken:
        faults.extend(broken.faults)
        return []


def _listed(entry: Entry | None, faults: list[Fault], name: str = "") -> list[tuple[str, Entry]]:
    try:
        return [(name, item) for item in entry.items()] if entry else []
    except BrokenFacts as broken:
        faults.extend(broken.faults)
        return []


def _sections(entry: Entry | None, faults: list[Fault]) -> dict[str, Entry]:
    return dict(_named(entry, faults))


class _Fields:
    """The fields of one mapping: takes them one by one, then complains of what was left or lacking."""

    def __init__(self, entry: Entry) -> None:
        self._left = dict(entry.mapping())
        self.place = entry.place

    def text(self, key: str) -> str:
        if key not in self._left:
            raise BrokenFacts([Fault(self.place, f"“{key}” is missing")])
        return self._left.pop(key).text()

    def maybe(self, key: str) -> str | None:
        return self._left.pop(key).text() if key in self._left else None

    def texts(self, key: str) -> tuple[str, ...]:
        return self._left.pop(key).texts() if key in self._left else ()

    def names(self) -> dict[str, str]:
        names = self.texts("name")
        if len(names) != len(_LANGUAGES):
            raise BrokenFacts([Fault(self.place, "“name” needs three names: Traditional, Simplified and English")])
        return dict(zip(_LANGUAGES, names, strict=True))

    def entries(self, key: str) -> list[Entry]:
        return self._left.pop(key).items() if key in self._left else []

    def done(self) -> None:
        if self._left:
            unknown = ", ".join(f"“{key}”" for key in self._left)
            raise BrokenFacts([Fault(self.place, f"unknown field {unknown}")])


def _subject(name: str, entry: Entry) -> SubjectRecord:
    fields = _Fields(entry)
    record = SubjectRecord(
        name, fields.names(), fields.text("type"), entry.place, fields.texts("aliases"), fields.maybe("of"),
        fields.texts("parts"), fields.maybe("common") == "true",
    )  # fmt: skip
    fields.done()
    return record


def _attribute(name: str, entry: Entry) -> AttributeRecord:
    fields = _Fields(entry)
    record = AttributeRecord(
        name,
        fields.names(),
        fields.text("kind"),
        entry.place,
        fields.texts("aliases"),
        fields.texts("words"),
        fields.texts("near"),
    )
    fields.done()
    return record


def _ring(_name: str, entry: Entry) -> RingRecord:
    fields = _Fields(entry)
    record = RingRecord(fields.texts("words"), entry.place, fields.maybe("type"))
    fields.done()
    return record


def _asked(name: str, entry: Entry) -> AskedRecord:
    return AskedRecord("" if name == NOTHING else name, entry.texts(), entry.place)


def _article(name: str, entry: Entry) -> ArticleRecord:
    fields = _Fields(entry)
    record = ArticleRecord(
        name, fields.text("publisher"), tuple(paragraph.texts() for paragraph in fields.entries("seal")), entry.place,
        fields.maybe("author"), fields.maybe("editor"), fields.maybe("published"), fields.maybe("url"),
    )  # fmt: skip
    fields.done()
    return record


def _quoted(article: str, entry: Entry) -> list[FactRecord]:
    fields = _Fields(entry)
    quote, context = fields.text("quote"), fields.maybe("context")
    facts = [_fact(article, quote, context, fact) for fact in fields.entries("facts")]
    fields.done()
    return facts


def _fact(article: str, quote: str, context: str | None, entry: Entry) -> FactRecord:
    fields = _Fields(entry)
    record = FactRecord(
        article, fields.text("subject"), fields.text("attribute"), fields.text("figure"), quote, entry.place,
        fields.maybe("id"), fields.maybe("period"), fields.maybe("hedge"), fields.maybe("context") or context,
        fields.texts("keys"), fields.texts("phrases"),
    )  # fmt: skip
    fields.done()
    return record

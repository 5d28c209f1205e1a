"""Stored records as values: each whole as a document, all together as the Records that one Knowledge is made from."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from bot.knowledge.files import NOTHING
from bot.knowledge.model import Knowledge
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

Body = Mapping[str, Any]
Record = ArticleRecord | SubjectRecord | AttributeRecord | RingRecord | FactRecord | AskedRecord

SHAPES: Mapping[str, type[Record]] = {
    "article": ArticleRecord,
    "subject": SubjectRecord,
    "attribute": AttributeRecord,
    "ring": RingRecord,
    "fact": FactRecord,
    "asked": AskedRecord,
}

_ASKED = "asked:"


class Name(NamedTuple):
    """What a stored record is called: its kind and its id (a ring's is its first word; that of questions names their fact)."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored record as it is (`body`, None if withdrawn) and as the fact files last said (`seed`, None if never)."""

    name: Name
    position: int
    place: Place
    body: Body | None
    seed: Body | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """All stored records at one version. `seed` is the digest of the fact files imported last."""

    version: int
    seed: str
    entries: Mapping[Name, Entry]

    def records(self, as_written: bool = False) -> Records:
        """The records that are not withdrawn, in order; a fact has its id in full unless `as_written`.

        Questions whose fact was withdrawn are left out with it, and come back with it.
        """
        kinds: dict[str, list[Any]] = {kind: [] for kind in SHAPES}
        for entry in sorted(self.entries.values(), key=lambda entry: (entry.position, entry.name)):
            if entry.body is not None and not self._orphaned(entry.name):
                body = entry.body if as_written or entry.name.kind != "fact" else {**entry.body, "id": entry.name.key}
                kinds[entry.name.kind].append(decode(entry.name.kind, body, entry.place))
        return Records(*kinds.values())

    def _orphaned(self, name: Name) -> bool:
        fact = self.entries.get(Name("fact", name.key.removeprefix(_ASKED)))
        return name.kind == "asked" and fact is not None and fact.body is None

    def holding(self, entries: Iterable[Entry]) -> "Shelf":
        """The shelf with these entries in place of those of the same name."""
        return replace(self, entries={**self.entries, **{entry.name: entry for entry in entries}})


def encode(record: Record) -> Body:
    """A record as a document: its fields but for its place, without those that say nothing."""
    return {
        field.name: _plain(getattr(record, field.name))
        for field in dataclasses.fields(record)
        if field.name != "place" and getattr(record, field.name) != field.default
    }


def decode(kind: str, body: Body, place: Place) -> Record:
    """A document as the record it was; BrokenFacts when this version of the bot has other fields for it."""
    shape = SHAPES[kind]
    fields = {field.name: field for field in dataclasses.fields(shape) if field.name != "place"}
    strange = [name for name in body if name not in fields]
    lacking = [name for name, field in fields.items() if field.default is dataclasses.MISSING and name not in body]
    if strange or lacking:
        raise BrokenFacts([Fault(place, f"the stored {kind} has or lacks a field: {', '.join(strange + lacking)}")])
    values: dict[str, Any] = {name: _firm(value) for name, value in body.items()}
    return shape(place=place, **values)


def entries_of(records: Records, knowledge: Knowledge) -> list[Entry]:
    """The records of the fact files as entries. `knowledge`, which verification made of them, has the ids of facts."""
    named: list[tuple[Name, Record]] = [
        *((Name("article", record.id), record) for record in records.articles),
        *((Name("subject", record.id), record) for record in records.subjects),
        *((Name("attribute", record.id), record) for record in records.attributes),
        *((Name("ring", record.words[0]), record) for record in records.rings),
        *((Name("fact", id_), record) for id_, record in zip(knowledge.facts, records.facts, strict=True)),
        *((Name("asked", _ASKED + (record.fact or NOTHING)), record) for record in records.asked),
    ]
    entries: dict[Name, Entry] = {}
    for position, (name, record) in enumerate(named):
        if name in entries:
            raise BrokenFacts([Fault(record.place, f"a second {name.kind} called {name.key}")])
        body = encode(record)
        entries[name] = Entry(name, position, record.place, body, body)
    return list(entries.values())


def _plain(value: object) -> object:
    """Tuples as lists, so that a document read back from the database equals the one that was written."""
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _firm(value: object) -> object:
    return tuple(_firm(part) for part in value) if isinstance(value, list) else value

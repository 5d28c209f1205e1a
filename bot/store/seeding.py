"""The fact files meet what was curated: a merge that loses neither side, and a report where the two disagree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from json import dumps

from bot.store.shelf import Body, Entry, Name, Shelf


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where the fact files and the store say different things of one record; the store's word counts."""

    name: Name
    field: str
    files: object
    store: object

    def __str__(self) -> str:
        return (
            f"{self.name.kind} {self.name.key}: {self.field} is {self.store!r} here, {self.files!r} in the fact files"
        )


def digest(seeds: Sequence[Entry]) -> str:
    """What tells one state of the fact files from another."""
    told = [[*entry.name, str(entry.place), entry.seed] for entry in seeds]
    return sha256(dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def merged(shelf: Shelf, seeds: Iterable[Entry]) -> list[Entry]:
    """Every entry that an import of these seeds writes, what was curated kept."""
    given = {entry.name: entry for entry in seeds}
    result = []
    for name, seed in given.items():
        old = shelf.entries.get(name)
        body = seed.seed if old is None else merge(old.seed, seed.seed, old.body)
        entry = replace(seed, body=body)
        if entry != old:
            result.append(entry)
    for name, old in shelf.entries.items():
        if name not in given and old.seed is not None:
            result.append(replace(old, seed=None, body=merge(old.seed, None, old.body)))
    return result


def merge(base: Body | None, files: Body | None, store: Body | None) -> Body | None:
    """Three-way: `base` is what the files said before, `files` what they say now, `store` what is kept."""
    if store == base:
        return files
    if files == base or store is None or files is None:
        return store
    fields = {name: _merge_field(name, base or {}, files, store) for name in {**files, **store}}
    return {name: value for name, value in fields.items() if value is not None}


def disagreements(shelf: Shelf) -> tuple[Disagreement, ...]:
    """Every correction and withdrawal that the fact files do not share. What was only added is no disagreement."""
    found: list[Disagreement] = []
    for entry in shelf.entries.values():
        if entry.seed is None or entry.body == entry.seed:
            continue
        if entry.body is None:
            found.append(Disagreement(entry.name, "the record", "there", "withdrawn"))
            continue
        for field in sorted(entry.seed.keys() | entry.body.keys()):
            files, store = entry.seed.get(field), entry.body.get(field)
            if not _agrees(files, store):
                found.append(Disagreement(entry.name, field, files, store))
    return tuple(found)


def _merge_field(name: str, base: Body, files: Body, store: Body) -> object:
    before, theirs, ours = base.get(name), files.get(name), store.get(name)
    if ours == before:
        return theirs
    if theirs == before:
        return ours
    if _is_words(theirs) and _is_words(ours):
        known = before or []
        removed = [word for word in known if word not in ours]
        added = [word for word in ours if word not in known and word not in theirs]
        return [word for word in theirs if word not in removed] + added
    return ours


def _agrees(files: object, store: object) -> bool:
    if (files is None or _is_words(files)) and (store is None or _is_words(store)):
        return set(files or []) <= set(store or [])
    return files == store


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)

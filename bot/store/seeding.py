"""The fact files meet what was curated: a merge that loses neither side, and a report where the two disagree."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

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
    known, given, kept = _words(before), _words(theirs), _words(ours)
    if known is None or given is None or kept is None:
        return ours
    removed = {word for word in known if word not in kept}
    added = [word for word in kept if word not in known and word not in given]
    return [word for word in given if word not in removed] + added


def _agrees(files: object, store: object) -> bool:
    given, kept = _words(files), _words(store)
    return files == store if given is None or kept is None else set(given) <= set(kept)


def _words(value: object) -> list[str] | None:
    """A field that lists words (none when it is not there), or None for any other."""
    if value is None:
        return []
    return value if isinstance(value, list) and all(isinstance(word, str) for word in value) else None

"""The fact files into the store, and out of it."""

import asyncio
import logging
from dataclasses import dataclass, replace
from pathlib import Path

from bot.knowledge.files import read
from bot.knowledge.loading import version_of
from bot.knowledge.records import Records
from bot.knowledge.verify import verify
from bot.store.ledger import Note
from bot.store.library import Library
from bot.store.seeding import Disagreement, disagreements, merged
from bot.store.shelf import Entry, Shelf, entries_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: how many records now differ, and where files and store still disagree."""

    changed: int
    disagreements: tuple[Disagreement, ...]


async def import_files(library: Library, folder: Path, who: str) -> Imported:
    """Bring the store up to the fact files; nothing happens when they are those imported last.

    BrokenFacts, and nothing is kept, when the files, or what they and the curated records make together, are broken.
    """
    version = await asyncio.to_thread(version_of, folder)
    before = library.shelf
    if version == before.seed:
        return Imported(0, disagreements(before))
    seeds = await asyncio.to_thread(_seeds, folder)
    shelf = await library.change(
        lambda shelf: merged(shelf, seeds), Note(who, "import", str(folder.name)), seed=version
    )
    changed = sum(before.entries.get(name) != entry for name, entry in shelf.entries.items())
    found = disagreements(shelf)
    log.info("Imported the fact files: %d records changed, %d disagreements with what was curated", changed, len(found))
    for disagreement in found:
        log.warning("Curated, and kept against the fact files: %s", disagreement)
    return Imported(changed, found)


def export_records(shelf: Shelf) -> Records:
    """The records for the fact files: a fact's id is written only where it would not come by itself."""
    written, full = shelf.records(as_written=True), shelf.records()
    come = verify(written).facts
    facts = [
        record if id_ == named.id else named for id_, record, named in zip(come, written.facts, full.facts, strict=True)
    ]
    return replace(written, facts=facts)


def _seeds(folder: Path) -> list[Entry]:
    records = read(folder)
    return entries_of(records, verify(records))

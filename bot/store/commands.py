"""What the `facts` commands do with the store: import, export, history, revert. Each gives back lines to print."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.writing import write
from bot.store.curation import Curation
from bot.store.database import Database
from bot.store.importing import export_records, import_files
from bot.store.ledger import Ledger, Revision
from bot.store.library import Library
from bot.store.thinking import Thinker

WHO = "command line"


@dataclass(frozen=True, slots=True)
class Report:
    """What a command has to say, and whether it did what it was asked."""

    lines: tuple[str, ...]
    ok: bool = True


async def import_facts(url: str, folder: Path) -> Report:
    """Bring the store up to the fact files; BrokenFacts when they, or what they and the curated make, are broken."""
    async with _library(url) as (library, _):
        imported = await import_files(library, folder, WHO)
        version = library.shelf.version
    lines = [f"{imported.changed} records changed; the facts are at version {version}"]
    return Report((*lines, *(f"curated, and kept: {one}" for one in imported.disagreements)))


async def export_facts(url: str, folder: Path) -> Report:
    """Write the store's facts as fact files; their layout never varies, so that a review shows what was curated."""
    async with _library(url) as (library, _):
        records = export_records(library.shelf)
        write(records, folder)
    return Report((f"{len(records.facts)} facts written to {folder}",))


async def show_history(url: str, key: str) -> Report:
    """Tell every revision of the record with this id."""
    async with _library(url) as (_, ledger):
        history = await ledger.history(key)
    return Report(tuple(map(_line, history))) if history else _unknown(key)


async def revert(url: str, key: str, why: str, version: int | None = None) -> Report:
    """Make a record what it was at `version` (or before its last change)."""
    async with _library(url) as (library, ledger):
        history = await ledger.history(key)
        if not history:
            return _unknown(key)
        wanted = [one for one in history if one.version == version] if version is not None else history[-2:-1]
        if not wanted:
            return Report(
                (f"“{key}” has no revision to go back to; `facts history {key}` shows what there is",), ok=False
            )
        await library.build()
        taught = await Curation(library, ()).restore(wanted[0].name, wanted[0].body, WHO, why)
    if not taught.ok:
        return Report(("Refused, since the facts would be broken:", *taught.broken), ok=False)
    return Report((f"“{key}” is again what it was at version {wanted[0].version}",))


@asynccontextmanager
async def _library(url: str) -> AsyncIterator[tuple[Library, Ledger]]:
    database = Database(url)
    try:
        await database.migrate()
        ledger = Ledger(database)
        library = Library(ledger, Thinker())
        await library.read()
        yield library, ledger
    finally:
        await database.close()


def _line(revision: Revision) -> str:
    note = revision.note
    what = "withdrawn" if revision.body is None else " ".join(f"{name}={said}" for name, said in revision.body.items())
    when = revision.at.strftime("%Y-%m-%d %H:%M:%S")
    return f"{revision.version}  {when}  {note.who}  {note.action}  {note.why}  {what}"


def _unknown(key: str) -> Report:
    return Report((f"Nothing is called “{key}”",), ok=False)

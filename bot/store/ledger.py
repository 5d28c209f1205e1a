"""The facts in the database: the records as they are, a revision for each change, one version over all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.knowledge.records import Place
from bot.store.database import Database, upsert
from bot.store.shelf import Entry, Name, Shelf
from bot.store.tables import RecordRow, RevisionRow, StateRow

CHANNEL = "gpubot_facts"
"""Where PostgreSQL tells every process of a new version."""


class Stale(Exception):
    """Another process changed the facts first: look at them again before changing them."""


@dataclass(frozen=True, slots=True)
class Note:
    """Who changes records, by what action, and why."""

    who: str
    action: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of one record, and the whole record after it (None when it was withdrawn)."""

    version: int
    name: Name
    at: datetime
    note: Note
    body: dict[str, Any] | None


class Ledger:
    """Reads and writes the facts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def version(self) -> int:
        """The version of the facts: another number means that something changed."""
        async with self._database.reading() as session:
            return (await session.scalars(select(StateRow.version))).one()

    async def load(self) -> Shelf:
        """Every record, at one moment."""
        async with self._database.reading() as session:
            # One statement, so that the version and the records are of the same moment under any isolation level.
            rows = (
                await session.execute(
                    select(StateRow.version, StateRow.seed, *RecordRow.__table__.c).outerjoin(
                        RecordRow, StateRow.id == 1
                    )
                )
            ).all()
        entries = {}
        for _, _, kind, key, position, file, line, body, seed in rows:
            if kind is not None:
                entries[Name(kind, key)] = Entry(Name(kind, key), position, Place(file, line), body, seed)
        return Shelf(rows[0][0], rows[0][1], entries)

    async def commit(self, shelf: Shelf, entries: Sequence[Entry], note: Note, seed: str | None = None) -> Shelf:
        """Write entries over those of `shelf`, with a revision for each whose body changes, all or nothing.

        Stale when the facts are no longer at the shelf's version. When this returns, the change lasts.
        """
        version = shelf.version + 1
        digest = shelf.seed if seed is None else seed
        async with self._database.writing() as session:
            taken = await session.execute(
                update(StateRow).where(StateRow.version == shelf.version).values(version=version, seed=digest)
            )
            if taken.rowcount != 1:  # type: ignore[attr-defined]
                raise Stale
            await _write(session, shelf, entries, note, version)
            if self._database.backend == "postgresql":
                await session.execute(select(func.pg_notify(CHANNEL, str(version))))
        held = shelf.holding(entries)
        return Shelf(version, digest, held.entries)

    async def history(self, key: str) -> tuple[Revision, ...]:
        """Every revision of the records with this id, oldest first."""
        query = select(RevisionRow).where(RevisionRow.key == key).order_by(RevisionRow.version, RevisionRow.kind)
        async with self._database.reading() as session:
            return tuple(
                Revision(row.version, Name(row.kind, row.key), row.at, Note(row.who, row.action, row.why), row.body)
                for row in await session.scalars(query)
            )


async def _write(session: AsyncSession, shelf: Shelf, entries: Sequence[Entry], note: Note, version: int) -> None:
    now = datetime.now(UTC)
    records, revisions = [], []
    for entry in entries:
        row = {"kind": entry.name.kind, "key": entry.name.key, "body": entry.body}
        old = shelf.entries.get(entry.name)
        if old is None or old.body != entry.body:
            said = {"at": now, "who": note.who, "action": note.action, "why": note.why}
            revisions.append({**row, **said, "version": version})
        place = {"position": entry.position, "file": entry.place.file, "line": entry.place.line}
        records.append({**row, **place, "seed": entry.seed})
    await upsert(session, RecordRow, records)
    if revisions:
        await session.execute(insert(RevisionRow), revisions)

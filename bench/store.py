"""What the store costs: `python -m bench.store [POSTGRESQL_URL]`.

One run measures, on SQLite and on PostgreSQL,

- answers per second with the question log on and off,
- how long a reload of 1,000 facts takes,
- how long the change of one alias takes to reach a second process.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from bench.thousand import thousand_facts
from bot.answering.model import Question
from bot.knowledge.loading import seed_folder
from bot.knowledge.verify import verify
from bot.replies.catalogue import Catalogue
from bot.service import Asker, Service
from bot.store.curation import Curation
from bot.store.journal import Journal, Row
from bot.store.ledger import Note
from bot.store.library import Library
from bot.store.shelf import Entry, Shelf, entries_of
from bot.store.store import Store
from bot.store.thinking import Thinker

ROUNDS = 12
ASKED = 1000
CHANGES = 20
ASKER = Asker("bench", "room", "somebody")


class NoJournal(Journal):
    """A journal that writes nothing."""

    def question(self, row: Row) -> None:
        """Forget the row."""


async def answers_per_second(store: Store) -> tuple[float, float]:
    """The medians with and without the log, in turns; a round with the log lasts until all is written."""
    service = Service(store, Curation(store.library, ()), Catalogue.load())
    facts = service.engine.knowledge.facts.values()
    names = service.engine.knowledge.subjects, service.engine.knowledge.attributes
    texts = [f"{names[0][fact.subject].name.hant}{names[1][fact.attribute].name.hant}" for fact in facts]
    kept, journals = store.journal, (store.journal, NoJournal(store.database))
    speeds: dict[Journal, list[float]] = {journal: [] for journal in journals}
    for journal in journals * ROUNDS:
        store.journal = journal
        started = time.perf_counter()
        for words in islice(cycle(texts), ASKED):
            await service.ask(Question(words), ASKER)
            await asyncio.sleep(0)
        await journal.flush()
        speeds[journal].append(ASKED / (time.perf_counter() - started))
    store.journal = kept
    with_log, without = (statistics.median(speeds[journal]) for journal in journals)
    return with_log, without


async def reload_seconds(store: Store) -> float:
    """The median time in which a process takes over 1,000 facts that another one wrote."""
    records = thousand_facts()
    seeds = entries_of(records, verify(records))
    await store.library.change(lambda shelf: [*_withdrawn(shelf), *seeds], Note("bench", "import"))
    other = Library(store.ledger, Thinker())
    await other.build()
    took = []
    for number in range(5):
        await Curation(store.library, ()).name("subject", "s0", f"公司又名{number}", "bench")
        started = time.perf_counter()
        await other.refresh()
        took.append(time.perf_counter() - started)
    return statistics.median(took)


def _withdrawn(shelf: Shelf) -> list[Entry]:
    return [replace(entry, body=None, seed=None) for entry in shelf.entries.values()]


async def alias_seconds(store: Store, url: str) -> tuple[list[float], list[float]]:
    """How long changes took to be in use in a second process: since they were asked for, and since they were kept."""
    follower = await asyncio.create_subprocess_exec(sys.executable, "-m", "bench.store", "--follow", url, stdout=PIPE)
    assert follower.stdout is not None
    await follower.stdout.readline()
    since_asked, since_kept = [], []
    for number in range(CHANGES):
        asked = time.monotonic()
        await Curation(store.library, ()).name("subject", "metax", f"沐曦又名{number}", "bench")
        kept = time.monotonic()
        seen = float(await follower.stdout.readline())
        since_asked.append(seen - asked)
        since_kept.append(seen - kept)
    follower.terminate()
    await follower.wait()
    return since_asked, since_kept


async def follow(url: str) -> None:
    """Tell the system's clock each time that other names of a subject are in use here."""
    store = Store(url, Thinker(), "bench")
    await store.open()
    known = store.library.brain.knowledge.subjects["metax"].aliases
    print("ready", flush=True)
    while True:
        await asyncio.sleep(0.001)
        aliases = store.library.brain.knowledge.subjects["metax"].aliases
        if aliases != known:
            known = aliases
            print(time.monotonic(), flush=True)


async def measure(url: str) -> None:
    """Measure all on one database, and say it."""
    name = make_url(url).get_backend_name()
    store = Store(url, Thinker(), "bench")
    await store.open(seed_folder())
    with_log, without = await answers_per_second(store)
    print(f"{name}: {with_log:,.0f} answers/s with the log, {without:,.0f} without ({with_log / without - 1:+.1%})")
    for since, took in zip(("asked for", "kept"), await alias_seconds(store, url), strict=True):
        median, most = statistics.median(took), max(took)
        print(f"{name}: an alias in a second process {median:.3f} s after it was {since}, at most {most:.3f} s")
    print(f"{name}: 1,000 facts reload in {await reload_seconds(store):.3f} s")
    await store.close()


async def main(server: str | None) -> None:
    """Measure on a SQLite file, and on a new database of the PostgreSQL server if there is one."""
    with tempfile.TemporaryDirectory() as folder:
        await measure(f"sqlite+aiosqlite:///{Path(folder) / 'bench.sqlite3'}")
    if server is None:
        return
    name = f"gpubot_bench_{time.time_ns()}"
    address = make_url(server).set(drivername="postgresql+asyncpg")
    engine = create_async_engine(address, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {name}"))
        try:
            await measure(make_url(server).set(database=name).render_as_string(hide_password=False))
        finally:
            await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    await engine.dispose()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--follow"]:
        asyncio.run(follow(sys.argv[2]))
    else:
        asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else None))

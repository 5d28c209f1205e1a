"""kill -9 in the midst of writes, again and again."""

import asyncio
import os
import random
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

from sqlalchemy import func, select

from bot.store.ledger import Ledger
from bot.store.shelf import Name, Shelf
from bot.store.store import Store
from bot.store.tables import RevisionRow

LIVES = 50


async def _line(curator: Process) -> str:
    assert curator.stdout is not None
    async with asyncio.timeout(20):
        line = (await curator.stdout.readline()).decode().strip()
    assert line, "the curator ended by itself"
    return line


async def _live_and_die(curator: Process, chance: random.Random) -> list[str]:
    """What one life of a curator acknowledged before it was killed."""
    assert curator.stdin is not None
    curator.stdin.write(b"live\n")
    child = int((await _line(curator)).removeprefix("born "))
    kept = [await _line(curator) for _ in range(chance.randrange(1, 5))]
    await asyncio.sleep(chance.random() * 0.01)
    os.kill(child, signal.SIGKILL)
    assert "dead" not in kept, "the curator ended by itself"
    while (line := await _line(curator)) != "dead":
        kept.append(line)
    return [line.removeprefix("kept ") for line in kept]


def _words(shelf: Shelf, subject: str) -> list[str]:
    body = shelf.entries[Name("subject", subject)].body
    assert body is not None
    return [word.removeprefix(f"{subject}-") for word in body["aliases"] if word.startswith(f"{subject}-")]


async def test_nothing_acknowledged_is_lost_and_nothing_is_half_applied(store: Store, url: str, folder: Path) -> None:
    chance = random.Random(50)
    arguments = ["-W", "ignore", "-m", "tests.store.curator", url, str(folder)]
    curator = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdin=PIPE, stdout=PIPE)
    acknowledged = [word for _ in range(LIVES) for word in await _live_and_die(curator, chance)]
    curator.stdin.close()  # type: ignore[union-attr]
    await curator.wait()

    shelf = await Ledger(store.database).load()
    words = _words(shelf, "metax")
    assert set(acknowledged) <= set(words)
    assert _words(shelf, "biren") == words, "a change of two records was kept by half"
    for subject in ("metax", "biren"):
        history = await store.ledger.history(subject)
        assert history[-1].body == shelf.entries[Name("subject", subject)].body
        assert len(history) == len(words) + 1
    async with store.database.reading() as session:
        assert (await session.scalars(select(func.max(RevisionRow.version)))).one() == shelf.version

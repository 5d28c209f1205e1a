"""The knowledge in use: built from the ledger beside the one before it, verified, then swapped in whole."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from bot.answering.model import Answer, Question, Suggestion
from bot.knowledge.model import Knowledge
from bot.knowledge.records import BrokenFacts, Fault, Records
from bot.store.ledger import Ledger, Note, Stale
from bot.store.shelf import Entry, Shelf

log = logging.getLogger(__name__)

ATTEMPTS = 10
"""How often a change is tried anew when other processes change the facts at the same time."""


class Brain(Protocol):
    """An engine: pure answers over one immutable Knowledge."""

    @property
    def knowledge(self) -> Knowledge:
        """All that it knows."""

    def answer(self, question: Question) -> Answer:
        """Find the facts that answer a question."""

    def suggest(self, typed: str, limit: int = 25) -> tuple[Suggestion, ...]:
        """Complete what is being typed."""


Think = Callable[[Records, str], Brain]
"""Records and their version → an engine over them; BrokenFacts when they do not pass verification."""

Change = Callable[[Shelf], Sequence[Entry]]
"""What a change makes of the records: the entries to write, or an exception of its own that calls it off."""

Check = Callable[[Brain, Brain], None]
"""Compares the engine in use with the one that a change would make; an exception calls the change off."""


class Library:
    """Holds the engine in use, replaces it when the facts change, and is the one way to change them."""

    def __init__(self, ledger: Ledger, think: Think) -> None:
        self.faults: tuple[Fault, ...] = ()
        self._ledger = ledger
        self._think = think
        self._lock = asyncio.Lock()
        self._shelf = Shelf(-1, "", {})
        self._brain: Brain | None = None
        self._refused = -1

    @property
    def brain(self) -> Brain:
        """The engine in use."""
        if self._brain is None:
            raise RuntimeError("no engine has been built yet")
        return self._brain

    @property
    def shelf(self) -> Shelf:
        """The records that the engine in use was built from."""
        return self._shelf

    async def read(self) -> None:
        """Read the records, so that they can be changed; no engine yet."""
        self._shelf = await self._ledger.load()

    async def build(self) -> None:
        """Build the first engine, unless a change did. BrokenFacts when what is stored does not pass verification."""
        async with self._lock:
            if self._brain is None:
                await self._load()

    async def refresh(self) -> None:
        """Follow the ledger if its version changed. When the new facts are broken, the old ones stay in use."""
        async with self._lock:
            version = await self._ledger.version()
            if version in (self._shelf.version, self._refused):
                return
            try:
                await self._load()
            except BrokenFacts as broken:
                self.faults, self._refused = broken.faults, version
                log.error("Facts version %d is not used, %d still is: %s", version, self._shelf.version, broken)

    async def change(self, make: Change, note: Note, *, check: Check | None = None, seed: str | None = None) -> Shelf:
        """Change the facts: verified first, then kept, then in use here, and soon in every other process.

        Nothing is kept when `make` or `check` raises, or when the facts would be broken (BrokenFacts).
        """
        async with self._lock:
            for _ in range(ATTEMPTS):
                entries = [entry for entry in make(self._shelf) if self._shelf.entries.get(entry.name) != entry]
                if not entries and seed in (None, self._shelf.seed):
                    return self._shelf
                brain = await self._built(self._shelf.holding(entries), self._shelf.version + 1)
                if check is not None:
                    await asyncio.to_thread(check, self.brain, brain)
                try:
                    shelf = await self._ledger.commit(self._shelf, entries, note, seed)
                except Stale:
                    await self._load()
                    continue
                self._use(shelf, brain)
                return shelf
        raise Stale

    async def _load(self) -> None:
        started = time.perf_counter()
        shelf = await self._ledger.load()
        self._use(shelf, await self._built(shelf, shelf.version))
        took = (time.perf_counter() - started) * 1000
        log.info("Facts version %d: %d facts, in %.0f ms", shelf.version, len(self.brain.knowledge.facts), took)

    async def _built(self, shelf: Shelf, version: int) -> Brain:
        # In a thread, so that questions go on being answered from the engine in use.
        return await asyncio.to_thread(lambda: self._think(shelf.records(), str(version)))

    def _use(self, shelf: Shelf, brain: Brain) -> None:
        self._shelf, self._brain, self.faults = shelf, brain, ()

"""A process that curates as fast as it can and says on standard output what is kept, until it is killed.

`python -m tests.store.curator URL FOLDER` starts one for each line on standard input, after loading everything once.
"""

import asyncio
import os
import sys
from itertools import count
from pathlib import Path

from bot.store.ledger import Note
from bot.store.shelf import Entry, Name, Shelf
from bot.store.store import Store
from tests.small import think

SUBJECTS = (Name("subject", "metax"), Name("subject", "biren"))


async def curate(url: str, folder: Path, life: int) -> None:
    """Give both subjects a word of this life, again and again; each pair is one change."""
    store = Store(url, think, "secret of the tests")
    await store.open(folder)
    for number in count():

        def make(shelf: Shelf, number: int = number) -> list[Entry]:
            entries = [shelf.entries[name] for name in SUBJECTS]
            return [_called(entry, f"{entry.name.key}-{life}-{number}") for entry in entries]

        await store.library.change(make, Note("curator", "name"))
        _say(f"kept {life}-{number}")


def _called(entry: Entry, word: str) -> Entry:
    body = entry.body or {}
    return Entry(entry.name, entry.position, entry.place, {**body, "aliases": [*body["aliases"], word]}, entry.seed)


def _say(line: str) -> None:
    # One write: print would write the line's end by itself, and a death in between would glue two lines together.
    os.write(1, f"{line}\n".encode())


def main(url: str, folder: str) -> None:
    """Fork a curator for each line, tell its process id, and wait for its death."""
    for life, _ in enumerate(sys.stdin):
        child = os.fork()
        if not child:
            asyncio.run(curate(url, Path(folder), life))
        _say(f"born {child}")
        os.waitpid(child, 0)
        _say("dead")


if __name__ == "__main__":
    main(*sys.argv[1:])

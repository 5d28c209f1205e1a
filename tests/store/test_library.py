import asyncio
import logging
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import update

from bot.store.curation import Curation
from bot.store.ledger import Ledger, Note, Stale
from bot.store.library import Library
from bot.store.shelf import Name
from bot.store.store import Store
from bot.store.tables import RecordRow, StateRow
from tests.small import think
from tests.waiting import until

SUBJECT = Name("subject", "metax")


@pytest.fixture
async def other(store: Store, url: str) -> AsyncIterator[Store]:  # noqa: ARG001 - the first to start imports the facts
    """A second process of the bot, as it were: all its own, on the same database."""
    opened = Store(url, think, "secret of the tests")
    await opened.open()
    yield opened
    await opened.close()


async def test_a_change_reaches_another_process_by_itself(store: Store, other: Store) -> None:
    await Curation(store.library, ()).name("subject", "metax", "木曦", "discord:1")
    await until(lambda: "木曦" in other.library.brain.knowledge.subjects["metax"].aliases)
    assert other.library.shelf == store.library.shelf


async def test_two_processes_change_the_same_record_and_neither_change_is_lost(store: Store, other: Store) -> None:
    words = [f"木曦{number}" for number in range(8)]
    curations = [Curation(one.library, ()) for one in (store, other)]
    taught = await asyncio.gather(
        *(curations[place % 2].name("subject", "metax", word, "discord:1") for place, word in enumerate(words))
    )
    assert all(one.ok for one in taught)
    shelf = await store.ledger.load()
    assert set(words) < set(shelf.records().subjects[0].aliases)
    assert [revision.version for revision in await store.ledger.history("metax")] == list(range(1, 10))


async def test_a_change_of_what_was_read_before_another_change_is_stale(store: Store) -> None:
    before = store.library.shelf
    await Curation(store.library, ()).name("subject", "metax", "木曦", "discord:1")
    with pytest.raises(Stale):
        await store.ledger.commit(before, [before.entries[SUBJECT]], Note("me", "name"))


async def test_broken_facts_leave_the_old_ones_in_use_and_are_reported_once(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    engine = store.library.brain
    async with store.database.writing() as session:
        await session.execute(update(RecordRow).where(RecordRow.kind == "fact").values(body={"extra": "field"}))
        await session.execute(update(StateRow).values(version=2))
    with caplog.at_level(logging.ERROR):
        await store.library.refresh()
        await store.library.refresh()
    assert store.library.brain is engine
    assert "has or lacks a field: extra, article" in store.library.faults[0].reason
    assert caplog.text.count("version 2 is not used, 1 still is") == 1


async def test_after_broken_facts_the_next_whole_ones_are_used(store: Store) -> None:
    whole = store.library.shelf.entries[Name("fact", "metax.staff")].body
    for version, body in ((2, {"article": "one"}), (3, whole)):
        async with store.database.writing() as session:
            await session.execute(update(RecordRow).where(RecordRow.key == "metax.staff").values(body=body))
            await session.execute(update(StateRow).values(version=version))
        await store.library.refresh()
        assert bool(store.library.faults) == (version == 2)
    assert store.library.shelf.version == 3


async def test_questions_are_answered_while_facts_are_loaded(store: Store) -> None:
    slow = Library(Ledger(store.database), think)
    await slow.build()
    engine = slow.brain
    await Curation(store.library, ()).name("subject", "metax", "木曦", "discord:1")
    refreshing = asyncio.create_task(slow.refresh())
    await asyncio.sleep(0)
    assert slow.brain is engine
    await refreshing
    assert slow.brain is not engine

import logging
from pathlib import Path

import pytest

from bot.store.store import Store
from tests.small import think


async def test_a_store_closed_in_the_midst_of_things_cuts_no_query_off(
    url: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(5):
        store = Store(url, think, "secret of the tests")
        await store.open(folder)
        await store.close()
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_the_database_is_free_for_others_once_the_store_is_closed(store: Store) -> None:
    await store.close()
    await store.database.migrate("base")
    await store.database.migrate()

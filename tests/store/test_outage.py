"""The database stops and starts again while questions come in."""

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.answering.model import Outcome, Question
from bot.replies.catalogue import Catalogue
from bot.service import Asker, ChatSettings, Service, StoreUnavailable
from bot.store import database, following
from bot.store.curation import Curation
from bot.store.journal import Journal
from bot.store.store import Store
from bot.store.tables import QuestionRow
from tests.small import think
from tests.store.outages import Outage, outage_of
from tests.waiting import until

ANNA = Asker("discord", "room", "anna")


@pytest.fixture
async def outage(url: str) -> AsyncIterator[Outage]:
    async with outage_of(url) as made:
        yield made


@pytest.fixture
async def store(outage: Outage, folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Store]:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.3)
    store = Store(outage.url, think, "secret of the tests")
    store.journal = Journal(store.database, most_waiting=30)
    await store.open(folder)
    yield store
    await store.close()


@pytest.fixture
def service(store: Store) -> Service:
    return Service(store, Curation(store.library, ()), Catalogue.load(), frozenset({"discord:anna"}))


async def _ask(service: Service, times: int) -> None:
    for _ in range(times):
        asked = await service.ask(Question("沐曦營收"), ANNA)
        assert asked.answer.outcome is Outcome.ANSWER


async def test_every_question_is_answered_and_the_log_says_what_was_dropped(
    service: Service, store: Store, outage: Outage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    await _ask(service, 20)
    await until(lambda: store.journal.waiting == 0)
    await outage.stop()
    await _ask(service, 25)
    await until(lambda: "Questions wait in memory" in caplog.text)
    await _ask(service, 12)
    await outage.start()
    await until(lambda: store.journal.waiting == 0)
    await _ask(service, 3)
    await until(lambda: store.journal.waiting == 0)
    async with store.database.reading() as session:
        kept = (await session.scalars(select(func.count()).select_from(QuestionRow))).one()
    assert kept == 20 + 30 + 3
    assert "Questions are written again; 7 were dropped meanwhile" in caplog.text


async def test_what_cannot_be_kept_is_refused_and_works_again_later(
    service: Service, store: Store, outage: Outage
) -> None:
    before = store.library.shelf
    await outage.stop()
    with pytest.raises(StoreUnavailable):
        await service.teach("那間公司賺多少", "metax.revenue.2024", ANNA)
    with pytest.raises(StoreUnavailable):
        await service.change_settings("discord", "room", ANNA, overheard=True)
    assert await service.chat_settings("discord", "room") == ChatSettings()
    assert store.library.shelf is before
    await outage.start()
    assert (await service.teach("那間公司賺多少", "metax.revenue.2024", ANNA)).ok
    assert (await service.change_settings("discord", "room", ANNA, overheard=True)).overheard


@pytest.mark.parametrize("template", ["postgresql"], indirect=True)
async def test_facts_changed_while_the_line_was_cut_are_caught_up_with(
    service: Service, outage: Outage, url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(following, "BACKOFF_SECONDS", (0.05,))
    caplog.set_level(logging.INFO)
    await outage.stop()
    await until(lambda: "answering from the facts in memory" in caplog.text)
    elsewhere = Store(url, think, "secret of the tests")
    await elsewhere.open()
    assert (await Curation(elsewhere.library, ()).name("subject", "metax", "木曦", "discord:1")).ok
    await elsewhere.close()
    assert not service.engine.answer(Question("木曦營收")).facts
    await outage.start()
    await until(lambda: bool(service.engine.answer(Question("木曦營收")).facts))
    assert "facts are followed again" in caplog.text


async def test_the_bot_closes_in_good_time_without_its_database(
    service: Service, outage: Outage, caplog: pytest.LogCaptureFixture
) -> None:
    await _ask(service, 5)
    await outage.stop()
    async with asyncio.timeout(4):
        await service.close()
    assert "5 questions and feedbacks were not kept" in caplog.text

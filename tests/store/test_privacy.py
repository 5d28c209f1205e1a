import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.answering.model import Addressed, Question
from bot.replies.catalogue import Catalogue
from bot.service import Asker, Service
from bot.store.curation import Curation
from bot.store.privacy import Pseudonyms
from bot.store.store import Store
from bot.store.tables import QuestionRow

ANNA = Asker("discord", "room", "anna")
BEN = Asker("discord", "room", "ben")


@pytest.fixture
def service(store: Store) -> Service:
    return Service(store, Curation(store.library, ()), Catalogue.load(), frozenset({"discord:anna"}))


async def test_nobody_is_stored_by_name(service: Service, store: Store) -> None:
    await service.ask(Question("沐曦營收"), ANNA)
    await store.journal.flush()
    async with store.database.reading() as session:
        row = (await session.scalars(select(QuestionRow))).one()
    assert (row.chat, row.person) == (store.pseudonyms.chat(ANNA), store.pseudonyms.person(ANNA))
    assert {len(row.chat or ""), len(row.person or "")} == {32}
    assert "anna" not in f"{row.chat}{row.person}"


def test_hashes_differ_by_secret_platform_and_kind() -> None:
    one, other = Pseudonyms("one"), Pseudonyms("other")
    here, there = Asker("discord", "7", "7"), Asker("telegram", "7", "7")
    hashes = [one.person(here), one.chat(here), one.person(there), other.person(here)]
    assert len(set(hashes)) == 4
    assert one.person(Asker("discord", "8", "7")) == one.person(here)
    assert (one.person(Asker("discord")), one.chat(Asker("discord"))) == (None, None)


async def test_an_export_tells_a_person_all_about_them_and_nothing_of_others(service: Service) -> None:
    asked = await service.ask(Question("沐曦營收"), ANNA)
    await service.ask(Question("沐曦員工"), BEN)
    await service.feedback(asked.id, ANNA, helpful=False, note="it was 2023")
    await service.teach("那間公司賺多少", "metax.revenue.2024", ANNA)
    told = json.loads(await service.export(ANNA))
    assert [row["text"] for row in told["questions"]] == ["沐曦營收"]
    assert [(row["question"], row["note"]) for row in told["feedback"]] == [(asked.id, "it was 2023")]
    assert [(row["action"], row["why"]) for row in told["changes"]] == [("teach", "那間公司賺多少")]


async def test_a_person_is_forgotten_and_their_change_stays_without_their_name(service: Service, store: Store) -> None:
    asked = await service.ask(Question("沐曦營收"), ANNA)
    await service.ask(Question("沐曦員工"), BEN)
    await service.feedback(asked.id, ANNA, helpful=True)
    await service.teach("那間公司賺多少", "metax.revenue.2024", ANNA)
    assert await service.forget(ANNA) == 3
    assert json.loads(await service.export(ANNA)) == {"questions": [], "feedback": [], "changes": []}
    assert len(json.loads(await service.export(BEN))["questions"]) == 1
    assert service.engine.answer(Question("那間公司賺多少")).facts
    history = await store.ledger.history("metax.revenue.2024")
    assert [revision.note.who for revision in history] == ["fact files", "somebody"]


async def test_a_chat_is_forgotten(service: Service) -> None:
    for asker in (ANNA, BEN, Asker("discord", "elsewhere", "anna")):
        await service.ask(Question("沐曦營收"), asker)
    assert await service.forget(Asker("discord", "room")) == 2
    assert len(json.loads(await service.export(ANNA))["questions"]) == 1


async def test_a_message_that_was_not_for_the_bot_is_not_kept(service: Service) -> None:
    await service.ask(Question("dinner at eight?", Addressed.OVERHEARD), ANNA)
    assert json.loads(await service.export(ANNA))["questions"] == []


async def test_what_is_older_than_the_retention_expires(service: Service, store: Store) -> None:
    for text in ("沐曦營收", "沐曦員工"):
        await service.ask(Question(text), ANNA)
    await store.journal.flush()
    async with store.database.writing() as session:
        old = datetime.now(UTC) - timedelta(days=31)
        await session.execute(update(QuestionRow).where(QuestionRow.text == "沐曦營收").values(at=old))
    assert await store.privacy.expire(30) == 1
    assert [row["text"] for row in json.loads(await service.export(ANNA))["questions"]] == ["沐曦員工"]

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answering.model import Outcome, Question
from bot.knowledge.files import read
from bot.replies.catalogue import LANGUAGES, Catalogue
from bot.service import Asker, Reason, Service, Taught
from tests.services import memory_service
from tests.small import think, write_files

ANNA = Asker("discord", "guild:1", "anna")
BEN = Asker("discord", "guild:1", "ben")


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    engine = think(read(write_files(tmp_path)), "")
    async with memory_service(engine, Catalogue.load(), curators=frozenset({"discord:anna"})) as opened:
        yield opened


async def test_a_question_is_answered_with_a_short_id_for_buttons(service: Service) -> None:
    one, other = [await service.ask(Question("沐曦營收"), ANNA) for _ in range(2)]
    assert one.answer.facts[0].figure == "7.43億元"
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,16}", one.id)
    assert one.id != other.id


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "a" * 10_000, "'; DROP TABLE questions; --", "\u202e😀"])
async def test_any_text_is_answered_and_kept(service: Service, text: str) -> None:
    asked = await service.ask(Question(text), ANNA)
    await service.feedback(asked.id, ANNA, helpful=False, note=text)
    assert asked.answer.outcome is Outcome.NO_ANSWER
    assert await service.forget(ANNA) == 2


def test_topics_are_the_subjects_that_have_facts(service: Service) -> None:
    assert [(subject.id, [fact.attribute for fact in facts]) for subject, facts in service.topics()] == [
        ("metax", ["revenue", "staff"])
    ]


async def test_facts_and_cards_come_by_id(service: Service) -> None:
    fact = service.fact("metax.staff")
    assert fact is not None
    assert fact.figure == "800人"
    assert service.fact("nothing") is None
    assert len(service.about("metax").facts) == 2
    assert [suggestion.value for suggestion in service.suggest("me")] == ["metax"]


async def test_only_curators_curate(service: Service) -> None:
    assert await service.teach("那個", "metax.staff", BEN) == Taught(False, Reason.NOT_A_CURATOR)
    assert await service.withdraw("metax.staff", BEN, "so") == Taught(False, Reason.NOT_A_CURATOR)
    assert not await service.may_curate(BEN)
    await service.change_settings("discord", "guild:1", ANNA, curators=frozenset({"ben"}))
    assert await service.may_curate(BEN)
    assert not await service.may_curate(Asker("discord", "guild:2", "ben"))
    assert not await service.may_curate(Asker("discord", "guild:1"))
    assert await service.may_curate(Asker("discord", "guild:2", "anna"))


async def test_questions_without_an_answer_wait_in_groups(service: Service) -> None:
    for text in ("沐曦的淨利潤是多少", "沐曦的净利润是多少?", "沐曦的淨利潤是多少", "壁仞在哪", "沐曦營收"):
        await service.ask(Question(text), BEN)
    await service.export(BEN)  # which writes down what waits
    first, second = await service.unanswered()
    assert (first.example, first.count) == ("沐曦的淨利潤是多少", 3)
    assert set(first.examples) == {"沐曦的淨利潤是多少", "沐曦的净利润是多少?"}
    assert (second.example, second.count) == ("壁仞在哪", 1)
    assert len(await service.unanswered(limit=1)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_can_be_said_in_every_language(language: str, reason: Reason) -> None:
    assert Catalogue.load().text(language, reason).strip()


async def test_only_named_chats_may_name_curators_where_any_are_named(tmp_path: Path) -> None:
    engine = think(read(write_files(tmp_path)), "")
    named = frozenset({"discord:guild:2"})
    async with memory_service(engine, Catalogue.load(), curating_chats=named) as service:
        for chat in ("guild:1", "guild:2"):
            await service.change_settings("discord", chat, ANNA, curators=frozenset({"ben"}))
        assert not await service.may_curate(BEN)
        assert await service.may_curate(Asker("discord", "guild:2", "ben"))

"""Curating on Telegram: what was not answered, and teaching it step by step."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.replies.catalogue import Catalogue
from bot.service import Asker
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_rules import Json
from tests.fakes.telegram_state import Room
from tests.telegram.conftest import FIGURE, QUESTION, Running, at_work, seeded

pytestmark = pytest.mark.asyncio(loop_scope="module")

SLANG = "火箭公司賺幾多"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    """A bot whose facts live in a database, where what is taught changes what it knows."""
    file = tmp_path_factory.mktemp("store") / "bot.sqlite3"
    async with FakeTelegram() as server, seeded(file, catalogue) as service, at_work(server, service) as bot:
        yield bot


async def _curator(running: Running, room: Room, person: Json) -> None:
    await running.service.change_settings(
        "telegram", str(room.id), Asker("telegram"), curators=frozenset({str(person["id"])})
    )


async def _private_curator(running: Running) -> tuple[Json, Room]:
    person = running.fake.person(language="en")
    room = running.fake.private(person)
    await _curator(running, room, person)
    return person, room


async def _pick(running: Running, person: Json, choices: Json) -> Json:
    label = next(
        one["text"] for row in choices["reply_markup"]["inline_keyboard"] for one in row if FIGURE in one["text"]
    )
    return await running.fake.press(person, choices, label)


@pytest.mark.parametrize("command", ["/unanswered", "/teach", f"/teach {SLANG}"])
async def test_only_curators_may(running: Running, command: str) -> None:
    answer = await running.ask(command, language="en")
    assert answer["text"] == running.service.catalogue.text("en", "chat.curation.curators-only")


async def test_teaching_step_by_step(running: Running) -> None:
    fake = running.fake
    person, room = await _private_curator(running)
    first = await fake.answer(await fake.say(room, person, "/teach"))
    assert first["asks"]["force_reply"]
    second = await fake.answer(await fake.say(room, person, SLANG, reply_to=first))
    assert SLANG in second["text"]
    none = await fake.answer(await fake.say(room, person, "毫不相干", reply_to=second))
    assert "reply_markup" not in none
    choices = await fake.answer(await fake.say(room, person, QUESTION))
    await _pick(running, person, choices)
    assert SLANG in choices["text"]
    assert choices["reply_markup"] is None
    assert FIGURE in (await fake.answer(await fake.say(room, person, SLANG)))["text"]


async def test_an_unanswered_question_is_taught_by_its_button_and_a_facts_id(running: Running) -> None:
    fake = running.fake
    asker = fake.person()
    unknown = "雷霆公司賺多少錢"
    await fake.answer(await fake.say(fake.private(asker), asker, unknown))
    await running.service.store.journal.flush()
    person, room = await _private_curator(running)
    waiting = await fake.answer(await fake.say(room, person, "/unanswered"))
    number = next(line.split(".")[0] for line in waiting["text"].splitlines() if unknown in line)
    await fake.press(person, waiting, number)
    prompt = await fake.next_said(room, 1)
    assert unknown in prompt["text"]
    choices = await fake.answer(await fake.say(room, person, "metax.revenue.2024", reply_to=prompt))
    await _pick(running, person, choices)
    assert FIGURE in (await fake.answer(await fake.say(room, person, unknown)))["text"]


async def test_in_a_group_only_replies_to_the_bot_are_taken_as_steps(running: Running) -> None:
    fake, person = running.fake, running.fake.person(language="en")
    room = fake.group(person)
    await _curator(running, room, person)
    prompt = await fake.answer(await fake.say(room, person, "/teach"))
    await fake.say(room, person, "大家早")
    await running.settled()
    assert len(fake.said(room)) == 1
    second = await fake.answer(await fake.say(room, person, SLANG, reply_to=prompt))
    assert SLANG in second["text"]


async def test_nobody_else_can_pick_for_the_curator(running: Running) -> None:
    fake, person, other = running.fake, running.fake.person(language="en"), running.fake.person(language="en")
    room = fake.group(person, other)
    await _curator(running, room, person)
    prompt = await fake.answer(await fake.say(room, person, "/teach 誰賺最多"))
    choices = await fake.answer(await fake.say(room, person, QUESTION, reply_to=prompt))
    pressed = await _pick(running, other, choices)
    assert pressed["text"] == running.service.catalogue.text("en", "chat.gone")


async def test_cancelling_ends_the_talk(running: Running) -> None:
    fake = running.fake
    person, room = await _private_curator(running)
    await fake.answer(await fake.say(room, person, "/teach"))
    stopped = await fake.answer(await fake.say(room, person, "/cancel"))
    assert stopped["text"] == running.service.catalogue.text("en", "telegram.cancelled")
    assert FIGURE in (await fake.answer(await fake.say(room, person, QUESTION)))["text"]


async def test_a_command_in_the_middle_of_a_talk_is_a_command(running: Running) -> None:
    fake = running.fake
    person, room = await _private_curator(running)
    await fake.answer(await fake.say(room, person, "/teach"))
    assert "@gpubot" in (await fake.answer(await fake.say(room, person, "/help")))["text"]

"""Groups: who is addressed, what is overheard, topics, and a group that becomes a supergroup."""

import pytest

from bot.answering.model import Strictness
from bot.service import Asker
from tests.fakes.telegram_state import BOT_ID
from tests.telegram.conftest import FIGURE, QUESTION, Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    "text",
    [
        f"@gpubot {QUESTION}",
        f"{QUESTION} @gpubot",
        "😀😀 沐曦2024年 @gpubot 營收是多少",
        "沐曦2024年營收,@GPUBot,是多少",
        f"/gpu {QUESTION}",
        f"/gpu@gpubot {QUESTION}",
    ],
)
async def test_a_mention_anywhere_or_a_command_is_answered(running: Running, text: str) -> None:
    person = running.fake.person()
    question = await running.fake.say(running.fake.group(person), person, text)
    assert FIGURE in (await running.fake.answer(question))["text"]


@pytest.mark.parametrize(
    "text", [QUESTION, f"@gpubotter {QUESTION}", f"/gpu@otherbot {QUESTION}", f"/price {QUESTION}", "早安", "/"]
)
async def test_what_was_not_meant_for_the_bot_is_let_pass(running: Running, text: str) -> None:
    person = running.fake.person()
    room = running.fake.group(person)
    await running.fake.say(room, person, text)
    await running.no_answer(room)


async def test_a_reply_to_the_bot_is_answered_and_a_reply_to_somebody_else_is_not(running: Running) -> None:
    fake, person, other = running.fake, running.fake.person(), running.fake.person()
    room = fake.group(person, other)
    answer = await fake.answer(await fake.say(room, person, f"/gpu {QUESTION}"))
    second = await fake.say(room, person, "壁仞2024年營收呢", reply_to=answer)
    assert "3.37億元" in (await fake.answer(second))["text"]
    said = len(fake.said(room))
    await fake.say(room, other, QUESTION, reply_to=second)
    await running.settled()
    assert len(fake.said(room)) == said


@pytest.mark.parametrize("call", ["@gpubot", "/gpu"])
async def test_calling_the_bot_to_somebody_elses_question(running: Running, call: str) -> None:
    fake, person, other = running.fake, running.fake.person(), running.fake.person()
    room = fake.group(person, other)
    asked = await fake.say(room, other, QUESTION)
    called = await fake.say(room, person, call, reply_to=asked)
    assert FIGURE in (await fake.answer(called))["text"]


async def test_a_group_is_told_once_that_somebody_asks_too_fast(running: Running) -> None:
    fake, person = running.fake, running.fake.person(language="en")
    room = fake.group(person)
    for _ in range(10):
        await fake.say(room, person, f"/gpu {QUESTION}")
    await running.settled()
    told = [message for message in fake.said(room) if "try again" in message["text"]]
    assert (len(told), len(fake.said(room))) == (1, 7)


async def test_the_words_under_a_picture_count_as_words(running: Running) -> None:
    person = running.fake.person()
    question = await running.fake.caption(running.fake.group(person), person, f"@gpubot {QUESTION}")
    assert FIGURE in (await running.fake.answer(question))["text"]


async def test_a_person_without_username_mentioned_by_name_is_not_the_bot(running: Running) -> None:
    fake, person = running.fake, running.fake.person()
    room = fake.group(person)
    entity = {"type": "text_mention", "offset": 0, "length": 2, "user": person}
    await fake.say(room, person, QUESTION, entities=[entity])
    await running.no_answer(room)
    bot = {"type": "text_mention", "offset": 0, "length": 3, "user": {**fake.state.me, "id": BOT_ID}}
    question = await fake.say(room, person, f"GPU {QUESTION}", entities=[bot])
    assert FIGURE in (await fake.answer(question))["text"]


async def test_answers_stay_in_their_forum_topic(running: Running) -> None:
    fake, person = running.fake, running.fake.person()
    room = fake.group(person, topics=("晶片", "閒聊"))
    chips, chat = room.topics
    question = await fake.say(room, person, f"@gpubot {QUESTION}", topic=chips)
    assert (await fake.answer(question))["message_thread_id"] == chips
    said = len(fake.said(room))
    await fake.say(room, person, QUESTION, topic=chat)  # formally a reply to the topic's first notice, by the bot here
    await running.settled()
    assert len(fake.said(room)) == said


async def test_overheard_questions_are_answered_only_where_turned_on_and_only_with_an_answer(running: Running) -> None:
    fake, person = running.fake, running.fake.person()
    room = fake.group(person)
    await running.service.change_settings(
        "telegram", str(room.id), Asker("telegram"), overheard=True, strictness=Strictness.NORMAL
    )
    answer = await fake.answer(await fake.say(room, person, QUESTION))
    assert FIGURE in answer["text"]
    for text in ("早安", "沐曦股價多少", "/price 沐曦"):
        await fake.say(room, person, text)
    await running.settled()
    assert len(fake.said(room)) == 1


async def test_an_overheard_question_edited_into_small_talk_loses_its_answer(running: Running) -> None:
    fake, person = running.fake, running.fake.person()
    room = fake.group(person)
    await running.service.change_settings("telegram", str(room.id), Asker("telegram"), overheard=True)
    question = await fake.say(room, person, QUESTION)
    await fake.answer(question)
    await fake.edit(question, "早安")
    await running.settled()
    assert not fake.said(room)


async def test_bots_and_inline_results_are_not_heard_but_anonymous_administrators_are(running: Running) -> None:
    fake, person, machine = running.fake, running.fake.person(), running.fake.person(is_bot=True)
    room = fake.group(person, machine)
    await running.service.change_settings("telegram", str(room.id), Asker("telegram"), overheard=True)
    await fake.say(room, machine, f"@gpubot {QUESTION}")
    await fake.say(room, person, QUESTION, via_bot=fake.state.me)
    await fake.say(room, person, QUESTION, is_automatic_forward=True)
    await running.no_answer(room)
    anonymous = fake.person("Group", is_bot=True)
    question = await fake.say(room, anonymous, f"@gpubot {QUESTION}", sender_chat=room.json())
    assert FIGURE in (await fake.answer(question))["text"]


async def test_a_group_that_becomes_a_supergroup_keeps_its_settings(running: Running) -> None:
    fake, person = running.fake, running.fake.person()
    group = fake.group(person, kind="group")
    await running.service.change_settings(
        "telegram", str(group.id), Asker("telegram"), language="en", overheard=True, curators=frozenset({"7"})
    )
    upgraded = await fake.upgrade(group)
    await running.settled()
    before = await running.service.chat_settings("telegram", str(group.id))
    assert await running.service.chat_settings("telegram", str(upgraded.id)) == before
    assert FIGURE in (await fake.answer(await fake.say(upgraded, person, QUESTION)))["text"]


async def test_thrown_out_of_a_group_the_bot_makes_no_fuss(running: Running) -> None:
    fake, person = running.fake, running.fake.person()
    room = fake.group(person)
    room.bot = "kicked"
    running.expect("bot was kicked")
    await fake.say(room, person, f"@gpubot {QUESTION}")
    await running.no_answer(room)


async def test_a_question_deleted_before_its_answer_in_a_topic_is_let_go(running: Running) -> None:
    fake, person = running.fake, running.fake.person()
    room = fake.group(person)
    question = await fake.say(room, person, "早安")
    del fake.state.messages[room.id][question["message_id"]]
    await fake.edit(question, f"@gpubot {QUESTION}")
    answer = await fake.next_said(room, 0)
    assert "reply_to_message" not in answer

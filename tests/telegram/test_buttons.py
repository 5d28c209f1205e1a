"""The buttons under a reply, also those that an earlier process sent."""

import json

import pytest

from bot.service import Asker
from tests.fakes.telegram_rules import Json
from tests.telegram.conftest import FIGURE, QUESTION, Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def _asked(running: Running, text: str = QUESTION, *, group: bool = False) -> tuple[Json, Json]:
    """Somebody who speaks English, and the answer they got."""
    fake, person = running.fake, running.fake.person(language="en")
    room = fake.group(person) if group else fake.private(person)
    return person, await fake.answer(await fake.say(room, person, f"/gpu {text}"))


async def _feedback(running: Running, person: Json) -> tuple[bool, str | None]:
    """What is kept of a person's opinion, as they would see it themselves."""
    kept = json.loads(await running.service.export(Asker("telegram", None, str(person["id"]))))
    [feedback] = kept["feedback"]
    return feedback["helpful"], feedback["note"]


async def test_helpful_is_noted_and_thanked_for(running: Running) -> None:
    person, answer = await _asked(running)
    pressed = await running.fake.press(person, answer, "Helpful")
    assert pressed["text"] == running.service.catalogue.text("en", "chat.thanks.helpful")
    assert await _feedback(running, person) == (True, None)


async def test_wrong_is_noted_and_in_private_the_reason_asked_for(running: Running) -> None:
    fake = running.fake
    person, answer = await _asked(running)
    room = fake.state.rooms[person["id"]]
    await fake.press(person, answer, "Wrong")
    assert await _feedback(running, person) == (False, None)
    prompt = await fake.next_said(room, 1)
    assert prompt["asks"]["force_reply"]
    noted = await fake.say(room, person, "年份不對", reply_to=prompt)
    thanks = await fake.answer(noted)
    assert thanks["text"] == running.service.catalogue.text("en", "chat.thanks.wrong")
    assert await _feedback(running, person) == (False, "年份不對")
    assert FIGURE in (await fake.answer(await fake.say(room, person, QUESTION)))["text"]


async def test_a_question_instead_of_the_reason_is_a_question(running: Running) -> None:
    fake = running.fake
    person, answer = await _asked(running)
    room = fake.state.rooms[person["id"]]
    await fake.press(person, answer, "Wrong")
    question = await fake.say(room, person, "壁仞2024年營收是多少")
    assert "3.37億元" in (await fake.answer(question))["text"]
    assert await _feedback(running, person) == (False, None)


async def test_wrong_in_a_group_starts_no_talk(running: Running) -> None:
    person, answer = await _asked(running, group=True)
    room = running.fake.state.rooms[answer["chat"]["id"]]
    await running.fake.press(person, answer, "Wrong")
    await running.settled()
    assert len(running.fake.said(room)) == 1


async def test_more_shows_everything_about_the_subject(running: Running) -> None:
    person, answer = await _asked(running)
    room = running.fake.state.rooms[person["id"]]
    await running.fake.press(person, answer, "More")
    card = await running.fake.next_said(room, 1)
    assert card["reply_to_message"]["message_id"] == answer["message_id"]
    assert "MetaX" in card["text"]
    assert sum(one["type"] == "blockquote" for one in card["entities"]) > 1


async def test_a_related_fact_is_shown_in_full(running: Running) -> None:
    person, answer = await _asked(running, "沐曦股價")
    room = running.fake.state.rooms[person["id"]]
    related = next(
        row[0] for row in answer["reply_markup"]["inline_keyboard"] if ":related:" in row[0]["callback_data"]
    )
    await running.fake.press(person, answer, related["text"])
    shown = await running.fake.next_said(room, 1)
    assert related["text"].rstrip("…").split(" · ")[1] in shown["text"]


async def test_topics_turn_their_pages_in_place(running: Running) -> None:
    fake, person = running.fake, running.fake.person(language="en")
    room = fake.private(person)
    first = await fake.answer(await fake.say(room, person, "/topics"))
    before = first["text"]
    await fake.press(person, first, "▶")
    assert first["text"] != before
    await fake.press(person, first, "◀")
    assert first["text"] == before
    subject = first["reply_markup"]["inline_keyboard"][0][0]["text"]
    await fake.press(person, first, subject)
    assert (await fake.next_said(room, 1))["text"]


@pytest.mark.parametrize("data", ["gpu:more::AAAAAAAAAAA", "gpu:related::AAAAAAAAAAA", "pick:AAAAAAAAAAA", "pick:gone"])
async def test_a_button_for_something_that_is_gone_says_so(running: Running, data: str) -> None:
    person, answer = await _asked(running)
    pressed = await running.fake.press_data(person, answer, data)
    assert pressed["text"] == running.service.catalogue.text("en", "chat.gone")


@pytest.mark.parametrize("data", ["", "nonsense", "gpu:dance::", "gpu:more"])
async def test_a_button_that_is_none_of_ours_is_still_answered(running: Running, data: str) -> None:
    person, answer = await _asked(running)
    assert "text" not in await running.fake.press_data(person, answer, data)


async def test_a_message_too_old_to_be_seen_still_has_working_buttons(running: Running) -> None:
    person, answer = await _asked(running)
    room = running.fake.state.rooms[person["id"]]
    faded = {"chat": answer["chat"], "message_id": answer["message_id"], "date": 0}
    data = next(b["callback_data"] for b in answer["reply_markup"]["inline_keyboard"][0] if "More" in b["text"])
    await running.fake.press_data(person, faded, data)
    assert "MetaX" in (await running.fake.next_said(room, 1))["text"]


async def test_a_stale_press_is_let_go_quietly(running: Running) -> None:
    fake = running.fake
    person, answer = await _asked(running)
    running.expect("query is too old")
    data = answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    query = {"id": "1", "from": person, "chat_instance": "1", "data": data}
    await fake.state.enqueue("callback_query", query)
    await running.settled()

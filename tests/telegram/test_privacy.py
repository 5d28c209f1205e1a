"""`/privacy`: what is kept about a person, to see and to delete."""

import json

import pytest

from tests.telegram.conftest import QUESTION, Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_person_gets_a_copy_and_can_have_it_all_deleted(running: Running) -> None:
    fake, person = running.fake, running.fake.person(language="en")
    room = fake.private(person)
    await fake.answer(await fake.say(room, person, QUESTION))
    panel = await fake.answer(await fake.say(room, person, "/privacy"))
    await fake.press(person, panel, "copy")
    copy = fake.said(room)[-1]
    assert [one["text"] for one in json.loads(copy["content"])["questions"]] == [QUESTION]
    await fake.press(person, panel, "Delete all")
    assert "cannot be undone" in panel["text"]
    await fake.press(person, panel, "Yes")
    assert panel["text"] == running.service.catalogue.text("en", "chat.privacy.gone", count=1)
    assert not panel["reply_markup"]


async def test_in_a_group_nothing_about_a_person_is_shown(running: Running) -> None:
    fake, person = running.fake, running.fake.person(language="en")
    panel = await fake.answer(await fake.say(fake.group(person), person, "/privacy"))
    assert "reply_markup" not in panel
    assert "private chat" in panel["text"]

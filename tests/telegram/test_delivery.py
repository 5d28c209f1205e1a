"""Flood control, outages, errors: what gets through, and what people are told when it does not."""

import logging
from typing import Unpack

import pytest

from bot.answering.model import Question
from bot.service import Asked, Asker, ChatSettings, Service, SettingsChanges, StoreUnavailable
from bot.store.curation import Curation
from tests.fakes.telegram import FakeTelegram
from tests.telegram.conftest import FIGURE, QUESTION, at_work


async def test_a_flooded_chat_waits_as_long_as_asked_while_others_go_on(fake: FakeTelegram, service: Service) -> None:
    async with at_work(fake, service) as running:
        person, other = fake.person(), fake.person()
        flooded, free = fake.group(person), fake.group(other)
        fake.flood(flooded, 1)
        running.expect("Too Many Requests")
        fake.state.hammered.clear()
        late = [await fake.say(flooded, person, f"@gpubot {QUESTION}") for _ in range(2)]
        for _ in range(5):
            soon = await fake.say(free, other, f"@gpubot {QUESTION}")
            assert FIGURE in (await fake.answer(soon))["text"]
        assert not fake.said(flooded)
        for question in late:
            assert FIGURE in (await fake.answer(question))["text"]
        assert len(fake.said(flooded)) == 2
        hammered, fake.state.hammered = fake.state.hammered, []
        assert len(hammered) <= 2  # each of the two found out by itself, at most once


async def test_a_chat_that_would_have_to_wait_too_long_is_given_up(fake: FakeTelegram, service: Service) -> None:
    async with at_work(fake, service) as running:
        person = fake.person()
        room = fake.group(person)
        fake.flood(room, 600)
        running.expect("Too Many Requests")
        await fake.say(room, person, f"@gpubot {QUESTION}")
        await running.no_answer(room)
        assert fake.state.hammered == [room.id]
        fake.state.hammered.clear()


async def test_a_message_that_went_out_is_not_sent_again_when_the_answer_to_it_cannot_be_read(
    fake: FakeTelegram, service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    async with at_work(fake, service) as running:
        await fake.state.until(lambda: fake.calls("setMyShortDescription") or None)
        fake.garbled = 1
        person = fake.person()
        room = fake.private(person)
        await fake.say(room, person, QUESTION)
        await running.settled()
        assert sum(FIGURE in message["text"] for message in fake.said(room)) == 1
        assert len(_errors(caplog)) == 1


async def test_a_bad_gateway_is_tried_again(fake: FakeTelegram, service: Service) -> None:
    async with at_work(fake, service) as running:
        await fake.state.until(lambda: fake.calls("setMyShortDescription") or None)
        fake.broken = 1
        assert FIGURE in (await running.ask(QUESTION))["text"]


async def test_an_update_that_cannot_be_read_does_not_hold_up_the_others(fake: FakeTelegram, service: Service) -> None:
    async with at_work(fake, service) as running:
        await fake.state.enqueue("message", {"message_id": "not a number"})
        assert FIGURE in (await running.ask(QUESTION))["text"]


class Failing(Service):
    """A service with faults in it."""

    overheard = False

    async def ask(self, question: Question, asker: Asker) -> Asked:
        raise RuntimeError(f"a fault over {question} of {asker}")

    async def change_settings(
        self, platform: str, chat: str, by: Asker, **changes: Unpack[SettingsChanges]
    ) -> ChatSettings:
        raise StoreUnavailable(f"{platform} {chat} {by} {changes}")

    async def chat_settings(self, platform: str, chat: str) -> ChatSettings:
        if chat == "7":
            raise RuntimeError(f"a deeper fault on {platform}")
        return ChatSettings(overheard=self.overheard)


@pytest.fixture
def failing(service: Service) -> Failing:
    return Failing(service.store, Curation(service.store.library, ()), service.catalogue)


def _errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    errors = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    caplog.clear()
    return errors


async def test_a_fault_is_told_with_an_id_that_stands_in_the_log(
    fake: FakeTelegram, failing: Failing, caplog: pytest.LogCaptureFixture
) -> None:
    async with at_work(fake, failing) as running:
        told = (await running.ask(QUESTION, language="en"))["text"]
        [error] = _errors(caplog)
        incident = error.split()[1]
        assert told == failing.catalogue.text("en", "chat.error", id=incident)


async def test_a_fault_over_an_overheard_message_is_told_to_nobody(
    fake: FakeTelegram, failing: Failing, caplog: pytest.LogCaptureFixture
) -> None:
    async with at_work(fake, failing) as running:
        person = fake.person()
        room = fake.group(person)
        failing.overheard = True
        await fake.say(room, person, QUESTION)
        await running.no_answer(room)
        assert len(_errors(caplog)) == 1
        question = await fake.say(room, person, f"@gpubot {QUESTION}")
        assert await fake.answer(question)
        assert len(_errors(caplog)) == 1


async def test_a_store_that_is_down_is_said_in_words_and_is_no_fault(fake: FakeTelegram, failing: Failing) -> None:
    async with at_work(fake, failing):
        person = fake.person(language="en")
        panel = await fake.answer(await fake.say(fake.private(person), person, "/settings"))
        pressed = await fake.press(person, panel, failing.catalogue.text("en", "chat.language.zh-Hans"))
        assert pressed["text"] == failing.catalogue.text("en", "chat.not-kept")


async def test_a_fault_before_anything_is_known_of_the_person_is_logged(
    fake: FakeTelegram, failing: Failing, caplog: pytest.LogCaptureFixture
) -> None:
    async with at_work(fake, failing) as running:
        person = {**fake.person(), "id": 7}
        fake.state.people[7] = person
        room = fake.private(person)
        await fake.say(room, person, QUESTION)
        await running.no_answer(room)
        assert len(_errors(caplog)) == 1


async def test_the_token_stands_in_no_log(
    fake: FakeTelegram, service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "aiogram")
    caplog.set_level(logging.DEBUG, "bot")
    caplog.set_level(logging.WARNING, "aiohttp.access")
    async with at_work(fake, service) as running:
        fake.broken = 2
        await running.ask(QUESTION)
        fake.cut()
        await running.connection.close()
    assert "TEST-token" not in caplog.text

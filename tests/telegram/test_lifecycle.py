"""Starting, introducing itself, and leaving in good order."""

import asyncio
import logging
import subprocess
import sys

import pytest
from aiohttp import web

from bot.chat.telegram.connection import connect
from bot.service import Service
from bot.settings import Settings, StartupError
from tests.fakes.telegram import TOKEN, FakeTelegram
from tests.telegram.conftest import FIGURE, QUESTION, at_work


class Heard(logging.Handler):
    """Lets a test wait for a logger's next word."""

    def __init__(self, logger: logging.Logger) -> None:
        super().__init__()
        self.event = asyncio.Event()
        logger.addHandler(self)
        self._logger = logger

    def emit(self, _: logging.LogRecord) -> None:
        self._logger.removeHandler(self)
        self.event.set()


PROFILE = ("setMyCommands", "setMyDescription", "setMyShortDescription")


async def _introduced(fake: FakeTelegram) -> list[str]:
    """The calls that changed the profile, once all of it was looked at."""
    await fake.state.until(lambda: len(fake.calls("getMyShortDescription")) == 2 or None)
    await fake.state.until(lambda: len(fake.state.profile) == 12 or None)
    return [call.method for call in fake.state.calls if call.method in PROFILE]


async def test_commands_and_descriptions_are_set_by_scope_and_language_and_only_once(
    fake: FakeTelegram, service: Service
) -> None:
    async with at_work(fake, service):
        assert len(await _introduced(fake)) == 12
    scopes = {(scope, language) for what, scope, language in fake.state.profile if what == "commands"}
    assert {language for _, language in scopes} == {"", "zh"}
    assert len(scopes) == 8
    fake.state.calls.clear()
    async with at_work(fake, service):
        assert not await _introduced(fake)


async def test_every_listed_command_is_answered(fake: FakeTelegram, service: Service) -> None:
    async with at_work(fake, service) as running:
        await _introduced(fake)
        listed = {one["command"] for key, kept in fake.state.profile.items() if key[0] == "commands" for one in kept}
        unknown = service.catalogue.text("en", "telegram.unknown-command")
        for command in listed:
            assert (await running.ask(f"/{command}", language="en"))["text"] != unknown


async def test_every_kind_of_update_that_has_a_handler_is_asked_for(fake: FakeTelegram, service: Service) -> None:
    async with at_work(fake, service):
        assert set(fake.state.allowed or ()) == {"message", "edited_message", "callback_query", "inline_query"}


@pytest.mark.parametrize("reads_all", [True, False])
async def test_privacy_mode_is_said_at_start(
    service: Service, reads_all: bool, caplog: pytest.LogCaptureFixture
) -> None:
    async with FakeTelegram(reads_all=reads_all) as fake, at_work(fake, service):
        assert ("privacy mode" in caplog.text) is not reads_all


async def test_turning_overheard_on_under_privacy_mode_says_what_is_missing(service: Service) -> None:
    async with FakeTelegram(reads_all=False) as fake, at_work(fake, service):
        boss = fake.person(language="en")
        panel = await fake.answer(await fake.say(fake.group(admins=(boss,)), boss, "/settings"))
        assert "/setprivacy" not in panel["text"]
        await fake.press(boss, panel, service.catalogue.text("en", "chat.listen.normal"))
        assert "/setprivacy" in panel["text"]


async def test_a_webhook_of_earlier_is_taken_away_before_polling(fake: FakeTelegram, service: Service) -> None:
    fake.state.webhook = {"url": "https://example.org/hook", "secret": ""}
    async with at_work(fake, service) as running:
        assert FIGURE in (await running.ask(QUESTION))["text"]


@pytest.mark.parametrize(
    ("token", "said"), [("nonsense", "is no bot token"), ("42:WRONG", "refuses TELEGRAM_TOKEN"), (None, "is not set")]
)
async def test_a_token_that_is_no_good_is_one_sentence(
    fake: FakeTelegram, service: Service, token: str | None, said: str
) -> None:
    settings = Settings.model_validate({"telegram_token": token, "telegram_api_url": fake.url})
    with pytest.raises(StartupError, match=said) as refusal:
        await connect(service, settings, web.Application()).run()
    assert token is None or token not in str(refusal.value)


async def test_what_is_being_answered_is_finished_and_not_answered_again_by_the_next_process(
    fake: FakeTelegram, service: Service
) -> None:
    person = fake.person()
    room = fake.private(person)
    async with at_work(fake, service):
        fake.late = 0.1
        questions = [await fake.say(room, person, QUESTION) for _ in range(3)]
        await fake.state.until(lambda: fake.calls("sendMessage") or None)
    fake.late = 0
    assert len(fake.said(room)) == len(questions)
    async with at_work(fake, service) as running:
        await running.settled()
    assert len(fake.said(room)) == len(questions)


async def test_closing_while_telegram_cannot_be_reached(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings.model_validate({"telegram_token": TOKEN, "telegram_api_url": "http://127.0.0.1:9"})
    connection = connect(service, settings, web.Application())
    serving = asyncio.create_task(connection.run())
    heard = Heard(logging.getLogger("bot.chat.telegram.connection"))
    async with asyncio.timeout(5):
        await heard.event.wait()
        await connection.close()
        await serving
    assert "cannot be reached" in caplog.text


async def test_telegram_going_away_and_coming_back(fake: FakeTelegram, service: Service) -> None:
    async with at_work(fake, service) as running:
        fake.cut()
        assert FIGURE in (await running.ask(QUESTION))["text"]


def test_aiogram_is_imported_only_by_the_telegram_folder() -> None:
    """It takes seconds to import, which nobody without a token should wait for."""
    program = (
        "import sys, bot.chat.desk, bot.service, bot.settings, bot.chat.telegram; sys.exit('aiogram' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

"""The test server refuses what Telegram refuses, or every other test here would prove nothing."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.fakes.telegram import TOKEN, FakeTelegram
from tests.fakes.telegram_html import BadHtml, parse
from tests.fakes.telegram_rules import Json
from tests.fakes.telegram_state import entities_of


@pytest.mark.parametrize(
    "html",
    [
        "1 <30%",
        "<div>x</div>",
        "<b>x",
        "x</b>",
        "<b><i>x</b></i>",
        "<b",
        "<p>x</p>",
        "<br>",
        "<b class='x'>y</b>",
        "<code><b>x</b></code>",
        "<pre><i>x</i></pre>",
        "<blockquote>a<blockquote>b</blockquote></blockquote>",
        "<a>x</a>",
        '<a href="nowhere">x</a>',
        "&#xD800;",
        "<b>x</b>" * 101,
    ],
)
def test_html_that_telegram_refuses_is_refused(html: str) -> None:
    with pytest.raises(BadHtml):
        parse(html)


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("a &lt; b &amp; c", "a < b & c", []),
        ("R&D", "R&D", []),
        ("😀<b>7億</b>", "😀7億", [("bold", 2, 2)]),
        ("<blockquote expandable>a<b>b</b></blockquote>", "ab", [("bold", 1, 1), ("blockquote", 0, 2)]),
        ("<pre><code class='language-py'>x</code></pre>", "x", [("code", 0, 1), ("pre", 0, 1)]),
        ("&#128512;&#x1F600;", "😀😀", []),
    ],
)
def test_html_is_read_as_telegram_reads_it(html: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    shown, found = parse(html)
    assert shown == text
    assert [(one["type"], one["offset"], one["length"]) for one in found] == entities


def test_typed_commands_and_mentions_are_marked_in_utf16_units() -> None:
    found = entities_of("/gpu@gpubot 😀 問@GPUbot,@gpubotter", frozenset({"gpubot"}))
    assert [(one["type"], one["offset"], one["length"]) for one in found] == [
        ("bot_command", 0, 11),
        ("mention", 16, 7),
    ]


class Api:
    """Plain requests, as any library might make them."""

    def __init__(self, fake: FakeTelegram, client: ClientSession) -> None:
        self.fake, self._client = fake, client
        person = fake.person()
        self.room = fake.private(person)
        self.person = person

    async def call(self, method: str, token: str = TOKEN, **fields: Any) -> tuple[int, Json]:
        url = f"{self.fake.url}/bot{token}/{method}"
        async with self._client.post(url, data={key: str(value) for key, value in fields.items()}) as response:
            return response.status, await response.json()

    async def send(self, text: str = "x", **fields: Any) -> tuple[int, Json]:
        return await self.call("sendMessage", chat_id=self.room.id, text=text, **fields)


@pytest.fixture
async def api(fake: FakeTelegram) -> AsyncIterator[Api]:
    async with ClientSession() as client:
        yield Api(fake, client)


def _keyboard(**button: object) -> str:
    return json.dumps({"inline_keyboard": [[button]]})


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": "𠮷" * 2049}, "message is too long"),
        ({"text": " \n"}, "message text is empty"),
        ({"text": "<30%", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "x", "reply_markup": _keyboard(text="x", callback_data="字" * 22)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": _keyboard(text=" ", callback_data="a")}, "non-empty"),
        ({"text": "x", "reply_markup": _keyboard(text="x")}, "unallowed"),
        ({"text": "x", "reply_markup": _keyboard(text="x", url="javascript:1")}, "BUTTON_URL_INVALID"),
        ({"text": "x", "message_thread_id": 5}, "message thread not found"),
        ({"text": "x", "reply_parameters": '{"message_id": 1}'}, "replied not found"),
    ],
)
async def test_messages_that_telegram_refuses_are_refused(api: Api, fields: dict[str, Any], said: str) -> None:
    status, body = await api.send(**fields)
    assert (status, body["ok"], said in body["description"]) == (400, False, True)


async def test_a_text_of_just_4096_units_is_taken(api: Api) -> None:
    assert (await api.send("𠮷" * 2048))[0] == 200


async def test_a_callback_is_answered_once(api: Api) -> None:
    api.fake.state.callbacks["1"] = None
    assert (await api.call("answerCallbackQuery", callback_query_id="1"))[0] == 200
    assert (await api.call("answerCallbackQuery", callback_query_id="1"))[0] == 400
    assert (await api.call("answerCallbackQuery", callback_query_id="2"))[0] == 400


async def test_an_edit_must_change_something_and_be_of_ones_own(api: Api) -> None:
    sent = (await api.send("x"))[1]["result"]
    edit = {"chat_id": api.room.id, "message_id": sent["message_id"]}
    assert "not modified" in (await api.call("editMessageText", text="x", **edit))[1]["description"]
    assert (await api.call("editMessageText", text="y", **edit))[0] == 200
    theirs = await api.fake.say(api.room, api.person, "x")
    edit["message_id"] = theirs["message_id"]
    assert "can't be edited" in (await api.call("editMessageText", text="y", **edit))[1]["description"]


async def test_updates_stay_until_an_offset_confirms_them(api: Api) -> None:
    await api.fake.say(api.room, api.person, "x")
    first = (await api.call("getUpdates"))[1]["result"]
    assert (await api.call("getUpdates"))[1]["result"] == first
    assert (await api.call("getUpdates", offset=first[0]["update_id"] + 1))[1]["result"] == []


async def test_a_webhook_forbids_polling_and_wants_https(api: Api) -> None:
    assert (await api.call("setWebhook", url="http://example.org/"))[0] == 400
    assert (await api.call("setWebhook", url="https://example.org/", secret_token="!"))[0] == 400
    assert (await api.call("setWebhook", url="https://example.org/"))[0] == 200
    assert (await api.call("getUpdates"))[0] == 409


async def test_a_flooded_chat_is_refused_with_the_time_to_wait(api: Api) -> None:
    api.fake.flood(api.room, 30)
    status, body = await api.send()
    assert (status, body["parameters"]["retry_after"] > 0) == (429, True)
    assert api.fake.state.hammered == [api.room.id]


@pytest.mark.parametrize(
    ("commands", "said"),
    [
        ('[{"command": "GPU", "description": "x"}]', "BOT_COMMAND_INVALID"),
        ('[{"command": "gpu", "description": ""}]', "DESCRIPTION_INVALID"),
        ('[{"command": "a", "description": "x"}, {"command": "a", "description": "y"}]', "DUPLICATE"),
    ],
)
async def test_commands_have_their_form(api: Api, commands: str, said: str) -> None:
    assert said in (await api.call("setMyCommands", commands=commands))[1]["description"]


async def test_a_wrong_token_and_an_unknown_method_are_told_apart(api: Api) -> None:
    assert (await api.call("getMe", token="42:WRONG"))[0] == 401
    assert (await api.call("getMee"))[0] == 404


async def test_privacy_mode_hides_what_is_not_for_the_bot() -> None:
    async with FakeTelegram(reads_all=False) as fake:
        person = fake.person()
        room = fake.group(person)
        for text in ("早", "@gpubot 早", "/gpu 早"):
            await fake.say(room, person, text)
        assert [update["message"]["text"] for update in fake.state.updates] == ["@gpubot 早", "/gpu 早"]

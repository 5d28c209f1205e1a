"""The limits of the Bot API: each function raises the Refusal that Telegram would answer with."""

import json
import re
from collections.abc import Mapping
from typing import Any

from tests.fakes.telegram_html import BadHtml, parse, units

Json = dict[str, Any]
Fields = Mapping[str, str]

MOST_TEXT = 4096
MOST_CAPTION = 1024
MOST_CALLBACK_BYTES = 64
MOST_BUTTONS = 100
MOST_RESULTS = 50
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LANGUAGE = re.compile(r"([a-z]{2})?")
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
ACTIONS = {"text", "url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat"}


class Refusal(Exception):
    """What the Bot API says no with."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters

    def body(self) -> Json:
        """The error as the Bot API writes it."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return {**body, "parameters": self.parameters} if self.parameters else body


def bad(description: str) -> Refusal:
    """A 400."""
    return Refusal(400, f"Bad Request: {description}")


def text_of(fields: Mapping[str, Any], key: str = "text", most: int = MOST_TEXT) -> tuple[str, list[Json]]:
    """The text of a message as a reader will see it, with its entities."""
    raw, mode = fields.get(key, ""), fields.get("parse_mode")
    if mode not in {None, "HTML"}:
        raise bad(f"this server reads HTML only, not {mode}")
    try:
        text, entities = parse(raw) if mode else (raw.strip(), [])
    except BadHtml as fault:
        raise bad(f"can't parse entities: {fault}") from fault
    if not text:
        raise bad("message text is empty")
    if units(text) > most:
        raise bad("message is too long")
    return text, entities


def markup_of(fields: Mapping[str, Any]) -> Json | None:
    """The keyboard of a message, every button of it checked."""
    raw = fields.get("reply_markup")
    if not raw:
        return None
    markup: Json = json.loads(raw) if isinstance(raw, str) else raw
    if "force_reply" in markup:
        if units(markup.get("input_field_placeholder", "")) > 64:
            raise bad("input field placeholder is too long")
        return markup
    if set(markup) != {"inline_keyboard"}:
        raise bad("object expected as reply markup")
    buttons = [button for row in markup["inline_keyboard"] for button in row]
    if len(buttons) > MOST_BUTTONS or any(len(row) > 8 for row in markup["inline_keyboard"]):
        raise bad("reply markup is too long")
    for button in buttons:
        _check_button(button)
    return markup


def _check_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad("inline keyboard button text must be non-empty")
    if unknown := set(button) - ACTIONS:
        raise bad(f"unknown button fields {unknown}")
    if len(button) != 2:
        raise bad("Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= MOST_CALLBACK_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not button["url"].startswith(("http://", "https://", "tg://")):
        raise bad("BUTTON_URL_INVALID")


def check_callback_text(fields: Fields) -> None:
    """The toast of a pressed button."""
    if units(fields.get("text", "")) > 200:
        raise bad("MESSAGE_TOO_LONG")


def check_results(fields: Fields) -> list[Json]:
    """The results of an inline query, each with a message that could be sent."""
    results: list[Json] = json.loads(fields["results"])
    if len(results) > MOST_RESULTS:
        raise bad("too much inline query results specified, maximum allowed is 50")
    ids = [result["id"] for result in results]
    if len(set(ids)) != len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    for result in results:
        if not 1 <= len(result["id"].encode()) <= 64:
            raise bad("RESULT_ID_INVALID")
        if result["type"] != "article" or not result.get("title"):
            raise bad("article title must be non-empty")
        text_of(result["input_message_content"], "message_text")
        markup_of(result)
    if button := json.loads(fields.get("button", "null")):
        if not 1 <= units(button.get("text", "")) <= 64:
            raise bad("inline query results button text is too long")
        if not START_PARAMETER.fullmatch(button.get("start_parameter", "")):
            raise bad("START_PARAM_INVALID")
    return results


def scope_of(fields: Fields) -> tuple[str, str]:
    """Which scope and language a list of commands or a description is for."""
    scope = json.loads(fields.get("scope", '{"type": "default"}'))
    if scope["type"] not in SCOPES or any(part not in scope for part in SCOPES[scope["type"]]):
        raise bad(f"can't parse BotCommandScope: {scope}")
    language = fields.get("language_code", "")
    if not LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    return json.dumps(scope, sort_keys=True), language


def commands_of(fields: Fields) -> list[Json]:
    """A list of commands that Telegram would take."""
    commands: list[Json] = json.loads(fields["commands"])
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    if len({one["command"] for one in commands}) != len(commands):
        raise bad("BOT_COMMAND_DUPLICATE")
    for one in commands:
        if not COMMAND.fullmatch(one["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= units(one["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return commands


def description_of(fields: Fields, key: str, most: int) -> str:
    """A description of the bot within its length."""
    text = fields.get(key, "")
    if units(text) > most:
        raise bad(f"{key} is too long")
    return text


def webhook_of(fields: Fields) -> Json:
    """A webhook to deliver to; plain http only on this machine, as a self-hosted Bot API server allows."""
    url, secret = fields.get("url", ""), fields.get("secret_token", "")
    if not url.startswith(("https://", "http://127.0.0.1:")):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    return {"url": url, "secret": secret}

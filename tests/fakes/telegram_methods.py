"""The methods of the Bot API that a question bot calls, answered as strictly as Telegram does."""

import json
from collections.abc import Callable
from typing import Any

from tests.fakes import telegram_rules as rules
from tests.fakes.telegram_rules import Fields, Json, Refusal, bad
from tests.fakes.telegram_state import BOT_ID, Room, State

Method = Callable[[State, Any], object]


def _get_me(state: State, _: Fields) -> Json:
    return state.me


def _reply_to(state: State, room: Room, fields: Fields) -> Json | None:
    wanted = json.loads(fields.get("reply_parameters", "null"))
    if wanted is None:
        return None
    found = state.messages[room.id].get(wanted["message_id"])
    if found is None and not wanted.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return found


def _place(state: State, fields: Fields) -> tuple[Room, Json]:
    room = state.room(int(fields["chat_id"]))
    state.check_flood(room.id)
    thread = int(fields["message_thread_id"]) if "message_thread_id" in fields else None
    return room, state.thread(room, thread, _reply_to(state, room, fields))


def _send_message(state: State, fields: Fields) -> Json:
    room, place = _place(state, fields)
    text, entities = rules.text_of(fields)
    markup = rules.markup_of(fields)
    shown = {"asks": markup} if markup and "force_reply" in markup else {"reply_markup": markup}
    return state.post(room, state.me, text, **{"html": fields["text"], "entities": entities, **shown, **place})


def _send_document(state: State, fields: dict[str, Any]) -> Json:
    room, place = _place(state, fields)
    attached = fields.get(fields["document"].removeprefix("attach://"))
    if attached is None:
        raise bad("there is no document in the request")
    caption, entities = rules.text_of(fields, "caption", rules.MOST_CAPTION) if "caption" in fields else ("", [])
    document = {"file_id": "F", "file_unique_id": "U", "file_name": attached.filename}
    content = attached.file.read()
    return state.post(
        room, state.me, "", document=document, caption=caption, caption_entities=entities, content=content, **place
    )


def _own_message(state: State, fields: Fields) -> Json:
    room = state.room(int(fields["chat_id"]))
    state.check_flood(room.id)
    message = state.messages[room.id].get(int(fields["message_id"]))
    if message is None:
        raise bad("message to edit not found")
    if message["from"]["id"] != BOT_ID:
        raise bad("message can't be edited")
    return message


def _edit_message_text(state: State, fields: Fields) -> Json:
    text, entities = rules.text_of(fields)
    markup = rules.markup_of(fields)
    message = _own_message(state, fields)
    before = (message.get("text"), message.get("entities"), message.get("reply_markup"))
    if before == (text, entities or None, markup):
        raise bad("message is not modified: specified new message content and reply markup are exactly the same")
    message |= {"text": text, "html": fields["text"], "entities": entities or None, "reply_markup": markup}
    message["edit_date"] = message["date"] + 1
    return message


def _edit_message_reply_markup(state: State, fields: Fields) -> Json:
    markup = rules.markup_of(fields)
    message = _own_message(state, fields)
    if message.get("reply_markup") == markup:
        raise bad("message is not modified: specified new message content and reply markup are exactly the same")
    message["reply_markup"] = markup
    return message


def _delete_message(state: State, fields: Fields) -> bool:
    message = _own_message(state, fields)
    del state.messages[message["chat"]["id"]][message["message_id"]]
    return True


def _answer_callback_query(state: State, fields: Fields) -> bool:
    rules.check_callback_text(fields)
    if state.callbacks.get(fields["callback_query_id"], {}) is not None:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    state.callbacks[fields["callback_query_id"]] = dict(fields)
    return True


def _answer_inline_query(state: State, fields: Fields) -> bool:
    results = rules.check_results(fields)
    if state.inline.get(fields["inline_query_id"], {}) is not None:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    button = json.loads(fields.get("button", "null"))
    state.inline[fields["inline_query_id"]] = {**fields, "results": results, "button": button}
    return True


def _get_chat_member(state: State, fields: Fields) -> Json:
    room, user = state.room(int(fields["chat_id"])), int(fields["user_id"])
    status = room.bot if user == BOT_ID else room.members.get(user)
    if status is None:
        raise bad("PARTICIPANT_ID_INVALID")
    person = state.me if user == BOT_ID else state.people[user]
    return {"status": status, "user": person} | ({"is_anonymous": False} if status == "creator" else _rights(status))


def _rights(status: str) -> Json:
    if status != "administrator":
        return {}
    names = (
        "can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members can_promote_members"
        " can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories"
        " can_send_welcome_messages"
    )
    return {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(names.split(), True)


def _kept(what: str, read: Callable[[Fields], Any], empty: Callable[[], Any]) -> tuple[Method, Method]:
    """The pair of methods that get and set one part of the profile, by scope and language."""

    def get(state: State, fields: Fields) -> object:
        return state.profile.get((what, *rules.scope_of(fields)), empty())

    def put(state: State, fields: Fields) -> bool:
        state.profile[(what, *rules.scope_of(fields))] = read(fields)
        return True

    return get, put


def _described(key: str, most: int) -> tuple[Method, Method]:
    return _kept(key, lambda fields: {key: rules.description_of(fields, key, most)}, lambda: {key: ""})


def _set_webhook(state: State, fields: Fields) -> bool:
    state.webhook = rules.webhook_of(fields)
    if "allowed_updates" in fields:
        state.allowed = json.loads(fields["allowed_updates"]) or None
    return True


def _delete_webhook(state: State, fields: Fields) -> bool:
    state.webhook = {"url": "", "secret": ""}
    if fields.get("drop_pending_updates") == "true":
        state.updates.clear()
    return True


def _get_webhook_info(state: State, _: Fields) -> Json:
    return {
        "url": state.webhook["url"],
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates),
    }


_commands = _kept("commands", rules.commands_of, list)
_description = _described("description", 512)
_short_description = _described("short_description", 120)

METHODS: dict[str, Method] = {
    "getMe": _get_me,
    "sendMessage": _send_message,
    "sendDocument": _send_document,
    "editMessageText": _edit_message_text,
    "editMessageReplyMarkup": _edit_message_reply_markup,
    "deleteMessage": _delete_message,
    "answerCallbackQuery": _answer_callback_query,
    "answerInlineQuery": _answer_inline_query,
    "getChatMember": _get_chat_member,
    "getMyCommands": _commands[0],
    "setMyCommands": _commands[1],
    "getMyDescription": _description[0],
    "setMyDescription": _description[1],
    "getMyShortDescription": _short_description[0],
    "setMyShortDescription": _short_description[1],
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
}


def call(state: State, method: str, fields: dict[str, Any]) -> object:
    """The result of a method, or the Refusal."""
    found = METHODS.get(method)
    if found is None:
        raise Refusal(404, "Not Found: method not found")
    try:
        return found(state, fields)
    except KeyError as missing:
        raise bad(f"{missing.args[0]} is required") from missing

"""What a message says and to whom, from the very JSON that Telegram sends."""

from typing import Any

import pytest
from aiogram.types import Message, User

from bot.chat.telegram.reading import from_machine, heard, person_of, replied_words, replies_to

ME = User(id=42, is_bot=True, first_name="GPU", username="gpubot")
PERSON = {"id": 7, "is_bot": False, "first_name": "Wong"}
GROUP = {"id": -1001, "type": "supergroup", "title": "GPU"}
TOPIC = {
    "message_id": 1,
    "date": 0,
    "chat": GROUP,
    "from": ME.model_dump(),
    "forum_topic_created": {"name": "晶片", "icon_color": 0},
}


def message(**fields: Any) -> Message:
    return Message.model_validate({"message_id": 2, "date": 0, "chat": GROUP, "from": PERSON, **fields})


def entity(kind: str, offset: int, length: int, **more: object) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("text", "entities", "left"),
    [
        ("@gpubot 沐曦營收", [entity("mention", 0, 7)], " 沐曦營收"),
        ("沐曦營收 @gpubot", [entity("mention", 5, 7)], "沐曦營收 "),
        ("😀@gpubot 沐曦", [entity("mention", 2, 7)], "😀 沐曦"),
        ("👨‍👩‍👧 問 @GPUBOT 沐曦", [entity("mention", 11, 7)], "👨‍👩‍👧 問  沐曦"),
        ("😀😀 @other @gpubot", [entity("mention", 5, 6), entity("mention", 12, 7)], "😀😀 @other "),
        ("機器人,沐曦營收", [entity("text_mention", 0, 3, user=ME.model_dump())], ",沐曦營收"),
        ("王,沐曦營收", [entity("text_mention", 0, 1, user=PERSON)], "王,沐曦營收"),
        ("沐曦 gpubot", [], "沐曦 gpubot"),
    ],
)
def test_mentions_are_found_wherever_they_stand(text: str, entities: list[dict[str, object]], left: str) -> None:
    found = heard(message(text=text, entities=entities), ME)
    for start, end in reversed(found.mentions):
        text = text[:start] + text[end:]
    assert text == left


def test_words_under_a_picture_are_read_with_their_own_entities() -> None:
    found = heard(message(caption="@gpubot 沐曦", caption_entities=[entity("mention", 0, 7)]), ME)
    assert (found.text, found.mentions) == ("@gpubot 沐曦", ((0, 7),))


@pytest.mark.parametrize(
    ("fields", "machine"),
    [
        ({}, False),
        ({"from": {**PERSON, "is_bot": True}}, True),
        ({"via_bot": ME.model_dump()}, True),
        ({"is_automatic_forward": True, "sender_chat": {"id": -5, "type": "channel"}}, True),
        ({"from": {"id": 1087968824, "is_bot": True, "first_name": "Group"}, "sender_chat": GROUP}, False),
        (
            {
                "from": {"id": 136817688, "is_bot": True, "first_name": "Channel"},
                "sender_chat": {"id": -5, "type": "channel"},
            },
            False,
        ),
    ],
)
def test_people_and_machines_are_told_apart(fields: dict[str, object], machine: bool) -> None:
    assert from_machine(message(text="沐曦", **fields)) is machine


def test_the_notice_that_opens_a_topic_is_no_message_of_the_bot() -> None:
    in_topic = message(text="早", reply_to_message=TOPIC, is_topic_message=True, message_thread_id=1)
    assert not replies_to(in_topic, ME)
    assert replied_words(in_topic, ME) == ""


def test_a_reply_carries_what_it_replies_to_or_the_part_that_was_quoted() -> None:
    original = {"message_id": 1, "date": 0, "chat": GROUP, "from": PERSON, "text": "沐曦賺幾多。壁仞呢"}
    assert replied_words(message(text="@gpubot", reply_to_message=original), ME) == "沐曦賺幾多。壁仞呢"
    quoting = message(text="@gpubot", reply_to_message=original, quote={"text": "壁仞呢", "position": 6})
    assert replied_words(quoting, ME) == "壁仞呢"
    assert replied_words(message(text="早", reply_to_message={**original, "from": ME.model_dump()}), ME) == ""


@pytest.mark.parametrize(("fields", "person"), [({}, "7"), ({"sender_chat": GROUP}, "-1001"), ({"from": None}, None)])
def test_who_wrote_it(fields: dict[str, object], person: str | None) -> None:
    assert person_of(message(text="沐曦", **fields)) == person

"""Who is addressed, and what is asked, case by case."""

import pytest

from bot.answering.model import Addressed, Question, Strictness
from bot.chat.heard import Heard, Listening, question_in

QUIET = Listening()
LISTENING = Listening(overheard=True, strictness=Strictness.STRICT)


def at(text: str, mention: str = "@bot", **more: object) -> Heard:
    """A message in which each occurrence of `mention` is a mention of the bot."""
    spans, start = [], text.find(mention)
    while start >= 0:
        spans.append((start, start + len(mention)))
        start = text.find(mention, start + 1)
    return Heard(text, tuple(spans), **more)  # type: ignore[arg-type]


ANSWERED = [
    ("mention first", at("@bot 沐曦 2024 營收"), QUIET, "沐曦 2024 營收", Addressed.MENTION),
    ("mention last", at("沐曦 2024 營收 @bot"), QUIET, "沐曦 2024 營收", Addressed.MENTION),
    ("mention in mid-sentence", at("請問@bot沐曦營收?"), QUIET, "請問 沐曦營收?", Addressed.MENTION),
    ("mentioned twice", at("@bot 沐曦 @bot 營收"), QUIET, "沐曦 營收", Addressed.MENTION),
    ("mention with a comma", at("@bot,沐曦營收"), QUIET, "沐曦營收", Addressed.MENTION),
    ("mention on a line of its own", at("@bot\n沐曦營收"), QUIET, "沐曦營收", Addressed.MENTION),
    ("mention after an emoji", at("😀@bot 沐曦"), QUIET, "😀 沐曦", Addressed.MENTION),
    ("nothing but a mention", at("@bot"), QUIET, "", Addressed.MENTION),
    ("mention under somebody's question", at("@bot", answers="沐曦營收多少"), QUIET, "沐曦營收多少", Addressed.MENTION),
    ("a mark under a question", at("@bot ?", answers="沐曦營收多少"), QUIET, "沐曦營收多少", Addressed.MENTION),
    ("own words go before the answered ones", at("@bot 壁仞呢", answers="沐曦"), QUIET, "壁仞呢", Addressed.MENTION),
    ("mention where listening", at("@bot 沐曦"), LISTENING, "沐曦", Addressed.MENTION),
    ("reply to the bot", Heard("那壁仞呢", replies_to_bot=True), QUIET, "那壁仞呢", Addressed.REPLY),
    ("private message", Heard("沐曦營收", private=True), QUIET, "沐曦營收", Addressed.PRIVATE),
    ("overheard where listening", Heard("沐曦營收多少"), LISTENING, "沐曦營收多少", Addressed.OVERHEARD),
    ("called by name", at("@bot 小算, 沐曦營收", names=("小算",)), QUIET, "沐曦營收", Addressed.MENTION),
    ("name typed by hand", at("@bot @gpubot 沐曦", names=("gpubot",)), QUIET, "沐曦", Addressed.MENTION),
    ("name that is also a word", at("@bot GPU 市場規模", names=("GPU",)), QUIET, "GPU 市場規模", Addressed.MENTION),
    ("name within a longer handle", at("@bot @gpubot2 hi", names=("gpubot",)), QUIET, "@gpubot2 hi", Addressed.MENTION),
]

SILENT = [
    ("a bot's mention", at("@bot 沐曦", from_machine=True), LISTENING),
    ("a bot's reply", Heard("沐曦", replies_to_bot=True, from_machine=True), LISTENING),
    ("a bot in private", Heard("沐曦", private=True, from_machine=True), LISTENING),
    ("overheard where not listening", Heard("沐曦營收多少"), QUIET),
    ("overheard reply to somebody else", Heard("沐曦", answers="營收"), QUIET),
    ("name without a mention", Heard("小算, 沐曦營收", names=("小算",)), QUIET),
    ("overheard and empty", Heard("  "), LISTENING),
    ("overheard marks", Heard("???"), LISTENING),
]


@pytest.mark.parametrize(
    ("heard", "listening", "text", "addressed"), [c[1:] for c in ANSWERED], ids=[c[0] for c in ANSWERED]
)
def test_is_asked(heard: Heard, listening: Listening, text: str, addressed: Addressed) -> None:
    assert question_in(heard, listening) == Question(text, addressed, listening.strictness)


@pytest.mark.parametrize(("heard", "listening"), [c[1:] for c in SILENT], ids=[c[0] for c in SILENT])
def test_keeps_still(heard: Heard, listening: Listening) -> None:
    assert question_in(heard, listening) is None

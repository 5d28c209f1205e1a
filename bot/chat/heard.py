"""Whether a chat message is meant for the bot, and what it then asks. Knows no platform and does no I/O."""

import re
from dataclasses import dataclass

from bot.answering.model import Addressed, Question, Strictness

Span = tuple[int, int]

_EDGES = " \t\r\n,,、::;;。.!!~~"
_WORD = re.compile(r"\w")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Heard:
    """One message as a platform delivers it: `text` as typed, `mentions` where in it the bot is mentioned.

    `names` are what people call the bot, `answers` is the text of somebody else's message that this one replies to.
    """

    text: str
    mentions: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()
    from_machine: bool = False
    private: bool = False
    replies_to_bot: bool = False
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Listening:
    """What the managers of a channel allow: answering overheard messages or not, and how sure the bot must be."""

    overheard: bool = False
    strictness: Strictness = Strictness.NORMAL


def question_in(heard: Heard, listening: Listening) -> Question | None:
    """The question a message puts to the bot, or None when the bot has to keep still."""
    addressed = _addressed(heard, listening)
    if addressed is None:
        return None
    text = _without_the_bot(heard)
    wordless = not _WORD.search(text)
    if wordless and addressed is Addressed.MENTION:
        text = heard.answers.strip()
    elif wordless and addressed is Addressed.OVERHEARD:
        return None
    return Question(text, addressed, listening.strictness)


def _addressed(heard: Heard, listening: Listening) -> Addressed | None:
    if heard.from_machine:
        return None
    if heard.private:
        return Addressed.PRIVATE
    if heard.mentions:
        return Addressed.MENTION
    if heard.replies_to_bot:
        return Addressed.REPLY
    return Addressed.OVERHEARD if listening.overheard else None


def _without_the_bot(heard: Heard) -> str:
    """The text without mentions of the bot, wherever they stand, and without its name where that only calls it."""
    text = heard.text
    for start, end in sorted(heard.mentions, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    for name in filter(None, heard.names):
        called = rf"@{re.escape(name)}(?!\w)|^\s*{re.escape(name)}\s*[,,、::]"
        text = re.sub(called, " ", text, flags=re.IGNORECASE)
    return _SPACES.sub(" ", text).strip(_EDGES)

"""What a button under a reply does, written into the few bytes a platform leaves for it.

A button outlives the process that sent it, so everything it needs stands in its id. Ids of facts and subjects can be
longer than Telegram's 64 bytes allow; they travel as digests and are looked up when the button is pressed.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

PATTERN = re.compile(r"gpu:(?P<verb>[a-z]+):(?P<asked>[\w-]{0,16}):(?P<target>[\w-]{0,11})")


class Verb(StrEnum):
    """What pressing a button does."""

    HELPFUL = "helpful"
    WRONG = "wrong"
    MORE = "more"
    RELATED = "related"
    SUBJECT = "subject"
    TOPICS = "topics"
    EXPORT = "export"
    FORGET = "forget"
    WIPE = "wipe"
    TEACH = "teach"
    LANGUAGE = "language"
    LISTEN = "listen"
    CURATORS = "curators"


@dataclass(frozen=True, slots=True)
class Action:
    """One button: its verb, the question it belongs to, and its target (a digest or a page number)."""

    verb: Verb
    asked: str = ""
    target: str = ""

    def encode(self) -> str:
        """The id to put on the button, at most 44 ASCII characters."""
        return f"gpu:{self.verb}:{self.asked}:{self.target}"

    @staticmethod
    def decode(text: str) -> "Action | None":
        """The action behind an id, or None when it is none of ours."""
        match = PATTERN.fullmatch(text)
        if match is None or match["verb"] not in set(Verb):
            return None
        return Action(Verb(match["verb"]), match["asked"], match["target"])


def digest(full: str) -> str:
    """Eleven URL-safe characters that stand for an id."""
    return base64.urlsafe_b64encode(hashlib.sha256(full.encode()).digest()[:8]).decode().rstrip("=")


def find(short: str, known: Iterable[str]) -> str | None:
    """The id among `known` that `short` stands for, or None when it is not known any more."""
    return next((full for full in known if digest(full) == short), None)

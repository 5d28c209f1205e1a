"""One Discord message as it is about to be sent, within every limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

import discord

CONTENT, DESCRIPTION, EMBEDS_TOGETHER = 2000, 4096, 6000
FIELD_NAME, FIELD_VALUE, FIELDS = 256, 1024, 24
FORM_TITLE, FORM_LABEL, FORM_SECONDS = 45, 45, 900
LABEL, OPTION, OPTIONS, PLACEHOLDER = 80, 100, 25, 150


class Sent(TypedDict, total=False):
    """What discord.py takes to send a message."""

    content: str
    embeds: Sequence[discord.Embed]
    view: discord.ui.View


class Edited(TypedDict):
    """What discord.py takes to change a message."""

    content: str | None
    embeds: Sequence[discord.Embed]
    view: discord.ui.View | None


@dataclass(frozen=True, slots=True)
class Page:
    """Text, embeds, and rows of buttons and menus."""

    content: str | None = None
    embeds: tuple[discord.Embed, ...] = ()
    view: discord.ui.View | None = None

    def to_send(self) -> Sent:
        """The arguments to send it with."""
        sent = Sent()
        if self.content:
            sent["content"] = self.content
        if self.embeds:
            sent["embeds"] = self.embeds
        if self.view is not None:
            sent["view"] = self.view
        return sent

    def to_edit(self) -> Edited:
        """The arguments to change a message into it, leaving nothing of what was there."""
        return Edited(content=self.content, embeds=self.embeds, view=self.view)

"""What the buttons and menus under a reply do."""

import discord
from discord.ui import Label, Modal, TextInput

from bot.chat.actions import Action, Verb
from bot.chat.desk import Notice, Spoken
from bot.chat.discord.client import GpuBot, Handler
from bot.chat.discord.page import FORM_LABEL, FORM_SECONDS, FORM_TITLE, Page
from bot.chat.discord.replies import render
from bot.chat.discord.turn import Turn, serving

_LONGEST_NOTE = 1000


async def deliver(turn: Turn, outcome: Spoken | Notice | None, *, private: bool = True) -> None:
    """Answer a turn with what the desk brought; one sentence goes to the person alone."""
    if isinstance(outcome, Spoken):
        await turn.show(render(outcome, turn.desk.service.catalogue), private=private)
    elif isinstance(outcome, Notice):
        await turn.show(Page(outcome.text))


async def _helpful(turn: Turn, action: Action, _values: tuple[str, ...]) -> None:
    await turn.desk.service.feedback(action.asked, turn.asker, helpful=True)
    await turn.tell("chat.thanks.helpful")


async def _wrong(turn: Turn, action: Action, _values: tuple[str, ...]) -> None:
    await turn.interaction.response.send_modal(WrongForm(turn, action.asked))


async def _more(turn: Turn, action: Action, _values: tuple[str, ...]) -> None:
    await deliver(turn, await turn.desk.about(action.target, turn.asker, turn.language()))


async def _subject(turn: Turn, _action: Action, values: tuple[str, ...]) -> None:
    await deliver(turn, await turn.desk.about(values[0], turn.asker, turn.language()))


async def _related(turn: Turn, _action: Action, values: tuple[str, ...]) -> None:
    await deliver(turn, await turn.desk.fact(values[0], turn.asker, turn.language()))


class WrongForm(Modal):
    """Asks what is wrong with an answer."""

    def __init__(self, turn: Turn, asked: str) -> None:
        super().__init__(title=turn.say("chat.wrong.title")[:FORM_TITLE], timeout=FORM_SECONDS)
        self._asked = asked
        self.note: TextInput[Modal] = TextInput(
            custom_id="note", style=discord.TextStyle.paragraph, required=False, max_length=_LONGEST_NOTE
        )
        self.add_item(Label(text=turn.say("chat.wrong.note")[:FORM_LABEL], component=self.note))

    async def on_submit(self, interaction: discord.Interaction[GpuBot], /) -> None:  # type: ignore[override]
        """Keep the reason with the answer."""
        async with serving(interaction) as turn:
            note = self.note.value.strip() or None
            await turn.desk.service.feedback(self._asked, turn.asker, helpful=False, note=note)
            await turn.tell("chat.thanks.wrong")


HANDLERS: dict[Verb, Handler] = {
    Verb.HELPFUL: _helpful,
    Verb.WRONG: _wrong,
    Verb.MORE: _more,
    Verb.SUBJECT: _subject,
    Verb.RELATED: _related,
}

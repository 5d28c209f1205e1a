"""/gpu, /compare and /fact, and "Find the source" in the menu of a message."""

from collections.abc import Mapping

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.answering.model import Question
from bot.chat.discord import choices
from bot.chat.discord.answers import deliver
from bot.chat.discord.client import GpuBot
from bot.chat.discord.translator import localized
from bot.chat.discord.turn import serving
from bot.chat.languages import choose
from bot.knowledge.model import Attribute, Knowledge, Subject

Here = discord.Interaction[GpuBot]


class Asking(commands.Cog):
    """Every way to ask by command."""

    def __init__(self, bot: GpuBot) -> None:
        self._service = bot.desk.service
        self._find = app_commands.ContextMenu(name=localized(bot.desk, "discord.menu.find"), callback=_find_source)
        bot.tree.add_command(self._find)

    @app_commands.command(description="discord.command.gpu")
    async def gpu(self, interaction: Here, question: str, private: bool = False) -> None:
        """Answer a question, or what was chosen while typing it."""
        async with serving(interaction) as turn:
            outcome = await turn.desk.ask(Question(question), turn.asker, turn.language(question))
            await deliver(turn, outcome, private=private)

    @app_commands.command(description="discord.command.compare")
    async def compare(self, interaction: Here, first: str, second: str, what: str = "", private: bool = False) -> None:
        """Put two subjects side by side."""
        question = comparison(first, second, what, self._service.engine.knowledge)
        async with serving(interaction) as turn:
            outcome = await turn.desk.ask(Question(question), turn.asker, turn.language(question))
            await deliver(turn, outcome, private=private)

    @app_commands.command(description="discord.command.fact")
    @app_commands.rename(fact_id="id")
    async def fact(self, interaction: Here, fact_id: str, private: bool = False) -> None:
        """Show one fact with its sentence."""
        async with serving(interaction) as turn:
            await deliver(turn, await turn.desk.fact(fact_id, turn.asker, turn.language()), private=private)

    @gpu.autocomplete("question")
    async def _questions(self, interaction: Here, typed: str) -> list[Choice[str]]:
        return choices.anything(self._service, typed, _language(interaction, typed))

    @compare.autocomplete("first")
    @compare.autocomplete("second")
    async def _subjects(self, interaction: Here, typed: str) -> list[Choice[str]]:
        return choices.subjects(self._service, typed, _language(interaction, typed))

    @compare.autocomplete("what")
    async def _attributes(self, interaction: Here, typed: str) -> list[Choice[str]]:
        return choices.attributes(self._service, typed, _language(interaction, typed))

    @fact.autocomplete("fact_id")
    async def _facts(self, interaction: Here, typed: str) -> list[Choice[str]]:
        return choices.facts(self._service, typed, _language(interaction, typed))


async def _find_source(interaction: Here, message: discord.Message) -> None:
    """Look for what somebody's message is about; the answer is for the person who wanted to know."""
    async with serving(interaction) as turn:
        question = Question(message.content)
        await deliver(turn, await turn.desk.ask(question, turn.asker, turn.language(question.text)))


def comparison(first: str, second: str, what: str, knowledge: Knowledge) -> str:
    """The question that compares two subjects; each may be an id that was chosen or a name that was typed."""
    sides = f"{_named(first, knowledge.subjects)}和{_named(second, knowledge.subjects)}"
    attribute = _named(what, knowledge.attributes)
    return f"比較{sides}的{attribute}" if attribute else f"比較{sides}"


def _named(typed: str, known: Mapping[str, Subject] | Mapping[str, Attribute]) -> str:
    return known[typed].name.hant if typed in known else typed.strip()


def _language(interaction: Here, typed: str) -> str:
    """Choices are seen by the person alone and must come at once: the chat's setting is not asked."""
    return choose(None, interaction.locale.value, typed)

"""/unanswered and /teach: what people asked in vain, and letting a question mean a fact. For curators."""

import discord
from discord import Embed, app_commands
from discord.app_commands import Choice
from discord.ext import commands
from discord.ui import Label, Modal, Select, TextInput

from bot.answering.model import Question
from bot.chat.actions import Action, Verb
from bot.chat.discord import choices
from bot.chat.discord.client import GpuBot, Handler
from bot.chat.discord.components import menu, option, rows
from bot.chat.discord.markup import fit, plain
from bot.chat.discord.page import DESCRIPTION, FORM_LABEL, FORM_SECONDS, FORM_TITLE, OPTIONS, Page
from bot.chat.discord.turn import Turn, serving
from bot.chat.languages import choose
from bot.replies.compose import cite, label
from bot.service import Service, Taught, Unanswered

_LONGEST_PHRASE = 300
_LONGEST_ID = 100
_QUEUE = 10

Here = discord.Interaction[GpuBot]


class Curation(commands.Cog):
    """Commands for curators."""

    def __init__(self, bot: GpuBot) -> None:
        self._service = bot.desk.service

    @app_commands.command(description="discord.command.unanswered")
    async def unanswered(self, interaction: Here) -> None:
        """Show the questions that found no answer, those asked most often first."""
        async with serving(interaction) as turn:
            if await _may_curate(turn):
                await turn.think()
                await turn.show(_queue(turn, await turn.desk.service.unanswered(_QUEUE)))

    @app_commands.command(description="discord.command.teach")
    async def teach(self, interaction: Here, phrase: str = "", fact: str = "") -> None:
        """Let a phrase mean a fact; with either left out, a form asks for it."""
        async with serving(interaction) as turn:
            if not await _may_curate(turn):
                return
            if phrase and fact:
                await _teach(turn, phrase, fact)
            else:
                await turn.interaction.response.send_modal(TeachForm(turn, phrase, fact))

    @teach.autocomplete("fact")
    async def _facts(self, interaction: Here, typed: str) -> list[Choice[str]]:
        return choices.facts(self._service, typed, choose(None, interaction.locale.value, typed))


async def _may_curate(turn: Turn) -> bool:
    if await turn.desk.service.may_curate(turn.guild_asker):
        return True
    await turn.tell("chat.curation.curators-only")
    return False


def _queue(turn: Turn, waiting: tuple[Unanswered, ...]) -> Page:
    if not waiting:
        return Page(turn.say("chat.curation.none"))
    lines = [f"**{group.count}×** {plain(group.example)}" for group in waiting]
    embed = Embed(title=turn.say("chat.curation.title"), description=fit(lines, DESCRIPTION)[0])
    options = [option(group.example, group.id) for group in waiting]
    return Page(embeds=(embed,), view=rows(menu(Action(Verb.TEACH), turn.say("chat.curation.choose"), options)))


async def _open_form(turn: Turn, _action: Action, values: tuple[str, ...]) -> None:
    if not await _may_curate(turn):
        return
    waiting = await turn.desk.service.unanswered(_QUEUE)
    example = next((group.example for group in waiting if group.id == values[0]), None)
    if example is None:
        await turn.tell("chat.gone")
    else:
        await turn.interaction.response.send_modal(TeachForm(turn, example, ""))


async def _teach(turn: Turn, phrase: str, fact_id: str) -> None:
    """Checking that a phrase breaks no other question takes its time."""
    await turn.think()
    service, language = turn.desk.service, turn.language()
    taught = await service.teach(phrase, fact_id, turn.guild_asker)
    fact = service.fact(fact_id)
    if not taught.ok or fact is None:
        await turn.show(Page(_refusal(turn, taught)))
        return
    cited = cite(fact, service.engine.knowledge, service.catalogue, language)
    await turn.tell("chat.curation.taught", phrase=plain(phrase), fact=plain(f"{cited.heading}: {cited.figure}"))


def _refusal(turn: Turn, taught: Taught) -> str:
    reason = turn.say(taught.reason_key or "chat.gone")
    broken = [f"- {plain(question)}" for question in taught.broken]
    return fit(["\n".join([reason, *broken])], 2000)[0]


class TeachForm(Modal):
    """Asks for a phrase and the fact that it means, with the likeliest facts to choose from."""

    def __init__(self, turn: Turn, phrase: str, fact_id: str) -> None:
        super().__init__(title=turn.say("chat.curation.form")[:FORM_TITLE], timeout=FORM_SECONDS)
        likely = _likely(turn.desk.service, phrase, turn.language())
        self.phrase: TextInput[Modal] = TextInput(
            custom_id="phrase", default=phrase[:_LONGEST_PHRASE] or None, max_length=_LONGEST_PHRASE
        )
        self.fact_id: TextInput[Modal] = TextInput(
            custom_id="fact", default=fact_id[:_LONGEST_ID] or None, required=not likely, max_length=_LONGEST_ID
        )
        self.likely: Select[Modal] = Select(custom_id="likely", options=likely, required=False)
        self.add_item(Label(text=turn.say("chat.curation.phrase")[:FORM_LABEL], component=self.phrase))
        if likely:
            self.add_item(Label(text=turn.say("chat.curation.likely")[:FORM_LABEL], component=self.likely))
        self.add_item(Label(text=turn.say("chat.curation.fact")[:FORM_LABEL], component=self.fact_id))

    async def on_submit(self, interaction: Here, /) -> None:  # type: ignore[override]
        """Teach it; an id that was typed goes before a choice."""
        async with serving(interaction) as turn:
            chosen = self.fact_id.value.strip() or next(iter(self.likely.values), "")
            await _teach(turn, self.phrase.value.strip(), chosen)


def _likely(service: Service, phrase: str, language: str) -> list[discord.SelectOption]:
    """Facts that a phrase could mean: what the engine found near it, then what its words suggest."""
    knowledge = service.engine.knowledge
    if not phrase:
        return []
    answer = service.engine.answer(Question(phrase))
    near = {
        fact.id: cite(fact, knowledge, service.catalogue, language).heading for fact in (*answer.facts, *answer.related)
    }
    near |= {s.value: label(s, knowledge, language) for s in service.suggest(phrase) if s.value in knowledge.facts}
    return [option(name, fact_id) for fact_id, name in near.items()][:OPTIONS]


HANDLERS: dict[Verb, Handler] = {Verb.TEACH: _open_form}

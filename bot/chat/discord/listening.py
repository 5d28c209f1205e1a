"""Questions in channels and private messages: mentions, replies and, where managers want it, overheard ones."""

import logging
import re

import discord
from discord.ext import commands

from bot.chat.desk import Notice, Spoken
from bot.chat.discord.client import GpuBot
from bot.chat.discord.page import Page
from bot.chat.discord.places import guild_id, listening_chat
from bot.chat.discord.replies import render
from bot.chat.discord.turn import PLATFORM
from bot.chat.heard import Heard, Listening, question_in
from bot.chat.languages import choose
from bot.chat.trouble import incident
from bot.service import Asker

log = logging.getLogger(__name__)

_MARKUP = re.compile(r"<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|/[^:>]+:\d+|id:\w+)>")
_WRITTEN = {discord.MessageType.default, discord.MessageType.reply}


class Ears(commands.Cog):
    """Hears messages and answers those meant for the bot."""

    def __init__(self, bot: GpuBot) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a message, or keep still."""
        if self._bot.closing:
            return
        try:
            with self._bot.inflight.one():
                await self._answer(message)
        except discord.Forbidden as refused:
            log.info("no reply in %s: %s", message.channel.id, refused)
        except Exception as error:  # noqa: BLE001 - the boundary of the process
            await self._apologize(message, error)

    async def _answer(self, message: discord.Message) -> None:
        desk, me = self._bot.desk, self._bot.user
        here = await desk.service.chat_settings(PLATFORM, listening_chat(message.channel))
        question = question_in(hear(message, me), Listening(here.overheard, here.strictness))
        may = _permissions(message)
        if question is None or not may.send_messages:
            return
        language = await self._language(message, question.text)
        asker = Asker(PLATFORM, str(message.channel.id), str(message.author.id))
        outcome = await desk.ask(question, asker, language)
        if isinstance(outcome, Spoken):
            await _send(message, may, render(outcome, desk.service.catalogue, embeds=may.embed_links))
        elif isinstance(outcome, Notice):
            await _send(message, may, Page(outcome.text))

    async def _language(self, message: discord.Message, text: str) -> str:
        """The guild's language, else the script of the question: a message does not tell its writer's locale."""
        chat = guild_id(message.guild.id if message.guild else None) or str(message.channel.id)
        settings = await self._bot.desk.service.chat_settings(PLATFORM, chat)
        return choose(settings.language, None, text)

    async def _apologize(self, message: discord.Message, error: Exception) -> None:
        """Log the error; who addressed the bot also reads of it, who was merely overheard does not."""
        name = incident(error, "answering a message")
        if question_in(hear(message, self._bot.user), Listening()) is None:
            return
        try:
            text = self._bot.desk.say(choose(None, None, message.content), "chat.error", id=name)
            await _send(message, _permissions(message), Page(text))
        except discord.HTTPException as refused:
            log.warning("the apology did not get through: %s", refused)


def hear(message: discord.Message, me: discord.ClientUser | None) -> Heard:
    """A Discord message as any platform's: mentions of the bot in their places, other markup taken out."""
    ours = _mentions_of(me, message.guild)
    text = _MARKUP.sub(lambda found: found[0] if found[0] in ours else " ", message.content)
    answered = message.reference.resolved if message.reference else None
    original = answered if isinstance(answered, discord.Message) else None
    return Heard(
        text=text,
        mentions=tuple(found.span() for found in _MARKUP.finditer(text)),
        names=_names(me, message.guild),
        from_machine=message.author.bot or message.webhook_id is not None or message.type not in _WRITTEN,
        private=isinstance(message.channel, discord.DMChannel),
        replies_to_bot=original is not None and original.author == me,
        answers=_MARKUP.sub(" ", original.content) if original is not None and original.author != me else "",
    )


def _mentions_of(me: discord.ClientUser | None, guild: discord.Guild | None) -> set[str]:
    """How the bot is mentioned: by its id, or by the role that Discord made for it."""
    if me is None:
        return set()
    role = guild.self_role if guild else None
    return {f"<@{me.id}>", f"<@!{me.id}>"} | ({f"<@&{role.id}>"} if role else set())


def _names(me: discord.ClientUser | None, guild: discord.Guild | None) -> tuple[str, ...]:
    nick = guild.me.nick if guild and guild.me else None
    return tuple(name for name in (nick, me and me.global_name, me and me.name) if name)


def _permissions(message: discord.Message) -> discord.Permissions:
    """What the bot may do where the message stands."""
    if message.guild is None or isinstance(message.channel, discord.PartialMessageable):
        return discord.Permissions.all()
    may = message.channel.permissions_for(message.guild.me)
    if isinstance(message.channel, discord.Thread):
        may.update(send_messages=may.send_messages_in_threads)
    return may


async def _send(message: discord.Message, may: discord.Permissions, page: Page) -> None:
    """Reply to the message, or post below it where the bot may not read what was said before."""
    if may.read_message_history:
        reference = message.to_reference(fail_if_not_exists=False)
        await message.channel.send(reference=reference, mention_author=False, **page.to_send())
    else:
        await message.channel.send(**page.to_send())

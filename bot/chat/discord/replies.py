"""A reply as a Discord message. Pure: the same reply gives the same message."""

from functools import partial
from typing import Any

import discord
from discord import Colour, Embed
from discord.ui import Item

from bot.answering.model import Outcome, Shape
from bot.chat.actions import Action, Verb
from bot.chat.cutting import cut, units
from bot.chat.desk import Spoken
from bot.chat.discord.components import button, menu, option, rows
from bot.chat.discord.markup import Say, bold, fit, headline, line, plain, quoted, small
from bot.chat.discord.page import CONTENT, DESCRIPTION, EMBEDS_TOGETHER, FIELD_NAME, FIELD_VALUE, FIELDS, Page
from bot.replies.catalogue import Catalogue
from bot.replies.model import Reply
from bot.replies.passages import passages

GREEN, AMBER, GREY = Colour(0x2E9E6B), Colour(0xE0A030), Colour(0x8A939C)
_SIDE_BY_SIDE = 3
_RESERVE = 200
_STATED = 3


def render(spoken: Spoken, catalogue: Catalogue, *, embeds: bool = True) -> Page:
    """The message for a reply; without embeds where the channel does not let the bot embed anything."""
    reply = spoken.reply
    say = partial(catalogue.text, reply.language)
    view = _controls(spoken, say)
    opening = _opening(reply)
    if not embeds:
        return Page(_text([*opening, *_as_text(reply, say)], reply, say, CONTENT), view=view)
    if reply.table is None:
        return Page(
            embeds=(Embed(description=_text(opening, reply, say, DESCRIPTION), colour=_colour(reply)),), view=view
        )
    figures = _figures(reply, opening, say)
    sentences = _text([], reply, say, min(DESCRIPTION, EMBEDS_TOGETHER - len(figures)))
    return Page(embeds=(figures, Embed(description=sentences, colour=_colour(reply))), view=view)


def _colour(reply: Reply) -> discord.Colour:
    if reply.outcome is not Outcome.ANSWER:
        return GREY
    return AMBER if reply.shape is Shape.CORRECTION else GREEN


def _opening(reply: Reply) -> list[str]:
    if not reply.lead:
        return []
    return [f"## {plain(reply.lead)}" if reply.shape is Shape.CARD else plain(reply.lead)]


def _text(opening: list[str], reply: Reply, say: Say, limit: int) -> str:
    """The opening, as many sentences with their facts as fit, and the closing lines."""
    closing = [*_stated(reply, say), *(small(note) for note in reply.notes)]
    kept, missing = fit([*opening, *_blocks(reply, say)], limit - units("\n".join(closing)) - _RESERVE)
    if missing:
        left_out = sum(len(passage.cited) for passage in passages(reply.cited)[-missing:])
        closing.insert(0, small(say("chat.more-facts", count=left_out)))
    return cut("\n\n".join(filter(None, [kept, "\n".join(closing)])), limit)


def _blocks(reply: Reply, say: Say) -> list[str]:
    """Each sentence with the facts it states; beside a table, which has the facts already, the sentences alone."""
    every = passages(reply.cited)
    if reply.table is not None:
        return [quoted(passage) for passage in every]
    if len(reply.cited) == 1:
        return [f"{headline(reply.cited[0], say)}\n{quoted(every[0])}"]
    within = reply.lead or "" if reply.shape is Shape.CARD else ""
    return ["\n".join([*(line(one, say, within=within) for one in p.cited), quoted(p)]) for p in every]


def _stated(reply: Reply, say: Say) -> list[str]:
    """Where the article does not state what was asked: what it does state, to be chosen from the menu below."""
    if reply.outcome is not Outcome.NO_ANSWER or not reply.offers:
        return []
    return [say("reply.related"), *(f"- {plain(offer.label)}" for offer in reply.offers[:_STATED])]


def _figures(reply: Reply, opening: list[str], say: Say) -> Embed:
    """What is compared: a field for each side, and what was calculated from them."""
    embed, sides = Embed(description="\n".join(opening) or None, colour=_colour(reply)), _sides(reply, say)
    for name, value in list(sides.items())[:FIELDS]:
        inline = len(sides) <= _SIDE_BY_SIDE
        embed.add_field(name=cut(plain(name), FIELD_NAME), value=cut(value, FIELD_VALUE), inline=inline)
    if calculated := _calculated(reply):
        embed.add_field(name="\u200b", value=cut(calculated, FIELD_VALUE), inline=False)
    return embed


def _sides(reply: Reply, say: Say) -> dict[str, str]:
    """The figures by subject, each named in full, so that a side can be read by itself: on a phone it stands alone."""
    lines: dict[str, list[str]] = {}
    for one in reply.cited:
        lines.setdefault(one.subject, []).append(line(one, say, within=one.subject))
    return {subject: "\n".join(figures) for subject, figures in lines.items()}


def _calculated(reply: Reply) -> str:
    return "\n".join(map(small, reply.table.footer)) if reply.table else ""


def _as_text(reply: Reply, say: Say) -> list[str]:
    """A comparison where there are no fields to put it in."""
    if reply.table is None:
        return []
    sides = [f"{bold(name)}\n{value}" for name, value in _sides(reply, say).items()]
    return [*sides, *filter(None, [_calculated(reply)])]


def _controls(spoken: Spoken, say: Say) -> discord.ui.View | None:
    """Buttons to rate the answer and to go on from it, and a menu of related facts."""
    items: list[Item[Any]] = []
    reply = spoken.reply
    if spoken.asked and reply.outcome is Outcome.ANSWER:
        items.append(button(Action(Verb.HELPFUL, spoken.asked), say("chat.button.helpful"), emoji="👍"))
        items.append(button(Action(Verb.WRONG, spoken.asked), say("chat.button.wrong"), emoji="👎"))
    if spoken.subject and reply.shape is not Shape.CARD:
        items.append(button(Action(Verb.MORE, "", spoken.subject), say("chat.button.more"), emoji="📖"))
    if reply.offers:
        key = "chat.menu.related" if reply.outcome is Outcome.ANSWER else "chat.menu.stated"
        lines = {offer.fact: option(offer.label, offer.fact) for offer in reply.offers}
        items.append(menu(Action(Verb.RELATED, spoken.asked), say(key), list(lines.values())))
    return rows(*items) if items else None

"""Buttons and menus that outlive the process: all they need stands in their ids."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Self

import discord
from discord import ButtonStyle, SelectOption
from discord.ui import Button, DynamicItem, Item, Select, UserSelect, View

from bot.chat.actions import Action, Verb
from bot.chat.cutting import cut
from bot.chat.discord.client import GpuBot
from bot.chat.discord.complaints import turned_away
from bot.chat.discord.page import LABEL, OPTION, OPTIONS, PLACEHOLDER
from bot.chat.discord.turn import serving

MENUS = (Verb.RELATED, Verb.SUBJECT, Verb.TEACH, Verb.LANGUAGE, Verb.LISTEN)
PEOPLE = (Verb.CURATORS,)
BUTTONS = tuple(verb for verb in Verb if verb not in {*MENUS, *PEOPLE})


def _template(verbs: Iterable[Verb]) -> str:
    """The ids one kind of component answers to; a verb of two kinds would be answered twice."""
    return rf"gpu:(?:{'|'.join(verbs)}):[\w-]*:[\w-]*"


async def _act(interaction: discord.Interaction[GpuBot], custom_id: str, values: Sequence[str]) -> None:
    action = Action.decode(custom_id)
    if action is not None and not await turned_away(interaction):
        async with serving(interaction) as turn:
            await interaction.client.handlers[action.verb](turn, action, tuple(values))


class ActionButton(DynamicItem[Button[View]], template=_template(BUTTONS)):
    """A button that does what its id says."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Item[Any], _match: re.Match[str], /
    ) -> Self:
        """The button as it was sent, by this process or an earlier one."""
        return cls(item)  # type: ignore[arg-type]  # the library hands in a button here

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do it."""
        await _act(interaction, self.custom_id, ())


class ActionMenu(DynamicItem[Select[View]], template=_template(MENUS)):
    """A menu that does what its id says with what was chosen."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Item[Any], _match: re.Match[str], /
    ) -> Self:
        """The menu as it was sent, by this process or an earlier one."""
        return cls(item)  # type: ignore[arg-type]  # the library hands in a select here

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do it."""
        await _act(interaction, self.custom_id, self.item.values)


class PeopleMenu(DynamicItem[UserSelect[View]], template=_template(PEOPLE)):
    """A menu of the people of a guild."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: Item[Any], _match: re.Match[str], /
    ) -> Self:
        """The menu as it was sent, by this process or an earlier one."""
        return cls(item)  # type: ignore[arg-type]  # the library hands in a user select here

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do it."""
        await _act(interaction, self.custom_id, [str(person.id) for person in self.item.values])


DYNAMIC = (ActionButton, ActionMenu, PeopleMenu)


def button(
    action: Action,
    label: str,
    *,
    emoji: str | None = None,
    style: ButtonStyle = ButtonStyle.secondary,
    disabled: bool = False,
) -> ActionButton:
    """A button for an action."""
    label = cut(label, LABEL)
    return ActionButton(Button(custom_id=action.encode(), label=label, emoji=emoji, style=style, disabled=disabled))


def menu(action: Action, placeholder: str, options: Sequence[SelectOption]) -> ActionMenu:
    """A menu for an action, with as many options as Discord shows."""
    placeholder = cut(placeholder, PLACEHOLDER)
    return ActionMenu(Select(custom_id=action.encode(), placeholder=placeholder, options=list(options[:OPTIONS])))


def people(action: Action, placeholder: str, chosen: Iterable[str]) -> PeopleMenu:
    """A menu of people, with those chosen before."""
    known = [discord.Object(int(person), type=discord.User) for person in sorted(chosen)][:OPTIONS]
    return PeopleMenu(
        UserSelect(
            custom_id=action.encode(),
            placeholder=cut(placeholder, PLACEHOLDER),
            min_values=0,
            max_values=OPTIONS,
            default_values=known,
        )
    )


def option(label: str, value: str, *, default: bool = False, description: str | None = None) -> SelectOption:
    """One line of a menu."""
    shown = cut(description, OPTION) if description else None
    return SelectOption(label=cut(label, OPTION), value=value, default=default, description=shown)


def rows(*items: Item[Any]) -> View:
    """Buttons and menus under a message, without an end to their life."""
    view = View(timeout=None)
    for item in items:
        view.add_item(item)
    return view

"""Talks of several steps: one begins, waits for a person's words, and ends by itself when they do not come."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from aiogram.types import ForceReply, Message, User

from bot.chat.telegram import html
from bot.chat.telegram.reading import replies_to
from bot.chat.telegram.rendering import Page
from bot.chat.telegram.visits import Visit

PATIENCE = 15 * 60


@dataclass(slots=True)
class _Step:
    until: float
    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


class Steps(BaseStorage):
    """Where each talk stands, for a quarter of an hour. Keeps nothing about people who are in no talk."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._steps: dict[StorageKey, _Step] = {}

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Move on to another step; None ends the talk."""
        if state is None:
            self._steps.pop(key, None)
        else:
            self._step(key).state = state.state if isinstance(state, State) else state

    async def get_state(self, key: StorageKey) -> str | None:
        """The step that a person is at."""
        step = self._live(key)
        return step.state if step else None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """What was said so far."""
        if data:
            self._step(key).data = dict(data)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """What was said so far."""
        step = self._live(key)
        return dict(step.data) if step else {}

    async def close(self) -> None:
        """Nothing is kept."""
        self._steps.clear()

    def _step(self, key: StorageKey) -> _Step:
        self._tidy()
        step = self._steps.setdefault(key, _Step(0))
        step.until = self._clock() + PATIENCE
        return step

    def _live(self, key: StorageKey) -> _Step | None:
        step = self._steps.get(key)
        return step if step and step.until > self._clock() else None

    def _tidy(self) -> None:
        now = self._clock()
        for key in [key for key, step in self._steps.items() if step.until <= now]:
            del self._steps[key]


class Awaited(Filter):
    """Passes words that answer the bot's prompt, never commands: in a group only replies to the bot, in private any.

    Where an answer is `optional`, only replies pass in private as well: other words are a new question.
    """

    def __init__(self, *, optional: bool = False) -> None:
        self._optional = optional

    async def __call__(self, message: Message, visit: Visit) -> bool:
        """Whether these words are the next step."""
        if (message.text or "").startswith("/"):
            return False
        return (visit.private and not self._optional) or replies_to(message, visit.me)


async def begin(state: FSMContext, step: State, **said: str) -> None:
    """Go to a step with what is known so far."""
    await state.set_state(step)
    await state.set_data(said)


def prompt(words: str, placeholder: str, person: User | None = None) -> Page:
    """A request for words that opens the reply field of one person: of the one replied to, or of `person` by name."""
    named = html.link(html.text(person.first_name), f"tg://user?id={person.id}") if person else html.Html()
    force = ForceReply(selective=True, input_field_placeholder=placeholder)
    return Page(html.joined("\n", [named, html.text(words)]).markup, asks=force)

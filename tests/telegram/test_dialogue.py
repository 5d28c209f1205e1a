"""Talks of several steps end by themselves, and leave nothing behind."""

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import StorageKey

from bot.chat.telegram.dialogue import PATIENCE, Steps, begin

STEP = State("step", "talk")


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _talk(steps: Steps, person: int) -> FSMContext:
    return FSMContext(steps, StorageKey(bot_id=42, chat_id=person, user_id=person))


async def test_a_talk_goes_on_until_it_is_ended() -> None:
    steps = Steps()
    talk, other = _talk(steps, 1), _talk(steps, 2)
    await begin(talk, STEP, question="沐曦")
    assert (await talk.get_state(), await talk.get_data()) == ("talk:step", {"question": "沐曦"})
    assert await other.get_state() is None
    await talk.clear()
    assert (await talk.get_state(), await talk.get_data()) == (None, {})


async def test_a_talk_that_nobody_goes_on_with_is_over_after_a_while() -> None:
    clock = Clock()
    steps = Steps(clock)
    talk = _talk(steps, 1)
    await begin(talk, STEP, question="沐曦")
    clock.now = PATIENCE - 1
    assert await talk.get_state() == "talk:step"
    clock.now = PATIENCE
    assert (await talk.get_state(), await talk.get_data()) == (None, {})


async def test_every_step_gives_new_time() -> None:
    clock = Clock()
    talk = _talk(Steps(clock), 1)
    await begin(talk, STEP)
    clock.now = PATIENCE - 1
    await begin(talk, STEP, question="沐曦")
    clock.now = PATIENCE + 1
    assert await talk.get_value("question") == "沐曦"

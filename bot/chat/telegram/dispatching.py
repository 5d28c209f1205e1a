"""Every handler in its place."""

from aiogram import Dispatcher
from aiogram.fsm.strategy import FSMStrategy
from aiogram.types import User

from bot.chat.desk import Desk
from bot.chat.telegram import asking, browsing, curating, failing, inline, managing, privacy, rating
from bot.chat.telegram.dialogue import Steps
from bot.chat.telegram.visits import Visits


def dispatcher(desk: Desk, me: User) -> Dispatcher:
    """A dispatcher that answers for `desk`: commands first, then the steps of talks, then questions."""
    made = Dispatcher(storage=Steps(), fsm_strategy=FSMStrategy.USER_IN_TOPIC)
    made.update.outer_middleware(Visits(desk, me))
    parts = (failing, browsing, privacy, managing, curating, rating, inline, asking)
    made.include_routers(*(part.routes() for part in parts))
    return made

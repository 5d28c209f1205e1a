"""What all rooms' tests share: one engine over the real facts, and the catalogue."""

from pathlib import Path

import pytest

from bot.answering.engine import Engine
from bot.knowledge.loading import load
from bot.knowledge.model import Knowledge
from bot.replies.catalogue import Catalogue

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The real engine over the real facts, ready as in a bot that serves."""
    engine = Engine(load(ROOT / "facts"))
    engine.prepare()
    return engine


@pytest.fixture(scope="session")
def knowledge(engine: Engine) -> Knowledge:
    return engine.knowledge


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()

"""/unanswered and /teach, as curators use them."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.answering.engine import Engine
from bot.knowledge.records import Records
from bot.replies.catalogue import Catalogue
from bot.service import Asker, Service
from bot.store.curation import Curation
from bot.store.library import Brain
from bot.store.store import Store
from bot.store.thinking import Thinker
from tests.discord.conftest import ROOT
from tests.discord.reading import menus, text_of
from tests.fakes.discord.people import Person
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import Channel, Guild

REVENUE = "metax.revenue.2024"
ASKED_IN_VAIN = "沐曦口袋深不深"


@pytest.fixture(scope="session")
def stored(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that has imported the facts, for each test to have a copy of."""
    file = tmp_path_factory.mktemp("stored") / "bot.sqlite3"

    async def fill() -> None:
        store = Store(f"sqlite+aiosqlite:///{file}", lambda *_: engine, "secret of the tests")
        await store.open(ROOT / "facts")
        await store.close()

    asyncio.run(fill())
    return file


@pytest_asyncio.fixture
async def service(engine: Engine, catalogue: Catalogue, stored: Path, tmp_path: Path) -> AsyncIterator[Service]:
    """The real service; only facts that a test changes make it build another engine."""

    thinker = Thinker()

    def thinking(records: Records, version: str) -> Brain:
        return engine if version == "1" else thinker(records, version)

    store = Store(f"sqlite+aiosqlite:///{shutil.copy(stored, tmp_path)}", thinking, "secret of the tests")
    await store.open()
    service = Service(store, Curation(store.library, ()), catalogue)
    yield service
    await service.close()


@pytest_asyncio.fixture
async def curator(bot: FakeDiscord, guild: Guild, service: Service) -> AsyncIterator[Person]:
    person = bot.person("Curator")
    by = Asker("discord", None, "1")
    await service.change_settings("discord", f"guild:{guild.id}", by, curators=frozenset({person.user.id}))
    yield person


async def test_teaching_a_question_from_the_queue(
    bot: FakeDiscord, channel: Channel, curator: Person, service: Service
) -> None:
    for number in range(3):
        declined = await bot.shown(await bot.person(f"P{number}").uses(channel, "gpu", question=ASKED_IN_VAIN))
        assert "7.43億元" not in text_of(declined)
    await service.store.journal.flush()
    queue = await bot.shown(await curator.uses(channel, "unanswered"))
    assert queue["ephemeral"]
    assert f"**3×** {ASKED_IN_VAIN}" in text_of(queue)
    form = await curator.chooses(queue, menus(queue)[0]["options"][0]["value"])
    opened = (await bot.answered(form))["data"]
    inputs = {label["component"]["custom_id"]: label["component"] for label in opened["components"]}
    assert inputs["phrase"]["value"] == ASKED_IN_VAIN
    likely = [option["value"] for option in inputs["likely"]["options"]]
    assert set(likely) <= set(service.engine.knowledge.facts)
    taught = await bot.shown(await curator.submits(form, fact=REVENUE))
    assert taught["content"].startswith("學會了")
    assert "7.43億元" in taught["content"]
    answered = await bot.shown(await bot.person("Later").uses(channel, "gpu", question=ASKED_IN_VAIN))
    assert "\n# 7.43億元\n" in text_of(answered)


async def test_a_likely_fact_can_be_chosen_instead_of_typing_its_id(
    bot: FakeDiscord, channel: Channel, curator: Person
) -> None:
    form = await curator.uses(channel, "teach", phrase=ASKED_IN_VAIN)
    opened = (await bot.answered(form))["data"]
    first = opened["components"][1]["component"]["options"][0]["value"]
    assert (await bot.shown(await curator.submits(form, likely=[first])))["content"].startswith("學會了")


async def test_teach_by_command_alone(bot: FakeDiscord, channel: Channel, curator: Person) -> None:
    choices = await curator.types(channel, "teach", "fact", fact="沐曦")
    assert choices
    taught = await bot.shown(await curator.uses(channel, "teach", phrase=ASKED_IN_VAIN, fact=REVENUE))
    assert taught["content"].startswith("學會了")


async def test_teach_without_anything_opens_an_empty_form(bot: FakeDiscord, channel: Channel, curator: Person) -> None:
    form = await curator.uses(channel, "teach")
    taught = await bot.shown(await curator.submits(form, phrase=ASKED_IN_VAIN, fact=REVENUE))
    assert taught["content"].startswith("學會了")


async def test_a_fact_that_does_not_exist_is_refused_in_words(
    bot: FakeDiscord, channel: Channel, curator: Person
) -> None:
    refused = await bot.shown(await curator.uses(channel, "teach", phrase=ASKED_IN_VAIN, fact="no.such.fact"))
    assert refused["content"]
    assert "學會了" not in refused["content"]


async def test_who_is_no_curator_any_more_cannot_open_the_form(
    bot: FakeDiscord, channel: Channel, guild: Guild, curator: Person, service: Service
) -> None:
    await bot.shown(await bot.person().uses(channel, "gpu", question=ASKED_IN_VAIN))
    await service.store.journal.flush()
    queue = await bot.shown(await curator.uses(channel, "unanswered"))
    by = Asker("discord", None, "1")
    await service.change_settings("discord", f"guild:{guild.id}", by, curators=frozenset())
    refused = await bot.shown(await curator.chooses(queue, menus(queue)[0]["options"][0]["value"]))
    assert refused["content"] == "只有整理資料的人可以使用。"
    refused = await bot.shown(await curator.uses(channel, "teach", phrase="a", fact=REVENUE))
    assert refused["content"] == "只有整理資料的人可以使用。"

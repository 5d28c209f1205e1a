"""Buttons, menus and forms under a reply, before and after a restart."""

import json

import pytest

from bot.service import Asker, Service
from tests.discord.conftest import connected
from tests.discord.reading import labels, menus, text_of
from tests.fakes.discord.people import Person
from tests.fakes.discord.refusals import JSON
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import Channel

REVENUE = "metax.revenue.2024"


async def ask(server: FakeDiscord, person: Person, channel: Channel) -> JSON:
    return await server.shown(await person.uses(channel, "gpu", question="沐曦 2024 營業收入"))


async def feedback_of(service: Service, person: Person) -> list[JSON]:
    kept: list[JSON] = json.loads(await service.export(Asker("discord", None, person.user.id)))["feedback"]
    return kept


async def test_helpful_is_kept_and_thanked_for(bot: FakeDiscord, channel: Channel, service: Service) -> None:
    person = bot.person()
    reply = await ask(bot, person, channel)
    thanks = await bot.shown(await person.clicks(reply, "有幫助"))
    assert (thanks["content"], thanks["ephemeral"]) == ("謝謝!", True)
    assert [row["helpful"] for row in await feedback_of(service, person)] == [True]


@pytest.mark.parametrize("note", ["單位應該是億", ""])
async def test_wrong_asks_for_a_reason_that_may_be_left_out(
    bot: FakeDiscord, channel: Channel, service: Service, note: str
) -> None:
    person = bot.person()
    form = await person.clicks(await ask(bot, person, channel), "不對")
    assert (await bot.answered(form))["data"]["title"] == "哪裡不對?"
    thanks = await bot.shown(await person.submits(form, note=note))
    assert thanks["ephemeral"]
    assert [(row["helpful"], row["note"]) for row in await feedback_of(service, person)] == [(False, note or None)]


async def test_anybody_who_reads_a_reply_may_rate_it(bot: FakeDiscord, channel: Channel, service: Service) -> None:
    reply, reader = await ask(bot, bot.person(), channel), bot.person("Hua", locale="en-US")
    thanks = await bot.shown(await reader.clicks(reply, "有幫助"))
    assert thanks["content"] == "Thank you!", "in the language of the one who pressed the button"
    assert len(await feedback_of(service, reader)) == 1


async def test_more_shows_the_card_of_the_subject_to_the_person_alone(bot: FakeDiscord, channel: Channel) -> None:
    person = bot.person()
    card = await bot.shown(await person.clicks(await ask(bot, person, channel), "更多資料"))
    assert card["ephemeral"]
    assert "## 沐曦股份 MetaX" in text_of(card)
    assert "更多資料" not in labels(card)


async def test_a_related_fact_can_be_chosen(bot: FakeDiscord, channel: Channel, service: Service) -> None:
    person = bot.person()
    reply = await bot.shown(await person.uses(channel, "gpu", question="沐曦的淨利潤"))
    offered = menus(reply)[0]["options"]
    shown = await bot.shown(await person.chooses(reply, offered[-1]["value"]))
    fact = service.fact(offered[-1]["value"])
    assert fact is not None
    assert fact.figure in text_of(shown)
    assert shown["ephemeral"]


async def test_old_buttons_work_after_a_restart(discord: FakeDiscord, service: Service, channel: Channel) -> None:
    person = discord.person()
    async with connected(discord, service):
        reply = await ask(discord, person, channel)
        declined = await discord.shown(await person.uses(channel, "gpu", question="沐曦的淨利潤"))
    async with connected(discord, service):
        assert (await discord.shown(await person.clicks(reply, "有幫助")))["content"] == "謝謝!"
        assert "## 沐曦股份 MetaX" in text_of(await discord.shown(await person.clicks(reply, "更多資料")))
        chosen = menus(declined)[0]["options"][0]["value"]
        assert "> " in text_of(await discord.shown(await person.chooses(declined, chosen)))
        form = await person.clicks(reply, "不對")
        await discord.shown(await person.submits(form, note="x"))
        assert [row["note"] for row in await feedback_of(service, person)] == ["x"]


async def test_a_button_whose_facts_are_gone_says_so(bot: FakeDiscord, channel: Channel) -> None:
    person = bot.person()
    reply = await ask(bot, person, channel)
    for row in reply["components"]:
        for item in row["components"]:
            if item["custom_id"].startswith("gpu:more:"):
                item["custom_id"] = "gpu:more::AAAAAAAAAAA"
    gone = await bot.shown(await person.clicks(reply, "更多資料"))
    assert gone["content"] == "這筆資料已經不在庫中。"


async def test_privacy_export_and_forget(bot: FakeDiscord, channel: Channel, service: Service) -> None:
    person, other = bot.person(), bot.person("Hua")
    await ask(bot, other, channel)
    await person.clicks(await ask(bot, person, channel), "有幫助")
    about = await bot.shown(await person.uses(channel, "privacy"))
    assert about["ephemeral"]
    copy = await bot.shown(await person.clicks(about, "取得副本"))
    kept = json.loads(copy["files"]["gpubot.json"])
    assert [question["text"] for question in kept["questions"]] == ["沐曦 2024 營業收入"]
    sure = await bot.shown(await person.clicks(about, "全部刪除"))
    gone = await bot.shown(await person.clicks(sure, "確定刪除"))
    assert "2" in gone["content"]
    assert gone["components"] == [], "what is deleted is not asked for again"
    assert json.loads(await service.export(Asker("discord", None, person.user.id)))["questions"] == []
    assert json.loads(await service.export(Asker("discord", None, other.user.id)))["questions"] != []

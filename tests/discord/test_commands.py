"""Each command as a person uses it."""

import re

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Question
from bot.replies.catalogue import Catalogue
from bot.service import Service
from tests.discord.reading import text_of
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import Channel, Interaction

REVENUE = "metax.revenue.2024"


async def test_gpu_shows_the_figure_large_with_its_sentence(bot: FakeDiscord, channel: Channel) -> None:
    shown = await bot.shown(await bot.person().uses(channel, "gpu", question="沐曦 2024 營業收入"))
    assert "\n# 7.43億元\n" in text_of(shown)
    assert "猛增至2024年的**7.43億元**" in text_of(shown)
    assert not shown["ephemeral"]


async def test_gpu_takes_what_was_chosen_while_typing(bot: FakeDiscord, channel: Channel) -> None:
    shown = await bot.shown(await bot.person().uses(channel, "gpu", question=REVENUE))
    assert "\n# 7.43億元\n" in text_of(shown)


async def test_gpu_can_answer_the_asker_alone(bot: FakeDiscord, channel: Channel) -> None:
    shown = await bot.shown(await bot.person().uses(channel, "gpu", question=REVENUE, private=True))
    assert shown["ephemeral"]


async def test_gpu_works_in_private_messages(bot: FakeDiscord) -> None:
    person = bot.person()
    shown = await bot.shown(await person.uses(bot.world.direct(person.user), "gpu", question=REVENUE))
    assert "7.43億元" in text_of(shown)


async def test_gpu_says_what_is_not_stated_and_offers_what_is(bot: FakeDiscord, channel: Channel) -> None:
    person = bot.person()
    shown = await bot.shown(await person.uses(channel, "gpu", question="沐曦的淨利潤"))
    assert "億元" not in text_of(shown)
    offered = shown["components"][-1]["components"][0]["options"]
    picked = await bot.shown(await person.chooses(shown, offered[0]["value"]))
    assert "> " in text_of(picked)


LANGUAGES = [("zh-TW", "有幫助"), ("zh-CN", "有帮助"), ("en-GB", "Helpful"), ("ja", "有幫助")]


@pytest.mark.parametrize(("locale", "label"), LANGUAGES)
async def test_words_follow_the_client_and_else_the_question(
    bot: FakeDiscord, channel: Channel, locale: str, label: str
) -> None:
    shown = await bot.shown(await bot.person(locale=locale).uses(channel, "gpu", question="沐曦 2024 營業收入"))
    assert shown["components"][0]["components"][0]["label"] == label
    assert "猛增至2024年的**7.43億元**" in text_of(shown), "the quote stays as the article prints it"


@pytest.mark.parametrize("typed", ["", "沐曦", "沐曦股份 營業收入"])
async def test_gpu_suggests_while_typing(bot: FakeDiscord, channel: Channel, typed: str) -> None:
    choices = await bot.person().types(channel, "gpu", "question", question=typed)
    assert choices
    person = bot.person("Second")
    shown = await bot.shown(await person.uses(channel, "gpu", question=choices[0]["value"]))
    assert "> " in text_of(shown)


async def test_suggestions_speak_the_language_of_the_client(bot: FakeDiscord, channel: Channel) -> None:
    choices = await bot.person(locale="en-US").types(channel, "gpu", "question", question="metax")
    assert any("MetaX" in choice["name"] for choice in choices)


async def test_a_sentence_brings_few_suggestions(bot: FakeDiscord, channel: Channel) -> None:
    sentence = "我想知道沐曦股份這家公司在二零二四年的營業收入究竟是多少錢呢謝謝"
    assert len(await bot.person().types(channel, "gpu", "question", question=sentence)) <= 5
    assert len(await bot.person().types(channel, "gpu", "question", question="沐" * 3000)) <= 5


async def test_compare_puts_two_subjects_side_by_side(bot: FakeDiscord, channel: Channel) -> None:
    person = bot.person()
    first = await person.types(channel, "compare", "first", first="沐曦")
    what = await person.types(channel, "compare", "what", what="營業收入")
    asked = await person.uses(channel, "compare", first=first[0]["value"], second="壁仞科技", what=what[0]["value"])
    shown = await bot.shown(asked)
    fields = {field["name"]: field["value"] for field in shown["embeds"][0]["fields"]}
    assert "7.43億元" in fields["沐曦股份"]
    assert "3.37億元" in fields["壁仞科技"]


async def test_compare_suggests_subjects_alone(bot: FakeDiscord, channel: Channel, service: Service) -> None:
    choices = await bot.person().types(channel, "compare", "second", second="沐曦")
    assert choices
    assert {choice["value"] for choice in choices} <= set(service.engine.knowledge.subjects)


async def test_fact_shows_one_fact(bot: FakeDiscord, channel: Channel, service: Service) -> None:
    person = bot.person()
    choices = await person.types(channel, "fact", "id", id="沐曦")
    assert {choice["value"] for choice in choices} <= set(service.engine.knowledge.facts)
    shown = await bot.shown(await person.uses(channel, "fact", id=REVENUE))
    assert "\n# 7.43億元\n" in text_of(shown)


async def test_fact_of_an_unknown_id_is_one_polite_sentence(bot: FakeDiscord, channel: Channel) -> None:
    shown = await bot.shown(await bot.person().uses(channel, "fact", id="no.such.fact"))
    assert text_of(shown) == "這筆資料已經不在庫中。"
    assert shown["ephemeral"]


async def test_topics_can_be_paged_and_opened(bot: FakeDiscord, channel: Channel, service: Service) -> None:
    person = bot.person()
    first = await bot.shown(await person.uses(channel, "topics"))
    before = text_of(first)
    assert first["components"][1]["components"][0]["disabled"], "there is no page before the first"
    second = await bot.shown(await person.clicks(first, "下一頁"))
    assert text_of(second) != before
    back = await bot.shown(await person.clicks(second, "上一頁"))
    assert text_of(back) == before
    subject = back["components"][0]["components"][0]["options"][0]["value"]
    card = await bot.shown(await person.chooses(back, subject))
    assert service.topics()[0][1][0].figure in text_of(card)


async def test_every_topic_is_on_some_page(bot: FakeDiscord, channel: Channel, service: Service) -> None:
    page, listed = await bot.shown(await bot.person().uses(channel, "topics")), 0
    while True:
        listed += len(page["components"][0]["components"][0]["options"])
        if page["components"][1]["components"][1]["disabled"]:
            break
        page = await bot.shown(await bot.person().clicks(page, "下一頁"))
    assert listed == len(service.topics())


async def test_help(bot: FakeDiscord, channel: Channel) -> None:
    shown = await bot.shown(await bot.person(locale="en-US").uses(channel, "help"))
    assert "/gpu" in text_of(shown)
    assert shown["ephemeral"]


async def test_find_the_source_of_somebody_s_message(bot: FakeDiscord, channel: Channel) -> None:
    claim = await bot.person("Hua").says(channel, "聽說沐曦股份 2024 年營業收入有七億")
    shown = await bot.shown(await bot.person().picks(channel, "Find the source", claim))
    assert "7.43億元" in text_of(shown)
    assert shown["ephemeral"], "only the person who wanted to know is interrupted"


async def test_a_question_too_long_is_answered_politely(bot: FakeDiscord, channel: Channel) -> None:
    asked: Interaction = await bot.person().uses(channel, "gpu", question="沐" * 6000)
    assert (await bot.shown(asked))["embeds"], "6,000 characters, as many as an option takes, are a question"
    claim = await bot.person("Hua").says(channel, "沐" * 6001)
    shown = await bot.shown(await bot.person().picks(channel, "Find the source", claim))
    assert "6000" in text_of(shown)


async def test_an_empty_message_has_no_source(bot: FakeDiscord, channel: Channel) -> None:
    picture = await bot.person("Hua").says(channel, "")
    shown = await bot.shown(await bot.person().picks(channel, "Find the source", picture))
    assert "2024" in text_of(shown), "an example of what can be asked"


async def test_commands_are_described_in_three_languages(bot: FakeDiscord, catalogue: Catalogue) -> None:
    for command in bot.world.commands:
        assert command["contexts"], f"{command['name']} says where it can be used"
        if command["type"] == 3:
            assert command["name_localizations"].keys() == {"zh-TW", "zh-CN"}
            continue
        assert re.fullmatch("[a-z]+", command["name"])
        assert not command.get("name_localizations")
        for described in (command, *command.get("options", [])):
            assert described["description_localizations"].keys() == {"zh-TW", "zh-CN"}
        assert command["description"] == catalogue.text("en", f"discord.command.{command['name']}")


async def test_commands_can_be_installed_by_servers_and_by_people(bot: FakeDiscord) -> None:
    for command in bot.world.commands:
        managing = command["name"] == "settings"
        assert command["integration_types"] == ([0] if managing else [0, 1]), command["name"]
        assert command["contexts"] == ([0] if managing else [0, 1, 2]), command["name"]


def test_whatever_can_be_chosen_while_typing_is_answered_exactly(engine: Engine) -> None:
    for subject in engine.knowledge.subjects.values():
        for chosen in engine.suggest(subject.name.hant, 100):
            answer = engine.answer(Question(chosen.value))
            assert answer.facts, chosen.value
            assert chosen.attribute is None or [fact.id for fact in answer.facts] == [chosen.value]

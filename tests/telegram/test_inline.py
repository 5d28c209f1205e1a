"""Inline mode: what `@gpubot …` offers in any chat."""

import pytest

from bot.service import Asker
from tests.telegram.conftest import FIGURE, QUESTION, Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_answer_is_offered_with_its_figure_and_posts_its_sentence(running: Running) -> None:
    offered = await running.fake.type_inline(running.fake.person(language="zh-hant"), QUESTION)
    best = offered["results"][0]
    assert "沐曦股份" in best["title"]
    assert best["description"].startswith(FIGURE)
    content = best["input_message_content"]
    assert "<blockquote>" in content["message_text"]
    assert content["parse_mode"] == "HTML"
    assert offered["button"] is None
    assert offered["is_personal"] == "true"


async def test_a_mere_name_offers_up_to_ten_facts_each_once(running: Running) -> None:
    offered = await running.fake.type_inline(running.fake.person(), "沐曦")
    assert 3 < len(offered["results"]) <= 10
    assert len({one["title"] for one in offered["results"]}) == len(offered["results"])


@pytest.mark.parametrize("text", ["早安大家好今天天氣真好", "", "   "])
async def test_nothing_found_leads_to_the_private_chat(running: Running, text: str) -> None:
    offered = await running.fake.type_inline(running.fake.person(language="en"), text)
    assert offered["results"] == []
    assert offered["button"]["text"] == running.service.catalogue.text("en", "telegram.inline.ask")


async def test_what_the_article_does_not_answer_leads_there_as_well(running: Running) -> None:
    offered = await running.fake.type_inline(running.fake.person(), "沐曦股價")
    assert offered["button"]["start_parameter"]


async def test_the_language_is_that_of_the_persons_private_chat(running: Running) -> None:
    person = running.fake.person(language="zh-hans")
    await running.service.change_settings("telegram", str(person["id"]), _by(person["id"]), language="en")
    offered = await running.fake.type_inline(person, QUESTION)
    assert "MetaX" in offered["results"][0]["title"]


def _by(person: int) -> Asker:
    return Asker("telegram", str(person), str(person))

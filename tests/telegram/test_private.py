"""A private chat: questions, commands, languages, and what happens to an edited question."""

import pytest

from tests.telegram.conftest import FIGURE, QUESTION, Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_any_text_is_a_question_and_gets_the_figure_with_its_sentence(running: Running) -> None:
    answer = await running.ask(QUESTION)
    assert f"<b>{FIGURE}</b>" in answer["html"]
    quotes = [one for one in answer["entities"] if one["type"] == "blockquote"]
    assert len(quotes) == 1
    assert "營業收入從2022年的42.64萬元,猛增至2024年的7.43億元" in answer["text"]
    assert "張通社" in answer["text"]


@pytest.mark.parametrize("text", ["/gpu {}", "/gpu@gpubot {}", "/gpu@GPUBot\n{}"])
async def test_the_command_asks(running: Running, text: str) -> None:
    answer = await running.ask(text.format(QUESTION))
    assert FIGURE in answer["text"]


async def test_a_command_without_a_question_asks_back(running: Running) -> None:
    answer = await running.ask("/gpu", language="en")
    assert answer["text"] == running.service.catalogue.text("en", "chat.empty")


async def test_a_comparison_is_a_table_that_fits_a_phone(running: Running) -> None:
    answer = await running.ask("/compare 沐曦 壁仞 2024 營收")
    table = next(one for one in answer["entities"] if one["type"] == "pre")
    lines = answer["text"].encode("utf-16-le")[table["offset"] * 2 : (table["offset"] + table["length"]) * 2]
    assert FIGURE in lines.decode("utf-16-le")
    assert "3.37億元" in lines.decode("utf-16-le")


async def test_one_fact_by_its_id(running: Running) -> None:
    assert FIGURE in (await running.ask("/fact metax.revenue.2024"))["text"]
    gone = await running.ask("/fact no.such.fact", language="en")
    assert gone["text"] == running.service.catalogue.text("en", "chat.gone")
    assert "/fact " in (await running.ask("/fact", language="en"))["text"]


async def test_what_is_not_in_the_article_is_said_and_what_is_there_offered(running: Running) -> None:
    answer = await running.ask("沐曦股價")
    assert "bold" not in {one["type"] for one in answer.get("entities") or ()}
    assert answer["reply_markup"]["inline_keyboard"]


@pytest.mark.parametrize(
    ("client", "language"), [("zh-hant", "zh-Hant"), ("zh-TW", "zh-Hant"), ("zh-hans", "zh-Hans"), ("en", "en")]
)
async def test_the_words_around_follow_the_client_and_the_sentence_stays(
    running: Running, client: str, language: str
) -> None:
    answer = await running.ask(QUESTION, language=client)
    more = running.service.catalogue.text(language, "chat.button.more")
    assert any(more in one["text"] for row in answer["reply_markup"]["inline_keyboard"] for one in row)
    assert "猛增至2024年的7.43億元" in answer["text"]


async def test_start_help_and_topics(running: Running) -> None:
    assert "GPU" in (await running.ask("/start", language="en"))["text"]
    assert (await running.ask("/start inline", language="en"))["text"]
    assert "@gpubot" in (await running.ask("/help", language="zh-hant"))["text"]
    assert (await running.ask("/topics", language="en"))["reply_markup"]["inline_keyboard"]


async def test_an_unknown_command_is_pointed_to_the_help(running: Running) -> None:
    assert "/help" in (await running.ask("/price", language="en"))["text"]


async def test_an_edited_question_gets_its_answer_edited(running: Running) -> None:
    fake, person = running.fake, running.fake.person()
    room = fake.private(person)
    question = await fake.say(room, person, QUESTION)
    answer = await fake.answer(question)
    await fake.edit(question, "壁仞2024年營收是多少")
    await fake.state.until(lambda: "3.37億元" in answer["text"] or None)
    assert len(fake.said(room)) == 1


async def test_an_edit_that_changes_no_word_changes_nothing(running: Running) -> None:
    fake, person = running.fake, running.fake.person()
    room = fake.private(person)
    question = await fake.say(room, person, QUESTION)
    answer = await fake.answer(question)
    await fake.edit(question, QUESTION)
    await running.settled()
    assert "edit_date" not in answer


@pytest.mark.parametrize(
    "text",
    ["<b>沐曦</b> & <script> 營收 2024", "😀" * 2000, "沐曦" * 2000, "\u202e沐曦\x07", "'; DROP TABLE facts; --", "🙂"],
)
async def test_strange_words_get_a_normal_answer(running: Running, text: str) -> None:
    assert (await running.ask(text, language="en"))["text"]


async def test_too_many_questions_are_slowed_down_politely(running: Running) -> None:
    fake, person = running.fake, running.fake.person(language="en")
    room = fake.private(person)
    for _ in range(8):
        await fake.say(room, person, QUESTION)
    await running.settled()
    said = [message["text"] for message in fake.said(room)]
    assert sum(FIGURE in text for text in said) == 6
    assert any("try again" in text for text in said)

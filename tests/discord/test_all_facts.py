"""Whatever the bot knows and is asked becomes a message that Discord accepts, in every language."""

import json

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Answer, Outcome, Question, Shape
from bot.chat.desk import Spoken
from bot.chat.discord import choices
from bot.chat.discord.replies import render
from bot.chat.languages import LANGUAGES
from bot.replies.catalogue import Catalogue
from bot.replies.compose import compose
from bot.service import Service
from tests.discord.conftest import ROOT
from tests.fakes.discord.messages import check_choices, check_message

ASKED, SUBJECT = "x" * 16, "x" * 11


@pytest.fixture(scope="module")
def answers(engine: Engine) -> list[Answer]:
    """One of every fact, the card of every subject, and what comes of the open questions."""
    knowledge = engine.knowledge
    open_questions = (ROOT / "tests" / "questions" / "open.jsonl").read_text(encoding="utf-8").splitlines()
    facts = [Answer("", Outcome.ANSWER, Shape.SINGLE, (fact,)) for fact in knowledge.facts.values()]
    cards = [engine.about(subject) for subject in knowledge.subjects]
    return [*facts, *cards, *(engine.answer(Question(json.loads(line)["q"])) for line in open_questions)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer(engine: Engine, answers: list[Answer], catalogue: Catalogue, language: str) -> None:
    for answer in answers:
        spoken = Spoken(compose(answer, engine.knowledge, catalogue, language), ASKED, SUBJECT)
        for page in (render(spoken, catalogue), render(spoken, catalogue, embeds=False)):
            shown = [embed.to_dict() for embed in page.embeds]
            components = page.view.to_components() if page.view else []
            check_message({"content": page.content, "embeds": shown, "components": components})
            written = "".join(map(str, (page.content, *shown)))
            assert all(fact.figure.split()[0] in written for fact in answer.facts[:1])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_choice_while_typing(service: Service, language: str) -> None:
    typed = [
        "",
        *(name for subject in service.engine.knowledge.subjects.values() for name in (subject.name.hant, subject.id)),
    ]
    for offer in (choices.anything, choices.facts, choices.subjects, choices.attributes):
        for text in typed:
            check_choices({"choices": [choice.to_dict() for choice in offer(service, text, language)]})

"""The way from a question to a reply that all platforms share; they parse before it and render after it."""

from dataclasses import dataclass

from bot.answering.model import Addressed, Answer, Outcome, Question, Shape
from bot.chat.actions import digest, find
from bot.chat.cooldowns import Cooldowns, Pause
from bot.replies.compose import compose
from bot.replies.model import Reply
from bot.service import Asker, Service

LONGEST_QUESTION = 6000


@dataclass(frozen=True, slots=True)
class Spoken:
    """A reply to show.

    `asked` is the id that feedback names, empty where there is nothing to rate; `subject` is a digest for "more".
    """

    reply: Reply
    asked: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One polite sentence instead of a reply."""

    text: str


class Desk:
    """Takes questions to the service and brings replies in the reader's language."""

    def __init__(self, service: Service, cooldowns: Cooldowns) -> None:
        self.service = service
        self._cooldowns = cooldowns

    def say(self, language: str, key: str, **params: object) -> str:
        """A message of the catalogue."""
        return self.service.catalogue.text(language, key, **params)

    async def ask(self, question: Question, asker: Asker, language: str) -> Spoken | Notice | None:
        """The reply to a question, one sentence when it cannot be asked, or None where silence is due."""
        if question.addressed is Addressed.OVERHEARD:
            return await self._overhear(question, asker, language)
        if not question.text.strip():
            return Notice(self.say(language, "chat.empty"))
        if len(question.text) > LONGEST_QUESTION:
            return Notice(self.say(language, "chat.too-long", limit=LONGEST_QUESTION))
        if pause := await self._pause(asker):
            return self._wait(pause, question, language)
        asked = await self.service.ask(question, asker)
        return self._speak(asked.answer, language, asked.id)

    async def about(self, subject: str, asker: Asker, language: str) -> Spoken | Notice | None:
        """The card of the subject behind a digest."""
        subject_id = find(subject, self.service.engine.knowledge.subjects)
        if subject_id is None:
            return Notice(self.say(language, "chat.gone"))
        if pause := await self._pause(asker):
            return Notice(self.say(language, "chat.wait", seconds=pause.seconds))
        return self._speak(self.service.about(subject_id), language)

    async def fact(self, fact_id: str, asker: Asker, language: str) -> Spoken | Notice:
        """One fact in full, by its id or the digest of it."""
        known = self.service.engine.knowledge.facts
        fact = self.service.fact(find(fact_id, known) or fact_id)
        if fact is None:
            return Notice(self.say(language, "chat.gone"))
        if pause := await self._pause(asker):
            return Notice(self.say(language, "chat.wait", seconds=pause.seconds))
        return self._compose(Answer("", Outcome.ANSWER, Shape.SINGLE, (fact,), score=1.0), language)

    async def _overhear(self, question: Question, asker: Asker, language: str) -> Spoken | None:
        """Uninvited, the bot speaks only with a confident answer, and never about itself, its limits or its pauses."""
        if len(question.text) > LONGEST_QUESTION:
            return None
        asked = await self.service.ask(question, asker)
        if asked.answer.outcome is not Outcome.ANSWER or await self._pause(asker):
            return None
        return self._compose(asked.answer, language, asked.id)

    async def _pause(self, asker: Asker) -> Pause | None:
        return await self._cooldowns.pause(asker.platform, asker.chat, asker.person)

    def _wait(self, pause: Pause, question: Question, language: str) -> Notice | None:
        """Commands are always told to wait, since only the asker sees it; a group hears it once."""
        if pause.told and question.addressed in {Addressed.MENTION, Addressed.REPLY}:
            return None
        return Notice(self.say(language, "chat.wait", seconds=pause.seconds))

    def _speak(self, answer: Answer, language: str, asked: str = "") -> Spoken | None:
        return None if answer.outcome is Outcome.SILENCE else self._compose(answer, language, asked)

    def _compose(self, answer: Answer, language: str, asked: str = "") -> Spoken:
        reply = compose(answer, self.service.engine.knowledge, self.service.catalogue, language)
        subject = answer.facts[0].subject if answer.facts else answer.subject
        return Spoken(reply, asked, digest(subject) if subject else "")

"""The one door: everything a chat platform can ask of the bot."""

import json
import secrets
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol, Unpack

from bot.answering.model import Answer, Question, Suggestion
from bot.knowledge.model import Fact, Knowledge, Subject
from bot.store.values import Asker, ChatSettings, SettingsChanges, StoreUnavailable, Taught, Unanswered

__all__ = [
    "Asked",
    "Asker",
    "Brain",
    "ChatSettings",
    "Service",
    "SettingsChanges",
    "StoreUnavailable",
    "Taught",
    "Unanswered",
    "Words",
]


class Brain(Protocol):
    """What the service needs of an engine: pure answers over one immutable Knowledge."""

    @property
    def knowledge(self) -> Knowledge: ...

    def answer(self, question: Question) -> Answer: ...

    def suggest(self, typed: str, limit: int = 25) -> tuple[Suggestion, ...]: ...


class Words(Protocol):
    """What replies need of the message catalogue."""

    def text(self, language: str, key: str, **params: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer, and a short id (≤ 16 URL-safe characters) that feedback about it names."""

    id: str
    answer: Answer


class Service:
    """Answers from memory, remembers in the background, curates through the store."""

    def __init__(self, engine: Brain, catalogue: Words, curators: frozenset[str] = frozenset()) -> None:
        """`curators` may curate everywhere: `platform:person` each."""
        self.engine = engine
        self.catalogue = catalogue
        self._curators = curators
        self._asked: dict[str, tuple[Question, Asker, Answer]] = {}
        self._feedback: list[tuple[str, Asker, bool, str | None]] = []
        self._settings: dict[tuple[str, str], ChatSettings] = {}
        self._taught: dict[str, str] = {}

    async def ask(self, question: Question, asker: Asker) -> Asked:
        """Answer at once; what was asked is written down behind the reply and never fails it."""
        answer = self.engine.answer(question)
        asked = Asked(secrets.token_urlsafe(9), answer)
        self._asked[asked.id] = (question, asker, answer)
        return asked

    def suggest(self, typed: str, limit: int = 25) -> tuple[Suggestion, ...]:
        """Autocomplete choices, from memory."""
        return self.engine.suggest(typed, limit)

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of this id in the current knowledge."""
        return self.engine.knowledge.facts.get(fact_id)

    def about(self, subject_id: str) -> Answer:
        """The card of a subject, for "more about this"."""
        return self.engine.answer(Question(subject_id))

    def topics(self) -> tuple[tuple[Subject, tuple[Fact, ...]], ...]:
        """Every subject that has facts, with them, in the order of the knowledge."""
        knowledge = self.engine.knowledge
        order = {subject: place for place, subject in enumerate(knowledge.subjects)}
        facts = sorted(knowledge.facts.values(), key=lambda fact: order[fact.subject])
        return tuple(
            (knowledge.subjects[id_], tuple(group)) for id_, group in groupby(facts, lambda fact: fact.subject)
        )

    async def feedback(self, asked_id: str, asker: Asker, helpful: bool, note: str | None = None) -> None:
        """Keep what a person thinks of an answer; their latest word counts."""
        self._feedback.append((asked_id, asker, helpful, note))

    async def chat_settings(self, platform: str, chat: str) -> ChatSettings:
        """The settings of a chat, from memory after the first time; the defaults where nobody chose any."""
        return self._settings.get((platform, chat), ChatSettings())

    async def change_settings(
        self, platform: str, chat: str, by: Asker, **changes: Unpack[SettingsChanges]
    ) -> ChatSettings:
        """Change some settings of a chat; StoreUnavailable when they could not be kept."""
        changed = replace(await self.chat_settings(platform, chat), **changes)
        self._settings[platform, chat] = changed
        return changed

    async def may_curate(self, asker: Asker) -> bool:
        """Whether this person curates everywhere, or in the chat `asker.chat`."""
        if asker.person is None:
            return False
        if f"{asker.platform}:{asker.person}" in self._curators:
            return True
        return (
            asker.chat is not None and asker.person in (await self.chat_settings(asker.platform, asker.chat)).curators
        )

    async def unanswered(self, limit: int = 10) -> tuple[Unanswered, ...]:
        """Questions that got no answer, alike ones together, most asked first."""
        waiting = [
            (asked_id, question.text)
            for asked_id, (question, _, answer) in self._asked.items()
            if answer.outcome == "no_answer" and question.text not in self._taught
        ]
        texts: dict[str, list[str]] = {}
        for asked_id, text in waiting:
            texts.setdefault(text, []).append(asked_id)
        groups = sorted(texts.items(), key=lambda group: -len(group[1]))
        return tuple(Unanswered(ids[0], text, len(ids), (text,)) for text, ids in groups[:limit])

    async def teach(self, question: str, fact_id: str, by: Asker) -> Taught:
        """Let `question` mean this fact, unless that breaks a question that is answered rightly today."""
        if not await self.may_curate(by):
            return Taught(False, "store.refused.not-a-curator")
        if self.fact(fact_id) is None:
            return Taught(False, "store.refused.no-such-fact")
        self._taught[question] = fact_id
        return Taught(True)

    async def export(self, asker: Asker) -> str:
        """Everything stored about this person (or, without a person, this chat), as JSON."""
        own = [q.text for q, by, _ in self._asked.values() if _same(by, asker)]
        return json.dumps({"questions": own}, ensure_ascii=False)

    async def forget(self, asker: Asker) -> int:
        """Delete everything stored about this person (or, without a person, this chat); how many entries went."""
        own = [asked_id for asked_id, (_, by, _) in self._asked.items() if _same(by, asker)]
        for asked_id in own:
            del self._asked[asked_id]
        return len(own)

    async def close(self) -> None:
        """Write down what still waits, then let go of the database."""


def _same(one: Asker, other: Asker) -> bool:
    if other.person is not None:
        return (one.platform, one.person) == (other.platform, other.person)
    return (one.platform, one.chat) == (other.platform, other.chat)

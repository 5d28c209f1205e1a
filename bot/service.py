"""The one door: everything a chat platform can ask of the bot."""

import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Unpack

from bot.answering.model import Answer, Outcome, Question, Suggestion
from bot.knowledge.model import Fact, Subject
from bot.knowledge.records import FactRecord
from bot.replies.catalogue import Catalogue
from bot.store.conflicts import Conflict, conflicts
from bot.store.curation import Curation
from bot.store.library import Brain
from bot.store.privacy import signature
from bot.store.seeding import Disagreement, disagreements
from bot.store.store import Store
from bot.store.values import (
    Asker,
    ChatSettings,
    FactChanges,
    Reason,
    SettingsChanges,
    StoreUnavailable,
    Taught,
    Unanswered,
)
from bot.store.waiting import unanswered
from bot.text.fold import visible

__all__ = [
    "Asked",
    "Asker",
    "Brain",
    "ChatSettings",
    "Conflict",
    "Disagreement",
    "FactChanges",
    "Health",
    "Reason",
    "Service",
    "SettingsChanges",
    "StoreUnavailable",
    "Taught",
    "Unanswered",
]

LONGEST_KEPT = 1000
"""Characters of a question or a note that are written down."""

NOT_A_CURATOR = Taught(False, Reason.NOT_A_CURATOR)


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer, and a short id (≤ 16 URL-safe characters) that feedback about it names."""

    id: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Health:
    """How the service is: what it answers from, what is wrong with newer facts, and how the question log keeps up."""

    facts: int
    version: int
    faults: tuple[str, ...]
    waiting: int
    dropped: int


class Service:
    """Answers from memory, remembers in the background, curates through the store."""

    def __init__(
        self,
        store: Store,
        curation: Curation,
        catalogue: Catalogue,
        curators: frozenset[str] = frozenset(),
        curating_chats: frozenset[str] = frozenset(),
    ) -> None:
        """`curators` may curate everywhere: `platform:person` each.

        Where `curating_chats` (`platform:chat` each) are named, only their managers' curators may as well; else every chat's.
        """
        self.store = store
        self.catalogue = catalogue
        self._curation = curation
        self._curators = curators
        self._curating_chats = curating_chats

    @property
    def engine(self) -> Brain:
        """The engine in use; replaced whole when the facts change."""
        return self.store.library.brain

    async def ask(self, question: Question, asker: Asker) -> Asked:
        """Answer at once; what was asked is written down behind the reply and never fails it."""
        started = time.perf_counter_ns()
        answer = self.engine.answer(question)
        micros = (time.perf_counter_ns() - started) // 1000
        asked = Asked(secrets.token_urlsafe(9), answer)
        # A message that was not meant for the bot and got no reply is nobody's business.
        if answer.outcome is not Outcome.SILENCE:
            self._note(asked, question, asker, micros)
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
        grouped = groupby(facts, lambda fact: fact.subject)
        return tuple((knowledge.subjects[subject], tuple(group)) for subject, group in grouped)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Where articles contradict each other."""
        return conflicts(self.engine.knowledge)

    def disagreements(self) -> tuple[Disagreement, ...]:
        """Where what was curated in chat contradicts the fact files."""
        return disagreements(self.store.library.shelf)

    async def feedback(self, asked_id: str, asker: Asker, helpful: bool, note: str | None = None) -> None:
        """Keep what a person thinks of an answer; their latest word counts."""
        self.store.journal.feedback(
            {
                "question": asked_id[:16],
                "person": self.store.pseudonyms.person(asker) or "",
                "chat": self.store.pseudonyms.chat(asker),
                "at": datetime.now(UTC),
                "platform": asker.platform,
                "helpful": helpful,
                "note": _kept(note) if note else None,
            }
        )

    async def chat_settings(self, platform: str, chat: str) -> ChatSettings:
        """The settings of a chat, from memory after the first time; the defaults where nobody chose any."""
        return await self.store.chats.of(platform, chat)

    async def change_settings(
        self, platform: str, chat: str, by: Asker, **changes: Unpack[SettingsChanges]
    ) -> ChatSettings:
        """Change some settings of a chat; StoreUnavailable when they could not be kept."""
        return await self.store.chats.change(platform, chat, signature(by), **changes)

    async def move_chat(self, platform: str, old: str, new: str, by: Asker) -> ChatSettings:
        """Give a chat the settings it had under its old id (a group that became a supergroup)."""
        return await self.store.chats.move(platform, old, new, signature(by))

    async def may_curate(self, asker: Asker) -> bool:
        """Whether this person curates everywhere, or in the chat `asker.chat`."""
        if asker.person is None:
            return False
        if f"{asker.platform}:{asker.person}" in self._curators:
            return True
        if asker.chat is None or (
            self._curating_chats and f"{asker.platform}:{asker.chat}" not in self._curating_chats
        ):
            return False
        return asker.person in (await self.chat_settings(asker.platform, asker.chat)).curators

    async def unanswered(self, limit: int = 10) -> tuple[Unanswered, ...]:
        """Questions that got no answer, alike ones together, most asked first. StoreUnavailable without a database."""
        return await unanswered(self.store.database, self.engine, limit)

    async def teach(self, question: str, fact_id: str, by: Asker) -> Taught:
        """Let `question` mean this fact, unless that breaks a question that is answered rightly today."""
        if not await self.may_curate(by):
            return NOT_A_CURATOR
        return await self._curation.teach(question, fact_id, signature(by))

    async def name(self, kind: str, key: str, alias: str, by: Asker) -> Taught:
        """Give a subject or an attribute (`kind` says which) one more name that people type."""
        if not await self.may_curate(by):
            return NOT_A_CURATOR
        return await self._curation.name(kind, key, alias, signature(by))

    async def add(self, fact: FactRecord, by: Asker, why: str) -> Taught:
        """Add a fact with its quote; verified like the fact files."""
        if not await self.may_curate(by):
            return NOT_A_CURATOR
        return await self._curation.add(fact, signature(by), why)

    async def correct(self, fact_id: str, changes: FactChanges, by: Asker, why: str) -> Taught:
        """Change fields of a fact; verified like the fact files."""
        if not await self.may_curate(by):
            return NOT_A_CURATOR
        return await self._curation.correct(fact_id, changes, signature(by), why)

    async def withdraw(self, fact_id: str, by: Asker, why: str) -> Taught:
        """Take a fact away; its history stays."""
        if not await self.may_curate(by):
            return NOT_A_CURATOR
        return await self._curation.withdraw(fact_id, signature(by), why)

    async def export(self, asker: Asker) -> str:
        """Everything stored about this person (or, without a person, from this chat), as JSON."""
        await self.store.journal.flush()
        return await self.store.privacy.export(asker)

    async def forget(self, asker: Asker) -> int:
        """Delete everything stored about this person (or, without a person, from this chat); how many entries went."""
        await self.store.journal.flush()
        return await self.store.privacy.forget(asker)

    def health(self) -> Health:
        """Tell how the service is."""
        library, journal = self.store.library, self.store.journal
        return Health(
            len(self.engine.knowledge.facts),
            library.shelf.version,
            tuple(map(str, library.faults)),
            journal.waiting,
            journal.dropped,
        )

    async def close(self) -> None:
        """Write down what still waits, then let go of the database."""
        await self.store.close()

    def _note(self, asked: Asked, question: Question, asker: Asker, micros: int) -> None:
        self.store.journal.question(
            {
                "id": asked.id,
                "at": datetime.now(UTC),
                "platform": asker.platform,
                "chat": self.store.pseudonyms.chat(asker),
                "person": self.store.pseudonyms.person(asker),
                "addressed": question.addressed.value,
                "text": _kept(question.text),
                "outcome": asked.answer.outcome.value,
                "facts": [fact.id for fact in asked.answer.facts],
                "score": asked.answer.score,
                "micros": micros,
            }
        )


def _kept(text: str) -> str:
    """What is written down of a text: nothing that a database would refuse, and not without end."""
    return visible(text[:LONGEST_KEPT])

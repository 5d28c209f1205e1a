"""Changes that people make in chat: each checked, each kept with who and why, or refused with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from bot.answering.model import Outcome, Question
from bot.knowledge.model import Fact, Subject
from bot.knowledge.records import BrokenFacts, FactRecord, Place
from bot.store import guards
from bot.store.guards import Guard
from bot.store.ledger import Note
from bot.store.library import Brain, Change, Check, Library
from bot.store.shelf import Body, Entry, Name, Shelf, encode
from bot.store.values import FactChanges, Reason, Taught
from bot.text.fold import LONGEST, squeeze, visible
from bot.text.periods import periods

CURATED = Place("curated in chat")


class Refused(Exception):
    """A change that is not made; `broken` says what it would break."""

    def __init__(self, reason: Reason, broken: Sequence[str] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.broken = tuple(broken)


class Curation:
    """Changes the facts through the library, guarded by questions that must stay answered rightly."""

    def __init__(self, library: Library, guarding: Sequence[Guard]) -> None:
        self._library = library
        self._guarding = tuple(guarding)

    async def teach(self, question: str, fact_id: str, who: str) -> Taught:
        """Let a question mean this fact. One that asks for another subject or another time is refused."""
        phrase = " ".join(visible(question).split())

        def make(shelf: Shelf) -> list[Entry]:
            _check_phrase(phrase, fact_id, shelf)
            return [_with_word(shelf, Name("fact", fact_id), "phrases", phrase)]

        def check(now: Brain, then: Brain) -> None:
            _check_sense(phrase, now.knowledge.facts[fact_id], now)
            self._check_guards(now, then)
            answer = then.answer(Question(phrase))
            if answer.outcome is not Outcome.ANSWER or answer.facts[0].id != fact_id:
                raise Refused(Reason.NO_EFFECT)

        return await self._change(make, Note(who, "teach", phrase), check)

    async def name(self, kind: str, key: str, alias: str, who: str) -> Taught:
        """Give a subject or an attribute (`kind`) one more name that people type."""
        word = " ".join(visible(alias).split())

        def make(shelf: Shelf) -> list[Entry]:
            _check_length(word)
            return [_with_word(shelf, Name(kind, key), "aliases", word)]

        return await self._change(make, Note(who, "name", word), self._check_guards)

    async def add(self, fact: FactRecord, who: str, why: str) -> Taught:
        """Add a fact with its quote."""
        record = fact if fact.id else replace(fact, id=_id_of(fact))
        name = Name("fact", record.id or "")

        def make(shelf: Shelf) -> list[Entry]:
            old = shelf.entries.get(name)
            if old is not None and old.body is not None:
                raise Refused(Reason.ALREADY_THERE)
            position = max((entry.position for entry in shelf.entries.values()), default=0) + 1
            entry = old or Entry(name, position, CURATED, None)
            return [replace(entry, body=encode(record))]

        return await self._change(make, Note(who, "add", why), self._check_guards)

    async def correct(self, fact_id: str, changes: FactChanges, who: str, why: str) -> Taught:
        """Change fields of a fact. Questions that name the old figure are no reason to keep it."""

        def make(shelf: Shelf) -> list[Entry]:
            entry, body = _present(shelf, Name("fact", fact_id))
            fields = {**body, **changes}
            return [replace(entry, body={field: value for field, value in fields.items() if value is not None})]

        return await self._change(make, Note(who, "correct", why))

    async def withdraw(self, fact_id: str, who: str, why: str) -> Taught:
        """Take a fact away; its history stays."""

        def make(shelf: Shelf) -> list[Entry]:
            entry, _ = _present(shelf, Name("fact", fact_id))
            return [replace(entry, body=None)]

        return await self._change(make, Note(who, "withdraw", why))

    async def restore(self, name: Name, body: Body | None, who: str, why: str) -> Taught:
        """Make a record what it was at an earlier revision."""

        def make(shelf: Shelf) -> list[Entry]:
            if name not in shelf.entries:
                raise Refused(Reason.NO_SUCH_RECORD)
            return [replace(shelf.entries[name], body=body)]

        return await self._change(make, Note(who, "revert", why))

    async def _change(self, make: Change, note: Note, check: Check | None = None) -> Taught:
        try:
            await self._library.change(make, note, check=check)
        except Refused as refused:
            return Taught(False, refused.reason, refused.broken)
        except BrokenFacts as broken:
            return Taught(False, Reason.BROKEN_FACTS, tuple(fault.reason for fault in broken.faults))
        return Taught(True)

    def _check_guards(self, now: Brain, then: Brain) -> None:
        broken = guards.broken((*self._guarding, *guards.taught(now.knowledge)), now, then)
        if broken:
            raise Refused(Reason.BREAKS, broken)


def _check_phrase(phrase: str, fact_id: str, shelf: Shelf) -> None:
    _check_length(phrase)
    folded = squeeze(phrase)
    for name, entry in shelf.entries.items():
        phrases = entry.body.get("phrases", []) if entry.body is not None and name != ("fact", fact_id) else []
        if folded in map(squeeze, phrases):
            raise Refused(Reason.MEANS_ANOTHER, [name.key])


def _check_sense(phrase: str, fact: Fact, now: Brain) -> None:
    """A taught question is answered without a further look, so what it says must not contradict the fact."""
    around = fact.quote.text + (fact.context.text if fact.context else "")
    asked = _years(phrase)
    if asked and not asked & (_years(fact.period or "") or _years(around)):
        raise Refused(Reason.OTHER_PERIOD, sorted(asked))
    understood = now.answer(Question(phrase)).subject
    subjects = now.knowledge.subjects
    if understood is not None and understood not in _kin(fact.subject, subjects):
        raise Refused(Reason.OTHER_SUBJECT, [subjects[understood].name.hant])


def _years(text: str) -> set[str]:
    return {str(period.year) for period in periods(squeeze(text)) if period.year is not None}


def _kin(subject: str, subjects: Mapping[str, Subject]) -> set[str]:
    """The subject, what it belongs to, and what belongs to it: a chip's figure may be asked of its maker."""
    maker = subjects[subject].of
    return {subject, *(one.id for one in subjects.values() if one.of == subject or one.id == maker)}


def _check_length(words: str) -> None:
    if not squeeze(words):
        raise Refused(Reason.EMPTY)
    if len(words) > LONGEST:
        raise Refused(Reason.TOO_LONG)


def _present(shelf: Shelf, name: Name) -> tuple[Entry, Body]:
    entry = shelf.entries.get(name)
    if entry is None or entry.body is None:
        raise Refused(Reason.NO_SUCH_FACT if name.kind == "fact" else Reason.NO_SUCH_RECORD)
    return entry, entry.body


def _with_word(shelf: Shelf, name: Name, field: str, word: str) -> Entry:
    entry, body = _present(shelf, name)
    known = body.get(field, [])
    return entry if word in known else replace(entry, body={**body, field: [*known, word]})


def _id_of(fact: FactRecord) -> str:
    told = sha256("\0".join((fact.article, fact.figure, fact.period or "", fact.quote)).encode()).hexdigest()[:8]
    return f"{fact.subject}.{fact.attribute}"[:51] + f".{told}"

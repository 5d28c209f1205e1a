"""The engine: question in, answer out. Pure; all it knows is one immutable Knowledge."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answering import cards, lookup, narrowing
from bot.answering.comparing import about_one_of, comparison
from bot.answering.model import Addressed, Answer, Outcome, Question, Shape, Suggestion
from bot.answering.overheard import speaks_up
from bot.answering.strangers import known
from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching import index as indexing
from bot.matching.asks import Ask
from bot.matching.index import Index
from bot.matching.match import Match
from bot.matching.reader import Reader
from bot.matching.reading import Reading
from bot.matching.scoring import Scorer
from bot.text.fold import squeeze

if TYPE_CHECKING:
    from bot.answering.suggestions import Names
    from bot.matching.examples import Examples


@dataclass(frozen=True, eq=False, repr=False)
class Engine:
    """Answers questions from `knowledge`. `index` may be handed in when it was made before.

    `kept_examples` brings the examples when they are first needed, where they were made before as well.
    """

    knowledge: Knowledge
    index: Index = None  # type: ignore[assignment]  # made below when not handed in
    kept_examples: "Callable[[], Examples] | None" = None

    def __post_init__(self) -> None:
        if self.index is None:
            object.__setattr__(self, "index", indexing.build(self.knowledge))

    @cached_property
    def reader(self) -> Reader:
        """Reads messages."""
        return indexing.reader(self.knowledge, self.index)

    @cached_property
    def scorer(self) -> Scorer:
        """Scores facts against a reading."""
        return indexing.scorer(self.knowledge, self.index)

    @cached_property
    def _phrases(self) -> dict[str, Fact]:
        return {squeeze(phrase): fact for fact in self.knowledge.facts.values() for phrase in fact.phrases}

    @cached_property
    def examples(self) -> "Examples":
        """Questions whose answers are known."""
        from bot.matching.centroids import build  # noqa: PLC0415 - a question that is beyond doubt needs none

        return self.kept_examples() if self.kept_examples else build(self.knowledge, self.index.lexicon)

    def prepare(self) -> None:
        """Makes what only some questions need (tables of sounds and slips), so that none of them has to wait for it."""
        self.answer(Question("?"))
        self.reader.prepare()
        _ = self.examples

    def answer(self, question: Question) -> Answer:
        """The answer to `question`; silence only for overheard messages. Never raises, whatever the text."""
        reading = self.reader.read(question.text)
        answer = self._decide(question.text, reading)
        if question.addressed is Addressed.OVERHEARD and not speaks_up(
            answer, reading, self.knowledge, question.strictness
        ):
            return Answer(question.text, Outcome.SILENCE)
        return answer

    def _decide(self, text: str, reading: Reading) -> Answer:
        if text in self.knowledge.subjects and (card := self.about(text)).facts:
            return card
        if fact := self.knowledge.facts.get(text) or self._phrases.get(reading.folded.replace(" ", "")):
            return Answer(text, Outcome.ANSWER, Shape.SINGLE, (fact,), score=1.0, subject=fact.subject)
        if not reading.asks & {Ask.COMPARE, Ask.LIST}:
            reading = narrowing.one_of_group(narrowing.narrowed(reading, self.knowledge), self.knowledge)
        if reading.remarks:
            return self._nothing(text, reading, self.scorer.matches(reading))
        return self._products(text, reading) or self._card(text, reading) or self._matched(text, reading)

    def _matched(self, text: str, reading: Reading) -> Answer:
        """What the facts tell that match the question, or that none does."""
        matches = self.scorer.matches(reading)
        return (
            comparison(text, reading, matches, self.scorer)
            or self._lookup(text, reading, matches)
            or self._correction(text, reading, matches)
            or self._likely(text, reading)
            or self._nothing(text, reading, matches)
        )

    def _lookup(self, text: str, reading: Reading, matches: list[Match]) -> Answer | None:
        found = lookup.accepted(matches) if reading.tells else []
        found = known(found, reading, self.scorer)
        doubted = bool(found) and not lookup.beyond_doubt(found[0], reading, self.knowledge)
        if found and (doubted or not lookup.unrivalled(found, reading)):
            from bot.answering.settling import preferred, settled  # noqa: PLC0415 - as above

            likeness = self.examples.likeness(reading)
            found = settled(found, reading, likeness, self.scorer) if doubted else preferred(found, reading, likeness)
        chosen = lookup.holders(matches, reading, self.scorer) or lookup.chosen(found, reading, self.knowledge)
        if not chosen:
            return None
        best = chosen[0]
        if about_one_of(best, reading, self.scorer):
            return None
        chosen = lookup.by_name(best, reading, self.scorer) or chosen
        given = reading.checks and best.figure >= 1.0
        return self._found(text, chosen, best, Shape.CONFIRMATION if given else Shape.SINGLE)

    def _likely(self, text: str, reading: Reading) -> Answer | None:
        """What people mean who ask so, when the words themselves do not tell."""
        from bot.answering.likely import likely  # noqa: PLC0415 - as above

        match = likely(reading, self.examples.likeness(reading), self.scorer) if reading.tells else None
        if match is None or about_one_of(match, reading, self.scorer):
            return None
        return self._found(text, lookup.by_name(match, reading, self.scorer) or [match], match, Shape.SINGLE)

    def _found(self, text: str, chosen: Sequence[Match], best: Match, one: Shape) -> Answer:
        return Answer(
            text, Outcome.ANSWER, one if len(chosen) == 1 else Shape.LIST, tuple(match.fact for match in chosen),
            score=round(best.coverage, 3), subject=best.fact.subject, attribute=best.fact.attribute,
        )  # fmt: skip

    def _products(self, text: str, reading: Reading) -> Answer | None:
        """For a list of nothing but what a subject has: what it makes."""
        facts = cards.products(reading, self.scorer)
        return Answer(text, Outcome.ANSWER, Shape.LIST, facts, score=0.9) if facts else None

    def _card(self, text: str, reading: Reading) -> Answer | None:
        if named := cards.bare_name(reading, self.scorer):
            return Answer(text, Outcome.ANSWER, Shape.CARD, named, score=1.0)
        subject = cards.alone(reading, self.scorer)
        if subject is None:
            return None
        facts = cards.card(subject, self.knowledge, self.scorer)
        if Ask.DEFINE in reading.asks:
            facts = tuple(sorted(facts, key=lambda fact: fact.subject != subject))
        return Answer(text, Outcome.ANSWER, Shape.CARD, facts, score=1.0, subject=subject)

    def _correction(self, text: str, reading: Reading, matches: list[Match]) -> Answer | None:
        from bot.answering.corrections import correction  # noqa: PLC0415 - few questions are mistaken
        from bot.answering.ownership import true_owner  # noqa: PLC0415 - as above

        match = correction(matches, reading, self.knowledge, self.scorer)
        if not match and reading.checks:
            if fact := true_owner(reading, self.knowledge, self.scorer):
                return Answer(text, Outcome.ANSWER, Shape.CORRECTION, (fact,), score=0.7, subject=fact.subject)
            match = self._claimed(reading) if not reading.choice else None
        if not match:
            return None
        # Hedged, a list may leave out whom the question names, and a place be one of several: they deny nothing.
        partial = match.fact.hedge and self.knowledge.attributes[match.fact.attribute].kind in (Kind.LIST, Kind.PLACE)
        shape = Shape.SINGLE if partial else Shape.CORRECTION
        score = round(match.coverage, 3)
        return Answer(text, Outcome.ANSWER, shape, (match.fact,), score=score, subject=match.fact.subject)

    def _claimed(self, reading: Reading) -> Match | None:
        """The fact of which another value is claimed, as known questions tell."""
        from bot.answering.likely import corrected  # noqa: PLC0415 - a question that is beyond doubt needs none

        return corrected(reading, self.examples.likeness(reading), self.scorer)

    def _nothing(self, text: str, reading: Reading, matches: list[Match]) -> Answer:
        from bot.answering.unanswered import unanswered  # noqa: PLC0415 - most questions are answered

        return unanswered(text, reading, matches, self.scorer, self.reader.slips)

    def suggest(self, typed: str, limit: int = 25) -> tuple[Suggestion, ...]:
        """Autocomplete choices for what was typed so far, in any script or pinyin."""
        from bot.answering.suggestions import suggest  # noqa: PLC0415 - no answer needs it

        return suggest(typed, self._choices, limit)

    @cached_property
    def _choices(self) -> "Names":
        from bot.answering.suggestions import names  # noqa: PLC0415 - as above

        return names(self.knowledge)

    def about(self, subject: str) -> Answer:
        """The card of a subject."""
        facts = cards.card(subject, self.knowledge, self.scorer)
        outcome = Outcome.ANSWER if facts else Outcome.NO_ANSWER
        return Answer(
            subject,
            outcome,
            Shape.CARD if facts else Shape.NOTHING,
            facts,
            score=1.0 if facts else 0.0,
            subject=subject,
        )

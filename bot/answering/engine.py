"""The engine: question in, answer out. Pure; all it knows is one immutable Knowledge."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answering import cards, comparisons, lookup, narrowing
from bot.answering.model import Addressed, Answer, Outcome, Question, Shape, Suggestion
from bot.answering.overheard import speaks_up
from bot.knowledge.model import Fact, Knowledge
from bot.matching import index as indexing
from bot.matching.asks import NARROW, Ask
from bot.matching.evoking import NAMED
from bot.matching.index import Index
from bot.matching.match import CORE, Match
from bot.matching.reader import Reader
from bot.matching.reading import Reading, Role
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
            self._comparison(text, reading, matches)
            or self._lookup(text, reading, matches)
            or self._correction(text, reading, matches)
            or self._likely(text, reading)
            or self._nothing(text, reading, matches)
        )

    def _comparison(self, text: str, reading: Reading, matches: list[Match]) -> Answer | None:
        subjects = comparisons.compared_subjects(reading, self.scorer)
        asked = bool(reading.asks & {Ask.COMPARE, Ask.LIST})
        found: list[Match] | None = None
        if self._picks(reading, matches):
            return None
        if len(subjects) >= 2 and (Ask.COMPARE in reading.asks or not self._joint(reading, matches)):
            found = comparisons.compare_all(subjects, reading, self.scorer)
            if (
                not found
                and reading.asks & {Ask.WHAT, Ask.WHO}
                and (one := comparisons.picked(subjects, reading, self.scorer))
            ):
                return Answer(text, Outcome.ANSWER, Shape.SINGLE, (one[0].fact,), score=round(one[0].coverage, 3))
            from bot.answering.ownership import makers_of  # noqa: PLC0415 - few questions name several

            if not found and asked and (makers := makers_of(subjects, reading, self.knowledge)):
                return self._compared(text, makers, 0.7)
            if not found and (asked or reading.each) and not self._narrow(subjects, reading):
                facts = comparisons.by_default(subjects, self.scorer)
                return self._compared(text, facts, 0.7) if facts and not self._beyond(facts, reading) else None
        elif len(reading.periods) >= 2 and not any(period.relative for period in reading.periods):
            found = comparisons.compare_periods(reading, self.scorer)
        else:
            found = comparisons.compare_names(reading, self.scorer) or comparisons.compare_attributes(
                reading, self.scorer
            )
        return self._compared(text, tuple(match.fact for match in found), found[0].coverage) if found else None

    def _picks(self, reading: Reading, matches: list[Match]) -> bool:
        """Whether one of two alternatives explains all of the question and the other does not (面向AI的是廬山還是華山)."""
        own = [match for match in matches if match.own and match.kind >= 0]
        if not reading.choice or not own or Ask.COMPARE in reading.asks:
            return False
        other = next((match for match in own if match.fact.subject != own[0].fact.subject), None)
        picked = not own[0].unexplained and own[0].attribute >= NAMED and lookup.acceptable(own[0])
        return picked and other is not None and bool(other.unexplained)

    def _joint(self, reading: Reading, matches: list[Match]) -> bool:
        """Whether one acceptable fact is about all the named subjects at once (浦東創投 and 沐曦)."""
        return any(
            lookup.acceptable(match)
            and match.attribute >= 0.4
            and not match.unexplained
            and self._about_all(match, reading)
            for match in matches[:8]
        )

    def _about_all(self, match: Match, reading: Reading) -> bool:
        core = self.index.profiles[match.fact.id].core
        return all(max(core.get(term, 0.0) for term in mention.terms) >= CORE for mention in reading.subjects)

    def _narrow(self, subjects: Sequence[str], reading: Reading) -> bool:
        """Whether one value is asked for, and no comparison at large; who makes products is told by their names."""
        named = all(self.knowledge.subjects[one].of for one in subjects)
        return bool(reading.asks & (NARROW - {Ask.WHO} if named else NARROW))

    def _about_one_of(self, match: Match, reading: Reading) -> bool:
        """Whether several subjects are to be compared, of which the fact is about one: that is no comparison."""
        return Ask.COMPARE in reading.asks and len(reading.subjects) > 1 and not self._about_all(match, reading)

    def _beyond(self, facts: Sequence[Fact], reading: Reading) -> bool:
        """Whether the question names more than subjects to compare, what these facts tell, and words for what may be told at large."""
        told = comparisons.told_at_large(self.knowledge).union(*(self.index.profiles[one.id].figure for one in facts))
        rest = [
            m for m in reading.content
            if m.role not in (Role.SUBJECT, Role.PERIOD) and not m.soft and not m.terms & told
        ]  # fmt: skip
        return sum(mention.weight for mention in rest) >= 0.5

    def _compared(self, text: str, facts: tuple[Fact, ...], score: float) -> Answer:
        sums = comparisons.calculations(facts, self.knowledge)
        return Answer(text, Outcome.ANSWER, Shape.COMPARISON, facts, score=round(score, 3), calculations=sums)

    def _lookup(self, text: str, reading: Reading, matches: list[Match]) -> Answer | None:
        found = lookup.accepted(matches) if reading.tells else []
        doubted = bool(found) and not lookup.beyond_doubt(found[0], reading, self.knowledge)
        if found and (doubted or (len(found) > 1 and not lookup.plain(found[0], reading))):
            from bot.answering.likely import preferred, settled  # noqa: PLC0415 - as above

            likeness = self.examples.likeness(reading)
            found = settled(found, reading, likeness, self.scorer) if doubted else preferred(found, reading, likeness)
        chosen = lookup.holders(matches, reading, self.scorer) or lookup.chosen(found, reading, self.knowledge)
        if not chosen:
            return None
        best = chosen[0]
        if self._about_one_of(best, reading):
            return None
        chosen = self._by_name(best, reading) or chosen
        given = reading.checks and best.figure >= 1.0
        return self._found(text, chosen, best, Shape.CONFIRMATION if given else Shape.SINGLE)

    def _likely(self, text: str, reading: Reading) -> Answer | None:
        """What people mean who ask so, when the words themselves do not tell."""
        from bot.answering.likely import likely  # noqa: PLC0415 - as above

        match = likely(reading, self.examples.likeness(reading), self.scorer) if reading.tells else None
        if match is None or self._about_one_of(match, reading):
            return None
        return self._found(text, self._by_name(match, reading) or [match], match, Shape.SINGLE)

    def _found(self, text: str, chosen: Sequence[Match], best: Match, one: Shape) -> Answer:
        return Answer(
            text, Outcome.ANSWER, one if len(chosen) == 1 else Shape.LIST, tuple(match.fact for match in chosen),
            score=round(best.coverage, 3), subject=best.fact.subject, attribute=best.fact.attribute,
        )  # fmt: skip

    def _by_name(self, best: Match, reading: Reading) -> list[Match]:
        """For a question that seeks the subject itself (誰, 哪款): the fact of the same sentence whose figure is its name, first."""
        told = best.own or (best.subject >= CORE and best.figure < 1.0)
        if told or not reading.asks & {Ask.WHO, Ask.WHAT, Ask.MODEL} or Ask.LIST in reading.asks:
            return []
        owner = self.knowledge.subjects[best.fact.subject].of
        naming = [
            fact for fact in self.knowledge.facts.values()
            if fact.quote == best.fact.quote and fact.subject != best.fact.subject and fact.period == best.fact.period
            and self._names(fact) in ({best.fact.subject}, {best.fact.subject, owner})
        ]  # fmt: skip
        return [self.scorer.match(naming[0], reading), best] if naming else []

    def _names(self, fact: Fact) -> set[str] | None:
        """The subjects that the fact's figure names, if it does nothing else."""
        figure = self.index.profiles[fact.id].figure
        only = all(term[:2] in ("s:", "f:", "k:") for term in figure)
        return {term[2:] for term in figure if term.startswith("s:")} if only else None

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
        return Answer(
            text, Outcome.ANSWER, Shape.CORRECTION, (match.fact,), score=round(match.coverage, 3), subject=match.fact.subject
        ) if match else None  # fmt: skip

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

"""Questions that a change must not break: the open question set, and whatever was taught before."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answering.model import Answer, Outcome, Question
from bot.knowledge.model import Knowledge
from bot.store.library import Brain
from bot.text.fold import squeeze

TOGETHER = {"list", "compare", "entity"}
"""Kinds of questions whose facts are judged together, not by the first one."""


@dataclass(frozen=True, slots=True)
class Guard:
    """A question, and whether an answer to it is right."""

    question: str
    right: Callable[[Answer, Knowledge], bool]

    def holds(self, brain: Brain) -> bool:
        """Whether this engine answers the question rightly."""
        return self.right(brain.answer(Question(self.question)), brain.knowledge)


def load(file: Path) -> tuple[Guard, ...]:
    """The guards of a question set: one JSON object a line, with `q`, `kind`, `expect`, `must` and `must_not`."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(Guard(asked["q"], _Expected.of(asked)) for asked in map(json.loads, filter(str.strip, lines)))


def taught(knowledge: Knowledge) -> tuple[Guard, ...]:
    """A guard for each phrase that was taught to mean a fact."""
    return tuple(Guard(phrase, _Means(fact.id)) for fact in knowledge.facts.values() for phrase in fact.phrases)


def broken(guards: Iterable[Guard], now: Brain, then: Brain) -> tuple[str, ...]:
    """The questions that `now` answers rightly and `then` would not."""
    return tuple(guard.question for guard in guards if not guard.holds(then) and guard.holds(now))


@dataclass(frozen=True, slots=True)
class _Means:
    """The first fact is the one that was taught."""

    fact: str

    def __call__(self, answer: Answer, knowledge: Knowledge) -> bool:  # noqa: ARG002 - all judges are called alike
        return answer.outcome is Outcome.ANSWER and answer.facts[0].id == self.fact


@dataclass(frozen=True, slots=True)
class _Expected:
    """No answer; or facts that hold one word of each group of `must`, and no figure with a word of `must_not`."""

    answer: bool
    together: bool
    must: tuple[tuple[str, ...], ...]
    must_not: tuple[str, ...]

    @staticmethod
    def of(asked: Mapping[str, Any]) -> "_Expected":
        must, must_not = asked.get("must", []), asked.get("must_not", [])
        return _Expected(
            asked["expect"] == "answer",
            asked["kind"] in TOGETHER or bool(asked.get("need_all")),
            tuple(tuple(map(squeeze, group)) for group in must),
            tuple(map(squeeze, must_not)),
        )

    def __call__(self, answer: Answer, knowledge: Knowledge) -> bool:
        answered = answer.outcome is Outcome.ANSWER and bool(answer.facts)
        if not self.answer or not answered:
            return answered == self.answer
        facts = answer.facts if self.together else answer.facts[:1]
        figures = _joined([fact.figure for fact in facts])
        whole = _joined([f"{knowledge.subjects[f.subject].name.hant}{f.figure}{f.quote.text}" for f in facts])
        return not any(word in figures for word in self.must_not) and all(
            any(word in whole for word in group) for group in self.must
        )


def _joined(texts: Sequence[str]) -> str:
    return squeeze("\n".join(texts))

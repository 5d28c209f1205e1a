"""A small sealed article with a few facts, as fact files, and an engine that is simple enough to foresee."""

from dataclasses import dataclass
from pathlib import Path

from bot.answering.model import Addressed, Answer, Outcome, Question, Shape, Suggestion
from bot.knowledge.model import Fact, Knowledge
from bot.knowledge.records import Records
from bot.knowledge.seal import seal
from bot.knowledge.verify import verify
from bot.text.fold import squeeze

REVENUE = "沐曦2024年營業收入為7.43億元。"
STAFF = "沐曦有員工800人。"
CORRECTED = "沐曦2024年營業收入後更正為7.44億元。"

SUBJECTS = """\
metax: {type: company, name: [沐曦股份, 沐曦股份, MetaX], aliases: [沐曦, MetaX]}
biren: {type: company, name: [壁仞科技, 壁仞科技, Biren], aliases: [壁仞]}
"""
ATTRIBUTES = """\
revenue: {kind: money, name: [營業收入, 营业收入, revenue], aliases: [營收, 收入, revenue]}
staff: {kind: count, name: [員工, 员工, staff], aliases: [員工, staff]}
"""
QUOTES = f"""\
- quote: {REVENUE}
  facts:
  - {{subject: metax, attribute: revenue, period: 2024年, figure: 7.43億元}}
- quote: {STAFF}
  facts:
  - {{subject: metax, attribute: staff, figure: 800人}}
"""


def write_files(folder: Path, *, subjects: str = SUBJECTS, quotes: str = QUOTES, article: str = "one") -> Path:
    """The fact files in `folder`; call again to change them."""
    sealed = seal(f"{REVENUE}\n{STAFF}\n{CORRECTED}")
    lines = "\n".join("- - " + "\n  - ".join(digests) for digests in sealed)
    _write(folder / "articles" / f"{article}.yaml", f"publisher: 張通社\nseal:\n{lines}\n")
    _write(folder / "quotes" / f"{article}.yaml", quotes)
    _write(folder / "subjects.yaml", subjects)
    _write(folder / "attributes.yaml", ATTRIBUTES)
    _write(folder / "words.yaml", "- {words: [營收, 業績]}\n")
    return folder


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class SmallEngine:
    """Answers what was taught, and every question that names a subject and an attribute by an alias."""

    knowledge: Knowledge

    def answer(self, question: Question) -> Answer:
        asked = squeeze(question.text)
        facts = tuple(fact for fact in self.knowledge.facts.values() if self._means(asked, fact))
        if facts:
            return Answer(question.text, Outcome.ANSWER, Shape.SINGLE, facts, score=1.0)
        overheard = question.addressed is Addressed.OVERHEARD
        return Answer(question.text, Outcome.SILENCE if overheard else Outcome.NO_ANSWER)

    def suggest(self, typed: str, limit: int = 25) -> tuple[Suggestion, ...]:
        return tuple(Suggestion(id_, id_) for id_ in self.knowledge.subjects if id_.startswith(typed))[:limit]

    def _means(self, asked: str, fact: Fact) -> bool:
        if asked in map(squeeze, fact.phrases):
            return True
        if any(asked in map(squeeze, other.phrases) for other in self.knowledge.facts.values()):
            return False
        subject, attribute = self.knowledge.subjects[fact.subject], self.knowledge.attributes[fact.attribute]
        return asked == fact.subject or all(
            any(squeeze(alias) in asked for alias in named.aliases) for named in (subject, attribute)
        )


def think(records: Records, version: str) -> SmallEngine:
    """An engine over verified records."""
    return SmallEngine(verify(records, version))

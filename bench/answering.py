"""What an answer costs, beside rapidfuzz over the same fact texts: `python -m bench.answering`.

All sides answer every question of the open set in one run, in turns, each round in the other order, for what comes right after another's
work finds the processor's caches full of that; each question counts with the median of its rounds.
rapidfuzz is asked as people do: `process.extract` with `WRatio` over "subject attribute period figure quote" of each fact.
Start-up time and memory are those of fresh processes that load the facts and answer one question.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.tables import aligned
from bot.answering.engine import Engine
from bot.answering.model import Question
from bot.knowledge.loading import load, seed_folder
from bot.knowledge.model import Fact, Knowledge
from bot.replies.catalogue import Catalogue
from bot.replies.compose import compose
from bot.replies.language import of_text

OPEN_SET = Path(__file__).parent.parent / "tests" / "questions" / "open.jsonl"
ROUNDS = 6
STARTS = 5
WORDS = "沐曦 2024 營收"


def texts(knowledge: Knowledge) -> list[str]:
    """Each fact as one text."""
    return [_text(fact, knowledge) for fact in knowledge.facts.values()]


def _text(fact: Fact, knowledge: Knowledge) -> str:
    names = knowledge.subjects[fact.subject].name.hant, knowledge.attributes[fact.attribute].name.hant
    return " ".join((*names, fact.period or "", fact.figure, fact.quote.text))


def ours(_: Knowledge, made: Callable[[], Engine]) -> Callable[[str], object]:
    """The bot: the answer alone, without its words."""
    engine = made()
    return lambda words: engine.answer(Question(words))


def ours_worded(knowledge: Knowledge, made: Callable[[], Engine]) -> Callable[[str], object]:
    """The bot: the answer and the reply in the reader's language."""
    engine, catalogue = made(), Catalogue.load()
    return lambda words: compose(engine.answer(Question(words)), knowledge, catalogue, of_text(words))


def theirs(knowledge: Knowledge, _: Callable[[], Engine]) -> Callable[[str], object]:
    """rapidfuzz: the five nearest fact texts."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - the other processes must not hold it

    known = texts(knowledge)
    return lambda words: process.extract(words, known, scorer=fuzz.WRatio, limit=5)


SIDES = {"bot, answer": ours, "bot, answer and reply": ours_worded, "rapidfuzz": theirs}


def answer_times(questions: Sequence[str]) -> dict[str, list[float]]:
    """Milliseconds per question and side, after a first round that counts for nothing."""
    knowledge = load(seed_folder())
    engine = Engine(knowledge)  # one, as a process has
    engine.prepare()
    sides = {name: make(knowledge, lambda: engine) for name, make in SIDES.items()}
    took: dict[str, list[list[float]]] = {name: [[] for _ in questions] for name in sides}
    for number in range(ROUNDS + 1):
        order = [*sides.items()][:: -1 if number % 2 else 1]
        for at, words in enumerate(questions):
            for name, answer in order:
                started = time.perf_counter()
                answer(words)
                if number:
                    took[name][at].append((time.perf_counter() - started) * 1000)
    return {name: [statistics.median(rounds) for rounds in all_rounds] for name, all_rounds in took.items()}


def start(side: str) -> tuple[float, float]:
    """Milliseconds until a fresh process has its first answer, and the megabytes it then holds; medians of several."""
    command = (sys.executable, "-m", "bench.answering", "--start", side)
    printed = [subprocess.run(command, capture_output=True, check=True).stdout.split() for _ in range(STARTS)]
    return statistics.median(float(took) for took, _ in printed), statistics.median(float(held) for _, held in printed)


def started(side: str) -> None:
    """In a fresh process: load, answer once, and say how long it took and what is held."""
    begun = time.perf_counter()
    knowledge = load(seed_folder())
    SIDES[side](knowledge, lambda: Engine(knowledge))(WORDS)
    took = (time.perf_counter() - begun) * 1000
    status = Path("/proc/self/status").read_text()
    kilobytes = next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]
    print(took, int(kilobytes) / 1024)


def main() -> None:
    """Measure both sides and print them beside each other."""
    lines = OPEN_SET.read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["q"] for line in lines]
    measured: dict[str, list[float]] = {}
    for side, took in answer_times(questions).items():
        cuts = statistics.quantiles(took, n=100, method="inclusive")
        measured[side] = [cuts[49], cuts[98], max(took), *start(side)]
    header = ("", "p50 ms", "p99 ms", "max ms", "start ms", "memory MB")
    rows = [(side, *map("{:.2f}".format, figures)) for side, figures in measured.items()]
    *bot, other = measured
    for side in bot:
        ratios = [one / base for one, base in zip(measured[side], measured[other], strict=True)]
        rows.append((f"{side} / {other}", *map("{:.2f} ×".format, ratios)))
    print(f"{len(questions)} questions, {len(load(seed_folder()).facts)} facts")
    print(aligned(header, rows))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--start"]:
        started(sys.argv[2])
    else:
        main()

"""What a question from the shell costs, beside importing the two libraries it rests on: `python -m bench.command_line`.

Runs go in pairs, one after the other and each time in the other order, so that whatever else the machine does meets both.
Both have their bytecode and the bot its snapshot, as from the second run on.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench.tables import aligned

PAIRS = 25
ASK = (sys.executable, "-m", "bot", "ask", "沐曦 2024 營收")
LIBRARIES = (sys.executable, "-c", "import rapidfuzz, opencc")
FOLDER = Path(__file__).parent.parent


@dataclass(frozen=True)
class Took:
    """What one run took, in milliseconds: by the clock, and of the processor."""

    clock: float
    processor: float


def run(command: tuple[str, ...]) -> Took:
    """Run one command to its end."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    before, started = _processor_seconds(), time.perf_counter()
    subprocess.run(command, cwd=FOLDER, env=environment, stdout=subprocess.DEVNULL, check=True)
    clock = time.perf_counter() - started
    return Took(clock * 1000, (_processor_seconds() - before) * 1000)


def _processor_seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def main() -> None:
    """Measure and print."""
    took: dict[tuple[str, ...], list[Took]] = {ASK: [], LIBRARIES: []}
    for command in took:
        run(command)
    for pair in range(PAIRS):
        for command in (ASK, LIBRARIES) if pair % 2 else (LIBRARIES, ASK):
            took[command].append(run(command))
    rows = [
        (name, *(f"{one:.1f}" for one in (ask, libraries)), f"{ratio:.2f} ×")
        for name, ask, libraries, ratio in (
            ("clock, ms", *_compared([one.clock for one in took[ASK]], [one.clock for one in took[LIBRARIES]])),
            ("processor, ms", *_compared([one.processor for one in took[ASK]], [one.processor for one in took[LIBRARIES]])),
        )
    ]  # fmt: skip
    print(aligned(("median of pairs", "ask", "import rapidfuzz, opencc", "ratio"), rows))


def _compared(ours: list[float], theirs: list[float]) -> tuple[float, float, float]:
    """Both medians, and the median of the ratios within the pairs."""
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    return statistics.median(ours), statistics.median(theirs), statistics.median(ratios)


if __name__ == "__main__":
    main()

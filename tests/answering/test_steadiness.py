"""The same question gets the same answer in every process, however Python orders its sets there."""

import json
import os
import subprocess
import sys
from pathlib import Path

OPEN_SET = Path(__file__).parent.parent / "questions" / "open.jsonl"


def test_answers_do_not_hang_on_the_order_of_sets(tmp_path: Path) -> None:
    lines = OPEN_SET.read_text(encoding="utf-8").splitlines()
    typed = "\n".join(json.loads(line)["q"] for line in lines)
    printed = [_answers(typed, seed, tmp_path) for seed in ("1", "2")]
    assert printed[0] == printed[1]


def _answers(typed: str, seed: str, folder: Path) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(folder / seed)}
    command = (sys.executable, "-m", "bot", "ask", "--json", "-")
    return subprocess.run(
        command, input=typed, capture_output=True, text=True, encoding="utf-8", env=environment, check=True
    ).stdout

import json
from pathlib import Path

import pytest

from bot.knowledge.files import read
from bot.store.guards import broken, load, taught
from tests.small import QUOTES, SmallEngine, think, write_files


def _engine(folder: Path, quotes: str = QUOTES) -> SmallEngine:
    return think(read(write_files(folder, quotes=quotes)), "")


def _question(**changes: object) -> dict[str, object]:
    asked = {"id": "1", "q": "沐曦營收多少", "kind": "lookup", "expect": "answer", "must": [["7.43億", "7.43亿"]]}
    return {**asked, "must_not": [], **changes}


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({}, True),
        ({"must": [["7.43亿元"], ["营业收入"]]}, True),
        ({"must": [["7.43億"], ["800"]]}, False),
        ({"must_not": ["7.43"]}, False),
        ({"expect": "no_answer"}, False),
        ({"q": "沐曦股價", "expect": "no_answer"}, True),
        ({"q": "沐曦股價"}, False),
        ({"q": "metax", "must": [["7.43億"], ["800"]], "kind": "list"}, True),
        ({"q": "metax", "must": [["7.43億"], ["800"]], "need_all": True}, True),
        ({"q": "metax", "must": [["7.43億"], ["800"]]}, False),
    ],
)
def test_a_guard_judges_an_answer(tmp_path: Path, changes: dict[str, object], holds: bool) -> None:
    (tmp_path / "open.jsonl").write_text(json.dumps(_question(**changes)) + "\n\n", encoding="utf-8")
    (guard,) = load(tmp_path / "open.jsonl")
    assert guard.holds(_engine(tmp_path)) == holds


def test_only_what_is_right_now_can_be_broken(tmp_path: Path) -> None:
    lines = [_question(), _question(q="沐曦股價")]
    (tmp_path / "open.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    now = _engine(tmp_path)
    then = _engine(
        tmp_path, QUOTES.replace("attribute: revenue", "attribute: staff, id: x").replace("7.43億元}", "'7'}")
    )
    assert broken(load(tmp_path / "open.jsonl"), now, then) == ("沐曦營收多少",)


def test_what_was_taught_guards_itself(tmp_path: Path) -> None:
    phrases = QUOTES.replace("figure: 800人", "figure: 800人, phrases: [那間公司幾人]")
    (guard,) = taught(_engine(tmp_path, phrases).knowledge)
    assert guard.question == "那間公司幾人"
    assert guard.holds(_engine(tmp_path, phrases))
    assert not guard.holds(_engine(tmp_path))

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.knowledge.files import read
from bot.knowledge.records import Place, Records, RingRecord, SubjectRecord
from bot.knowledge.verify import verify
from bot.knowledge.writing import write
from tests.small import CORRECTED, STAFF, write_files

HERE = Place("here")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path / "facts")


def _lines(folder: Path) -> set[str]:
    return {line for file in folder.rglob("*.yaml") for line in file.read_text(encoding="utf-8").splitlines()}


def _fact(records: Records, place: int, **changes: object) -> Records:
    facts = list(records.facts)
    facts[place] = replace(facts[place], **changes)  # type: ignore[arg-type]
    return replace(records, facts=facts)


def _add(records: Records) -> Records:
    more = replace(records.facts[0], figure="7.44億元", quote=CORRECTED, id="corrected")
    same_quote = replace(records.facts[1], figure="800", id="bare")
    return replace(records, facts=[*records.facts, more, same_quote])


def _name(records: Records) -> Records:
    names = {"zh-Hant": "新: 的", "zh-Hans": "新: 的", "en": "no"}
    new = SubjectRecord("new", names, "company", HERE, aliases=("null", "12", "a, b", "#"), common=True)
    return replace(records, subjects=[*records.subjects, new], rings=[*records.rings, RingRecord(("甲", "乙"), HERE)])


CHANGES: dict[str, tuple[Callable[[Records], Records], int, int]] = {
    "nothing": (lambda records: records, 0, 0),
    "another figure": (lambda records: _fact(records, 1, figure="800"), 1, 1),
    "a phrase": (lambda records: _fact(records, 0, phrases=("賺多少?", "- {x: y}")), 1, 1),
    "another quote": (lambda records: _fact(records, 0, quote=CORRECTED, figure="7.44億元"), 2, 3),
    "a fact less": (lambda records: replace(records, facts=records.facts[:1]), 2, 0),
    "no fact": (lambda records: replace(records, facts=[]), 5, 0),
    "a context": (lambda records: _fact(records, 1, context="沐曦2024年營業收入為7.43億元。"), 0, 2),
    "facts more": (_add, 0, 4),
    "a subject less": (lambda records: replace(records, subjects=records.subjects[:1]), 1, 0),
    "names more": (_name, 0, 2),
    "an article's date": (
        lambda records: replace(records, articles=[replace(records.articles[0], published="2026-01-10")]), 0, 1
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_written_is_read_again_and_touches_no_other_line(folder: Path, name: str) -> None:
    change, gone, come = CHANGES[name]
    before, records = _lines(folder), change(read(folder))
    write(records, folder)
    after = read(folder)
    assert verify(after) == verify(records)
    assert {_bare(fact) for fact in after.facts} == {_bare(fact) for fact in records.facts}
    assert [replace(one, place=HERE) for one in after.subjects] == [
        replace(one, place=HERE) for one in records.subjects
    ]
    assert [one.words for one in after.rings] == [one.words for one in records.rings]
    if name != "an article's date":
        assert (len(before - _lines(folder)), len(_lines(folder) - before)) == (gone, come)


def _bare(fact: object) -> object:
    return replace(fact, place=HERE)  # type: ignore[type-var]


def test_comments_stay(folder: Path) -> None:
    file = folder / "subjects.yaml"
    file.write_text("# Companies\n" + file.read_text(encoding="utf-8") + "# The end\n", encoding="utf-8")
    records = read(folder)
    metax, biren = records.subjects
    write(replace(records, subjects=[replace(metax, aliases=("沐曦",)), biren]), folder)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("# Companies", "# The end")
    assert read(folder).subjects[0].aliases == ("沐曦",)


def test_an_article_that_is_withdrawn_leaves_no_file(folder: Path) -> None:
    write(replace(read(folder), articles=[], facts=[]), folder)
    assert not list(folder.glob("*/*.yaml"))
    assert STAFF not in "".join(_lines(folder))


def test_files_are_made_where_none_are(folder: Path, tmp_path: Path) -> None:
    write(read(folder), tmp_path / "new")
    assert verify(read(tmp_path / "new")) == verify(read(folder))

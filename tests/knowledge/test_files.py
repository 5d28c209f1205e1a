"""Faults of form: each is named with its file and line, all of them at once."""

from pathlib import Path

import pytest

from bot.knowledge.files import read
from bot.knowledge.records import BrokenFacts
from tests.small import QUOTES, REVENUE, write_files


def faults(folder: Path) -> list[str]:
    with pytest.raises(BrokenFacts) as broken:
        read(folder)
    return list(map(str, broken.value.faults))


METAX = "name: [沐曦股份, 沐曦股份, MetaX]"


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("subjects.yaml", "\nmetax: {type: company, name: [沐曦, MetaX]}", "subjects.yaml:2: “name” needs three names"),
        ("subjects.yaml", f"metax: {{{METAX}}}", "subjects.yaml:1: “type” is missing"),
        ("subjects.yaml", f"metax: {{type: company, {METAX}, colour: red}}", "subjects.yaml:1: unknown field “colour”"),
        ("subjects.yaml", "- metax", "subjects.yaml:1: expected a mapping"),
        ("subjects.yaml", "metax: company", "subjects.yaml:1: expected a mapping"),
        ("subjects.yaml", f"metax:\n  type: [company]\n  {METAX}", "subjects.yaml:2: expected text"),
        ("subjects.yaml", "a: {}\nb: {}\na: {}", "subjects.yaml:3: the key “a” stands here twice"),
        ("subjects.yaml", "a: {}\n? [b]\n: {}", "subjects.yaml:2: a key must be text"),
        ("subjects.yaml", "metax: {type: company\n", "subjects.yaml:2: not valid YAML"),
        ("attributes.yaml", "revenue: {name: [a, b, c]}", "attributes.yaml:1: “kind” is missing"),
        ("words.yaml", "營收: 業績", "words.yaml:1: expected a list"),
        ("unstated.yaml", "subjects: [a]", "unstated.yaml:1: expected a mapping"),
        ("articles/one.yaml", "seal: []", "articles/one.yaml:1: “publisher” is missing"),
        ("quotes/one.yaml", "- facts: []", "quotes/one.yaml:1: “quote” is missing"),
        ("quotes/one.yaml", f"- quote: {REVENUE}\n  facts: x", "quotes/one.yaml:2: expected a list"),
        (
            "quotes/one.yaml",
            f"- quote: {REVENUE}\n  facts:\n  - {{subject: metax, attribute: revenue}}",
            "quotes/one.yaml:3: “figure” is missing",
        ),
        (
            "quotes/one.yaml",
            f"- quote: {REVENUE}\n  facts:\n  - {{subject: a, attribute: b, figure: c, Period: d}}",
            "quotes/one.yaml:3: unknown field “Period”",
        ),
    ],
)
def test_a_fault_names_file_line_and_reason(tmp_path: Path, file: str, text: str, fault: str) -> None:
    folder = write_files(tmp_path / "facts")
    (folder / file).write_text(text, encoding="utf-8")
    (found,) = faults(folder)
    assert found.startswith(fault)


def test_bytes_that_are_no_text_are_a_fault(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "facts")
    (folder / "subjects.yaml").write_bytes(b"metax: \xff\xfe")
    (found,) = faults(folder)
    assert found.startswith("subjects.yaml: not readable as UTF-8 YAML")


def test_the_faults_of_all_files_are_named_at_once(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "facts", subjects="metax: {}", quotes="- {}\n- {}")
    (folder / "attributes.yaml").write_text("a: [\n", encoding="utf-8")
    found = [fault.split(" ")[0] for fault in faults(folder)]
    assert sorted(found) == ["attributes.yaml:2:", "quotes/one.yaml:1:", "quotes/one.yaml:2:", "subjects.yaml:1:"]


def test_a_folder_without_fact_files_is_a_fault(tmp_path: Path) -> None:
    (found,) = faults(tmp_path / "none")
    assert "no fact files" in found


def test_scalars_stay_as_typed(tmp_path: Path) -> None:
    quotes = QUOTES.replace("period: 2024年", "period: 2024").replace("figure: 800人", "figure: 0x10, hedge: no")
    facts = read(write_files(tmp_path / "facts", quotes=quotes)).facts
    assert [(fact.period, fact.figure, fact.hedge) for fact in facts] == [
        ("2024", "7.43億元", None),
        (None, "0x10", "no"),
    ]


def test_a_record_knows_where_it_stands(tmp_path: Path) -> None:
    facts = read(write_files(tmp_path / "facts")).facts
    assert [str(fact.place) for fact in facts] == ["quotes/one.yaml:3", "quotes/one.yaml:6"]


def test_a_fact_may_have_a_context_of_its_own(tmp_path: Path) -> None:
    quotes = QUOTES.replace(f"- quote: {REVENUE}\n", f"- quote: {REVENUE}\n  context: shared\n").replace(
        "figure: 800人", "figure: 800人, context: own"
    )
    assert [fact.context for fact in read(write_files(tmp_path / "facts", quotes=quotes)).facts] == ["shared", "own"]

"""Nothing unverified gets in: each kind of fault is named where it stands, and one fault keeps all out."""

from pathlib import Path

import pytest

from bot.knowledge.files import read
from bot.knowledge.loading import load
from bot.knowledge.model import Knowledge
from bot.knowledge.records import BrokenFacts
from bot.knowledge.verify import verify
from tests.small import ATTRIBUTES, CORRECTED, QUOTES, REVENUE, STAFF, SUBJECTS, write_files

BIREN = "biren: {type: company, name: [壁仞科技, 壁仞科技, Biren], aliases: [壁仞]}"


def folder_with(path: Path, *, subjects: str = SUBJECTS, attributes: str = ATTRIBUTES, quotes: str = QUOTES) -> Path:
    folder = write_files(path / "facts", subjects=subjects, quotes=quotes)
    (folder / "attributes.yaml").write_text(attributes, encoding="utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    with pytest.raises(BrokenFacts) as broken:
        verify(read(folder))
    return list(map(str, broken.value.faults))


def quoted(sentence: str, fact: str, context: str = "") -> str:
    earlier = f"  context: {context}\n" if context else ""
    return f"- quote: {sentence}\n{earlier}  facts:\n  - {{{fact}}}\n"


REVENUE_FACT = "subject: metax, attribute: revenue, figure: 7.43億元"


@pytest.mark.parametrize(
    ("quotes", "fault"),
    [
        (quoted("沐曦2024年營業收入為7.43億元", REVENUE_FACT), "quotes/one.yaml:3: the quote is no sentence of “one”"),
        (quoted(REVENUE.replace("為", "达"), REVENUE_FACT), "quotes/one.yaml:3: the quote is no sentence of “one”"),
        (quoted(REVENUE, REVENUE_FACT, "從未寫過。"), "quotes/one.yaml:4: the context is no sentence of “one”"),
        (quoted(REVENUE, REVENUE_FACT, CORRECTED), "quotes/one.yaml:4: the context does not stand before the quote"),
        (
            quoted(REVENUE, REVENUE_FACT.replace("7.43", "7.44")),
            "quotes/one.yaml:3: the figure “7.44億元” is not in its quote",
        ),
        (
            quoted(REVENUE, REVENUE_FACT.replace("億", "亿")),
            "quotes/one.yaml:3: the figure “7.43亿元” is not in its quote",
        ),
        (quoted(REVENUE, REVENUE_FACT + ", hedge: 約"), "quotes/one.yaml:3: the hedge “約” is neither in the quote"),
        (quoted(REVENUE, REVENUE_FACT + ", hedge: 營業、高達"), "quotes/one.yaml:3: the hedge “高達” is neither"),
        (quoted(REVENUE, REVENUE_FACT + ", period: 2023年"), "quotes/one.yaml:3: the period “2023年” is neither"),
        (quoted(REVENUE, REVENUE_FACT + ", period: 近來"), "quotes/one.yaml:3: the period “近來” is neither"),
        (
            quoted(REVENUE, REVENUE_FACT.replace("metax", "biren")),
            "quotes/one.yaml:3: the quote does not name “壁仞科技” and there is no context",
        ),
        (
            quoted(STAFF, "subject: biren, attribute: staff, figure: 800人", REVENUE),
            "quotes/one.yaml:4: the quote does not name “壁仞科技” and its context does not name it either",
        ),
        (quoted(REVENUE, REVENUE_FACT.replace("metax", "amd")), "quotes/one.yaml:3: unknown subject “amd”"),
        (quoted(REVENUE, REVENUE_FACT.replace("revenue", "profit")), "quotes/one.yaml:3: unknown attribute “profit”"),
        (
            quoted(REVENUE, REVENUE_FACT.replace("7.43億元", "2024年")),
            "quotes/one.yaml:3: no money can be read from “2024年”",
        ),
        (
            f"{QUOTES}  - {{subject: metax, attribute: staff, figure: 800人}}",
            "quotes/one.yaml:7: the fact “metax.staff.",
        ),
        (
            quoted(REVENUE, f"{REVENUE_FACT}, id: own")
            + quoted(STAFF, "id: own, subject: metax, attribute: staff, figure: 800人"),
            "quotes/one.yaml:6: the fact “own” is stated twice",
        ),
        (quoted(REVENUE, f"{REVENUE_FACT}, id: {'x' * 61}"), "quotes/one.yaml:3: the id “xxx"),
    ],
)
def test_a_fault_in_a_fact(tmp_path: Path, quotes: str, fault: str) -> None:
    found = faults(folder_with(tmp_path, quotes=quotes))
    assert any(one.startswith(fault) for one in found), found


@pytest.mark.parametrize(
    ("subjects", "fault"),
    [
        (
            SUBJECTS.replace("[壁仞]", "[壁仞, 沐曦]"),
            "subjects.yaml:2: the alias “沐曦” of “biren” already names “metax”",
        ),
        (
            SUBJECTS.replace("[壁仞]", "[ＭＥＴＡＸ]"),
            "subjects.yaml:2: the alias “ＭＥＴＡＸ” of “biren” already names “metax”",
        ),
        (
            SUBJECTS.replace("[壁仞]", "[壁仞], of: amd"),
            "subjects.yaml:2: “biren” belongs to the unknown subject “amd”",
        ),
    ],
)
def test_a_fault_in_a_subject(tmp_path: Path, subjects: str, fault: str) -> None:
    assert faults(folder_with(tmp_path, subjects=subjects)) == [fault]


@pytest.mark.parametrize(
    ("attributes", "fault"),
    [
        (ATTRIBUTES.replace("kind: count", "kind: colour"), "attributes.yaml:2: “colour” is no kind of value"),
        (ATTRIBUTES.replace("[員工, staff]", "[員工], near: [x]"), "attributes.yaml:2: “staff” is near the unknown"),
    ],
)
def test_a_fault_in_an_attribute(tmp_path: Path, attributes: str, fault: str) -> None:
    (found,) = faults(folder_with(tmp_path, attributes=attributes))
    assert found.startswith(fault)


def test_what_is_defined_and_unstated_alike_is_defined_twice(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    (folder / "unstated.yaml").write_text(f"subjects:\n  {BIREN}\nattributes:\n  {ATTRIBUTES.splitlines()[0]}")
    found = faults(folder)
    assert len(found) == 2
    assert all("is defined twice" in one and one.startswith("unstated.yaml:") for one in found)


def test_a_quote_without_a_sealed_article_is_a_fault(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    (folder / "articles" / "one.yaml").unlink()
    assert any("no sealed article “one”" in one for one in faults(folder))


def test_every_fault_is_named_and_nothing_is_half_loaded(tmp_path: Path) -> None:
    wrong = quoted(REVENUE, REVENUE_FACT.replace("7.43", "9")) + quoted(
        STAFF, "subject: x, attribute: y, figure: 800人"
    )
    folder = folder_with(tmp_path, subjects=SUBJECTS.replace("[壁仞]", "[沐曦]"), quotes=QUOTES + wrong)
    found = faults(folder)
    assert {one.split(" ")[0] for one in found} == {"subjects.yaml:2:", "quotes/one.yaml:9:", "quotes/one.yaml:12:"}
    with pytest.raises(BrokenFacts):
        load(folder)


def test_what_passes_stands_where_the_seal_says(tmp_path: Path) -> None:
    known = load(folder_with(tmp_path))
    assert [(fact.id, fact.value, fact.quote.paragraph) for fact in known.facts.values()] == [
        ("metax.revenue.2024", 743_000_000.0, 1),
        ("metax.staff", 800.0, 2),
    ]


def test_a_subject_may_be_named_by_an_earlier_sentence(tmp_path: Path) -> None:
    subjects = SUBJECTS.replace("[沐曦, MetaX]", "[沐曦2024年, MetaX]")
    fact = "subject: metax, attribute: staff, figure: 800人"
    known = load(folder_with(tmp_path, subjects=subjects, quotes=quoted(STAFF, fact, REVENUE)))
    context = known.facts["metax.staff"].context
    assert context is not None
    assert (context.text, context.paragraph) == (REVENUE, 1)


def test_facts_that_share_an_id_are_told_apart_by_their_figure(tmp_path: Path) -> None:
    more = "  - {subject: metax, attribute: staff, figure: 有員工800人}\n"
    ids = [*load(folder_with(tmp_path, quotes=QUOTES + more)).facts]
    assert ids[0] == "metax.revenue.2024"
    assert all(one.startswith("metax.staff.") for one in ids[1:])
    assert len(set(ids)) == 3


def test_knowledge_cannot_be_written_to(knowledge: Knowledge) -> None:
    with pytest.raises(TypeError):
        knowledge.facts["x"] = next(iter(knowledge.facts.values()))  # type: ignore[index]


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ("metax.profit:\n- 沐曦賺多少", "asked/one.yaml:2: questions are given to the unknown fact “metax.profit”"),
        (
            "metax.staff:\n- 沐曦幾多人\nnothing:\n- 沐曦幾多人",
            "asked/one.yaml:4: the question “沐曦幾多人” is given to “metax.staff” as well",
        ),
    ],
)
def test_a_question_is_given_to_one_fact_that_there_is(tmp_path: Path, asked: str, fault: str) -> None:
    folder = with_asked(tmp_path, asked)
    assert faults(folder) == [fault]


def test_questions_whose_answers_are_known_are_kept(tmp_path: Path) -> None:
    folder = with_asked(tmp_path, "metax.staff:\n- 沐曦幾多人\nnothing:\n- 沐曦老闆是誰")
    assert load(folder).examples == (("沐曦幾多人", "metax.staff"), ("沐曦老闆是誰", ""))


def with_asked(path: Path, asked: str) -> Path:
    folder = write_files(path / "facts")
    (folder / "asked").mkdir()
    (folder / "asked" / "one.yaml").write_text(asked, encoding="utf-8")
    return folder

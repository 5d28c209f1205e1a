"""`facts verify`, `seal`, `list` and `show`: the curator's tools."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.knowledge.model import Knowledge
from bot.knowledge.seal import seal
from bot.replies.as_json import fact_object
from tests.commands.process import gpubot
from tests.small import CORRECTED, QUOTES, REVENUE, STAFF, SUBJECTS, write_files

ARTICLE = f"{REVENUE}\n{STAFF}\n{CORRECTED}\n"


def test_the_reviewed_facts_pass() -> None:
    done = gpubot("facts", "verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert "every quote is in its seal" in done.stdout


def test_broken_facts_name_each_fault_and_end_with_one(tmp_path: Path) -> None:
    quotes = QUOTES.replace("figure: 7.43億元", "figure: 9億元").replace(STAFF, STAFF[:-1])
    folder = write_files(tmp_path / "facts", subjects=SUBJECTS.replace("[壁仞]", "[沐曦]"), quotes=quotes)
    done = gpubot("facts", "verify", "--facts", folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.split(" ")[0] for line in done.stderr.splitlines()] == [
        "subjects.yaml:2:",
        "quotes/one.yaml:3:",
        "quotes/one.yaml:6:",
    ]


@pytest.mark.parametrize("command", [("ask", "沐曦"), ("facts", "list"), ("chat",)])
def test_nothing_is_answered_from_broken_facts(tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = write_files(tmp_path / "facts", quotes=QUOTES.replace("figure: 7.43億元", "figure: 9億元"))
    done = gpubot(*command, "--facts", folder, typed="沐曦\n")
    assert (done.returncode, done.stdout) == (1, "")
    assert "the figure “9億元” is not in its quote" in done.stderr


def run(*arguments: str | Path) -> int:
    return main([str(one) for one in arguments])


def test_the_article_itself_is_checked_against_the_seal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, text = write_files(tmp_path / "facts"), tmp_path / "article.txt"
    text.write_text(ARTICLE, encoding="utf-8")
    assert run("facts", "verify", "--facts", folder, "--article", text) == 0
    text.write_text(ARTICLE.replace("800人", "900人"), encoding="utf-8")
    assert run("facts", "verify", "--facts", folder, "--article", text) == 1
    assert "article.txt:2: this sentence is not in any seal: 沐曦有員工900人" in capsys.readouterr().err
    text.write_text(f"{STAFF}\n{REVENUE}\n", encoding="utf-8")
    assert run("facts", "verify", "--facts", folder, "--article", text) == 1


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
@pytest.mark.parametrize("command", [("seal",), ("verify", "--article")])
def test_an_article_that_cannot_be_read_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], content: bytes | None
) -> None:
    file = tmp_path / "article.txt"
    if content is not None:
        file.write_bytes(content)
    assert run("facts", *command, file) == 1
    assert "cannot be read as UTF-8 text" in capsys.readouterr().err


def test_a_seal_is_printed_as_it_stands_in_the_fact_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "article.txt"
    text.write_text("甲。乙。\n丙。\n", encoding="utf-8")
    assert run("facts", "seal", text) == 0
    (one, two), (three,) = seal("甲。乙。\n丙。")
    assert capsys.readouterr().out == f"seal:\n- - {one}\n  - {two}\n- - {three}\n"


def test_every_fact_is_listed_in_the_same_form(knowledge: Knowledge, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("facts", "list", "--json") == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert found == [fact_object(fact, knowledge) for fact in knowledge.facts.values()]
    assert run("facts", "list") == 0
    assert "metax.revenue.2024\t7.43億元" in capsys.readouterr().out.splitlines()


def test_one_fact_is_shown_with_its_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("facts", "show", "metax.revenue.2024") == 0
    assert {"7.43億元", "沐曦股份 · 營業收入 · 2024年"} <= set(capsys.readouterr().out.splitlines())


def test_an_unknown_fact_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("facts", "show", "no.such") == 2
    told = capsys.readouterr()
    assert (told.out, "no.such" in told.err) == ("", True)

"""`ask`: one question from the command line, or many from standard input."""

import argparse
import json
import sys
from collections.abc import Iterator

from bot.answering.engine import Engine
from bot.answering.model import Addressed, Outcome, Question
from bot.answering.snapshot import open_engine
from bot.commands.explaining import explain
from bot.knowledge.loading import seed_folder
from bot.replies.as_json import answer_object
from bot.replies.catalogue import Catalogue
from bot.replies.compose import compose
from bot.replies.language import of_text
from bot.replies.plain import plain


def ask(options: argparse.Namespace) -> int:
    """Answer each question with one reply, in order."""
    engine = open_engine(options.facts or seed_folder())
    catalogue = Catalogue.load()
    for text in _questions(options.question):
        print(_reply(text, options, engine, catalogue), flush=True)  # noqa: T201 - what was asked for
    return 0


def _questions(words: list[str]) -> Iterator[str]:
    if words == ["-"]:
        yield from (line.rstrip("\r\n") for line in sys.stdin)
    else:
        yield " ".join(words)


def _reply(text: str, options: argparse.Namespace, engine: Engine, catalogue: Catalogue) -> str:
    addressed = Addressed.OVERHEARD if options.group else Addressed.COMMAND
    answer = engine.answer(Question(text, addressed))
    said = ""
    if answer.outcome is not Outcome.SILENCE:
        language = options.language or of_text(text)
        said = plain(compose(answer, engine.knowledge, catalogue, language), catalogue)
    if options.json:
        return (
            json.dumps(answer_object(answer, said, engine.knowledge), ensure_ascii=False)
            .encode("utf-8", "replace")
            .decode()
        )
    return f"{explain(text, engine)}\n\n{said}" if options.explain else said

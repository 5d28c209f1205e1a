"""`ask`: one question from the command line, or many from standard input."""

import argparse
import sys
from collections.abc import Iterator

from bot.answering.engine import Engine
from bot.answering.model import Addressed, Answer, Outcome, Question
from bot.answering.snapshot import open_engine
from bot.knowledge.loading import seed_folder
from bot.replies.catalogue import Catalogue
from bot.replies.compose import compose
from bot.replies.language import of_text
from bot.replies.plain import plain


def ask(options: argparse.Namespace) -> int:
    """Answer each question with one reply, in order."""
    engine = open_engine(options.facts or seed_folder())
    catalogue = Catalogue.load()
    if options.question == ["-"]:
        engine.prepare()
    for text in _questions(options.question):
        print(_reply(text, options, engine, catalogue), flush=True)
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
        return _object(answer, said, engine)
    return f"{_explained(text, engine)}\n\n{said}" if options.explain else said


# What only an option needs is imported by it: a question from the shell is to be answered at once.


def _object(answer: Answer, said: str, engine: Engine) -> str:
    import json  # noqa: PLC0415 - see above

    from bot.replies.as_json import answer_object  # noqa: PLC0415 - see above

    written = json.dumps(answer_object(answer, said, engine.knowledge), ensure_ascii=False)
    return written.encode("utf-8", "replace").decode()


def _explained(text: str, engine: Engine) -> str:
    from bot.commands.explaining import explain  # noqa: PLC0415 - see above

    return explain(text, engine)

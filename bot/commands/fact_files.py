"""`facts verify`, `seal`, `list`, `show`: the tools of whoever curates the fact files."""

import argparse
import json
import sys
from pathlib import Path

from bot.knowledge.files import read
from bot.knowledge.loading import seed_folder
from bot.knowledge.records import BrokenFacts, Fault, Place
from bot.knowledge.seal import digest
from bot.knowledge.seal import seal as seal_of
from bot.knowledge.verify import verify as verified
from bot.replies.as_json import fact_object
from bot.replies.catalogue import Catalogue
from bot.replies.compose import compose
from bot.text.sentences import paragraphs


def _folder(options: argparse.Namespace) -> Path:
    folder: Path | None = options.facts
    return folder or seed_folder()


def verify(options: argparse.Namespace) -> int:
    """Say that all is well, or name every fault; with --article check the seal against the text too."""
    records = read(_folder(options))
    knowledge = verified(records)
    if options.article:
        _check_seal(options.article, {article.id: article.seal for article in knowledge.articles.values()})
    print(
        f"{len(knowledge.facts)} facts, {len(knowledge.articles)} article(s): every quote is in its seal, every figure in its quote"
    )
    return 0


def _check_seal(file: Path, seals: dict[str, tuple[tuple[str, ...], ...]]) -> None:
    text = _text(file)
    if seal_of(text) in seals.values():
        return
    sealed = {one for sealed in seals.values() for paragraph in sealed for one in paragraph}
    strange = [
        Fault(Place(file.name, line), f"this sentence is not in any seal: {sentence[:40]}")
        for line, sentences in enumerate(paragraphs(text), 1) for sentence in sentences if digest(sentence) not in sealed
    ]  # fmt: skip
    raise BrokenFacts(strange or [Fault(Place(file.name), "the sentences are sealed, but not these, in this order")])


def seal(options: argparse.Namespace) -> int:
    """Print the digests of an article's sentences as they stand in facts/articles/."""
    print("seal:")
    for paragraph in seal_of(_text(options.file)):
        for at, one in enumerate(paragraph):
            print(f"{'  - ' if at else '- - '}{one}")
    return 0


def list(options: argparse.Namespace) -> int:  # noqa: A001 - the command's own name
    """Print every fact, one a line."""
    knowledge = verified(read(_folder(options)))
    for fact in knowledge.facts.values():
        if options.json:
            print(json.dumps(fact_object(fact, knowledge), ensure_ascii=False))
        else:
            print(f"{fact.id}\t{fact.figure}")
    return 0


def show(options: argparse.Namespace) -> int:
    """Print one fact with its evidence."""
    from bot.answering.model import Answer, Outcome, Shape  # noqa: PLC0415 - only this command replies
    from bot.replies.plain import plain  # noqa: PLC0415 - as above

    knowledge = verified(read(_folder(options)))
    fact = knowledge.facts.get(options.id)
    if fact is None:
        print(f"There is no fact “{options.id}”; `facts list` shows them all.", file=sys.stderr)
        return 2
    catalogue = Catalogue.load()
    answer = Answer(options.id, Outcome.ANSWER, Shape.SINGLE, (fact,), score=1.0, subject=fact.subject)
    print(plain(compose(answer, knowledge, catalogue, "zh-Hant"), catalogue))
    return 0


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenFacts([Fault(Place(str(file)), f"cannot be read as UTF-8 text: {error}")]) from error

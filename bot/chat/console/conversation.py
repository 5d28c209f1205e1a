"""`chat`: a conversation in the terminal; from a pipe, each line is answered and it ends."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import nullcontext

from rich.console import Console

from bot.answering.engine import Engine
from bot.answering.model import Question
from bot.answering.snapshot import open_engine
from bot.chat.console.rendering import rendered
from bot.knowledge.loading import seed_folder
from bot.replies.catalogue import Catalogue
from bot.replies.compose import compose
from bot.replies.language import of_text


def chat(options: argparse.Namespace) -> int:
    """Answer what is typed, line by line, until the input ends."""
    console = Console(highlight=False)
    live = sys.stdin.isatty()
    with console.status("…") if live else nullcontext():
        engine, catalogue = open_engine(options.facts or seed_folder()), Catalogue.load()
        if live:
            engine.prepare()
    if live:
        console.print(catalogue.text("zh-Hant", "console.welcome"), style="dim")
    for text in _typed(console, live):
        if text.strip():
            _answer(text, engine, catalogue, console)
    if live:
        console.print(catalogue.text("zh-Hant", "console.farewell"), style="dim")
    return 0


def _typed(console: Console, live: bool) -> Iterator[str]:
    while True:
        try:
            yield console.input("[bold cyan]?[/] ") if live else input()
        except (EOFError, KeyboardInterrupt):
            return


def _answer(text: str, engine: Engine, catalogue: Catalogue, console: Console) -> None:
    answer = engine.answer(Question(text))
    console.print(rendered(compose(answer, engine.knowledge, catalogue, of_text(text)), catalogue))
    console.print()

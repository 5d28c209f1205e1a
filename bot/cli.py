"""The command line: ask, chat, facts, run. Exit codes: 0 done, 1 the check found faults, 2 wrong use."""

import argparse
import functools
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.knowledge.records import BrokenFacts

DONE, FAULTY = 0, 1

_WIDTH = 80
"""Columns of the help; to ask the terminal for its own would load five modules before every answer."""

_Adding = Callable[..., argparse.ArgumentParser]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Errors go to standard error in one sentence."""
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(next(iter(given), None)).parse_args(given)
    command: Callable[[argparse.Namespace], int] = options.command
    _speak_utf8()
    try:
        return command(options)
    except _broken_facts() as broken:
        for fault in broken.faults:
            print(fault, file=sys.stderr)  # noqa: T201 - the command line's own voice
        return FAULTY
    except (BrokenPipeError, KeyboardInterrupt):
        return DONE


def _broken_facts() -> "type[BrokenFacts]":
    """The error of broken fact files, imported only once something was raised."""
    from bot.knowledge.records import BrokenFacts  # noqa: PLC0415 - see above

    return BrokenFacts


def _speak_utf8() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "replace")


def _parser(first: str | None) -> argparse.ArgumentParser:
    """The parser of a command line that begins with `first`; the many actions of `facts` are added only when it is that."""
    parser = argparse.ArgumentParser(
        prog="gpubot",
        description="Answers questions about China's GPU makers with cited figures.",
        formatter_class=_help,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog=parser.prog)
    add_parser = functools.partial(commands.add_parser, formatter_class=_help)
    _add_ask(add_parser("ask", help="answer one question, or one a line from standard input"))
    chat = add_parser("chat", help="a conversation in the terminal")
    chat.set_defaults(command=_lazily("bot.chat.console.conversation", "chat"))
    _add_facts_folder(chat)
    run = add_parser("run", help="serve Discord and Telegram, whichever has a token")
    run.set_defaults(command=_lazily("bot.commands.serving", "run"))
    facts = add_parser("facts", help="verify, seal and look at the facts; import, export and revert them")
    if first == "facts":
        _add_facts(facts)
    return parser


def _help(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=_WIDTH)


def _lazily(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """The command `name` of `module`, imported only when it is the one to run: most commands need little."""

    def command(options: argparse.Namespace) -> int:
        from importlib import import_module  # noqa: PLC0415 - see above

        gc.disable()  # all that is imported stays, and collecting meanwhile takes a fifth of the time
        found: Callable[[argparse.Namespace], int] = getattr(import_module(module), name)
        gc.enable()
        return found(options)

    return command


def _add_facts_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--facts", type=Path, metavar="FOLDER", help="fact files to use instead of the bot's own")


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "question", nargs="+", help="the question, or - to read questions from standard input, one a line"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a question")
    parser.add_argument("--group", action="store_true", help="treat messages as overheard in a group channel")
    parser.add_argument(
        "--explain", action="store_true", help="show which words filled which slot and why facts won or lost"
    )
    parser.add_argument(
        "--language", choices=("zh-Hant", "zh-Hans", "en"), help="language of the reply; by default the question's"
    )
    _add_facts_folder(parser)
    parser.set_defaults(command=_lazily("bot.commands.asking", "ask"))


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "verify, seal, list and show work on the fact files; import, export, history and revert on the store, "
        "the database that DATABASE_URL names."
    )
    commands = parser.add_subparsers(required=True, metavar="ACTION")
    _add_files(commands.add_parser)
    _add_store(commands.add_parser)


def _add_files(add_parser: _Adding) -> None:
    def add(name: str, explained: str) -> argparse.ArgumentParser:
        added = add_parser(name, help=explained, description=explained)
        added.set_defaults(command=_lazily("bot.commands.fact_files", name))
        _add_facts_folder(added)
        return added

    verify = add("verify", "check every fact against the seal")
    verify.add_argument(
        "--article", type=Path, metavar="FILE", help="the article's own text, to check the seal as well"
    )
    seal = add("seal", "print the seal of an article's text")
    seal.add_argument("file", type=Path)
    add("list", "print every fact").add_argument("--json", action="store_true", help="one JSON object a line")
    add("show", "print one fact with its evidence").add_argument("id")


def _add_store(add_parser: _Adding) -> None:
    def add(name: str, explained: str, function: str = "") -> argparse.ArgumentParser:
        added = add_parser(name, help=explained, description=explained)
        added.set_defaults(command=_lazily("bot.commands.curated", function or name))
        return added

    _add_facts_folder(add("import", "merge the fact files into the store; what was curated in chat is kept", "import_"))
    export = add("export", "write the store's facts as fact files, to be reviewed like code")
    export.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where to write them")
    history = add("history", "tell who changed a record, when, how and why")
    history.add_argument("id", help="a fact, subject, attribute or article")
    revert = add("revert", "make a record what it was before its last change")
    revert.add_argument("id", help="a fact, subject, attribute or article")
    revert.add_argument("--version", type=int, metavar="N", help="what it was at this version, as `history` counts")
    revert.add_argument("--why", default="", metavar="TEXT", help="the reason, kept in the history")

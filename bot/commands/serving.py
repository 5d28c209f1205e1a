"""`run`: serve every platform that has a token."""

import argparse
import asyncio
import sys

from bot.app import run as serve
from bot.settings import StartupError, read_settings


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """Serve until told to stop; what stands in the way is said in one sentence."""
    try:
        asyncio.run(serve(read_settings()))
    except StartupError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the command line's own voice
        return 1
    return 0

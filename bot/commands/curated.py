"""`facts import`, `export`, `history`, `revert`: the facts as the store has them, with all that was curated in chat."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable

from alembic.util import CommandError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.knowledge.loading import seed_folder
from bot.settings import Settings, StartupError, read_settings
from bot.store import commands
from bot.store.commands import Report
from bot.store.values import StoreUnavailable


def import_(options: argparse.Namespace) -> int:
    """Merge the fact files into the store."""
    return _told(lambda of: commands.import_facts(of.database_url, options.facts or of.facts or seed_folder()))


def export(options: argparse.Namespace) -> int:
    """Write the store's facts as fact files."""
    return _told(lambda of: commands.export_facts(of.database_url, options.to))


def history(options: argparse.Namespace) -> int:
    """Print who changed a record, when, how and why."""
    return _told(lambda of: commands.show_history(of.database_url, options.id))


def revert(options: argparse.Namespace) -> int:
    """Make a record what it was before its last change, or at a version."""
    return _told(lambda of: commands.revert(of.database_url, options.id, options.why, options.version))


def _told(command: Callable[[Settings], Awaitable[Report]]) -> int:
    """Print what the command reports; a refusal or a store out of reach goes to standard error, with exit code 1."""
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        report = asyncio.run(_report(command))
    except (StartupError, OSError) as error:
        report = Report((str(error),), ok=False)
    for line in report.lines:
        print(line, file=sys.stdout if report.ok else sys.stderr)
    return 0 if report.ok else 1


async def _report(command: Callable[[Settings], Awaitable[Report]]) -> Report:
    settings = read_settings()
    try:
        return await command(settings)
    except (ArgumentError, ImportError) as error:
        raise StartupError(f"DATABASE_URL is not one the bot can use: {error}") from error
    except (StoreUnavailable, CommandError, SQLAlchemyError) as error:
        where = make_url(settings.database_url).render_as_string(hide_password=True)
        raise StartupError(f"The database {where} cannot be used: {error}") from error

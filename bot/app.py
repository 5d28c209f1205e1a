"""The wiring: settings → store → knowledge → service → platforms; signals, and an end in good order."""

import asyncio
import logging
import os
import secrets
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

from aiohttp import web
from alembic.util import CommandError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.chat.platform import Platform
from bot.knowledge.loading import seed_folder
from bot.knowledge.records import BrokenFacts
from bot.replies.catalogue import Catalogue
from bot.service import Service
from bot.settings import Settings, StartupError
from bot.store import guards
from bot.store.curation import Curation
from bot.store.store import Store
from bot.store.thinking import Thinker
from bot.store.values import StoreUnavailable
from bot.web import served, with_health

log = logging.getLogger(__name__)

FINISH_SECONDS = 3.5
"""How long the platforms may take to finish what is being answered."""


async def run(settings: Settings) -> None:
    """Serve every platform that has a token until SIGTERM or SIGINT; a StartupError says why that cannot be."""
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with opened(settings) as service:
        application = with_health(service)
        platforms = connected(settings, service, application)
        port = settings.web_port
        async with served(application, settings.web_host, port) if port is not None else nullcontext():
            log.info("Serving %s", " and ".join(platform.name for platform in platforms))
            await serve(platforms, stop)
    log.info("Stopped in good order")


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Service]:
    """The service that the settings describe, closed at the end."""
    try:
        store = Store(settings.database_url, Thinker(), _secret(settings), settings.retention_days)
    except (ArgumentError, ImportError) as error:
        raise StartupError(f"DATABASE_URL is not one the bot can use: {error}") from None
    try:
        await _open(store, settings.facts or seed_folder())
        curation = Curation(store.library, _guards(settings.guard_questions))
        yield Service(store, curation, Catalogue.load(), settings.curators, settings.curating_chats)
    finally:
        await store.close()


def connected(settings: Settings, service: Service, application: web.Application) -> list[Platform]:
    """Connections to the platforms that have a token. Only those are imported: their libraries take their time."""
    platforms: list[Platform] = []
    if settings.discord_token:
        from bot.chat.discord import platform as discord  # noqa: PLC0415 - see above

        platforms.append(discord.connect(service, settings))
    if settings.telegram_token:
        if settings.telegram_webhook_url and settings.web_port is None:
            raise StartupError("TELEGRAM_WEBHOOK_URL needs WEB_PORT, where the webhook is served")
        from bot.chat.telegram import connection as telegram  # noqa: PLC0415 - see above

        platforms.append(telegram.connect(service, settings, application))
    if not platforms:
        raise StartupError("Neither DISCORD_TOKEN nor TELEGRAM_TOKEN is set, so there is nowhere to serve")
    return platforms


async def serve(platforms: Sequence[Platform], stop: asyncio.Event) -> None:
    """Run the platforms until `stop`, or until one of them ends; then close all in good order."""
    running = [asyncio.create_task(platform.run(), name=platform.name) for platform in platforms]
    stopping = asyncio.create_task(stop.wait(), name="stop")
    await asyncio.wait([*running, stopping], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    try:
        async with asyncio.timeout(FINISH_SECONDS):
            await asyncio.gather(*(platform.close() for platform in platforms))
            await asyncio.wait(running)
    except TimeoutError:
        log.warning("What was still being answered after %s s was given up", FINISH_SECONDS)
    for task in running:
        task.cancel()
    for ended in await asyncio.gather(*running, return_exceptions=True):
        if isinstance(ended, Exception):
            raise ended


async def _open(store: Store, facts: Path) -> None:
    where = store.database.engine.url.render_as_string(hide_password=True)
    try:
        await store.open(facts)
    except StoreUnavailable as error:
        raise StartupError(f"The database {where} cannot be used: {error}") from error
    except BrokenFacts as broken:
        more = f" (and {len(broken.faults) - 1} more faults)" if len(broken.faults) > 1 else ""
        raise StartupError(f"The facts are broken: {broken.faults[0]}{more}") from broken
    except (CommandError, SQLAlchemyError) as error:
        raise StartupError(f"The database {where} is not one of this bot's version: {error}") from error


def _guards(file: Path) -> tuple[guards.Guard, ...]:
    try:
        return guards.load(file)
    except FileNotFoundError:
        log.warning("There is no %s: what is taught is only checked against what was taught before", file)
        return ()


def _secret(settings: Settings) -> str:
    """The key of the hashes that stand for people: as set, or one made once and kept beside a SQLite file."""
    if settings.secret is not None:
        return settings.secret.get_secret_value()
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise StartupError("SECRET is not set; every process on one database needs the same, any long random text")
    file = Path(url.database).with_name("secret")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(32))
    except FileExistsError:
        pass
    return file.read_text()

"""The small web server of the bot: health for whoever watches it, and whatever routes a platform adds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict

from aiohttp import web

from bot.service import Service
from bot.settings import StartupError

CLOSE_SECONDS = 1.0


def with_health(service: Service) -> web.Application:
    """An application that tells at /health how the service is."""

    async def health(_: web.Request) -> web.Response:
        told = service.health()
        return web.json_response({"status": "degraded" if told.faults else "ok", **asdict(told)})

    application = web.Application()
    application.router.add_get("/health", health)
    return application


@asynccontextmanager
async def served(application: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """Serve the application for as long as this lasts, on the port that is given back (0 takes a free one)."""
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=CLOSE_SECONDS)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise StartupError(f"WEB_PORT {port} cannot be used on {host}: {error.strerror}") from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()

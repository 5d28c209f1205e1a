"""Updates that Telegram posts to an address of ours, side by side with whatever else that web server serves."""

import hashlib
import hmac
import json
from urllib.parse import urlsplit

from aiohttp import web

from bot.chat.telegram.arrivals import Arrivals

HEADER = "X-Telegram-Bot-Api-Secret-Token"


def derived_secret(token: str) -> str:
    """A webhook secret where none is set: the same in every replica, and of no help in finding the token."""
    return hmac.digest(token.encode(), b"telegram webhook", hashlib.sha256).hex()


class Webhook:
    """Thanks Telegram at once and lets the answer follow, so that a slow answer is not asked for twice."""

    def __init__(self, url: str, secret: str) -> None:
        self.url = url
        self.secret = secret
        self.path = urlsplit(url).path or "/"
        self._arrivals: Arrivals | None = None

    def open(self, arrivals: Arrivals) -> None:
        """From now on take updates. Before that, and once shut, Telegram is asked to come back."""
        self._arrivals = arrivals

    def shut(self) -> None:
        """Take no more updates; Telegram keeps them for whoever serves next."""
        self._arrivals = None

    async def receive(self, request: web.Request) -> web.Response:
        """One update, if it comes from Telegram."""
        given = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self.secret.encode()):
            return web.Response(status=401)
        if self._arrivals is None:
            return web.Response(status=503)
        try:
            update = await request.json()
        except (json.JSONDecodeError, UnicodeDecodeError):
            return web.Response(status=400)
        self._arrivals.take(update)
        return web.Response()

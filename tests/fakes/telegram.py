"""A Bot API server for tests, as strict as Telegram. This is its HTTP side; it serves on loopback."""

import asyncio
import json
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientError, ClientSession, web

from tests.fakes.telegram_methods import call
from tests.fakes.telegram_people import People
from tests.fakes.telegram_rules import Fields, Json, Refusal
from tests.fakes.telegram_state import HIDDEN, Call, State

TOKEN = "42:TEST-token_of_the_fake"
RETRY = 0.05


class FakeTelegram(People):
    """Serves one bot: long polling and webhook, every message and button checked."""

    def __init__(self, *, reads_all: bool = True) -> None:
        super().__init__(State(reads_all=reads_all))
        self.url = ""
        self.late = 0.0  # seconds that every answer takes longer
        self.broken = 0  # answers to come that are a proxy's error page, nothing having been done
        self.garbled = 0  # answers to come that cannot be read, although all was done
        self._poll: asyncio.Event | None = None
        self._deliveries: set[asyncio.Task[None]] = set()
        self._pump: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=8 << 20)
        app.router.add_post("/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        assert self._runner.server is not None
        self._server = self._runner.server
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self._client = ClientSession()
        self._pump = asyncio.create_task(self._deliver_all())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        tasks = [task for task in (self._pump, *self._deliveries) if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._poll:
            self._poll.set()
        await self._client.close()
        await self._runner.cleanup()

    def cut(self) -> None:
        """Drop every connection at once, as when a server behind the address is replaced."""
        for handler in list(self._server.connections):
            if handler.transport is not None:
                handler.transport.abort()

    async def _serve(self, request: web.Request) -> web.Response:
        fields = dict(await request.post())
        method = request.match_info["method"]
        if self.late:
            await asyncio.sleep(self.late)
        if self.broken and method != "getUpdates":
            self.broken -= 1
            return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
        try:
            if request.match_info["token"] != TOKEN:
                raise Refusal(401, "Unauthorized")
            result = await self._result(method, fields)
            if self.garbled and method != "getUpdates":
                self.garbled -= 1
                result = {}
            return web.json_response({"ok": True, "result": result})
        except Refusal as refusal:
            if request.transport is not None:  # else nobody is there to be refused
                self.state.refused.append((method, refusal.description))
            return web.json_response(refusal.body(), status=refusal.code)
        finally:
            await self.state.wake()

    async def _result(self, method: str, fields: dict[str, Any]) -> object:
        self.state.calls.append(Call(method, fields, asyncio.get_running_loop().time()))
        if method == "getUpdates":
            return await self._updates(fields)
        result = call(self.state, method, fields)
        return _public(result) if isinstance(result, dict) else result

    async def _updates(self, fields: Fields) -> list[Json]:
        """Long polling: `offset` confirms, a second poller throws out the first, a webhook forbids it."""
        state = self.state
        if state.webhook["url"]:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first")
        if self._poll:
            self._poll.set()
        mine = self._poll = asyncio.Event()
        if "allowed_updates" in fields:
            state.allowed = json.loads(fields["allowed_updates"]) or None
        offset, limit = int(fields.get("offset", 0)), int(fields.get("limit", 100))
        state.updates = [update for update in state.updates if update["update_id"] >= offset]
        state.confirmed = max(state.confirmed, offset - 1)
        await state.wake()
        try:
            async with asyncio.timeout(float(fields.get("timeout", 0))), state.changed:
                await state.changed.wait_for(lambda: state.updates or mine.is_set())
        except TimeoutError:
            pass
        if mine.is_set():
            said = "terminated by other getUpdates request; make sure that only one bot instance is running"
            raise Refusal(409, f"Conflict: {said}")
        self._poll = None
        return state.updates[:limit]

    async def _deliver_all(self) -> None:
        """Webhook deliveries, side by side, each repeated until it is taken."""
        state = self.state
        while True:
            async with state.changed:
                await state.changed.wait_for(lambda: state.webhook["url"] and state.updates)
            for update in state.updates:
                task = asyncio.create_task(self._deliver(update))
                self._deliveries.add(task)
                task.add_done_callback(self._deliveries.discard)
            state.updates = []

    async def _deliver(self, update: Json) -> None:
        if not await self.deliver_once(update):
            await asyncio.sleep(RETRY)
            await self._deliver(update)
            return
        self.state.confirmed = max(self.state.confirmed, update["update_id"])
        await self.state.wake()

    async def deliver_once(self, update: Json, secret: str | None = None) -> bool:
        """Post one update to the webhook; whether the bot took it."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.state.webhook["secret"] if secret is None else secret}
        try:
            async with self._client.post(self.state.webhook["url"], json=update, headers=headers) as response:
                return response.status == 200
        except ClientError:
            return False


def _public(result: Json) -> Json:
    """A result without what only the test may see."""
    return {key: value for key, value in result.items() if key not in HIDDEN and value is not None}

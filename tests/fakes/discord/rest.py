"""The REST API under /api/v10: the routes that the bot uses, as strict as the real ones; any other is a 404."""

import json
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import BodyPartReader, web

from tests.fakes.discord.commands import check_commands
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.messages import EPHEMERAL, check_choices, check_message, check_modal, pings
from tests.fakes.discord.refusals import JSON, Refused
from tests.fakes.discord.world import (
    EMBED,
    HISTORY,
    SEND,
    SEND_IN_THREADS,
    THREAD,
    VIEW,
    Channel,
    Interaction,
    World,
    as_api_shows,
)

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
REPLY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, OPEN_MODAL = 4, 5, 6, 7, 8, 9
_FITS = {
    COMMAND: {REPLY, DEFER, OPEN_MODAL},
    COMPONENT: {REPLY, DEFER, DEFER_UPDATE, UPDATE, OPEN_MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL: {REPLY, DEFER, DEFER_UPDATE, UPDATE},
}
_AGENT = re.compile(r"DiscordBot \(https?://\S+ \S+\).*")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def answer(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """A reply with exactly `application/json` as its type, as Discord sends it."""
    if status == 204:
        return web.Response(status=204, headers=headers)
    return web.Response(
        body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json", **(headers or {})}
    )


async def received(request: web.Request) -> tuple[JSON, dict[str, bytes]]:
    """The JSON body and the files of a request, sent plainly or as a form."""
    if request.content_type != "multipart/form-data":
        return await request.json(), {}
    body, files = {}, {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        if part.name == "payload_json":
            body = json.loads(await part.text())
        else:
            files[part.filename or ""] = bytes(await part.read())
    return body, files


class Rest:
    """The routes, over one world."""

    def __init__(self, world: World, gateway: Gateway, token: str) -> None:
        self._world = world
        self._gateway = gateway
        self._token = token
        self.late = False
        self.requests: list[str] = []
        self.refused: list[Refused] = []
        self._too_many: dict[str, float] = {}

    def limit_next(self, route: str, seconds: float) -> None:
        """Answer the next request to this method and path with 429."""
        self._too_many[route] = seconds

    def routes(self) -> list[web.RouteDef]:
        """What is served."""
        channel, hook = "/channels/{channel}", "/webhooks/{application}/{token}"
        return [
            web.get("/users/@me", self.me),
            web.get("/oauth2/applications/@me", self.application),
            web.get("/gateway/bot", self.gateway_bot),
            web.put("/applications/{application}/commands", self.put_commands),
            web.post(f"{channel}/messages", self.post_message),
            web.get(f"{channel}/messages/{{message}}", self.get_message),
            web.post("/interactions/{interaction}/{token}/callback", self.callback),
            web.post(hook, self.followup),
            web.get(f"{hook}/messages/@original", self.get_original),
            web.patch(f"{hook}/messages/@original", self.edit_original),
        ]

    @web.middleware
    async def manners(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Count requests, and refuse those without a token, with a poor user agent, or too many."""
        route = f"{request.method} {request.path.removeprefix('/api/v10')}"
        self.requests.append(route)
        if (seconds := self._too_many.pop(route, None)) is not None:
            body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
            return answer(body, 429, {"Via": "1.1 google", "Retry-After": str(seconds)})
        try:
            self._check_caller(request)
            return await handler(request)
        except web.HTTPException as unknown:
            return self._refuse(Refused(unknown.status, 0, f"{unknown.status}: {unknown.reason}"))
        except Refused as refused:
            return self._refuse(refused)

    def _refuse(self, refused: Refused) -> web.Response:
        self.refused.append(refused)
        return answer(refused.body, refused.status)

    def _check_caller(self, request: web.Request) -> None:
        """Interactions and webhooks carry their own token in the path; everything else is asked as the bot."""
        if request.path.split("/")[3] in {"interactions", "webhooks"}:
            return
        if not _AGENT.fullmatch(request.headers.get("User-Agent", "")):
            raise Refused(403, 40333, "internal network error")
        if request.headers.get("Authorization") != f"Bot {self._token}":
            raise Refused(401, 0, "401: Unauthorized")

    async def me(self, _request: web.Request) -> web.Response:
        return answer(self._world.bot.payload())

    async def application(self, _request: web.Request) -> web.Response:
        bot = self._world.bot.payload()
        return answer(
            {
                "id": self._world.application,
                "name": "gpubot",
                "description": "",
                "icon": None,
                "bot_public": True,
                "bot_require_code_grant": False,
                "verify_key": "",
                "owner": bot,
            }
        )

    async def gateway_bot(self, _request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return answer({"url": self._gateway.url, "shards": self._gateway.shards, "session_start_limit": limit})

    async def put_commands(self, request: web.Request) -> web.Response:
        commands = await request.json()
        check_commands(commands)
        application = self._world.application
        self._world.commands = [
            {"type": 1, "description": "", **c, "id": self._world.snowflakes.next(), "application_id": application}
            for c in commands
        ]
        return answer(self._world.commands)

    # Messages

    def _channel(self, request: web.Request) -> Channel:
        channel = self._world.channels.get(request.match_info["channel"])
        if channel is None:
            raise Refused(404, 10003, "Unknown Channel")
        if not channel.allowed & VIEW:
            raise Refused(403, 50001, "Missing Access")
        return channel

    async def post_message(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        if not channel.allowed & (SEND_IN_THREADS if channel.kind == THREAD else SEND):
            raise Refused(403, 50013, "Missing Permissions")
        body, files = await received(request)
        body = self._allowed(body, channel)
        check_message(body, len(files))
        message = self._world.message(channel, self._world.bot, body, **self._reference(body, channel))
        channel.posted.put_nowait(message)
        return answer(as_api_shows(message))

    @staticmethod
    def _allowed(body: JSON, channel: Channel) -> JSON:
        """Without the permission to embed links, Discord drops embeds and says nothing."""
        return body if channel.allowed & EMBED else {**body, "embeds": []}

    def _reference(self, body: JSON, channel: Channel) -> JSON:
        reference = body.get("message_reference")
        if reference is None:
            return {"pings": sorted(pings(body))}
        if not channel.allowed & HISTORY:
            raise Refused(400, 160002, "Cannot reply without permission to read message history")
        replied_to = self._world.messages.get(str(reference["message_id"]))
        if replied_to is None:
            if reference.get("fail_if_not_exists", True):
                raise Refused(400, 50035, "Invalid Form Body\nmessage_reference: Unknown message")
            return {"pings": sorted(pings(body))}
        named = {key: str(value) for key, value in reference.items() if key.endswith("_id")}
        whom = sorted(pings(body, replied_to["author"]["id"]))
        return {"type": 19, "message_reference": named, "referenced_message": replied_to, "pings": whom}

    async def get_message(self, request: web.Request) -> web.Response:
        self._channel(request)
        message = self._world.messages.get(request.match_info["message"])
        if message is None:
            raise Refused(404, 10008, "Unknown Message")
        return answer(as_api_shows(message))

    # Interactions

    async def callback(self, request: web.Request) -> web.Response:
        """The first answer to an interaction: once, within 3 s, of a fitting kind. A refused one does not count."""
        interaction = self._world.interactions.get(request.match_info["token"])
        if interaction is None or interaction.id != request.match_info["interaction"]:
            raise Refused(404, 10062, "Unknown interaction")
        if interaction.callback is not None:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        if self.late or time.monotonic() - interaction.opened > 3:
            raise Refused(404, 10062, "Unknown interaction")
        body, files = await received(request)
        message = self._first(interaction, body, files)
        interaction.callback = body
        interaction.changed.set()
        if not request.query.get("with_response"):
            return answer(None, 204)
        about: JSON = {"interaction": {"id": interaction.id, "type": interaction.kind}}
        if message is not None:
            about["resource"] = {"type": body["type"], "message": as_api_shows(message)}
        return answer(about)

    def _first(self, interaction: Interaction, body: JSON, files: dict[str, bytes]) -> JSON | None:
        kind, data = body["type"], body.get("data") or {}
        if kind not in _FITS[interaction.kind] or (kind == UPDATE and interaction.message is None):
            raise Refused(400, 50035, f"Invalid Form Body\ntype: {kind} does not answer {interaction.kind}")
        if kind == OPEN_MODAL:
            check_modal(data)
        elif kind == CHOICES:
            check_choices(data)
        elif kind == REPLY:
            check_message(data, len(files))
            interaction.original = self._shown(interaction, data, files)
        elif kind == UPDATE:
            check_message(data, len(files), edits=True)
            interaction.original = self._change(interaction.message or {}, data)
        return interaction.original

    def _shown(self, interaction: Interaction, data: JSON, files: dict[str, bytes]) -> JSON:
        message = self._world.message(interaction.channel, self._world.bot, data, pings=sorted(pings(data)))
        return message | {"ephemeral": bool(data.get("flags", 0) & EPHEMERAL), "files": files}

    @staticmethod
    def _change(message: JSON, data: JSON) -> JSON:
        message.update({key: value or [] for key, value in data.items() if key in {"embeds", "components"}})
        message["content"] = data.get("content", message["content"]) or ""
        return message

    def _acknowledged(self, request: web.Request) -> Interaction:
        interaction = self._world.interactions.get(request.match_info["token"])
        if interaction is None or interaction.callback is None:
            raise Refused(404, 10015, "Unknown Webhook")
        return interaction

    async def followup(self, request: web.Request) -> web.Response:
        interaction = self._acknowledged(request)
        body, files = await received(request)
        check_message(body, len(files))
        message = self._shown(interaction, body, files)
        if interaction.deferred and interaction.original is None:
            interaction.original = message
        else:
            interaction.followups.append(message)
        interaction.changed.set()
        return answer(as_api_shows(message))

    def _original(self, request: web.Request) -> tuple[Interaction, JSON]:
        interaction = self._acknowledged(request)
        if interaction.original is None and interaction.message is None:
            raise Refused(404, 10008, "Unknown Message")
        return interaction, interaction.original or interaction.message or {}

    async def get_original(self, request: web.Request) -> web.Response:
        return answer(as_api_shows(self._original(request)[1]))

    async def edit_original(self, request: web.Request) -> web.Response:
        interaction, message = self._original(request)
        body, files = await received(request)
        check_message(body, len(files), edits=True)
        interaction.original = self._change(message, body)
        interaction.changed.set()
        return answer(as_api_shows(interaction.original))

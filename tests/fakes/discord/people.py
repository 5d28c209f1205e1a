"""What people do in the Discord client, and what they then see."""

from typing import Any

from tests.fakes.discord.commands import BOOLEAN, GROUP, INTEGER, ON_MESSAGE, STRING, SUBCOMMAND
from tests.fakes.discord.refusals import JSON
from tests.fakes.discord.rest import AUTOCOMPLETE, CHOICES, COMMAND, COMPONENT, MODAL
from tests.fakes.discord.world import (
    EVERYONE_MAY,
    MANAGE_GUILD,
    Channel,
    Interaction,
    User,
    as_api_shows,
    bot_role,
    member,
)

BUTTON, SELECT = 2, 3


class Person:
    """A person with a client. What it is not offered there, it cannot do: the test fails."""

    def __init__(self, server: Any, user: User) -> None:
        self._server = server
        self.user = user

    # Messages

    async def says(
        self, channel: Channel, text: str, *, to: JSON | None = None, ping: bool = True, **more: Any
    ) -> JSON:
        """Post a message, as a reply `to` another one if given."""
        world = self._server.world
        bot = world.bot
        mentioned = f"<@{bot.id}>" in text or f"<@!{bot.id}>" in text or (to is not None and ping and _by(to, bot))
        fields: JSON = {"mentions": [bot.payload()] if mentioned else []}
        if channel.guild is not None:
            fields["guild_id"] = channel.guild.id
            fields["member"] = {key: value for key, value in member(self.user).items() if key != "user"}
            fields["mention_roles"] = [bot_role(channel.guild.id)] if bot_role(channel.guild.id) in text else []
        if to is not None:
            where = {"message_id": to["id"], "channel_id": channel.id, "guild_id": fields.get("guild_id")}
            fields |= {"type": 19, "message_reference": where, "referenced_message": as_api_shows(to)}
        message: JSON = world.message(channel, self.user, {"content": text}, **(fields | more))
        await self._server.gateway.dispatch("MESSAGE_CREATE", message, fields.get("guild_id"))
        return message

    async def asks(self, channel: Channel, text: str, **how: Any) -> JSON:
        """Post a message and read the bot's next one in the channel."""
        await self.says(channel, text, **how)
        reply: JSON = await self._server.next_message(channel)
        return reply

    # Commands

    async def uses(self, channel: Channel, name: str, **options: Any) -> Interaction:
        """Use a slash command (`"settings show"` for a subcommand)."""
        return await self._send(COMMAND, channel, self._slash(channel, name, options, None))

    async def types(self, channel: Channel, name: str, focus: str, **options: Any) -> list[JSON]:
        """Type into an option and read the choices that appear."""
        callback = await self._server.answered(await self.typing(channel, name, focus, **options))
        assert callback["type"] == CHOICES
        choices: list[JSON] = callback["data"]["choices"]
        return choices

    async def typing(self, channel: Channel, name: str, focus: str, **options: Any) -> Interaction:
        """Type into an option, without waiting for choices."""
        return await self._send(AUTOCOMPLETE, channel, self._slash(channel, name, options, focus))

    async def picks(self, channel: Channel, name: str, message: JSON) -> Interaction:
        """Use a command of a message's context menu."""
        command = self._offered(channel, name, ON_MESSAGE)
        resolved = {"messages": {message["id"]: as_api_shows(message)}}
        data = {"id": command["id"], "name": name, "type": ON_MESSAGE, "target_id": message["id"], "resolved": resolved}
        return await self._send(COMMAND, channel, data)

    def _slash(self, channel: Channel, path: str, options: JSON, focus: str | None) -> JSON:
        name, *inner = path.split()
        command = self._offered(channel, name, 1)
        known, wrap = command.get("options", []), []
        for step in inner:
            sub = next(option for option in known if option["name"] == step and option["type"] in {SUBCOMMAND, GROUP})
            wrap.append(sub)
            known = sub.get("options", [])
        missing = [o["name"] for o in known if o.get("required") and o["name"] not in options]
        assert focus or not missing, f"/{path} needs {missing}"
        sent: list[JSON] = [_option(known, key, value, focus) for key, value in options.items()]
        for sub in reversed(wrap):
            sent = [{"type": sub["type"], "name": sub["name"], "options": sent}]
        return {"id": command["id"], "name": name, "type": 1, "options": sent}

    def _offered(self, channel: Channel, name: str, kind: int) -> JSON:
        found = [c for c in self._server.world.commands if c["name"] == name and c["type"] == kind]
        assert found, f"no command {name!r} of type {kind} was registered"
        command: JSON = found[0]
        context = 0 if channel.guild else 1
        assert context in (command.get("contexts") or [0, 1, 2]), f"{name} is not offered here"
        needed = int(command.get("default_member_permissions") or 0)
        assert not channel.guild or needed & self._permissions() == needed, f"{name} is not offered to {self.user.name}"
        return command

    # Components

    async def clicks(self, message: JSON, label: str) -> Interaction:
        """Press the button that carries this label, or this custom id."""
        item = _component(message, lambda c: c["type"] == BUTTON and label in {c.get("label"), c.get("custom_id")})
        assert not item.get("disabled"), f"{label} is greyed out"
        return await self._component(message, {"component_type": BUTTON, "custom_id": item["custom_id"]})

    async def chooses(self, message: JSON, *values: str, menu: int = 0) -> Interaction:
        """Choose from the select menu of a message (the first, unless told which)."""
        menus = [c for row in message["components"] for c in row["components"] if c["type"] != BUTTON]
        item = menus[menu]
        if item["type"] == SELECT:
            offered = {option["value"] for option in item["options"]}
            assert set(values) <= offered, f"{set(values) - offered} is not offered"
        chosen: JSON = {"component_type": item["type"], "custom_id": item["custom_id"], "values": list(values)}
        if item["type"] == 5:
            users = self._server.world.users
            chosen["resolved"] = {
                "users": {v: users[v].payload() for v in values},
                "members": {v: {k: x for k, x in member(users[v]).items() if k != "user"} for v in values},
            }
        return await self._component(message, chosen)

    async def submits(self, opened: Interaction, **fields: str | list[str]) -> Interaction:
        """Fill in the modal that an interaction opened, by the custom ids of its inputs, and send it."""
        modal = (await self._server.answered(opened))["data"]
        left, labelled = dict(fields), [item["component"] for item in modal["components"] if item["type"] == 18]
        labels = [{"type": 18, "id": 1, "component": _filled(component, left)} for component in labelled]
        assert not left, f"no input {sorted(left)} in {modal['title']!r}"
        data = {"custom_id": modal["custom_id"], "components": labels}
        return await self._send(MODAL, opened.channel, data, opened.message)

    async def _component(self, message: JSON, data: JSON) -> Interaction:
        channel = self._server.world.channels[message["channel_id"]]
        return await self._send(COMPONENT, channel, data, message)

    # What all of them send

    def _permissions(self) -> int:
        return EVERYONE_MAY | (MANAGE_GUILD if self.user.manager else 0)

    async def _send(self, kind: int, channel: Channel, data: JSON, message: JSON | None = None) -> Interaction:
        world = self._server.world
        id_ = world.snowflakes.next()
        interaction = Interaction(id_, f"interaction-token-{id_}", kind, channel, message)
        world.interactions[interaction.token] = interaction
        guild = channel.guild
        payload: JSON = {
            "id": id_,
            "application_id": world.application,
            "type": kind,
            "token": interaction.token,
            "version": 1,
            "data": data,
            "channel": {**channel.payload(), "permissions": str(self._permissions())},
            "channel_id": channel.id,
            "locale": self.user.locale,
            "context": 0 if guild else 1,
            "attachment_size_limit": 10 << 20,
            "entitlements": [],
            "app_permissions": str(channel.allowed),
            "authorizing_integration_owners": {"0": guild.id if guild else "0"},
        }
        if message is not None:
            payload["message"] = as_api_shows(message)
        if guild is None:
            payload["user"] = self.user.payload()
        else:
            payload["guild_id"], payload["guild_locale"] = guild.id, guild.locale
            payload["guild"] = {"id": guild.id, "locale": guild.locale, "features": []}
            payload["member"] = {**member(self.user), "permissions": str(self._permissions())}
        await self._server.gateway.dispatch("INTERACTION_CREATE", payload, guild.id if guild else None)
        return interaction


def _by(message: JSON, user: User) -> bool:
    return bool(message["author"]["id"] == user.id)


def _option(known: list[JSON], key: str, value: Any, focus: str | None) -> JSON:
    option = next(o for o in known if o["name"] == key)
    types = {STRING: str, INTEGER: int, BOOLEAN: bool}
    fits: bool = isinstance(value, types.get(option["type"], str))
    assert fits, f"{key}: {value!r}"
    if option["type"] == STRING and key != focus:
        assert option.get("min_length", 0) <= len(value) <= option.get("max_length", 6000), f"{key}: too long"
        choices = [choice["value"] for choice in option.get("choices", [])]
        assert not choices or value in choices, f"{key}: {value!r} is not offered"
    sent = {"name": key, "type": option["type"], "value": value}
    return sent | {"focused": True} if key == focus else sent


def _component(message: JSON, fits: Any) -> JSON:
    every = [component for row in message["components"] for component in row["components"]]
    found = [component for component in every if fits(component)]
    assert found, f"no such component among {[c.get('label') or c.get('custom_id') for c in every]}"
    item: JSON = found[0]
    return item


def _filled(component: JSON, fields: dict[str, str | list[str]]) -> JSON:
    """One input as the client sends it, with the limits that the client itself enforces."""
    name = component["custom_id"]
    if component["type"] == SELECT:
        chosen = fields.pop(name, [o["value"] for o in component["options"] if o.get("default")])
        assert chosen or not component.get("required", True), f"{name} is required"
        return {"type": SELECT, "id": 2, "custom_id": name, "values": chosen}
    text = str(fields.pop(name, component.get("value") or ""))
    assert text or not component.get("required", True), f"{name} is required"
    assert len(text) <= (component.get("max_length") or 4000), f"{name}: too long"
    return {"type": component["type"], "id": 2, "custom_id": name, "value": text}

"""Draws the README's pictures of Discord: real questions to the real bot, its payloads drawn by web components.

Run it as `python -m bench.pictures NODE_MODULES`: that folder holds the npm package
`@derockdev/discord-components-core`, and Debian's `chromium`, `fonts-noto-cjk` and `fonts-noto-color-emoji` are there.
The pictures go to `docs/pictures/`.
"""

import asyncio
import re
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from aiohttp import web
from pydantic import SecretStr

from bot.answering.engine import Engine
from bot.chat.discord.platform import connect
from bot.knowledge.loading import load
from bot.replies.catalogue import Catalogue
from bot.settings import Settings
from tests.fakes.discord.refusals import JSON
from tests.fakes.discord.server import TOKEN, FakeDiscord, fake_discord
from tests.fakes.discord.world import Channel
from tests.services import memory_service

PICTURES_FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
PACKAGE = "@derockdev/discord-components-core/dist/derockdev-discord-components-core"
STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "destructive"}


@dataclass(frozen=True)
class Picture:
    """What is asked for one picture: each line is a command with its options, or a message that mentions the bot."""

    name: str
    width: int
    asked: tuple[str | tuple[str, dict[str, str]], ...]
    locale: str = "zh-TW"


PICTURES = (
    Picture("discord-answer", 640, (("gpu", {"question": "沐曦 2024 營收"}),)),
    Picture("discord-compare", 640, (("compare", {"first": "metax", "second": "biren", "what": "revenue"}),)),
    Picture("discord-phone", 390, (("compare", {"first": "metax", "second": "biren", "what": "revenue"}),), "zh-CN"),
    Picture("discord-group", 640, ("壁仞24年賺幾多?", "沐曦的淨利潤是多少")),
)


async def main(modules: Path) -> None:
    """Draw every picture."""
    async with fake_discord() as server, memory_service(Engine(load(Path("facts"))), Catalogue.load()) as service:
        channel = server.world.channel(server.world.guild("GPU"), "general")
        settings = {"discord_token": SecretStr(TOKEN), "discord_api_url": server.api_url}
        settings["discord_gateway_url"] = server.gateway.url
        platform = connect(service, Settings.model_validate(settings))
        running = asyncio.create_task(platform.run())
        server.watch(running)
        await server.ready()
        pages = [(picture, page(await talk(server, channel, picture), picture.width)) for picture in PICTURES]
        await platform.close()
        await running
    for picture, html in pages:
        await draw(picture, html, modules)


async def talk(server: FakeDiscord, channel: Channel, picture: Picture) -> str:
    """Ask, and lay out what stands in the channel then."""
    drawn, bot = [], f"<@{server.world.bot.id}>"
    for asked in picture.asked:
        person = server.person("小明", locale=picture.locale)
        if isinstance(asked, str):
            reply = await person.asks(channel, f"{bot} {asked}")
            drawn += [
                said("小明", f"{tag('discord-mention', '算力小幫手', type='user')} {escape(asked)}"),
                shown(reply, asked),
            ]
        else:
            command, options = asked
            drawn.append(shown(await server.shown(await person.uses(channel, command, **options)), f"/{command}"))
    return "".join(drawn)


def said(author: str, text: str) -> str:
    """A message of a person."""
    return tag("discord-message", text, author=author, avatar=avatar("#5865f2"), timestamp="2026-02-02T14:02:00")


def shown(message: JSON, asked: str) -> str:
    """A message of the bot, from the payload that Discord got."""
    answers = {"author": "小明", "avatar": avatar("#5865f2"), "slot": "reply"}
    if asked.startswith("/"):
        above = tag("discord-command", "", command=asked, **answers)
    else:
        above = tag("discord-reply", escape(asked), **answers)
    embeds = "".join(map(embed, message["embeds"]))
    rows = "".join(
        tag("discord-action-row", "".join(map(component, row["components"]))) for row in message["components"]
    )
    below = tag("discord-attachments", rows, slot="components") if rows else ""
    inside = above + markdown(message["content"]) + embeds + below
    who = {"author": "算力小幫手", "avatar": avatar("#2e9e6b"), "bot": "true"}
    return tag("discord-message", inside, **who, timestamp="2026-02-02T14:02:00")


def embed(data: JSON) -> str:
    """One embed."""
    description = tag("discord-embed-description", markdown(data.get("description", "")), slot="description")
    places = iter(range(1, 26))
    fields = "".join(field(one, next(places) if one.get("inline") else 0) for one in data.get("fields", []))
    fields = tag("discord-embed-fields", fields, slot="fields") if fields else ""
    return tag("discord-embed", description + fields, slot="embeds", color=f"#{data.get('color', 0):06x}")


def field(data: JSON, place: int) -> str:
    """One field of an embed."""
    inline = {"inline": "true", "inline-index": str(place)} if place else {}
    return tag("discord-embed-field", markdown(data["value"]), **{"field-title": data["name"]}, **inline)


def component(data: JSON) -> str:
    """A button or a menu."""
    if data["type"] != 2:
        return f'<div class="menu">{escape(data["placeholder"])}<span>⌄</span></div>'
    emoji = (data.get("emoji") or {}).get("name", "")
    return tag("discord-button", escape(f"{emoji} {data['label']}"), type=STYLES[data["style"]])


INLINE = (
    (re.compile(r"\\([^\w\s])"), lambda m: f"&#{ord(m[1])};"),
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)"), r"<i>\1</i>"),
    (re.compile(r"\[([^\]]+)\]\(&lt;(.+?)&gt;\)"), r'<a href="\2">\1</a>'),
)


def markdown(text: str) -> str:
    """Discord's markdown, as far as the bot writes it."""
    return "".join(map(_line, text.split("\n")))


def _line(text: str) -> str:
    for mark, name in (("# ", "h1"), ("## ", "h2"), ("> ", "blockquote"), ("-# ", "small")):
        if text.startswith(mark):
            return f'<div class="{name}">{_inline(text.removeprefix(mark))}</div>'
    return f'<div class="line">{_inline(text)}</div>'


def _inline(text: str) -> str:
    text = escape(text, quote=False)
    for pattern, replacement in INLINE:
        text = pattern.sub(replacement, text)
    return text


def tag(name: str, inside: str, **attributes: str) -> str:
    """An element."""
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{inside}</{name}>"


def avatar(colour: str) -> str:
    """A disc of a colour as a picture."""
    disc = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' fill='{colour}'/></svg>"
    )
    return f"data:image/svg+xml,{quote(disc)}"


STYLE = """
body { margin: 0; width: WIDTHpx; background: #313338 }
discord-messages, .menu { font-family: 'Noto Sans', 'Noto Sans CJK TC', 'Noto Color Emoji', sans-serif !important }
.h1 { font-size: 1.6em; font-weight: 700; line-height: 1.4; color: #f2f3f5 }
.h2 { font-size: 1.25em; font-weight: 700; line-height: 1.4; color: #f2f3f5 }
.line { min-height: .7em }
.blockquote { border-left: 4px solid #4e5058; padding-left: 10px }
.small { font-size: .82em; color: #949ba4; margin-top: 2px }
.menu { background: #1e1f22; border-radius: 4px; padding: 9px 12px; color: #949ba4; width: 376px;
        max-width: 80vw; box-sizing: border-box; display: flex; justify-content: space-between; font-size: 14px }
"""


PAGE = """<!doctype html><meta charset=utf-8><title>?</title><style>{style}</style>
<script type="module" src="/modules/derockdev-discord-components-core.esm.js"></script>
<script>addEventListener('load', () => setTimeout(() => document.title = document.body.scrollHeight, 800))</script>
<discord-messages>{body}</discord-messages>"""


def page(body: str, width: int) -> str:
    """The whole page; its title tells how high it is once everything is drawn."""
    return PAGE.format(style=STYLE.replace("WIDTH", str(width)), body=body)


async def draw(picture: Picture, html: str, modules: Path) -> None:
    """Let chromium take the picture, as high as its content."""

    async def serve(_request: web.Request) -> web.Response:
        return web.Response(text=html, content_type="text/html")

    app = web.Application()
    app.router.add_get("/", serve)
    app.router.add_static("/modules", modules / PACKAGE)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    try:
        drawn = await chromium(picture.width, 2000, "--dump-dom", address)
        height = re.search(r"<title>(\d+)</title>", drawn)
        file = PICTURES_FOLDER / f"{picture.name}.png"
        await chromium(picture.width, int(height[1]) if height else 800, f"--screenshot={file}", address)
        print(f"{file.name}: {file.stat().st_size / 1024:.0f} KB")
    finally:
        await runner.cleanup()


async def chromium(width: int, height: int, *arguments: str) -> str:
    """What a headless browser prints."""
    process = await asyncio.create_subprocess_exec(
        *("chromium", "--headless", "--no-sandbox", "--hide-scrollbars", "--virtual-time-budget=4000"),
        *(f"--window-size={width},{height}", *arguments),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    printed, _ = await process.communicate()
    return printed.decode()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))

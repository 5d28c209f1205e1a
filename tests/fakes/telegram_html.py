"""What Telegram makes of HTML: text and entities, or a refusal. Stricter only where Telegram drops silently."""

import re
from dataclasses import dataclass

PLAIN = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "code", "pre", "blockquote"}
TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(?P<dec>\d{1,8})|#x(?P<hex>[0-9a-fA-F]{1,6})|(?P<name>[a-zA-Z]+));")
PLAIN_RUN = re.compile(r"[^<&]+")
TAG = re.compile(r"<(?P<end>/?)(?P<name>[^\s>/]*)(?P<rest>[^>]*)>")
ATTRIBUTE = re.compile(r"\s+(?P<name>[a-z-]+)(?:=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'))?")
MOST_ENTITIES = 100


class BadHtml(Exception):
    """HTML that Telegram refuses with 400."""


def units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    offset: int
    extra: dict[str, str]


def parse(html: str) -> tuple[str, list[dict[str, object]]]:
    """The text a reader sees, trimmed as Telegram trims it, and its entities."""
    text: list[str] = []
    length = position = 0
    opened: list[_Open] = []
    entities: list[dict[str, object]] = []
    while position < len(html):
        if html[position] == "<":
            tag = TAG.match(html, position)
            if tag is None:
                raise BadHtml(f"Unclosed start tag at byte offset {_byte(html, position)}")
            _meet(tag, html, length, opened, entities)
            position = tag.end()
            continue
        plain = PLAIN_RUN.match(html, position)
        piece, position = (plain[0], plain.end()) if plain else _reference(html, position)
        text.append(piece)
        length += units(piece)
    if opened:
        raise BadHtml(f"Can't find end tag corresponding to start tag {opened[-1].tag}")
    if len(entities) > MOST_ENTITIES:
        raise BadHtml("Too many entities: Telegram shows no more than 100 of them")
    return "".join(text).strip(), entities


def _meet(tag: re.Match[str], html: str, offset: int, opened: list[_Open], entities: list[dict[str, object]]) -> None:
    """Open or close what this tag says."""
    name, at = tag["name"].lower(), _byte(html, tag.start())
    if tag["end"]:
        if not opened:
            raise BadHtml(f"Unexpected end tag at byte offset {at}")
        last = opened.pop()
        if name != last.tag:
            raise BadHtml(f'Unmatched end tag at byte offset {at}, expected "</{last.tag}>", found "</{name}>"')
        if offset > last.offset:
            entities.append({"type": TYPES[name], "offset": last.offset, "length": offset - last.offset, **last.extra})
        return
    if name not in PLAIN | {"a"}:
        raise BadHtml(f'Unsupported start tag "{name}" at byte offset {at}')
    _check_nesting(name, [one.tag for one in opened])
    opened.append(_Open(name, offset, _attributes(name, tag["rest"], at)))


def _check_nesting(name: str, inside: list[str]) -> None:
    if "code" in inside or ("pre" in inside and name != "code"):
        raise BadHtml(f"Nothing may stand inside code: {name}")
    if name in {"blockquote", "a"} and name in inside:
        raise BadHtml(f"{name} can't be nested")


def _attributes(name: str, rest: str, at: int) -> dict[str, str]:
    found = {m["name"]: m["double"] or m["single"] or "" for m in ATTRIBUTE.finditer(rest)}
    allowed = {"a": {"href"}, "blockquote": {"expandable"}, "code": {"class"}}.get(name, set())
    if ATTRIBUTE.sub("", rest).strip() or set(found) - allowed:
        raise BadHtml(f"Unexpected attribute in the tag {name!r} at byte offset {at}: {rest}")
    if name == "a":
        if not found.get("href", "").startswith(("http://", "https://", "tg://")):
            raise BadHtml(f"Telegram drops a link without an address at byte offset {at}")
        return {"url": REFERENCE.sub(lambda m: _reference(m[0], 0)[0], found["href"])}
    return {}


def _reference(html: str, position: int) -> tuple[str, int]:
    """The character that a reference stands for. A bare & is let through, as Telegram lets it."""
    reference = REFERENCE.match(html, position)
    if reference is None:
        return html[position], position + 1
    if reference["name"]:
        return NAMED.get(reference["name"], reference[0]), reference.end()
    code = int(reference["dec"]) if reference["dec"] else int(reference["hex"], 16)
    if not 0 < code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise BadHtml("Text contains invalid Unicode characters after decoding HTML entities")
    return chr(code), reference.end()


def _byte(html: str, position: int) -> int:
    return len(html[:position].encode("utf-8", "surrogatepass"))

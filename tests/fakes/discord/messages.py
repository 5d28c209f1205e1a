"""What Discord accepts in a message, a modal and an autocomplete reply: every limit it documents."""

import re
from urllib.parse import urlsplit

from tests.fakes.discord.refusals import JSON, Invalid, Refused, count, form_body, length, only, optional, unique

EPHEMERAL, COMPONENTS_V2 = 1 << 6, 1 << 15
ROW, BUTTON, STRING_SELECT, TEXT_INPUT, LABEL, TEXT_DISPLAY = 1, 2, 3, 4, 18, 10
SELECTS = {STRING_SELECT, 5, 6, 7, 8}
_MESSAGE_KEYS = (
    "content embeds components flags tts allowed_mentions attachments message_reference nonce enforce_nonce "
    "sticker_ids poll"
)


def check_message(body: JSON, files: int = 0, edits: bool = False) -> None:
    """Refuse what Discord would refuse to post (or, with `edits`, to change a message into)."""
    with form_body():
        only("message", body, _MESSAGE_KEYS)
        optional("content", body.get("content"), 2000)
        embeds = count("embeds", body.get("embeds") or [], 10)
        total = sum(_embed(f"embeds[{place}]", embed) for place, embed in enumerate(embeds))
        if total > 6000:
            raise Invalid(f"embeds: together {total} characters, may be 6000")
        components = body.get("components") or []
        if body.get("flags", 0) & COMPONENTS_V2:
            _layout(body, components)
        else:
            _rows(components)
        _mentions(body.get("allowed_mentions") or {})
    empty = not (body.get("content") or embeds or components or files)
    if empty and not edits:
        raise Refused(400, 50006, "Cannot send an empty message")


def _embed(where: str, embed: JSON) -> int:
    only(
        where,
        embed,
        "title type description url timestamp color footer image thumbnail video provider author fields flags",
    )
    total = optional(f"{where}.title", embed.get("title"), 256)
    total += optional(f"{where}.description", embed.get("description"), 4096)
    total += optional(f"{where}.footer.text", (embed.get("footer") or {}).get("text"), 2048, least=1)
    total += optional(f"{where}.author.name", (embed.get("author") or {}).get("name"), 256, least=1)
    for place, field in enumerate(count(f"{where}.fields", embed.get("fields", []), 25)):
        total += length(f"{where}.fields[{place}].name", field.get("name"), 256, least=1)
        total += length(f"{where}.fields[{place}].value", field.get("value"), 1024, least=1)
    for link in (embed.get("url"), (embed.get("author") or {}).get("url")):
        _web_address(where, link)
    return total


def _web_address(where: str, link: object) -> None:
    if link is not None and urlsplit(str(link)).scheme not in {"http", "https"}:
        raise Invalid(f"{where}: not a well formed URL: {link!r}")


def _rows(rows: object) -> None:
    ids: list[str] = []
    for place, row in enumerate(count("components", rows, 5)):
        if row.get("type") != ROW:
            raise Invalid(f"components[{place}]: a message of the first kind holds action rows only")
        ids += _row(f"components[{place}]", row)
    unique("components: custom_id", ids)


def _row(where: str, row: JSON) -> list[str]:
    inside = count(f"{where}.components", row.get("components"), 5, least=1)
    if any(item["type"] in SELECTS for item in inside) and len(inside) > 1:
        raise Invalid(f"{where}: a select menu needs a row of its own")
    return [name for place, item in enumerate(inside) if (name := _item(f"{where}.components[{place}]", item))]


def _item(where: str, item: JSON) -> str | None:
    if item["type"] == BUTTON:
        return _button(where, item)
    if item["type"] in SELECTS:
        return _select(where, item)
    raise Invalid(f"{where}: component type {item['type']} does not belong into a row")


def _button(where: str, item: JSON) -> str | None:
    optional(f"{where}.label", item.get("label"), 80)
    if not item.get("label") and not item.get("emoji"):
        raise Invalid(f"{where}: a button needs a label or an emoji")
    if item.get("style") == 5:
        _web_address(where, item.get("url"))
        length(f"{where}.url", item.get("url"), 512, least=1)
        if "custom_id" in item:
            raise Invalid(f"{where}: a link has no custom_id")
        return None
    if item.get("style") not in {1, 2, 3, 4}:
        raise Invalid(f"{where}: button style {item.get('style')!r}")
    return _custom_id(where, item)


def _select(where: str, item: JSON) -> str:
    optional(f"{where}.placeholder", item.get("placeholder"), 150)
    least, most = item.get("min_values", 1), item.get("max_values", 1)
    if not 0 <= least <= 25 or not 1 <= most <= 25 or least > most:
        raise Invalid(f"{where}: from {least} to {most} values")
    if item["type"] == STRING_SELECT:
        options = count(f"{where}.options", item.get("options"), 25, least=1)
        if most > len(options):
            raise Invalid(f"{where}: max_values {most} of {len(options)} options")
        for place, option in enumerate(options):
            length(f"{where}.options[{place}].label", option.get("label"), 100, least=1)
            length(f"{where}.options[{place}].value", option.get("value"), 100, least=1)
            optional(f"{where}.options[{place}].description", option.get("description"), 100)
        unique(f"{where}.options: value", (option["value"] for option in options))
        if sum(bool(option.get("default")) for option in options) > most:
            raise Invalid(f"{where}: more defaults than max_values")
    elif len(item.get("default_values", [])) > most:
        raise Invalid(f"{where}: more default_values than max_values")
    return _custom_id(where, item)


def _custom_id(where: str, item: JSON) -> str:
    length(f"{where}.custom_id", item.get("custom_id"), 100, least=1)
    return str(item["custom_id"])


def _layout(body: JSON, components: list[JSON]) -> None:
    if body.get("content") or body.get("embeds"):
        raise Invalid("components v2: neither content nor embeds go with it")
    every = list(_walk(components))
    if len(every) > 40:
        raise Invalid(f"components v2: {len(every)} components, may be 40")
    if sum(len(item["content"]) for item in every if item["type"] == TEXT_DISPLAY) > 4000:
        raise Invalid("components v2: more than 4000 characters of text")
    ids = [name for item in every if item["type"] in {BUTTON, *SELECTS} and (name := _item("components", item))]
    unique("components: custom_id", ids)


def _walk(components: list[JSON]) -> list[JSON]:
    found = []
    for item in components:
        inner = item.get("components", []) + [item[key] for key in ("accessory", "component") if item.get(key)]
        found += [item, *_walk(inner)]
    return found


def _mentions(allowed: JSON) -> None:
    only("allowed_mentions", allowed, "parse users roles replied_user")
    for kind in ("users", "roles"):
        if kind in allowed.get("parse", []) and allowed.get(kind):
            raise Invalid(f"allowed_mentions: {kind} both parsed and listed")


def pings(body: JSON, replied_to: str | None = None) -> set[str]:
    """Whom a message would ping: `everyone`, and ids of people and roles."""
    allowed = body.get("allowed_mentions", {"parse": ["everyone", "users", "roles"], "replied_user": True})
    parse, content = allowed.get("parse", []), body.get("content") or ""
    found = {"everyone"} if "everyone" in parse and re.search(r"@(everyone|here)", content) else set()
    for kind, pattern in (("users", r"<@!?(\d+)>"), ("roles", r"<@&(\d+)>")):
        found |= {
            id_ for id_ in re.findall(pattern, content) if kind in parse or id_ in map(str, allowed.get(kind, []))
        }
    if replied_to and allowed.get("replied_user"):
        found.add(replied_to)
    return found


def check_modal(data: JSON) -> None:
    """Refuse a modal that Discord would not open."""
    with form_body():
        only("modal", data, "custom_id title components")
        length("title", data.get("title"), 45, least=1)
        _custom_id("modal", data)
        ids = [_modal_item(f"components[{n}]", c) for n, c in enumerate(count("components", data["components"], 5, 1))]
        unique("components: custom_id", (name for name in ids if name))


def _modal_item(where: str, item: JSON) -> str | None:
    if item["type"] == TEXT_DISPLAY:
        length(f"{where}.content", item.get("content"), 4000, least=1)
        return None
    if item["type"] != LABEL:
        raise Invalid(f"{where}: a modal holds labels and text, not {item['type']}")
    length(f"{where}.label", item.get("label"), 45, least=1)
    optional(f"{where}.description", item.get("description"), 100)
    inner = item["component"]
    if inner["type"] in SELECTS:
        return _select(where, inner)
    if inner["type"] != TEXT_INPUT or inner.get("label"):
        raise Invalid(f"{where}: a label holds a select or a text input without a label of its own")
    optional(f"{where}.placeholder", inner.get("placeholder"), 100)
    least, most = inner.get("min_length") or 0, inner.get("max_length") or 4000
    if not 0 <= least <= most <= 4000:
        raise Invalid(f"{where}: from {least} to {most} characters")
    optional(f"{where}.value", inner.get("value"), most)
    return _custom_id(where, inner)


def check_choices(data: JSON) -> None:
    """Refuse autocomplete choices that Discord would not show."""
    with form_body():
        for place, choice in enumerate(count("choices", data.get("choices"), 25)):
            length(f"choices[{place}].name", choice.get("name"), 100, least=1)
            length(f"choices[{place}].value", choice.get("value"), 100, least=1)
            for locale, name in (choice.get("name_localizations") or {}).items():
                length(f"choices[{place}].name_localizations.{locale}", name, 100, least=1)

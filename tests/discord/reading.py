"""Reading what the bot wrote."""

from tests.fakes.discord.refusals import JSON


def text_of(message: JSON) -> str:
    """All the text of a message, as a person reads it from top to bottom."""
    return "\n".join(filter(None, [message["content"], *map(_embed, message["embeds"])]))


def _embed(embed: JSON) -> str:
    fields = [f"{field['name']}\n{field['value']}" for field in embed.get("fields", [])]
    parts = [embed.get("title"), embed.get("description"), *fields, embed.get("footer", {}).get("text")]
    return "\n".join(part for part in parts if part)


def menus(message: JSON) -> list[JSON]:
    """The select menus of a message."""
    return [item for row in message["components"] for item in row["components"] if item["type"] != 2]


def labels(message: JSON) -> list[str]:
    """The labels of the buttons of a message."""
    return [item["label"] for row in message["components"] for item in row["components"] if item["type"] == 2]

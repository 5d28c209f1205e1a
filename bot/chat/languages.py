"""Which language a reply speaks."""

from bot.replies.language import of_text

LANGUAGES = ("zh-Hant", "zh-Hans", "en")


def of_client(code: str | None) -> str | None:
    """The reply language for a client's code (`zh-TW`, `zh-hans`, `en-GB` …), None where the bot does not speak it."""
    parts = (code or "").lower().replace("_", "-").split("-")
    if parts[0] == "en":
        return "en"
    if parts[0] != "zh":
        return None
    return "zh-Hant" if {"tw", "hk", "mo", "hant"} & set(parts[1:]) else "zh-Hans"


def choose(setting: str | None, client: str | None, text: str) -> str:
    """The chat's setting, else the language of the person's client, else the script of the question."""
    return setting or of_client(client) or of_text(text)

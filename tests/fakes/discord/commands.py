"""What Discord accepts as application commands."""

import re
from typing import Any

from tests.fakes.discord.refusals import JSON, Invalid, count, form_body, length, only, unique

SLASH, ON_USER, ON_MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE = 1, 2, 3, 4, 5, 6, 7, 8
LOCALES = {
    *(
        "id",
        "da",
        "de",
        "en-GB",
        "en-US",
        "es-ES",
        "es-419",
        "fr",
        "hr",
        "it",
        "lt",
        "hu",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
    ),
    *("fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko"),
}
_NAME = re.compile(r"[-_'\w]{1,32}")
_COMMAND_KEYS = (
    "name name_localizations description description_localizations options default_member_permissions dm_permission "
    "nsfw type contexts integration_types default_permission"
)
_OPTION_KEYS = (
    "type name name_localizations description description_localizations required choices options channel_types "
    "min_value max_value min_length max_length autocomplete"
)


def check_commands(commands: list[JSON]) -> None:
    """Refuse a list of global commands that Discord would not register."""
    with form_body():
        for kind, most in ((SLASH, 100), (ON_USER, 15), (ON_MESSAGE, 15)):
            alike = [command for command in commands if command.get("type", SLASH) == kind]
            count(f"commands of type {kind}", alike, most)
            unique(f"commands of type {kind}: name", (command["name"] for command in alike))
        for command in commands:
            _command(command)


def _command(command: JSON) -> None:
    where = f"command {command.get('name')!r}"
    only(where, command, _COMMAND_KEYS)
    for key, values in (("contexts", {0, 1, 2}), ("integration_types", {0, 1})):
        if not set(command.get(key) or []) <= values:
            raise Invalid(f"{where}: {key} {command[key]}")
    if command.get("type", SLASH) != SLASH:
        length(f"{where}.name", command.get("name"), 32, least=1)
        _localized(where, command, "name", 32)
        if command.get("description") or command.get("options"):
            raise Invalid(f"{where}: a context menu has neither description nor options")
        return
    _described(where, command)
    options = count(f"{where}.options", command.get("options", []), 25)
    _options(where, options)
    size = sum(map(len, _texts(command)))
    if size > 8000:
        raise Invalid(f"{where}: {size} characters together, may be 8000")


def _described(where: str, item: JSON) -> None:
    name = item.get("name", "")
    if not _NAME.fullmatch(name) or name != name.lower():
        raise Invalid(f"{where}: name {name!r}")
    length(f"{where}.description", item.get("description"), 100, least=1)
    _localized(where, item, "name", 32)
    _localized(where, item, "description", 100)


def _localized(where: str, item: JSON, key: str, limit: int) -> None:
    for locale, text in (item.get(f"{key}_localizations") or {}).items():
        if locale not in LOCALES:
            raise Invalid(f"{where}: locale {locale!r}")
        length(f"{where}.{key}_localizations.{locale}", text, limit, least=1)


def _options(where: str, options: list[JSON]) -> None:
    unique(f"{where}.options: name", (option["name"] for option in options))
    optional_seen = False
    for option in options:
        here = f"{where}.{option.get('name')}"
        only(here, option, _OPTION_KEYS)
        _described(here, option)
        if option["type"] in {SUBCOMMAND, GROUP}:
            _options(here, count(f"{here}.options", option.get("options", []), 25))
            continue
        if option.get("required") and optional_seen:
            raise Invalid(f"{here}: required options stand before optional ones")
        optional_seen = optional_seen or not option.get("required")
        _option_values(here, option)


def _option_values(here: str, option: JSON) -> None:
    choices = count(f"{here}.choices", option.get("choices") or [], 25)
    if choices and option.get("autocomplete"):
        raise Invalid(f"{here}: choices and autocomplete exclude each other")
    for choice in choices:
        length(f"{here}: choice", choice.get("name"), 100, least=1)
        _localized(f"{here}: choice", choice, "name", 100)
    if not 0 <= (option.get("min_length") or 0) <= 6000 or not 1 <= (option.get("max_length") or 6000) <= 6000:
        raise Invalid(f"{here}: length bounds")


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        kept = {
            key: inner for key, inner in value.items() if key in {"name", "description", "value", "options", "choices"}
        }
        return [text for inner in kept.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [value] if isinstance(value, str) else []

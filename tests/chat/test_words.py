"""Every message that the chats say is in the catalogue, in every language, and fits where it is shown."""

import re
from pathlib import Path

import pytest

from bot.chat.languages import LANGUAGES
from bot.replies.catalogue import Catalogue

CHAT = Path(__file__).parents[2] / "bot" / "chat"
KEY = re.compile(r'"((?:chat|discord\.(?:command|menu|help|settings))\.[\w.-]+)"')
LONGEST = {
    "discord.command.": 100,
    "discord.option.": 100,
    "discord.menu.": 32,
    "chat.button.": 80,
    "chat.menu.": 150,
    "chat.language.": 100,
    "chat.listen.": 100,
    "chat.wrong.": 45,
    "chat.curation.form": 45,
    "chat.curation.phrase": 45,
    "chat.curation.likely": 45,
    "chat.curation.fact": 45,
    "chat.settings.": 100,
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


def own(catalogue: Catalogue, language: str) -> set[str]:
    return {key for key in catalogue.keys(language) if key.startswith(("chat.", "discord."))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_code_says_is_in_the_catalogue(catalogue: Catalogue, language: str) -> None:
    said = {key for file in CHAT.rglob("*.py") for key in KEY.findall(file.read_text())}
    assert said
    assert said <= own(catalogue, language)


def test_no_message_lacks_a_language(catalogue: Catalogue) -> None:
    assert own(catalogue, "zh-Hant") == own(catalogue, "zh-Hans") == own(catalogue, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_fit_where_they_are_shown(catalogue: Catalogue, language: str) -> None:
    for key in own(catalogue, language):
        text = catalogue.text(language, key, **blanks(catalogue, language, key))
        limit = next((length for start, length in LONGEST.items() if key.startswith(start)), 4096)
        assert 0 < len(text) <= limit, key


def test_a_message_takes_the_same_values_in_every_language(catalogue: Catalogue) -> None:
    for key in own(catalogue, "en"):
        assert len({frozenset(blanks(catalogue, language, key)) for language in LANGUAGES}) == 1, key


def blanks(catalogue: Catalogue, language: str, key: str) -> dict[str, object]:
    """The values that a message wants, each filled with something."""
    values: dict[str, object] = {}
    for _ in range(9):
        try:
            catalogue.text(language, key, **values)
        except KeyError as missing:
            values[missing.args[0]] = "1"
    return values

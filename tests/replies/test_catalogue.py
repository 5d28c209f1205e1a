"""Every message is there in all three languages and takes the same values."""

import string

import pytest

from bot.replies.catalogue import LANGUAGES, Catalogue


def test_every_key_is_in_every_language(catalogue: Catalogue) -> None:
    assert catalogue.keys("zh-Hant") == catalogue.keys("zh-Hans") == catalogue.keys("en") != frozenset()


def placeholders(catalogue: Catalogue, language: str, key: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(catalogue.text(language, key)) if name}


def test_a_message_takes_the_same_values_in_every_language(catalogue: Catalogue) -> None:
    for key in catalogue.keys("en"):
        wanted = [placeholders(catalogue, language, key) for language in LANGUAGES]
        assert wanted[0] == wanted[1] == wanted[2], key


def test_values_are_filled_in(catalogue: Catalogue) -> None:
    assert catalogue.text("en", "reply.suggestions", names="MetaX") == "Did you mean: MetaX?"


@pytest.mark.parametrize(("language", "key"), [("en", "no.such.key"), ("fr", "reply.nothing")])
def test_an_unknown_key_or_language_is_an_error(catalogue: Catalogue, language: str, key: str) -> None:
    with pytest.raises(KeyError):
        catalogue.text(language, key)

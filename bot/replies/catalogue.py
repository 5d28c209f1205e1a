"""All words that surround figures and quotes, in three languages, from gettext files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("zh-Hant", "zh-Hans", "en")
_FOLDER = Path(__file__).parent / "locale"


@dataclass(frozen=True, eq=False, repr=False)
class Catalogue:
    """Messages by language and key. A language is read from its file when it is first used."""

    folder: Path = _FOLDER
    _read: dict[str, Mapping[str, str]] = field(default_factory=dict)

    @staticmethod
    def load() -> "Catalogue":
        """The catalogue that comes with the bot."""
        return Catalogue()

    def text(self, language: str, key: str, **params: object) -> str:
        """The message `key` in `language`, with `params` filled in. Raises KeyError for an unknown key or language."""
        message = self._messages(language)[key]
        return message.format(**params) if params else message

    def keys(self, language: str) -> frozenset[str]:
        """Every key that has a message in `language`."""
        return frozenset(key for key, message in self._messages(language).items() if message)

    def _messages(self, language: str) -> Mapping[str, str]:
        if language not in self._read:
            if language not in LANGUAGES:
                raise KeyError(language)
            import polib  # noqa: PLC0415 - read with the first message only

            entries = polib.pofile(str(self.folder / f"{language.replace('-', '_')}.po"))
            self._read[language] = {entry.msgid: entry.msgstr for entry in entries}
        return self._read[language]

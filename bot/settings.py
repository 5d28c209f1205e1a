"""Every setting of the bot: environment variables or a `.env` file, read when asked for and never at import."""

from pathlib import Path
from typing import Annotated

from pydantic import AnyHttpUrl, AnyWebsocketUrl, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class StartupError(Exception):
    """Why the bot cannot start, in one sentence for the person who starts it."""


def _listed(value: object) -> object:
    """Split a comma-separated list."""
    return [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else value


class Settings(BaseSettings):
    """The settings by their names in `.env.example`, which explains each."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    facts: Path | None = None
    database_url: str = "sqlite+aiosqlite:///data/bot.sqlite3"
    secret: SecretStr | None = None
    retention_days: int = Field(default=180, ge=1)
    guard_questions: Path = Path("tests/questions/open.jsonl")
    curators: Annotated[frozenset[str], NoDecode, BeforeValidator(_listed)] = frozenset()
    curating_chats: Annotated[frozenset[str], NoDecode, BeforeValidator(_listed)] = frozenset()
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    web_host: str = "127.0.0.1"
    web_port: int | None = Field(default=None, ge=0, le=65535)
    rate_limit_url: str = "async+memory://"

    discord_token: SecretStr | None = None
    discord_shard_ids: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_listed)] = ()
    discord_shard_count: int | None = Field(default=None, ge=1)
    discord_api_url: AnyHttpUrl | None = None
    discord_gateway_url: AnyWebsocketUrl | None = None
    discord_message_content: bool = True

    telegram_token: SecretStr | None = None
    telegram_api_url: AnyHttpUrl | None = None
    telegram_webhook_url: AnyHttpUrl | None = None
    telegram_webhook_secret: SecretStr | None = None


def read_settings() -> Settings:
    """Read the settings of this process; StartupError names the first one that is wrong."""
    try:
        return Settings()
    except ValidationError as wrong:
        first = wrong.errors(include_url=False, include_input=False)[0]
        raise StartupError(f"The setting {str(first['loc'][0]).upper()} is wrong: {first['msg']}") from None

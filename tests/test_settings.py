import re
from pathlib import Path

import pytest

from bot.settings import Settings, StartupError, read_settings

FOR_COMPOSE = {"postgres_password"}
EXAMPLE = Path(__file__).parent.parent / ".env.example"
NAMED = re.compile(r"^#? ?([A-Z][A-Z_]+)=(.*)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_names_every_setting_and_no_other() -> None:
    named = [name.lower() for name, _ in NAMED.findall(EXAMPLE.read_text(encoding="utf-8"))]
    assert sorted(named) == sorted(Settings.model_fields.keys() | FOR_COMPOSE)


def test_the_example_copied_as_it_is_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    assert read_settings() == Settings(_env_file=None)  # type: ignore[call-arg]


def test_the_values_that_the_example_shows_are_the_defaults(tmp_path: Path) -> None:
    lines = [f"{name}={value}" for name, value in NAMED.findall(EXAMPLE.read_text(encoding="utf-8"))]
    (tmp_path / ".env").write_text("\n".join(lines), encoding="utf-8")
    assert read_settings() == Settings(_env_file=None)  # type: ignore[call-arg]


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CURATORS", "discord:42, telegram:7,")
    monkeypatch.setenv("DISCORD_SHARD_IDS", "0,1")
    settings = read_settings()
    assert settings.curators == {"discord:42", "telegram:7"}
    assert settings.discord_shard_ids == (0, 1)


@pytest.mark.parametrize(
    ("name", "value"), [("RETENTION_DAYS", "0"), ("WEB_PORT", "x"), ("LOG_LEVEL", "LOUD"), ("DISCORD_API_URL", "here")]
)
def test_a_wrong_setting_is_named_in_one_sentence(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(StartupError, match=f"^The setting {name} is wrong: [^\n]+$"):
        read_settings()


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISCORD_TOKEN", "TELEGRAM_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "SECRET"):
        monkeypatch.setenv(name, "do-not-tell")
    assert "do-not-tell" not in repr(read_settings())

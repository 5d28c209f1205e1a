"""`facts import`, `export`, `history` and `revert`: the real process on a database of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store.curation import Curation
from bot.store.store import Store
from tests.small import QUOTES, think, write_files

ROOT = Path(__file__).parent.parent
STAFF = "metax.staff"


class Shell:
    """A shell in an empty folder, with a database and the small fact files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.facts = write_files(folder / "facts")
        self.url = f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}"

    def __call__(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """`python -m bot facts WORDS`."""
        inherited = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        settings = {"DATABASE_URL": self.url, "FACTS": str(self.facts), **environment}
        return subprocess.run(
            (sys.executable, "-m", "bot", "facts", *words), cwd=self.folder, capture_output=True, encoding="utf-8",
            env={**inherited, "PYTHONPATH": str(ROOT), **settings}, check=False,
        )  # fmt: skip


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


async def test_what_was_curated_is_exported_told_and_taken_back(shell: Shell) -> None:
    assert shell("import").stdout == "8 records changed; the facts are at version 1\n"
    store = Store(shell.url, think, "secret of the tests")
    await store.open(shell.facts)
    await Curation(store.library, ()).correct(STAFF, {"figure": "800"}, "discord:1", "the unit is no part of it")
    await store.close()

    exported = shell("export", "--to", "out")
    assert (exported.stdout, exported.returncode) == ("2 facts written to out\n", 0)
    assert "figure: '800'" in (shell.folder / "out" / "quotes" / "one.yaml").read_text(encoding="utf-8")
    assert "discord:1  correct  the unit is no part of it" in shell("history", STAFF).stdout
    assert shell("revert", STAFF, "--why", "as printed").stdout == f"“{STAFF}” is again what it was at version 1\n"
    assert "command line" in shell("history", STAFF).stdout.splitlines()[-1]


def test_broken_files_are_named_and_change_nothing(shell: Shell) -> None:
    shell("import")
    write_files(shell.facts, quotes=QUOTES.replace("figure: 800人", "figure: 801人"))
    refused = shell("import")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "quotes/one.yaml:6" in refused.stderr
    assert "800人" in shell("history", STAFF).stdout


@pytest.mark.parametrize(
    ("words", "environment", "said"),
    [
        (("history", "nothing"), {}, "Nothing is called “nothing”"),
        (("revert", "nothing"), {}, "Nothing is called “nothing”"),
        (("import",), {"DATABASE_URL": "postgresql+asyncpg://bot:word@127.0.0.1:1/x"}, "cannot be used: Connection"),
        (("import",), {"DATABASE_URL": "mysql://127.0.0.1/x"}, "“mysql” is neither sqlite nor postgresql"),
        (("import",), {"DATABASE_URL": "no address"}, "DATABASE_URL is not one the bot can use"),
        (("history", STAFF), {"RETENTION_DAYS": "many"}, "The setting RETENTION_DAYS is wrong"),
        (("export", "--to", "facts/subjects.yaml/inside"), {}, "facts/subjects.yaml"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    shell: Shell, words: tuple[str, ...], environment: dict[str, str], said: str
) -> None:
    refused = shell(*words, **environment)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert said in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert "word" not in refused.stderr

"""The same tests on both databases: `url` is a fresh migrated database, `database` an open connection to it."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.store.database import Database
from bot.store.store import Store
from tests.databases import postgresql_copy, postgresql_template, sqlite_template
from tests.small import think, write_files


@pytest.fixture(scope="session")
def template_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sqlite_template(tmp_path_factory.mktemp("template") / "bot.sqlite3")


@pytest.fixture(scope="session")
def template_name() -> Iterator[str]:
    with postgresql_template() as name:
        yield name


@pytest.fixture(params=["sqlite", "postgresql"])
def template(request: pytest.FixtureRequest) -> Path | str:
    return request.getfixturevalue("template_file" if request.param == "sqlite" else "template_name")  # type: ignore[no-any-return]


@pytest.fixture
async def url(template: Path | str, tmp_path: Path) -> AsyncIterator[str]:
    if isinstance(template, Path):
        yield f"sqlite+aiosqlite:///{shutil.copy(template, tmp_path / 'bot.sqlite3')}"
    else:
        async with postgresql_copy(template) as address:
            yield address


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    opened = Database(url)
    yield opened
    await opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_files(tmp_path / "facts")


@pytest.fixture
async def store(url: str, folder: Path) -> AsyncIterator[Store]:
    """An open store that has imported the small fact files."""
    opened = Store(url, think, "secret of the tests")
    await opened.open(folder)
    yield opened
    await opened.close()

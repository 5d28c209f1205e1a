from pathlib import Path

import pytest

from bot.knowledge.files import read
from bot.knowledge.loading import seed_folder
from bot.knowledge.records import BrokenFacts
from bot.knowledge.writing import write
from bot.store.commands import export_facts, import_facts, revert, show_history
from bot.store.curation import Curation
from bot.store.store import Store
from tests.small import QUOTES, write_files

STAFF_ID = "metax.staff"


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*.yaml")}


async def test_an_import_says_what_it_did(url: str, folder: Path) -> None:
    assert (await import_facts(url, folder)).lines == ("8 records changed; the facts are at version 1",)
    assert (await import_facts(url, folder)).lines == ("0 records changed; the facts are at version 1",)


async def test_an_import_reports_what_was_curated_against_the_files(url: str, folder: Path, store: Store) -> None:
    await Curation(store.library, ()).withdraw(STAFF_ID, "discord:1", "out of date")
    write_files(folder, quotes=QUOTES + "# looked at again\n")
    report = await import_facts(url, folder)
    assert report.lines[1] == (
        "curated, and kept: fact metax.staff: the record is 'withdrawn' here, 'there' in the fact files"
    )


async def test_broken_files_are_not_imported(url: str, folder: Path) -> None:
    write_files(folder, quotes=QUOTES.replace("figure: 800人", "figure: 801人"))
    with pytest.raises(BrokenFacts):
        await import_facts(url, folder)


async def test_an_export_changes_only_the_lines_of_what_was_curated(url: str, folder: Path, store: Store) -> None:
    await import_facts(url, folder)
    await export_facts(url, folder)
    before = _files(folder)
    await Curation(store.library, ()).name("subject", "metax", "木曦", "discord:1")
    assert (await export_facts(url, folder)).lines == (f"2 facts written to {folder}",)
    assert read(folder).subjects[0].aliases == ("沐曦", "MetaX", "木曦")
    assert {file for file, text in _files(folder).items() if before[file] != text} == {"subjects.yaml"}


async def test_the_reviewed_files_come_out_of_the_store_as_they_went_in(url: str, tmp_path: Path) -> None:
    write(read(seed_folder()), tmp_path / "in")
    await import_facts(url, tmp_path / "in")
    await export_facts(url, tmp_path / "out")
    assert _files(tmp_path / "out") == _files(tmp_path / "in")


async def test_a_history_tells_who_did_what_and_why(url: str, store: Store) -> None:
    await Curation(store.library, ()).correct(STAFF_ID, {"figure": "800"}, "discord:1", "the unit is no part of it")
    first, second = (await show_history(url, STAFF_ID)).lines
    assert "fact files  import" in first
    assert "figure=800人" in first
    assert "discord:1  correct  the unit is no part of it" in second
    assert not (await show_history(url, "nothing")).ok


async def test_a_record_goes_back_to_what_it_was(url: str, store: Store) -> None:
    curation = Curation(store.library, ())
    await curation.correct(STAFF_ID, {"figure": "800"}, "discord:1", "shorter")
    await curation.withdraw(STAFF_ID, "discord:1", "out of date")
    assert (await revert(url, STAFF_ID, "still true")).lines == ("“metax.staff” is again what it was at version 2",)
    assert (await revert(url, STAFF_ID, "as written", version=1)).ok
    await store.library.refresh()
    assert store.library.brain.knowledge.facts[STAFF_ID].figure == "800人"


@pytest.mark.parametrize(("key", "version"), [("nothing", None), (STAFF_ID, 99), (STAFF_ID, None)])
async def test_there_may_be_nothing_to_go_back_to(url: str, store: Store, key: str, version: int | None) -> None:
    before = store.library.shelf
    assert not (await revert(url, key, "so", version)).ok
    assert await store.ledger.load() == before

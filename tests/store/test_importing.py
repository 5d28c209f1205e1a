import logging
from pathlib import Path

import pytest

from bot.knowledge.files import read
from bot.knowledge.records import BrokenFacts
from bot.knowledge.verify import verify
from bot.store.curation import Curation
from bot.store.importing import export_records, import_files
from bot.store.store import Store
from tests.small import QUOTES, SUBJECTS, write_files

FACTS = Path(__file__).parent.parent.parent / "facts"
REVENUE_ID = "metax.revenue.2024"


async def test_what_was_imported_is_what_the_files_say(store: Store, folder: Path) -> None:
    assert store.library.brain.knowledge == verify(read(folder))


async def test_an_import_of_the_same_files_does_nothing(store: Store, folder: Path) -> None:
    before = store.library.shelf
    assert (await import_files(store.library, folder, "me")).changed == 0
    assert store.library.shelf is before


async def test_curated_aliases_survive_an_import_and_are_no_disagreement(store: Store, folder: Path) -> None:
    await Curation(store.library, ()).name("subject", "metax", "木曦", "discord:1")
    write_files(folder, subjects=SUBJECTS.replace("[沐曦, MetaX]", "[沐曦, Muxi]"))
    imported = await import_files(store.library, folder, "me")
    assert store.library.brain.knowledge.subjects["metax"].aliases == ("沐曦", "Muxi", "木曦")
    assert imported.disagreements == ()


async def test_a_curated_correction_survives_and_is_reported(
    store: Store, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    curation = Curation(store.library, ())
    changes = {"figure": "7.44億元", "quote": "沐曦2024年營業收入後更正為7.44億元。"}
    assert (await curation.correct(REVENUE_ID, changes, "discord:1", "the article corrects itself")).ok  # type: ignore[arg-type]
    write_files(folder, quotes=QUOTES.replace("figure: 800人", "figure: 800"))
    with caplog.at_level(logging.WARNING):
        imported = await import_files(store.library, folder, "me")
    facts = store.library.brain.knowledge.facts
    assert (facts[REVENUE_ID].figure, facts["metax.staff"].figure) == ("7.44億元", "800")
    assert {(found.name.key, found.field) for found in imported.disagreements} == {
        (REVENUE_ID, "figure"),
        (REVENUE_ID, "quote"),
    }
    assert "fact metax.revenue.2024: figure is '7.44億元' here, '7.43億元' in the fact files" in caplog.text


async def test_a_fact_withdrawn_in_chat_does_not_come_back(store: Store, folder: Path) -> None:
    await Curation(store.library, ()).withdraw("metax.staff", "discord:1", "out of date")
    write_files(folder, quotes=QUOTES.replace("- quote: 沐曦有", "# again\n- quote: 沐曦有"))
    imported = await import_files(store.library, folder, "me")
    assert "metax.staff" not in store.library.brain.knowledge.facts
    assert [found.field for found in imported.disagreements] == ["the record"]


async def test_questions_go_with_their_fact_and_come_back_with_it(store: Store, folder: Path) -> None:
    (folder / "asked").mkdir()
    (folder / "asked" / "one.yaml").write_text("metax.staff: [沐曦幾多人]\nnothing: [沐曦老闆是誰]\n", encoding="utf-8")
    await import_files(store.library, folder, "me")
    curation, whole = Curation(store.library, ()), store.library.brain.knowledge.examples
    assert [one.question for one in whole] == ["沐曦幾多人", "沐曦老闆是誰"]
    (imported,) = await store.ledger.history("metax.staff")
    assert (await curation.withdraw("metax.staff", "discord:1", "out of date")).ok
    assert [one.question for one in store.library.brain.knowledge.examples] == ["沐曦老闆是誰"]
    await curation.restore(imported.name, imported.body, "discord:1", "a mistake")
    assert store.library.brain.knowledge.examples == whole


async def test_broken_files_change_nothing(store: Store, folder: Path) -> None:
    before = store.library.shelf
    write_files(folder, quotes=QUOTES.replace("7.43億元}", "9.99億元}"))
    with pytest.raises(BrokenFacts, match=r"quotes/one\.yaml:3: .*9\.99"):
        await import_files(store.library, folder, "me")
    assert store.library.shelf is before
    assert await store.ledger.load() == before


async def test_files_that_are_broken_only_together_with_what_was_curated_change_nothing(
    store: Store, folder: Path
) -> None:
    await Curation(store.library, ()).name("subject", "metax", "曦科", "discord:1")
    before = await store.ledger.load()
    write_files(folder, subjects=SUBJECTS.replace("[壁仞]", "[壁仞, 曦科]"))
    with pytest.raises(BrokenFacts, match="曦科"):
        await import_files(store.library, folder, "me")
    assert await store.ledger.load() == before


async def test_the_real_fact_files_come_out_as_they_went_in(store: Store) -> None:
    await import_files(store.library, FACTS, "me")
    assert export_records(await store.ledger.load()) == read(FACTS)


async def test_a_corrected_fact_is_exported_under_the_id_that_people_know(store: Store) -> None:
    await Curation(store.library, ()).correct("metax.revenue.2024", {"period": None}, "discord:1", "not stated")
    exported = export_records(store.library.shelf)
    assert [record.id for record in exported.facts] == ["metax.revenue.2024", None]
    assert list(verify(exported).facts) == ["metax.revenue.2024", "metax.staff"]

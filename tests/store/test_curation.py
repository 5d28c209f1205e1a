import json
from pathlib import Path

import pytest

from bot.answering.model import Question
from bot.knowledge.loading import seed_folder
from bot.knowledge.records import FactRecord, Place
from bot.store import guards
from bot.store.curation import Curation
from bot.store.ledger import Note
from bot.store.shelf import Name
from bot.store.store import Store
from bot.store.thinking import Thinker
from bot.store.values import FactChanges, Reason, Taught
from tests.small import CORRECTED, STAFF

REVENUE_ID = "metax.revenue.2024"
STAFF_ID = "metax.staff"
WHO = "discord:1"


@pytest.fixture
def curation(store: Store) -> Curation:
    return Curation(store.library, ())


def _first(store: Store, question: str) -> str | None:
    return next((fact.id for fact in store.library.brain.answer(Question(question)).facts), None)


async def test_a_taught_question_means_the_fact_from_then_on(store: Store, curation: Curation) -> None:
    assert _first(store, "那間公司賺多少") is None
    assert await curation.teach(" 那間公司\n賺多少 ", REVENUE_ID, WHO) == Taught(True)
    assert _first(store, "那間公司賺多少") == REVENUE_ID
    assert store.library.brain.knowledge.facts[REVENUE_ID].phrases == ("那間公司 賺多少",)


async def test_teaching_the_same_twice_is_fine_and_makes_one_revision(store: Store, curation: Curation) -> None:
    for _ in range(2):
        assert (await curation.teach("那間公司賺多少", REVENUE_ID, WHO)).ok
    actions = [revision.note.action for revision in await store.ledger.history(REVENUE_ID)]
    assert actions == ["import", "teach"]


@pytest.mark.parametrize(
    ("question", "fact_id", "reason"),
    [
        ("那間公司賺多少", "metax.profit", Reason.NO_SUCH_FACT),
        (" \u200f ", REVENUE_ID, Reason.EMPTY),
        ("長" * 401, REVENUE_ID, Reason.TOO_LONG),
        ("員工有幾人", REVENUE_ID, Reason.MEANS_ANOTHER),
    ],
)
async def test_a_teaching_is_refused_with_a_reason(
    store: Store, curation: Curation, question: str, fact_id: str, reason: Reason
) -> None:
    assert (await curation.teach("員工有幾人", STAFF_ID, WHO)).ok
    before = store.library.shelf
    assert (await curation.teach(question, fact_id, WHO)).reason_key == reason
    assert store.library.shelf is before


@pytest.mark.parametrize(
    ("question", "fact_id", "reason"),
    [
        ("那間公司2022年賺多少", "metax.revenue.2024", Reason.OTHER_PERIOD),
        ("壁仞賺到的錢", "metax.revenue.2024", Reason.OTHER_SUBJECT),
        ("那間曦字頭的公司2024年賺多少", "metax.revenue.2024", None),
    ],
)
async def test_the_real_engine_is_not_taught_what_contradicts_the_fact(
    url: str, question: str, fact_id: str, reason: Reason | None
) -> None:
    store = Store(url, Thinker(), "secret of the tests")
    await store.open(seed_folder())
    taught = await Curation(store.library, ()).teach(question, fact_id, WHO)
    assert taught.reason_key == reason
    assert (_first(store, question) == fact_id) == (reason is None)
    await store.close()


async def test_a_teaching_that_would_break_a_guarding_question_is_refused(store: Store, tmp_path: Path) -> None:
    asked = {"q": "沐曦營收多少", "kind": "lookup", "expect": "answer", "must": [["7.43亿"]], "must_not": []}
    (tmp_path / "open.jsonl").write_text(json.dumps(asked) + "\n", encoding="utf-8")
    curation = Curation(store.library, guards.load(tmp_path / "open.jsonl"))
    assert await curation.teach("沐曦營收多少", STAFF_ID, WHO) == Taught(False, Reason.BREAKS, ("沐曦營收多少",))
    assert _first(store, "沐曦營收多少") == REVENUE_ID


async def test_a_name_that_already_names_another_is_refused(curation: Curation) -> None:
    assert (await curation.teach("沐曦多少人", STAFF_ID, WHO)).ok
    assert (await curation.name("attribute", "staff", "多少人", WHO)).ok
    assert (await curation.name("subject", "metax", "曦科", WHO)).ok
    assert (await curation.name("subject", "biren", "曦科", WHO)).reason_key == Reason.BROKEN_FACTS


async def test_an_alias_is_understood_at_once(store: Store, curation: Curation) -> None:
    assert _first(store, "木曦營收") is None
    assert (await curation.name("subject", "metax", "木曦", WHO)).ok
    assert _first(store, "木曦營收") == REVENUE_ID


async def test_a_fact_is_added_with_its_quote(store: Store, curation: Curation) -> None:
    fact = FactRecord("one", "metax", "revenue", "7.44億元", CORRECTED, Place("chat"), period="2024年")
    assert (await curation.add(fact, WHO, "the article corrects itself")).ok
    assert [f.figure for f in store.library.brain.knowledge.facts.values()] == ["7.43億元", "800人", "7.44億元"]
    assert (await curation.add(fact, WHO, "again")).reason_key == Reason.ALREADY_THERE


@pytest.mark.parametrize(
    ("changes", "why_not"),
    [
        ({"figure": "801人"}, "the figure “801人” is not in its quote"),
        ({"quote": "沐曦有員工801人。"}, "the quote is no sentence of “one”"),
        ({"subject": "nobody"}, "unknown subject “nobody”"),
    ],
)
async def test_nothing_unverified_gets_in(store: Store, curation: Curation, changes: FactChanges, why_not: str) -> None:
    before = await store.ledger.load()
    taught = await curation.correct(STAFF_ID, changes, WHO, "I think so")
    assert (taught.ok, taught.reason_key) == (False, Reason.BROKEN_FACTS)
    assert why_not in taught.broken[0]
    assert await store.ledger.load() == before


async def test_a_withdrawn_fact_is_gone_and_can_be_added_again(store: Store, curation: Curation) -> None:
    assert (await curation.withdraw(STAFF_ID, WHO, "out of date")).ok
    assert STAFF_ID not in store.library.brain.knowledge.facts
    assert (await curation.withdraw(STAFF_ID, WHO, "again")).reason_key == Reason.NO_SUCH_FACT
    fact = FactRecord("one", "metax", "staff", "800人", STAFF, Place("chat"), id=STAFF_ID)
    assert (await curation.add(fact, WHO, "it still holds")).ok
    assert list(store.library.brain.knowledge.facts) == [REVENUE_ID, STAFF_ID]


async def test_every_change_can_be_traced_and_taken_back(store: Store, curation: Curation) -> None:
    await curation.correct(STAFF_ID, {"figure": "800"}, WHO, "no unit in the question")
    await curation.withdraw(STAFF_ID, "telegram:2", "out of date")
    history = await store.ledger.history(STAFF_ID)
    assert [revision.note for revision in history] == [
        Note("fact files", "import", "facts"),
        Note(WHO, "correct", "no unit in the question"),
        Note("telegram:2", "withdraw", "out of date"),
    ]
    assert [revision.body and revision.body["figure"] for revision in history] == ["800人", "800", None]
    assert (await curation.restore(Name("fact", STAFF_ID), history[0].body, WHO, "a mistake")).ok
    assert store.library.brain.knowledge.facts[STAFF_ID].figure == "800人"

import pytest

from bot.knowledge.records import Place
from bot.store.seeding import disagreements, merge, merged
from bot.store.shelf import Body, Entry, Name, Shelf

NAME = Name("subject", "metax")
OLD: Body = {"id": "metax", "type": "company", "aliases": ["沐曦", "MetaX"]}


@pytest.mark.parametrize(
    ("base", "files", "store", "result"),
    [
        (OLD, {**OLD, "type": "maker"}, OLD, {**OLD, "type": "maker"}),
        (OLD, OLD, {**OLD, "type": "maker"}, {**OLD, "type": "maker"}),
        (OLD, {**OLD, "of": "x"}, {**OLD, "type": "maker"}, {**OLD, "of": "x", "type": "maker"}),
        (OLD, {**OLD, "type": "files"}, {**OLD, "type": "store"}, {**OLD, "type": "store"}),
        (OLD, {**OLD, "type": "both"}, {**OLD, "type": "both"}, {**OLD, "type": "both"}),
        (OLD, None, OLD, None),
        (OLD, None, {**OLD, "type": "store"}, {**OLD, "type": "store"}),
        (OLD, {**OLD, "type": "files"}, None, None),
        (None, OLD, None, OLD),
        (None, OLD, {**OLD, "type": "store"}, {**OLD, "type": "store"}),
        (
            OLD,
            {**OLD, "aliases": ["沐曦", "Muxi"]},
            {**OLD, "aliases": ["沐曦", "MetaX", "木曦"]},
            {**OLD, "aliases": ["沐曦", "Muxi", "木曦"]},
        ),
        (
            OLD,
            {**OLD, "aliases": ["沐曦", "MetaX", "Muxi"]},
            {**OLD, "aliases": ["沐曦"]},
            {**OLD, "aliases": ["沐曦", "Muxi"]},
        ),
    ],
    ids=[
        "files change",
        "store changed",
        "both, other fields",
        "both, same field: the store's word counts",
        "both alike",
        "files drop",
        "files drop what was curated",
        "files change what was withdrawn",
        "new in the files",
        "new in both",
        "names added on both sides, one dropped",
        "a name taken away here",
    ],
)
def test_neither_side_of_a_merge_is_lost(
    base: Body | None, files: Body | None, store: Body | None, result: Body | None
) -> None:
    assert merge(base, files, store) == result


def _shelf(body: Body | None, seed: Body | None) -> Shelf:
    return Shelf(1, "", {NAME: Entry(NAME, 0, Place("subjects.yaml", 1), body, seed)})


@pytest.mark.parametrize(
    ("store", "fields"),
    [
        (OLD, []),
        ({**OLD, "aliases": ["沐曦", "MetaX", "木曦"]}, []),
        ({**OLD, "parts": ["曦"]}, []),
        ({**OLD, "aliases": ["沐曦"]}, ["aliases"]),
        ({**OLD, "type": "maker"}, ["type"]),
        ({**OLD, "of": "x"}, ["of"]),
        (None, ["the record"]),
    ],
)
def test_only_a_contradiction_is_a_disagreement(store: Body | None, fields: list[str]) -> None:
    assert [disagreement.field for disagreement in disagreements(_shelf(store, OLD))] == fields


def test_files_that_say_what_they_said_change_nothing() -> None:
    shelf = _shelf({**OLD, "type": "maker"}, OLD)
    assert merged(shelf, [Entry(NAME, 0, Place("subjects.yaml", 1), OLD, OLD)]) == []


def test_a_record_that_left_the_files_leaves_the_store_unless_it_was_curated() -> None:
    assert [entry.body for entry in merged(_shelf(OLD, OLD), [])] == [None]
    assert [entry.body for entry in merged(_shelf({**OLD, "type": "maker"}, OLD), [])] == [{**OLD, "type": "maker"}]

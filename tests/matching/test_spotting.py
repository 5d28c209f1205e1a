"""A message is read as the words that leave the least of it unexplained."""

import pytest

from bot.matching.lexicon import FILLER, Lexicon
from bot.matching.spotting import Piece, spot
from bot.text.units import units


def lexicon(**words: str) -> Lexicon:
    terms = {" ".join(unit.key for unit in units(word)): tuple(meant.split()) for word, meant in words.items()}
    prefixes = {" ".join(keys[:end]) for keys in map(str.split, terms) for end in range(1, len(keys))}
    return Lexicon(terms, frozenset(prefixes), {}, max(len(surface.split()) for surface in terms))


def read(text: str, known: Lexicon, *more: Piece) -> list[str]:
    seen = units(text)
    return [
        f"{''.join(unit.text for unit in seen[piece.start : piece.end])}={'/'.join(piece.terms)}"
        for piece in spot(known, seen, more)
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("上海四小龙", ["上海四小龙=s:shanghai-dragons"]),
        ("上海的四小龙", ["上海=s:shanghai", f"的={FILLER}", "四小龙=s:dragons"]),
        ("上海,四小龙", ["上海=s:shanghai", "四小龙=s:dragons"]),
        ("上海五小龙", ["上海=s:shanghai", "五=", "小=", "龙="]),
        ("moore threads", ["moorethreads=s:moore"]),
        ("threads", ["threads="]),
        ("", []),
    ],
)
def test_the_longest_words_win_within_a_clause(text: str, pieces: list[str]) -> None:
    known = lexicon(
        **{
            "上海": "s:shanghai",
            "四小龙": "s:dragons",
            "上海四小龙": "s:shanghai-dragons",
            "的": FILLER,
            "moore threads": "s:moore",
        }
    )
    assert read(text, known) == pieces


def test_words_that_leave_nothing_unread_beat_a_longer_one() -> None:
    known = lexicon(国产="r:1", 产品="r:2", 品线="r:3", 国="r:4")
    assert read("国产品", known) == ["国=r:4", "产品=r:2"]


def test_pieces_that_are_offered_are_chosen_among() -> None:
    known = lexicon(营收="a:revenue")
    assert read("2024营收", known, Piece(0, 1, ("t:0",), 0.01)) == ["2024=t:0", "营收=a:revenue"]


def test_a_word_as_written_is_better_than_a_slip() -> None:
    known = lexicon(木材="r:1")
    assert read("木材", known, Piece(0, 2, ("s:metax",), 0.3)) == ["木材=r:1"]

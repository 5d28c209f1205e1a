"""Every surface form that means something, in any script and width, and what it means."""

import pytest

from bot.answering.engine import Engine
from bot.matching.lexicon import FILLER, Lexicon, keys_of


@pytest.fixture(scope="module")
def lexicon(engine: Engine) -> Lexicon:
    return engine.index.lexicon


def terms(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    return lexicon.terms.get(" ".join(keys_of(text, lexicon)), ())


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("沐曦", "s:metax"),
        ("ＭｅｔａＸ", "s:metax"),
        ("摩爾線程", "s:moore-threads"),
        ("摩尔线程", "s:moore-threads"),
        ("Moore Threads", "s:moore-threads"),
        ("GeForce 256", "s:geforce-256"),
        ("寒武紀", "s:cambricon"),
        ("營收", "a:revenue"),
        ("revenue", "a:revenue"),
        ("上市日期", "a:listing-date"),
        ("敏捷突破者", "f:敏捷突破者"),
        ("誰", "?who"),
        ("邊間", "?who"),
        ("多少錢", "?money"),
        ("how much", "?quantity"),
        ("為什麼", "?why"),
        ("點解", "?why"),
        ("which companies", "?who"),
        ("請問", "?show"),
        ("的", FILLER),
    ],
)
def test_a_word_means_what_it_says_in_any_script(lexicon: Lexicon, written: str, term: str) -> None:
    assert term in terms(written, lexicon)


def test_words_of_a_ring_mean_the_same(lexicon: Lexicon) -> None:
    shared = {term for term in terms("港交所", lexicon) if term.startswith("r:")}
    assert shared
    assert shared <= set(terms("HKEX", lexicon))
    assert shared.isdisjoint(terms("科創板", lexicon))


@pytest.mark.parametrize("one", ["員工", "員工 人數", "沒有的詞"])
def test_every_start_of_a_longer_word_is_known_as_such(lexicon: Lexicon, one: str) -> None:
    assert all(
        " ".join(keys[:end]) in lexicon.prefixes
        for keys in map(str.split, lexicon.terms)
        for end in range(1, len(keys))
        if keys[0] == one[0]
    )


def test_no_word_is_longer_than_said(lexicon: Lexicon) -> None:
    assert max(surface.count(" ") + 1 for surface in lexicon.terms) == lexicon.longest


def test_a_word_without_meaning_is_not_in_it(lexicon: Lexicon) -> None:
    assert terms("沒有這個詞", lexicon) == ()

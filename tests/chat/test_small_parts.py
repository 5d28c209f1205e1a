"""The small parts that the chats share: ids on buttons, cutting, languages, passages, error ids."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.actions import Action, Verb, digest, find
from bot.chat.cutting import cut, units
from bot.chat.languages import choose, of_client
from bot.chat.trouble import Redacting, incident
from bot.replies.model import Cited, Stretch
from bot.replies.passages import passages

ASKED = "abcdefghij-_0123"


@pytest.mark.parametrize("verb", Verb)
def test_an_action_survives_its_way_through_a_button(verb: Verb) -> None:
    action = Action(verb, ASKED, digest("metax.revenue.2024"))
    assert Action.decode(action.encode()) == action
    assert len(action.encode().encode()) <= 64


@pytest.mark.parametrize(
    "text", ["", "gpu", "gpu:dance::", "gpu:more:a:b:c", "gpu:more:" + "a" * 17 + ":", "other:more::"]
)
def test_other_ids_are_no_actions(text: str) -> None:
    assert Action.decode(text) is None


def test_a_digest_finds_its_id_again_and_no_other() -> None:
    known = ("metax.revenue.2024", "metax.revenue.2022")
    assert find(digest("metax.revenue.2022"), known) == "metax.revenue.2022"
    assert find(digest("withdrawn"), known) is None


CUTS = [
    ("fits", "一句話。", 4, "一句話。"),
    ("whole sentences", "第一句。第二句。第三句。", 9, "第一句。第二句。…"),
    ("keeps a closing quote with its sentence", "他說「好。」然後走了。", 8, "他說「好。」…"),
    ("English", "One is one. Two is two. Three.", 24, "One is one. Two is two.…"),
    ("a figure is no end of a sentence", "It grew 3.37 times over. Good.", 27, "It grew 3.37 times over.…"),
    ("line by line", "a line\nanother line\nlast", 14, "a line…"),
    ("not even one sentence fits", "很長很長很長的一句話。", 5, "很長很長…"),
    ("an emoji counts twice and stays whole", "😀😀😀", 4, "😀…"),
]


@pytest.mark.parametrize(("text", "limit", "expected"), [c[1:] for c in CUTS], ids=[c[0] for c in CUTS])
def test_cut(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit) == expected


@given(st.text(st.characters(exclude_categories=())), st.integers(1, 50))
def test_cut_never_passes_the_limit(text: str, limit: int) -> None:
    assert units(cut(text, limit)) <= limit


LOCALES = [
    ("zh-TW", "zh-Hant"),
    ("zh-hk", "zh-Hant"),
    ("zh_Hant_MO", "zh-Hant"),
    ("zh-CN", "zh-Hans"),
    ("zh-hans", "zh-Hans"),
    ("zh", "zh-Hans"),
    ("en-GB", "en"),
    ("en", "en"),
    ("ja", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("code", "language"), LOCALES)
def test_language_of_a_client(code: str | None, language: str | None) -> None:
    assert of_client(code) == language


def test_the_setting_goes_before_the_client_and_the_client_before_the_script() -> None:
    assert choose("en", "zh-TW", "沐曦營收") == "en"
    assert choose(None, "zh-CN", "沐曦營收") == "zh-Hans"
    assert choose(None, "ja", "沐曦營收多少") == "zh-Hant"
    assert choose(None, None, "MetaX revenue") == "en"


def cited(fact: str, figure: str, quote: str, source: str = "¶1") -> Cited:
    before, _, after = quote.partition(figure)
    stretches = tuple(s for s in (Stretch(before), Stretch(figure, figure=True), Stretch(after)) if s.text)
    return Cited(fact, fact, "s", "a", None, figure, None, stretches, None, source, None)


def test_one_sentence_is_shown_once_with_all_its_figures_marked() -> None:
    sentence = "從42.64萬元增至7.43億元。"
    other = cited("c", "3.37億元", "攀升至3.37億元。")
    first, second = passages([cited("a", "7.43億元", sentence), other, cited("b", "42.64萬元", sentence)])
    assert [one.fact for one in first.cited] == ["a", "b"]
    assert [stretch.text for stretch in first.quote if stretch.figure] == ["42.64萬元", "7.43億元"]
    assert "".join(stretch.text for stretch in first.quote) == sentence
    assert second.cited == (other,)


def test_the_same_sentence_of_two_articles_stays_two() -> None:
    assert len(passages([cited("a", "1", "1。", "one"), cited("b", "1", "1。", "other")])) == 2


def test_an_incident_is_logged_under_the_id_that_people_read(caplog: pytest.LogCaptureFixture) -> None:
    name = incident(ValueError("the cause"), "answering")
    assert name in caplog.text
    assert "the cause" in caplog.text
    assert len(name) == 6


def test_secrets_are_blacked_out_in_messages_and_tracebacks() -> None:
    formatter = Redacting(logging.Formatter("%(message)s"), ("s3cret", ""))
    error = ValueError("at https://example.org/bots3cret/getMe")
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "token %s", ("s3cret",), (ValueError, error, None))
    text = formatter.format(record)
    assert "s3cret" not in text
    assert text.count("•••") == 2

"""Replies as Telegram messages: the same reply gives the same message, and never one that Telegram refuses."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.model import Outcome, Shape
from bot.chat.desk import Notice, Spoken
from bot.chat.telegram.rendering import MOST_UNITS, Page, message, notice, page
from bot.replies.model import Cited, Offer, Reply, Stretch, Table
from tests.fakes import telegram_rules as rules
from tests.fakes.telegram_html import parse, units


def say(key: str, **params: object) -> str:
    return f"{key}{list(params.values()) or ''}"


def cited(
    quote: tuple[Stretch, ...] = (Stretch("2024年的"), Stretch("7.43億元", True), Stretch("。")),
    *,
    fact: str = "f",
    figure: str = "7.43億元",
    hedge: str | None = None,
    context: str | None = None,
    source: str = "張通社",
    url: str | None = None,
) -> Cited:
    return Cited(
        fact, "沐曦股份 · 營業收入 · 2024", "沐曦股份", "營業收入", "2024", figure, hedge, quote, context, source, url
    )


def reply(
    *facts: Cited,
    shape: Shape = Shape.SINGLE,
    outcome: Outcome = Outcome.ANSWER,
    lead: str | None = None,
    table: Table | None = None,
    notes: tuple[str, ...] = (),
    offers: tuple[Offer, ...] = (),
) -> Reply:
    return Reply("zh-Hant", outcome, shape, lead, facts, table, notes, offers, ())


def accepted(shown: Page) -> str:
    """The text that a reader sees, if Telegram takes the page."""
    markup = shown.keyboard.model_dump_json(exclude_none=True) if shown.keyboard else None
    rules.markup_of({"reply_markup": markup})
    return rules.text_of({"text": shown.html, "parse_mode": "HTML"})[0]


def test_a_single_fact_shows_figure_hedge_sentence_and_source() -> None:
    fact = cited(hedge="據報道", context="沐曦股份專注於GPU。", url="https://example.org/a?b=1&c=2")
    assert message(reply(fact), say).markup == (
        "沐曦股份 · 營業收入 · 2024\n"
        "<b>7.43億元</b> (據報道)\n"
        "<blockquote><i>沐曦股份專注於GPU。</i>\n2024年的<b>7.43億元</b>。</blockquote>\n"
        '<a href="https://example.org/a?b=1&amp;c=2">張通社</a>'
    )


def test_a_sentence_is_shown_once_with_all_its_figures_marked() -> None:
    sentence = "從42.64萬元,至7.43億元。"
    first = cited((Stretch("從"), Stretch("42.64萬元", True), Stretch(",至7.43億元。")), fact="a", figure="42.64萬元")
    second = cited((Stretch("從42.64萬元,至"), Stretch("7.43億元", True), Stretch("。")), fact="b")
    shown = message(reply(first, second, shape=Shape.LIST), say).markup
    assert parse(shown)[0].count(sentence) == 1
    assert "<blockquote expandable>從<b>42.64萬元</b>,至<b>7.43億元</b>。</blockquote>" in shown


def test_a_comparison_is_a_table_above_its_sentences() -> None:
    table = Table(("", "沐曦", "壁仞"), (("2024", "7.43億元", "3.37億元"),), ("差 4.06億元(計算)",))
    shown = message(reply(cited(), shape=Shape.COMPARISON, table=table), say).markup
    assert shown.startswith("<pre>")
    assert "7.43億元" in shown.split("</pre>")[0]
    assert "</pre>\n<i>差 4.06億元(計算)</i>" in shown
    assert "<blockquote>" in shown


def test_nothing_that_people_or_articles_write_is_taken_for_markup() -> None:
    nasty = "<b>&amp;\"'<script>"
    text = parse(message(reply(cited((Stretch(nasty, True),), figure=nasty, source=nasty), lead=nasty), say).markup)[0]
    assert text.count(nasty) == 4


@pytest.mark.parametrize("count", [30, 200])
def test_a_long_card_is_cut_between_facts_and_says_how_many_are_missing(count: int) -> None:
    facts = [cited((Stretch(f"第{n}句。" + "很長" * 100),), fact=str(n)) for n in range(count)]
    shown = page(Spoken(reply(*facts, shape=Shape.CARD)), say)
    assert shown is not None
    text = accepted(shown)
    kept = text.count("第")
    assert 5 < kept < count
    assert f"chat.more-facts[{count - kept}]" in text


def test_an_endless_sentence_is_cut_where_a_sentence_within_it_ends() -> None:
    shown = message(reply(cited((Stretch("一句話。" * 2000), Stretch("7億", True)))), say)
    assert units(parse(shown.markup)[0]) <= MOST_UNITS
    assert "一句話。…" in shown.markup


def test_a_sentence_with_characters_that_count_twice_is_not_cut() -> None:
    shown = message(reply(cited((Stretch("😀😀增至"), Stretch("7.43億元", True), Stretch("。😀")))), say).markup
    assert "<blockquote>😀😀增至<b>7.43億元</b>。😀</blockquote>" in shown


def test_what_is_too_long_by_itself_is_cut() -> None:
    table = Table(("", "x"), tuple((f"第{n}行", "7億") for n in range(400)), ("注" * 3000,))
    shown = page(Spoken(reply(cited(), lead="開頭。" * 900, table=table, notes=("尾。" * 900,) * 3)), say)
    assert shown is not None
    assert "7.43億元" in accepted(shown)


def test_no_answer_offers_what_is_known() -> None:
    nothing = reply(
        outcome=Outcome.NO_ANSWER,
        shape=Shape.NOTHING,
        lead="文章沒有說。",
        offers=(Offer("metax.revenue.2024", "沐曦股份 · 營業收入 · 2024"),),
        notes=("你是不是想問:沐曦股份",),
    )
    shown = page(Spoken(nothing, "asked-id", "AAAAAAAAAAA"), say)
    assert shown is not None
    assert shown.keyboard is not None
    labels = [one.text for row in shown.keyboard.inline_keyboard for one in row]
    assert "沐曦股份 · 營業收入 · 2024" in labels
    assert not any("helpful" in label for label in labels)
    assert "<i>你是不是想問:沐曦股份</i>" in shown.html


def test_silence_stays_silence_and_a_notice_plain_words() -> None:
    assert page(None, say) is None
    assert page(Notice("1 < 2"), say) == Page("1 &lt; 2")


words = st.text(max_size=300)
stretches = st.lists(st.builds(Stretch, words, st.booleans()), min_size=1, max_size=5).map(tuple)
facts = st.builds(cited, stretches, figure=words, hedge=st.none() | words, context=st.none() | words, source=words)
cells = st.text("沐曦壁仞7.43億元 <&>—abc", min_size=1, max_size=60).filter(str.strip)
tables = st.integers(2, 4).flatmap(
    lambda width: st.builds(
        Table,
        st.tuples(*[cells] * width),
        st.lists(st.tuples(*[cells] * width), max_size=4).map(tuple),
        st.lists(words, max_size=2).map(tuple),
    )
)
offers = st.builds(Offer, st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=80).filter(str.strip))


replies = st.builds(
    Reply,
    st.just("zh-Hant"),
    st.sampled_from(Outcome),
    st.sampled_from(Shape),
    st.text(min_size=1, max_size=300).filter(lambda text: text.strip()),
    st.lists(facts, max_size=40).map(tuple),
    st.none() | tables,
    st.lists(words, max_size=2).map(tuple),
    st.lists(offers, max_size=9).map(tuple),
    st.just(()),
)


@given(replies)
def test_telegram_takes_every_reply(made: Reply) -> None:
    shown = page(Spoken(made, "asked-id-16-long", "AAAAAAAAAAA"), say)
    assert shown is not None
    accepted(shown)


@given(st.text(min_size=1, max_size=5000).filter(lambda text: text.strip()))
def test_telegram_takes_every_notice(text: str) -> None:
    assert json.dumps(accepted(notice(f".{text}")))

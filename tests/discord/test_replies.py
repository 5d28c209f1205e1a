"""What a reply looks like on Discord: replies as values in, messages as Discord would receive them out."""

import pytest

from bot.answering.model import Outcome, Shape
from bot.chat.desk import Spoken
from bot.chat.discord.page import Page
from bot.chat.discord.replies import render
from bot.replies.catalogue import Catalogue
from bot.replies.model import Cited, Offer, Reply, Stretch, Table
from tests.fakes.discord.messages import check_message
from tests.fakes.discord.refusals import JSON

QUOTE = "其營業收入從2022年的42.64萬元,猛增至2024年的7.43億元。"
ASKED, METAX = "Qx3-_9aZ01Pk", "Jc3QTPf7prE"


def cited(figure: str = "7.43億元", quote: str = QUOTE, **more: object) -> Cited:
    before, _, after = quote.partition(figure)
    stretches = tuple(s for s in (Stretch(before), Stretch(figure, figure=True), Stretch(after)) if s.text)
    one = Cited(
        "metax.revenue.2024", "沐曦股份 · 營業收入 · 2024年", "沐曦股份", "營業收入", "2024年", figure, None, stretches,
        None, "張通社 · 文字 晝嶼 · 第20段第2句", "https://zhangtongshe.com",
    )  # fmt: skip
    return one._replace(**more)  # type: ignore[arg-type]


def reply(*every: Cited, **more: object) -> Reply:
    plain_reply = Reply("zh-Hant", Outcome.ANSWER, Shape.SINGLE, None, every, None, (), (), ())
    return plain_reply._replace(**more)  # type: ignore[arg-type]


def message(page: Page) -> JSON:
    """A page as the request that Discord receives, and would accept."""
    body: JSON = {"content": page.content or "", "embeds": [embed.to_dict() for embed in page.embeds]}
    body["components"] = page.view.to_components() if page.view else []
    check_message(body)
    return body


@pytest.fixture(scope="module")
def words() -> Catalogue:
    return Catalogue.load()


def shown(spoken: Spoken, words: Catalogue, *, embeds: bool = True) -> JSON:
    return message(render(spoken, words, embeds=embeds))


def description(body: JSON) -> str:
    text: str = body["embeds"][-1]["description"]
    return text


SINGLE = """\
**沐曦股份 · 營業收入 · 2024年**
# 7.43億元
> 其營業收入從2022年的42.64萬元,猛增至2024年的**7.43億元**。
-# [張通社 · 文字 晝嶼 · 第20段第2句](<https://zhangtongshe.com>)"""

WITH_CONTEXT_AND_HEDGE = """\
**沐曦股份 · 營業收入 · 2024年**
# 7.43億元
-# 文章措辭: 據報道
> *沐曦股份專注於GPU。*
> 其營業收入從2022年的42.64萬元,猛增至2024年的**7.43億元**。
-# 張通社 · 文字 晝嶼 · 第20段第2句"""

TWO_OF_ONE_SENTENCE = """\
沐曦股份 · 營業收入 · 2024年: **7.43億元**
沐曦股份 · 營業收入 · 2022年: **42.64萬元**
> 其營業收入從2022年的**42.64萬元**,猛增至2024年的**7.43億元**。
-# [張通社 · 文字 晝嶼 · 第20段第2句](<https://zhangtongshe.com>)"""

A_CARD = """\
## 沐曦股份 MetaX

營業收入 · 2024年: **7.43億元**
> 其營業收入從2022年的42.64萬元,猛增至2024年的**7.43億元**。
-# [張通社 · 文字 晝嶼 · 第20段第2句](<https://zhangtongshe.com>)

曦雲C500 · 對標: **A100** (對標)
> 對標**A100**。
-# 第19段"""

NOT_STATED = """\
文章沒有說沐曦股份的淨利潤。

文章有說明的:
- 沐曦股份 · 營業收入 · 2024年
-# 是不是想問壁仞科技?"""

earlier = cited("42.64萬元", fact="metax.revenue.2022", heading="沐曦股份 · 營業收入 · 2022年", period="2022年")
chip = cited(
    "A100", "對標A100。", heading="曦雲C500 · 對標", subject="曦雲C500", attribute="對標", period=None, hedge="對標",
    source="第19段", url=None,
)  # fmt: skip
CASES = [
    ("one fact", reply(cited()), SINGLE),
    (
        "hedge, context and no link",
        reply(cited(hedge="據報道", context="沐曦股份專注於GPU。", url=None)),
        WITH_CONTEXT_AND_HEDGE,
    ),
    ("two facts of one sentence", reply(cited(), earlier, shape=Shape.LIST), TWO_OF_ONE_SENTENCE),
    ("a card", reply(cited(), chip, shape=Shape.CARD, lead="沐曦股份 MetaX"), A_CARD),
    (
        "not stated",
        reply(
            outcome=Outcome.NO_ANSWER,
            shape=Shape.NOTHING,
            lead="文章沒有說沐曦股份的淨利潤。",
            notes=("是不是想問壁仞科技?",),
            offers=(Offer("metax.revenue.2024", "沐曦股份 · 營業收入 · 2024年"),),
        ),
        NOT_STATED,
    ),
    (
        "lead and note",
        reply(cited(), lead="不是,文章說的是:", notes=("以文章為準",)),
        f"不是,文章說的是:\n\n{SINGLE}\n\n-# 以文章為準",
    ),
]


@pytest.mark.parametrize(("value", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_text(value: Reply, text: str, words: Catalogue) -> None:
    assert description(shown(Spoken(value, ASKED), words)) == text


@pytest.mark.parametrize(("value", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_same_words_where_nothing_may_be_embedded(value: Reply, text: str, words: Catalogue) -> None:
    body = shown(Spoken(value, ASKED), words, embeds=False)
    assert (body["content"], body["embeds"]) == (text, [])


FIGURES = [("7nm", "# 7nm"), ("x" * 25, "## " + "x" * 25), ("字" * 61, f"**{'字' * 61}**")]


@pytest.mark.parametrize(("figure", "line"), FIGURES)
def test_a_figure_is_as_large_as_its_length_allows(figure: str, line: str, words: Catalogue) -> None:
    assert line in description(shown(Spoken(reply(cited(figure, f"是{figure}。"))), words)).splitlines()


rival = cited(
    "3.37億元", "收入攀升至2024年的3.37億元。", heading="壁仞科技 · 營業收入 · 2024年", subject="壁仞科技", hedge="約"
)
TABLE = Table(("對象", "文章所述"), (("沐曦股份", "7.43億元"), ("壁仞科技", "3.37億元")), ("相差 4.06億元(計算所得)",))
COMPARISON = reply(cited(), earlier, rival, shape=Shape.COMPARISON, table=TABLE)


def test_a_comparison_is_a_field_for_each_side_that_can_be_read_by_itself(words: Catalogue) -> None:
    figures, sentences = shown(Spoken(COMPARISON, ASKED), words)["embeds"]
    assert [(field["name"], field["value"], field["inline"]) for field in figures["fields"]] == [
        ("沐曦股份", "營業收入 · 2024年: **7.43億元**\n營業收入 · 2022年: **42.64萬元**", True),
        ("壁仞科技", "營業收入 · 2024年: **3.37億元** (約)", True),
        ("\u200b", "-# 相差 4.06億元(計算所得)", False),
    ]
    assert sentences["description"].startswith("> 其營業收入從2022年的**42.64萬元**,猛增至2024年的**7.43億元**")


def test_a_comparison_of_many_is_a_field_below_the_other(words: Catalogue) -> None:
    sides = [rival._replace(subject=name) for name in ("甲", "乙", "丙", "丁")]
    figures = shown(Spoken(COMPARISON._replace(cited=tuple(sides))), words)["embeds"][0]
    assert [field["inline"] for field in figures["fields"]] == [False] * 5


def test_a_comparison_without_embeds_keeps_its_figures(words: Catalogue) -> None:
    content = shown(Spoken(COMPARISON), words, embeds=False)["content"]
    assert "**壁仞科技**\n營業收入 · 2024年: **3.37億元** (約)" in content
    assert "-# 相差 4.06億元(計算所得)" in content


def buttons(body: JSON) -> list[str]:
    return [item.get("custom_id", "") for row in body["components"] for item in row["components"]]


OFFERED = reply(cited(), offers=(Offer("metax.revenue.2022", "沐曦股份 · 營業收入 · 2022年"),))
CONTROLS = [
    ("an answer", Spoken(OFFERED, ASKED, METAX), ["helpful", "wrong", "more", "related"]),
    ("a card needs no card", Spoken(OFFERED._replace(shape=Shape.CARD), ASKED, METAX), ["helpful", "wrong", "related"]),
    ("a fact shown on request", Spoken(OFFERED, "", METAX), ["more", "related"]),
    ("no answer", Spoken(OFFERED._replace(outcome=Outcome.NO_ANSWER, cited=()), ASKED, METAX), ["more", "related"]),
    ("nothing to offer", Spoken(reply(outcome=Outcome.NO_ANSWER, lead="文章沒有說。"), ASKED), []),
]


@pytest.mark.parametrize(("spoken", "verbs"), [case[1:] for case in CONTROLS], ids=[case[0] for case in CONTROLS])
def test_controls(spoken: Spoken, verbs: list[str], words: Catalogue) -> None:
    assert [name.split(":")[1] for name in buttons(shown(spoken, words))] == verbs


MARKUP = [
    ("**b** _i_ `c` ~~n~~ ||s||", r"\*\*b\*\* \_i\_ \`c\` \~\~n\~\~ \|\|s\|\|"),
    ("# heading", r"\# heading"),
    ("> quote", r"\> quote"),
    ("-# small", r"\-# small"),
    ("[text](https://example.org)", r"\[text](https://example.org)"),
    ("<@123456789012345678> @everyone", "<@\u200b123456789012345678> @\u200beveryone"),
    ("a\n# second line", "a # second line"),
]


@pytest.mark.parametrize(("text", "escaped"), MARKUP)
def test_what_people_type_cannot_format_link_or_mention(text: str, escaped: str, words: Catalogue) -> None:
    assert description(shown(Spoken(reply(outcome=Outcome.NO_ANSWER, lead=text)), words)) == escaped


def test_a_second_line_cannot_break_out_of_a_quote(words: Catalogue) -> None:
    text = description(shown(Spoken(reply(cited("1", "是1\n# 大字"))), words))
    assert "\n# 大字" not in text


def many(number: int, length: int) -> tuple[Cited, ...]:
    sentence = "句" * length
    return tuple(
        cited(str(n), f"{n}:{sentence}。", fact=str(n), heading=f"第{n}項", subject=f"第{n // 2}家", source=f"¶{n}")
        for n in range(number)
    )


@pytest.mark.parametrize("embeds", [True, False])
@pytest.mark.parametrize(("number", "length"), [(1, 5000), (30, 200), (200, 5), (3, 1500)])
@pytest.mark.parametrize("shape", [Shape.LIST, Shape.COMPARISON])
def test_any_length_stays_within_the_limits(
    number: int, length: int, shape: Shape, embeds: bool, words: Catalogue
) -> None:
    table = Table(("對象", "文章所述"), tuple((str(n), "字" * 40) for n in range(number)), ("計" * 80,) * 20)
    value = reply(
        *many(number, length),
        shape=shape,
        table=table if shape is Shape.COMPARISON else None,
        lead="首" * 300,
        notes=("註" * 300,),
        offers=tuple(Offer(str(n), "項" * 80) for n in range(40)),
    )
    shown(Spoken(value, ASKED, METAX), words, embeds=embeds)


def test_what_does_not_fit_is_counted(words: Catalogue) -> None:
    text = description(shown(Spoken(reply(*many(30, 200), shape=Shape.LIST), ASKED), words))
    kept = text.count("> ")
    assert 10 < kept < 30
    assert f"另有 {30 - kept} 項" in text

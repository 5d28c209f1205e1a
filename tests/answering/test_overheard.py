"""When the bot speaks up uninvited: only with a sure answer to a real question of the field."""

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Addressed, Outcome, Question, Strictness


def speaks(engine: Engine, text: str, strictness: Strictness) -> bool:
    answer = engine.answer(Question(text, Addressed.OVERHEARD, strictness))
    assert answer.outcome in (Outcome.ANSWER, Outcome.SILENCE)
    assert bool(answer.facts) == (answer.outcome is Outcome.ANSWER)
    return answer.outcome is Outcome.ANSWER


@pytest.mark.parametrize(
    ("message", "normal", "strict"),
    [
        # questions, and words as typed into a search box
        ("沐曦2024年營收多少?", True, True),
        ("沐曦 2024 營收", True, True),
        ("燧原那個S60訂單有多少 有人知道嗎", True, True),
        ("沐曦和壁仞2024年誰營收高", True, True),
        ("中國GPU市場現在規模多大", True, True),
        ("天數智芯 上市日期", True, True),
        # a reason is asked, and stated or not
        ("壁仞為什麼要赴港上市", True, True),
        ("「陽數之極」為什麼被稱為「天數」?", False, False),
        # premises to confirm, true and false
        ("沐曦2024年營收是7.43億嗎", True, True),
        ("摩爾線程係咪喺港交所上市㗎", True, True),
        ("燧原科技不是已經掛牌交易了嗎", True, True),
        # bare names: looked up in a normal channel, in a strict one only with a question mark
        ("沐曦", True, False),
        ("MetaX", True, False),
        ("沐曦?", True, True),
        # names that are everyday words
        ("花港", False, False),
        ("上海", False, False),
        ("華山和廬山哪個好玩 國慶想去爬山", False, False),
        # telling, feeling, greeting
        ("沐曦2024年營收7.43億,太猛了", False, False),
        ("恭喜沐曦上市!", False, False),
        ("壁仞終於上市了", False, False),
        ("昨晚跟燧原的朋友喝到三點 頭好痛", False, False),
        ("我今天買了張GeForce 256", False, False),
        ("早安各位~", False, False),
        ("哈哈哈哈笑死", False, False),
        ("gm everyone", False, False),
        ("收到 謝謝大佬", False, False),
        # nothing to answer with, or nobody named
        ("沐曦2023年營收多少?", False, False),
        ("沐曦股價多少", False, False),
        ("營收多少", False, False),
        ("上海有什麼好吃的", False, False),
        ("", False, False),
    ],
)
def test_who_is_answered_unasked(engine: Engine, message: str, normal: bool, strict: bool) -> None:
    assert speaks(engine, message, Strictness.NORMAL) == normal
    assert speaks(engine, message, Strictness.STRICT) == strict


@pytest.mark.parametrize("addressed", [one for one in Addressed if one is not Addressed.OVERHEARD])
def test_whoever_speaks_to_the_bot_is_never_met_with_silence(engine: Engine, addressed: Addressed) -> None:
    for text in ("沐曦2023年營收多少?", "早安", "", "沐曦"):
        assert engine.answer(Question(text, addressed)).outcome is not Outcome.SILENCE

"""A figure is parsed by the kind of its attribute; what must be a number and is none is refused."""

import pytest

from bot.knowledge.figures import UnreadableFigureError, parse_figure
from bot.knowledge.model import Kind, Knowledge


@pytest.mark.parametrize(
    ("figure", "kind", "value", "unit"),
    [
        ("7.43億元", Kind.MONEY, 743_000_000.0, "元"),
        ("42.64萬元", Kind.MONEY, 426_400.0, "元"),
        ("10515.37億元人民幣", Kind.MONEY, 1_051_537_000_000.0, "元"),
        ("4074.52%", Kind.PERCENT, 4074.52, "%"),
        ("四分之一", Kind.SHARE, 0.25, None),
        ("15倍", Kind.MULTIPLE, 15.0, "倍"),
        ("10萬片", Kind.COUNT, 100_000.0, "片"),
        ("7nm", Kind.LENGTH, 7.0, "nm"),
        ("第三場", Kind.RANK, 3.0, "第"),
        ("2026年1月8日", Kind.DATE, "2026-01-08", "date"),
        ("2025年12月", Kind.DATE, "2025-12", "date"),
        ("2024年下半年", Kind.DATE, "2024", "date"),
        ("成百上千個", Kind.COUNT, None, None),
        ("近年來", Kind.DATE, None, None),
        ("敏捷突破者", Kind.LABEL, None, None),
        ("7.43億元", Kind.TEXT, None, None),
    ],
)
def test_figures_have_the_value_they_print(
    figure: str, kind: Kind, value: float | str | None, unit: str | None
) -> None:
    assert parse_figure(figure, kind) == (value, unit)


@pytest.mark.parametrize(
    ("figure", "kind"),
    [
        ("很多錢", Kind.MONEY),
        ("7.43億", Kind.MONEY),
        ("62.5%", Kind.MONEY),
        ("7.43億元", Kind.PERCENT),
        ("敏捷突破者", Kind.MULTIPLE),
        ("7", Kind.LENGTH),
        ("三場", Kind.RANK),
        ("", Kind.MONEY),
    ],
)
def test_a_measure_without_its_unit_is_refused(figure: str, kind: Kind) -> None:
    with pytest.raises(UnreadableFigureError, match=kind.value):
        parse_figure(figure, kind)


@pytest.mark.parametrize(
    ("fact", "value", "unit"),
    [
        ("metax.revenue.2024", 743_000_000.0, "元"),
        ("metax.revenue.2022", 426_400.0, "元"),
        ("biren.revenue.2024", 337_000_000.0, "元"),
        ("global-gpu-market.market-size.2024", 1_051_537_000_000.0, "元"),
        ("iluvatar.listing-date.2026", "2026-01-08", "date"),
        ("lushan.ray-tracing-gain", 50.0, "倍"),
        ("s60.orders", 100_000.0, "片"),
    ],
)
def test_the_real_figures_have_their_values(knowledge: Knowledge, fact: str, value: float | str, unit: str) -> None:
    assert (knowledge.facts[fact].value, knowledge.facts[fact].unit) == (value, unit)

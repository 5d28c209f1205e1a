"""A figure as printed → its value and unit, by the kind of its attribute."""

from bot.knowledge.model import Kind
from bot.text.fold import fold
from bot.text.periods import periods
from bot.text.quantities import Quantity, quantities

_UNITS: dict[Kind, frozenset[str] | None] = {
    Kind.MONEY: frozenset({"元"}),
    Kind.PERCENT: frozenset({"%"}),
    Kind.SHARE: frozenset({"", "%"}),
    Kind.MULTIPLE: frozenset({"倍"}),
    Kind.LENGTH: frozenset({"nm"}),
    Kind.RANK: frozenset({"第"}),
    Kind.COUNT: None,
}


class UnreadableFigureError(ValueError):
    """A figure whose value must be readable and is not."""


def parse_figure(figure: str, kind: Kind) -> tuple[float | str | None, str | None]:
    """(value, unit) of a figure: a number and its unit for quantities, an ISO date and "date" for dates, else (None, None).

    Raises UnreadableFigureError for money, percentages, multiples, lengths and ranks that hold no such number.
    Counts and dates may be in words (成百上千個, 近年來) and then have no value.
    """
    folded = fold(figure)
    if kind is Kind.DATE:
        stated = [period.iso() for period in periods(folded) if period.iso()]
        return (stated[0], "date") if stated else (None, None)
    if kind not in _UNITS:
        return None, None
    if found := _first(quantities(folded), _UNITS[kind]):
        return found.value, found.unit or None
    if kind is Kind.COUNT:
        return None, None
    message = f"no {kind.value} can be read from “{figure}”"
    raise UnreadableFigureError(message)


def _first(found: tuple[Quantity, ...], units: frozenset[str] | None) -> Quantity | None:
    return next((quantity for quantity in found if units is None or quantity.unit in units), None)

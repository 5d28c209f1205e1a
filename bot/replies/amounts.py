"""Calculated values in words. Stated figures are never written anew; they are shown as printed."""

_SCALES = ((1e8, "億", "亿"), (1e4, "萬", "万"))


def amount(value: float, unit: str, language: str) -> str:
    """A calculated amount in 億/萬 (元), or in million yuan for English readers."""
    if language == "en":
        return f"{_short(value / 1e6)} million yuan" if unit == "元" else f"{_short(value)} {unit}".strip()
    for scale, hant, hans in _SCALES:
        if abs(value) >= scale:
            return f"{_short(value / scale)}{hans if language == 'zh-Hans' else hant}{unit}"
    return f"{_short(value)}{unit}"


def ratio(value: float) -> str:
    """A ratio to three significant digits, or whole when large."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _short(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".")

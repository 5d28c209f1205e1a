"""Tables in a monospaced face, aligned although Chinese characters are two cells wide."""

from rich.cells import cell_len, chop_cells

from bot.replies.model import Table

_GAP = "  "


def layout(table: Table, width: int) -> str:
    """`table` as lines of at most `width` cells; cells that do not fit are broken over several lines."""
    rows = (table.header, *table.rows)
    widths = _widths(rows, width)
    lines = [_line(table.header, widths), _GAP.join("─" * one for one in widths)]
    lines += [_line(row, widths) for row in table.rows]
    return "\n".join(lines)


def _widths(rows: tuple[tuple[str, ...], ...], width: int) -> list[int]:
    """The widest column gives way, two cells at a time, until the table fits."""
    widths = [max(1, *map(cell_len, column)) for column in zip(*rows, strict=True)]
    room = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 4:
        widest = widths.index(max(widths))
        widths[widest] -= min(2, widths[widest] - 4)
    return widths


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    broken = [chop_cells(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for at in range(max(map(len, broken))):
        parts = [lines_[at] if at < len(lines_) else "" for lines_ in broken]
        padded = [part + " " * (width - cell_len(part)) for part, width in zip(parts, widths, strict=True)]
        lines.append(_GAP.join(padded).rstrip())
    return "\n".join(lines)

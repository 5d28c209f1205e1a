"""A reply laid out for the terminal: figures large and first, their sentences below."""

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.table import Table as Grid
from rich.text import Text

from bot.answering.model import Outcome, Shape
from bot.replies.catalogue import Catalogue
from bot.replies.model import Cited, Reply, Table
from bot.replies.passages import Passage, passages

_SHORT = (Shape.CARD, Shape.LIST)
_INDENT = "  "


@dataclass(frozen=True)
class _Indented:
    """Something printed further right; unlike rich's own padding it leaves no blanks at the ends of lines to be copied."""

    inner: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        narrower = options.update_width(max(1, options.max_width - len(_INDENT)))
        for line in console.render_lines(self.inner, narrower, pad=False):
            if line:
                yield Segment(_INDENT)
                yield from line
            yield Segment.line()


def rendered(reply: Reply, catalogue: Catalogue) -> RenderableType:
    """The whole reply as something rich can print. Text is never read as markup."""
    parts: list[RenderableType] = []
    if reply.lead:
        parts.append(Text(reply.lead, style="yellow" if reply.outcome is Outcome.NO_ANSWER else "bold"))
    if reply.table:
        parts += [_grid(reply.table), *(Text(line, style="dim") for line in reply.table.footer)]
    for passage in passages(reply.cited):
        if not reply.table:
            parts += [_figure(one, reply, catalogue) for one in passage.cited]
        parts.append(_evidence(passage, reply, catalogue))
    if reply.offers:
        parts.append(Text(catalogue.text(reply.language, "reply.related"), style="dim"))
        parts += [Text(f"  · {offer.label}") for offer in reply.offers]
    return Group(*parts, *(Text(note) for note in reply.notes))


def _figure(one: Cited, reply: Reply, catalogue: Catalogue) -> Text:
    text = Text(f"{one.heading}  " if reply.shape in _SHORT else f"{one.heading}\n", style="dim")
    text.append(one.figure, style="not dim bold green")
    if one.hedge:
        text.append(f" {catalogue.text(reply.language, 'reply.hedge', hedge=one.hedge)}", style="not dim italic")
    return text


def _evidence(passage: Passage, reply: Reply, catalogue: Catalogue) -> RenderableType:
    quote = Text()
    for stretch in passage.quote:
        quote.append(stretch.text, style="bold" if stretch.figure else "")
    lines = [quote]
    if passage.context:
        lines.append(Text(f"{catalogue.text(reply.language, 'reply.context')}: {passage.context}", style="dim"))
    where = f"{passage.source} ({passage.url})" if passage.url else passage.source
    return Group(_Indented(Group(*lines, Text(f"— {where}", style="dim italic"))), Text())


def _grid(table: Table) -> Grid:
    grid = Grid(*table.header, box=None, pad_edge=False, header_style="dim")
    for row in table.rows:
        grid.add_row(*map(Text, row))
    return grid

"""A reply laid out for the terminal: figures large and first, their sentences below."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from bot.answering.model import Outcome, Shape
from bot.replies.catalogue import Catalogue
from bot.replies.model import Cited, Reply, Table

_SHORT = (Shape.CARD, Shape.LIST)


def rendered(reply: Reply, catalogue: Catalogue) -> RenderableType:
    """The whole reply as something rich can print. Text is never read as markup."""
    parts: list[RenderableType] = []
    if reply.lead:
        parts.append(Text(reply.lead, style="yellow" if reply.outcome is Outcome.NO_ANSWER else "bold"))
    if reply.table:
        parts += [_grid(reply.table), *(Text(line, style="dim") for line in reply.table.footer)]
    for at, one in enumerate(reply.cited):
        if not reply.table:
            parts.append(_figure(one, reply, catalogue))
        if at + 1 == len(reply.cited) or reply.cited[at + 1].quote_text != one.quote_text:
            parts.append(_evidence(one, reply, catalogue))
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


def _evidence(one: Cited, reply: Reply, catalogue: Catalogue) -> RenderableType:
    quote = Text()
    for stretch in one.quote:
        quote.append(stretch.text, style="bold" if stretch.figure else "")
    lines = [quote]
    if one.context:
        lines.append(Text(f"{catalogue.text(reply.language, 'reply.context')}: {one.context}", style="dim"))
    where = f"{one.source} ({one.url})" if one.url else one.source
    return Padding(Group(*lines, Text(f"— {where}", style="dim italic")), (0, 0, 1, 2))


def _grid(table: Table) -> Grid:
    grid = Grid(*table.header, box=None, pad_edge=False, header_style="dim")
    for row in table.rows:
        grid.add_row(*map(Text, row))
    return grid

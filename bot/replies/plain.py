"""A reply as plain text, for the command line and wherever markup is not to be had."""

from bot.answering.model import Shape
from bot.replies.catalogue import Catalogue
from bot.replies.model import Cited, Reply
from bot.replies.tables import layout

_WIDTH = 72
_SHORT = (Shape.CARD, Shape.LIST)


def plain(reply: Reply, catalogue: Catalogue, width: int = _WIDTH) -> str:
    """The whole reply as lines of text."""
    blocks = [reply.lead] if reply.lead else []
    if reply.table:
        blocks.append("\n".join((layout(reply.table, width), *reply.table.footer)))
    blocks += _cited(reply, catalogue)
    if reply.offers:
        heading = catalogue.text(reply.language, "reply.related")
        blocks.append("\n".join((heading, *(f"  · {offer.label}" for offer in reply.offers))))
    return "\n\n".join((*blocks, *reply.notes))


def _cited(reply: Reply, catalogue: Catalogue) -> list[str]:
    """Each fact with its sentence; a sentence that several facts share is shown once, after them."""
    blocks: list[str] = []
    for at, one in enumerate(reply.cited):
        shared = at + 1 < len(reply.cited) and reply.cited[at + 1].quote_text == one.quote_text
        lines = [_figure(one, reply, catalogue)] if not reply.table else []
        if not shared:
            lines += _evidence(one, reply, catalogue)
        blocks.append("\n".join(lines))
    return [block for block in blocks if block]


def _figure(one: Cited, reply: Reply, catalogue: Catalogue) -> str:
    hedge = f" {catalogue.text(reply.language, 'reply.hedge', hedge=one.hedge)}" if one.hedge else ""
    return f"{one.heading}: {one.figure}{hedge}" if reply.shape in _SHORT else f"{one.heading}\n{one.figure}{hedge}"


def _evidence(one: Cited, reply: Reply, catalogue: Catalogue) -> list[str]:
    lines = [f"  │ {one.quote_text}"]
    if one.context:
        lines.append(f"  {catalogue.text(reply.language, 'reply.context')}: {one.context}")
    where = f"{one.source} ({one.url})" if one.url else one.source
    return [*lines, f"  — {where}"]

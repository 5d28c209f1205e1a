"""A reply as plain text, for the command line and wherever markup is not to be had."""

from bot.answering.model import Shape
from bot.replies.catalogue import Catalogue
from bot.replies.model import Cited, Reply
from bot.replies.passages import Passage, passages

_WIDTH = 72
_SHORT = (Shape.CARD, Shape.LIST)


def plain(reply: Reply, catalogue: Catalogue, width: int = _WIDTH) -> str:
    """The whole reply as lines of text."""
    blocks = [reply.lead] if reply.lead else []
    if reply.table:
        from bot.replies.tables import layout  # noqa: PLC0415 - most replies have no table to be laid out

        blocks.append("\n".join((layout(reply.table, width), *reply.table.footer)))
    blocks += [_passage(passage, reply, catalogue) for passage in passages(reply.cited)]
    if reply.offers:
        heading = catalogue.text(reply.language, "reply.related")
        blocks.append("\n".join((heading, *(f"  · {offer.label}" for offer in reply.offers))))
    return "\n\n".join((*blocks, *reply.notes))


def _passage(passage: Passage, reply: Reply, catalogue: Catalogue) -> str:
    """The facts of one sentence, unless a table has told them, and then the sentence."""
    stated = [] if reply.table else [_figure(one, reply, catalogue) for one in passage.cited]
    return "\n".join((*stated, *_evidence(passage, reply, catalogue)))


def _figure(one: Cited, reply: Reply, catalogue: Catalogue) -> str:
    hedge = f" {catalogue.text(reply.language, 'reply.hedge', hedge=one.hedge)}" if one.hedge else ""
    return f"{one.heading}: {one.figure}{hedge}" if reply.shape in _SHORT else f"{one.heading}\n{one.figure}{hedge}"


def _evidence(passage: Passage, reply: Reply, catalogue: Catalogue) -> list[str]:
    lines = [f"  │ {passage.text}"]
    if passage.context:
        lines.append(f"  {catalogue.text(reply.language, 'reply.context')}: {passage.context}")
    where = f"{passage.source} ({passage.url})" if passage.url else passage.source
    return [*lines, f"  — {where}"]

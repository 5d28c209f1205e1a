"""Text as Discord's markdown: everything that is not ours is escaped, and pieces are fitted into a limit whole."""

from collections.abc import Callable, Sequence

from discord.utils import escape_markdown, escape_mentions

from bot.chat.cutting import cut, units
from bot.replies.model import Cited, Stretch
from bot.replies.passages import Passage

Say = Callable[..., str]
"""A message of the catalogue in the language of a reply."""

_LONG_FIGURE, _VERY_LONG_FIGURE = 24, 60


def plain(text: str) -> str:
    """The text as it stands, on one line, without the power to format, link or mention."""
    return escape_markdown(escape_mentions(" ".join(text.split())), ignore_links=False)


def bold(text: str) -> str:
    """The text in bold."""
    return f"**{plain(text)}**" if text.strip() else ""


def big(figure: str) -> str:
    """A figure as large as its length allows."""
    if len(figure) > _VERY_LONG_FIGURE:
        return bold(figure)
    return f"{'##' if len(figure) > _LONG_FIGURE else '#'} {plain(figure)}"


def small(text: str, url: str | None = None) -> str:
    """A line of small print, linked to its source."""
    if not url:
        return f"-# {plain(text)}"
    return f"-# [{plain(text)}](<{url if '://' in url else f'https://{url}'}>)"


def quoted(passage: Passage) -> str:
    """A sentence as a block quote, its figures in bold, after the one that names its subject and above its source."""
    lines = [f"> *{plain(passage.context)}*"] if passage.context else []
    return "\n".join([*lines, f"> {_marked(passage.quote)}", small(passage.source, passage.url)])


def headline(one: Cited, say: Say) -> str:
    """What the figure is of, the figure large, and how sure the article is of it."""
    hedge = [small(f"{say('reply.attribution')}: {one.hedge}")] if one.hedge else []
    return "\n".join([bold(one.heading), big(one.figure), *hedge])


def line(one: Cited, say: Say, *, within: str = "") -> str:
    """A fact on one line, for where several stand together; `within` a text that names its subject, without it."""
    named = " · ".join(filter(None, (one.attribute, one.period))) if one.subject in within else one.heading
    hedge = f" {plain(say('reply.hedge', hedge=one.hedge))}" if one.hedge else ""
    return f"{plain(named)}: {bold(one.figure)}{hedge}"


def fit(pieces: Sequence[str], limit: int) -> tuple[str, int]:
    """As many whole pieces, in order, as fit into the limit with an empty line between; and how many were left out.

    The first piece is always there, if need be cut at the end of a sentence.
    """
    kept = [cut(pieces[0], limit)] if pieces else []
    for piece in pieces[1:]:
        if units("\n\n".join([*kept, piece])) > limit:
            break
        kept.append(piece)
    return "\n\n".join(kept), len(pieces) - len(kept)


def _marked(quote: Sequence[Stretch]) -> str:
    return "".join(bold(stretch.text) if stretch.figure else plain_inside(stretch.text) for stretch in quote)


def plain_inside(text: str) -> str:
    """Like `plain`, for a stretch within a line, whose spaces at the ends count."""
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before and ' '}{plain(text)}{after and ' '}" if text.strip() else " "

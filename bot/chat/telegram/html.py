"""HTML as Telegram reads it, together with the length its reader sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from bot.chat.cutting import units


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of a message, measured as Telegram's limits are: UTF-16 units without the tags, and marked places."""

    markup: str = ""
    length: int = 0
    marks: int = 0

    def __add__(self, other: "Html") -> "Html":
        return Html(self.markup + other.markup, self.length + other.length, self.marks + other.marks)

    def __bool__(self) -> bool:
        return bool(self.markup)


def text(words: str) -> Html:
    """Words that are shown as they are, whatever stands in them."""
    return Html(escape(words, quote=False), units(words))


def joined(separator: str, pieces: Iterable[Html]) -> Html:
    """The pieces that are not empty, with plain words between them."""
    whole = Html()
    for piece in filter(None, pieces):
        whole = whole + text(separator) + piece if whole else piece
    return whole


def bold(piece: Html) -> Html:
    """What must stand out."""
    return _tagged("b", piece)


def italic(piece: Html) -> Html:
    """What is said beside the matter."""
    return _tagged("i", piece)


def quote(piece: Html, *, folded: bool = False) -> Html:
    """Somebody else's words; folded, a reader sees three lines until they tap."""
    return _tagged("blockquote", piece, " expandable" if folded else "")


def table(layout: str) -> Html:
    """Lines that need a fixed width."""
    return _tagged("pre", text(layout))


def link(piece: Html, url: str | None) -> Html:
    """A piece that leads somewhere, if there is somewhere to lead to. A bare host is taken for a site."""
    if not url:
        return piece
    address = url if "://" in url else f"https://{url}"
    return _tagged("a", piece, f' href="{escape(address)}"')


def _tagged(tag: str, piece: Html, attributes: str = "") -> Html:
    if not piece:
        return piece
    return Html(f"<{tag}{attributes}>{piece.markup}</{tag}>", piece.length, piece.marks + 1)

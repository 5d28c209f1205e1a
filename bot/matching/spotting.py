"""Units → pieces: the reading of a message that leaves the least of it unexplained, as words of the lexicon."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.matching.lexicon import FILLER, Lexicon
from bot.text.units import Sort, Unit

_CLAUSE = frozenset(",;!?。，；！？")
_PIECE = 0.12
_FILLER_PIECE = 0.2
_LENGTH = 0.002
_SURE = 0.001
"""Up to this slip a piece is as good as a word."""

_UNREAD = {Sort.HAN: 1.0, Sort.LATIN: 1.6, Sort.NUMBER: 1.0}


class Piece(NamedTuple):
    """A stretch of units [start:end] and the terms it may stand for; none when it could not be read.

    `slip` is 0 for words as they are in the lexicon, else how far the typed form is from it (0 to 1).
    """

    start: int
    end: int
    terms: tuple[str, ...]
    slip: float = 0.0

    @property
    def is_filler(self) -> bool:
        """Whether nothing hangs on this piece: it may be read as a word without content."""
        return FILLER in self.terms


def words_at(lexicon: Lexicon, units: Sequence[Unit], start: int) -> list[Piece]:
    """The words of the lexicon that begin at unit `start`, the shortest first, none reaching over the end of a clause."""
    found: list[Piece] = []
    terms, prefixes, surface = lexicon.terms, lexicon.prefixes, units[start].key
    for end in range(start + 1, min(len(units), start + lexicon.longest) + 1):
        if meant := terms.get(surface):
            found.append(Piece(start, end, meant))
        if surface not in prefixes or end == len(units):
            break
        after = units[end]
        if after.breaks and not _CLAUSE.isdisjoint(after.breaks):
            break
        surface = f"{surface} {after.key}"
    return found


def spot(lexicon: Lexicon, units: Sequence[Unit], more: Iterable[Piece] = ()) -> tuple[Piece, ...]:
    """The cheapest cover of `units`: long words are better than short ones, anything is better than leaving units unread.

    `more` are further pieces to choose from (times, amounts, slips), beside the words of the lexicon.
    """
    offered: dict[int, list[Piece]] = {}
    for piece in more:
        offered.setdefault(piece.start, []).append(piece)
    costs = [0.0] * (len(units) + 1)
    choice: list[Piece] = []
    for start in range(len(units) - 1, -1, -1):
        best = None
        cost = _UNREAD[units[start].sort] + costs[start + 1]
        words = words_at(lexicon, units, start)
        if start in offered:
            words += offered[start]
        for piece in words:
            # On equal cost the longer, later-found word wins.
            if (one := _cost(piece) + costs[piece.end]) <= cost:
                best, cost = piece, one
        costs[start] = cost
        choice.append(best or Piece(start, start + 1, ()))
    return tuple(_walk(choice[::-1]))


def _cost(piece: Piece) -> float:
    if piece.slip > _SURE:
        return _PIECE + piece.slip
    return _FILLER_PIECE if piece.terms == (FILLER,) else _PIECE - _LENGTH * (piece.end - piece.start)


def _walk(choice: list[Piece]) -> Iterator[Piece]:
    at = 0
    while at < len(choice):
        yield choice[at]
        at = choice[at].end

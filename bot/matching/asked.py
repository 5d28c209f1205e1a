"""What a message asks, by its pieces: the asking words themselves, those within longer words, and what they point at."""

from collections.abc import Iterable, Iterator, Sequence

from bot.matching.asks import Ask
from bot.matching.lexicon import Lexicon, ask_term
from bot.matching.spotting import Piece, words_at
from bot.text.units import Unit

_ASKS = {ask_term(ask): ask for ask in Ask}
_INNER_ASKS = frozenset(
    map(
        ask_term,
        (
            Ask.WHO,
            Ask.WHEN,
            Ask.CALENDAR,
            Ask.MONTH,
            Ask.DAY,
            Ask.LIST,
            Ask.WHAT,
            Ask.WHY,
            Ask.RANK,
            Ask.MULTIPLE,
            Ask.HOW,
        ),
    )
)
_HOW_MANY, _MANY = frozenset(map(ask_term, (Ask.COUNT, Ask.QUANTITY))), frozenset({"多", "几", "how"})
_WITHIN = _INNER_ASKS | _HOW_MANY
_NAMING = ask_term(Ask.NAME)
_POINTING = frozenset(map(ask_term, (Ask.WHAT, Ask.LIST, Ask.COUNT)))
_WHO, _WHAT, _LIST = ask_term(Ask.WHO), ask_term(Ask.WHAT), ask_term(Ask.LIST)
_SEVERAL = frozenset("好那这前被由")
_PLAINLY = frozenset("谁哪啥咩")
"""Single characters that ask wherever they stand."""


def asks_in(pieces: Iterable[Piece], seen: Sequence[Unit], within: Sequence[Sequence[str]]) -> Iterator[Ask]:
    """What is asked, by asking words and by those `within` other pieces (哪幾個方面 …)."""
    for piece, inner in zip(pieces, within, strict=True):
        own = [term for term in piece.terms if term.startswith("?")]
        if own == [ask_term(Ask.LIST)] and seen[piece.start].text.endswith(("ed", "ing")):
            continue  # a listed company and a listing ask for no list
        if own == [ask_term(Ask.COUNT)] and seen[piece.start].text == "几" and _indefinite(seen, piece.start):
            continue
        one = seen[piece.end - 1].text == "one"  # which ones asks for a list, and has the same stem
        yield from [_ASKS[term] for term in own or inner if not (one and term == _LIST)]


def within(pieces: Iterable[Piece], seen: Sequence[Unit], lexicon: Lexicon) -> tuple[list[str], ...]:
    """For each piece the asking words within it, as terms."""
    return tuple(_inner_asks(piece, seen, lexicon) for piece in pieces)


def _inner_asks(piece: Piece, seen: Sequence[Unit], lexicon: Lexicon) -> list[str]:
    """The asking words within the name of an attribute or a word of several characters (哪幾個方面)."""
    if piece.end - piece.start < 2 or not any(term.startswith(("a:", "r:")) for term in piece.terms):
        return []
    starts = [at for at in range(piece.start, piece.end) if seen[at].key in lexicon.asking]
    asking = (_longest_ask(piece, at, seen, lexicon) for at in starts)
    return [
        term
        for w in asking
        if w is not None and (w.end - w.start > 1 or len(seen[w.start].text) > 1 or seen[w.start].text in _PLAINLY)
        for term in w.terms
        if (term in _INNER_ASKS and not (term == _WHO and _WHAT in w.terms))
        or (term in _HOW_MANY and seen[w.start].text in _MANY and not _indefinite(seen, w.start))
    ]


def _longest_ask(piece: Piece, at: int, seen: Sequence[Unit], lexicon: Lexicon) -> Piece | None:
    """The longest asking word that begins there within a piece: 幹嘛用的 asks what for, and not why as 幹嘛 does."""
    words = words_at(lexicon, seen[: piece.end], at)
    return max((w for w in words if not _WITHIN.isdisjoint(w.terms)), key=lambda w: w.end, default=None)


def _indefinite(seen: Sequence[Unit], at: int) -> bool:
    """Whether the 几 there counts nothing but says several (好几轮, 那几家)."""
    return at > 0 and seen[at - 1].text in _SEVERAL


def pointed_at(pieces: Sequence[Piece]) -> frozenset[int]:
    """The units right after a word such as 哪些 or which, or after a name behind it: what stands there is asked for."""
    found = set()
    for at, piece in enumerate(pieces):
        if _POINTING.isdisjoint(piece.terms) or any(term.startswith("a:") for term in piece.terms):
            continue
        found.add(piece.end)
        after = pieces[at + 1] if at + 1 < len(pieces) else piece
        if _NAMING not in piece.terms and any(term.startswith("s:") for term in after.terms):
            found.add(after.end)  # which Moore Threads chip
    return frozenset(found)


def asking(pieces: Iterable[Piece], within: Sequence[Sequence[str]]) -> frozenset[int]:
    """Where names of attributes begin that ask with a word of their own (什麼指標)."""
    return frozenset(
        piece.start for piece, inner in zip(pieces, within, strict=True) if not _POINTING.isdisjoint(inner)
    )


def opens_check(pieces: Sequence[Piece]) -> bool:
    """Whether an unmistakable check stands anywhere (是不是, 係咪, is it true)."""
    return any(ask_term(Ask.CHECK) in piece.terms and piece.end - piece.start >= 2 for piece in pieces)

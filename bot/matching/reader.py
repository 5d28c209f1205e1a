"""Messages → readings, by the lexicon."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.matching import asked, clauses, forms
from bot.matching.asks import Ask
from bot.matching.lexicon import FILLER, Lexicon
from bot.matching.reading import Mention, Reading, Role
from bot.matching.slips import Slips
from bot.matching.spelling import Spelling
from bot.matching.spotting import Piece, spot, words_at
from bot.matching.typed_pinyin import TypedPinyin, apart
from bot.matching.wording import Wording
from bot.text.fold import LONGEST, fold
from bot.text.periods import Period, periods
from bot.text.quantities import Quantity, quantities
from bot.text.units import Sort, Unit, units

_ASIDE = frozenset({Ask.CHECK, Ask.SHOW, Ask.REMARK})
_COUNTING = ("个", "家", "款", "代", "台", "席", "场", "条")


@dataclass(frozen=True, eq=False, repr=False)
class Reader:
    """Reads messages by a lexicon.

    `light` are subject terms that say little on their own (GPU, the article itself), `classes` words for sorts of things,
    `hard` terms that always have content (what no fact states), `loose` those of attributes told in words,
    `owners` the maker of each product, as terms. What words mean is worked out once each.
    """

    lexicon: Lexicon
    wording: Wording
    slips: Slips
    spelling: Spelling
    pinyin: TypedPinyin
    light: frozenset[str]
    classes: frozenset[str]
    hard: frozenset[str]
    loose: frozenset[str]
    owners: Mapping[str, str]
    _meanings: dict[tuple[str, ...], "_Meaning"] = field(default_factory=dict)

    def prepare(self) -> None:
        """Makes the tables of slips, spelling and sounds, which else the first message that needs them would wait for."""
        for tables in (self.slips, self.spelling, self.pinyin):
            tables.prepare()

    def read(self, text: str) -> Reading:
        """The reading of any text; longer ones are read up to a limit. Never raises."""
        folded = apart(fold(text[: 4 * LONGEST])[:LONGEST])
        seen = units(folded, self.lexicon.stems)
        lexicon = self.lexicon
        if spoken := self.pinyin.read(seen):
            seen, lexicon = spoken, self.pinyin.sounds
        times, amounts = periods(folded), quantities(folded)
        given = [*_placed(times, seen, "t"), *_placed(amounts, seen, "q")]
        if not spoken:
            given += self.wording.read(seen)
        pieces = spot(lexicon, seen, given)
        if spoken:
            pieces = self._with_soft_sounds(seen, given, pieces)
        else:
            seen, pieces = self._with_slips(seen, given, pieces)
        within = asked.within(pieces, seen, lexicon) if not spoken else ((),) * len(pieces)
        mentions = self._with_heads(tuple(self._mentions(pieces, seen, times, amounts, lexicon)), pieces, within)
        if forms.means_maker(folded):
            mentions = tuple(self._with_owner(mention) for mention in mentions)
        mentions = clauses.without_asides(mentions, pieces, seen)
        asks = frozenset(asked.asks_in(pieces, seen, within))
        if Ask.WHERE in asks and forms.asks_what_differs(folded):
            asks = asks - {Ask.WHERE} | {Ask.COMPARE}
        if asks <= _ASIDE and any(amount.several and folded[amount.start] == "几" for amount in amounts):
            asks |= {Ask.QUANTITY}  # 破幾千億了: where nothing else is asked, it is asked how many
        asking = asks - _ASIDE
        if asking:
            mentions = clauses.without_guess(mentions, pieces, seen, folded)
        claims = forms.closes_as_check(folded) or asked.opens_check(pieces)
        checks = claims or ("?" in folded and not asking)
        parting = forms.choice_at(folded)
        return Reading(
            folded,
            clauses.with_denials(mentions, folded, seen, checks),
            asks,
            checks,
            "?" in folded,
            pieces,
            parting is not None,
            forms.spans(folded),
            _unit_at(parting, seen),
            seen,
            bool(spoken),
            any(_surface(piece, seen) in lexicon.everyday for piece in pieces if piece.is_filler),
            claims,
        )

    def _with_owner(self, mention: Mention) -> Mention:
        """A product named for its maker: the company that makes X may be X or its maker."""
        owners = {self.owners[term] for term in mention.terms if term in self.owners}
        return mention._replace(terms=mention.terms | owners) if mention.role is Role.SUBJECT else mention

    def _with_heads(
        self, mentions: tuple[Mention, ...], pieces: Sequence[Piece], within: Sequence[Sequence[str]]
    ) -> tuple[Mention, ...]:
        pointed, asking = asked.pointed_at(pieces), asked.asking(pieces, within)
        if not pointed and not asking:
            return mentions
        return tuple(
            m._replace(
                head=m.start in pointed and not (m.soft and m.terms.isdisjoint(self.classes)),
                seeking=m.start in asking and not m.soft,
            )
            if m.role is Role.WORD and (m.start in pointed or m.start in asking)
            else m
            for m in mentions
        )

    def _with_soft_sounds(
        self, seen: tuple[Unit, ...], given: list[Piece], pieces: tuple[Piece, ...]
    ) -> tuple[Piece, ...]:
        unread = _unread_units(pieces)
        return spot(self.pinyin.sounds, seen, [*given, *self.pinyin.slips(seen, unread)]) if unread else pieces

    def _with_slips(
        self, typed: tuple[Unit, ...], given: list[Piece], pieces: tuple[Piece, ...]
    ) -> tuple[tuple[Unit, ...], tuple[Piece, ...]]:
        """The units and pieces once slips are seen through."""
        unread = _unread_units(pieces)
        slips, seen = list(self.slips.look_alikes(typed)), typed
        if any(typed[at].sort is Sort.HAN for at in unread):
            slips += self.slips.homophones(typed, unread)
            slips += self.slips.like_sounding(typed, unread)
        if any(typed[at].sort is Sort.LATIN and len(typed[at].text) > 3 for at in unread):
            names = tuple(self.slips.misspelt(typed, unread))
            slips += names
            seen = self.spelling.respelt(typed, unread.difference(*(range(one.start, one.end) for one in names)))
        return (seen, spot(self.lexicon, seen, [*given, *slips])) if slips or seen is not typed else (typed, pieces)

    def _mentions(
        self,
        pieces: Iterable[Piece],
        seen: Sequence[Unit],
        times: Sequence[Period],
        amounts: Sequence[Quantity],
        lexicon: Lexicon,
    ) -> Iterator[Mention]:
        unread: list[Piece] = []
        for piece in pieces:
            if not piece.terms:
                if unread and (unread[-1].end != piece.start or seen[piece.start].breaks):
                    yield _unread(unread, seen)
                    unread = []
                unread.append(piece)
                continue
            if unread:
                yield _unread(unread, seen)
                unread = []
            if mention := self._mention(piece, seen, times, amounts):
                written = lexicon is self.lexicon  # what is typed in pinyin has too many words within words
                compound = mention.role is Role.SUBJECT or (written and not mention.terms.isdisjoint(self.loose))
                inner = _inner(piece, seen, lexicon) if compound else frozenset()
                yield mention._replace(inner=inner) if inner else mention
        if unread:
            yield _unread(unread, seen)

    def _mention(
        self, piece: Piece, seen: Sequence[Unit], times: Sequence[Period], amounts: Sequence[Quantity]
    ) -> Mention | None:
        mark = piece.terms[0]
        if mark.startswith("t:"):
            text = _written(piece, seen)
            return Mention(text, Role.PERIOD, frozenset(), 1.5, piece.start, piece.end, period=times[int(mark[2:])])
        if mark.startswith("q:"):
            text, amount = _written(piece, seen), amounts[int(mark[2:])]
            soft = _is_small_count(amount)
            return Mention(
                text, Role.AMOUNT, frozenset(), 0.3 if soft else 2.0, piece.start, piece.end, soft, amount=amount
            )
        meaning = self._meanings.get(piece.terms)
        if meaning is None:
            meaning = self._meanings[piece.terms] = self._meaning(piece.terms)
        if not meaning.terms:
            return None
        text = _written(piece, seen)
        return Mention(
            text, meaning.role, meaning.terms, meaning.weight, piece.start, piece.end, meaning.soft, slip=piece.slip
        )

    def _meaning(self, meant: tuple[str, ...]) -> "_Meaning":
        terms = frozenset(term for term in meant if term != FILLER and not term.startswith("?"))
        names = {term for term in terms if term.startswith("s:")}
        aliased = any(term.startswith("a:") for term in terms)
        soft = (
            not names
            and not terms & self.hard
            and (
                any(term == FILLER or term.startswith("?") for term in meant)
                or (bool(terms & self.classes) and not aliased)
            )
        )
        weight = (0.6 if terms & self.light else 3.0) if names else (0.5 if soft else 1.5)
        role = Role.SUBJECT if names and not names <= self.light else Role.WORD
        return _Meaning(terms, role, weight, soft or (role is Role.WORD and bool(names)))


class _Meaning(NamedTuple):
    """What a word means to the matcher, wherever it stands."""

    terms: frozenset[str]
    role: Role
    weight: float
    soft: bool


def _inner(piece: Piece, seen: Sequence[Unit], lexicon: Lexicon) -> frozenset[str]:
    """The terms of the words within a name of several words."""
    within = (word for at in range(piece.start, piece.end) for word in words_at(lexicon, seen[: piece.end], at))
    return frozenset(
        t
        for w in within
        if w.end - w.start < piece.end - piece.start
        for t in w.terms
        if t[:2] in ("a:", "r:", "k:", "s:")
    )


def _unread_units(pieces: Iterable[Piece]) -> frozenset[int]:
    return frozenset(at for piece in pieces if not piece.terms for at in range(piece.start, piece.end))


def _unit_at(offset: int | None, seen: Sequence[Unit]) -> int | None:
    return None if offset is None else next((at for at, unit in enumerate(seen) if unit.at >= offset), None)


def _placed(found: Sequence[Period | Quantity], seen: Sequence[Unit], mark: str) -> Iterator[Piece]:
    for number, one in enumerate(found):
        covered = [at for at, unit in enumerate(seen) if one.start <= unit.at < one.end]
        # A number that is only a number belongs to whatever name it stands in (GeForce 256); times are preferred to it.
        bare = isinstance(one, Quantity) and not one.unit and 1 <= one.value < 1e4
        counted = isinstance(one, Quantity) and one.unit in _COUNTING
        if covered:
            cost = 0.3 if bare else 0.001 if counted else 0.01
            yield Piece(covered[0], covered[-1] + 1, (f"{mark}:{number}",), cost)


def _is_small_count(amount: Quantity) -> bool:
    """Whether it counts what everybody counts (兩家), or is no more than a bare figure (+1, the 3 of 3-yr)."""
    counting = amount.unit in _COUNTING and amount.value <= 12
    return counting or (
        not amount.unit and not amount.loose and amount.scale == 1 and amount.value == int(amount.value) < 10
    )


def _surface(piece: Piece, seen: Sequence[Unit]) -> str:
    return " ".join(unit.key for unit in seen[piece.start : piece.end])


def _written(piece: Piece, seen: Sequence[Unit]) -> str:
    first = seen[piece.start]
    if piece.end - piece.start == 1:
        return first.text
    parts = [first.text]
    for before, unit in zip(seen[piece.start : piece.end], seen[piece.start + 1 : piece.end], strict=False):
        apart = unit.sort is Sort.LATIN and before.sort is Sort.LATIN and unit.at != before.at
        parts.append(f" {unit.text}" if apart else unit.text)
    return "".join(parts)


def _unread(pieces: Sequence[Piece], seen: Sequence[Unit]) -> Mention:
    start, end = pieces[0].start, pieces[-1].end
    whole = Piece(start, end, ())
    han = sum(seen[at].sort is Sort.HAN for at in range(start, end))
    weight = 1.5 * (end - start - han) + (0.4 if han == 1 else 0.9 * han)
    pairs = tuple(_pairs(seen, at) for at in range(start, end))
    return Mention(_written(whole, seen), Role.UNREAD, frozenset(), weight, start, end, pairs=pairs)


def _pairs(seen: Sequence[Unit], at: int) -> tuple[str, ...]:
    if seen[at].sort is not Sort.HAN:
        return (seen[at].text,) if len(seen[at].text) > 3 else ()
    near = ((at - 1, at), (at, at + 1))
    return tuple(
        seen[a].key + seen[b].key for a, b in near if a >= 0 and b < len(seen) and seen[a].sort is seen[b].sort
    )

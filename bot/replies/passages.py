"""A sentence is shown once, with everything a reply draws from it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from bot.replies.model import Cited, Stretch


class Passage(NamedTuple):
    """One sentence of an article and the facts that it states; in `quote` all their figures are marked."""

    cited: tuple[Cited, ...]
    quote: tuple[Stretch, ...]
    context: str | None
    source: str
    url: str | None

    @property
    def text(self) -> str:
        """The whole sentence."""
        return "".join(stretch.text for stretch in self.quote)


def passages(cited: Sequence[Cited]) -> tuple[Passage, ...]:
    """The facts by the sentence they stand in, in the order in which the sentences first come up."""
    alike: dict[tuple[str, str], list[Cited]] = {}
    for one in cited:
        alike.setdefault((one.quote_text, one.source), []).append(one)
    return tuple(_passage(group) for group in alike.values())


def _passage(group: list[Cited]) -> Passage:
    first = group[0]
    return Passage(tuple(group), _merged(one.quote for one in group), first.context, first.source, first.url)


def _merged(quotes: Iterable[tuple[Stretch, ...]]) -> tuple[Stretch, ...]:
    """The same sentence several times over, with the marks of all."""
    marks = [[(character, s.figure) for s in quote for character in s.text] for quote in quotes]
    letters = ((place[0][0], any(marked for _, marked in place)) for place in zip(*marks, strict=True))
    runs = groupby(letters, key=lambda letter: letter[1])
    return tuple(Stretch("".join(character for character, _ in run), figure) for figure, run in runs)

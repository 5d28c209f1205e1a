"""A reply as parts in the reader's language, before any platform lays it out."""

from typing import NamedTuple

from bot.answering.model import Outcome, Shape


class Stretch(NamedTuple):
    """A stretch of a quote; `figure` marks the words that a layout should make stand out."""

    text: str
    figure: bool = False


class Cited(NamedTuple):
    """One fact, ready to show: `heading` is subject · attribute · period, `figure` as printed, `hedge` in a few words or None.

    `quote` joined is the whole sentence, verbatim; `context` the earlier sentence that names the subject, verbatim;
    `source` one line with publisher, author, date as stated, paragraph and sentence.
    """

    fact: str
    heading: str
    subject: str
    attribute: str
    period: str | None
    figure: str
    hedge: str | None
    quote: tuple[Stretch, ...]
    context: str | None
    source: str
    url: str | None

    @property
    def quote_text(self) -> str:
        """The whole sentence."""
        return "".join(stretch.text for stretch in self.quote)


class Table(NamedTuple):
    """A comparison: `header` and rows of equally many cells; `footer` lines name what was calculated."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    footer: tuple[str, ...] = ()


class Offer(NamedTuple):
    """Something the reader may ask next: a fact's id and its label, at most 80 characters."""

    fact: str
    label: str


class Reply(NamedTuple):
    """All words of one reply in one language. `lead` is the opening line, if one is needed; `notes` are short closing lines."""

    language: str
    outcome: Outcome
    shape: Shape
    lead: str | None
    cited: tuple[Cited, ...]
    table: Table | None
    notes: tuple[str, ...]
    offers: tuple[Offer, ...]
    suggestions: tuple[str, ...]

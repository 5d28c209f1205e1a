"""From a reply in words to a Telegram message: pure functions that never exceed what Telegram takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.types import ForceReply, InlineKeyboardMarkup

from bot.answering.model import Shape
from bot.chat.cutting import cut, units
from bot.chat.desk import Notice, Spoken
from bot.chat.telegram import html
from bot.chat.telegram.html import Html
from bot.chat.telegram.keyboards import Say, under_reply
from bot.replies.model import Cited, Reply, Stretch, Table
from bot.replies.passages import Passage, passages
from bot.replies.tables import layout

MOST_UNITS, MOST_MARKS = 4096, 100
LONGEST_LEAD, LONGEST_TABLE, LONGEST_NOTE = 400, 1200, 200
LONGEST_QUOTE, LONGEST_FIGURE = 1000, 400
PHONE_WIDTH = 30


@dataclass(frozen=True, slots=True)
class Page:
    """One message to send, with buttons under it or, when it `asks` for words, the reply field opened."""

    html: str
    keyboard: InlineKeyboardMarkup | None = None
    asks: ForceReply | None = None


def page(outcome: Spoken | Notice | None, say: Say) -> Page | None:
    """The message for what the desk handed out; None where silence is due."""
    if outcome is None:
        return None
    if isinstance(outcome, Notice):
        return notice(outcome.text)
    return Page(message(outcome.reply, say).markup, under_reply(outcome, say))


def notice(words: str, keyboard: InlineKeyboardMarkup | None = None) -> Page:
    """Plain words as a message."""
    return Page(html.text(cut(words, MOST_UNITS)).markup, keyboard)


def message(reply: Reply, say: Say) -> Html:
    """All of a reply that fits: its opening, its table, its facts with their sentences, its notes."""
    opening = [html.text(cut(reply.lead or "", LONGEST_LEAD))]
    if reply.table:
        opening.append(_table(reply.table))
    closing = [_remark(note) for note in reply.notes]
    frame = html.joined("\n\n", [*opening, *closing])
    return html.joined("\n\n", [*opening, *_fitting(reply, frame, say), *closing])


def _table(table: Table) -> Html:
    """A comparison in lines that a phone need not break, and what was calculated from it."""
    lines = html.table(cut(layout(table, PHONE_WIDTH), LONGEST_TABLE))
    return html.joined("\n", [lines, *map(_remark, table.footer)])


def _remark(words: str) -> Html:
    return html.italic(html.text(cut(words, LONGEST_NOTE)))


def _fitting(reply: Reply, frame: Html, say: Say) -> list[Html]:
    """As many passages, in order, as there is room for beside the frame, and how many facts were left out."""
    kept: list[Html] = []
    left_out = len(reply.cited)
    whole = html.joined("\n\n", [frame, _left_out(left_out, say)])
    for passage in passages(reply.cited):
        shown = _passage(passage, reply)
        whole += html.text("\n\n") + shown
        if whole.length > MOST_UNITS or whole.marks > MOST_MARKS:
            break
        kept.append(shown)
        left_out -= len(passage.cited)
    return [*kept, _left_out(left_out, say)] if left_out else kept


def _left_out(count: int, say: Say) -> Html:
    return _remark(say("chat.more-facts", count=count))


def _passage(passage: Passage, reply: Reply) -> Html:
    """What is stated, the sentence that states it, and where that stands."""
    alone = len(reply.cited) == 1
    stated = [] if reply.table else [_headline(one) if alone else _line(one) for one in passage.cited]
    said = [html.italic(html.text(cut(passage.context, LONGEST_QUOTE)))] if passage.context else []
    sentences = html.joined("\n", [*said, _marked(passage.quote)])
    quote = html.quote(sentences, folded=reply.shape in {Shape.CARD, Shape.LIST})
    return html.joined("\n", [*stated, quote, html.link(html.text(passage.source), passage.url)])


def _headline(cited: Cited) -> Html:
    return html.joined("\n", [html.text(cited.heading), _figure(cited)])


def _line(cited: Cited) -> Html:
    return html.text(f"{cited.heading}: ") + _figure(cited)


def _figure(cited: Cited) -> Html:
    """The figure to catch the eye, and how sure the article is of it."""
    figure = html.bold(html.text(cut(cited.figure, LONGEST_FIGURE)))
    return figure + html.text(f" ({cited.hedge})") if cited.hedge else figure


def _marked(quote: Sequence[Stretch]) -> Html:
    """A sentence with its figures in bold, cut where a sentence within it ends should it be endless."""
    room = units(cut("".join(stretch.text for stretch in quote), LONGEST_QUOTE))
    marked = Html()
    for stretch in quote:
        if room <= 0:
            break
        shown = html.text(cut(stretch.text, room))
        marked += html.bold(shown) if stretch.figure else shown
        room -= units(stretch.text)
    return marked

"""`ask --explain`: which words filled which slot, why facts won or lost, and what people mean who ask so."""

from bot.answering.engine import Engine
from bot.matching.examples import NOTHING
from bot.matching.match import Match
from bot.matching.reading import Mention, Reading

_SHOWN = 5


def explain(text: str, engine: Engine) -> str:
    """The reading of `text` and its nearest facts, as lines for a curator."""
    reading = engine.reader.read(text)
    matches = engine.scorer.matches(reading)[:_SHOWN]
    return "\n".join(
        (
            *_reading_lines(reading, engine),
            "facts, nearest first:",
            *map(_match_line, matches),
            "known questions like it are answered by:",
            *_likeness_lines(reading, engine),
        )
    )


def _reading_lines(reading: Reading, engine: Engine) -> list[str]:
    asks = ", ".join(sorted(reading.asks)) or "nothing in particular"
    form = [
        name
        for name, on in (
            ("wants confirmation", reading.checks),
            ("offers a choice", reading.choice),
            ("remark", reading.remarks),
        )
        if on
    ]
    lines = [f"read as: {reading.folded}", f"asks for: {asks}{''.join(f'; {one}' for one in form)}"]
    return [*lines, *(f"  {mention.text}: {_meaning(mention, engine)}" for mention in reading.mentions)]


def _likeness_lines(reading: Reading, engine: Engine) -> list[str]:
    likeness = engine.examples.likeness(reading)
    votes = {**likeness.facts, NOTHING: likeness.nothing}
    order = sorted((one for one in votes if votes[one]), key=lambda one: -votes[one])[:_SHOWN]
    near = {one: likeness.closest(one) if one else likeness.near_nothing for one in order}
    return [f"  {votes[one]:5.0%}  {one or 'nothing'}, the nearest by {near[one]:.2f}" for one in order]


def _meaning(mention: Mention, engine: Engine) -> str:
    names = [_term(term, engine) for term in sorted(mention.terms) if not term.startswith("k:")]
    marks = [
        name for name, on in (("negated", mention.negated), ("slip", mention.slip > 0), ("light", mention.soft)) if on
    ]
    return f"{mention.role.value} {', '.join(names)}".rstrip() + "".join(f" [{mark}]" for mark in marks)


def _term(term: str, engine: Engine) -> str:
    sort, name = term[:1], term[2:]
    if sort == "r":
        return f"“{engine.knowledge.rings[int(name)].words[0]}”"
    return f"{'subject' if sort == 's' else 'attribute'} {name}"


def _match_line(match: Match) -> str:
    against = [
        name
        for name, on in (
            ("another time", match.off_time),
            ("another subject", match.off_subject),
            ("another kind of value", match.kind < 0),
        )
        if on
    ]
    against += [f"does not cover “{mention.text}”" for mention in match.unexplained]
    evoked = f"covers {match.coverage:.0%}, subject {match.subject:.1f}, attribute {match.attribute:.1f}, figure {match.figure:.1f}"
    return f"  {match.score:5.2f}  {match.fact.id} = {match.fact.figure[:24]}: {evoked}" + "".join(
        f"; {one}" for one in against
    )

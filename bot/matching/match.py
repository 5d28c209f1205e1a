"""How one fact matches one reading."""

from typing import NamedTuple

from bot.knowledge.model import Fact
from bot.matching.reading import Mention

CORE = 0.8
"""From this level on a fact is about a mention; below, the mention merely stands in its sentence."""


class Match(NamedTuple):
    """How one fact matches a reading; `score` orders matches, the rest says whether the fact may be asserted.

    `coverage`: the share of the question's weight that it explains (0 to 1).
    `subject`, `attribute`, `figure`, `keys`: how strongly the question evokes that part of the fact (0 to 1).
    `kind`: 1 when it is the kind of value asked for, 0 when none is, -1 for a clash.
    `unexplained`: the mentions that it does not explain; `forbidden`: one of them rules it out.
    `off_time`, `off_subject`: it is for another time, about another subject; `timed`: for a time that was named, `dated`: and
    that is a month or a day.
    `bare`: nothing but subjects and times is named; `own`: its very subject is. `grounded`: it is about one of the
    question's leading words; `told`: the weight of what else of the question its sentence says.
    `sole`: nothing else has its attribute; `listed`: all that have it are asked for.
    `spare`: the weight of words that may go unexplained because the question offers alternatives.
    """

    fact: Fact
    score: float
    coverage: float
    subject: float
    attribute: float
    figure: float
    keys: float
    kind: float
    unexplained: tuple[Mention, ...]
    forbidden: bool
    off_time: bool
    off_subject: bool
    timed: bool
    dated: bool
    bare: bool
    own: bool
    grounded: bool
    told: float
    sole: bool
    listed: bool
    spare: float

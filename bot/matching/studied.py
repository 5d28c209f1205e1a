"""Known questions, read once: after a change to a few words only those that have them are read again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sys import intern

from bot.knowledge.model import Example
from bot.matching.lexicon import Lexicon
from bot.matching.likening import features_of
from bot.matching.spotting import spot
from bot.text.fold import fold
from bot.text.units import units

_BREAK = "␞"


@dataclass(frozen=True)
class Studied:
    """`features`: what each question of `asked` is compared by; `keys`: its units' keys, joined by spaces; both as `lexicon` has them."""

    asked: tuple[Example, ...]
    lexicon: Lexicon
    keys: tuple[str, ...]
    features: tuple[tuple[str, ...], ...]


def study(asked: tuple[Example, ...], lexicon: Lexicon, earlier: Studied | None = None) -> Studied:
    """The features of each of `asked`; those that no changed word can alter are taken from `earlier`."""
    if earlier is None or earlier.asked != asked or earlier.lexicon.stems != lexicon.stems:
        read = _read([one.question for one in asked], lexicon)
        return Studied(asked, lexicon, tuple(keys for keys, _ in read), tuple(its for _, its in read))
    changed = {f" {surface} " for surface, _ in earlier.lexicon.terms.items() ^ lexicon.terms.items()}
    again = [at for at, keys in enumerate(earlier.keys) if _has_any(keys, changed)]
    features = list(earlier.features)
    for at, (_, its) in zip(again, _read([asked[at].question for at in again], lexicon), strict=True):
        features[at] = its
    return Studied(asked, lexicon, earlier.keys, tuple(features))


def _has_any(keys: str, surfaces: Iterable[str]) -> bool:
    line = f" {keys} "
    return any(surface in line for surface in surfaces)


def _read(questions: Sequence[str], lexicon: Lexicon) -> list[tuple[str, tuple[str, ...]]]:
    # One conversion of everything is twenty times faster than one for each question.
    folded = fold(f" {_BREAK} ".join(questions)).split(_BREAK) if questions else []
    return [_read_one(line.strip(), lexicon) for line in folded]


def _read_one(folded: str, lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    seen = units(folded, lexicon.stems)
    held = features_of((piece.terms for piece in spot(lexicon, seen)), seen)
    return " ".join(unit.key for unit in seen), tuple(map(intern, held))

"""A verified Knowledge with its index, kept ready in the user's cache, so that a single question need not wait for both."""

import contextlib
import gc
import os
import pickle
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.answering.engine import Engine
from bot.knowledge.loading import load
from bot.knowledge.model import Knowledge
from bot.matching.index import Index
from bot.matching.lexicon import Lexicon
from bot.matching.profile import Profile

if TYPE_CHECKING:
    from bot.matching.examples import Examples

_CODE = Path(__file__).parent.parent
_ROOMS = ("text", "knowledge", "matching")
_KINDS = (".yaml", ".py")


def open_engine(folder: Path) -> Engine:
    """An engine over the fact files of `folder`. Raises BrokenFacts naming every fault.

    What is kept is only ever written after verification, and only read back when it belongs to this user and neither the
    fact files nor the code that reads them have been written since; without a usable cache all is made anew. The examples,
    and their questions, lie apart: most questions do not need them.
    """
    kept, stamp = _cache(), _stamp(folder)
    match _read(kept / "engine.pickle", stamp):
        case (Knowledge() as knowledge, Index() as index):
            return Engine(knowledge, index, lambda: _examples(kept / "examples.pickle", stamp, folder, index))
    engine = Engine(load(folder))
    _write(kept / "examples.pickle", stamp, engine.examples)
    _write(kept / "engine.pickle", stamp, (replace(engine.knowledge, examples=()), _shared(engine.index, {})))
    return engine


def _shared(held: Any, known: dict[Any, Any]) -> Any:  # noqa: ANN401 - whatever an index has
    """`held` with equal strings, and tuples and sets of them, as one object each: these are read back in two thirds of the time."""
    if isinstance(held, Index | Lexicon | Profile):
        return type(held)(*(_shared(getattr(held, field.name), known) for field in fields(held)))
    if isinstance(held, dict):
        return {_shared(key, known): _shared(one, known) for key, one in held.items()}
    if type(held) is str:  # a Kind stays a Kind
        return known.setdefault(held, held)
    if type(held) in {tuple, frozenset} and all(type(one) is str for one in held):
        return known.setdefault(held, type(held)(_shared(one, known) for one in held))
    return held


def _examples(kept: Path, stamp: str, folder: Path, index: Index) -> "Examples":
    from bot.matching.centroids import build  # noqa: PLC0415 - most questions need none
    from bot.matching.examples import Examples  # noqa: PLC0415 - as above

    held = _read(kept, stamp)
    return held if isinstance(held, Examples) else build(load(folder), index.lexicon)


def _stamp(folder: Path) -> str:
    """Where each file lies that the engine is made of, its size and when it was last written, to the nanosecond."""
    rooms = (folder, folder / "articles", folder / "quotes", folder / "asked", *(_CODE / room for room in _ROOMS))
    entries = (entry for room in rooms if room.is_dir() for entry in os.scandir(room) if entry.name.endswith(_KINDS))
    files = sorted(_stamped(entry.path, entry.stat()) for entry in entries)
    return "\n".join((str(folder.absolute()), _stamped(__file__, Path(__file__).stat()), *files))


def _stamped(path: str, status: os.stat_result) -> str:
    return f"{path} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gpubot"


def _read(kept: Path, stamp: str) -> object:
    """What was kept under this stamp, or None."""
    try:
        with kept.open("rb") as file, _nothing_collected():
            if os.name == "posix" and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            if pickle.load(file) != stamp:  # noqa: S301 - this user's own file, as trusted as the code
                return None
            return pickle.load(file)  # noqa: S301 - as above
    except (OSError, pickle.UnpicklingError, EOFError, LookupError, AttributeError, ImportError, TypeError, ValueError,
            OverflowError, MemoryError):  # fmt: skip
        return None


@contextlib.contextmanager
def _nothing_collected() -> Iterator[None]:
    """Without the garbage collector, which would go through all that is loaded again and again, and all of it stays."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()


class _Pickler(pickle.Pickler):
    """Keeps a dataclass as a call of it, which is read back faster than its state."""

    def reducer_override(self, kept: object) -> Any:  # noqa: ANN401 - as pickle wants it
        if not is_dataclass(kept) or isinstance(kept, type | Knowledge):
            return NotImplemented
        return type(kept), tuple(getattr(kept, field.name) for field in fields(kept))


def _write(kept: Path, stamp: str, held: object) -> None:
    with contextlib.suppress(OSError):
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = kept.with_suffix(f".{os.getpid()}")
        with fresh.open("wb") as file:
            pickle.dump(stamp, file, protocol=5)
            _Pickler(file, protocol=5).dump(held)
        fresh.replace(kept)

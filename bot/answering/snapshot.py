"""A verified Knowledge with its index, kept ready in the user's cache, so that a single question need not wait for both."""

import contextlib
import gc
import io
import os
import pickle
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from bot.answering.engine import Engine
from bot.knowledge.loading import fingerprint, load, version_of
from bot.knowledge.model import Knowledge
from bot.matching.index import Index

_CODE = Path(__file__).parent.parent


def open_engine(folder: Path) -> Engine:
    """An engine over the fact files of `folder`. Raises BrokenFacts naming every fault.

    What is kept is found again by the contents of the fact files and of the code that reads them, is only ever written
    after verification, and is only read back when it belongs to this user; without a usable cache all is made anew.
    """
    kept = _cache() / f"{_key(folder)}.pickle"
    if engine := _read(kept):
        return engine
    engine = Engine(load(folder))
    _write(kept, engine)
    return engine


def _key(folder: Path) -> str:
    code = [
        Path(__file__),
        *(path for room in ("text", "knowledge", "matching") for path in (_CODE / room).glob("*.py")),
    ]
    return f"{version_of(folder)}-{fingerprint(sorted(code))}"


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gpubot"


def _read(kept: Path) -> Engine | None:
    try:
        if os.name == "posix" and kept.stat().st_uid != os.getuid():
            return None
        with _nothing_collected():
            knowledge, index = pickle.loads(kept.read_bytes())  # noqa: S301 - this user's own file, as trusted as the code
    except (OSError, pickle.UnpicklingError, EOFError, LookupError, AttributeError, ImportError, TypeError, ValueError,
            OverflowError, MemoryError):  # fmt: skip
        return None
    whole = isinstance(knowledge, Knowledge) and isinstance(index, Index)
    return Engine(knowledge, index) if whole else None


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


def _dumped(engine: Engine) -> bytes:
    written = io.BytesIO()
    _Pickler(written, protocol=5).dump((engine.knowledge, engine.index))
    return written.getvalue()


def _write(kept: Path, engine: Engine) -> None:
    with contextlib.suppress(OSError):
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in kept.parent.glob("*.pickle"):
            old.unlink(missing_ok=True)
        fresh = kept.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(_dumped(engine))
        fresh.replace(kept)

"""A verified Knowledge with its index, kept ready in the user's cache, so that a single question need not wait for both."""

import contextlib
import os
import pickle
from pathlib import Path

from bot.answering.engine import Engine
from bot.knowledge.loading import fingerprint, load, version_of

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
    code = sorted(path for room in ("text", "knowledge", "matching") for path in (_CODE / room).glob("*.py"))
    return f"{version_of(folder)}-{fingerprint(code)}"


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gpubot"


def _read(kept: Path) -> Engine | None:
    try:
        if os.name == "posix" and kept.stat().st_uid != os.getuid():
            return None
        knowledge, index = pickle.loads(kept.read_bytes())  # noqa: S301 - this user's own file, as trusted as the code
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError, ValueError):
        return None
    return Engine(knowledge, index)


def _write(kept: Path, engine: Engine) -> None:
    with contextlib.suppress(OSError):
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in kept.parent.glob("*.pickle"):
            old.unlink(missing_ok=True)
        fresh = kept.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(pickle.dumps((engine.knowledge, engine.index), protocol=5))
        fresh.replace(kept)

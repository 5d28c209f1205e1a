"""The real command line in a process of its own, with a cache that the tests of one session share."""

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from tests.conftest import ROOT


@cache
def _cache() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def gpubot(*arguments: str | Path, typed: str | bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run one command; what it wrote is text, without a traceback whatever happened."""
    given = typed.encode("utf-8", "surrogatepass") if isinstance(typed, str) else typed
    environment = {**os.environ, "XDG_CACHE_HOME": _cache().name, "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        input=given, capture_output=True, cwd=ROOT, env=environment, timeout=60, check=False,
    )  # fmt: skip
    written = subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in written.stderr, written.stderr
    return written

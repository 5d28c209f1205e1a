"""A folder of fact files → Knowledge, by way of a snapshot when the files have not changed."""

from pathlib import Path

from bot.knowledge.model import Knowledge

SEED = "facts"


def version_of(folder: Path) -> str:
    """A digest over the names and contents of every fact file in `folder`."""
    import hashlib  # noqa: PLC0415 - slow to load and often not needed

    whole = hashlib.sha256()
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("*/*.yaml")]):
        whole.update(f"{path.parent.name}/{path.name}\0".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:32]


def load(folder: Path) -> Knowledge:
    """Verified knowledge of the fact files in `folder`. Raises BrokenFacts naming every fault."""
    from bot.knowledge.files import read  # noqa: PLC0415 - the YAML reader is slow to load and often not needed
    from bot.knowledge.verify import verify  # noqa: PLC0415 - as above

    return verify(read(folder), version_of(folder))


def seed_folder() -> Path:
    """Where the reviewed fact files are: beside the package in a checkout, inside it when installed."""
    inside = Path(__file__).parent.parent / "_facts"
    return inside if inside.is_dir() else Path(__file__).parent.parent.parent / SEED

"""What the wiring needs of a chat platform, whichever it is."""

from typing import Protocol


class Platform(Protocol):
    """A connection to one chat platform, made by the platform's own `connect(service, settings, web)`."""

    name: str

    async def run(self) -> None:
        """Serve until closed. A StartupError says in one human sentence why it cannot (a refused token)."""

    async def close(self) -> None:
        """Take no more questions, finish the ones being answered, disconnect; `run` then returns."""

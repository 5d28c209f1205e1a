"""Discord's refusals, and the small checks that lead to one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

JSON = dict[str, Any]


class Refused(Exception):
    """An error reply of the REST API."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.body: JSON = {"code": code, "message": message}


class Invalid(Exception):
    """One field of a form body that breaks a limit; becomes 50035 Invalid Form Body."""


@contextmanager
def form_body() -> Iterator[None]:
    try:
        yield
    except Invalid as invalid:
        raise Refused(400, 50035, f"Invalid Form Body\n{invalid}") from invalid


def length(where: str, text: object, limit: int, least: int = 0) -> int:
    if not isinstance(text, str):
        raise Invalid(f"{where}: not a string: {text!r}")
    if not least <= len(text) <= limit:
        raise Invalid(f"{where}: must be between {least} and {limit} in length, is {len(text)}")
    return len(text)


def optional(where: str, text: object, limit: int, least: int = 0) -> int:
    return 0 if text is None else length(where, text, limit, least)


def count(where: str, items: object, limit: int, least: int = 0) -> list[Any]:
    if not isinstance(items, list):
        raise Invalid(f"{where}: not a list: {items!r}")
    if not least <= len(items) <= limit:
        raise Invalid(f"{where}: must have between {least} and {limit} items, has {len(items)}")
    return items


def unique(where: str, items: Iterable[object]) -> None:
    seen = list(items)
    if len(set(seen)) != len(seen):
        raise Invalid(f"{where}: duplicates in {seen}")


def only(where: str, body: JSON, allowed: str) -> None:
    if unknown := set(body) - set(allowed.split()):
        raise Invalid(f"{where}: unknown keys {sorted(unknown)}")

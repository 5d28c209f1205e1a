"""Regular expressions that are compiled only once a text has something for them to find."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, eq=False, repr=False)
class Pattern:
    """An expression and its `marks`: strings of which every text that it matches has at least one.

    Most texts have none of them, and to look for a mark takes a hundredth of the time of a search.
    """

    expression: str
    marks: tuple[str, ...]

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.expression)

    def _may_match(self, text: str) -> bool:
        for mark in self.marks:  # noqa: SIM110 - any() over a generator takes twice as long, and every text comes by here
            if mark in text:
                return True
        return False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in `text`, as `re.finditer` gives them."""
        return self._compiled.finditer(text) if self._may_match(text) else iter(())

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match in `text` from `start` on, as `re.search` gives it."""
        return self._compiled.search(text, start) if self._may_match(text) else None

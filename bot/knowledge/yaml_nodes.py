"""YAML text → plain values that remember their lines; every scalar stays the text that was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from bot.knowledge.records import BrokenFacts, Fault, Place

Value: TypeAlias = "str | list[Entry] | dict[str, Entry]"


@dataclass(frozen=True, slots=True)
class Entry:
    """A YAML value and the place it stands at."""

    value: Value
    place: Place

    def mapping(self) -> dict[str, "Entry"]:
        """The value as a mapping; a fault if it is none."""
        if isinstance(self.value, dict):
            return self.value
        raise BrokenFacts([Fault(self.place, "expected a mapping (key: value) here")])

    def items(self) -> list["Entry"]:
        """The value as a list; a fault if it is none."""
        if isinstance(self.value, list):
            return self.value
        raise BrokenFacts([Fault(self.place, "expected a list here")])

    def text(self) -> str:
        """The value as text; a fault if it is none."""
        if isinstance(self.value, str):
            return self.value
        raise BrokenFacts([Fault(self.place, "expected text here")])

    def texts(self) -> tuple[str, ...]:
        """The value as a tuple of texts; a single text counts as one."""
        if isinstance(self.value, str):
            return (self.value,)
        return tuple(item.text() for item in self.items())


def read_yaml(path: Path) -> Entry | None:
    """The document in a YAML file, or None when the file is empty. Raises BrokenFacts for a syntax fault."""
    name = path.name if path.parent.name == "facts" else f"{path.parent.name}/{path.name}"
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise BrokenFacts([Fault(Place(name, line), f"not valid YAML: {error.problem}")]) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BrokenFacts([Fault(Place(name), f"not readable as UTF-8 YAML: {error}")]) from error
    return None if node is None else _entry(node, name)


def _entry(node: yaml.Node, file: str) -> Entry:
    place = Place(file, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        return Entry(node.value, place)
    if isinstance(node, yaml.SequenceNode):
        return Entry([_entry(child, file) for child in node.value], place)
    return Entry(dict(_pairs(node, file)), place)


def _pairs(node: yaml.Node, file: str) -> Iterator[tuple[str, Entry]]:
    seen: set[str] = set()
    for key, value in node.value:
        place = Place(file, key.start_mark.line + 1)
        if not isinstance(key, yaml.ScalarNode):
            raise BrokenFacts([Fault(place, "a key must be text")])
        if key.value in seen:
            raise BrokenFacts([Fault(place, f"the key “{key.value}” stands here twice")])
        seen.add(key.value)
        yield key.value, _entry(value, file)

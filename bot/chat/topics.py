"""What can be asked, page by page, in the words of the reader's language."""

from dataclasses import dataclass

from bot.knowledge.model import Fact, Knowledge, Subject
from bot.service import Service

PER_PAGE = 8


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject: its id, its name, and in one line what is known of it."""

    subject: str
    name: str
    known: str


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """Some topics, and which page of how many they are (counted from 0)."""

    topics: tuple[Topic, ...]
    number: int
    pages: int


def topics_page(service: Service, language: str, number: int) -> TopicsPage:
    """The page of this number, or the nearest there is."""
    every = service.topics()
    pages = max(1, -(-len(every) // PER_PAGE))
    number = min(max(number, 0), pages - 1)
    knowledge = service.engine.knowledge
    here = every[number * PER_PAGE : (number + 1) * PER_PAGE]
    return TopicsPage(tuple(_topic(*entry, knowledge, language) for entry in here), number, pages)


def _topic(subject: Subject, facts: tuple[Fact, ...], knowledge: Knowledge, language: str) -> Topic:
    attributes = dict.fromkeys(fact.attribute for fact in facts)
    names = [knowledge.attributes[attribute].name.in_language(language) for attribute in attributes]
    return Topic(subject.id, subject.name.in_language(language), ("、" if language != "en" else ", ").join(names))

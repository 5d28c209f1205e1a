"""What appears while somebody types into an option. From memory only, since Discord waits no longer than the person."""

from collections.abc import Callable, Iterable

from discord.app_commands import Choice

from bot.answering.model import Suggestion
from bot.chat.cutting import cut
from bot.chat.discord.page import OPTION, OPTIONS
from bot.knowledge.model import Knowledge
from bot.replies.compose import label
from bot.service import Service

_A_SENTENCE = 30
_FEW = 5


def anything(service: Service, typed: str, language: str) -> list[Choice[str]]:
    """Subjects, then subject · attribute · period; only a few beside a sentence, which is a question by itself."""
    limit = OPTIONS if len(typed) <= _A_SENTENCE else _FEW
    return _choices(service.suggest(typed, limit), service.engine.knowledge, language)


def facts(service: Service, typed: str, language: str) -> list[Choice[str]]:
    """Single facts."""
    return _those(service, typed, language, lambda suggestion: suggestion.value in service.engine.knowledge.facts)


def subjects(service: Service, typed: str, language: str) -> list[Choice[str]]:
    """Subjects alone."""
    return _those(service, typed, language, lambda suggestion: suggestion.attribute is None)


def attributes(service: Service, typed: str, language: str) -> list[Choice[str]]:
    """What can be compared: attributes that several subjects have, those named like what is typed."""
    knowledge = service.engine.knowledge
    pairs = {(fact.subject, fact.attribute) for fact in knowledge.facts.values()}
    of_several = [id_ for id_ in knowledge.attributes if sum(attribute == id_ for _, attribute in pairs) > 1]
    names = ((id_, knowledge.attributes[id_].name.in_language(language)) for id_ in of_several)
    wanted = typed.casefold()
    fitting = [Choice(name=cut(name, OPTION), value=id_) for id_, name in names if wanted in name.casefold()]
    return fitting[:OPTIONS]


def _those(service: Service, typed: str, language: str, wanted: Callable[[Suggestion], bool]) -> list[Choice[str]]:
    found = filter(wanted, service.suggest(typed, 4 * OPTIONS))
    return _choices(found, service.engine.knowledge, language)[:OPTIONS]


def _choices(suggestions: Iterable[Suggestion], knowledge: Knowledge, language: str) -> list[Choice[str]]:
    labelled = ((suggestion.value, label(suggestion, knowledge, language)) for suggestion in suggestions)
    return [Choice(name=cut(name, OPTION), value=value) for value, name in labelled if len(value) <= OPTION]

"""When something unforeseen goes wrong: one short id, in the log and in the one sentence the person reads."""

import logging
import secrets

log = logging.getLogger(__name__)

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def incident(error: BaseException, doing: str) -> str:
    """Log the error under a new id and hand back that id: six characters that are not mistaken for each other."""
    name = "".join(secrets.choice(_LETTERS) for _ in range(6))
    log.error("error %s while %s", name, doing, exc_info=error)
    return name


class Redacting(logging.Formatter):
    """A formatter that blacks out secrets, wherever in a record or its traceback they turn up."""

    def __init__(self, inner: logging.Formatter, secrets_: tuple[str, ...]) -> None:
        super().__init__()
        self._inner = inner
        self._secrets = tuple(filter(None, secrets_))

    def format(self, record: logging.LogRecord) -> str:
        """The record as the inner formatter writes it, without the secrets."""
        text = self._inner.format(record)
        for secret in self._secrets:
            text = text.replace(secret, "•••")
        return text

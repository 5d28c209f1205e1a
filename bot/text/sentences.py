"""An article's text → paragraphs of sentences."""

import re

_SENTENCE = re.compile(r"[^。?!？！]+[。?!？！]*[」』）)”’]*|[。?!？！]+")


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """The sentences of each paragraph, verbatim but for white space at their ends; blank lines are no paragraphs.

    A paragraph is a line. A sentence ends after 。, ? or ! and the quotation marks that close with it.
    """
    lines = (line.strip() for line in text.lstrip("\ufeff").splitlines())
    return tuple(tuple(part.strip() for part in _SENTENCE.findall(line) if part.strip()) for line in lines if line)

"""`run`: serve every platform that has a token, until told to stop."""

import argparse
import asyncio
import logging
import sys

from bot import app
from bot.chat.trouble import Redacting
from bot.settings import Settings, StartupError, read_settings

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 - everything is set by the environment
    """Serve until SIGTERM or SIGINT; what keeps the bot from starting is told in one sentence."""
    try:
        settings = read_settings()
        _log(settings)
        asyncio.run(app.run(settings))
    except StartupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _log(settings: Settings) -> None:
    """Log to standard error, with no token ever in it."""
    tokens = (settings.discord_token, settings.telegram_token, settings.telegram_webhook_secret, settings.secret)
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(logging.Formatter(_FORMAT), tuple(one.get_secret_value() for one in tokens if one)))
    logging.basicConfig(level=settings.log_level, handlers=[handler])

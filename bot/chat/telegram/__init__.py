"""The bot as a Telegram user meets it. Only this folder imports aiogram; `connection.connect` is its door."""

"""Discord: slash commands, buttons, and questions in channels. Only this package imports discord."""

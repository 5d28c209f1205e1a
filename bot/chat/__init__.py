"""Where people talk to the bot: what the platforms share, and a package for each platform."""

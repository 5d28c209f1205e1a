"""Question and knowledge → scored facts."""

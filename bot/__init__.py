"""A chat bot that answers with the cited figure and the sentence that states it."""

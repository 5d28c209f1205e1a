"""Raw text → comparable text."""

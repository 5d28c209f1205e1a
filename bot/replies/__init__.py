"""An answer → words in the reader’s language."""

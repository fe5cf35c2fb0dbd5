"""Sentences, tokens and numerals, always as offsets into the unchanged text."""

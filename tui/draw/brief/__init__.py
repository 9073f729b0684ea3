"""The briefing in words: a page on one council's year, assembled of values."""

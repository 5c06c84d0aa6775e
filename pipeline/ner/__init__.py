"""The learned tagger of names and dates: a small network over ja_ginza's tokens and vectors."""

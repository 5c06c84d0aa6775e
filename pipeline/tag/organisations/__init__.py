"""Organisations: names of the lexicon, composed names, and abbreviations that a report explains."""

"""Countries: whole names from the lexicon, one-character names by the grammar of compounds."""

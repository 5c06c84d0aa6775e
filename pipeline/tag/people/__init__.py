"""People: their names, found by shape and cues."""

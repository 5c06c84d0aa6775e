"""BILUO tags: how the tagger writes mentions on tokens."""

from pipeline.label import Label

OUTSIDE = "O"


def tag(label: Label, first: bool, last: bool) -> str:
    """The tag of a token that is the first or last one (or both, or neither) of a mention."""
    place = {(True, True): "U", (True, False): "B", (False, True): "L"}.get((first, last), "I")
    return f"{place}-{label}"


TAGS = (OUTSIDE, *(f"{place}-{label}" for label in Label for place in "BILU"))

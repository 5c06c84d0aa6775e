"""The label set, apart from everything that needs spaCy to be loaded."""

from enum import StrEnum


class Label(StrEnum):
    """The four kinds of mention (ANNOTATION.md)."""

    PERSON = "PERSON"
    COUNTRY = "COUNTRY"
    ORG = "ORG"
    DATE = "DATE"

"""All layouts that there are."""

from tests.typeset.layout import Layout
from tests.typeset.layouts import (
    characters,
    columns,
    downwards,
    figures,
    letters,
    margins,
    unreadable,
    yearbook,
)

CATALOGUE: list[Layout] = [
    layout
    for group in (columns, margins, downwards, characters, figures, letters, unreadable, yearbook)
    for layout in group.LAYOUTS
]

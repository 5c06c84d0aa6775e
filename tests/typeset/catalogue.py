"""All layouts that there are."""

from tests.typeset.layout import Layout
from tests.typeset.layouts import columns, margins, yearbook

CATALOGUE: list[Layout] = [*columns.LAYOUTS, *margins.LAYOUTS, *yearbook.LAYOUTS]

"""New texts out of labelled ones: their names changed for others of the same kind."""

import random
from collections.abc import Iterable, Mapping
from itertools import pairwise

from pipeline.label import Label
from pipeline.train.labelled import Labelled, Stretch

Names = Mapping[Label, list[str]]
_SHARE = 0.5  # of the names that are changed
_SINGLE = 1  # characters; 露 in 日露 cannot become アルゼンチン


def names_in(texts: Iterable[Labelled], extra: Names) -> Names:
    """The mentions of each label in the texts, and the extra ones."""
    names: dict[Label, list[str]] = {label: [*extra.get(label, ())] for label in Label}
    for text in texts:
        for stretch in text.stretches:
            name = text.text[stretch.start : stretch.end]
            if stretch.label and len(name) > _SINGLE:
                names[stretch.label].append(name)
    return names


def swapped(text: Labelled, names: Names, rng: random.Random) -> Labelled:
    """The text with about half of its names replaced by random ones of the same label.

    `ロシア外務省のザハロワ報道官` → `トルコ中央銀行のザハロワ報道官`
    """
    parts, moved, length = [], [], 0
    edges = [Stretch(0, 0, None), *text.stretches, Stretch(len(text.text), len(text.text), None)]
    for before, stretch in pairwise(edges):
        between = text.text[before.end : stretch.start]
        old = text.text[stretch.start : stretch.end]
        new = _other(old, stretch, names, rng)
        parts += [between, new]
        start = length + len(between)
        length = start + len(new)
        moved.append(Stretch(start, length, stretch.label))
    return Labelled("".join(parts), moved[:-1], text.source)


def _other(old: str, stretch: Stretch, names: Names, rng: random.Random) -> str:
    pool = names.get(stretch.label) if stretch.label else None
    if not pool or len(old) == _SINGLE or rng.random() >= _SHARE:
        return old
    return rng.choice(pool)

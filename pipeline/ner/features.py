"""What the network sees of a token: word, Sudachi's tag, edges, script, and ja_ginza's reading."""

from functools import lru_cache
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import NORM, TAG
from spacy.strings import get_string_id
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

_SCRIPTS = (
    ("ぁ", "ゟ", "ひ"),
    ("゠", "ヿ", "カ"),
    ("一", "鿿", "漢"),
    ("㐀", "䶿", "漢"),
    ("々", "〇", "漢"),
    ("0", "9", "9"),
    ("０", "９", "9"),
    ("A", "Z", "A"),
    ("Ａ", "Ｚ", "A"),
    ("a", "z", "a"),
    ("ａ", "ｚ", "a"),
)
_LONGEST_RUN = 4


def script(word: str) -> str:
    """The kinds of a word's characters, runs cut at four: `ロシア連邦` → `カカカ漢漢`.

    Other characters stand for themselves: `G7` → `A9`, `・` → `・`.
    """
    runs = (("".join(run)) for _, run in groupby(_kind(character) for character in word))
    return "".join(run[:_LONGEST_RUN] for run in runs)


def _kind(character: str) -> str:
    if character in "・＝":
        return character
    return next((kind for low, high, kind in _SCRIPTS if low <= character <= high), character)


COLUMNS = 6  # word, tag, first character, last, last two, script

Columns = npt.NDArray[np.uint64]


def token_features() -> Model[list[Doc], list[Columns]]:
    """A layer that turns Docs into their features: tokens x COLUMNS."""
    return Model("token_features", _forward)


def _forward(model: Model, docs: list[Doc], is_train: bool):  # type: ignore[no-untyped-def,type-arg]
    return [_features(doc) for doc in docs], lambda gradient: []


def _features(doc: Doc) -> Columns:
    given = doc.to_array([NORM, TAG]).reshape(-1, 2)
    shapes = np.array([_shape(token.text) for token in doc], dtype="uint64")
    return np.concatenate([given, shapes.reshape(-1, COLUMNS - 2)], axis=1)


@lru_cache(maxsize=100_000)
def _shape(word: str) -> tuple[int, ...]:
    return tuple(map(get_string_id, (word[:1], word[-1:], word[-2:], script(word))))


TENSOR = 256  # what ja_ginza's tok2vec says of a token in its context

Layer = Model[list[Doc], Ragged]


def tensors() -> Layer:
    """A layer that turns Docs into the tensors that ja_ginza's tok2vec left: tokens x TENSOR."""
    return Model("tensors", _read_tensors)


def _read_tensors(model: Layer, docs: list[Doc], is_train: bool):  # type: ignore[no-untyped-def]
    for doc in docs:
        if doc.tensor.shape != (len(doc), TENSOR):
            raise ValueError(
                "the learned tagger needs ja_ginza's tok2vec before it in the pipeline"
            )
    rows: Any = np.concatenate([doc.tensor for doc in docs]).astype("float32")
    lengths: Any = np.array([len(doc) for doc in docs], dtype="int32")
    return Ragged(rows, lengths), lambda gradient: []

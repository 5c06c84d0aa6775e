"""spaCy's tok2vec, for prediction only: the same sums with less memory moved, and none twice.

Half of the time that a report takes goes into this network. spaCy looks each word up as often as
it comes, makes a new array for each step, and computes as many rows of padding for each text as
the network has layers, which is more than a line in a list of names has words.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import ORTH
from spacy.tokens import Doc
from thinc.api import Model

Floats = npt.NDArray[np.float32]

_CHUNK = 256  # rows whose windows and sums stay in a core's own cache
_WINDOW = np.array([-1, 0, 1])
_OF_THE_WORD = {"ORTH", "LOWER", "SHAPE", "PREFIX", "SUFFIX"}  # hangs on nothing around it
_PARTS = {"expand_window", "maxout", "layernorm", "dropout"}
_LEAST = 1e-8  # added to a variance, as thinc does


def quicken(model: Model[Any, Any]) -> None:
    """Put fast layers into the place of spaCy's in the model: MultiHashEmbed, MaxoutWindowEncoder.

    What sees more than a word, or more than one word to each side, stays as it is. The model can
    predict after that, and no longer be trained.
    """
    if model.has_ref("embed") and _of_the_word(embed := model.get_ref("embed")):
        model.replace_node(embed, _quick("quick_embed", partial(_embedded, embed)))
    for node in list(model.walk()):
        if node.name.startswith("with_array(residual(") and (layers := _read(node.layers[0])):
            model.replace_node(node, _quick("quick_encoder", _Encoder(layers)))


def _quick(name: str, predict: Callable[[Any], list[Floats]]) -> Model[Any, list[Floats]]:
    def forward(model: object, given: Any, is_train: bool) -> Any:
        if is_train:
            raise ValueError("a quickened model can only predict")
        return predict(given), lambda gradient: []

    return Model(name, forward)


def _of_the_word(embed: Model[Any, Any]) -> bool:
    columns = [set(node.attrs["columns"]) for node in embed.walk() if "columns" in node.attrs]
    keys = {node.attrs["key_attr"] for node in embed.walk() if "key_attr" in node.attrs}
    return bool(columns) and set().union(keys, *columns) <= _OF_THE_WORD


def _embedded(embed: Model[list[Doc], list[Floats]], docs: Sequence[Doc]) -> list[Floats]:
    """The rows of each text (words x width), each word of them looked up once."""
    words, places = np.unique(
        np.concatenate([doc.to_array(ORTH) for doc in docs]), return_inverse=True
    )
    vocab = docs[0].vocab
    [rows] = embed.predict([Doc(vocab, words=[vocab.strings[word] for word in words.tolist()])])
    return np.split(rows[places], np.cumsum([len(doc) for doc in docs])[:-1])


def _read(stack: Model[Any, Any]) -> "list[_Layer]":
    """The layers of an encoder; none where they are not those that are known here."""
    layers: list[_Layer] = []
    for residual in stack.layers if len(stack.layers) > 1 else [stack]:
        parts = {node.name: node for node in residual.walk() if not node.layers}
        if set(parts) != _PARTS or parts["expand_window"].attrs["window_size"] != 1:
            return []
        layers.append(_Layer(parts["maxout"], parts["layernorm"]))
    return layers


class _Layer:
    """What a window of three rows adds to the middle one: maxout, layer norm."""

    def __init__(self, maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        self.width, self.pieces, inputs = weights.shape
        # Piece after piece, so that the greatest is taken of whole rows.
        self._weights = weights.transpose(2, 1, 0).reshape(inputs, -1).copy()
        self._bias = bias.transpose().reshape(-1).copy()
        self._gain: Any = norm.get_param("G")
        self._shift: Any = norm.get_param("b")

    def change(self, windows: Floats, sums: Floats) -> Floats:
        """Of windows x 3 rows to windows x width; `sums` is room for windows x pieces."""
        np.dot(windows, self._weights, out=sums)
        sums += self._bias
        best: Floats = sums.reshape(len(windows), self.pieces, self.width).max(axis=1)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / self.width
        best *= ((variance + _LEAST) ** -0.5)[:, None]
        best *= self._gain
        best += self._shift
        return best


class _Encoder:
    """Residual layers, and what each of them makes of rows that no text is near."""

    def __init__(self, layers: Sequence[_Layer]) -> None:
        self._layers = layers
        self._width, self._sums = layers[0].width, layers[0].width * layers[0].pieces
        self._blanks = [np.zeros((1, self._width), dtype="float32")]
        for layer in layers:
            blank = self._blanks[-1]
            change = layer.change(np.tile(blank, 3), np.empty((1, self._sums), dtype="float32"))
            self._blanks.append(blank + change)

    def __call__(self, texts: Sequence[Floats]) -> list[Floats]:
        """The rows of each text (words x width) after all layers.

        Of the rows between texts only those are computed that a text has changed already and that
        a text has still to see.
        """
        depth = len(self._layers)
        rows, distance = self._framed(texts)
        windows = np.empty((_CHUNK, len(_WINDOW), self._width), dtype="float32")
        sums = np.empty((_CHUNK, self._sums), dtype="float32")
        for number, layer in enumerate(self._layers, 1):
            seen = np.flatnonzero(distance <= min(number, depth - number))
            made = np.tile(self._blanks[number], (len(rows), 1))
            for start in range(0, len(seen), _CHUNK):
                middle = seen[start : start + _CHUNK]
                size = len(middle)
                around = middle[:, None] + _WINDOW
                np.take(rows, around, axis=0, out=windows[:size], mode="clip")
                change = layer.change(windows[:size].reshape(size, -1), sums[:size])
                made[middle] = rows[middle] + change
            rows = made
        ends = np.cumsum([depth + len(text) for text in texts])
        return [rows[end - len(text) : end] for text, end in zip(texts, ends, strict=True)]

    def _framed(self, texts: Sequence[Floats]) -> tuple[Floats, npt.NDArray[np.intp]]:
        """All texts' rows with as many blank ones round each as there are layers, so that no text
        sees another; and how far each row is from the nearest text."""
        depth = len(self._layers)
        blank = np.zeros((depth, self._width), dtype="float32")
        steps = np.arange(1, depth + 1)
        gap = np.minimum(steps, steps[::-1])
        rows, distance = [blank], [gap]
        for text in texts:
            rows += [text, blank]
            distance += [np.zeros(len(text), dtype=gap.dtype), gap]
        return np.concatenate(rows), np.concatenate(distance)

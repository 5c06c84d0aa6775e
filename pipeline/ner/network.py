"""The network: features, ja_ginza's vectors and tok2vec, neighbours, a score for each tag."""

from collections.abc import Sequence
from typing import Any

from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.ml.staticvectors import StaticVectors
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    Dropout,
    HashEmbed,
    Linear,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)

from pipeline.ner.features import COLUMNS, TENSOR, tensors, token_features
from pipeline.ner.lattice import Floats
from pipeline.ner.tags import TAGS

Network = Model[list[Doc], list[Floats]]


@registry.architectures("hokoku.NameTagger.v1")  # type: ignore[untyped-decorator]
def name_tagger(
    width: int, rows: Sequence[int], depth: int, window_size: int, maxout_pieces: int
) -> Network:
    """Docs to scores (tokens x tags); `rows` are the sizes of the features' embedding tables."""
    if len(rows) != COLUMNS:
        raise ValueError(f"rows: {COLUMNS} numbers, one a feature, not {len(rows)}")
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, size, column=column, seed=column, dropout=0.0)
        for column, size in enumerate(rows)
    ]
    embedded: Model[Any, Any] = with_array(concatenate(*tables))
    narrowed: Model[Any, Any] = with_array(chain(Linear(width, TENSOR), Dropout(0.0)))
    mixed: Model[Any, Any] = Maxout(
        width, width * (COLUMNS + 2), maxout_pieces, dropout=0.0, normalize=True
    )
    return chain(
        concatenate(
            chain(token_features(), list2ragged(), embedded),
            StaticVectors(width, dropout=0.0),
            chain(tensors(), narrowed),
        ),
        with_array(mixed),
        ragged2list(),
        MaxoutWindowEncoder(width, window_size, maxout_pieces, depth),
        with_array(Linear(len(TAGS), width)),
    )

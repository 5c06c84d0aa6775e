"""The model and the tagger of this process: loaded when first needed, kept, and renewed."""

from typing import TYPE_CHECKING

from pipeline.settings import SegmentSettings, TagSettings

# A run with nothing to segment or tag loads neither, nor the libraries they need.
if TYPE_CHECKING:
    from pipeline.segment import Segmenter
    from pipeline.tag import Tagger

# A vocabulary grows with what it reads (spaCy#10012); a new model begins with a small one.
_CHARACTERS_A_MODEL = 10_000_000

_segmenters: dict[str, tuple["Segmenter", int]] = {}
_taggers: dict[str, "Tagger"] = {}


def segmenter(recipe: str, settings: SegmentSettings, characters: int) -> "Segmenter":
    """The segmenter of a recipe, for a text of so many characters."""
    if recipe not in _segmenters:
        from pipeline.segment import Segmenter

        _segmenters.clear()
        _segmenters[recipe] = Segmenter(settings), 0
    kept, read = _segmenters[recipe]
    if read > _CHARACTERS_A_MODEL:
        _segmenters.clear()
        del kept
        return segmenter(recipe, settings, characters)
    _segmenters[recipe] = kept, read + characters
    return kept


def tagger(recipe: str, settings: TagSettings) -> "Tagger":
    """The tagger of a recipe."""
    if recipe not in _taggers:
        from pipeline.tag import Tagger

        _taggers.clear()
        _taggers[recipe] = Tagger(settings)
    return _taggers[recipe]

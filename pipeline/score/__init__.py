"""Score: how good the tables are against hand-labelled gold, and where they err."""

from pipeline.score.evaluate import Scores, evaluate
from pipeline.score.gold import GoldError
from pipeline.score.render import show, write

__all__ = ["GoldError", "Scores", "evaluate", "show", "write"]

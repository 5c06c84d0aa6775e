"""The chain above the stages: it knows their order, what is stale, and who runs what."""

from pipeline.chain.cluster import ClusterError
from pipeline.chain.fingerprints import STAGES
from pipeline.chain.run import Outcome, run
from pipeline.chain.sources import SourceError
from pipeline.chain.summary import summary

__all__ = ["STAGES", "ClusterError", "Outcome", "SourceError", "run", "summary"]

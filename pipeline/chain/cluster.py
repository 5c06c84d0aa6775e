"""Portions of work spread over a Dask cluster, whose workers must be what this process is."""

import json
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pipeline.chain.fingerprints import recipes, versions
from pipeline.chain.spread import LostWorkerError, spread
from pipeline.errors import UserError
from pipeline.settings import Settings

Portion = TypeVar("Portion")
Done = TypeVar("Done")

_PATIENCE = "30s"


class ClusterError(UserError):
    """A cluster that cannot be used; the message says why."""


def on_cluster(
    work: Callable[[Portion], Done], portions: Sequence[Portion], address: str
) -> Iterator[Done]:
    """What `work` makes of each portion, as it gets done. Raises LostWorkerError, ClusterError.

    Dask itself gives the portions of a lost worker to others, three times.
    """
    with _client(address) as client:
        from distributed import KilledWorker

        try:
            yield from spread(work, portions, client.get_executor(pure=False), "all")
        except (KilledWorker, ValueError) as error:  # Dask's executor unpacks what a dead worker
            if client.status == "running":  # had done as if it were an error of three parts
                raise LostWorkerError from None
            raise ClusterError(f"{address}: the Dask scheduler is gone") from error
        except Exception as error:  # without its scheduler Dask stumbles in many ways
            if isinstance(error, CancelledError) or client.status != "running":
                raise ClusterError(f"{address}: the Dask scheduler is gone") from None
            if isinstance(error, ImportError | AttributeError):  # what was sent is unknown there
                raise ClusterError(f"{address}: a worker has another hokoku ({error})") from None
            raise


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a run is made of; it goes with the work, and a worker made of other parts refuses it."""

    settings: str
    versions: tuple[tuple[str, str], ...]
    recipes: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, settings: Settings, made_by: Mapping[str, str]) -> "Likeness":
        """That of this process."""
        told = versions(settings.segment.model)
        return cls(settings.model_dump_json(), tuple(told.items()), tuple(made_by.items()))

    def demand(self) -> None:
        """Raises ClusterError where this process would make something else of a report."""
        if told := _difference(self):
            raise ClusterError(f"the Dask worker on {socket.gethostname()} has {told}")


@cache
def _difference(asked: Likeness) -> str:
    """The first part of this process that is another than asked; empty, if there is none."""
    wanted = dict(asked.versions)
    settings = json.loads(asked.settings)
    for name, here in versions(settings["segment"]["model"]).items():
        if here != wanted.get(name):
            return f"{name} {here}, this run {wanted.get(name)}: they must be the same"
    made_by = recipes(Settings.model_validate_json(asked.settings))
    for stage, recipe in asked.recipes:
        if made_by[stage] != recipe:
            return f"other code, lexicon or weights for {stage} than this run"
    return ""


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("--cluster needs the extra: pip install 'hokoku[cluster]'") from None
    try:
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(f"{address}: no Dask scheduler answers ({error})") from None
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        client.close()
        raise ClusterError(f"{address}: the Dask scheduler has no workers") from None
    return client

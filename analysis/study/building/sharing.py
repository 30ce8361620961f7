"""Where articles stand among topics and themes: placed batch by batch, written table by table."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from analysis.study.building.exchanging import Old
from analysis.study.building.tallying import Tally
from analysis.study.building.workshop import Workshop, name_batch
from analysis.study.laying import share_tables
from analysis.study.tables import stream_table
from analysis.theme.records import Model
from analysis.theme.shares import place_counts
from analysis.theme.storage import model_arrays, model_from_arrays

OF_SHARES = ("article_parts", "article_topics", "article_themes")
"""The tables that say where articles stand."""

_MODEL, _SHARES = "model.npz", "shares.npy"


@dataclass(frozen=True, slots=True)
class Placing:
    """The order to place the articles of a batch among the topics of a model, which lies in a file.

    It travels to a worker.
    """

    tally: Tally
    model: Path


def keep_model(workshop: Workshop, model: Model) -> Path:
    """Write a model where workers find it, and return the file."""
    arrays = model_arrays(model)

    def fill(folder: Path) -> None:
        np.savez(folder / _MODEL, allow_pickle=False, **arrays)

    key = name_batch("model", *(array.tobytes() for array in arrays.values()))
    return workshop.fill(key, fill) / _MODEL


@lru_cache(maxsize=1)
def _load_model(path: Path) -> Model:
    with np.load(path, allow_pickle=False) as arrays:
        return model_from_arrays({name: arrays[name] for name in arrays.files})


def place_tally(order: Placing) -> NDArray[np.float64]:
    """Return the share of each part of the model in each article, (n_articles, n_parts)."""
    return place_counts(order.tally.read_counts(), _load_model(order.model))


@dataclass(frozen=True, slots=True)
class Sharing:
    """The order to write one table of shares. It travels to a worker.

    ``shares`` is the file that holds those of all articles, in the order of the batches.
    """

    target: Path
    name: str
    tallies: tuple[Tally, ...]
    model: Path
    shares: Path
    old: Old | None = None

    def write(self) -> tuple[str, str]:
        """Write the table, batch after batch; return its name and digest."""
        old = self.old.read(self.name) if self.old else ()
        return self.name, stream_table(chain(old, self._lay()), self.target, self.name)

    def _lay(self) -> Iterator[pa.Table]:
        model = _load_model(self.model)
        shares = np.load(self.shares, mmap_mode="r", allow_pickle=False)
        first = 0
        for tally in self.tallies:
            ids = tally.source.read(["article_id"])["article_id"].to_pylist()
            own = np.asarray(shares[first : first + len(ids)])
            yield share_tables(ids, model, own)[self.name]
            first += len(ids)


def keep_shares(workshop: Workshop, model: Path, shares: NDArray[np.float64]) -> Path:
    """Write the shares of a model's parts where workers find them, and return the file."""

    def fill(folder: Path) -> None:
        np.save(folder / _SHARES, shares, allow_pickle=False)

    return workshop.fill(name_batch("shares", model.parent.name, shares.shape), fill) / _SHARES

"""Samples in files, one file each, mapped when they are looked at: none stays in memory."""

import mmap
from collections.abc import Sequence
from pathlib import Path
from typing import overload

import numpy as np

from analysis.study.copies.samples import Sample


def write_sample(sample: Sample, path: Path) -> None:
    """Write a sample to a file: how many runs and texts it has, then its arrays as they are."""
    counts = np.array([len(sample.hashes), len(sample.sizes)], np.int64)
    with path.open("wb") as file:
        for array in (counts, sample.hashes, sample.digests, sample.owners, sample.sizes):
            file.write(np.ascontiguousarray(array).data)


def map_sample(path: Path) -> Sample:
    """Return a sample whose arrays stay in the file until they are looked at.

    Raises
    ------
    ValueError
        When the file was cut off.
    """
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    runs, texts = np.frombuffer(mapped, np.int64, 2).tolist()
    return Sample(
        hashes=np.frombuffer(mapped, np.uint64, runs, 16),
        digests=np.frombuffer(mapped, np.uint64, 2 * texts, 16 + 8 * runs).reshape(-1, 2),
        owners=np.frombuffer(mapped, np.int32, runs, 16 + 8 * runs + 16 * texts),
        sizes=np.frombuffer(mapped, np.int32, texts, 16 + 12 * runs + 16 * texts),
    )


class SampleFiles(Sequence[Sample]):
    """The samples of files, in their order, each mapped anew whenever it is asked for."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths

    def __len__(self) -> int:
        return len(self._paths)

    @overload
    def __getitem__(self, at: int) -> Sample: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Sample]: ...
    def __getitem__(self, at: int | slice) -> Sample | Sequence[Sample]:
        """Return the sample at a place, or those of a range."""
        paths = self._paths[at]
        return map_sample(paths) if isinstance(paths, Path) else SampleFiles(paths)

"""Samples in files, one file each, mapped when they are looked at: none stays in memory."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import IO, Any, overload

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from analysis.study.copies.samples import Sample


def write_sample(sample: Sample, path: Path) -> None:
    """Write the arrays of a sample to a file, each as ``numpy.save`` does, one after the other."""
    with path.open("wb") as file:
        for field in fields(Sample):
            np.save(file, getattr(sample, field.name), allow_pickle=False)


def map_sample(path: Path) -> Sample:
    """Return a sample whose arrays stay in the file until they are looked at."""
    with path.open("rb") as file:
        hashes, owners, sizes, digests = (_map_array(file) for _ in fields(Sample))
    return Sample(hashes, owners, sizes, digests)


def _map_array(file: IO[bytes]) -> NDArray[Any]:
    npy.read_magic(file)
    shape, _, kind = npy.read_array_header_1_0(file)
    start = file.tell()
    # Nothing cannot be mapped.
    array = np.memmap(file, kind, "r", start, shape) if 0 not in shape else np.zeros(shape, kind)
    file.seek(start + array.nbytes)
    return array


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

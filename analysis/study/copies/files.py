"""Samples in files, one file each, mapped when they are looked at: none stays in memory."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast, overload

from analysis.study.arrays import map_arrays, write_arrays
from analysis.study.copies.samples import Sample

_NAMES = ("hashes", "digests", "owners", "sizes")


def write_sample(sample: Sample, path: Path) -> None:
    """Write a sample to a file."""
    write_arrays({name: getattr(sample, name) for name in _NAMES}, path)


def map_sample(path: Path) -> Sample:
    """Return a sample whose arrays stay in the file until they are looked at.

    Raises
    ------
    ValueError
        When the file was cut off.
    """
    return Sample(**cast("Any", map_arrays(path)))


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

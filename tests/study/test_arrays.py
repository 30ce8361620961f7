"""Arrays in a file are what was written, whatever their types and shapes."""

from pathlib import Path

import numpy as np
import pytest

from analysis.study.arrays import map_arrays, write_arrays

ARRAYS = {
    "odd": np.arange(7, dtype=np.uint8),
    "wide": np.arange(12, dtype=np.uint64).reshape(6, 2)[::2],
    "none": np.zeros((0, 2), dtype=np.int32),
    "one": np.array(5),
    "told": np.array([True, False]),
}


def test_arrays_come_back_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "arrays.bin"
    write_arrays(ARRAYS, path)
    found = map_arrays(path)
    assert list(found) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert (found[name].dtype, found[name].shape) == (array.dtype, array.shape)
        assert np.array_equal(found[name], array)


def test_a_file_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "arrays.bin"
    write_arrays(ARRAYS, path)
    whole = path.read_bytes()
    for size in (0, 3, 20, len(whole) - 16):
        path.write_bytes(whole[:size])
        with pytest.raises(ValueError, match=r"."):
            map_arrays(path)

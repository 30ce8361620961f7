"""Arrays in one plain file, mapped when they are looked at: none stays in memory, none is parsed.

A file is the length of a line, the line, which names each array with its type and shape as JSON,
and the arrays as they are, each from a multiple of sixteen bytes.
"""

import json
import mmap
from collections.abc import Mapping
from math import prod
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_ALIGNED = 16


def write_arrays(arrays: Mapping[str, NDArray[np.generic]], path: Path) -> None:
    """Write arrays of numbers to a file."""
    told = {name: (array.dtype.str, array.shape) for name, array in arrays.items()}
    line = json.dumps(told).encode()
    line += b" " * (-(len(line) + 8) % _ALIGNED)
    with path.open("wb") as file:
        file.write(len(line).to_bytes(8, "little") + line)
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).data if array.size else b"")
            file.write(b"\0" * (-array.nbytes % _ALIGNED))


def map_arrays(path: Path) -> dict[str, NDArray[np.generic]]:
    """Return arrays that stay in the file until they are looked at; they cannot be written to.

    Raises
    ------
    ValueError
        When the file was cut off.
    """
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    start = 8 + int.from_bytes(mapped[:8], "little")
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, (kind, shape) in json.loads(mapped[8:start]).items():
        dtype, count = np.dtype(kind), prod(shape)
        size = count * dtype.itemsize
        flat = np.frombuffer(mapped, dtype, count, start) if count else np.zeros(0, dtype)
        arrays[name] = flat.reshape(shape)
        start += size + -size % _ALIGNED
    if start != len(mapped):
        raise ValueError(f"{path} was cut off")
    return arrays

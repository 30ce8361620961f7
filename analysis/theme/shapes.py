"""The shape checks of the records of arrays: all faults told at once, arrays made read-only."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def freeze_arrays(record: object, shapes: Mapping[str, tuple[int, ...]]) -> None:
    """Check the named arrays of a frozen record and put read-only views in their place.

    Raises
    ------
    ValueError
        When a shape is not the promised one or a number is not finite; names every fault.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> freeze_arrays(SimpleNamespace(idf=np.zeros(2)), {"idf": (3,)})
    Traceback (most recent call last):
    ValueError: SimpleNamespace: idf is (2,), not (3,)
    """
    faults = []
    for name, shape in shapes.items():
        array = np.asarray(getattr(record, name))
        if array.shape != shape:
            faults.append(f"{name} is {array.shape}, not {shape}")
        elif array.dtype.kind == "f" and not np.isfinite(array).all():
            faults.append(f"{name} has a number that is not finite")
        view = array.view()
        view.flags.writeable = False
        object.__setattr__(record, name, view)
    if faults:
        raise ValueError(f"{type(record).__name__}: {'; '.join(faults)}")

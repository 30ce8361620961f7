"""Tables in long form as matrices."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray


def spread_long(
    long: pa.Table, ids: pa.ChunkedArray | Sequence[object], labels: Sequence[object]
) -> NDArray[np.float64]:
    """Return rows of (id, label, value) as a matrix, (n_ids, n_labels); what has no row is 0."""
    matrix = np.zeros((len(ids), len(labels)))
    listed = ids.combine_chunks() if isinstance(ids, pa.ChunkedArray) else ids
    rows = pc.index_in(long[0], pa.array(listed, type=long[0].type)).to_numpy()
    columns = pc.index_in(long[1], pa.array(labels, type=long[1].type)).to_numpy()
    matrix[rows, columns] = long[2].to_numpy()
    return matrix

"""Distances laid out on paper: two axes that keep as much of them as two can."""

from dataclasses import dataclass

import numpy as np

from analysis.theme.shapes import Array


@dataclass(frozen=True, slots=True, eq=False)
class Scaling:
    """Places on two axes, ``places`` (n, 2), and how much of all there is the two hold.

    ``explained`` is the part (0-1) of the spread around the middle, squared distances summed, that
    lies along the two axes: what is missing lies across them and cannot be seen.
    """

    places: Array
    explained: float


def scale_distances(distances: Array) -> Scaling:
    """Return the classical scaling of distances, (n, n) and symmetric.

    Source: Torgerson 1952, doi:10.1007/BF02288916. ``eigh`` and never ``eig``: the matrix is
    symmetric, and rounding must not make its eigenvalues complex. The sign of an axis is free; the
    place that lies farthest out on it is made positive.

    Examples
    --------
    >>> line = np.array([[0.0, 1.0, 3.0], [1.0, 0.0, 2.0], [3.0, 2.0, 0.0]])
    >>> scaling = scale_distances(line)
    >>> np.abs(scaling.places.round(2)).tolist(), round(scaling.explained, 2)
    ([[1.33, 0.0], [0.33, 0.0], [1.67, 0.0]], 1.0)
    """
    squares = distances**2
    # Taken from the middle of all: what is left are products of places.
    middle = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, np.newaxis] + squares.mean()
    values, vectors = np.linalg.eigh(-middle / 2)
    largest = [-1, -2]
    places = vectors[:, largest] * np.sqrt(np.maximum(values[largest], 0.0))
    farthest = places[np.abs(places).argmax(axis=0), [0, 1]]
    spread = values[values > 0].sum()
    explained = float(np.maximum(values[largest], 0.0).sum() / spread) if spread > 0 else 0.0
    return Scaling(places * np.where(farthest < 0, -1.0, 1.0), explained)

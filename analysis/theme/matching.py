"""The best way to match rows and columns one to one: the Hungarian method."""

from analysis.theme.shapes import Array


def match_best(likeness: Array) -> tuple[Array, Array]:
    """Return rows and columns of the matching with the largest sum (H. W. Kuhn 1955).

    Parameters
    ----------
    likeness : (n_rows, n_columns)
        How alike each row and column are; the smaller side is matched whole.

    Examples
    --------
    >>> import numpy as np
    >>> rows, columns = match_best(np.array([[0.9, 0.8], [0.7, 0.1]]))
    >>> rows.tolist(), columns.tolist()
    ([0, 1], [1, 0])
    """
    # Slow to load, and no worker of a build matches anything.
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    rows, columns = linear_sum_assignment(likeness, maximize=True)
    return rows, columns

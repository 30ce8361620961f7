"""The order in which selected articles are listed."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from analysis.study.catalogue import Catalogue
from analysis.study.select import Mask

OF_THEME = "theme."
"""What the order by the share of one theme begins with; the theme's name follows."""

_LAST = np.iinfo(np.int64).max
_KEYS: dict[str, Callable[[Catalogue], NDArray[np.number]]] = {
    "new": lambda catalogue: _rank_days(catalogue, -1),
    "old": lambda catalogue: _rank_days(catalogue, 1),
    "newspaper": lambda catalogue: catalogue.facets.papers,
    "long": lambda catalogue: -catalogue.articles["characters"].to_numpy(),
    "short": lambda catalogue: catalogue.articles["characters"].to_numpy(),
    "share": lambda catalogue: -catalogue.theme_shares.max(axis=1, initial=0.0),
}

ORDERS = ("page", *_KEYS)
"""page: as the study has them; new, old: by day, undated ones last; newspaper: by its name; long,
short: by characters; share: by that of the main theme, largest first."""


def order_rows(
    catalogue: Catalogue, rows: Mask, order: str, *, times: NDArray[np.int32] | None = None
) -> NDArray[np.int64]:
    """Return the places of the selected rows in some order; equals stay as the study has them.

    Parameters
    ----------
    order : str
        One of ``ORDERS``, ``OF_THEME`` and the name of a theme of the study, or "hits".
    times : ndarray of shape (n_articles,), optional
        How often each article holds what is searched for: what "hits" asks for.

    Raises
    ------
    KeyError
        When there is no such order.
    """
    places = np.flatnonzero(rows)
    if order == "page":
        return places
    if order == "hits" and times is not None:
        keys: NDArray[np.number] = -times
    elif order.startswith(OF_THEME):
        column = catalogue.themes.index(order.removeprefix(OF_THEME))
        keys = -catalogue.theme_shares[:, column]
    else:
        keys = _KEYS[order](catalogue)
    return places[np.argsort(keys[places], kind="stable")]


def _rank_days(catalogue: Catalogue, sign: int) -> NDArray[np.int64]:
    days = catalogue.facets.days
    return np.where(np.isnat(days), _LAST, sign * days.astype(np.int64))

"""The terms of all batches of a corpus together: how often, in how many passages, where."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

import numpy as np

from analysis.theme.batches import Counts
from analysis.theme.shapes import Array


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What is known of every term of a corpus.

    ``terms`` are in the order in which they are met. ``frequency`` (n_terms,) is in how many
    passages a term stands, ``places`` (n_terms,) how often, ``named`` (n_terms, 2) as ``Counts``
    has it. ``numbers`` are the places in ``terms`` of each batch's.
    """

    terms: tuple[str, ...]
    frequency: Array
    places: Array
    named: Array
    n_articles: int
    numbers: tuple[Array, ...]


def gather_vocabulary(parts: Iterable[Counts]) -> Vocabulary:
    """Return the terms of all batches, each read once and let go.

    Examples
    --------
    >>> from analysis.theme.terms import count_terms
    >>> from analysis.theme.tokens import Cutter
    >>> parts = [count_terms([text], Cutter(), length=150) for text in ("工会职工", "职工")]
    >>> found = gather_vocabulary(parts)
    >>> found.terms, found.frequency.tolist()
    (('工会', '职工'), [1, 2])
    """
    # The number of each term as it is met.
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    # A row a measure: frequency, places, and the two of names.
    sums = np.zeros((4, 1_024), dtype=np.int64)
    n_articles, every = 0, []
    for part in parts:
        mine = np.fromiter(map(numbers.__getitem__, part.terms), np.int32, len(part.terms))
        every.append(mine)
        if len(numbers) > sums.shape[1]:
            sums = np.hstack([sums, np.zeros((4, len(numbers)), dtype=np.int64)])
        sums[0, mine] += part.frequency
        sums[1, mine] += part.count_places()
        sums[2:, mine] += part.named.T
        n_articles += part.n_articles
    frequency, places, *named = sums[:, : len(numbers)]
    return Vocabulary(
        terms=tuple(numbers),
        frequency=frequency,
        places=places,
        named=np.stack(named, axis=1),
        n_articles=n_articles,
        numbers=tuple(every),
    )

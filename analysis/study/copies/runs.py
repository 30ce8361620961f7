"""Texts as numbers that can be compared by the hundred thousand: hashed runs of characters."""

import numpy as np
from numpy.typing import NDArray

from analysis.study.copies.bare import Codes

Hashes = NDArray[np.uint64]

RUN = 6
"""Characters: shorter runs are set phrases, longer ones break at every correction."""
_WORDS, _STRETCH = 4, 3
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def hash_windows(codes: Codes, run: int) -> Hashes:
    """Return one hash for each window of ``run`` characters; the same on every machine."""
    count = max(0, len(codes) - run + 1)
    hashed = np.zeros(count, dtype=np.uint64)
    for place in range(run):
        hashed *= _BASE
        hashed += codes[place : place + count]
    # The last bits of a polynomial are those of its last character: mixed, every bit is of all.
    hashed ^= hashed >> np.uint64(31)
    hashed *= _MIX
    hashed ^= hashed >> np.uint64(29)
    return hashed


def sort_once(hashes: Hashes) -> Hashes:
    """Return hashes sorted, each once; ``numpy.unique`` takes several times as long."""
    hashes = np.sort(hashes)
    new = np.ones(len(hashes), dtype=np.bool_)
    np.not_equal(hashes[1:], hashes[:-1], out=new[1:])
    return hashes[new]


def count_shared(runs: Hashes, others: Hashes) -> int:
    """Return how many hashes stand in both of two arrays that have each once."""
    both = np.sort(np.concatenate([runs, others]))
    return int(np.count_nonzero(both[1:] == both[:-1]))


def measure_foreign(codes: Codes, others: Codes) -> float:
    """Return the share of a bare text that stands in stretches the other one does not have, 0-1.

    An editor cuts and corrects; who fills in a form puts other words in the place of words. A
    stretch is three characters or more in no run of four that both have, so that single corrected
    characters do not count.

    Examples
    --------
    >>> from analysis.study.copies.bare import bare_texts
    >>> peru = bare_texts(["主席举行仪式欢迎秘鲁总统访华"]).codes
    >>> round(measure_foreign(peru, bare_texts(["主席举行仪式欢迎奥地利总理访华"]).codes), 2)
    0.43
    >>> measure_foreign(peru, bare_texts(["主席举行议式欢迎秘鲁总统访华"]).codes)
    0.0
    """
    words, theirs = hash_windows(codes, _WORDS), np.sort(hash_windows(others, _WORDS))
    found = np.searchsorted(theirs, words)
    known = theirs.take(found, mode="clip") == words if len(theirs) else np.zeros(0, np.bool_)
    foreign = np.ones(len(codes), dtype=np.bool_)
    for place in range(_WORDS):
        foreign[place : place + len(known)][known] = False
    edges = np.flatnonzero(np.diff(foreign, prepend=False, append=False))
    lengths = edges[1::2] - edges[::2]
    return float(lengths[lengths >= _STRETCH].sum() / max(1, len(codes)))

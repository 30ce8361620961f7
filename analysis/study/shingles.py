"""Texts as numbers that can be compared by the hundred thousand: hashed runs of characters.

A cut copy is *contained* in its original, and MinHash estimates resemblance, which sinks with every
paragraph that is cut. So hashes are sampled by their value instead (A. Broder, "On the resemblance
and containment of documents", 1997, doi:10.1109/SEQUEN.1997.666900): one in eight, the same ones in
every text, so that the samples of two texts share what the texts share.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

_RUN = 6
"""Characters: shorter runs are set phrases, longer ones break at every correction."""
_KEPT = 8
_WORDS, _STRETCH = 4, 3
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
# Characters hashed at a time: what is held at once stays small however large the corpus is.
_BATCH = 1_000_000
_SIGNS = re.compile(r"[\W_]+")


def bare_text(text: str) -> str:
    """Return the letters and digits of a text alone, full-width ones narrowed.

    Examples
    --------
    >>> bare_text("新华社 北京１月２日电：")
    '新华社北京1月2日电'
    """
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text))


def hash_runs(text: str) -> Hashes:
    """Return the hashes of all runs of six characters of a bare text, sorted, each once."""
    return np.unique(_hash_windows(text, _RUN))


def measure_foreign(text: str, other: str) -> float:
    """Return the share of a bare text that stands in stretches the other one does not have, 0-1.

    An editor cuts and corrects; who fills in a form puts other words in the place of words. A
    stretch is three characters or more in no run of four that both have, so that single corrected
    characters do not count.

    Examples
    --------
    >>> round(measure_foreign("主席举行仪式欢迎秘鲁总统访华", "主席举行仪式欢迎奥地利总理访华"), 2)
    0.43
    >>> measure_foreign("主席举行仪式欢迎秘鲁总统访华", "主席举行议式欢迎秘鲁总统访华")
    0.0
    """
    known = np.isin(_hash_windows(text, _WORDS), _hash_windows(other, _WORDS))
    foreign = np.ones(len(text), dtype=np.bool_)
    for place in range(_WORDS):
        foreign[place : place + len(known)][known] = False
    edges = np.flatnonzero(np.diff(foreign, prepend=False, append=False))
    lengths = edges[1::2] - edges[::2]
    return float(lengths[lengths >= _STRETCH].sum() / max(1, len(text)))


def _hash_windows(text: str, run: int) -> Hashes:
    """Return one hash for each window of ``run`` characters; the same on every machine."""
    codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    count = max(0, len(codes) - run + 1)
    hashed = np.zeros(count, dtype=np.uint64)
    for place in range(run):
        hashed = hashed * _BASE + codes[place : place + count]
    # The last bits of a polynomial are those of its last character: mixed, every bit is of all.
    hashed ^= hashed >> np.uint64(31)
    hashed *= _MIX
    hashed ^= hashed >> np.uint64(29)
    return hashed


def sample_runs(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.int32]]:
    """Return the sampled hashes of bare texts and whose they are, sorted by hash, then text."""
    hashes, owners = [np.zeros(0, np.uint64)], [np.zeros(0, np.int32)]
    for first, after in _batches([len(text) for text in texts]):
        windows = _hash_windows("".join(texts[first:after]), _RUN)
        ends = np.cumsum([len(text) for text in texts[first:after]])
        owner = np.searchsorted(ends, np.arange(len(windows)), side="right")
        inside = np.arange(len(windows)) + _RUN <= ends[owner]
        kept = inside & (windows % np.uint64(_KEPT) == 0)
        hashes.append(windows[kept])
        owners.append((owner[kept] + first).astype(np.int32))
    hashed, owned = np.concatenate(hashes), np.concatenate(owners)
    order = np.lexsort((owned, hashed))
    hashed, owned = hashed[order], owned[order]
    fresh = np.ones(len(hashed), dtype=np.bool_)
    fresh[1:] = (hashed[1:] != hashed[:-1]) | (owned[1:] != owned[:-1])
    return hashed[fresh], owned[fresh]


def _batches(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield ranges of texts that hold about a million characters together."""
    first, held = 0, 0
    for number, size in enumerate(sizes, start=1):
        held += size
        if held > _BATCH or number == len(sizes):
            yield first, number
            first, held = number, 0
